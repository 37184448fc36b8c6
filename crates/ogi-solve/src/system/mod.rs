//! The equalities of a report, taken together.

mod soft;

use ogi_model::{CellId, Equality, Reading, Report, Sign};

pub use soft::SoftEquality;

use crate::linear::{MOST, Row, Set};
use crate::{Figure, Figures, can_hold};

/// The equalities of a report that can be evaluated, taken together, with its figures.
///
/// An equality with a number that is not whole is left out: it says nothing. Blank and unreadable cells are
/// unknown counts.
///
/// ```
/// use ogi_model::{Edition, TableForm, Report, TableId};
/// use ogi_solve::System;
///
/// let blank = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build()?;
/// let system = System::of_report(&blank);
/// // 39 of table three, 3 of table four; nothing is known, so nothing is broken.
/// assert_eq!(system.equations().count(), 42);
/// assert!(system.is_sound());
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
#[derive(Clone, Debug)]
pub struct System {
    /// What each cell contributes, by [`CellId::index`].
    pub(crate) figures: Vec<Figure>,
    /// The columns of a row are cells by [`CellId::index`], then one for the doubt of each soft equality. Its value
    /// is what the known figures come to: 0 where they are sound.
    pub(crate) rows: Vec<Row>,
    /// Where each row comes from.
    pub(crate) origins: Vec<Origin>,
    pub(crate) soft: Vec<SoftEquality>,
    pub(crate) unknown: Set,
}

/// Where a row comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Origin {
    Form(&'static Equality),
    Soft,
}

/// An equality of a [`System`].
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Equation {
    /// The equality of the form.
    pub equality: &'static Equality,
    /// What the known parts come to less the total, which is 0 in a sound report without unknowns.
    pub residual: i128,
    /// How many of its figures are unknown.
    pub unknown: usize,
}

impl System {
    /// The equalities of a report.
    pub fn of_report(report: &Report) -> Self {
        Self::new(report.equalities(), report)
    }

    /// The equalities of a reading. Those that settled where the figures of a row belong are left out: they are no
    /// evidence about them.
    ///
    /// ```
    /// use ogi_model::{Edition, EqualityId, EqualityKind, CellId, Column, Note, NoteKind, Place, Reading, Report, Row};
    /// use ogi_solve::System;
    ///
    /// let report = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build()?;
    /// let mut reading = Reading::of_report(report);
    /// assert_eq!(System::of_reading(&reading).equations().count(), 42);
    ///
    /// let total = CellId::new(Row::Reconsideration, Column::Total);
    /// let by = vec![EqualityId { kind: EqualityKind::RowSum, total }];
    /// let kind = NoteKind::RowSettled { row: Row::Reconsideration, by };
    /// reading.notes.push(Note { kind, place: Place::Text { start: 0, end: 0 } });
    /// assert_eq!(System::of_reading(&reading).equations().count(), 41);
    /// # Ok::<(), ogi_model::BuildError>(())
    /// ```
    pub fn of_reading(reading: &Reading) -> Self {
        let report = &reading.report;
        Self::new(report.equalities().filter(|it| !reading.is_settled_by(it.id())), report)
    }

    /// These equalities of the form, with these figures.
    pub fn new(
        equalities: impl IntoIterator<Item = &'static Equality>,
        figures: &(impl Figures + ?Sized),
    ) -> Self {
        let figures: Vec<Figure> = CellId::all().map(|cell| figures.figure(cell)).collect();
        let unknown = (0..figures.len()).filter(|at| figures[*at] == Figure::Unknown).collect();
        let mut system = Self {
            figures,
            rows: Vec::with_capacity(48),
            origins: Vec::with_capacity(48),
            soft: Vec::new(),
            unknown,
        };
        for equality in equalities {
            let terms = equality.parts().iter().map(|term| (term.cell, term.sign));
            let terms = terms.chain([(equality.total(), Sign::Minus)]);
            if let Some(row) = system.row(terms, 0) {
                system.rows.push(row);
                system.origins.push(Origin::Form(equality));
            }
        }
        system
    }

    /// With an equality from elsewhere, that may not hold although the report is sound.
    ///
    /// There is room for two dozen of them; those beyond are left out.
    pub fn with_soft(mut self, soft: SoftEquality) -> Self {
        let doubt = CellId::COUNT + self.soft.len();
        let terms = soft.terms.iter().map(|term| (term.cell, term.sign));
        if doubt < MOST
            && let Some(mut row) = self.row(terms, -i128::from(soft.value))
        {
            row.set(doubt, 1);
            self.rows.push(row);
            self.origins.push(Origin::Soft);
            self.soft.push(soft);
        }
        self
    }

    /// The row of an equality; `None` if it says nothing.
    fn row(&self, terms: impl Iterator<Item = (CellId, Sign)>, start: i128) -> Option<Row> {
        let mut row = Row::new(start);
        for (cell, sign) in terms {
            let one = if sign == Sign::Plus { 1 } else { -1 };
            row.set(cell.index(), one);
            match self.figures[cell.index()] {
                Figure::Known(count) => row.value += i128::from(one) * i128::from(count),
                Figure::NotApplicable | Figure::Unknown => {}
                Figure::NotWhole => return None,
            }
        }
        Some(row)
    }

    /// The equalities of the form in it, in table order.
    pub fn equations(&self) -> impl Iterator<Item = Equation> + '_ {
        self.origins.iter().zip(&self.rows).filter_map(|(origin, row)| match origin {
            Origin::Form(equality) => Some(Equation {
                equality,
                residual: row.value,
                unknown: row.support().intersection(&self.unknown).len(),
            }),
            Origin::Soft => None,
        })
    }

    /// The equalities of the form that no counts in the place of unknown figures could make hold.
    pub fn broken(&self) -> impl Iterator<Item = Equation> + '_ {
        self.equations().filter(|it| !can_hold(it.equality, self))
    }

    /// Whether no equality of the form is broken.
    pub fn is_sound(&self) -> bool {
        self.broken().next().is_none()
    }

    /// The equalities of the form in it, parted into those that are tied together by common cells, directly or through
    /// others: a wrong figure breaks equalities of one part only.
    ///
    /// ```
    /// use ogi_model::{Edition, Report};
    /// use ogi_solve::System;
    ///
    /// let blank = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build()?;
    /// let tied: Vec<_> = System::of_report(&blank).tied().iter().map(Vec::len).collect();
    /// // Table three as a whole, and each line of table four alone.
    /// assert_eq!(tied, [39, 1, 1, 1]);
    /// # Ok::<(), ogi_model::BuildError>(())
    /// ```
    pub fn tied(&self) -> Vec<Vec<&'static Equality>> {
        let of_form = |at: usize| match self.origins[at] {
            Origin::Form(equality) => Some(equality),
            Origin::Soft => None,
        };
        self.parts(false)
            .into_iter()
            .map(|it| it.into_iter().filter_map(of_form).collect())
            .collect()
    }

    /// The rows of the form, parted into those that share cells, directly or through others. `with_soft` takes
    /// those from elsewhere too.
    pub(crate) fn parts(&self, with_soft: bool) -> Vec<Vec<usize>> {
        let mut parts: Vec<(Set, Vec<usize>)> = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            if !with_soft && matches!(self.origins[at], Origin::Soft) {
                continue;
            }
            let (mut cells, mut members) = (*row.support(), vec![at]);
            parts.retain_mut(|(others, more)| {
                let apart = others.intersection(&cells).is_empty();
                if !apart {
                    cells = cells.union(others);
                    members.append(more);
                }
                apart
            });
            members.sort_unstable();
            parts.push((cells, members));
        }
        parts.sort_by_key(|(_, members)| members[0]);
        parts.into_iter().map(|(_, members)| members).collect()
    }
}

impl Figures for System {
    fn figure(&self, cell: CellId) -> Figure {
        self.figures[cell.index()]
    }
}
