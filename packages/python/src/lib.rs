//! The module `statuscraft._native`: the functions of the package, and its command.

mod arguments;
mod errors;
mod generator;

use pyo3::pymodule;

/// The functions of the module are those of a generator without overlays.
const FUNCTIONS: [&str; 9] =
    ["snippet", "explain", "compare", "search", "codes", "targets", "formats", "command", "block"];

#[pymodule]
mod _native {
    use std::ffi::OsString;
    use std::process::ExitCode;

    use pyo3::prelude::*;
    use statuscraft::cli;

    #[pymodule_export]
    use crate::generator::Generator;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        let generator =
            Generator::new(Vec::new()).map_err(|error| crate::errors::raised(&error))?;
        let generator = Bound::new(module.py(), generator)?;
        crate::FUNCTIONS.iter().try_for_each(|name| module.add(*name, generator.getattr(*name)?))
    }

    /// Does what the words say, of which the first is the program's name, and returns the exit status.
    #[pyfunction]
    fn program(py: Python<'_>, words: Vec<OsString>) -> u8 {
        let status = py.detach(|| cli::main_with(words.into_iter()));
        (0..=u8::MAX).find(|number| ExitCode::from(*number) == status).unwrap_or(u8::MAX)
    }
}
