//! `ogi check --series`: the years of each agency beside one another. All files are read before the first is judged.

use std::collections::BTreeMap;

use ogi::check::{check_series, successors};
use ogi::terminal::{Language, visible};
use ogi::{Outcome, Policy, Reading, Report};

use super::file::{Checked, Task};
use crate::inputs::Selection;
use crate::problem::Problem;
use crate::{args, batch, policy, source};

/// All that was read, and which of it is of one agency.
pub(super) struct Series {
    files: Vec<(String, Result<Reading, Problem>)>,
    /// The numbers of the files of each agency.
    agencies: Vec<Vec<usize>>,
}

pub(super) fn read(args: &args::Check, selection: &Selection) -> Result<Series, Problem> {
    let aliases = policy::aliases(args.aliases.as_deref())?;
    let found = selection.find();
    let files: Vec<_> =
        batch::in_order(found, args.inputs.jobs, source::read_found, |it| it.collect())?;
    let read: Vec<_> = readings(&files).collect();
    let by_agency = aliases.by_agency(read.iter().map(|it| it.1));
    let numbers = |agency: Vec<usize>| agency.into_iter().map(|it| read[it].0).collect();
    let agencies = by_agency.into_iter().map(numbers).collect();
    Ok(Series { files, agencies })
}

/// What could be read, with the numbers of the files.
fn readings(
    files: &[(String, Result<Reading, Problem>)],
) -> impl Iterator<Item = (usize, &Reading)> {
    files.iter().enumerate().filter_map(|(n, (_, reading))| Some((n, reading.as_ref().ok()?)))
}

impl Series {
    /// Judges each agency; the results are in the order of the files.
    pub(super) fn check(self, task: Task<'_>) -> impl Iterator<Item = Checked> {
        let mut outcomes: BTreeMap<usize, Outcome> = BTreeMap::new();
        for agency in &self.agencies {
            let reports = agency.iter().filter_map(|n| self.files[*n].1.as_ref().ok());
            outcomes.extend(agency.iter().copied().zip(check_series(reports, task.policy)));
        }
        self.files.into_iter().enumerate().map(move |(n, (path, reading))| match reading {
            Ok(reading) => {
                let outcome =
                    outcomes.remove(&n).unwrap_or_else(|| ogi::check(&reading, task.policy));
                Checked::of_report(path, reading, outcome, task)
            }
            Err(problem) => Checked::of_problem(&path, &problem, task),
        })
    }

    /// Which series seem to go on under another name, a line each.
    pub(super) fn successors(&self, policy: &Policy, language: Language) -> Vec<String> {
        let none = Report::new();
        let reports = self.files.iter().map(|it| it.1.as_ref().map_or(&none, |it| &it.report));
        let found = successors(reports, &self.agencies, &policy.thresholds);
        let line = |it: ogi::check::Successor| {
            let message = it.message();
            visible(language.pick(&message.zh, &message.en)).into_owned()
        };
        found.into_iter().map(line).collect()
    }

    /// Whose years are checked together, a line each, so that a name that was not recognised is seen.
    pub(super) fn in_words(&self, language: Language) -> String {
        let mut text = String::new();
        for agency in &self.agencies {
            let mut reports: Vec<_> = agency
                .iter()
                .filter_map(|n| Some(&self.files[*n].1.as_ref().ok()?.report))
                .collect();
            reports.sort_by_key(|it| it.year);
            let mut names: Vec<_> = reports.iter().filter_map(|it| it.agency.as_deref()).collect();
            names.dedup();
            if names.is_empty() {
                // Nobody says whose it is, so it stands alone.
                names.extend(agency.iter().map(|n| self.files[*n].0.as_str()));
            }
            let has = |year: u16| reports.iter().any(|it| it.year == Some(year));
            let alone = language.pick("（无上年可比）", " (no year before)");
            let year = |it: &&Report| match it.year {
                None => "?".to_owned(),
                Some(year) if has(year.saturating_sub(1)) => year.to_string(),
                Some(year) => format!("{year}{alone}"),
            };
            let years: Vec<_> = reports.iter().map(year).collect();
            text += &match language {
                Language::Zh => format!("{}：{}\n", names.join("、"), years.join("、")),
                Language::En => format!("{}: {}\n", names.join(", "), years.join(", ")),
            };
        }
        visible(&text).into_owned()
    }
}
