use std::fmt::Write as _;

use serde::Serialize;

use super::contents::Contents;
use crate::catalogue::Registration;

/// How many codes a framework has programs for, among those of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Offered {
    /// Codes that IANA lists.
    pub(super) registered: usize,
    /// The others.
    pub(super) unofficial: usize,
}

impl Offered {
    /// What the site has for a framework.
    pub(super) fn by(contents: &Contents<'_>, target: &str) -> Self {
        let mut offered = Self::default();
        for code_data in contents.codes.values() {
            let mut programs = code_data.programs.iter();
            if !programs.any(|program| program.target() == target && program.is_offered()) {
                continue;
            }
            match code_data.status().registration {
                Registration::Unofficial => offered.unofficial += 1,
                _ => offered.registered += 1,
            }
        }
        offered
    }

    /// The numbers in words.
    pub(super) fn told(self) -> String {
        let mut text = format!("{} HTTP status codes", self.registered + self.unofficial);
        if self.unofficial > 0 {
            // Writing to a string can't fail.
            let _ =
                write!(text, ", {} registered and {} unofficial", self.registered, self.unofficial);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Offered;

    #[test]
    fn unofficial_codes_are_counted_apart() {
        let told = |registered, unofficial| Offered { registered, unofficial }.told();
        assert_eq!(told(3, 0), "3 HTTP status codes");
        assert_eq!(told(3, 2), "5 HTTP status codes, 3 registered and 2 unofficial");
    }
}
