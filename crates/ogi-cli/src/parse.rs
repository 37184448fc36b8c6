//! `ogi parse`: reports as JSON.

use std::io::Write;

use ogi::Reading;
use ogi::terminal::Language;
use serde::Serialize;

use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{args, inputs, output, source};

pub(crate) fn run(args: &args::Parse, language: Language) -> Result<Verdict, Problem> {
    let mut out = output::stdout();
    let mut worst = Verdict::Sound;
    let several = inputs::are_several(&args.inputs.paths);
    for found in inputs::find(&args.inputs.paths) {
        let (path, reading) = match found {
            Ok(input) => (input.name(), source::read(&input, None)),
            Err((path, problem)) => (path, Err(problem)),
        };
        worst = worst.max(verdict(&reading));
        if several {
            let line = Line::new(&path, &reading, args.full, language);
            output::json_line(&mut out, &line)?;
        } else {
            let reading = reading.map_err(|problem| problem.of(&path))?;
            output::json_pretty(&mut out, &Printed::new(&reading, args.full))?;
        }
    }
    out.flush()?;
    Ok(worst)
}

/// How well a report was read.
pub(crate) fn verdict(reading: &Result<Reading, Problem>) -> Verdict {
    match reading {
        Err(_) => Verdict::Failed,
        Ok(reading) if reading.report.cells().any(|it| it.1.unreadable().is_some()) => {
            Verdict::Flawed
        }
        Ok(_) => Verdict::Sound,
    }
}

/// One of several files.
#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    error: Option<ErrorIn>,
    report: Option<Printed<'a>>,
}

#[derive(Serialize)]
struct ErrorIn {
    kind: &'static str,
    message: String,
}

impl<'a> Line<'a> {
    fn new(
        path: &'a str,
        reading: &'a Result<Reading, Problem>,
        full: bool,
        language: Language,
    ) -> Self {
        let error = reading
            .as_ref()
            .err()
            .map(|problem| ErrorIn { kind: problem.kind(), message: problem.in_words(language) });
        Self { path, error, report: reading.as_ref().ok().map(|it| Printed::new(it, full)) }
    }
}

/// A report, or all that was read.
#[derive(Serialize)]
#[serde(untagged)]
enum Printed<'a> {
    Report(&'a ogi::Report),
    Full(&'a Reading),
}

impl<'a> Printed<'a> {
    const fn new(reading: &'a Reading, full: bool) -> Self {
        if full { Self::Full(reading) } else { Self::Report(&reading.report) }
    }
}
