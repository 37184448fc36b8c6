//! Writes a story and keeps account of its numbers.

use ogi_model::{CellId, Column, Report, Row};
use rand::seq::IndexedRandom as _;
use rand::{Rng as _, RngExt as _};
use rand_chacha::ChaCha8Rng;

use super::number::written;
use super::{Fact, FactKind, Story, Truth};

/// Writes a story.
pub(super) struct Pen<'r> {
    pub(super) report: &'r Report,
    rng: ChaCha8Rng,
    text: String,
    facts: Vec<Fact>,
    /// The number to make wrong.
    wrong: Option<usize>,
}

impl<'r> Pen<'r> {
    pub(super) const fn new(report: &'r Report, rng: ChaCha8Rng, wrong: Option<usize>) -> Self {
        Self { report, rng, text: String::new(), facts: Vec::new(), wrong }
    }

    pub(super) fn story(self) -> Story {
        Story { text: self.text, facts: self.facts }
    }

    pub(super) fn chance(&mut self, share: f64) -> bool {
        self.rng.random_bool(share)
    }

    /// One of several ways to say something.
    pub(super) fn pick<'a>(&mut self, ways: &[&'a str]) -> &'a str {
        ways.choose(&mut self.rng).copied().unwrap_or_default()
    }

    pub(super) fn say(&mut self, words: &str) {
        self.text.push_str(words);
    }

    pub(super) fn say_one_of(&mut self, ways: &[&str]) {
        let way = self.pick(ways);
        self.say(way);
    }

    pub(super) fn year(&self) -> u16 {
        self.report.year.unwrap_or_default()
    }

    /// What cells come to; 0 for one that the report does not have.
    pub(super) fn sum(&self, cells: &[CellId]) -> i64 {
        cells.iter().filter_map(|it| self.report[*it].count()).sum()
    }

    pub(super) fn total(&self, row: Row) -> i64 {
        self.sum(&[CellId::new(row, Column::Total)])
    }

    /// States what cells come to, with a unit.
    pub(super) fn state(&mut self, kind: FactKind, cells: Vec<CellId>) {
        let right = self.sum(&cells);
        let is_wrong = self.wrong == Some(self.facts.len());
        let (stated, truth) =
            if is_wrong { (self.other_than(right), Truth::Wrong) } else { (right, Truth::Sound) };
        self.number(kind, cells, stated, truth);
    }

    /// States a total row.
    pub(super) fn state_total(&mut self, kind: FactKind, row: Row) {
        self.state(kind, vec![CellId::new(row, Column::Total)]);
    }

    /// States a number that is no figure of this report.
    pub(super) fn state_elsewhere(&mut self, unit: &str) {
        let n = self.rng.random_range(2..900);
        let start = self.text.len();
        let number = written(n, &mut self.rng);
        self.text += &number;
        let span = start..self.text.len();
        self.say(unit);
        let (kind, truth) = (FactKind::Noise, Truth::Elsewhere);
        self.facts.push(Fact { kind, cells: Vec::new(), stated: n, truth, span });
    }

    /// States the share of cells in what was concluded, rounded or cut off.
    pub(super) fn state_share(&mut self, cells: Vec<CellId>) {
        let (part, whole) = (self.sum(&cells), self.total(Row::Concluded));
        if whole == 0 {
            return;
        }
        let (cut, rest) = (part * 1000 / whole, part * 1000 % whole);
        let tenths = if rest * 2 >= whole && self.chance(0.7) { cut + 1 } else { cut };
        let is_wrong = self.wrong == Some(self.facts.len());
        let (stated, truth) = if is_wrong {
            (tenths + self.rng.random_range(13..90), Truth::Wrong)
        } else {
            (tenths, Truth::Sound)
        };
        self.say_one_of(&["，占", "，占比", "，占总数的"]);
        let start = self.text.len();
        self.say(&format!("{}.{}", stated / 10, stated % 10));
        let span = start..self.text.len();
        self.say("%");
        self.facts.push(Fact { kind: FactKind::Share, cells, stated, truth, span });
    }

    fn number(&mut self, kind: FactKind, cells: Vec<CellId>, stated: i64, truth: Truth) {
        // Only what is right is stated roughly, so that what is wrong is wrong.
        let rough = truth == Truth::Sound && stated >= 30 && self.chance(0.1);
        let round = 10_i64.pow(stated.max(1).ilog10());
        let (before, number, after) = match (rough, self.rng.random_range(0..3)) {
            (true, 0) => {
                ("约", (stated + round / 20) / (round / 10).max(1) * (round / 10).max(1), "")
            }
            (true, 1) => ("", stated / round * round, "余"),
            (true, _) => ("超过", (stated - 1) / round * round, ""),
            _ => ("", stated, ""),
        };
        self.say(before);
        let start = self.text.len();
        let number = if rough { number.to_string() } else { written(number, &mut self.rng) };
        self.text += &number;
        let span = start..self.text.len();
        self.say(after);
        self.say_one_of(&["件", "件", "件", "份", "宗"]);
        self.facts.push(Fact { kind, cells, stated, truth, span });
    }

    /// Says in words that cells come to nothing.
    pub(super) fn state_none(&mut self, kind: FactKind, cells: Vec<CellId>, words: &str) {
        let start = self.text.len();
        self.say(words);
        let span = start..self.text.len();
        self.facts.push(Fact { kind, cells, stated: 0, truth: Truth::Sound, span });
        // A word for none is not made wrong: the number after it is.
        if self.wrong == Some(self.facts.len() - 1) {
            self.wrong = Some(self.facts.len());
        }
    }

    /// A slip of the pen: a digit more, less or another.
    fn other_than(&mut self, right: i64) -> i64 {
        let wrong = match self.rng.random_range(0..4) {
            0 => right + self.rng.random_range(1..=3),
            1 => right * 10 + self.rng.random_range(1..=9),
            2 if right > 9 => right / 10,
            _ => right + 10,
        };
        let _ = self.rng.next_u32();
        if wrong == right { right + 1 } else { wrong }
    }
}
