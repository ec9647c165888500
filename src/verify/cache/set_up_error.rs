/// A failed set-up: the command and the end of its output.
#[derive(Debug)]
pub(in crate::verify) struct SetUpError {
    pub(in crate::verify) message: String,
    pub(in crate::verify) log: String,
}
