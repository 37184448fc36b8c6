//! Where each figure and each field stands.

use super::{Field, Place};
use crate::CellId;

/// The place of each cell, and of what else the report says.
///
/// ```
/// use ogi_model::{Field, Place, Places};
///
/// let mut sources = Places::default();
/// sources.set_field(Field::Title, Place::Text { start: 0, end: 6 });
/// assert!(sources.field(Field::Title).is_some() && sources.field(Field::Period).is_none());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Places {
    cells: Vec<Option<Place>>,
    fields: [Option<Place>; Field::ALL.len()],
}

impl PartialEq for Places {
    fn eq(&self, other: &Self) -> bool {
        self.fields == other.fields && self.iter().eq(other.iter())
    }
}

impl Eq for Places {}

impl Places {
    /// The place of a cell.
    pub fn get(&self, cell: CellId) -> Option<&Place> {
        self.cells.get(cell.index())?.as_ref()
    }

    /// Says where a cell stands.
    pub fn set(&mut self, cell: CellId, place: Place) {
        if self.cells.is_empty() {
            self.cells.resize(CellId::COUNT, None);
        }
        self.cells[cell.index()] = Some(place);
    }

    /// The place of a field: of metadata the words that state it; of narrative its text, or the heading where
    /// there is no text.
    pub const fn field(&self, field: Field) -> Option<&Place> {
        self.fields[field as usize].as_ref()
    }

    /// Says where a field stands.
    pub fn set_field(&mut self, field: Field, place: Place) {
        self.fields[field as usize] = Some(place);
    }

    /// Says where every cell stands at once, by a function of the cell.
    pub fn set_cells(&mut self, place: impl Fn(CellId) -> Option<Place>) {
        self.cells = CellId::all().map(place).collect();
    }

    /// The same places, each as a function makes it; a place that it makes none of is left out.
    pub fn map(&self, place: impl Fn(&Place) -> Option<Place>) -> Self {
        let map = |it: &Option<Place>| place(it.as_ref()?);
        Self {
            cells: self.cells.iter().map(map).collect(),
            fields: core::array::from_fn(|field| map(&self.fields[field])),
        }
    }

    /// The places of all cells, in table order.
    pub fn iter(&self) -> impl Iterator<Item = (CellId, &Place)> {
        CellId::all().zip(&self.cells).filter_map(|(cell, place)| Some((cell, place.as_ref()?)))
    }

    /// The places of all fields, in the order of the report.
    pub fn fields(&self) -> impl Iterator<Item = (Field, &Place)> {
        let all = Field::ALL.iter().copied().zip(&self.fields);
        all.filter_map(|(field, place)| Some((field, place.as_ref()?)))
    }
}
