/*!
Chinese open government information annual reports as Arrow record batches and Parquet.

The tables and their columns are those of [`ogi_render::data`]; [`schema()`] gives them as Arrow's, each column with its
meaning in both languages and the version of the tables in the metadata. A [`Batch`] takes records and gives a record
batch; [`Parquet`] writes a file of any length with little memory.

```
use ogi_arrow::{Parquet, schema};
use ogi_check::Policy;
use ogi_model::{Edition, Reading, Report};
use ogi_render::data::{DataTable, ReportRecord, Source};

let report = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build()?;
let reading = Reading::of_report(report);
let outcome = ogi_check::check(&reading, &Policy::default());
let source = Source { path: "a.txt", hash: "00", format: "text", agency: Some("示例市民政局") };

let mut file = Vec::new();
let mut parquet = Parquet::new(&mut file, DataTable::Reports)?;
parquet.write(&ReportRecord::new(source, &reading, &outcome))?;
parquet.finish()?;
assert!(file.starts_with(b"PAR1"));
assert_eq!(schema(DataTable::Reports).field(1).name(), "agency_key");
# Ok::<(), Box<dyn std::error::Error>>(())
```

# Features
- `parquet` (default): [`Parquet`].
*/

mod batch;
mod error;
#[cfg(feature = "parquet")]
mod file;
mod schema;

pub use batch::Batch;
pub use error::Error;
#[cfg(feature = "parquet")]
pub use file::Parquet;
pub use schema::schema;

/// The example of the README runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
