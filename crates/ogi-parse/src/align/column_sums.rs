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
            Says::Broken(near) => {
                self.broken += 1;
                self.together += near - sums::BROKEN;
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

    /// This, and what some sums say of ways of placing the figures of some rows.
    ///
    /// That a sum holds says no more than how unlikely what these rows bring to it is: 1397 as a total of twenty rows
    /// is no coincidence, but that two rows of them bring 5 and 5 may be one. That it nearly holds says nothing: figures
    /// of a column and of the next are often alike.
    pub(super) fn with_placed<'s>(
        mut self,
        zone: &Zone,
        sums: impl Iterator<Item = &'s ColumnSum>,
        likely: &Likely,
        placed: &[usize],
    ) -> Self {
        for sum in sums {
            let brought = || {
                let rows = placed.iter().filter(|it| sum.rows().any(|row| row == **it));
                let figures = rows.filter_map(|it| likely[*it].as_ref());
                figures.filter_map(|it| Amount::of(zone, it, sum.column).number).sum()
            };
            let Some(says) = says(zone, sum, likely) else { continue };
            self.add(match says {
                Says::Holds(log) => Says::Holds(log.min(surprise(brought()))),
                Says::Broken(_) => Says::Broken(0.0),
                Says::Nothing => Says::Nothing,
            });
        }
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
    /// It does not, but nearly: log-odds.
    Broken(f64),
    Nothing,
}

/// What a sum of a column says; `None` where a row of it is not known.
///
/// A sum that a clerk broke is off by what was mistyped or left blank, which is rarely much: a total of 399 that its
/// parts miss by 1 says nearly as much for them as one that they give.
fn says(zone: &Zone, sum: &ColumnSum, likely: &Likely) -> Option<Says> {
    let amount = |row: usize| Some(Amount::of(zone, likely[row].as_ref()?, sum.column));
    let total = amount(sum.total)?;
    if sum.parts.iter().any(|it| likely[it.0].is_none()) {
        return None;
    }
    let parts = || sum.parts.iter().filter_map(|(row, sign)| Some((*sign, amount(*row)?)));
    let is_balance = sum.id.kind != EqualityKind::OutcomeSum;
    let Some(printed) = total.number else { return Some(Says::Nothing) };
    let (mut left, mut largest) = (printed, if is_balance { 0 } else { printed });
    let (mut has_open, mut is_settled) = (total.is_open, total.is_settled);
    for (sign, part) in parts() {
        let Some(n) = part.number else { return Some(Says::Nothing) };
        has_open |= part.is_open;
        is_settled &= part.is_settled;
        left = left.saturating_sub(sign.of(n));
        if is_balance && sign == Sign::Plus {
            largest = largest.max(n);
        }
    }
    let silent = match is_balance {
        true => parts().next().is_none_or(|it| it.1.is_blank),
        false => total.is_blank,
    };
    Some(match left {
        0 if largest == 0 => Says::Nothing,
        0 if is_settled => Says::Holds(surprise(largest)),
        0 => Says::Holds(surprise(largest).min(sums::OVER_BLANKS)),
        _ if silent || has_open => Says::Nothing,
        _ => Says::Broken((surprise(largest) - surprise(left)).max(0.0)),
    })
}

/// What a cell counts in the sum of its column.
#[derive(Clone, Copy, Debug)]
struct Amount {
    /// `None` where a figure is no whole number.
    number: Option<i64>,
    /// It is blank, and nothing says what it hides.
    is_blank: bool,
    /// It is drawn and blank, or its row says that it hides something: it may be what is missing.
    is_open: bool,
    /// It is printed, or the sum of its row says that it is 0.
    is_settled: bool,
}

impl Amount {
    /// Of a cell of a row. The only blank of a row hides what the total of the row leaves: 4 in `76 8 9 _ 5 5 107`.
    fn of(zone: &Zone, row: &[Option<u32>], column: usize) -> Self {
        let figure = |it: &Option<u32>| it.map(|at| &zone.figures[at as usize]);
        let is_blank = |it: &Option<u32>| figure(it).is_none_or(Figure::is_blank);
        let own = &row[column];
        if !is_blank(own) {
            let number = figure(own).and_then(|it| it.number);
            return Self { number, is_blank: false, is_open: false, is_settled: true };
        }
        let open =
            Self { number: Some(0), is_blank: true, is_open: own.is_some(), is_settled: false };
        let [parts @ .., total] = row else { return open };
        let number = |it: &Option<u32>| figure(it).map_or(Some(0), |it| it.number);
        let of_parts = parts.iter().map(number).sum::<Option<i64>>();
        let Some((total, of_parts)) = number(total).filter(|_| !is_blank(total)).zip(of_parts)
        else {
            return open;
        };
        match total - of_parts {
            0 => Self { is_open: false, is_settled: true, ..open },
            left if left < 0 => open,
            left if parts.iter().filter(|it| is_blank(it)).count() == 1 => {
                Self { number: Some(left), is_blank: false, is_open: true, is_settled: false }
            }
            _ => Self { is_open: true, ..open },
        }
    }
}
