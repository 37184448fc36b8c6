//! Rules of a program's own: how they are made, and which ids they may have.

mod error;
mod rule;

pub use error::RuleError;
pub(crate) use rule::accept;
