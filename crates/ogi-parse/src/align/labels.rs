//! The labels among the texts of a zone: consecutive pieces join to one where that is cheaper.
//!
//! `2.其他法律行政法` and `规禁止公开` below it are one label; `（三）不予公开` and `1.属于国家秘密` are two.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::letters::Letters;
use super::scores::{Costs, Scores};
use super::weights::{label, search};
use super::zone::{Text, Zone};

/// A label, with its cost for every row.
#[derive(Clone, Debug)]
pub(super) struct LabelText {
    /// Its first piece stands before this figure.
    pub(super) before: usize,
    /// And its last before this one.
    pub(super) until: usize,
    pub(super) costs: Rc<Costs>,
    /// Its texts in the zone.
    pub(super) texts: Vec<usize>,
    /// The figures on its own lines, both included.
    pub(super) beside: Option<(usize, usize)>,
    /// Whether these are cells of a drawn row.
    pub(super) is_drawn: bool,
}

/// The labels, and how many labels there are that only other editions have.
#[derive(Debug)]
pub(super) struct Labels {
    pub(super) all: Vec<LabelText>,
    pub(super) aliens: usize,
}

/// The most pieces that make a label.
const MOST_PIECES: usize = 6;
/// The most figures between the first and the last piece of a label.
const MOST_FIGURES: usize = 9;
/// How often a part of a label is printed when it is none: `数量` before the figures of every row.
const REPEATED: usize = 4;
/// The longest label of several pieces, in letters.
const LONGEST: usize = 60;
/// The longest piece of a merged head, in letters.
const LONGEST_GROUP: usize = 9;

impl Labels {
    pub(super) fn find(scores: &Scores, zone: &Zone) -> Self {
        let scraps: Vec<bool> = zone.texts.iter().map(|it| is_scrap(scores, &it.letters)).collect();
        let others: Vec<usize> = (0..zone.texts.len()).filter(|it| !scraps[*it]).collect();
        let is_kept = |it: &usize| !scraps[*it] || completes(scores, &zone.texts, &others, *it);
        let kept: Vec<usize> = (0..zone.texts.len()).filter(is_kept).collect();
        let joins = join(scores, &kept, &zone.texts);
        let mut labels = Self { all: Vec::new(), aliens: 0 };
        let mut printed: FxHashMap<&[u16], usize> = FxHashMap::default();
        zone.texts.iter().for_each(|it| *printed.entry(&it.letters).or_default() += 1);
        let lines = lines(zone);
        for (from, to, letters) in joins {
            // That many are no table of the form, and are not searched: more only fill memory.
            if labels.all.len() > search::MOST_LABELS {
                break;
            }
            let costs = scores.of(&letters);
            let texts: Vec<usize> = kept[from..to].to_vec();
            if texts.len() == 1
                && costs.best().is_some_and(|it| it.1 > 0.0)
                && printed.get(&letters[..]).is_some_and(|it| *it >= REPEATED)
            {
                continue;
            }
            let best = costs.best().map_or(f64::INFINITY, |it| it.1);
            if costs.is_alien() {
                labels.aliens += 1;
            } else if best < costs.none + 3.0 {
                let beside = texts
                    .iter()
                    .find_map(|it| {
                        lines.binary_search_by_key(&zone.texts[*it].line, |line| line.0).ok()
                    })
                    .map(|it| (lines[it].1, lines[it].2));
                labels.all.push(LabelText {
                    before: zone.texts[texts[0]].before,
                    until: zone.texts[texts[texts.len() - 1]].before,
                    costs,
                    texts,
                    beside,
                    is_drawn: beside.is_some_and(|it| zone.figures[it.0].is_drawn),
                });
            }
        }
        labels
    }
}

impl Labels {
    /// Whether the label of each row is on the page, or what may be.
    pub(super) fn on_page(&self, rows: usize) -> Vec<bool> {
        let mut on_page = vec![false; rows];
        for label in &self.all {
            let Some((_, least)) = label.costs.best() else { continue };
            for (row, cost) in &label.costs.rows {
                on_page[*row] |= *cost <= least + 1.0 && *cost < label.costs.none;
            }
        }
        on_page
    }
}

/// The lines with figures: each with its first and last.
fn lines(zone: &Zone) -> Vec<(u32, usize, usize)> {
    let mut lines: Vec<(u32, usize, usize)> = Vec::new();
    for (at, figure) in zone.figures[..zone.printed].iter().enumerate() {
        match lines.last_mut() {
            Some(line) if line.0 == figure.line => line.2 = at,
            _ => lines.push((figure.line, at, at)),
        }
    }
    lines
}

/// Single letters and pieces of merged heads say nothing alone; they stand between the pieces of other labels.
fn is_scrap(scores: &Scores, letters: &[u16]) -> bool {
    if letters.len() < 2 {
        return true;
    }
    let of_group = |group: &Letters| group.starts_with(letters) || group.ends_with(letters);
    if letters.len() <= LONGEST_GROUP && scores.template.groups.iter().any(of_group) {
        let costs = scores.of(letters);
        return costs.none < costs.best().map_or(f64::INFINITY, |it| it.1) - 0.01;
    }
    false
}

/// Whether a single letter makes a label of the form with the texts around it that are no scraps, for pieces of merged heads
/// stand between: `3.要求提供公开出版` and, on the next line, `物`.
fn completes(scores: &Scores, texts: &[Text], others: &[usize], at: usize) -> bool {
    if texts[at].letters.len() != 1 {
        return false;
    }
    let (before, behind) = others.split_at(others.partition_point(|it| *it < at));
    let before = &before[before.len().saturating_sub(MOST_PIECES - 1)..];
    let behind = &behind[..behind.len().min(MOST_PIECES - 1)];
    let near = [before, &[at], behind].concat();
    (0..=before.len()).any(|from| {
        let mut letters: Letters = Vec::new();
        near.iter().enumerate().skip(from).take(MOST_PIECES).any(|(i, it)| {
            letters.extend_from_slice(&texts[*it].letters);
            i >= before.len() && i > from && scores.template.has_wording(&letters)
        })
    })
}

/// The cheapest way to join texts: (first, after the last, letters), by positions in `kept`.
fn join(scores: &Scores, kept: &[usize], texts: &[Text]) -> Vec<(usize, usize, Letters)> {
    let n = kept.len();
    let mut best = vec![f64::INFINITY; n + 1];
    let mut from: Vec<(usize, Letters)> = vec![(0, Vec::new()); n + 1];
    best[0] = 0.0;
    for first in 0..n {
        let mut letters: Letters = Vec::new();
        for last in first..n.min(first + MOST_PIECES) {
            let joined = last > first;
            let between = texts[kept[last]].before - texts[kept[first]].before;
            letters.extend_from_slice(&texts[kept[last]].letters);
            if joined && (between > MOST_FIGURES || letters.len() > LONGEST) {
                break;
            }
            let costs = scores.of(&letters);
            if joined && costs.rows.is_empty() && costs.is_unknown && !costs.is_alien() {
                continue;
            }
            let least = if costs.is_alien() { costs.alien } else { costs.least() };
            let cost = best[first] + least + label::JOIN * (last - first) as f64;
            if cost < best[last + 1] {
                best[last + 1] = cost;
                from[last + 1] = (first, letters.clone());
            }
        }
    }
    let mut joins = Vec::new();
    let mut to = n;
    while to > 0 {
        let (first, letters) = core::mem::take(&mut from[to]);
        joins.push((first, to, letters));
        to = first;
    }
    joins.reverse();
    joins
}
