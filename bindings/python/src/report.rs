//! Reports.

use std::sync::Arc;

use ogi::CellId;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::cell::Cell;
use crate::error::raise;
use crate::value::loads;

/// A report and its figures.
#[pyclass(frozen, module = "ogi")]
#[derive(Clone, Debug)]
pub(crate) struct Report(Arc<ogi::Report>);

impl Report {
    pub(crate) fn new(report: ogi::Report) -> Self {
        Self(Arc::new(report))
    }

    pub(crate) fn inner(&self) -> &ogi::Report {
        &self.0
    }
}

#[pymethods]
impl Report {
    #[staticmethod]
    fn from_json(json: &str) -> PyResult<Self> {
        let report = ogi::Report::from_json(json.as_bytes());
        report.map(Self::new).map_err(|it| raise(ogi::embed::EmbedError::Json(it)))
    }

    #[getter]
    fn title(&self) -> Option<&str> {
        self.0.title.as_deref()
    }

    #[getter]
    fn agency(&self) -> Option<&str> {
        self.0.agency.as_deref()
    }

    #[getter]
    fn agency_kind(&self) -> Option<&'static str> {
        self.0.agency_kind.map(ogi::AgencyKind::key)
    }

    #[getter]
    fn year(&self) -> Option<u16> {
        self.0.year
    }

    /// A `datetime.date`.
    #[getter]
    fn published<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let date = |it: ogi::Date| {
            let class = py.import("datetime")?.getattr("date")?;
            class.call_method1("fromisoformat", (it.to_string(),))
        };
        self.0.published.map(date).transpose()
    }

    #[getter]
    fn overview(&self) -> Option<&str> {
        self.0.overview.as_deref()
    }

    #[getter]
    fn problems(&self) -> Option<&str> {
        self.0.problems.as_deref()
    }

    #[getter]
    fn other_matters(&self) -> Option<&str> {
        self.0.other_matters.as_deref()
    }

    /// `report["applications.newly_received.total"]`.
    fn __getitem__(&self, cell: &str) -> PyResult<Cell> {
        let id: CellId = cell.parse().map_err(|_| PyKeyError::new_err(cell.to_owned()))?;
        Ok(Cell::new(self.0[id].clone()))
    }

    /// Every cell that the report has, by its name, in the form's order.
    fn cells<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let cells = PyDict::new(py);
        for (id, cell) in self.0.cells().filter(|it| it.1.is_present()) {
            cells.set_item(id.to_string(), Cell::new(cell.clone()))?;
        }
        Ok(cells)
    }

    fn to_json(&self) -> PyResult<String> {
        json(&*self.0)
    }

    fn to_dict(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        loads(py, &self.to_json()?)
    }

    fn __repr__(&self) -> String {
        let year = self.0.year.map_or_else(|| "None".to_owned(), |it| it.to_string());
        format!("Report({}, {year})", self.0.agency.as_deref().unwrap_or("None"))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|it| it.get().0 == self.0)
    }
}

/// The JSON of what the project defines.
pub(crate) fn json(value: &(impl serde::Serialize + ?Sized)) -> PyResult<String> {
    serde_json::to_string(value)
        .map_err(|error| raise(ogi::embed::EmbedError::Bug(error.to_string())))
}
