//! The class `Generator`.

use std::path::PathBuf;

use pyo3::prelude::*;
use statuscraft::Result;
use statuscraft::output::{Format, default_format};
use statuscraft::request::{
    ArticleRequest, Compare, Defaults, Explain, List, ListKind, Query, Request, Search,
};

use crate::arguments::{self, Code, Folders, Names};
use crate::errors::{not_for_document, raised, usage};

/// The catalogue and the templates: those of the package, and over them those of overlay folders.
///
/// A file is read when it is needed, and only once: after a change in a folder, make another generator.
#[pyclass(frozen, module = "statuscraft")]
pub(crate) struct Generator {
    generator: statuscraft::Generator,
    overlays: Vec<PathBuf>,
}

impl Generator {
    pub(crate) fn new(overlays: Vec<PathBuf>) -> Result<Self> {
        let generator = statuscraft::Generator::with_overlays(overlays.clone())?;
        Ok(Self { generator, overlays })
    }

    fn rendered(&self, py: Python<'_>, query: &Query) -> PyResult<String> {
        self.rendered_as(py, query, query.format().unwrap_or_else(default_format))
    }

    /// Other threads of Python go on meanwhile.
    fn rendered_as(&self, py: Python<'_>, query: &Query, format: &dyn Format) -> PyResult<String> {
        let rendered = py.detach(|| query.render(&self.generator, format));
        rendered.map(|it| it.to_string()).map_err(|error| raised(&error))
    }

    fn listed<'py>(&self, py: Python<'py>, list: List) -> PyResult<Bound<'py, PyAny>> {
        let list = List { format: arguments::format(Some("json"))?, ..list };
        let text = self.rendered(py, &Query::Article(ArticleRequest::List(list)))?;
        py.import("json")?.call_method1("loads", (text,))
    }
}

#[pymethods]
impl Generator {
    #[new]
    #[pyo3(signature = (overlays=None))]
    fn open(overlays: Option<Folders>) -> PyResult<Self> {
        Self::new(Folders::list(overlays)).map_err(|error| raised(&error))
    }

    /// The overlay folders.
    #[getter]
    fn overlays(&self) -> Vec<PathBuf> {
        self.overlays.clone()
    }

    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> (Bound<'py, pyo3::types::PyType>, (Vec<PathBuf>,)) {
        (slf.get_type(), (slf.get().overlays.clone(),))
    }

    /// The example for a code in a target, with the bytes that the command prints.
    ///
    /// Without a target, it is the examples of all server frameworks. `code` is a number, a phrase or a class such as
    /// ``"4xx"``. Codes and targets can be several, with commas between.
    #[pyo3(signature = (
        code, target=None, *, form=None, strict=false, body=None, format=None, path=None, message=None, name=None,
        port=None, upstream=None, lang=None, line_numbers=false
    ))]
    #[expect(clippy::too_many_arguments, reason = "each is a keyword argument")]
    #[expect(clippy::fn_params_excessive_bools, reason = "each is a keyword argument")]
    fn snippet(
        &self,
        py: Python<'_>,
        code: Code,
        target: Option<Names>,
        form: Option<&str>,
        strict: bool,
        body: Option<String>,
        format: Option<&str>,
        path: Option<String>,
        message: Option<String>,
        name: Option<String>,
        port: Option<i64>,
        upstream: Option<String>,
        lang: Option<Names>,
        line_numbers: bool,
    ) -> PyResult<String> {
        let request = Request {
            code: code.text(),
            targets: Names::list(target),
            lang: Names::list(lang),
            form: arguments::form(form)?,
            strict,
            body,
            format: arguments::format(format)?,
            line_numbers,
            path,
            message,
            name,
            port: arguments::port(port)?,
            upstream,
            ..Request::default()
        };
        self.rendered(py, &Query::Examples(request))
    }

    /// What a code means, its causes and fixes, with examples.
    ///
    /// `target` names the targets whose examples are shown, all of them by default. `heading` is the level of the title
    /// among the headings of a document, from 1 to 5, 2 by default.
    #[pyo3(signature = (code, target=None, *, format=None, heading=None))]
    fn explain(
        &self,
        py: Python<'_>,
        code: Code,
        target: Option<Names>,
        format: Option<&str>,
        heading: Option<i64>,
    ) -> PyResult<String> {
        let (code, targets) = (code.text(), Names::list(target));
        let options = arguments::article(format, heading)?;
        let explain = Explain { code, targets, options, ..Explain::default() };
        self.rendered(py, &Query::Article(ArticleRequest::Explain(explain)))
    }

    /// How two codes differ.
    #[pyo3(signature = (first, second, *, format=None, heading=None))]
    fn compare(
        &self,
        py: Python<'_>,
        first: Code,
        second: Code,
        format: Option<&str>,
        heading: Option<i64>,
    ) -> PyResult<String> {
        let options = arguments::article(format, heading)?;
        let compare =
            Compare { first: first.text(), second: second.text(), options, ..Compare::default() };
        self.rendered(py, &Query::Article(ArticleRequest::Compare(compare)))
    }

    /// The codes that a search for words finds. Words can be incomplete or misspelled.
    ///
    /// `limit` is the maximum number of results, 10 by default.
    #[pyo3(signature = (words, *, limit=None, format=None))]
    fn search(
        &self,
        py: Python<'_>,
        words: String,
        limit: Option<usize>,
        format: Option<&str>,
    ) -> PyResult<String> {
        let format = arguments::format(format)?;
        let search = Search { words: vec![words], limit, format };
        self.rendered(py, &Query::Article(ArticleRequest::Search(search)))
    }

    /// The status codes, ascending: of a class such as ``"4xx"``, or all of them.
    ///
    /// With `unofficial`, those that IANA does not list are included.
    #[pyo3(signature = (class_=None, *, unofficial=false))]
    fn codes<'py>(
        &self,
        py: Python<'py>,
        class_: Option<&str>,
        unofficial: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        let read = |name: &str| name.parse().map_err(|fault: String| usage("class_", name, &fault));
        let class = class_.map(read).transpose()?;
        self.listed(py, List { class, unofficial, ..List::default() })
    }

    /// The frameworks and clients, by name.
    fn targets<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.listed(py, List { what: ListKind::Targets, ..List::default() })
    }

    /// The output formats.
    fn formats<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.listed(py, List { what: ListKind::Formats, ..List::default() })
    }

    /// What the command ``statuscraft`` prints if these words follow it: examples, or the articles of ``explain``,
    /// ``compare``, ``search`` and ``list``.
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn command(&self, py: Python<'_>, words: Vec<String>) -> PyResult<String> {
        let query = Query::from_words(&words).map_err(|error| raised(&error))?;
        self.rendered(py, &query)
    }

    /// The same as `command` for words on one line, quoted as in a shell: what a block of a document holds.
    ///
    /// For plugins of site generators. The keyword arguments are what holds for the blocks of a document that say nothing else,
    /// and `formats` are the formats that the document can hold, all of them by default.
    #[pyo3(signature = (
        line, *, format=None, formats=None, targets=None, form=None, strict=false, body=None, path=None, message=None,
        name=None, line_numbers=false
    ))]
    #[expect(clippy::too_many_arguments, reason = "each is a keyword argument")]
    #[expect(clippy::fn_params_excessive_bools, reason = "each is a keyword argument")]
    fn block(
        &self,
        py: Python<'_>,
        line: &str,
        format: Option<&str>,
        formats: Option<Vec<String>>,
        targets: Option<Names>,
        form: Option<&str>,
        strict: bool,
        body: Option<String>,
        path: Option<String>,
        message: Option<String>,
        name: Option<String>,
        line_numbers: bool,
    ) -> PyResult<String> {
        let (targets, form) = (Names::list(targets), arguments::form(form)?);
        let defaults = Defaults { targets, form, strict, body, path, message, name, line_numbers };
        let query = Query::from_line(line).map_err(|error| raised(&error))?.or(&defaults);
        let format = match query.format() {
            Some(format) => format,
            None => arguments::format(format)?.unwrap_or_else(default_format),
        };
        if let Some(formats) =
            formats.filter(|formats| formats.iter().all(|it| it != format.name()))
        {
            return Err(not_for_document(format.name(), &formats));
        }
        self.rendered_as(py, &query, format)
    }
}
