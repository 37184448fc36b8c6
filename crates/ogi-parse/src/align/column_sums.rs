//! What the sums of columns say of the figures of all rows together.
//!
//! `（七）总计` prints 38 and 3: a row above with a blank lost has it where the columns then come to 38 and 3.

use std::rc::Rc;

use ogi_model::{Edition, Equality, EqualityId, EqualityKind, Sign, TableForm, Term};

use super::sums::surprise;
use super::template::Template;
use super::weights::sums;
use super::zone::{Figure, Zone};

/// The figures of rows, as they are placed most likely.
pub(super) type Likely = Vec<Option<Rc<[Option<u32>]>>>;

/// A sum of a column, by the positions of its rows and its column in a template.
#[derive(Debug)]
pub(super) struct ColumnSum {
    id: EqualityId,
    column: usize,
    total: usize,
    parts: Vec<(usize, Sign)>,
}

impl ColumnSum {
    /// Those of the edition of a template's first block whose rows the template has.
    pub(super) fn of(template: &Template) -> Vec<Self> {
        let edition: Option<Edition> = template.blocks.first().map(|it| it.0);
        let sums = edition.map_or(&[][..], |it| TableForm::of(template.table, it).equalities());
        let columns = template.rows[0].columns;
        let of = |sum: &Equality| {
            let id = sum.id();
            let column = columns.iter().position(|it| it.column == id.total.column())?;
            let is_sum = id.kind != EqualityKind::RowSum && !columns[column].is_total;
            let total = template.position(id.total.row()).filter(|_| is_sum)?;
            let part = |it: &Term| Some((template.position(it.cell.row())?, it.sign));
            let parts = sum.parts().iter().map(part).collect::<Option<_>>()?;
            Some(Self { id, column, total, parts })
        };
        sums.iter().filter_map(of).collect()
    }
}

impl ColumnSum {
    /// Its rows: that of its total, and those of its parts.
    fn rows(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().map(|it| it.0).chain([self.total])
    }

    /// Whether it adds up any of these rows.
    pub(super) fn is_of(&self, rows: &[usize]) -> bool {
        self.rows().any(|it| rows.contains(&it))
    }
}

/// What the sums of columns say.
#[derive(Debug, Default)]
pub(super) struct OfColumns {
    width: usize,
    /// For each cell of each row, what the sums that hold and have it say.
    cells: Vec<f64>,
    pub(super) verdict: Verdict,
    /// For each cell of each row the sums of columns that hold and have it.
    pub(super) holding: Vec<(usize, usize, EqualityId)>,
    /// The columns of those that do not.
    pub(super) broken: Vec<usize>,
}

impl OfColumns {
    /// What the sums say for each cell of a row.
    pub(super) fn of_row(&self, row: usize) -> &[f64] {
        &self.cells[row * self.width..][..self.width]
    }
}

/// What sums say together, and how many hold and do not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Verdict {
    pub(super) together: f64,
    holding: usize,
    broken: usize,
}

impl Verdict {
    fn add(&mut self, says: Says) {
        match says {
            Says::Holds(log) => {
                self.holding += 1;
                self.together += log;
            }
            Says::Broken(log) => {
                self.broken += 1;
                self.together += log;
            }
            Says::Nothing => {}
        }
    }

    /// This, and what some sums say of the figures of all rows.
    pub(super) fn with<'s>(
        mut self,
        zone: &Zone,
        sums: impl Iterator<Item = &'s ColumnSum>,
        likely: &Likely,
    ) -> Self {
        sums.filter_map(|it| says(zone, it, likely)).for_each(|it| self.add(it));
        self
    }

    /// All that the sums say, of rows and of columns.
    pub(super) fn with_habit(&self, of_rows: impl Iterator<Item = f64>) -> f64 {
        self.together + self.habit(of_rows)
    }

    /// How much likelier sums that do not hold are where others do not hold either: a page whose clerk left cells
    /// blank breaks most of its sums, and a reading that leaves out a row to be rid of them is no better for it.
    ///
    /// The share of broken sums is learned from the page (a beta prior, `BROKEN` for the first), so that each costs
    /// less than the one before.
    fn habit(&self, of_rows: impl Iterator<Item = f64>) -> f64 {
        let (mut broken, mut holding) = (self.broken, self.holding);
        for says in of_rows {
            broken += usize::from(says <= -sums::BROKEN);
            holding += usize::from(says > 0.0);
        }
        let prior = sums::BROKEN.exp() + holding as f64;
        let cost = |it: usize| ((prior + it as f64) / (1.0 + it as f64)).ln();
        broken as f64 * sums::BROKEN - (0..broken).map(cost).sum::<f64>()
    }
}

pub(super) fn sums_of_columns(zone: &Zone, template: &Template, likely: &Likely) -> OfColumns {
    let width = template.width();
    let cells = vec![0.0; width * template.rows.len()];
    let mut of = OfColumns { width, cells, ..OfColumns::default() };
    for sum in &template.sums {
        let Some(says) = says(zone, sum, likely) else { continue };
        of.verdict.add(says);
        match says {
            Says::Holds(log) => {
                for row in sum.rows() {
                    of.holding.push((row, sum.column, sum.id));
                    of.cells[row * width + sum.column] += log;
                }
            }
            Says::Broken(_) => of.broken.push(sum.column),
            Says::Nothing => {}
        }
    }
    of
}

/// What a sum says.
#[derive(Clone, Copy, Debug)]
enum Says {
    /// It holds: log-odds.
    Holds(f64),
    /// It does not.
    Broken(f64),
    Nothing,
}

/// What a sum of a column says; `None` where a row of it is not known.
///
/// A sum that a clerk broke is off by what was mistyped or left blank, which is rarely much: a total of 399 that its
/// parts miss by 1 says nearly as much for them as one that they give.
fn says(zone: &Zone, sum: &ColumnSum, likely: &Likely) -> Option<Says> {
    let figure = |row: usize| -> Option<Option<&Figure>> {
        let figures = likely[row].as_ref()?;
        Some(figures[sum.column].map(|at| &zone.figures[at as usize]))
    };
    let total = figure(sum.total)?;
    if sum.parts.iter().any(|it| figure(it.0).is_none()) {
        return None;
    }
    let parts = || sum.parts.iter().filter_map(|(row, sign)| Some((*sign, figure(*row)?)));
    let is_balance = sum.id.kind != EqualityKind::OutcomeSum;
    let number = |it: &Option<&Figure>| it.map_or(Some(0), |it| it.number);
    let Some(printed) = number(&total) else { return Some(Says::Nothing) };
    let (mut left, mut largest) = (printed, if is_balance { 0 } else { printed });
    for (sign, part) in parts() {
        let Some(n) = number(&part) else { return Some(Says::Nothing) };
        left = left.saturating_sub(sign.of(n));
        if is_balance && sign == Sign::Plus {
            largest = largest.max(n);
        }
    }
    let is_blank = |it: &Option<&Figure>| it.is_none_or(Figure::is_blank);
    let silent = match is_balance {
        true => parts().next().is_none_or(|it| is_blank(&it.1)),
        false => is_blank(&total),
    };
    // Cells that are drawn and blank may be what is missing.
    let printed = parts().map(|it| it.1).chain([total]).flatten();
    let has_blank = printed.into_iter().any(Figure::is_blank);
    Some(match left {
        0 if largest == 0 => Says::Nothing,
        0 => Says::Holds(surprise(largest)),
        _ if silent || has_blank => Says::Nothing,
        _ => Says::Broken((surprise(largest) - surprise(left)).max(0.0) - sums::BROKEN),
    })
}
