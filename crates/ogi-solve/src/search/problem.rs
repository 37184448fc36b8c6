//! One part of a system, ready to be searched.

use ogi_model::{CellId, Equality, EqualityId};

use super::grid::Grid;
use crate::linear::{MOST, Row, Set, eliminate};
use crate::rank::{Margins, Values};
use crate::system::{Origin, System};
use crate::{can_hold, filling};

/// Changes of columns: what each prints less what it should, in table order. A change of a column that is no cell says
/// by how much an equality from elsewhere is wrong.
pub(crate) type Changes = Vec<(usize, i128)>;

/// One part of a system whose unknown columns are taken out: what remains must hold whatever they are.
#[derive(Debug)]
pub(crate) struct Problem<'s> {
    pub(crate) system: &'s System,
    /// The rows of the part, by their numbers in the system.
    pub(crate) members: Vec<usize>,
    /// Without unknown columns. The value of each is what the wrong figures in it come to.
    pub(crate) rows: Vec<Row>,
    /// Which rows each column is in, one bit a row.
    rows_of: Vec<u128>,
    /// The rows that are not sound.
    pub(crate) violated: u128,
    unknown: Set,
    pub(crate) grid: Grid,
    /// How many cells print 0.
    pub(crate) zeros: usize,
    pub(crate) values: Values,
    pub(crate) margins: Margins,
    pub(crate) takes_blanks_for_zero: bool,
}

/// What unknown figures are taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unknowns {
    /// Any counts.
    Any,
    /// 0.
    Zero,
}

impl<'s> Problem<'s> {
    /// `None` if numbers outgrow their room.
    pub(super) fn new(system: &'s System, members: &[usize], unknowns: Unknowns) -> Option<Self> {
        let members = members.to_vec();
        let mut rows: Vec<Row> = members.iter().map(|at| system.rows[*at]).collect();
        let all = rows.iter().fold(Set::default(), |all, row| all.union(row.support()));
        let mut unknown = all.intersection(&system.unknown);
        for column in unknown.iter() {
            match unknowns {
                Unknowns::Any => drop(eliminate(&mut rows, column).ok()?),
                Unknowns::Zero => rows.iter_mut().for_each(|row| row.set(column, 0)),
            }
        }
        let takes_blanks_for_zero = unknowns == Unknowns::Zero;
        if takes_blanks_for_zero {
            unknown = Set::default();
        }
        let mut rows_of = vec![0_u128; MOST];
        let mut violated = 0;
        for (at, row) in rows.iter().enumerate() {
            row.support().iter().for_each(|column| rows_of[column] |= 1 << at);
            violated |= u128::from(row.value != 0) << at;
        }
        let totals = members
            .iter()
            .filter_map(|at| match system.origins[*at] {
                Origin::Form(equality) => Some(equality.total().index()),
                Origin::Soft => None,
            })
            .collect();
        let grid = Grid::new(&all, totals);
        let counted = |column: usize| system.figures.get(column)?.counted();
        let zeros = all.iter().filter(|it| counted(*it) == Some(0)).count();
        let leaves = all.iter().filter(|it| !grid.is_total(*it));
        let values = Values::of(leaves.filter_map(counted));
        let margins = Margins::of(&grid, counted);
        Some(Self {
            system,
            members,
            rows,
            rows_of,
            violated,
            unknown,
            grid,
            zeros,
            values,
            margins,
            takes_blanks_for_zero,
        })
    }

    /// The equalities of the form in it.
    pub(crate) fn equalities(&self) -> impl Iterator<Item = &'static Equality> + '_ {
        self.members.iter().filter_map(|at| match self.system.origins[*at] {
            Origin::Form(equality) => Some(equality),
            Origin::Soft => None,
        })
    }

    /// The broken equalities of the form.
    pub(crate) fn broken(&self) -> Vec<EqualityId> {
        self.equalities().filter(|it| !can_hold(it, self.system)).map(|it| it.id()).collect()
    }

    /// What a cell prints; a cell that does not apply counts 0. `None` for an unknown one, and for what is no cell.
    pub(crate) fn printed(&self, column: usize) -> Option<i64> {
        self.system.figures.get(column)?.counted()
    }

    /// What a cell should print after a change, if that is a count.
    pub(crate) fn right(&self, column: usize, change: i128) -> Option<i64> {
        let right = i128::from(self.printed(column)?).checked_sub(change)?;
        i64::try_from(right).ok().filter(|it| *it >= 0)
    }

    /// The rows that these columns are in.
    pub(crate) fn touched(&self, columns: impl IntoIterator<Item = usize>) -> u128 {
        columns.into_iter().fold(0, |rows, column| rows | self.rows_of[column])
    }

    /// Whether changes mend every row, and leave counts.
    pub(crate) fn is_mended_by(&self, changes: &Changes) -> bool {
        let mut touched = self.touched(changes.iter().map(|it| it.0));
        if self.violated & !touched != 0 {
            return false;
        }
        while touched != 0 {
            let row = &self.rows[touched.trailing_zeros() as usize];
            touched &= touched - 1;
            let sum: i128 =
                changes.iter().map(|(column, change)| row.coefficient(*column) * change).sum();
            if sum != row.value {
                return false;
            }
        }
        self.leaves_counts(changes)
    }

    /// Whether every cell is a count after these changes, and what is unknown can be one.
    pub(crate) fn leaves_counts(&self, changes: &Changes) -> bool {
        let is_cell = |column: usize| column < CellId::COUNT;
        changes
            .iter()
            .all(|(column, change)| !is_cell(*column) || self.right(*column, *change).is_some())
            && (self.unknown.is_empty() || self.can_be_filled(changes))
    }

    fn can_be_filled(&self, changes: &Changes) -> bool {
        let rows: Vec<Row> = self
            .members
            .iter()
            .map(|at| {
                let mut row = self.system.rows[*at];
                for (column, change) in changes {
                    row.value -= row.coefficient(*column) * change;
                }
                row
            })
            .filter(|row| !row.support().intersection(&self.unknown).is_empty())
            .collect();
        filling::is_possible(&rows, &self.unknown)
    }
}
