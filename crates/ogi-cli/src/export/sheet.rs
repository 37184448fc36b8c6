//! A table that is being written, in one of the formats.

#[cfg(feature = "parquet")]
use std::io;
use std::io::Write;

use ogi::render::Csv;
use ogi::render::data::{DataTable, Record, json};
#[cfg(feature = "parquet")]
use ogi_arrow::Parquet;

use super::{Export, ExportFormat};
use crate::problem::Problem;

type Out = Box<dyn Write + Send>;

pub(super) enum Sheet {
    Csv(Box<Csv<Out>>),
    Lines(Out),
    #[cfg(feature = "parquet")]
    Parquet(Box<Parquet<Out>>),
}

impl Sheet {
    pub(super) fn new(args: &Export, table: DataTable, out: Out) -> Result<Self, Problem> {
        Ok(match args.format {
            ExportFormat::Csv if args.bom => Self::Csv(Box::new(Csv::with_bom(out, table)?)),
            ExportFormat::Csv => Self::Csv(Box::new(Csv::new(out, table)?)),
            ExportFormat::Jsonl => Self::Lines(out),
            #[cfg(feature = "parquet")]
            ExportFormat::Parquet => {
                Self::Parquet(Box::new(Parquet::new(out, table).map_err(problem)?))
            }
            #[cfg(not(feature = "parquet"))]
            ExportFormat::Parquet => return Err(Problem::NotBuilt("parquet")),
        })
    }

    pub(super) fn write(&mut self, record: &impl Record) -> Result<(), Problem> {
        match self {
            Self::Csv(csv) => Ok(csv.write(record)?),
            Self::Lines(out) => Ok(writeln!(out, "{}", ogi::json::escaped(&json(record)))?),
            #[cfg(feature = "parquet")]
            Self::Parquet(parquet) => parquet.write(record).map_err(problem),
        }
    }

    pub(super) fn finish(self) -> Result<(), Problem> {
        match self {
            Self::Csv(csv) => Ok(csv.finish()?),
            Self::Lines(mut out) => Ok(out.flush()?),
            #[cfg(feature = "parquet")]
            Self::Parquet(parquet) => parquet.finish().map_err(problem),
        }
    }
}

#[cfg(feature = "parquet")]
fn problem(error: ogi_arrow::Error) -> Problem {
    match error {
        ogi_arrow::Error::Io(error) => Problem::Output(error),
        other => Problem::Output(io::Error::other(other)),
    }
}
