//! Where the example of a code runs.

use serde::Deserialize;

use crate::catalogue::Code;
use crate::enumeration::{alternatives, enumerated};
use crate::one_line::one_line;

/// The servers on which an example is proven, and those on which it does not work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Places {
    /// Where it is proven.
    pub proven: Vec<Place>,
    /// Where it does not work, and why.
    pub not_here: Vec<Absence>,
}

/// A server that runs examples.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Place {
    /// The name by which `verify --server` selects it.
    pub id: String,
    /// The name that readers know.
    pub title: String,
    /// Whether it is meant for development only.
    #[serde(default)]
    pub development: bool,
}

/// A server on which an example does not work.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Absence {
    /// The server.
    pub place: Place,
    /// What happens there: a sentence in which backticks mark code.
    pub what: String,
    /// What to use instead, or nothing.
    pub instead: String,
}

/// What readers want to know of a `verify.yaml`: most of it is for those who run the examples.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct StatedPlaces {
    servers: Vec<Place>,
    not_here: Vec<StatedAbsence>,
}

/// What readers see of codes whose examples don't work on a server.
#[derive(Debug, Deserialize)]
struct StatedAbsence {
    codes: Vec<Code>,
    server: String,
    what: String,
    #[serde(default)]
    instead: String,
}

impl StatedPlaces {
    /// Where the example of a code runs; nowhere, if the target names no servers.
    pub(super) fn places(&self, code: Code) -> Places {
        let mut places = Places::default();
        for place in &self.servers {
            let absent = |it: &&StatedAbsence| it.server == place.id && it.codes.contains(&code);
            match self.not_here.iter().find(absent) {
                Some(it) => {
                    places.not_here.push(Absence::at(place.clone(), &it.what, &it.instead));
                }
                None => places.proven.push(place.clone()),
            }
        }
        places
    }
}

impl Places {
    /// Whether there is a server on which the example does not work, or only one for development on
    /// which it does.
    pub fn is_restricted(&self) -> bool {
        !self.not_here.is_empty() || self.is_for_development()
    }

    /// Whether the example is proven on servers for development only.
    pub fn is_for_development(&self) -> bool {
        !self.proven.is_empty() && self.proven.iter().all(|it| it.development)
    }

    /// The names that readers know of some servers; nothing, if there are none.
    pub fn titles(&self, ids: &[String]) -> Option<String> {
        let all = self.proven.iter().chain(self.not_here.iter().map(|it| &it.place));
        let titles: Vec<&str> =
            all.filter(|it| ids.contains(&it.id)).map(|it| it.title.as_str()).collect();
        (!titles.is_empty()).then(|| enumerated(&titles))
    }

    /// The same as sentences in which backticks mark code. Nothing, if the target names no servers.
    pub fn told(&self) -> Option<String> {
        let titles: Vec<&str> = self.proven.iter().map(|it| it.title.as_str()).collect();
        let mut sentences = Vec::new();
        match titles.as_slice() {
            [] => {}
            titles if self.is_for_development() => {
                let them = if titles.len() > 1 { "which are" } else { "which is" };
                let titles = enumerated(titles);
                sentences.push(format!("Tested only on {titles}, {them} for development."));
            }
            titles => sentences.push(format!("Tested on {}.", enumerated(titles))),
        }
        let mut rest = self.not_here.as_slice();
        while let Some(first) = rest.first() {
            let alike = rest.iter().take_while(|it| it.says(first)).count();
            let (same, after) = rest.split_at(alike);
            let titles: Vec<&str> = same.iter().map(|it| it.place.title.as_str()).collect();
            sentences.push(format!("Doesn't work on {}: {}", alternatives(&titles), first.told()));
            rest = after;
        }
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }
}

impl Absence {
    pub(super) fn at(place: Place, what: &str, instead: &str) -> Self {
        Self { place, what: one_line(what), instead: one_line(instead) }
    }

    fn says(&self, other: &Self) -> bool {
        (&self.what, &self.instead) == (&other.what, &other.instead)
    }

    /// What happens and what to use instead, as sentences.
    pub fn told(&self) -> String {
        match self.instead.trim_end_matches('.') {
            "" => self.what.clone(),
            instead => format!("{} Use {instead}.", self.what),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::{self, File};
    use crate::origin::Origin;

    const SERVERS: &str = "servers:
  - {id: dev, title: The small one, development: true}
  - {id: one, title: One}
  - {id: two, title: Two}
";

    /// What is said of 404 if `not_here` says that.
    fn told(not_here: &str) -> Option<String> {
        let text = format!("{SERVERS}not_here: [{not_here}]");
        let file = File::new(text, Origin::file("verify.yaml"));
        let stated: StatedPlaces = assets::parse(&file).unwrap();
        stated.places(Code::new(404).unwrap()).told()
    }

    #[test]
    fn places_fit_in_one_line() {
        let all = "Tested on The small one, One and Two.";
        assert_eq!(told("").as_deref(), Some(all));
        assert_eq!(told("{codes: [405], server: one, what: It fails.}").as_deref(), Some(all));
        let on_one = "{codes: [404], server: one, what: It fails., instead: '`it`'}";
        assert_eq!(
            told(on_one).as_deref(),
            Some(
                "Tested on The small one and Two. \
                 Doesn't work on One: It fails. Use `it`."
            )
        );
        let on_both = format!("{on_one}, {}", on_one.replace("one", "two"));
        assert_eq!(
            told(&on_both).as_deref(),
            Some(
                "Tested only on The small one, which is for development. \
                 Doesn't work on One or Two: It fails. Use `it`."
            )
        );
        let nowhere = format!("{on_both}, {{codes: [404], server: dev, what: It stops.}}");
        assert_eq!(
            told(&nowhere).as_deref(),
            Some(
                "Doesn't work on The small one: It stops. \
                 Doesn't work on One or Two: It fails. Use `it`."
            )
        );
    }

    #[test]
    fn nothing_is_said_where_no_server_is_named() {
        let code = Code::new(404).unwrap();
        assert_eq!(StatedPlaces::default().places(code).told(), None);
    }
}
