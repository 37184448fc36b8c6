//! The small grammars, in nom: figures, dates, titles.
//!
//! Their types stay in here; no parser combinator shows outside.

mod date;
mod figure;
mod narrow;
mod piece;
mod title;

pub(crate) use date::{date_at, day, first_period, is_date};
pub(crate) use figure::figure;
#[cfg(test)]
pub(crate) use narrow::narrow;
pub(crate) use piece::{PieceKind, is_digit, piece_kind};
pub(crate) use title::{Title, names_form, title, year_of_report};
