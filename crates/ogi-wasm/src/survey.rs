//! A row of an overview.

use ogi::check::{Coverage, Message, Policy, Severity};
use ogi::{Format, Verdict};
use serde::Serialize;

use crate::check::counted;
use crate::done::Done;
use crate::failure::Failure;
use crate::source;

#[derive(Serialize)]
struct Surveyed<'a> {
    agency: Option<&'a str>,
    year: Option<u16>,
    verdict: Verdict,
    meaning: Message,
    counted: Message,
    errors: usize,
    warnings: usize,
    hints: usize,
    coverage: Coverage,
}

pub(crate) fn answer((_, bytes): (&str, &[u8]), policy: &Policy) -> Result<Done, Failure> {
    let reading = source::read(bytes)?;
    let outcome = ogi::check(&reading, policy);
    let count = |severity| outcome.open().filter(|it| it.severity == severity).count();
    let surveyed = Surveyed {
        agency: reading.report.agency.as_deref(),
        year: reading.report.year,
        verdict: outcome.verdict,
        meaning: outcome.meaning(),
        counted: counted(&outcome),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        hints: count(Severity::Info),
        coverage: outcome.coverage,
    };
    let mut report = Vec::new();
    ogi::write(&reading.report, Format::Json, &mut report)?;
    Done::new(&surveyed, report)
}
