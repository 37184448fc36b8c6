//! Tables as Arrow, handed over without a copy.

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::ffi::FFI_ArrowSchema;
use ogi::embed;
use ogi::render::data::{DataTable, Record};
use ogi_arrow::Batch;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::file::File;

/// The four tables of files.
#[pyfunction]
pub(crate) fn tables(py: Python<'_>, files: &Bound<'_, PyAny>) -> PyResult<Tables> {
    let files: Vec<File> = files
        .try_iter()?
        .map(|it| Ok(it?.cast::<File>()?.get().clone()))
        .collect::<PyResult<_>>()?;
    py.detach(|| Tables::of(&files)).map_err(|error| PyValueError::new_err(error.to_string()))
}

/// The tables of research: reports, figures, findings, and what could not be read.
#[pyclass(frozen, get_all, module = "ogi")]
#[derive(Debug)]
pub(crate) struct Tables {
    reports: Table,
    figures: Table,
    findings: Table,
    unread: Table,
}

impl Tables {
    fn of(files: &[File]) -> Result<Self, ogi_arrow::Error> {
        let files = || files.iter().map(File::inner);
        let mut reports: Vec<_> = files().filter_map(embed::ReportFile::report).collect();
        embed::name_twins(&mut reports);
        Ok(Self {
            reports: Table::of(DataTable::Reports, reports)?,
            figures: Table::of(DataTable::Figures, files().flat_map(embed::ReportFile::figures))?,
            findings: Table::of(
                DataTable::Findings,
                files().flat_map(embed::ReportFile::findings),
            )?,
            unread: Table::of(DataTable::Unread, files().flat_map(embed::ReportFile::unread))?,
        })
    }
}

/// A table that polars, pandas, DuckDB, pyarrow and others take as it is (`__arrow_c_stream__`).
#[pyclass(frozen, module = "ogi")]
#[derive(Clone, Debug)]
pub(crate) struct Table(RecordBatch);

impl Table {
    fn of<R: Record>(
        table: DataTable,
        records: impl IntoIterator<Item = R>,
    ) -> Result<Self, ogi_arrow::Error> {
        let mut batch = Batch::new(table);
        records.into_iter().try_for_each(|it| batch.add(&it))?;
        Ok(Self(batch.finish()?))
    }
}

#[pymethods]
impl Table {
    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.0.schema().fields().iter().map(|it| it.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(&*self.0.schema())
            .map_err(|error| PyValueError::new_err(error.to_string()))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// The interface allows that another schema, if one is asked for, is not heeded.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = RecordBatchIterator::new([Ok(self.0.clone())], self.0.schema());
        let stream = FFI_ArrowArrayStream::new(Box::new(batches));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    fn __repr__(&self) -> String {
        format!("Table({} rows, {} columns)", self.0.num_rows(), self.0.num_columns())
    }
}
