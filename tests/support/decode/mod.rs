//! Reads a string literal back, by the specification of each language and independently of the
//! writer. An unknown escape, a raw line break or a character that the language would interpolate
//! is an error.

mod bash;
mod go;
mod java;
mod javascript;
mod nginx;
mod php;
mod python;
mod ruby;
mod scan;

/// The value of a literal, by the name of the language's file.
pub fn literal(language: &str, source: &str) -> Result<String, String> {
    match language {
        "bash" => bash::decode(source),
        "go" => go::decode(source),
        "java" => java::decode(source),
        "javascript" | "typescript" => javascript::decode(source),
        "nginx" => nginx::decode(source),
        "php" => php::decode(source),
        "python" => python::decode(source),
        "ruby" => ruby::decode(source),
        other => Err(format!("nobody wrote a decoder for `{other}`")),
    }
}
