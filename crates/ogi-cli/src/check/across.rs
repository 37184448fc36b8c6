//! `ogi check --across`: reports of many bodies beside one another. All files are read before the first is judged; of
//! very many only signatures stay in memory, and those files are read again.

use ogi::Reading;
use ogi::check::{Across, Resemblances, check_across};

use super::file::{Checked, Task};
use crate::inputs::{Found, Selection};
use crate::problem::Problem;
use crate::{args, batch, policy, source};

/// How much text of the sources stays in memory, in bytes: about 3,000 reports.
const KEPT: usize = 64 << 20;

/// What a file is called, and what was read.
type Read = (String, Result<Reading, Problem>);

/// What the reports have of one another, and those that need not be read again, in the order of the files.
pub(super) struct Compared {
    resemblances: Resemblances,
    kept: Vec<Option<Read>>,
}

/// Compares all that can be read; what cannot has a number all the same.
pub(super) fn compare(args: &args::Check, selection: &Selection) -> Result<Compared, Problem> {
    let aliases = policy::aliases(args.aliases.as_deref())?;
    let (mut across, mut kept, mut size) = (Across::default(), Vec::new(), 0);
    batch::in_order(selection.find(), args.inputs.jobs, source::read_found, |files| {
        for (path, reading) in files {
            match &reading {
                Ok(it) => across.add(&it.report, &aliases),
                Err(_) => across.add(&ogi::Report::new(), &aliases),
            }
            size += reading.as_ref().map_or(0, |it| it.text.len());
            kept.push((size <= KEPT).then_some((path, reading)));
        }
    })?;
    Ok(Compared { resemblances: across.compare(), kept })
}

impl Compared {
    /// Each file with its number and what was read of it, and what they are judged by.
    pub(super) fn files(
        self,
        selection: &Selection,
    ) -> (Resemblances, impl Iterator<Item = (usize, (Found, Option<Read>))>) {
        (self.resemblances, selection.find().zip(self.kept).enumerate())
    }
}

/// Judges the file of this number.
pub(super) fn check(
    (number, (found, kept)): (usize, (Found, Option<Read>)),
    resemblances: &Resemblances,
    task: Task<'_>,
) -> Checked {
    let (path, reading) = kept.unwrap_or_else(|| source::read_found(found));
    match reading {
        Ok(reading) => {
            let outcome = check_across(&reading, resemblances, number, task.policy);
            Checked::of_report(path, reading, outcome, task)
        }
        Err(problem) => Checked::of_problem(&path, &problem, task),
    }
}
