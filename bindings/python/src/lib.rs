//! The module `ogi._ogi`: what the package `ogi` of Python gives. Each function is the one of that name in [`ogi::embed`];
//! the stubs in `python/ogi/_ogi.pyi` say what it takes and gives.

mod arrow;
mod cell;
mod error;
mod file;
mod many;
mod outcome;
mod policy;
mod reading;
mod report;
mod source;
mod value;

use ogi::check::Language;
use ogi::embed::EmbedError;
use ogi::import::Limits;
use ogi::tally::{Mapping, Register, Scope, TalliedRegister, tally as count};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::error::{OgiError, raise};
use crate::outcome::Outcome;
use crate::policy::PolicyArguments;
use crate::reading::Reading;
use crate::report::Report;
use crate::source::{Checkable, Source};

#[pymodule]
fn _ogi(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("OgiError", module.py().get_type::<OgiError>())?;
    for function in [
        wrap_pyfunction!(read, module)?,
        wrap_pyfunction!(check, module)?,
        wrap_pyfunction!(write, module)?,
        wrap_pyfunction!(annotate, module)?,
        wrap_pyfunction!(tally, module)?,
        wrap_pyfunction!(many::read_many, module)?,
        wrap_pyfunction!(arrow::tables, module)?,
    ] {
        module.add_function(function)?;
    }
    module.add_class::<cell::Cell>()?;
    module.add_class::<Report>()?;
    module.add_class::<Reading>()?;
    module.add_class::<Outcome>()?;
    module.add_class::<outcome::Finding>()?;
    module.add_class::<outcome::Explanation>()?;
    module.add_class::<outcome::Edit>()?;
    module.add_class::<file::File>()?;
    module.add_class::<many::Files>()?;
    module.add_class::<arrow::Table>()?;
    module.add_class::<arrow::Tables>()
}

/// Reads a report.
#[pyfunction]
fn read(py: Python<'_>, source: Source) -> PyResult<Reading> {
    py.detach(|| source.reading()).map(Reading::new)
}

/// Reads a report if it is not read yet, and checks it.
#[pyfunction]
#[pyo3(signature = (source, *, policy=None, as_of=None))]
fn check(
    py: Python<'_>,
    source: Checkable,
    policy: Option<&str>,
    as_of: Option<&Bound<'_, PyAny>>,
) -> PyResult<Outcome> {
    let policy = PolicyArguments { policy, as_of }.policy()?;
    py.detach(|| source.check(&policy))
}

/// Reads a report if it is not read yet, and gives it in a format.
#[pyfunction]
#[pyo3(signature = (source, format))]
fn write<'py>(py: Python<'py>, source: Checkable, format: &str) -> PyResult<Bound<'py, PyBytes>> {
    let format: ogi::Format = format.parse().map_err(|error: ogi::render::UnknownFormat| {
        raise(EmbedError::Options(error.to_string()))
    })?;
    let written = py.detach(|| {
        let report = source.report()?;
        let mut written = Vec::new();
        ogi::write(&report, format, &mut written).map_err(|it| raise(it.into()))?;
        Ok::<_, PyErr>(written)
    })?;
    Ok(PyBytes::new(py, &written))
}

/// The same Word document or workbook with a comment at each finding.
#[pyfunction]
#[pyo3(signature = (source, *, language="zh", policy=None, as_of=None))]
fn annotate<'py>(
    py: Python<'py>,
    source: Source,
    language: &str,
    policy: Option<&str>,
    as_of: Option<&Bound<'_, PyAny>>,
) -> PyResult<Bound<'py, PyBytes>> {
    let language: Language = language.parse().map_err(|error: ogi::check::UnknownLanguage| {
        raise(EmbedError::Options(error.to_string()))
    })?;
    let policy = PolicyArguments { policy, as_of }.policy()?;
    let annotated = py.detach(|| {
        let bytes = source.bytes()?;
        let reading = source::reading(&bytes)?;
        let outcome = ogi::check(&reading, &policy);
        ogi::annotate(&bytes, &reading, &outcome, language, policy.as_of)
            .map_err(|it| raise(it.into()))
    })?;
    Ok(PyBytes::new(py, &annotated))
}

/// Tables three and four from a register of requests: the report, and the whole count as JSON.
#[pyfunction]
#[pyo3(signature = (register, year, *, agency=None, mapping=None))]
fn tally(
    py: Python<'_>,
    register: Source,
    year: u16,
    agency: Option<&str>,
    mapping: Option<&str>,
) -> PyResult<(Report, String)> {
    py.detach(|| {
        let bytes = register.bytes()?;
        let counted = || -> Result<_, EmbedError> {
            let scope = Scope::of_year(year);
            let register = Register::read(&bytes, &Limits::default())?;
            let mapping = match mapping {
                Some(toml) => Mapping::from_toml(toml)?,
                None => Mapping::guess(&register, scope.edition)?,
            };
            let tally = count(&register, &mapping, scope)?;
            let report = tally.report(agency);
            let json = TalliedRegister::new("", &mapping, &tally, &report, None);
            let json = serde_json::to_string(&json);
            Ok((json.map_err(|error| EmbedError::Bug(error.to_string()))?, report))
        };
        let (json, report) = counted().map_err(raise)?;
        Ok((Report::new(report), json))
    })
}
