//! The exchange format: JSON by serde.

mod cell;
mod fault;
mod place;
mod read;
mod reading;
mod report;
#[cfg(feature = "schema")]
pub mod schema;

pub use fault::{CellFault, JsonFault, JsonFaults};
pub use place::JsonPlace;
pub(crate) use reading::{as_text, equality_id, equality_ids, table_edition};
