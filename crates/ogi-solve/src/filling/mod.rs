//! What blanks must be.

use ogi_model::CellId;

use crate::System;
use crate::linear::{Row, Set, eliminate};

mod bounds;

use bounds::{Bounds, Contradiction};

/// What the equalities of a [`System`], taken together, say about its unknown figures.
///
/// Every unknown cell that is in an equality is in one of the three lists; each list is in table order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Filling {
    /// The cells that can have one count only.
    pub filled: Vec<Filled>,
    /// The cells that can have several.
    pub bounded: Vec<Bounded>,
    /// The cells that cannot be filled consistently: with no counts in them do all the equalities hold that they are
    /// tied to, directly or through other cells. A printed figure is wrong, so that nothing is said about these.
    pub contradictory: Vec<CellId>,
}

/// An unknown cell that can have one count only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Which.
    pub cell: CellId,
    /// The count (件), 0 or more.
    pub count: i128,
}

/// An unknown cell that can have several counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounded {
    /// Which.
    pub cell: CellId,
    /// The least count (件), 0 or more.
    pub least: i128,
    /// The greatest count (件), if there is one. Not each count between the two need be possible.
    pub most: Option<i128>,
}

impl Filling {
    /// Whether no unknown figure is in contradiction with what is printed.
    pub const fn is_consistent(&self) -> bool {
        self.contradictory.is_empty()
    }

    /// The only count that an unknown cell can have, if there is only one.
    pub fn count(&self, cell: CellId) -> Option<i128> {
        self.filled.iter().find(|it| it.cell == cell).map(|it| it.count)
    }
}

impl System {
    /// What its unknown figures must be, by the equalities of the form: exact, and no guess.
    ///
    /// Table three is tied together as a whole, so a single wrong figure in it means that none of its blanks is
    /// filled; each of the three parts of table four is tied together alone.
    ///
    /// ```
    /// use ogi_model::{CellId, Column, Edition, Report, Row};
    /// use ogi_solve::System;
    ///
    /// let cell = |column| CellId::new(Row::Reconsideration, column);
    /// let mut report = Report::builder(Edition::E2021)
    ///     .agency("示例市民政局")
    ///     .year(2025)
    ///     .set(cell(Column::Upheld), 10)
    ///     .set(cell(Column::Total), 11)
    ///     .build()?;
    /// let filling = System::of_report(&report).filling();
    /// let corrected = filling.bounded.iter().find(|it| it.cell == cell(Column::Corrected)).unwrap();
    /// assert_eq!((corrected.least, corrected.most), (0, Some(1)));
    ///
    /// // With a total that is too small for what is printed, no counts will do.
    /// report.set(cell(Column::Total), 9);
    /// let filling = System::of_report(&report).filling();
    /// assert!(!filling.is_consistent() && filling.contradictory.contains(&cell(Column::Corrected)));
    /// # Ok::<(), ogi_model::BuildError>(())
    /// ```
    pub fn filling(&self) -> Filling {
        let mut filling = Filling::default();
        for part in self.parts(false) {
            let rows: Vec<Row> = part.iter().map(|at| self.rows[*at]).collect();
            let unknown = rows
                .iter()
                .fold(Set::default(), |all, row| all.union(row.support()))
                .intersection(&self.unknown);
            if unknown.is_empty() {
                continue;
            }
            match bounds_of(&rows, &unknown) {
                Ok(bounds) => {
                    for cell in unknown.iter().filter_map(cell_of) {
                        let (least, most) = bounds.of(cell.index());
                        if most == Some(least) {
                            filling.filled.push(Filled { cell, count: least });
                        } else {
                            filling.bounded.push(Bounded { cell, least, most });
                        }
                    }
                }
                Err(Contradiction) => {
                    filling.contradictory.extend(unknown.iter().filter_map(cell_of));
                }
            }
        }
        filling.filled.sort_by_key(|it| it.cell);
        filling.bounded.sort_by_key(|it| it.cell);
        filling.contradictory.sort();
        filling
    }
}

/// The cell of a column; `None` for the doubt of a soft equality.
fn cell_of(column: usize) -> Option<CellId> {
    CellId::all().nth(column)
}

/// Whether some counts in the unknown columns make these rows hold, as far as can be seen.
pub(crate) fn is_possible(rows: &[Row], unknown: &Set) -> bool {
    bounds_of(rows, unknown).is_ok()
}

/// What the unknown columns can be such that these rows hold.
fn bounds_of(rows: &[Row], unknown: &Set) -> Result<Bounds, Contradiction> {
    let mut bounds = Bounds::new();
    let mut known = Set::default();
    loop {
        // What is left of each row when all that is known is taken out of it.
        let mut left: Vec<Row> = rows.iter().map(|row| unknowns(row, unknown, &bounds)).collect();
        bounds.tighten(&left)?;
        if let Some(solved) = solve(&mut left, &unknown.without(&known)) {
            bounds.tighten(&left)?;
            bounds.tighten(&solved)?;
        }
        // A count that bounds alone have settled may tie others together.
        let now = unknown.iter().filter(|column| bounds.is_settled(*column)).collect();
        if now == known {
            return Ok(bounds);
        }
        known = now;
    }
}

/// A row of unknown columns and what they come to.
fn unknowns(row: &Row, unknown: &Set, bounds: &Bounds) -> Row {
    let mut left = Row::new(-row.value);
    for column in row.support().intersection(unknown).iter() {
        match bounds.of(column) {
            (least, Some(most)) if least == most => left.value -= row.coefficient(column) * least,
            _ => left.set(column, row.kept(column)),
        }
    }
    left
}

/// Each column by those that nothing determines; the rows that remain have no columns. `None` if numbers outgrow their
/// room, which leaves less determined than could be.
fn solve(rows: &mut Vec<Row>, columns: &Set) -> Option<Vec<Row>> {
    let mut solved: Vec<Row> = Vec::new();
    for column in columns.iter() {
        let Some(pivot) = eliminate(rows, column).ok()? else { continue };
        for row in solved.iter_mut().filter(|row| row.support().contains(column)) {
            row.reduce(&pivot, column).ok()?;
        }
        solved.push(pivot);
    }
    Some(solved)
}
