//! Figures without anything between them: all ways to cut them into those of a row.
//!
//! `15130000154` is 151, 3, 0, 0, 0, 0 and 154, because no other cut has so many zeros and a sum that holds. A figure
//! does not begin with a zero; where two cuts are left, nothing is read.

use core::ops::Range;

use super::logs::log_sum;
use super::placing::Placing;
use super::sums::{equality, surprise};
use super::weights::{cut, sums};
use super::zone::{Figure, FigureKind, Zone};

/// How much worse than the best a cut may be.
const KEPT: f64 = 18.0;
/// The most cuts that are looked at: more digits than the figures of a row have.
const MOST: usize = 200_000;

/// All cuts of figures into so many: each alone, or as many as a glued one may be cut into.
pub(super) fn segmentations(
    zone: &Zone,
    glued: Range<usize>,
    width: usize,
    has_total: bool,
) -> Vec<Placing> {
    let mut found = cuts(zone, glued.clone(), width, usize::from(has_total));
    found.extend(with_blanks(zone, glued, width, usize::from(has_total)));
    relative(found)
}

/// Fewer figures, because blanks left no trace: where they would be nobody knows, so that nothing is read. `6000012` may
/// be 6, 0, 0, 0, 0 and 12 beside a blank. One placing without figures stands for all of them.
fn with_blanks(zone: &Zone, glued: Range<usize>, width: usize, many: usize) -> Option<Placing> {
    let mut all: Vec<(f64, f64)> = Vec::new();
    // A figure that has fewer digits than the row has columns shows that cells are blank: then others are likely so.
    let digits = |it: &Figure| it.piece.span().len();
    let is_short = |it: &Figure| it.kind == FigureKind::Glued && digits(it) < width;
    let shows_blanks = many == 1 && zone.runs().any(|it| it.len() == 1 && is_short(&it[0]));
    let (most, each) = if shows_blanks { (width, 0.0) } else { (3, cut::GLUED_BLANK) };
    for missing in 1..width.min(most) {
        let cost = each * missing as f64;
        let fewer = cuts(zone, glued.clone(), width - missing, usize::from(many == 1));
        // What is blank may be what a sum lacks.
        all.extend(fewer.iter().map(|it| (it.weight - cost, it.sum.max(-sums::BLANK_PART))));
    }
    let weight = log_sum(all.iter().map(|it| it.0));
    let whole = log_sum(all.iter().map(|it| it.0 + it.1));
    (!all.is_empty()).then(|| Placing { weight, sum: whole - weight, figures: [].into() })
}

/// The same for rows beside one another: the cuts of each row, by all cuts of the line.
pub(super) fn segmentations_across(
    zone: &Zone,
    glued: Range<usize>,
    rows: usize,
    width: usize,
) -> Option<Vec<Vec<Placing>>> {
    let whole = cuts(zone, glued.clone(), rows * width, rows);
    if whole.is_empty() {
        return None;
    }
    let blank = with_blanks(zone, glued, rows * width, rows);
    let of_row = |row: usize| {
        let mut found: Vec<Placing> = Vec::new();
        for cut in &whole {
            let figures = &cut.figures[row * width..(row + 1) * width];
            match found.iter_mut().find(|it| *it.figures == *figures) {
                Some(it) => {
                    it.weight = log_sum([it.weight, cut.weight].into_iter());
                    it.sum = log_sum([it.sum, cut.weight + cut.sum].into_iter());
                }
                None => found.push(Placing {
                    weight: cut.weight,
                    sum: cut.weight + cut.sum,
                    figures: figures.into(),
                }),
            }
        }
        found.iter_mut().for_each(|it| it.sum -= it.weight);
        found.extend(blank.clone());
        relative(found)
    };
    Some((0..rows).map(of_row).collect())
}

/// All cuts, with what so many sums say of them.
fn cuts(zone: &Zone, glued: Range<usize>, width: usize, sums: usize) -> Vec<Placing> {
    let parts = glued.map(|at| parts(zone, at)).collect();
    let mut cuts = Cuts { zone, parts, sums, width, found: Vec::new(), looked: 0 };
    cuts.extend(0, 0, &mut Vec::with_capacity(width), 0.0);
    if cuts.looked > MOST { Vec::new() } else { cuts.found }
}

/// The likely ones, the likeliest first, their weights relative to one another.
fn relative(mut found: Vec<Placing>) -> Vec<Placing> {
    let log = |it: &Placing| it.weight + it.sum.max(0.0);
    let least = found.iter().map(log).fold(f64::NEG_INFINITY, f64::max) - KEPT;
    found.retain(|it| log(it) >= least);
    found.sort_by(|a, b| log(b).total_cmp(&log(a)));
    let whole = log_sum(found.iter().map(|it| it.weight));
    found.iter_mut().for_each(|it| it.weight -= whole);
    found
}

/// The figures that begin at each byte of a printed one, with where they end: what is not glued is one, at least.
fn parts(zone: &Zone, at: usize) -> Vec<Vec<(usize, u32)>> {
    let piece = zone.figures[at].piece;
    // A drawn cell without content has no extent.
    let extent = piece.span().len().max(1);
    let mut parts = vec![Vec::new(); extent];
    if zone.figures[at].kind != FigureKind::Glued {
        parts[0].push((extent, at as u32));
    }
    for (index, part) in zone.figures.iter().enumerate().skip(zone.printed) {
        let it = part.piece;
        if it.start >= piece.start && it.end <= piece.end {
            parts[(it.start - piece.start) as usize]
                .push(((it.end - piece.start) as usize, index as u32));
        }
    }
    parts
}

struct Cuts<'a> {
    zone: &'a Zone,
    /// Of each printed figure.
    parts: Vec<Vec<Vec<(usize, u32)>>>,
    /// How many sums the figures have, each for as many of them.
    sums: usize,
    width: usize,
    found: Vec<Placing>,
    looked: usize,
}

impl Cuts<'_> {
    /// Cuts on from a byte of a printed figure.
    fn extend(&mut self, printed: usize, from: usize, taken: &mut Vec<u32>, weight: f64) {
        self.looked += 1;
        if self.looked > MOST {
            return;
        }
        let left = self.width - taken.len();
        if left == 0 {
            if printed == self.parts.len() {
                self.add(taken, weight);
            }
            return;
        }
        // Each printed figure is one at least, and each byte at most.
        let Some(parts) = self.parts.get(printed) else { return };
        let later: usize = self.parts[printed + 1..].iter().map(Vec::len).sum();
        let (least, most) = (self.parts.len() - printed, parts.len() - from + later);
        if left < least || left > most {
            return;
        }
        for (to, part) in parts[from].clone() {
            let likely = self.zone.figures[part as usize].number.map_or(8.0, surprise);
            taken.push(part);
            match to == self.parts[printed].len() {
                true => self.extend(printed + 1, 0, taken, weight - likely),
                false => self.extend(printed, to, taken, weight - likely),
            }
            taken.pop();
        }
    }

    fn add(&mut self, taken: &[u32], weight: f64) {
        let figures: Vec<Option<u32>> = taken.iter().copied().map(Some).collect();
        let figure = |it: &Option<u32>| it.map(|at| &self.zone.figures[at as usize]);
        let of_sum = |row: &[Option<u32>]| match row {
            [parts @ .., total] => equality(figure(total), parts.iter().map(figure)),
            [] => 0.0,
        };
        let sum = match self.sums {
            0 => 0.0,
            sums => figures.chunks((self.width / sums).max(1)).map(of_sum).sum(),
        };
        self.found.push(Placing { weight, sum, figures: figures.into() });
    }
}
