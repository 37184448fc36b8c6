//! Exact linear algebra in whole numbers, on fixed arrays.

mod row;
mod set;

pub(crate) use row::{Row, eliminate};
pub(crate) use set::{MOST, Set};
