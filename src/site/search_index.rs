//! The index of the search on the pages: the words of the catalogue, the codes in which each occurs, and
//! the pages of frameworks and behaviours.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::code_context::digit;
use super::contents::{CodeData, Contents};
use crate::catalogue::Registration;
use crate::error::Result;
use crate::pages::behaviour::Matrix;
use crate::pages::{STOP_WORDS, searched};
use crate::targets::Target;

/// A script that defines the index. Pages opened from a file can't load anything but scripts.
pub(super) fn script(contents: &Contents<'_>, behaviours: &Matrix) -> Result<String> {
    let targets = contents.generator.targets()?;
    let codes: Vec<_> = contents.codes.values().map(about).collect();
    let mut texts = Texts::default();
    for (at, code_data) in contents.codes.values().enumerate() {
        texts.add(at, searched(contents.generator, code_data.status(), &targets)?);
    }
    let pairs: Vec<_> =
        contents.pairs.iter().map(|(one, other)| format!("{one}-{other}")).collect();
    let empty: Vec<_> = STOP_WORDS.split_whitespace().collect();
    let index = json!({
        "codes": codes,
        "empty": empty,
        "texts": texts.lines(),
        "words": texts.words(),
        "pairs": pairs.join(" "),
        "frameworks": contents.servers.iter().map(|it| framework(it)).collect::<Vec<_>>(),
        "behaviours": behaviours.rows.iter().map(|(it, _)| json!([it.name, it.asks])).collect::<Vec<_>>(),
    });
    Ok(format!("window.statuscraftIndex={index};\n"))
}

/// The words of a text, and the bits of its weight.
type Said = (BTreeSet<String>, u64);

/// The searched texts of all codes. A text that many codes have, such as the name of a framework, is
/// stored once.
#[derive(Default)]
struct Texts {
    /// The number of each text. A text that a code has several times is several texts.
    numbers: BTreeMap<(Said, usize), usize>,
    /// By number: the weight, how many words it has, and the codes by their position in the list.
    all: Vec<(f64, usize, Vec<usize>)>,
    /// For each word the numbers of its texts, ascending.
    words: BTreeMap<String, Vec<usize>>,
}

impl Texts {
    /// Adds the texts of a code.
    fn add(&mut self, code: usize, texts: Vec<(BTreeSet<String>, f64)>) {
        let mut seen: BTreeMap<Said, usize> = BTreeMap::new();
        for (words, weight) in texts {
            let said = (words, weight.to_bits());
            let times = seen.entry(said.clone()).or_default();
            let next = self.all.len();
            let number = *self.numbers.entry((said.clone(), *times)).or_insert(next);
            *times += 1;
            if number == next {
                self.all.push((weight, said.0.len(), Vec::new()));
                for word in said.0 {
                    self.words.entry(word).or_default().push(number);
                }
            }
            if let Some((_, _, codes)) = self.all.get_mut(number) {
                codes.push(code);
            }
        }
    }

    /// `20 3 0.7`: the weight, the number of words and the codes of each text.
    fn lines(&self) -> String {
        let line = |(weight, length, codes): &(f64, usize, Vec<usize>)| {
            format!("{weight} {length} {}", spaced(codes))
        };
        self.all.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// `word 12.3`: each word with its texts.
    fn words(&self) -> String {
        let line = |(word, texts): (&String, &Vec<usize>)| format!("{word} {}", spaced(texts));
        self.words.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// Ascending numbers, each as the distance from the one before, which is shorter.
fn spaced(numbers: &[usize]) -> String {
    let mut before = 0;
    let distance = |number: &usize| (number - std::mem::replace(&mut before, *number)).to_string();
    numbers.iter().map(distance).collect::<Vec<_>>().join(".")
}

/// The data of a framework: its name, its title and what else it is called.
fn framework(target: &Target) -> serde_json::Value {
    json!([target.id(), target.title, target.aliases.join(" ")])
}

/// The data of a search result.
fn about(code_data: &CodeData<'_>) -> serde_json::Value {
    let status = code_data.status();
    let official = status.registration != Registration::Unofficial;
    let other_names = status.formerly.iter().chain(status.used_by.iter().map(|it| &it.phrase));
    json!([
        status.code.number(),
        status.phrase,
        digit(status.code),
        u8::from(official),
        status.summary,
        other_names.collect::<Vec<_>>()
    ])
}
