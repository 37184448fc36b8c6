//! Files, read.

use std::cell::RefCell;

use ogi::{ReadOptions, Reading};

use crate::edit::Edit;
use crate::failure::Failure;

thread_local! {
    /// What was read last: who edits a report asks about the same file again and again.
    static LAST: RefCell<Option<(Vec<u8>, Reading)>> = const { RefCell::new(None) };
}

/// Files that are copied to be known again. Longer ones are read anew.
const MOST_KEPT: usize = 8 << 20;

/// Reads a report, or the JSON of one, as the program does.
pub(crate) fn read(bytes: &[u8]) -> Result<Reading, Failure> {
    let known = LAST.with_borrow(|last| {
        last.as_ref().filter(|(of, _)| of == bytes).map(|(_, reading)| reading.clone())
    });
    if let Some(reading) = known {
        return Ok(reading);
    }
    let reading = if ogi::json::begins(bytes) {
        ogi::json::read(bytes, &ReadOptions::default())?
    } else {
        ogi::read(bytes, &ReadOptions::default())?
    };
    if bytes.len() <= MOST_KEPT {
        LAST.set(Some((bytes.to_vec(), reading.clone())));
    }
    Ok(reading)
}

/// The same with what was changed since. Places stay those of the file; sentences whose part was changed have none.
pub(crate) fn edited(bytes: &[u8], edits: &[Edit]) -> Result<Reading, Failure> {
    let mut reading = read(bytes)?;
    let before = reading.report.clone();
    edits.iter().try_for_each(|it| it.apply(&mut reading.report))?;
    let words = |it: &ogi::Report| {
        [&it.preamble, &it.overview, &it.problems, &it.other_matters].map(Clone::clone)
    };
    if words(&before) != words(&reading.report) {
        // What is said elsewhere than in the file has no place there.
        let report = reading.report;
        reading = Reading::of_report(report);
        reading.claims = ogi::parse::claims(&reading.report);
    }
    Ok(reading)
}
