//! What sentences say about figures.

use super::Place;
use crate::CellId;

/// A sentence that restates figures, typed. Readers of this version produce none.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claim {
    /// The words.
    pub printed: String,
    /// The cells whose sum it restates.
    pub cells: Vec<CellId>,
    /// The number that it says.
    pub value: i64,
    /// How firmly.
    pub hedge: Hedge,
    /// About whom.
    pub scope: Scope,
    /// Where.
    pub place: Place,
}

/// How firmly a claim says its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Hedge {
    /// Just so.
    Exact,
    /// 约
    About,
    /// 余, 以上
    AtLeast,
}

/// About whom a claim speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Scope {
    /// The reporting agency.
    Own,
    /// Others too, or others only.
    Other,
}
