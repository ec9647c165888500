use crate::output::Format;

/// How an article is printed.
#[derive(Clone, Copy, Debug, Default)]
#[cfg_attr(feature = "words", derive(clap::Args))]
pub struct ArticleOptions {
    /// Output format [default: text]
    #[cfg_attr(feature = "words", arg(long, value_parser = super::format_parser::format_parser()))]
    pub format: Option<&'static dyn Format>,
    /// The level of the title among the headings of a document [default: 2]
    #[cfg_attr(feature = "words", arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(1..=5)))]
    pub heading: Option<u8>,
}

impl ArticleOptions {
    /// The level of the title.
    pub(super) fn level(self) -> u8 {
        self.heading.unwrap_or(2)
    }
}
