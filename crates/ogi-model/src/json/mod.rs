//! The exchange format: JSON by serde.

mod cell;
mod fault;
mod named;
mod place;
mod read;
mod read_reading;
mod reading;
mod report;
#[cfg(feature = "schema")]
pub mod schema;

pub use fault::{CellFault, JsonFault, JsonFaults};
pub(crate) use named::{as_text, equality_id, equality_ids, table_edition};
pub use place::JsonPlace;
