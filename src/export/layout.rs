use crate::output::Format;

/// Which files hold what is exported.
#[derive(Clone, Copy, Debug)]
pub enum Layout {
    /// Each example or transcript in a file of its own: `target/404/app.ext`, `target/404.http`. A
    /// code without one has no file.
    Files,
    /// One page for each code or pair of codes, in some format: `404.ext`.
    Pages(&'static dyn Format),
}
