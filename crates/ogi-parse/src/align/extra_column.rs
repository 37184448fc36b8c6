//! A column that the form does not have: what a clerk reckons beside it, or a number before each row.
//!
//! `规章 | 0 | 0 | 0 | 77 |`: any of the figures may be the one too many, but it is the same in every row.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::arcs::{Arc, ArcKind};
use super::placing::Placing;
use super::posterior::RowReading;
use super::zone::Zone;

/// From how many rows on that have a figure too many these are of a column, and no page numbers.
const FEWEST: usize = 2;

/// A row with more cells than columns that ends in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wide {
    /// It begins with a blank: that may be the pad of a merged label.
    Open,
    /// It begins with a figure too, or has more figures than columns, of which one may be left over behind it.
    Closed,
}

impl Wide {
    fn of(zone: &Zone, arc: &Arc) -> Option<Self> {
        let line = |at: usize| zone.figures.get(at).map(|it| it.line);
        if arc.left_over > 0 && arc.from > 0 && line(arc.from) == line(arc.from - 1) {
            return Some(Self::Closed);
        }
        let ArcKind::Row { width } = arc.kind else { return None };
        let figures = &zone.figures[arc.from..arc.to];
        let filled = figures.iter().filter(|it| !it.is_blank()).count();
        let is_wide = figures.len() > width && !figures[figures.len() - 1].is_blank();
        let is_closed = filled > width || !figures[0].is_blank();
        is_wide.then_some(if is_closed { Self::Closed } else { Self::Open })
    }
}

/// Whether so many of a hypothesis's rows have a cell too many that these are a column.
pub(super) fn is_there<'a>(zone: &Zone, arcs: impl Iterator<Item = &'a Arc>, rows: usize) -> bool {
    let wide: Vec<Wide> = arcs.filter_map(|it| Wide::of(zone, it)).collect();
    wide.len() >= FEWEST.max(rows / 3) && wide.contains(&Wide::Closed)
}

/// Leaves the same cell out of every row: that which most rows leave out whose sum comes out. A sum that comes out with another
/// is a coincidence: `45 |   | 4 | 6 | 2 | 1 | 64 | 77`. Where no cell is left out by most, no row is believed.
pub(super) fn leave_out(rows: &mut BTreeMap<usize, RowReading>) {
    let mut many: BTreeMap<usize, usize> = BTreeMap::new();
    for reading in rows.values() {
        let Some(placing) = reading.likeliest().filter(|it| it.sum > 0.0) else { continue };
        if let [cell] = left_out(reading, placing)[..] {
            *many.entry(cell).or_default() += 1;
        }
    }
    let all: usize = many.values().sum();
    let own = many.into_iter().max_by_key(|it| it.1);
    let Some((own, _)) = own.filter(|it| it.1 >= FEWEST && it.1 * 2 > all) else {
        rows.values_mut().for_each(|it| it.is_named = false);
        return;
    };
    for reading in rows.values_mut() {
        let leaves_out = |it: &&Placing| leaves_out(reading, it, own);
        let placings: Rc<[Placing]> = reading.placings.iter().filter(leaves_out).cloned().collect();
        if placings.is_empty() {
            reading.is_named = false;
        } else if placings.len() < reading.placings.len() {
            reading.placings = placings;
        }
    }
}

/// The cells of a row that a placing leaves out, counted from the last: pads may lead a row.
fn left_out(reading: &RowReading, placing: &Placing) -> Vec<usize> {
    let is_out = |it: &usize| !placing.figures.contains(&Some(*it as u32));
    let cells = reading.figures.clone().rev().enumerate();
    cells.filter(|it| is_out(&it.1)).map(|it| it.0).collect()
}

/// Whether a placing leaves out this cell and the pads that lead the row, and nothing else.
fn leaves_out(reading: &RowReading, placing: &Placing, cell: usize) -> bool {
    let surplus = reading.figures.len().saturating_sub(placing.figures.len());
    let out = left_out(reading, placing);
    let pads = out.iter().rev().filter(|it| **it != cell);
    placing.figures.is_empty()
        || out.len() == surplus
            && (surplus == 0 || out.contains(&cell))
            && pads.enumerate().all(|(at, it)| reading.figures.len() - 1 - it == at)
}
