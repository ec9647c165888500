//! Highlighting of the built-in examples, computed before the program is built: compiling a
//! grammar's regular expressions takes longer than everything else.

use super::class::NAMES;
use super::line_cache::Runs;
use crate::output::code::CodeFile;

/// A table of keys, sorted, each with the place of its runs, and then the runs; see `Table`.
const FILE: &[u8] = include_bytes!("../../../data/highlights.bin");

/// A key and a place.
const ROW: usize = 8 + 4;

/// The pieces of a built-in example; `None` for any other text.
pub(super) fn runs<'a>(code: &CodeFile<'a>) -> Option<Runs<'a>> {
    Table::of(FILE)?.runs(key(code), code.text)
}

/// A table of this layout: the number of its rows, the rows, the runs. A row is a key and where its runs
/// begin; a run is its length and its class. Numbers have their high bytes first.
struct Table<'f> {
    rows: &'f [u8],
    runs: &'f [u8],
}

impl<'f> Table<'f> {
    fn of(file: &'f [u8]) -> Option<Self> {
        let (count, rest) = file.split_first_chunk()?;
        let length = usize::try_from(u32::from_be_bytes(*count)).ok()?.checked_mul(ROW)?;
        let (rows, runs) = rest.split_at_checked(length)?;
        Some(Self { rows, runs })
    }

    fn runs<'a>(&self, key: u64, text: &'a str) -> Option<Runs<'a>> {
        let (rows, _) = self.rows.as_chunks::<ROW>();
        let found = rows.binary_search_by_key(&Some(key), |row| {
            row.first_chunk().map(|key| u64::from_be_bytes(*key))
        });
        let place = rows.get(found.ok()?)?.last_chunk()?;
        let mut rest = self.runs.get(usize::try_from(u32::from_be_bytes(*place)).ok()?..)?;
        let mut runs = Vec::new();
        let mut done = 0;
        while done < text.len() {
            let ([high, low, class], after) = rest.split_first_chunk()?;
            let end = done + usize::from(u16::from_be_bytes([*high, *low]));
            let class = usize::from(*class).checked_sub(1);
            let class = class.map(|at| NAMES.get(at).copied().ok_or(())).transpose().ok()?;
            runs.push((text.get(done..end).filter(|run| !run.is_empty())?, class));
            (done, rest) = (end, after);
        }
        Some(runs)
    }
}

/// FNV-1a over everything that the highlighting depends on.
fn key(code: &CodeFile<'_>) -> u64 {
    let form = if code.whole { "\0program\0" } else { "\0handler\0" };
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in code.fence.bytes().chain(form.bytes()).chain(code.text.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use super::*;
    use crate::output::Page;
    use crate::output::highlight::class::Class;
    use crate::output::highlight::read;
    use crate::snippet::{Form, Generator, Options, Snippet};

    /// The usual built-in examples, whole and their handlers alone; those of clients against each
    /// server.
    fn examples() -> Vec<Snippet> {
        let generator = Generator::new();
        let (clients, servers): (Vec<_>, Vec<_>) =
            generator.targets().unwrap().into_iter().partition(|target| target.is_client());
        let mut sets: Vec<Vec<_>> = servers.iter().map(|server| vec![server.clone()]).collect();
        for client in &clients {
            sets.push(vec![client.clone()]);
            sets.extend(servers.iter().map(|server| vec![server.clone(), client.clone()]));
        }
        let mut examples = Vec::new();
        let codes = generator.codes().unwrap().iter().chain(generator.unofficial_codes().unwrap());
        for code in codes {
            let status = generator.status(&code.to_string()).unwrap();
            for form in [Form::Program, Form::Handler] {
                let options = Options { form, ..Options::default() };
                for targets in &sets {
                    let page = Page::new(&generator, status, targets, &options).unwrap();
                    examples.extend(page.pieces.into_iter().filter_map(|it| it.content.ok()));
                }
            }
        }
        examples
    }

    /// The non-empty runs of an example; adjacent runs of one class are joined.
    fn plain(code: &CodeFile<'_>) -> Vec<(usize, Option<Class>)> {
        let mut plain: Vec<(usize, Option<Class>)> = Vec::new();
        for (text, class) in read(code).unwrap().into_iter().filter(|(text, _)| !text.is_empty()) {
            match plain.last_mut() {
                Some((length, last)) if *last == class => *length += text.len(),
                _ => plain.push((text.len(), class)),
            }
        }
        plain
    }

    fn file(examples: &[Snippet]) -> Vec<u8> {
        // Plain text has no grammar.
        let files = examples.iter().flat_map(CodeFile::of).filter(|it| read(it).is_some());
        let known: BTreeMap<u64, CodeFile<'_>> = files.map(|it| (key(&it), it)).collect();
        let (mut rows, mut runs) = (Vec::new(), Vec::new());
        for (key, code) in &known {
            rows.extend(key.to_be_bytes());
            rows.extend(u32::try_from(runs.len()).unwrap().to_be_bytes());
            for (length, class) in plain(code) {
                runs.extend(u16::try_from(length).unwrap().to_be_bytes());
                let at =
                    class.map_or(0, |class| 1 + NAMES.iter().position(|it| *it == class).unwrap());
                runs.push(u8::try_from(at).unwrap());
            }
        }
        let count = u32::try_from(known.len()).unwrap();
        [count.to_be_bytes().to_vec(), rows, runs].concat()
    }

    /// `STATUSCRAFT_HIGHLIGHTS=write cargo test known` regenerates the file.
    #[test]
    fn every_example_is_stored_as_the_grammar_parses_it() {
        let made = file(&examples());
        if std::env::var("STATUSCRAFT_HIGHLIGHTS").is_ok_and(|it| it == "write") {
            let root = Path::new(env!("CARGO_MANIFEST_DIR"));
            std::fs::write(root.join("data/highlights.bin"), &made).unwrap();
        } else {
            assert!(made == FILE, "run STATUSCRAFT_HIGHLIGHTS=write cargo test known");
        }
    }

    #[test]
    fn a_table_that_does_not_match_the_text_is_ignored() {
        let row =
            |place: u32| [7_u64.to_be_bytes().to_vec(), place.to_be_bytes().to_vec()].concat();
        let table = |runs: &[u8]| [vec![0, 0, 0, 1], row(0), runs.to_vec()].concat();
        let read = |file: &[u8], key, text: &'static str| {
            Table::of(file).and_then(|table| table.runs(key, text))
        };
        let whole = table(&[0, 2, 0, 0, 1, 1]);
        assert_eq!(read(&whole, 7, "abc"), Some(vec![("ab", None), ("c", NAMES.first().copied())]));
        assert_eq!(read(&whole, 8, "abc"), None);
        assert_eq!(read(&whole, 7, "abcd"), None);
        assert_eq!(read(&whole, 7, "aü"), None);
        assert_eq!(read(&table(&[0, 3, 99]), 7, "abc"), None);
        assert_eq!(read(&table(&[0, 0, 0]), 7, "abc"), None);
        assert_eq!(read(&[0, 0, 0, 9, 1], 7, "abc"), None);
        assert_eq!(read(&[], 7, ""), None);
    }
}
