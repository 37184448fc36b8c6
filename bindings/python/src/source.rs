//! What is read: a path, bytes, or an open file.

use std::path::PathBuf;
use std::{fs, io};

use ogi::embed;
use ogi::{Policy, ReadOptions};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes};

use crate::error::raise;
use crate::outcome::Outcome;
use crate::reading::Reading;
use crate::report::Report;

/// A path that is opened without the interpreter, or bytes.
#[derive(Debug)]
pub(crate) enum Source {
    Path(PathBuf),
    Bytes(Vec<u8>),
}

impl<'py> FromPyObject<'_, 'py> for Source {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(bytes) = object.cast::<PyBytes>() {
            return Ok(Self::Bytes(bytes.as_bytes().to_vec()));
        }
        if let Ok(bytes) = object.cast::<PyByteArray>() {
            return Ok(Self::Bytes(bytes.to_vec()));
        }
        if object.hasattr("read")? {
            let read = object.call_method0("read")?;
            return match read.cast::<PyBytes>() {
                Ok(bytes) => Ok(Self::Bytes(bytes.as_bytes().to_vec())),
                Err(_) => Err(PyTypeError::new_err("the file is to be opened with mode 'rb'")),
            };
        }
        let path: PathBuf = object.extract().map_err(|_| {
            PyTypeError::new_err("a path, bytes or a file that is open for reading is needed")
        })?;
        Ok(Self::Path(path))
    }
}

impl Source {
    /// Its bytes; `OSError` if they cannot be read.
    pub(crate) fn bytes(self) -> PyResult<Vec<u8>> {
        match self {
            Self::Path(path) => Ok(bytes_of(&path)?),
            Self::Bytes(bytes) => Ok(bytes),
        }
    }

    pub(crate) fn reading(self) -> PyResult<ogi::Reading> {
        reading(&self.bytes()?)
    }
}

/// The bytes of a file, and no more of it than a reader takes.
pub(crate) fn bytes_of(path: &std::path::Path) -> io::Result<Vec<u8>> {
    use io::Read as _;
    let limit = ReadOptions::default().limits.bytes as u64 + 1;
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(crate) fn reading(bytes: &[u8]) -> PyResult<ogi::Reading> {
    embed::read(bytes, &ReadOptions::default()).map_err(raise)
}

/// A source, or what was read of one already.
#[derive(Debug)]
pub(crate) enum Checkable {
    Source(Source),
    Reading(Reading),
    Report(Report),
}

impl<'py> FromPyObject<'_, 'py> for Checkable {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(reading) = object.cast::<Reading>() {
            return Ok(Self::Reading(reading.get().clone()));
        }
        if let Ok(report) = object.cast::<Report>() {
            return Ok(Self::Report(report.get().clone()));
        }
        Ok(Self::Source(object.extract()?))
    }
}

impl Checkable {
    pub(crate) fn check(self, policy: &Policy) -> PyResult<Outcome> {
        Ok(match self {
            Self::Source(source) => {
                let reading = source.reading()?;
                let outcome = ogi::check(&reading, policy);
                Outcome::new((&reading).into(), outcome)
            }
            Self::Reading(reading) => {
                Outcome::new(reading.inner().into(), ogi::check(reading.inner(), policy))
            }
            Self::Report(report) => {
                Outcome::new(report.inner().into(), ogi::check(report.inner(), policy))
            }
        })
    }

    pub(crate) fn report(self) -> PyResult<ogi::Report> {
        Ok(match self {
            Self::Source(source) => source.reading()?.report,
            Self::Reading(reading) => reading.inner().report.clone(),
            Self::Report(report) => report.inner().clone(),
        })
    }
}
