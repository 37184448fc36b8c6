//! Reports of many bodies beside one another: who has whose words, and whose figures.
//!
//! Only signatures stay in memory, and nothing is compared with everything: signatures are sorted, and those that
//! are the same stand side by side.

mod signature;

use std::collections::BTreeMap;

use ogi_model::{Report, TableId};

use crate::judge::Context;
use crate::run::Run;
use crate::{Aliases, Outcome, Policy, Subject};

use signature::{SHINGLE, Signature};

/// A mark that more bodies than this have is no copy of one from another, but a formula, if they are also more than
/// one in [`FORMULA_SHARE`] of all.
const FORMULA: usize = 20;
const FORMULA_SHARE: usize = 5;
/// With how many of those that have a mark a report is compared: of a template that hundreds use it is enough to know
/// a few.
const WITNESSES: usize = 6;

/// Collects the signatures of reports.
///
/// ```
/// use ogi_check::{Across, Aliases, Policy, check_across};
/// use ogi_model::{Edition, Report, Section};
///
/// // A hundred characters, each of its own.
/// let text: String = ('\u{4e00}'..).take(100).collect();
/// let of = |agency| {
///     Report::builder(Edition::E2021).agency(agency).year(2025).narrative(Section::Overview, &text).build()
/// };
/// let reports = [of("示例市民政局")?, of("示例市财政局")?];
/// let mut across = Across::default();
/// reports.iter().for_each(|it| across.add(it, &Aliases::default()));
/// let resemblances = across.compare();
/// let outcome = check_across(&reports[1], &resemblances, 1, &Policy::default());
/// assert!(outcome.findings.iter().any(|it| it.rule.id == "corpus-copied-text"));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Across {
    signatures: Vec<Signature>,
}

/// What every report has of those of other bodies.
#[derive(Clone, Debug, Default)]
pub struct Resemblances(Vec<Resemblance>);

/// What a report has of those of other bodies.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resemblance {
    /// The one that has the most of its words.
    pub(crate) text: Option<SameText>,
    /// For each table, one that has the same figures.
    pub(crate) tables: [Option<Other>; TableId::ALL.len()],
}

/// Another report.
#[derive(Clone, Debug)]
pub(crate) struct Other {
    pub(crate) agency: String,
    pub(crate) year: Option<u16>,
}

/// How much text a report has of another.
#[derive(Clone, Debug)]
pub(crate) struct SameText {
    pub(crate) other: Other,
    /// Of its own words, in per cent.
    pub(crate) percent: u32,
    /// The longest stretch, in characters, figures and punctuation aside.
    pub(crate) run: u32,
}

impl Across {
    /// Adds a report; they are numbered from 0 as they come. One that says not whose it is resembles nobody.
    pub fn add(&mut self, report: &Report, aliases: &Aliases) {
        self.signatures.push(Signature::of(report, aliases));
    }

    /// Compares all with one another.
    pub fn compare(&self) -> Resemblances {
        let mut all = vec![Resemblance::default(); self.signatures.len()];
        self.compare_texts(&mut all);
        self.compare_tables(&mut all);
        Resemblances(all)
    }

    fn compare_texts(&self, all: &mut [Resemblance]) {
        let mut marks: Vec<(u64, u32, u32)> = Vec::new();
        for (n, it) in self.signatures.iter().enumerate() {
            marks.extend(it.marks.iter().map(|(hash, at)| (*hash, n as u32, *at)));
        }
        marks.sort_unstable();
        marks.dedup_by_key(|it| (it.0, it.1));
        let bodies: std::collections::BTreeSet<&str> =
            self.signatures.iter().map(|it| it.body.as_str()).collect();
        let most = FORMULA.max(bodies.len() / FORMULA_SHARE);
        // Where the report and the other have the same mark.
        let mut shared: BTreeMap<(u32, u32), Vec<(u32, u32)>> = BTreeMap::new();
        for group in marks.chunk_by(|a, b| a.0 == b.0) {
            if group.len() < 2 || group.len() > most {
                continue;
            }
            for (_, one, at) in group {
                let body = &self.signatures[*one as usize].body;
                let others = group
                    .iter()
                    .filter(|it| self.signatures[it.1 as usize].body != *body)
                    .take(WITNESSES);
                for (_, other, there) in others {
                    shared.entry((*one, *other)).or_default().push((*at, *there));
                }
            }
        }
        for ((one, other), mut places) in shared {
            let of = &self.signatures[one as usize];
            let percent = places.len() * 100 / of.marks.len().max(1);
            places.sort_unstable();
            let run = longest_run(&places);
            let other = self.signatures[other as usize].other();
            let found = SameText { other, percent: percent as u32, run };
            let best = &mut all[one as usize].text;
            let is_more = |it: &SameText| (found.percent, found.run) > (it.percent, it.run);
            if best.as_ref().is_none_or(is_more) {
                *best = Some(found);
            }
        }
    }

    fn compare_tables(&self, all: &mut [Resemblance]) {
        for (t, _) in TableId::ALL.iter().enumerate() {
            let mut tables: Vec<(u64, usize)> = self
                .signatures
                .iter()
                .enumerate()
                .filter_map(|(n, it)| Some((it.tables[t]?, n)))
                .collect();
            tables.sort_unstable();
            for group in tables.chunk_by(|a, b| a.0 == b.0) {
                for (_, one) in group {
                    let body = &self.signatures[*one].body;
                    let mut others = group.iter().map(|it| &self.signatures[it.1]);
                    let other = others.find(|it| it.body != *body);
                    all[*one].tables[t] = other.map(Signature::other);
                }
            }
        }
    }
}

/// The longest stretch over which two texts go on together, in characters.
fn longest_run(places: &[(u32, u32)]) -> u32 {
    let (mut longest, mut start) = (0, 0);
    for (n, (here, there)) in places.iter().enumerate() {
        let goes_on = n > start && {
            let (before, there_before) = places[n - 1];
            here - before <= signature::WINDOW as u32 + 1
                && here.checked_sub(before) == there.checked_sub(there_before)
        };
        if !goes_on {
            start = n;
        }
        longest = longest.max(here - places[start].0 + SHINGLE as u32);
    }
    longest
}

/// Checks a report as [`check`](crate::check) does, and beside those of other bodies; `number` is its own among those that
/// were added.
pub fn check_across<'a>(
    subject: impl Into<Subject<'a>>,
    resemblances: &Resemblances,
    number: usize,
    policy: &Policy,
) -> Outcome {
    let run = Run::new(subject.into(), policy);
    match resemblances.0.get(number) {
        Some(it) => run.judge(Context::Others(it)),
        None => run.judge(Context::Nothing),
    }
}
