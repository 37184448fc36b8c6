//! Merged cells of a sheet.

use core::cmp::Reverse;
use std::collections::BTreeMap;

use calamine::Dimensions;

/// The merged cells of a sheet, looked up from top to bottom.
#[derive(Clone)]
pub(super) struct Merged {
    /// By row and column of their first cell, the last to come first.
    coming: Vec<Dimensions>,
    /// Those that reach into the row gone to last, by their first column.
    reaching: BTreeMap<u32, Dimensions>,
}

impl Merged {
    pub(super) fn new(mut all: Vec<Dimensions>) -> Self {
        all.retain(|it| it.start.0 <= it.end.0 && it.start.1 <= it.end.1);
        all.sort_unstable_by_key(|it| Reverse(it.start));
        Self { coming: all, reaching: BTreeMap::new() }
    }

    /// Goes on to a row, below those before.
    pub(super) fn go_to(&mut self, row: u32) {
        self.reaching.retain(|_, it| it.end.0 >= row);
        while let Some(next) = self.coming.last().copied().filter(|it| it.start.0 <= row) {
            self.coming.pop();
            // Merged cells do not overlap; in a file where they do, the first one counts.
            if next.end.0 >= row && !self.overlaps(next) {
                self.reaching.insert(next.start.1, next);
            }
        }
    }

    fn overlaps(&self, new: Dimensions) -> bool {
        let before = self.reaching.range(..=new.end.1).next_back();
        before.is_some_and(|(_, it)| it.end.1 >= new.start.1)
    }

    /// The merged cell that a column of this row is in.
    pub(super) fn at(&self, column: u32) -> Option<Dimensions> {
        let (_, found) = self.reaching.range(..=column).next_back()?;
        (found.end.1 >= column).then_some(*found)
    }

    /// The last column that a merged cell reaches in this row.
    pub(super) fn last_column(&self) -> Option<u32> {
        self.reaching.last_key_value().map(|(_, it)| it.end.1)
    }
}
