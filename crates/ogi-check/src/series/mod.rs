//! One agency over years.

mod check;
mod reuse;
mod years;

pub use check::check_series;
pub(crate) use reuse::Reuse;
pub(crate) use years::Years;
