use super::code::CodeFile;
use super::fence::fenced;
use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, entity, markdown};

/// Markdown for Hugo with the theme Hextra: its shortcode `tabs`.
#[derive(Debug)]
pub(super) struct Hugo;

impl Format for Hugo {
    fn name(&self) -> &'static str {
        "hugo"
    }

    fn about(&self) -> &'static str {
        "Markdown for Hugo with tabs of the theme Hextra, synchronized by `tabs.sync`"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        let body = match page.layout() {
            Layout::Nothing(refusal) => note(&markdown::refusal(refusal)),
            Layout::One(piece) => block(piece),
            Layout::Several(pieces) => {
                let tabs: String = pieces.iter().map(tab).collect();
                format!("{{{{< tabs >}}}}\n{tabs}{{{{< /tabs >}}}}\n")
            }
        };
        Ok(Rendered::plain(body))
    }

    fn listing(&self, text: &str, fence: &str) -> String {
        code(text, fence, fence)
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::markdown::write(article, self)
    }
}

fn tab(piece: &Piece) -> String {
    // The theme puts the name into a selector without quoting it, and Hugo has no escapes for these.
    let name = piece.target.title.replace('"', "'").replace('\\', "/");
    // What is inside is read twice: as a part of the page, and when the theme shows the tab.
    let block = block(piece);
    let content = without_shortcodes(&block).unwrap_or(block);
    format!("{{{{< tab name=\"{name}\" >}}}}\n\n{content}\n{{{{< /tab >}}}}\n")
}

fn block(piece: &Piece) -> String {
    let block = |file: &CodeFile<'_>, named| {
        let name = file.plain_path().filter(|_| named);
        let name = name.map(|name| format!("filename=\"{name}\""));
        let numbers = piece.line_numbers.then(|| "linenos=true".to_owned());
        let attributes: Vec<_> = name.into_iter().chain(numbers).collect();
        let info = match attributes.as_slice() {
            [] => file.fence.to_owned(),
            some => format!("{} {{{}}}", file.fence, some.join(",")),
        };
        code(file.text, file.fence, &info)
    };
    markdown::named_block(piece, block, note)
}

/// Code between fences, or as HTML if Hugo would read an open shortcode in it.
fn code(text: &str, fence: &str, info: &str) -> String {
    without_shortcodes(&fenced(text, info)).unwrap_or_else(|| {
        let language = entity::attribute(fence);
        let text = entity::text_and(text, &['{', '}']);
        format!("<pre><code class=\"language-{language}\">{text}</code></pre>\n")
    })
}

fn note(text: &str) -> String {
    let apart = |text: &str| text.replace("{{<", "{{ <").replace("{{%", "{{ %");
    format!("> [!NOTE]\n> {}\n", without_shortcodes(text).unwrap_or_else(|| apart(text)))
}

/// The text with its shortcodes made comments, which Hugo shows as they are. It reads shortcodes
/// everywhere, in code too. Nothing if one has no end, since a comment needs one.
fn without_shortcodes(text: &str) -> Option<String> {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = ["{{<", "{{%"].iter().filter_map(|open| rest.find(open)).min() {
        let (before, opened) = rest.split_at(at);
        let (open, inside) = opened.split_at_checked(3)?;
        let close = if open.ends_with('<') { ">}}" } else { "%}}" };
        let (content, after) = inside.split_once(close)?;
        written.extend([before, open, "/*", content, "*/", close]);
        rest = after;
    }
    written.push_str(rest);
    Some(written)
}
