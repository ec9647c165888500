/// A response that follows a rule and one that breaks it. In all texts LF stands for CR LF, `␊` for
/// a single LF, `␀` for an invalid UTF-8 byte, and a header section for the whole request.
pub(super) struct Case {
    pub(super) rule: &'static str,
    pub(super) request: &'static str,
    pub(super) kept: &'static str,
    pub(super) broken: &'static str,
}

/// A case with the simplest request.
pub(super) const fn case(rule: &'static str, kept: &'static str, broken: &'static str) -> Case {
    Case { rule, request: "GET / HTTP/1.1", kept, broken }
}
