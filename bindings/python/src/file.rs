//! A file of many.

use std::sync::{Arc, OnceLock};

use ogi::embed::ReportFile;
use pyo3::prelude::*;

use crate::error::raise_of;
use crate::outcome::Outcome;
use crate::reading::Reading;

/// A file that was read and checked, or why it was not.
#[pyclass(frozen, module = "ogi")]
#[derive(Clone, Debug)]
pub(crate) struct File {
    file: Arc<ReportFile>,
    reading: Arc<OnceLock<Reading>>,
}

impl File {
    pub(crate) fn new(file: ReportFile) -> Self {
        Self { file: Arc::new(file), reading: Arc::default() }
    }

    pub(crate) fn inner(&self) -> &ReportFile {
        &self.file
    }
}

#[pymethods]
impl File {
    #[getter]
    fn path(&self) -> &str {
        self.file.path()
    }

    /// Why it was not read.
    #[getter]
    fn error(&self) -> Option<PyErr> {
        self.file.reading().err().map(|(kind, message)| raise_of(kind, message))
    }

    /// What was read; raises the error if nothing was.
    #[getter]
    fn reading(&self) -> PyResult<Reading> {
        let reading = self.file.reading().map_err(|(kind, it)| raise_of(kind, it))?;
        Ok(self.reading.get_or_init(|| Reading::new(reading.clone())).clone())
    }

    /// What the check came to; raises the error if nothing was read.
    #[getter]
    fn outcome(&self) -> PyResult<Outcome> {
        let reading = self.file.reading().map_err(|(kind, it)| raise_of(kind, it))?;
        let outcome = self
            .file
            .outcome()
            .cloned()
            .unwrap_or_else(|| ogi::check(reading, &ogi::Policy::default()));
        Ok(Outcome::new(reading.into(), outcome))
    }

    fn __repr__(&self) -> String {
        format!("File({:?})", self.file.path())
    }
}
