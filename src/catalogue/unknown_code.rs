//! What is said about a word that is no status code.

use super::code::{Class, Code};
use super::{Catalogue, Status, status_query};
use crate::error::{Error, ErrorKind, Result};
use crate::short_quote::word;
use crate::suggest::did_you_mean;

/// The hint if nothing is near.
pub(crate) const LIST_HINT: &str = "a code is a number or a phrase, such as `not-found`; `statuscraft list codes` shows all of them";

impl Catalogue {
    /// That the query names no code, and which codes there are.
    pub(super) fn unknown(&self, query: &str) -> Result<Error> {
        let error =
            Error::new(ErrorKind::UnknownStatus, format!("no status code `{}`", word(query)))
                .about(query);
        if !query.is_empty() && query.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(error.with_hint(self.numbers_near(query)?));
        }
        if let Some(class) = like_a_class(query) {
            return Ok(error.with_hint(format!("`{class}` stands for a class of codes")));
        }
        let mut names = Vec::new();
        for code in self.codes()?.iter().chain(self.unofficial_codes()?) {
            if let Some(status) = self.get(*code)? {
                names.push(status_query::kebab(&status.phrase));
                names.extend(status.formerly.iter().map(|phrase| status_query::kebab(phrase)));
            }
        }
        let hint = match query.len() {
            0..=LONGEST => {
                did_you_mean(&status_query::kebab(query), names.iter().map(String::as_str))
            }
            _ => None,
        };
        Ok(error.with_hint(hint.unwrap_or_else(|| LIST_HINT.to_owned())))
    }

    /// That a phrase is not that of the number before it.
    pub(super) fn contradiction(
        &self,
        status: &Status,
        phrase: &str,
        query: &str,
    ) -> Result<Error> {
        let Status { code, phrase: own, .. } = status;
        let (message, hint) = match self.by_phrase(phrase)? {
            Some(other) => (
                format!("`{}` is the phrase of {}, not of {code}", word(phrase), other.code),
                format!("{code} is `{own}`; name one of them by its number"),
            ),
            None => (
                format!("`{}` is not the phrase of {code}", word(phrase)),
                format!("{code} is `{own}`; a target is a word of its own"),
            ),
        };
        Ok(Error::new(ErrorKind::UnknownStatus, message).about(query).with_hint(hint))
    }

    /// The codes of the class that a number belongs to.
    fn numbers_near(&self, number: &str) -> Result<String> {
        let Some(code) = number.parse().ok().and_then(Code::new) else {
            let hint = "a status code is a number from 100 to 599; `statuscraft list codes` shows \
                        those that are in use";
            return Ok(hint.to_owned());
        };
        let class = code.class();
        let codes = self.codes()?.iter().filter(|code| code.class() == class);
        let codes: Vec<u16> = codes.map(|code| code.number()).collect();
        let class = class_name(class);
        let list = format!("`statuscraft list codes --class {class} --unofficial` shows all");
        Ok(match runs(&codes).as_slice() {
            [] => list,
            [one] => format!("the registered codes of {class} are {one}; {list}"),
            [before @ .., end] => {
                let before = before.join(", ");
                format!("the registered codes of {class} are {before} and {end}; {list}")
            }
        })
    }
}

/// The class that somebody may mean with another placeholder than `x`, such as `4**`.
fn like_a_class(query: &str) -> Option<String> {
    let (digit, rest) = query.split_at_checked(1)?;
    let is_class = matches!(digit, "1" | "2" | "3" | "4" | "5")
        && (1..=2).contains(&rest.len())
        && rest.chars().all(|one| "xX*?.#_nN".contains(one));
    is_class.then(|| format!("{digit}xx"))
}

/// Longer queries are no misspelled phrases.
const LONGEST: usize = 100;

fn class_name(class: Class) -> &'static str {
    match class {
        Class::Informational => "1xx",
        Class::Successful => "2xx",
        Class::Redirection => "3xx",
        Class::ClientError => "4xx",
        Class::ServerError => "5xx",
    }
}

/// Ascending numbers as runs: `200 to 208`, `226`.
fn runs(numbers: &[u16]) -> Vec<String> {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let run = |(first, last): (u16, u16)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first} to {last}"),
    };
    runs.into_iter().map(run).collect()
}
