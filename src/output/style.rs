use anstyle::Style as Look;

/// How text is fitted to a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The maximum width of a line of prose, in columns. Code keeps its lines.
    pub width: usize,
    /// Whether headings, names and code are styled with ANSI escape sequences.
    pub colours: bool,
}

impl Default for Style {
    /// 80 columns without colours.
    fn default() -> Self {
        Self { width: 80, colours: false }
    }
}

impl Style {
    pub(super) fn paint(self, look: Look, text: &str) -> String {
        if self.colours { format!("{look}{text}{look:#}") } else { text.to_owned() }
    }

    pub(super) fn bold(self, text: &str) -> String {
        self.paint(Look::new().bold(), text)
    }
}
