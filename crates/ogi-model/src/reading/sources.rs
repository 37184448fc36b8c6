//! Where each figure stands.

use super::Place;
use crate::CellId;

/// The place of each cell that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources(Vec<Option<Place>>);

impl Sources {
    /// The place of a cell.
    pub fn get(&self, cell: CellId) -> Option<&Place> {
        self.0.get(cell.index())?.as_ref()
    }

    /// Says where a cell stands.
    pub fn set(&mut self, cell: CellId, place: Place) {
        if self.0.is_empty() {
            self.0.resize(CellId::COUNT, None);
        }
        self.0[cell.index()] = Some(place);
    }

    /// Places for every cell at once, from a function of the cell.
    pub fn from_fn(place: impl Fn(CellId) -> Option<Place>) -> Self {
        Self(CellId::all().map(place).collect())
    }

    /// All places, in table order.
    pub fn iter(&self) -> impl Iterator<Item = (CellId, &Place)> {
        CellId::all().zip(&self.0).filter_map(|(cell, place)| Some((cell, place.as_ref()?)))
    }
}
