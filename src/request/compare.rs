use super::article_options::ArticleOptions;
use super::named::{Named, is_between, unknown_code};
use crate::error::{Error, ErrorKind, Result};
use crate::output::Article;
use crate::pages::ComparisonPage;
use crate::snippet::Generator;

/// A request to compare two codes.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "words", derive(clap::Args))]
pub struct Compare {
    /// A status code, by number or phrase, or both codes separated by a comma
    pub first: String,
    /// Another status code
    #[cfg_attr(feature = "words", arg(default_value_t, hide_default_value = true))]
    pub second: String,
    /// Further words of the codes, if a phrase or a word such as `vs` stands without quotes.
    #[cfg_attr(feature = "words", arg(hide = true))]
    pub more: Vec<String>,
    /// How it is printed.
    #[cfg_attr(feature = "words", command(flatten))]
    pub options: ArticleOptions,
}

const ONLY_ONE: &str = "`compare` needs two codes, and only one is given";
const NAME_TWO: &str = "name two, such as `statuscraft compare 401 403`";

impl Compare {
    /// The comparison that is requested.
    pub(super) fn article<'a>(&self, generator: &'a Generator) -> Result<Article<'a>> {
        let code = |query: &str| match generator.status(query) {
            Ok(status) => Ok(status.code.to_string()),
            Err(_) => Err(unknown_code(generator, query)),
        };
        let is_text =
            self.second.is_empty() && self.first.contains(' ') && !self.first.contains(',');
        if is_text || !self.more.is_empty() {
            return self.of_words(generator);
        }
        let (first, second) = match self.first.split_once(',') {
            Some((first, second)) if self.second.is_empty() => (first.trim(), second.trim()),
            _ => (self.first.as_str(), self.second.as_str()),
        };
        if second.is_empty() {
            return Err(Error::new(ErrorKind::Usage, ONLY_ONE).with_hint(NAME_TWO));
        }
        for word in [first, second] {
            if generator.status(word).is_err() && generator.is_target(word)? {
                let message = format!("`{word}` is a target, and `compare` needs two codes");
                let hint = "`statuscraft compare 401 403` compares two codes; `statuscraft explain \
                            404 TARGET` explains one with its example in a target";
                return Err(Error::new(ErrorKind::Usage, message).about(word).with_hint(hint));
            }
        }
        self.page(generator, &code(first)?, &code(second)?)
    }

    /// The comparison of the two codes in more than two words.
    fn of_words<'a>(&self, generator: &'a Generator) -> Result<Article<'a>> {
        let words = [&self.first, &self.second].into_iter().chain(&self.more);
        let words = words.flat_map(|it| it.split_whitespace());
        let words: Vec<&str> = words.filter(|it| !is_between(it)).collect();
        let Named { statuses, targets } = Named::read(generator, &words)?;
        let ([first, second], []) = (statuses.as_slice(), targets.as_slice()) else {
            let message = match targets.first() {
                Some(target) => {
                    format!("`{}` is a target, and `compare` needs two codes", target.id())
                }
                None if statuses.len() == 1 => ONLY_ONE.to_owned(),
                None => format!("two codes are compared at a time, not {}", statuses.len()),
            };
            return Err(Error::new(ErrorKind::Usage, message).with_hint(NAME_TWO));
        };
        self.page(generator, &first.code.to_string(), &second.code.to_string())
    }

    fn page<'a>(&self, generator: &'a Generator, first: &str, second: &str) -> Result<Article<'a>> {
        Ok(ComparisonPage::new(generator, first, second)?.article(self.options.level()))
    }
}
