/// A response that keeps a rule and one that breaks it. In all texts LF stands for CR LF, `␊` for a
/// lone LF, `␀` for a byte that is no UTF-8, and the header section of a request for the whole of it.
pub(super) struct Case {
    pub(super) rule: &'static str,
    pub(super) request: &'static str,
    pub(super) kept: &'static str,
    pub(super) broken: &'static str,
}

/// A case whose request is the simplest there is.
pub(super) const fn case(rule: &'static str, kept: &'static str, broken: &'static str) -> Case {
    Case { rule, request: "GET / HTTP/1.1", kept, broken }
}
