//! Numbers as Python has them.

use ogi::Value;
use pyo3::prelude::*;

/// A count as `int`, money as `decimal.Decimal`.
pub(crate) fn number(py: Python<'_>, value: Value) -> PyResult<Py<PyAny>> {
    Ok(match value {
        Value::Count(count) => count.into_pyobject(py)?.into_any().unbind(),
        Value::Decimal(decimal) => {
            py.import("decimal")?.getattr("Decimal")?.call1((decimal.to_string(),))?.unbind()
        }
    })
}

pub(crate) fn maybe_number(py: Python<'_>, value: Option<Value>) -> PyResult<Option<Py<PyAny>>> {
    value.map(|it| number(py, it)).transpose()
}

/// JSON as objects of Python.
pub(crate) fn loads(py: Python<'_>, json: &str) -> PyResult<Py<PyAny>> {
    Ok(py.import("json")?.call_method1("loads", (json,))?.unbind())
}
