//! Chinese open government information annual reports in SQL: DataFusion reads folders of reports, or object stores of them, as tables.
//!
//! [`register`] gives a session these functions:
//!
//! | function | what it is |
//! |---|---|
//! | `ogi_reports('glob')` | a line a report: agency, year, verdict, counts |
//! | `ogi_figures('glob')` | a line a figure |
//! | `ogi_findings('glob')` | a line a finding |
//! | `ogi_unread('glob')` | a line a file, or part of one, that could not be read |
//! | `ogi_warc('glob')` | a line a record of a web archive that may be a report, with its bytes |
//! | `ogi_parse(binary)` | a struct: error, agency, year, title, published, the report's JSON |
//! | `ogi_check(binary)` | a struct: error, verdict, accepted, a list of findings |
//!
//! The columns of the first four are those of `ogi export` (`schema/export.md`). What a query demands of `report_path`,
//! `agency_key` and `report_year` is looked at before the rest is done: files of other paths are not opened, reports of other
//! agencies and years not checked. `docs/sql.md` has the queries of a researcher, each with its result.
//!
//! ```
//! use datafusion::prelude::SessionContext;
//!
//! # #[tokio::main]
//! # async fn main() -> datafusion::error::Result<()> {
//! let context = SessionContext::new();
//! ogi_datafusion::register(&context);
//! let reports = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/reports/*.txt");
//! let query = format!("select count(*) as n from ogi_findings('{reports}') where rule_key = 't4-sum'");
//! let batches = context.sql(&query).await?.collect().await?;
//! assert_eq!(batches[0].num_rows(), 1);
//! # Ok(())
//! # }
//! ```

#[cfg(feature = "cluster")]
pub mod cluster;
#[cfg(feature = "cluster")]
mod codec;
mod paths;
mod predicate;
mod reports;
mod scan;
mod source;
mod table;
mod udf;
mod warc;

use std::sync::Arc;

use datafusion::prelude::SessionContext;

#[cfg(feature = "cluster")]
pub use codec::OgiCodec;
pub use udf::scalar_functions;
pub use warc::{WarcRecord, WarcRecords, may_be_report};

/// Gives a session all functions.
pub fn register(context: &SessionContext) {
    for table in table::FileTable::all() {
        context.register_udtf(&table.function(), Arc::new(table));
    }
    for function in scalar_functions() {
        context.register_udf(function);
    }
}
