use super::code::{CodeFile, only_file, with_remarks};
use super::escape::asciidoc::escaped;
use super::fence::longest_run;
use super::page::{Layout, Page, Piece, Remark};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, prose};
use crate::snippet::Refusal;

/// AsciiDoc: source blocks with titles.
#[derive(Debug)]
pub(super) struct Asciidoc;

impl Format for Asciidoc {
    fn name(&self) -> &'static str {
        "asciidoc"
    }

    fn about(&self) -> &'static str {
        "AsciiDoc source blocks, with a title for each target if there are several"
    }

    fn extension(&self) -> &'static str {
        "adoc"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        let body = match page.layout() {
            Layout::Nothing(refusal) => note(&self::refusal(refusal)),
            Layout::One(piece) => block(piece),
            Layout::Several(pieces) => pieces.iter().map(titled).collect::<Vec<_>>().join("\n"),
        };
        Ok(Rendered::plain(body))
    }

    fn listing(&self, text: &str, fence: &str) -> String {
        source(&CodeFile::listing(text, fence), false)
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::asciidoc::write(article, self)
    }
}

fn titled(piece: &Piece) -> String {
    let Ok(snippet) = &piece.content else { return block(piece) };
    let title = escaped(&piece.target.title);
    match only_file(snippet) {
        Some(file) => format!(".{title}: {}\n{}", escaped(file), block(piece)),
        None if snippet.files.is_empty() => format!(".{title}\n{}", block(piece)),
        // A block has one title, which its file's name is.
        None => format!("*{title}*\n\n{}", block(piece)),
    }
}

fn block(piece: &Piece) -> String {
    blocks(piece, "\n")
}

/// The code and the notes, with this line between two blocks.
pub(super) fn blocks(piece: &Piece, separator: &str) -> String {
    match &piece.content {
        Ok(snippet) => {
            let label = |path: &str| format!(".{}\n", escaped(path));
            let named = |file: &CodeFile<'_>| match snippet.files.as_slice() {
                [] => source(file, piece.line_numbers),
                _ => label(file.path) + &source(file, piece.line_numbers),
            };
            let code = CodeFile::of(snippet).iter().map(named).collect::<Vec<_>>();
            with_remarks(piece, code.join(separator), separator, |it| note(&remark(it)))
        }
        Err(refusal) => note(&self::refusal(refusal)),
    }
}

/// A source block whose delimiters are longer than any row of hyphens in the code.
fn source(file: &CodeFile<'_>, line_numbers: bool) -> String {
    let text = file.text;
    let delimiter = "-".repeat(longest_run(text, '-').max(3) + 1);
    let callouts = if text.lines().any(ends_with_callout) { ",subs=-callouts" } else { "" };
    let code: String = text.lines().flat_map(|line| [protection(line), line, "\n"]).collect();
    let numbers = if line_numbers { "%linenums" } else { "" };
    format!("[source{numbers},{}{callouts}]\n{delimiter}\n{code}{delimiter}\n", file.fence)
}

/// Whether AsciiDoc would turn the end of the line into a numbered callout: `<1>`, `<.>`,
/// `<!--1-->`.
fn ends_with_callout(line: &str) -> bool {
    let Some((_, inside)) = line.strip_suffix('>').and_then(|line| line.rsplit_once('<')) else {
        return false;
    };
    let mark = inside.trim_matches(['!', '-']);
    !mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// A backslash before a line that the preprocessor would interpret even inside a block.
fn protection(line: &str) -> &'static str {
    const DIRECTIVES: [&str; 5] = ["include::", "ifdef::", "ifndef::", "ifeval::", "endif::"];
    let bare = line.trim_start_matches('\\');
    if DIRECTIVES.iter().any(|directive| bare.starts_with(directive)) { "\\" } else { "" }
}

fn note(text: &str) -> String {
    format!("NOTE: {text}\n")
}

fn refusal(refusal: &Refusal) -> String {
    prose::write(&prose::sentences(refusal), escaped, literal)
}

fn remark(remark: &Remark<'_>) -> String {
    prose::remark(remark, escaped, literal, |text, url| {
        format!("link:++{url}++[{}]", escaped(text))
    })
}

fn literal(code: &str) -> String {
    format!("``{}``", escaped(code))
}
