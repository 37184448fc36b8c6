//! One agency over years.

mod check;
mod years;

pub use check::check_series;
pub(crate) use years::Years;
