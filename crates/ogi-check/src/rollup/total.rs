//! What the figures of children add up to.

use ogi_model::{Cell, CellId, Decimal, NotApplicable, Value};

use super::figure::{ChildFigure, value};

/// What the figures of all children in a cell add up to. What does not apply counts 0; what is not known is some
/// figure from 0.
#[derive(Default)]
pub(super) struct Total {
    /// The sum of what is known, as printed.
    pub(super) known: Decimal,
    /// The same where the children's own errors are corrected.
    pub(super) corrected: Decimal,
    /// The children, by their number in the family, whose figure is not known.
    pub(super) missing: Vec<usize>,
    /// The token that all of them print, if it applies to none.
    pub(super) not_applicable: Option<NotApplicable>,
}

impl Total {
    pub(super) fn of(figures: &[ChildFigure]) -> Self {
        let mut total = Self::default();
        let mut applies = false;
        for (n, figure) in figures.iter().enumerate() {
            match figure.printed {
                Cell::NotApplicable(token) => {
                    total.not_applicable.get_or_insert(token);
                }
                _ => applies = true,
            }
            let add = |sum: Decimal, it: Option<Value>| sum.checked_add(it?.decimal());
            let known = add(total.known, figure.counted);
            let corrected = add(total.corrected, figure.when_corrected());
            match known.zip(corrected) {
                Some((known, corrected)) => {
                    (total.known, total.corrected) = (known, corrected);
                }
                None => total.missing.push(n),
            }
        }
        if applies {
            total.not_applicable = None;
        }
        total
    }

    /// The sum as printed, as a value of the cell.
    pub(super) fn value(&self, cell: CellId) -> Value {
        value(cell, self.known)
    }
}
