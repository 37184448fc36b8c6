//! Containers of reports: what they hold, as [`Document`](ogi_parse::Document)s for `ogi-parse`.

mod error;

#[cfg(feature = "docx")]
mod docx;
#[cfg(feature = "encoding")]
mod encoding;
#[cfg(feature = "html")]
mod html;
mod kind;
mod limits;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use error::ImportError;
pub use kind::Kind;
pub use limits::Limits;
