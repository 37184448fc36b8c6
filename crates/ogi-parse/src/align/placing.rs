//! The ways in which the figures of one row fall into its columns.
//!
//! `3 1 4` in seven columns: 3 and 1 may stand in any two of the first six, and 4 is their sum.

use std::rc::Rc;

use super::geometry::{self, Centre};
use super::sums::equality;
use super::weights::{self, cut};
use super::zone::Figure;

/// A way, and how likely it is.
#[derive(Clone, Debug)]
pub(super) struct Placing {
    /// The logarithm of its weight.
    pub(super) weight: f64,
    /// The log-odds of its row's sum.
    pub(super) sum: f64,
    /// For each column the figure, by its number in the zone; `None` for a blank that left no trace. Without any, it
    /// stands for all that is not understood.
    pub(super) figures: Rc<[Option<u32>]>,
}

impl Placing {
    /// How likely it is, its sum with it.
    pub(super) fn log(&self) -> f64 {
        self.weight + self.sum
    }
}

/// What a table's rows are like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Habits {
    /// Blank cells leave no trace.
    pub(super) blanks_vanish: bool,
    /// A blank cell is unusual.
    pub(super) blanks_are_rare: bool,
    /// Rows end in an empty cell beyond the last column.
    pub(super) ends_empty: bool,
    /// Rows begin with a blank cell before their first column, the pad of a merged label.
    pub(super) pads_lead: Lead,
    /// The last column is the sum of the others.
    pub(super) has_total: bool,
}

/// Whether a row begins with the pad of a merged label, where such pads are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    Never,
    /// Nobody knows whether its label is merged.
    Perhaps,
    Always,
}

/// The most ways that are kept.
const MOST: usize = 60;

/// The columns that figures are to fall into.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns<'a> {
    /// All figures of the zone.
    pub(super) all: &'a [Figure],
    pub(super) width: usize,
    /// Where they stand across the page, where that is known.
    pub(super) centres: Option<&'a [Centre]>,
    pub(super) habits: Habits,
}

/// All ways of the figures of a row into its columns, the likeliest first.
///
/// Where the other rows of a table begin with a pad, so does this one: `（一）予以公开 | | 25 | 3 | 8 | 8 | 4 | 4` of a page
/// that is cut has six figures, and no blank 自然人.
pub(super) fn placings(row: &[u32], columns: Columns<'_>) -> Vec<Placing> {
    let mut ways = ways(row, columns);
    let Columns { all, width, habits, .. } = columns;
    if let [first, rest @ ..] = row
        && habits.pads_lead != Lead::Never
        && !rest.is_empty()
        && row.len() <= width
        && all[*first as usize].is_blank()
    {
        match habits.pads_lead {
            Lead::Always => ways.clear(),
            _ => ways.iter_mut().for_each(|it| it.weight -= cut::EXTRA_BLANK),
        }
        ways.extend(self::ways(rest, columns));
    }
    ways.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let least = ways.first().map_or(0.0, |it| it.weight) - cut::PLACING_KEPT;
    ways.retain(|it| it.weight > least);
    ways.truncate(MOST);
    ways
}

/// The ways where every cell counts.
fn ways(row: &[u32], Columns { all, width, centres, habits }: Columns<'_>) -> Vec<Placing> {
    let figure = |at: u32| &all[at as usize];
    let mut ways: Vec<Placing> = Vec::new();
    let mut add = |weight: f64, figures: Vec<Option<u32>>| {
        let sum = if habits.has_total { sum_of(all, &figures) } else { 0.0 };
        ways.push(Placing { weight, sum, figures: figures.into() });
    };
    let mut real: &[u32] = row;
    let blanks = real.iter().filter(|it| figure(**it).is_blank()).count();
    // A cell that is drawn is one, unless rows have one more than columns.
    let drawn = real.iter().all(|it| figure(*it).is_drawn || figure(*it).shows_column());
    let may_be_none = if drawn { habits.ends_empty } else { habits.blanks_are_rare };
    let lone = may_be_none && width > 1 && blanks > 0 && blanks < real.len();
    if real.len() == width {
        let weight = if lone { -cut::RARE_BLANK } else { 0.0 };
        let own = centres.map_or(0.0, |it| fit(all, real, it));
        add(weight - own, real.iter().copied().map(Some).collect());
        if let Some(sorted) = sorted(all, real).filter(|_| centres.is_some()) {
            let stray = centres.map_or(0.0, |it| fit(all, &sorted, it));
            add(weight - cut::SORTED - stray, sorted.into_iter().map(Some).collect());
        }
        if lone
            && let [before @ .., last] = real
            && figure(*last).is_blank()
        {
            // Perhaps no cell at all.
            real = before;
        }
    }
    if real.len() > width {
        let extra = real.len() - width;
        let (start, end) = match habits.pads_lead {
            Lead::Always => (cut::PAD_END, cut::EXTRA_BLANK),
            _ => (cut::PAD_START, cut::PAD_END),
        };
        for dropped in choose(real.len(), extra) {
            let cost: f64 = dropped
                .iter()
                .map(|at| match figure(real[*at]) {
                    it if it.is_blank() && *at >= real.len() - extra => end,
                    it if it.is_blank() && *at < extra => start,
                    it if it.is_blank() && it.is_drawn => cut::EXTRA_DRAWN,
                    it if it.is_blank() => cut::EXTRA_BLANK,
                    it if it.may_be_page() => cut::EXTRA,
                    _ => cut::EXTRA + cut::NOISE_BIG,
                })
                .sum();
            let kept = real.iter().enumerate().filter(|it| !dropped.contains(&it.0));
            let kept: Vec<u32> = kept.map(|it| *it.1).collect();
            let stray = centres.map_or(0.0, |it| fit(all, &kept, it));
            // Any of the figures may be the one that is too many.
            let any = dropped.iter().filter(|it| !figure(real[**it]).is_blank()).count() as f64;
            let cost = cost + stray + any * (real.len() as f64).ln();
            add(-cost, kept.into_iter().map(Some).collect());
        }
    } else if real.len() < width {
        let missing = (width - real.len()) as f64;
        let vanish = habits.blanks_vanish;
        let base = if vanish { cut::SHORT_HABIT } else { cut::SHORT + cut::SHORT_EACH * missing };
        let chosen = choose(width, real.len());
        let many = chosen.len();
        let blind = (chosen.len() as f64).ln() + if vanish { 0.0 } else { cut::SHORT_BLIND };
        for taken in chosen {
            let mut figures = vec![None; width];
            for (at, column) in real.iter().zip(&taken) {
                figures[*column] = Some(*at);
            }
            let stray = centres.map_or(blind, |it| {
                geometry::stray(
                    real.iter().zip(&taken).map(|(at, column)| (it[*column], figure(*at))),
                )
                .or_shifted(many)
            });
            add(-base - stray, figures);
        }
    }
    ways
}

/// What the offsets of a complete row's figures cost in the order of its columns.
fn fit(all: &[Figure], row: &[u32], centres: &[Centre]) -> f64 {
    row.iter()
        .zip(centres)
        .map(|(at, centre)| centre.cost(&all[*at as usize]))
        .sum::<f64>()
        .min(weights::columns::STRAY_MOST * 2.0)
}

/// The figures by where they stand across the page, if that is another order, and they stand apart.
fn sorted(all: &[Figure], row: &[u32]) -> Option<Vec<u32>> {
    let mut sorted = row.to_vec();
    sorted.sort_by(|a, b| all[*a as usize].x.total_cmp(&all[*b as usize].x));
    let apart = sorted.windows(2).all(|it| all[it[0] as usize].x < all[it[1] as usize].x);
    (apart && sorted != row).then_some(sorted)
}

fn sum_of(all: &[Figure], figures: &[Option<u32>]) -> f64 {
    let [parts @ .., total] = figures else { return 0.0 };
    let figure = |it: &Option<u32>| it.map(|at| &all[at as usize]);
    equality(figure(total), parts.iter().map(figure))
}

/// All ways to choose `k` of `n`, in order.
fn choose(n: usize, k: usize) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    let mut chosen: Vec<usize> = (0..k).collect();
    loop {
        all.push(chosen.clone());
        let Some(at) = (0..k).rev().find(|it| chosen[*it] < n - k + it) else { return all };
        chosen[at] += 1;
        for next in at + 1..k {
            chosen[next] = chosen[next - 1] + 1;
        }
    }
}
