use crate::verify::grammar::split;

/// The fields of a message in the order in which they were received (RFC 9110, section 5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::verify) struct HeaderSection {
    lines: Vec<(String, String)>,
}

impl HeaderSection {
    /// Adds a field line. Bytes beyond ASCII become the characters with the same number.
    pub(in crate::verify) fn add(&mut self, name: &str, value: &[u8]) {
        let value = value.iter().map(|byte| char::from(*byte)).collect();
        self.lines.push((name.to_owned(), value));
    }

    /// Name and value of each line.
    pub(in crate::verify) fn lines(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The values of all lines with that name, in any case.
    pub(in crate::verify) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.lines().filter(move |(it, _)| it.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// Whether there is such a field.
    pub(in crate::verify) fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// The field's value; several lines are joined as a list (RFC 9110, section 5.3).
    pub(in crate::verify) fn get(&self, name: &str) -> Option<String> {
        let values: Vec<_> = self.all(name).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// The elements of a comma-separated list, over all lines; commas inside quotes don't separate
    /// (RFC 9110, section 5.6.1).
    pub(in crate::verify) fn elements(&self, name: &str) -> Vec<String> {
        self.all(name).flat_map(split).collect()
    }

    /// Whether a comma-separated list has that element, in any case.
    pub(in crate::verify) fn lists(&self, name: &str, element: &str) -> bool {
        self.elements(name).iter().any(|it| it.eq_ignore_ascii_case(element))
    }
}

#[cfg(test)]
mod tests {
    use super::HeaderSection;

    #[test]
    fn lists_are_split_outside_quotes_and_joined_over_lines() {
        let mut section = HeaderSection::default();
        section.add("Link", b"<a,b>; title=\"c, \\\"d\", <e>");
        section.add("link", b"<f>,, ");
        assert_eq!(section.elements("LINK"), ["<a,b>; title=\"c, \\\"d\"", "<e>", "<f>"]);
        assert_eq!(section.get("Allow"), None);
        section.add("Allow", b"GET");
        section.add("Allow", b"head\xe9");
        assert_eq!(section.get("allow").as_deref(), Some("GET, headé"));
        assert!(section.lists("Allow", "get") && !section.lists("Allow", "head"));
    }
}
