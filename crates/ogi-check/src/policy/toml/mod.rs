//! Policies and baselines as TOML.

mod baseline;
mod cut;
mod error;
mod fields;
mod file;
mod money;
mod nearest;
mod read;
#[cfg(feature = "schema")]
mod schema;

pub use error::{PolicyError, PolicyErrors, PolicyName};
#[cfg(feature = "schema")]
pub use schema::policy_schema;
