//! What the figures of children add up to.

use ogi_model::{Cell, CellId, Decimal, NotApplicable, Unit, Value};

use super::Family;

/// What the figures of all children in a cell add up to. What does not apply counts 0; what is not known is some
/// figure from 0.
#[derive(Default)]
pub(crate) struct Total {
    /// The sum of what is known.
    pub(crate) known: Decimal,
    /// The children, by their number in the family, whose figure is not known.
    pub(crate) missing: Vec<usize>,
    /// The token that all of them print, if it applies to none.
    pub(crate) not_applicable: Option<NotApplicable>,
}

impl Total {
    /// Adds up a cell; `read` says how a policy wants it read.
    pub(crate) fn of(
        cell: CellId,
        family: &Family<'_>,
        read: impl for<'c> Fn(&'c Cell) -> &'c Cell,
    ) -> Self {
        let mut total = Self::default();
        let mut applies = false;
        for (n, member) in family.members().iter().enumerate() {
            let printed = read(member.cell(cell));
            if let Cell::NotApplicable(token) = printed {
                total.not_applicable.get_or_insert(*token);
                continue;
            }
            applies = true;
            let known = figure(cell, printed).and_then(|it| total.known.checked_add(it));
            match known {
                Some(known) => total.known = known,
                None => total.missing.push(n),
            }
        }
        if applies {
            total.not_applicable = None;
        }
        total
    }

    /// The sum as a value of a cell: a count is whole.
    pub(crate) fn value(&self, cell: CellId) -> Value {
        match i64::try_from(self.known) {
            Ok(count) if cell.unit() != Unit::Money => Value::Count(count),
            _ => Value::Decimal(self.known),
        }
    }
}

/// A figure that can be added: a count that is not whole is none.
pub(crate) fn figure(cell: CellId, printed: &Cell) -> Option<Decimal> {
    match cell.unit() {
        Unit::Money => printed.decimal(),
        Unit::Count | Unit::Change => printed.count().map(Decimal::from),
    }
}
