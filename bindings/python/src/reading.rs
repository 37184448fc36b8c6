//! What was read.

use std::sync::Arc;

use ogi::CellId;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;

use crate::report::{Report, json};
use crate::value::loads;

/// A report, with what was odd about its source and where each figure stands.
#[pyclass(frozen, module = "ogi")]
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    reading: Arc<ogi::Reading>,
    report: Report,
}

impl Reading {
    pub(crate) fn new(reading: ogi::Reading) -> Self {
        Self { report: Report::new(reading.report.clone()), reading: Arc::new(reading) }
    }

    pub(crate) fn inner(&self) -> &ogi::Reading {
        &self.reading
    }
}

#[pymethods]
impl Reading {
    #[getter]
    fn report(&self) -> Report {
        self.report.clone()
    }

    /// The text that places point into.
    #[getter]
    fn text(&self) -> &str {
        &self.reading.text
    }

    /// Where a figure stands.
    fn place(&self, py: Python<'_>, cell: &str) -> PyResult<Option<Py<PyAny>>> {
        let id: CellId = cell.parse().map_err(|_| PyKeyError::new_err(cell.to_owned()))?;
        let Some(place) = self.reading.place(id) else { return Ok(None) };
        Ok(Some(loads(py, &json(&place.located(&self.reading.lines()))?)?))
    }

    /// What was odd.
    #[getter]
    fn notes(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let whole = loads(py, &self.to_json()?)?;
        Ok(whole.bind(py).get_item("notes")?.unbind())
    }

    /// All of it, as `ogi parse --full` prints it.
    fn to_json(&self) -> PyResult<String> {
        json(&*self.reading)
    }

    fn __repr__(&self) -> String {
        format!("Reading({:?} notes, {:?})", self.reading.notes.len(), self.reading.report.agency)
    }
}
