//! Command lines as lists of arguments.

/// Splits a command line into arguments: separated by spaces, joined by quotes. No other shell
/// syntax is supported; there is no shell.
pub(in crate::verify) fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for one in line.chars() {
        match (quote, one) {
            (Some(open), _) if one == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(one);
                word.get_or_insert_default();
            }
            (None, _) if one.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(one),
        }
    }
    words.extend(word);
    words
}

/// The text with each `{name}` replaced by its value. Values are not replaced again.
pub(in crate::verify) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = values
            .iter()
            .find_map(|(name, value)| Some((after.strip_prefix(name)?.strip_prefix('}')?, *value)));
        rest = if let Some((after, value)) = value {
            filled.push_str(value);
            after
        } else {
            filled.push('{');
            after
        };
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_at_spaces_outside_quotes() {
        assert_eq!(split("python app.py"), ["python", "app.py"]);
        assert_eq!(split(" a  'b c' d\"e f\" '' "), ["a", "b c", "de f", ""]);
        assert_eq!(split("echo $(touch x); ls"), ["echo", "$(touch", "x);", "ls"]);
    }

    #[test]
    fn known_names_are_filled_in_once() {
        let values = [("cache", "/c/{port}"), ("port", "80")];
        assert_eq!(fill("{cache}/bin:{port}{other}{", &values), "/c/{port}/bin:80{other}{");
    }
}
