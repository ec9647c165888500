//! The shapes that errors can have.

use std::sync::Arc;

use super::generator::Generator;
use crate::catalogue::Body;
#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::Result;

impl Generator {
    /// The names of all shapes that the content of an error can have, sorted. Nothing is parsed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] if an overlay can't be read.
    pub fn bodies(&self) -> Result<Vec<String>> {
        self.catalogue.bodies()
    }

    /// The shape of errors of that name.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Option`], with the nearest one as a hint, if there is none, or
    /// [`ErrorKind::Data`] if its file is wrong.
    pub fn body(&self, name: &str) -> Result<Arc<Body>> {
        self.catalogue.body(name)
    }
}
