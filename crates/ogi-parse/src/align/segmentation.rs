//! Figures without anything between them: all ways to cut them into those of a row.
//!
//! `15130000154` is 151, 3, 0, 0, 0, 0 and 154, because no other cut has so many zeros and a sum that holds. A figure
//! does not begin with a zero; where two cuts are left, nothing is read.

use super::placing::Placing;
use super::sums::{equality, surprise};
use super::zone::Zone;

/// How much worse than the best a cut may be.
const KEPT: f64 = 18.0;
/// The most cuts that are looked at: more digits than the figures of a row have.
const MOST: usize = 200_000;

/// All cuts of a glued figure into so many.
pub(super) fn segmentations(zone: &Zone, at: usize, width: usize, has_total: bool) -> Vec<Placing> {
    let piece = zone.figures[at].piece;
    // The figures that begin at each byte, with where they end.
    let mut parts: Vec<Vec<(u32, u32)>> = vec![Vec::new(); piece.span().len()];
    for (index, part) in zone.figures.iter().enumerate().skip(zone.printed) {
        let it = part.piece;
        if it.start >= piece.start && it.end <= piece.end {
            parts[(it.start - piece.start) as usize].push((it.end - piece.start, index as u32));
        }
    }
    let mut cuts = Cuts { zone, parts, has_total, width, found: Vec::new(), looked: 0 };
    cuts.extend(0, &mut Vec::with_capacity(width), 0.0);
    if cuts.looked > MOST {
        return Vec::new();
    }
    let mut found = cuts.found;
    let log = |it: &Placing| it.weight + it.sum.max(0.0);
    let least = found.iter().map(log).fold(f64::NEG_INFINITY, f64::max) - KEPT;
    found.retain(|it| log(it) >= least);
    found.sort_by(|a, b| log(b).total_cmp(&log(a)));
    // The weights of an arc are relative to one another.
    let whole = super::logs::log_sum(found.iter().map(|it| it.weight));
    found.iter_mut().for_each(|it| it.weight -= whole);
    found
}

struct Cuts<'a> {
    zone: &'a Zone,
    parts: Vec<Vec<(u32, u32)>>,
    has_total: bool,
    width: usize,
    found: Vec<Placing>,
    looked: usize,
}

impl Cuts<'_> {
    fn extend(&mut self, from: usize, taken: &mut Vec<u32>, weight: f64) {
        self.looked += 1;
        if self.looked > MOST {
            return;
        }
        if taken.len() == self.width {
            if from == self.parts.len() {
                let figures: Vec<Option<u32>> = taken.iter().copied().map(Some).collect();
                let figure = |it: &Option<u32>| it.map(|at| &self.zone.figures[at as usize]);
                let sum = match &figures[..] {
                    [parts @ .., total] if self.has_total => {
                        equality(figure(total), parts.iter().map(figure))
                    }
                    _ => 0.0,
                };
                self.found.push(Placing { weight, sum, figures });
            }
            return;
        }
        let last = taken.len() + 1 == self.width;
        let ends = self.parts.get(from).cloned().unwrap_or_default();
        for (to, part) in ends {
            let to = to as usize;
            // Each figure has one digit at least.
            if to + (self.width - taken.len() - 1) > self.parts.len()
                || (last && to != self.parts.len())
            {
                continue;
            }
            let likely = self.zone.figures[part as usize].number.map_or(8.0, surprise);
            taken.push(part);
            self.extend(to, taken, weight - likely);
            taken.pop();
        }
    }
}
