//! Tests of the public surface: the form, addresses, the exchange format and its schema.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

#[cfg(feature = "serde")]
mod any_report;
mod cell_id;
mod form;
#[cfg(feature = "serde")]
mod json;
#[cfg(feature = "serde")]
mod json_errors;
#[cfg(feature = "serde")]
mod reading;
#[cfg(feature = "schema")]
mod schema;
