//! Parquet files.

use std::io::Write;

use ogi_render::data::{DataTable, Record};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use crate::{Batch, Error, schema};

/// How many lines are kept before they are handed on.
const ROWS: usize = 16_384;

/// A Parquet file that is being written, compressed by Snappy.
#[derive(Debug)]
pub struct Parquet<W: Write + Send> {
    writer: ArrowWriter<W>,
    table: DataTable,
    batch: Batch,
}

impl<W: Write + Send> Parquet<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// [`Error`] if `out` does not take what is written.
    pub fn new(out: W, table: DataTable) -> Result<Self, Error> {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let writer = ArrowWriter::try_new(out, schema(table), Some(properties))?;
        Ok(Self { writer, table, batch: Batch::new(table) })
    }

    /// Writes a line of the table.
    ///
    /// # Errors
    /// [`Error`] if `out` does not take what is written, or the record is of another table.
    pub fn write(&mut self, record: &impl Record) -> Result<(), Error> {
        self.batch.add(record)?;
        if self.batch.rows() == ROWS { self.hand_on() } else { Ok(()) }
    }

    /// Writes what is left, and the end of the file.
    ///
    /// # Errors
    /// [`Error`] if `out` does not take what is written.
    pub fn finish(mut self) -> Result<(), Error> {
        self.hand_on()?;
        self.writer.close()?;
        Ok(())
    }

    fn hand_on(&mut self) -> Result<(), Error> {
        let batch = std::mem::replace(&mut self.batch, Batch::new(self.table));
        Ok(self.writer.write(&batch.finish()?)?)
    }
}
