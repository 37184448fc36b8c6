//! Whether a table stands there twice, and whether that is for two reports.
//!
//! A page that shows its tables and again to be printed has one report; those of two agencies are two.

use super::labels::LabelText;
use super::posterior::Readings;
use super::weights::label;
use super::zone::Zone;
use crate::sheet::Sheet;

/// How a table stands there twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Twice {
    /// With other figures, or with one row beside itself: for two reports.
    ForTwo,
    /// For all that its figures show, it may be the same table: where it begins, and where it begins again.
    Alike {
        /// Where its first row is.
        first: usize,
        /// Where its first row is that was there before.
        again: usize,
    },
}

/// How often most rows are there: by their labels, and by the figures between one label and the next.
pub(super) fn twice(sheet: &Sheet<'_>, zone: &Zone, readings: &[Readings<'_>]) -> Option<Twice> {
    let best = readings.first()?;
    let rows = best.template.rows.len();
    let width = best.template.width();
    let named: Vec<(usize, &LabelText)> = best
        .labels
        .all
        .iter()
        .filter_map(|it| {
            let (row, cost) = it.costs.best()?;
            (cost < it.costs.none && cost < label::EDGE).then_some((row, it))
        })
        .collect();
    // What each label has beside or behind it.
    let figures = |at: usize| -> Vec<u32> {
        let from = named[at].1.before;
        let to = named.get(at + 1).map_or(zone.printed, |it| it.1.before);
        zone.figures[from.min(to)..to].iter().map(|it| it.value).collect()
    };
    // Only whole rows state: in displaced text a label may have any figures behind it.
    let is_whole = |at: usize| figures(at).len() >= width;
    let places = |row: usize| -> Vec<usize> {
        (0..named.len()).filter(|it| named[*it].0 == row && is_whole(*it)).collect()
    };
    let met: Vec<Vec<usize>> = (0..rows).map(places).filter(|it| !it.is_empty()).collect();
    let most = |many: usize| many * 2 > rows;
    // Two reports beside one another have twice the figures in each row.
    let is_double = |many: usize| (2 * width..=2 * width + 2).contains(&many);
    let wide = met.iter().filter(|it| is_double(figures(it[0]).len())).count();
    let beside = met.iter().filter(|it| it.windows(2).any(|it| it[0] + 1 == it[1])).count();
    let repeated: Vec<&Vec<usize>> = met.iter().filter(|it| it.len() > 1).collect();
    let differ = |it: &&&Vec<usize>| it[1..].iter().any(|at| figures(*at) != figures(it[0]));
    let differing = repeated.iter().filter(differ).count();
    if most(wide) || most(beside) || most(differing) {
        return Some(Twice::ForTwo);
    }
    if !most(repeated.len()) {
        return None;
    }
    let start = |at: usize| {
        let span = zone.texts[named[at].1.texts[0]].piece.span();
        sheet.place(span.clone()).span().map_or(span.start, |it| it.start)
    };
    let again = repeated.iter().map(|it| it[1]).min()?;
    Some(Twice::Alike { first: start(0), again: start(again) })
}
