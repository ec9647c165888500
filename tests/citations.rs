//! Every section that a text of the catalogue cites exists.

use std::fs;

use statuscraft::Generator;

use crate::support::{Sections, files_below, root};

/// RFCs that another one has replaced. A text may mention them but not cite their sections.
const REPLACED: [&str; 7] =
    ["RFC 7230", "RFC 7232", "RFC 7233", "RFC 7234", "RFC 7235", "RFC 7538", "RFC 7540"];

/// The words before the number of a section.
const KINDS: [&str; 4] = ["section", "sections", "appendix", "appendices"];

const EXPECTED: &str = "expected `RFC 9110, section 15.5.5`, once for each section";

/// What is wrong with the citations of a text, wherever its lines break.
fn faults(text: &str, sections: &Sections) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let cited = (0..words.len()).filter_map(|at| citation_fault(&words, at, sections));
    let named = (0..words.len()).filter_map(|at| {
        let document = document_at(&words, at)?;
        let known = sections.knows(&document) || REPLACED.contains(&document.as_str());
        (!known).then(|| format!("no table has `{document}`"))
    });
    cited.chain(named).collect()
}

/// What is wrong with the citation whose word `section` is at that position, if there is one.
fn citation_fault(words: &[&str], at: usize, sections: &Sections) -> Option<String> {
    let kind = words[at].trim_start_matches(|one: char| !one.is_alphanumeric() && one != '§');
    if let Some(section) = kind.strip_prefix('§').and_then(number) {
        return Some(format!("`§{section}` is not how a section is cited: {EXPECTED}"));
    }
    if !KINDS.contains(&kind.to_lowercase().as_str()) {
        return None;
    }
    let section = number(words.get(at + 1)?)?;
    match at.checked_sub(1).and_then(|last| document_ending_at(words, last)) {
        Some(document) if kind == "section" || kind == "appendix" => {
            let fault = sections.fault(&document, &section)?;
            Some(format!("`{document}, {kind} {section}`: {fault}"))
        }
        _ => Some(format!("`{kind} {section}` has no document: {EXPECTED}")),
    }
}

/// A section's number, such as `15.5.5` or `A.1`, at the start of a word, without punctuation after
/// it.
fn number(word: &str) -> Option<String> {
    let end = word.find(|one: char| !one.is_ascii_alphanumeric() && one != '.');
    let number = word[..end.unwrap_or(word.len())].trim_end_matches('.');
    let mut parts = number.split('.');
    let first = parts.next()?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|one| one.is_ascii_digit());
    let letter = first.len() == 1 && first.bytes().all(|one| one.is_ascii_uppercase());
    ((digits(first) || letter) && parts.all(digits)).then(|| number.to_owned())
}

/// The document named directly before a comma, as in `RFC 9110, section`.
fn document_ending_at(words: &[&str], last: usize) -> Option<String> {
    let name = words[last].strip_suffix(',')?;
    if name.contains("draft-") {
        return Some(name[name.find("draft-")?..].to_owned());
    }
    document_at(words, last.checked_sub(1)?)
}

/// The RFC whose name starts with that word.
fn document_at(words: &[&str], at: usize) -> Option<String> {
    let opening = words[at].trim_start_matches(|one: char| !one.is_alphanumeric());
    let digits: String = words.get(at + 1)?.chars().take_while(char::is_ascii_digit).collect();
    (opening == "RFC" && !digits.is_empty()).then(|| format!("RFC {digits}"))
}

#[test]
fn the_catalogue_cites_sections_that_exist() {
    let sections = Sections::read();
    let files = files_below(&root().join("data"));
    let yaml = files.iter().filter(|(name, _)| name.ends_with(".yaml"));
    let wrong: Vec<String> = yaml
        .flat_map(|(name, path)| {
            let text = fs::read_to_string(path).expect("text");
            let faults = faults(&text, &sections);
            faults.into_iter().map(move |fault| format!("data/{name}: {fault}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_section_that_defines_a_code_is_about_it() {
    let sections = Sections::read();
    for status in Generator::new().statuses().expect("the catalogue") {
        let Some(spec) = &status.spec else { continue };
        let title = sections.title(&spec.document, &spec.section).unwrap_or("missing");
        let code = status.code.to_string();
        let agrees = title.contains(&code) && title.contains(&status.phrase);
        assert!(agrees, "data/statuses/{code}.yaml: {spec:?} is `{title}`");
    }
}

#[test]
fn a_wrong_citation_is_caught() {
    let sections = Sections::read();
    for (text, fault) in [
        ("So it is (RFC 9110, section 15.5.99).", "`RFC 9110` has no section `15.5.99`"),
        ("So it is (RFC\n    9110, section\n    15.5.99).", "`RFC 9110` has no section `15.5.99`"),
        ("RFC 9110, appendix Z says so", "`RFC 9110` has no section `Z`"),
        ("See RFC 9119, section 3.", "no table of the sections of `RFC 9119`"),
        ("See RFC 7538, section 3.", "no table of the sections of `RFC 7538`"),
        ("RFC 9119 says so", "no table has `RFC 9119`"),
        ("as section 3 has it", "`section 3` has no document"),
        ("section 3 of RFC 9110", "`section 3` has no document"),
        ("RFC 9110 section 3", "`section 3` has no document"),
        ("RFC 9110, sections 3 and 4", "`sections 3` has no document"),
        ("(RFC 9110, §3)", "`§3` is not how a section is cited"),
        ("draft-ietf-httpbis-resumable-upload, section 99", "has no section `99`"),
    ] {
        let faults = faults(text, &sections);
        assert!(faults.iter().any(|one| one.contains(fault)), "`{text}`: {faults:?}");
    }
}

#[test]
fn a_right_citation_passes() {
    let sections = Sections::read();
    for text in [
        "So it is (RFC 9110, section 15.5.5).",
        "(RFC 9113, section 8.6; RFC 9114,\n  section 4.5)",
        "RFC 9110, appendix B.1, and RFC 9111",
        "The header section, or a field in it; RFC 7538 had it first.",
        "(draft-ietf-httpbis-resumable-upload, section 5)",
        "spec: {document: RFC 9110, section: \"15.5.5\"}",
    ] {
        assert_eq!(faults(text, &sections), Vec::<String>::new(), "`{text}`");
    }
}
