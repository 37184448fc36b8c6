//! What the sums of columns say of the figures of all rows together.

use std::rc::Rc;

use ogi_model::{Edition, Equality, EqualityId, EqualityKind, Form, Sign, Term};

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
        let sums = edition.map_or(&[][..], |it| Form::of(template.table, it).equalities());
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

/// What the sums of columns say.
#[derive(Debug, Default)]
pub(super) struct OfColumns {
    /// For each column.
    pub(super) columns: Vec<f64>,
    pub(super) together: f64,
    /// Those that hold.
    pub(super) holding: Vec<(usize, EqualityId)>,
    /// The columns of those that do not.
    pub(super) broken: Vec<usize>,
}

pub(super) fn sums_of_columns(zone: &Zone, template: &Template, likely: &Likely) -> OfColumns {
    let mut of = OfColumns { columns: vec![0.0; template.width()], ..OfColumns::default() };
    for sum in &template.sums {
        let (id, column) = (sum.id, sum.column);
        let figure = |row: usize| -> Option<Option<&Figure>> {
            let figures = likely[row].as_ref()?;
            Some(figures[column].map(|at| &zone.figures[at as usize]))
        };
        match says(sum, figure) {
            Some(Says::Holds(log)) => {
                of.holding.push((column, id));
                of.columns[column] += log;
                of.together += log;
            }
            Some(Says::Broken(log)) => {
                of.broken.push(column);
                of.together += log;
            }
            Some(Says::Nothing) | None => {}
        }
    }
    of
}

fn is_broken(says: f64) -> bool {
    says <= -sums::BROKEN
}

/// How much likelier sums that do not hold are where others do not hold either: a page whose clerk left cells blank
/// breaks most of its sums, and a reading that leaves out a row to be rid of them is no better for it.
///
/// The share of broken sums is learned from the page (a beta prior, `BROKEN` for the first), so that each costs less
/// than the one before.
pub(super) fn habit(of_rows: &[f64], columns: &OfColumns) -> f64 {
    let broken = columns.broken.len() + of_rows.iter().filter(|it| is_broken(**it)).count();
    let holding = columns.holding.len() + of_rows.iter().filter(|it| **it > 0.0).count();
    let prior = sums::BROKEN.exp() + holding as f64;
    let cost = |it: usize| ((prior + it as f64) / (1.0 + it as f64)).ln();
    broken as f64 * sums::BROKEN - (0..broken).map(cost).sum::<f64>()
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
fn says<'z>(sum: &ColumnSum, figure: impl Fn(usize) -> Option<Option<&'z Figure>>) -> Option<Says> {
    let total = figure(sum.total)?;
    let parts: Vec<Option<&Figure>> =
        sum.parts.iter().map(|it| figure(it.0)).collect::<Option<_>>()?;
    let is_balance = sum.id.kind != EqualityKind::OutcomeSum;
    let number = |it: &Option<&Figure>| it.map_or(Some(0), |it| it.number);
    let Some(printed) = number(&total) else { return Some(Says::Nothing) };
    let (mut left, mut largest) = (printed, if is_balance { 0 } else { printed });
    for ((_, sign), part) in sum.parts.iter().zip(&parts) {
        let Some(n) = number(part) else { return Some(Says::Nothing) };
        left = left.saturating_sub(sign.of(n));
        if is_balance && *sign == Sign::Plus {
            largest = largest.max(n);
        }
    }
    let is_blank = |it: &Option<&Figure>| it.is_none_or(Figure::is_blank);
    let silent = match is_balance {
        true => parts.first().is_none_or(is_blank),
        false => is_blank(&total),
    };
    // Cells that are drawn and blank may be what is missing.
    let has_blank = parts.iter().chain([&total]).flatten().any(|it| it.is_blank());
    Some(match left {
        0 if largest == 0 => Says::Nothing,
        0 => Says::Holds(surprise(largest)),
        _ if silent || has_blank => Says::Nothing,
        _ => Says::Broken((surprise(largest) - surprise(left)).max(0.0) - sums::BROKEN),
    })
}
