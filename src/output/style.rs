use anstyle::Style as Look;

/// How text is fitted to a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The maximum width of a line of prose, in columns. Code keeps its lines.
    pub width: usize,
    /// Whether headings, names and code are styled with ANSI escape sequences.
    pub colours: bool,
    /// Whether tables fit the width too. In a file or a pipe each row is a line.
    pub narrow_tables: bool,
}

impl Default for Style {
    /// 80 columns without colours.
    fn default() -> Self {
        Self { width: 80, colours: false, narrow_tables: false }
    }
}

impl Style {
    /// The maximum width of a table.
    pub(super) fn limit(self) -> Option<usize> {
        self.narrow_tables.then_some(self.width)
    }

    pub(super) fn paint(self, look: Look, text: &str) -> String {
        if self.colours { format!("{look}{text}{look:#}") } else { text.to_owned() }
    }

    pub(super) fn bold(self, text: &str) -> String {
        self.paint(Look::new().bold(), text)
    }
}
