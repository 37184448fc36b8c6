//! What is kept of a report: marks of its words, and one of each table.

use core::hash::{Hash, Hasher};
use std::collections::VecDeque;
use std::hash::DefaultHasher;

use ogi_model::{Report, Section, TableId};

use super::Other;
use crate::{Aliases, cells};

/// How many characters a piece has: shorter ones are shared by chance.
pub(super) const SHINGLE: usize = 13;
/// Of so many pieces in a row at least one is kept, so that no stretch of `SHINGLE + WINDOW - 1` that is shared is missed.
pub(super) const WINDOW: usize = 8;

/// How many digits the figures of a table have, all together, before the same ones are no chance.
const DIGITS: u32 = 8;

/// Words of sentences that every report has: leaders, congresses, the law by name.
const FORMULAS: &[&str] = &[
    "习近平",
    "党中央",
    "国务院",
    "二十大",
    "十九大",
    "全会精神",
    "中华人民共和国",
    "条例",
    "省委",
    "市委",
    "县委",
    "区委",
];

/// What is kept of a report.
#[derive(Clone, Debug)]
pub(super) struct Signature {
    /// Whose it is; empty if nobody says.
    pub(super) body: String,
    agency: String,
    year: Option<u16>,
    /// Pieces of its overview and problems, by their hashes, and where each begins.
    pub(super) marks: Vec<(u64, u32)>,
    /// The figures of each table; `None` where there are too few to say anything.
    pub(super) tables: [Option<u64>; TableId::ALL.len()],
}

impl Signature {
    pub(super) fn of(report: &Report, aliases: &Aliases) -> Self {
        let agency = report.agency.clone().unwrap_or_default();
        let body = aliases.key(&agency);
        let is_known = !body.is_empty();
        // Preamble and part six are the form's own words in most reports.
        let texts = [Section::Overview, Section::Problems];
        let texts = texts.iter().filter_map(|it| report.narrative(*it)).filter(|_| is_known);
        let words: Vec<char> =
            texts.flat_map(sentences).flat_map(str::chars).filter(is_word).collect();
        let mut tables = [None; TableId::ALL.len()];
        for (mark, table) in tables.iter_mut().zip(TableId::ALL) {
            *mark = figures(report, *table).filter(|_| is_known);
        }
        Self { body, agency, year: report.year, marks: marks(&words), tables }
    }

    pub(super) fn other(&self) -> Other {
        Other { agency: self.agency.clone(), year: self.year }
    }
}

/// Sentences without those that are formulas.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let all = text.split(['。', '；', '！', '，', '\n']);
    all.filter(|it| !FORMULAS.iter().any(|formula| it.contains(formula)))
}

/// Neither figures nor punctuation make another text.
fn is_word(c: &char) -> bool {
    c.is_alphabetic()
}

/// The least hash of each window of pieces.
fn marks(words: &[char]) -> Vec<(u64, u32)> {
    let mut kept: Vec<(u64, u32)> = Vec::new();
    let mut window: VecDeque<(u64, u32)> = VecDeque::with_capacity(WINDOW);
    for (at, piece) in words.windows(SHINGLE).enumerate() {
        let mark = (hash(&piece), at as u32);
        while window.back().is_some_and(|it| it.0 >= mark.0) {
            window.pop_back();
        }
        window.push_back(mark);
        while window.front().is_some_and(|it| it.1 as usize + WINDOW <= at) {
            window.pop_front();
        }
        if at + 1 >= WINDOW
            && let Some(least) = window.front()
            && kept.last() != Some(least)
        {
            kept.push(*least);
        }
    }
    kept
}

/// The same on every machine of one release: it is never stored.
fn hash(it: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    it.hash(&mut hasher);
    hasher.finish()
}

/// All figures of a table that are of the year, if they are more than chance.
fn figures(report: &Report, table: TableId) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    let mut digits = 0;
    for cell in cells::of_table(report, table).filter(|it| it.is_additive()) {
        let Some(value) = report[cell].value().map(|it| it.decimal().normalize()) else { continue };
        if value.is_zero() {
            continue;
        }
        digits += value.mantissa().unsigned_abs().checked_ilog10().map_or(0, |it| it + 1);
        (cell.index(), value.to_string()).hash(&mut hasher);
    }
    (digits >= DIGITS).then(|| hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(from: u32, count: usize) -> Vec<char> {
        (from..).filter_map(char::from_u32).take(count).collect()
    }

    #[test]
    fn a_long_stretch_that_is_shared_has_a_mark_in_common() {
        let stretch = words(0x4e00, SHINGLE + WINDOW - 1);
        let one = [words(0x5e00, 40), stretch.clone(), words(0x6e00, 40)].concat();
        let other = [words(0x7e00, 33), stretch].concat();
        let (one, other) = (marks(&one), marks(&other));
        assert!(one.iter().any(|it| other.iter().any(|there| it.0 == there.0)));
        assert!(one.len() * 2 < 100, "{}", one.len());
    }

    #[test]
    fn formulas_are_left_out() {
        let text = "以习近平新时代思想为指导，公开信息若干。落实《条例》；加强培训";
        assert_eq!(sentences(text).collect::<Vec<_>>(), ["公开信息若干", "加强培训"]);
    }
}
