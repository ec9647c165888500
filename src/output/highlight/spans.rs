use super::class::Class;
use crate::output::entity;

/// How pieces of code are marked in HTML.
#[derive(Debug)]
pub(crate) struct Marks {
    open: fn(Class) -> [&'static str; 3],
    close: &'static str,
    /// Whether the HTML has no empty line, so that Markdown doesn't interpret its middle as text.
    no_empty_line: bool,
}

/// Long class names, for pages of other projects.
pub(crate) const LONG: Marks = Marks {
    open: |class| ["<span class=\"sc-", class, "\">"],
    close: "</span>",
    no_empty_line: true,
};

/// Short class names, for the pages of the site.
#[cfg(feature = "site")]
pub(crate) const SHORT: Marks = Marks { open: short, close: "</i>", no_empty_line: false };

/// The spans written so far.
pub(super) struct Spans<'a> {
    marks: &'a Marks,
    text: String,
    open: Option<Class>,
    /// White space that belongs to no span yet.
    space: String,
    ends_line: bool,
}

impl<'a> Spans<'a> {
    pub(super) fn new(marks: &'a Marks) -> Self {
        let (text, space) = (String::new(), String::new());
        Self { marks, text, open: None, space, ends_line: false }
    }

    /// Adds a piece of the text in its class.
    pub(super) fn run(&mut self, text: &str, class: Option<Class>) {
        let visible = text.trim_end();
        if visible.is_empty() {
            self.space.push_str(text);
            return;
        }
        if class != self.open {
            self.close();
        }
        self.flush();
        if let Some(class) = class
            && self.open.is_none()
        {
            self.text.extend((self.marks.open)(class));
            self.open = Some(class);
        }
        self.push(visible);
        self.space.push_str(text.get(visible.len()..).unwrap_or_default());
    }

    fn flush(&mut self) {
        let space = std::mem::take(&mut self.space);
        self.push(&space);
    }

    fn push(&mut self, text: &str) {
        for one in text.chars() {
            if one == '\n' && self.ends_line && self.marks.no_empty_line {
                self.text.push_str("&#10;");
            } else {
                entity::push(&mut self.text, one);
                self.ends_line = one == '\n';
            }
        }
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.text.push_str(self.marks.close);
        }
    }

    /// The HTML.
    pub(super) fn end(mut self) -> String {
        self.close();
        self.flush();
        self.text
    }
}

/// One letter per class, and none for the most frequent one.
#[cfg(feature = "site")]
fn short(class: Class) -> [&'static str; 3] {
    match class {
        "keyword" => ["<i>", "", ""],
        // `c` is used for comments.
        "constant" => ["<i class=\"", "n", "\">"],
        other => ["<i class=\"", other.get(..1).unwrap_or(other), "\">"],
    }
}
