use crate::error::{ErrorKind, Result};
use crate::output::{Format, Page};
use crate::snippet::Snippet;

/// Which files hold the examples.
#[derive(Clone, Copy, Debug)]
pub enum Layout {
    /// Each example in a file of its own: `target/404/app.ext`. A code without an example has no
    /// file.
    Files,
    /// One page per code, in some format: `404.ext`.
    Pages(&'static dyn Format),
}

impl Layout {
    /// The paths and bytes of the files that show this page.
    pub(super) fn files(self, page: &Page<'_>) -> Result<Vec<(String, Vec<u8>)>> {
        match self {
            Self::Files => {
                let snippets = page.pieces.iter().filter_map(|piece| piece.content.as_ref().ok());
                Ok(snippets.flat_map(program).collect())
            }
            Self::Pages(format) => match format.render(page) {
                Ok(shown) => {
                    let path = format!("{}.{}", page.status.code, format.extension());
                    Ok(vec![(path, shown.to_string().into_bytes())])
                }
                // A format without prose has nothing to show in this case.
                Err(error) if error.kind() == ErrorKind::Unsupported => Ok(Vec::new()),
                Err(error) => Err(error),
            },
        }
    }
}

/// The files of a program.
fn program(snippet: &Snippet) -> impl Iterator<Item = (String, Vec<u8>)> {
    let first = (&snippet.file, &snippet.text);
    let further = snippet.files.iter().map(|file| (&file.path, &file.text));
    std::iter::once(first).chain(further).map(|(path, text)| {
        let path = format!("{}/{}/{path}", snippet.target, snippet.code);
        (path, text.clone().into_bytes())
    })
}
