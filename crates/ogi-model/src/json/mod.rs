//! The exchange format: JSON by serde.

mod cell;
mod reading;
mod report;
#[cfg(feature = "schema")]
pub mod schema;

pub(crate) use reading::{as_text, equality_id, equality_ids, table_edition};
