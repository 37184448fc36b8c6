//! What programs in other languages call: bytes and JSON in, bytes and JSON out.
//!
//! The C interface, the bindings for Python and Java and the SQL engine stand on this module and say the same in the same JSON.
//! [`read`] takes JSON beside everything that [`crate::read`] takes; [`json`] has the calls that take their options as
//! JSON too; a [`ReportFile`] gives the records of the tables for research.
//!
//! ```
//! let text = include_bytes!("../../../../examples/reports/garden-street-2024.txt");
//! let json = ogi::embed::json::check(text, r#"{"path": "garden.txt"}"#)?;
//! assert!(json.starts_with(r#"{"path":"garden.txt","error":null,"agency":"示例区花园街道办事处","year":2024,"verdict":"rejected""#));
//!
//! let error = ogi::embed::json::read("关于放假的通知".as_bytes(), "{}").unwrap_err();
//! assert_eq!(error.kind(), "not-a-report");
//! # Ok::<(), ogi::embed::EmbedError>(())
//! ```

mod error;
mod file;
pub mod json;
mod source;
mod twins;

pub use error::EmbedError;
pub use file::ReportFile;
pub use source::{format_key, read, read_json};
pub use twins::{Twins, name_twins};
