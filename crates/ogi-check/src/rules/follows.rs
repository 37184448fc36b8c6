//! What the rules on carry-over, stock and items share: a figure that follows from the year before.

use ogi_model::{Cell, CellId, Report, Sign, TableEdition, TableForm, Unit};
use ogi_solve::Figure;

use super::equality::{printed, value};
use crate::failure::Failure;
use crate::run::Run;
use crate::series::Years;
use crate::{Expected, Message, Reason, names};

/// Of which of two years.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Last,
    This,
}

/// A signed part of what a figure follows from.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) year: Year,
    pub(super) sign: Sign,
    pub(super) cell: CellId,
}

/// Judges whether a figure is what its parts come to.
pub(super) fn judge(run: &mut Run<'_>, years: &Years<'_>, total: CellId, parts: &[Part]) {
    let Some(year) = run.report().year.filter(|year| years.last(*year).is_some()) else {
        return run.not_applicable(1);
    };
    if !run.applies_to(total.table()) {
        return run.not_applicable(1);
    }
    let Some(last) = years.before(year) else {
        run.not_evaluated(total, Reason::YearMissing);
        return;
    };
    let is_asked_for = |part: &Part| match part.year {
        Year::Last => is_asked_for(last, part.cell),
        Year::This => is_asked_for(run.report(), part.cell),
    };
    if !is_asked_for(&Part { year: Year::This, sign: Sign::Plus, cell: total })
        || !parts.iter().all(is_asked_for)
    {
        return run.not_applicable(1);
    }
    let of = |run: &Run<'_>, part: &Part| match part.year {
        Year::Last => Figure::from(run.cell_of(last, part.cell)),
        Year::This => Figure::from(run.cell(part.cell)),
    };
    // A count that is not known is 0 or more.
    let (mut known, mut more, mut less) = (0_i128, false, false);
    let mut reason = None;
    for part in parts {
        match (of(run, part), part.sign) {
            (Figure::NotApplicable, _) => {}
            (Figure::Known(n), sign) => known += i128::from(sign.of(n)),
            (it, sign) => {
                let signed = part.cell.unit() == Unit::Change;
                more |= sign == Sign::Plus || signed || it == Figure::NotWhole;
                less |= sign == Sign::Minus || signed || it == Figure::NotWhole;
                reason = Some(match (it, part.year) {
                    (Figure::NotWhole, _) => Reason::NotWhole,
                    (_, Year::Last) => Reason::UnknownLastYear,
                    (_, Year::This) => Reason::Unknown,
                });
            }
        }
    }
    let observed = match Figure::from(run.cell(total)) {
        Figure::Known(n) => Some(n),
        Figure::NotApplicable => Some(0),
        Figure::Unknown => None,
        Figure::NotWhole => {
            run.not_evaluated(total, Reason::NotWhole).missing.push(total);
            return;
        }
    };
    let off = observed.map(|it| i128::from(it) - known);
    let expected = match (more, less, off) {
        (false, false, Some(off)) if off != 0 => Expected::Exactly(value(known)),
        (true, false, Some(off)) if off < 0 => Expected::AtLeast(value(known)),
        (false, true, Some(off)) if off > 0 => Expected::AtMost(value(known)),
        (false, false, Some(_)) => return run.pass(),
        _ => {
            let missing = missing(run, total, parts);
            let it = run.not_evaluated(total, reason.unwrap_or(Reason::Unknown));
            it.missing = missing;
            if !more && !less && known >= 0 {
                it.implied.push((total, value(known)));
            }
            return;
        }
    };
    fail(run, last, total, parts, expected);
}

/// Whether the form that a report uses has a cell. Of a table that is not there nobody knows.
fn is_asked_for(report: &Report, cell: CellId) -> bool {
    match report.table(cell.table()) {
        Some(TableEdition::One(edition)) => {
            TableForm::of(cell.table(), edition).contains(cell) || report[cell].is_present()
        }
        Some(TableEdition::Mixed) => report[cell].is_present(),
        None => true,
    }
}

/// The cells of this year's report that nobody knows.
fn missing(run: &Run<'_>, total: CellId, parts: &[Part]) -> Vec<CellId> {
    let unknown =
        |cell: &CellId| matches!(Figure::from(run.cell(*cell)), Figure::Unknown | Figure::NotWhole);
    this_year(parts).chain([total]).filter(unknown).collect()
}

fn this_year(parts: &[Part]) -> impl Iterator<Item = CellId> {
    parts.iter().filter(|it| it.year == Year::This).map(|it| it.cell)
}

/// Which figure of this year would make it follow.
fn would_be(run: &Run<'_>, added: Option<CellId>, residual: i128) -> Message {
    let would = added.and_then(|cell| {
        let would = i128::from(run.cell(cell).count()?) + residual;
        (would >= 0).then_some((cell, would))
    });
    would.map_or_else(Message::default, |(cell, would)| {
        let name = names::cell(run.report(), cell);
        let now = run.cell(cell);
        Message::new(
            format!("（“{}”若为{would}而不是{now}则相符）", name.zh),
            format!(" (it would follow if “{}” were {would}, not {now})", name.en),
        )
    })
}

#[cold]
fn fail(run: &mut Run<'_>, last: &Report, total: CellId, parts: &[Part], expected: Expected) {
    let observed = run.cell(total).value();
    let whole = |it: &Cell| if let Cell::NotApplicable(_) = it { Some(0) } else { it.count() };
    let residual = expected
        .exactly()
        .and_then(|it| Some(i128::from(whole(run.cell(total))?) - i128::from(it.whole()?)));
    let hint = |run: &Run<'_>, parts: &[Part], residual: i128| {
        let added = parts.iter().find(|it| it.year == Year::This && it.sign == Sign::Plus);
        would_be(run, added.map(|it| it.cell), residual)
    };
    let of_last = parts.iter().find(|it| it.year == Year::Last).map(|it| it.cell);
    run.fail(Failure {
        cell: Some(total),
        cells: this_year(parts).chain([total]).collect(),
        observed,
        expected: Some(expected),
        residual: residual.map(value),
        place: None,
        severity: None,
        arguments: &[
            ("cell", names::cell(run.report(), total)),
            ("observed", printed(run, total)),
            ("expected", expected.comes_to()),
            ("last", Message::same(last.year.unwrap_or_default())),
            ("parts", of_last.map(|it| names::cell(last, it)).unwrap_or_default()),
            ("hint", residual.map(|it| hint(run, parts, it)).unwrap_or_default()),
        ],
    });
}
