/// The elements of a comma-separated list; empty ones are skipped.
pub(in crate::verify) fn split(value: &str) -> Vec<String> {
    let mut elements = vec![String::new()];
    let (mut quoted, mut angled, mut escaped) = (false, false, false);
    for one in value.chars() {
        match one {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if !angled => quoted = !quoted,
            '<' if !quoted => angled = true,
            '>' if !quoted => angled = false,
            ',' if !quoted && !angled => {
                elements.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(element) = elements.last_mut() {
            element.push(one);
        }
    }
    elements.iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}
