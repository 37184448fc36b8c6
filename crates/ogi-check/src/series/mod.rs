//! One agency over years.

mod check;
mod reuse;
mod successors;
mod years;

pub use check::check_series;
pub(crate) use reuse::Reuse;
pub use successors::{Successor, successors};
pub use years::Years;
