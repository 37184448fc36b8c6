//! The small grammars, in nom: figures, titles.
//!
//! No parser combinator shows outside the crate.

mod figure;
mod number;
mod piece;
mod title;

pub(crate) use figure::figure;
pub(crate) use number::{money_unit, whole};
pub(crate) use piece::{PieceKind, piece_kind};
pub(crate) use title::{Title, names_form, title, year_of_report};
