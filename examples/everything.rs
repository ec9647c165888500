//! Prints every snippet of every target: `cargo run --release --example everything`.

use std::io::{self, BufWriter, Write};

use statuscraft::{ErrorKind, Generator, Options};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let generator = Generator::new();
    let options = Options::default();
    let mut output = BufWriter::new(io::stdout().lock());
    for target in generator.targets()? {
        for status in generator.statuses()? {
            match generator.snippet(status, &target, &options) {
                Ok(snippet) => {
                    writeln!(output, "{} {}\n{}", status.code, target.title, snippet.text)?;
                }
                Err(error) if error.kind() == ErrorKind::Unsupported => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(output.flush()?)
}
