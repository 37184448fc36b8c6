//! A collection of reports as four tables for research: reports, figures, findings, and what could not be read.
//!
//! What a table has is written once, as [`Field`]s with the way to their values. The heads of CSV, the keys of JSON lines,
//! the columns of Arrow and Parquet, the JSON Schema and the page for people come from there.
//!
//! ```
//! use ogi_model::{CellId, Column, Edition, Reading, Report, Row};
//! use ogi_render::data::{Datum, Record, Source, figures};
//!
//! let report = Report::builder(Edition::E2021)
//!     .agency("示例市民政局")
//!     .year(2025)
//!     .set(CellId::new(Row::Granted, Column::Total), 12)
//!     .build()?;
//! let reading = Reading::of_report(report);
//! let source = Source { path: "示例.txt", hash: "", format: "text", agency: Some("示例市民政局") };
//! let all = figures(source, &reading);
//! assert_eq!(all.len(), 10 + 175 + 15);
//! let granted = all.iter().find(|it| it.cell.to_string() == "applications.granted.total").unwrap();
//! let (field, count) = granted.data().find(|(field, _)| field.name == "count_value").unwrap();
//! assert_eq!((field.name, count), ("count_value", Datum::Integer(12)));
//! # Ok::<(), ogi_model::BuildError>(())
//! ```

mod describe;
mod field;
mod figure;
#[cfg(feature = "findings")]
mod finding;
mod identity;
mod lines;
mod place;
#[cfg(feature = "findings")]
mod report;
mod table;
mod unread;

pub use describe::{describe, schema};
pub use field::{DECIMAL_PRECISION, DECIMAL_SCALE, Datum, Field, Kind, scaled};
pub use figure::{FigureRecord, figures};
#[cfg(feature = "findings")]
pub use finding::{FindingRecord, findings};
pub use identity::Source;
pub use lines::json;
#[cfg(feature = "findings")]
pub use report::ReportRecord;
pub use table::{DataTable, Record, SCHEMA_VERSION};
pub use unread::{UnreadRecord, unread};
