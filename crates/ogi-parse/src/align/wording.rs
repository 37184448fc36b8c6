//! What a piece of text costs as a printed form of a label.
//!
//! `属于三类内容事务信息` is `5.属于三类内部事务信息` with one letter another, and no other row.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::letters::Letters;
use super::weights::label;

/// All wordings of the labels of a table, in every edition, each once: editions share most of them.
#[derive(Debug, Default)]
pub(super) struct Wordings {
    all: Vec<(Letters, u64)>,
    known: RefCell<FxHashMap<Letters, Rc<[Option<f64>]>>>,
}

impl Wordings {
    /// The position of a wording; what is new is added.
    pub(super) fn position(&mut self, wording: &[u16]) -> usize {
        self.all.iter().position(|it| it.0 == wording).unwrap_or_else(|| {
            self.all.push((wording.to_vec(), mask(wording)));
            self.all.len() - 1
        })
    }

    /// The costs of letters as each wording, by position.
    pub(super) fn costs(&self, letters: &[u16]) -> Rc<[Option<f64>]> {
        if let Some(known) = self.known.borrow().get(letters) {
            return Rc::clone(known);
        }
        let own = mask(letters);
        let costs: Rc<[Option<f64>]> =
            self.all.iter().map(|(it, mask)| masked_cost(letters, own, it, *mask)).collect();
        self.known.borrow_mut().insert(letters.to_vec(), Rc::clone(&costs));
        costs
    }
}

/// The cost of letters as a printed form, a fragment or a misspelling of a label; `None` where they are no part of it.
pub(super) fn cost(letters: &[u16], wording: &[u16]) -> Option<f64> {
    masked_cost(letters, mask(letters), wording, mask(wording))
}

fn masked_cost(letters: &[u16], own: u64, wording: &[u16], mask: u64) -> Option<f64> {
    if letters == wording {
        return Some(0.0);
    }
    // At least half must be common.
    let missing = (own & !mask).count_ones() as usize;
    if letters.is_empty() || missing * 2 > letters.len() || letters.len() > wording.len() * 2 {
        return None;
    }
    if letters.len() < wording.len() && missing == 0 {
        if wording.starts_with(letters) || wording.ends_with(letters) {
            return Some(label::EDGE);
        }
        if wording.windows(letters.len()).any(|it| it == letters) {
            return Some(label::MIDDLE);
        }
    }
    let common = letters.iter().filter(|it| wording.contains(it)).count();
    if common * 2 < letters.len() {
        return None;
    }
    let (hit, stretches) = common_stretches(letters, wording);
    if hit * 2 < letters.len() {
        return None;
    }
    let lost = letters.len() - hit;
    let mut cost = label::LOST * lost as f64 + label::STRETCH * stretches.saturating_sub(1) as f64;
    if wording.len() - hit > 2 + lost {
        cost += label::EDGE;
    }
    Some(cost)
}

/// Which letters a text has, each one bit of 64; two may share one.
fn mask(letters: &[u16]) -> u64 {
    letters.iter().fold(0, |mask, letter| mask | 1 << (letter % 61))
}

/// The cost of letters as anything else.
pub(super) fn cost_of_none(letters: &[u16]) -> f64 {
    label::NONE + label::NONE_EACH * letters.len() as f64
}

/// How many letters stand in common stretches of two or more, in the same order, and how many stretches there are:
/// the longest first, then those before and behind it.
fn common_stretches(a: &[u16], b: &[u16]) -> (usize, usize) {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    let mut open = vec![(0, a.len(), 0, b.len())];
    while let Some((a_from, a_to, b_from, b_to)) = open.pop() {
        let (i, j, n) = longest(&a[a_from..a_to], &b[b_from..b_to]);
        if n == 0 {
            continue;
        }
        let (i, j) = (a_from + i, b_from + j);
        found.push((i, j, n));
        open.push((a_from, i, b_from, j));
        open.push((i + n, a_to, j + n, b_to));
    }
    found.sort_unstable();
    // Stretches that touch are one.
    let mut joined: Vec<(usize, usize, usize)> = Vec::new();
    for (i, j, n) in found {
        match joined.last_mut() {
            Some((before_i, before_j, before))
                if *before_i + *before == i && *before_j + *before == j =>
            {
                *before += n;
            }
            _ => joined.push((i, j, n)),
        }
    }
    let long = joined.iter().filter(|it| it.2 > 1);
    (long.clone().map(|it| it.2).sum(), long.count())
}

/// The longest common stretch, the first of several: where it begins, and its length.
fn longest(a: &[u16], b: &[u16]) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    // Lengths of the stretches that end at each letter of `b`, for the letter of `a` before.
    let mut ending = vec![0_usize; b.len() + 1];
    for (i, letter) in a.iter().enumerate() {
        for j in (0..b.len()).rev() {
            ending[j + 1] = if b[j] == *letter { ending[j] + 1 } else { 0 };
            let n = ending[j + 1];
            let begins = (i + 1 - n.min(i + 1), j + 1 - n.min(j + 1));
            if n > best.2 || (n > 0 && n == best.2 && begins < (best.0, best.1)) {
                best = (begins.0, begins.1, n);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::super::letters::letters;
    use super::*;

    #[test]
    fn fragments_cost_more_than_labels_and_less_than_misspellings() {
        let label = letters("2.其他法律行政法规禁止公开");
        let cost = |text: &str| cost(&letters(text), &label);
        assert_eq!(cost("2、其他法律 行政法规禁止公开"), Some(0.0));
        assert_eq!(cost("其他法律行政法规禁止公开"), Some(label::EDGE));
        assert_eq!(cost("法律行政"), Some(label::MIDDLE));
        assert_eq!(cost("2.其他法律行政止公开"), Some(label::STRETCH + label::EDGE));
        assert_eq!(cost("2.其他法律行政法规禁止公示"), Some(label::LOST));
        assert_eq!(cost("科研机构"), None, "less than half of it");
    }
}
