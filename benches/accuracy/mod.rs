//! What is counted of many corrupted reports.

use std::fmt;

use ogi_model::{CellId, Report, TableId};
use ogi_solve::{Budget, Explanation, Filled, Localisation, System};
use ogi_testkit::{Channel, Corrupted, Corruption, rng};

/// A posterior from here on is a claim.
const SURE: f64 = 0.9;

/// Where each bin of the calibration begins.
const BINS: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, SURE];

/// Of cases: how they ended.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    cases: usize,
    detected: usize,
    first: f64,
    among_three: f64,
    sure: usize,
    right_of_sure: f64,
    bins: [Bin; BINS.len()],
}

#[derive(Clone, Copy, Debug, Default)]
struct Bin {
    cases: usize,
    said: f64,
    right: f64,
}

impl Counts {
    pub(crate) fn of(
        reports: &[Report],
        corruption: Corruption,
        channel: Channel,
        cases: usize,
    ) -> Self {
        let mut counts = Self::default();
        let mut seed = 0;
        // Not every report has a place for every corruption.
        while counts.cases < cases && seed < 100 * cases as u64 {
            let mut report = reports[seed as usize % reports.len()].clone();
            let corrupted = corruption.apply(&mut report, channel, &mut rng(seed));
            seed += 1;
            if corrupted.is_empty() {
                continue;
            }
            counts.cases += 1;
            let system = System::of_report(&report);
            if !system.is_sound() {
                counts.detected += 1;
                counts.judge(&system.localise(Budget::default()), &corrupted);
            }
        }
        counts
    }

    fn judge(&mut self, found: &Localisation, corrupted: &[Corrupted]) {
        let explanations = &found.explanations;
        let first = credit(explanations, corrupted, 1);
        self.first += first;
        self.among_three += credit(explanations, corrupted, 3);
        let said = explanations.first().map_or(0.0, |it| it.posterior);
        if said >= SURE {
            self.sure += 1;
            self.right_of_sure += first;
        }
        let at = BINS.iter().rposition(|from| said >= *from).unwrap_or(0);
        self.bins[at].cases += 1;
        self.bins[at].said += said;
        self.bins[at].right += first;
    }

    pub(crate) fn add(&mut self, other: &Self) {
        for (bin, other) in self.bins.iter_mut().zip(&other.bins) {
            bin.cases += other.cases;
            bin.said += other.said;
            bin.right += other.right;
        }
    }

    pub(crate) fn print_calibration(&self) {
        for (at, bin) in self.bins.iter().enumerate() {
            let to = BINS.get(at + 1).map_or("1.0".to_owned(), |to| format!("{to:.1}"));
            let mean = bin.said / bin.cases.max(1) as f64;
            println!(
                "| {:.1} to {to} | {} | {mean:.3} | {} |",
                BINS[at],
                bin.cases,
                share(bin.right, bin.cases)
            );
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cases, detected, first, among_three, sure, right_of_sure, .. } = *self;
        write!(
            f,
            "{} | {} | {} | {} | {}",
            share(detected as f64, cases),
            share(first, detected),
            share(among_three, detected),
            share(sure as f64, detected),
            share(right_of_sure, sure),
        )
    }
}

/// How much of a right explanation is among the first `most`, where those that tie share the places.
fn credit(explanations: &[Explanation], corrupted: &[Corrupted], most: usize) -> f64 {
    let is_right = |it: &&Explanation| {
        it.edits.len() == corrupted.len()
            && it.edits.iter().zip(corrupted).all(|(edit, corrupted)| {
                (edit.cell, edit.from, edit.to)
                    == (corrupted.cell, Some(corrupted.to), corrupted.from)
            })
    };
    let Some(right) = explanations.iter().find(is_right) else { return 0.0 };
    let ties = |it: &Explanation| (it.posterior - right.posterior).abs() < 1e-9;
    let before =
        explanations.iter().filter(|it| it.posterior > right.posterior && !ties(it)).count();
    let tied = explanations.iter().filter(|it| ties(it)).count();
    (most.saturating_sub(before) as f64 / tied as f64).min(1.0)
}

/// Of cases in which a value stands in the next column or row: how often a guess is right that knows so, but not which of the
/// values that can be moved back such that everything adds up was the one. Nothing can do better, save by weighing
/// where values are likelier.
pub(crate) fn guessed(reports: &[Report], corruption: Corruption, cases: usize) -> String {
    let (mut right, mut seen, mut seed) = (0.0, 0, 0);
    while seen < cases && seed < 100 * cases as u64 {
        let mut report = reports[seed as usize % reports.len()].clone();
        let corrupted = corruption.apply(&mut report, Channel::People, &mut rng(seed));
        seed += 1;
        if let [from, to] = corrupted[..] {
            seen += 1;
            right += 1.0 / ways_back(&report, from, to).max(1) as f64;
        }
    }
    share(right, seen)
}

/// In how many places of a table a value can be moved back as it was moved, such that everything adds up.
fn ways_back(report: &Report, from: Corrupted, to: Corrupted) -> usize {
    let cells: Vec<CellId> = CellId::of_table(TableId::Applications)
        .filter(|cell| report[*cell].count().is_some())
        .collect();
    let in_row = from.cell.row() == to.cell.row();
    let next = |cell: CellId| {
        cells.iter().copied().filter(|it| *it > cell).find(|it| match in_row {
            true => it.row() == cell.row(),
            false => it.column() == cell.column(),
        })
    };
    let moves_back = |cell: &&CellId| {
        let Some(next) = next(**cell) else { return false };
        let (Some(0), Some(value @ 1..)) = (report[**cell].count(), report[next].count()) else {
            return false;
        };
        let mut undone = report.clone();
        undone.set(**cell, value);
        undone.set(next, 0);
        System::of_report(&undone).is_sound()
    };
    cells.iter().filter(moves_back).count()
}

/// A share with its interval, after Wilson.
fn share(of: f64, all: usize) -> String {
    if all == 0 {
        return "–".to_owned();
    }
    const Z: f64 = 1.96;
    let n = all as f64;
    let p = of / n;
    let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    format!("{p:.3} ({:.3}–{:.3})", (middle - half).max(0.0), (middle + half).min(1.0))
}

/// Of reports with so many blanks in table three: in how many all are filled, and how many of all blanks are.
pub(crate) fn blanks(reports: &[Report], many: usize, cases: usize) -> String {
    let (mut whole, mut filled, mut wrong) = (0, 0, 0);
    for seed in 0..cases {
        let sound = &reports[seed % reports.len()];
        let mut report = sound.clone();
        ogi_testkit::blank(&mut report, many, &mut rng(seed as u64));
        let filling = System::of_report(&report).filling();
        whole += usize::from(filling.filled.len() == many);
        filled += filling.filled.len();
        let is_wrong = |it: &&Filled| sound[it.cell].count().map(i128::from) != Some(it.count);
        wrong += filling.filled.iter().filter(is_wrong).count();
    }
    assert_eq!(wrong, 0, "a blank was filled with a wrong count");
    format!("{} | {}", share(whole as f64, cases), share(filled as f64, cases * many))
}
