//! What a cell prints.

use pyo3::prelude::*;

use crate::value::number;

/// A cell of a report, as it is printed.
#[pyclass(frozen, module = "ogi")]
#[derive(Clone, Debug)]
pub(crate) struct Cell(ogi::Cell);

impl Cell {
    pub(crate) const fn new(cell: ogi::Cell) -> Self {
        Self(cell)
    }
}

#[pymethods]
impl Cell {
    /// number, blank, not_applicable, unreadable or absent.
    #[getter]
    fn kind(&self) -> &'static str {
        match &self.0 {
            ogi::Cell::Absent => "absent",
            ogi::Cell::Blank => "blank",
            ogi::Cell::NotApplicable(_) => "not_applicable",
            ogi::Cell::Number { .. } => "number",
            ogi::Cell::Unreadable(_) => "unreadable",
        }
    }

    #[getter]
    fn value(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        self.0.value().map(|it| number(py, it)).transpose()
    }

    #[getter]
    fn remark(&self) -> Option<&str> {
        self.0.remark()
    }

    /// What is printed, or nothing for a blank.
    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("Cell({}, {:?})", self.kind(), self.0.to_string())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|it| it.get().0 == self.0)
    }
}
