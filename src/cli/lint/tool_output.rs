//! What a compiler or an interpreter prints about a syntax error.

/// The files that a failed tool has named: for each its index, the line and the message. If it has
/// named none, the first file is to blame.
pub(super) fn told(said: &str, files: &[String]) -> Vec<(usize, usize, String)> {
    let lines: Vec<&str> = said.lines().collect();
    let mut found = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let names = |line: &str| mentions(line, file).is_some();
        let Some(first) = lines.iter().position(|line| names(line)) else { continue };
        let others = |line: &str| files.iter().any(|it| it != file && mentions(line, it).is_some());
        let block: Vec<&str> =
            lines.iter().skip(first).copied().take_while(|line| !others(line)).collect();
        let after = block.first().and_then(|line| mentions(line, file)).map_or("", |it| it.1);
        let number = line_number(after).unwrap_or(1);
        // The sentence may be the line itself or one of those below.
        let says = |line: &&&str| line.contains("rror");
        let sentence = block.iter().find(says).or(block.first()).copied().unwrap_or_default();
        found.push((at, number, message(sentence, file)));
    }
    if found.is_empty() {
        let sentence = lines.iter().find(|line| !line.trim().is_empty());
        found.push((0, 1, sentence.copied().unwrap_or("no reason").trim().to_owned()));
    }
    found
}

/// What stands before and after the name of the file.
fn mentions<'a>(line: &'a str, file: &str) -> Option<(&'a str, &'a str)> {
    let (before, after) = line.split_once(file)?;
    // `1/x` also stands in `11/x`.
    let is_whole = !before.ends_with(|one: char| one.is_ascii_digit());
    is_whole.then_some((before, after))
}

/// The first number, which `:` or `line` stands before.
fn line_number(after: &str) -> Option<usize> {
    let at = after.find(|one: char| one.is_ascii_digit())?;
    let (_, number) = after.split_at_checked(at)?;
    let end = number.find(|one: char| !one.is_ascii_digit()).unwrap_or(number.len());
    number.get(..end)?.parse().ok()
}

/// A sentence without the place.
fn message(sentence: &str, file: &str) -> String {
    let Some((before, after)) = mentions(sentence, file) else {
        return sentence.trim().to_owned();
    };
    let of_place = |one: char| one.is_ascii_digit() || "\":, ".contains(one);
    let behind = after.trim_start_matches(of_place);
    let behind = behind.strip_prefix("line ").unwrap_or(behind).trim_start_matches(of_place);
    let behind = behind.strip_prefix("on line ").unwrap_or(behind).trim_start_matches(of_place);
    if behind.is_empty() {
        return before.trim().trim_end_matches(" in").to_owned();
    }
    behind.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tool_names_file_and_line_in_its_own_way() {
        let files = ["1/app".to_owned(), "11/app".to_owned(), "2/app".to_owned()];
        for (said, expected) in [
            (
                "  File \"1/app\", line 3\n    def (\n        ^\nSyntaxError: invalid syntax\n\n",
                (0, 3, "SyntaxError: invalid syntax"),
            ),
            (
                "/tmp/x/11/app:7\nf(\n ^\n\nSyntaxError: Unexpected end of input\n    at x:9",
                (1, 7, "SyntaxError: Unexpected end of input"),
            ),
            (
                "PHP Parse error:  syntax error, unexpected token \";\" in 1/app on line 4\n",
                (0, 4, "PHP Parse error:  syntax error, unexpected token \";\""),
            ),
            ("2/app:3:5: expected operand, found '}'\n", (2, 3, "expected operand, found '}'")),
            (
                "1/app:12: syntax error, unexpected end-of-input\n",
                (0, 12, "syntax error, unexpected end-of-input"),
            ),
            ("1/app:3: error: ';' expected\n  f()\n     ^\n1 error", (0, 3, "error: ';' expected")),
            (
                "1/app: line 3: syntax error near unexpected token `)'\n",
                (0, 3, "syntax error near unexpected token `)'"),
            ),
            ("something else", (0, 1, "something else")),
            ("", (0, 1, "no reason")),
        ] {
            let found = told(said, &files);
            let [(at, line, message)] = &found[..] else { panic!("{said}: {found:?}") };
            assert_eq!((*at, *line, message.as_str()), expected, "{said}");
        }
    }

    #[test]
    fn several_files_are_distinguished() {
        let files = ["0/a".to_owned(), "10/a".to_owned()];
        let found = told("10/a:2: error: one\n0/a:5: error: two\n", &files);
        assert_eq!(found, [(0, 5, "error: two".to_owned()), (1, 2, "error: one".to_owned())]);
    }
}
