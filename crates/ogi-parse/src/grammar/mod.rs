//! The small grammars, in nom: figures, titles.
//!
//! Their types stay in here; no parser combinator shows outside.

mod figure;
mod piece;
mod title;

pub(crate) use figure::figure;
pub(crate) use piece::{PieceKind, piece_kind};
pub(crate) use title::{Title, names_form, title, year_of_report};
