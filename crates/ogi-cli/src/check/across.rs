//! `ogi check --across`: reports of many bodies beside one another. All files are read twice, so that no more than a
//! signature of each stays in memory.

use ogi::Report;
use ogi::check::{Across, Resemblances, check_across};

use super::file::{Checked, Task};
use crate::inputs::{Found, Selection};
use crate::problem::Problem;
use crate::{args, batch, policy, source};

/// Compares all that can be read; what cannot has a number all the same.
pub(super) fn compare(args: &args::Check, selection: &Selection) -> Result<Resemblances, Problem> {
    let aliases = policy::aliases(args.aliases.as_deref())?;
    let mut across = Across::default();
    batch::in_order(
        selection.find(),
        args.inputs.jobs,
        |found| source::read_found(found).1.map(|it| it.report).unwrap_or_else(|_| Report::new()),
        |reports| reports.for_each(|it| across.add(&it, &aliases)),
    )?;
    Ok(across.compare())
}

/// Judges the file of this number.
pub(super) fn check(
    (number, found): (usize, Found),
    resemblances: &Resemblances,
    task: Task<'_>,
) -> Checked {
    let (path, reading) = source::read_found(found);
    match reading {
        Ok(reading) => {
            let outcome = check_across(&reading, resemblances, number, task.policy);
            Checked::of_report(path, reading, outcome, task)
        }
        Err(problem) => Checked::of_problem(&path, &problem, task),
    }
}
