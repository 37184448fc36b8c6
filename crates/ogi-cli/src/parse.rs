//! `ogi parse`: reports as JSON, or why they were read so.

use std::io::Write;

use ogi::terminal::{Language, Printer, visible};
use ogi::{ReadOptions, Reading};
use serde::Serialize;

use crate::inputs::Selection;
use crate::problem::Problem;
use crate::progress::Progress;
use crate::verdict::Verdict;
use crate::{args, batch, output, source};

pub(crate) fn run(args: &args::Parse, language: Language) -> Result<Verdict, Problem> {
    let selection = args.inputs.selected(language);
    if args.explain && !args.full {
        return explain(&selection, language);
    }
    let options = ReadOptions::default().with_explain(args.explain);
    if selection.are_several() {
        let read = |found| {
            let (path, reading) = source::read_found_by(found, &options);
            let line = Line::new(&path, &reading, args.full, language);
            (verdict(&reading), output::json_on_a_line(&line))
        };
        return batch::in_order(selection.find(), args.inputs.jobs, read, |lines| {
            print(lines, &selection)
        })?;
    }
    let mut worst = Verdict::Sound;
    let mut out = output::stdout();
    for found in selection.find() {
        let (path, reading) = source::read_found_by(found, &options);
        worst = worst.max(verdict(&reading));
        let reading = reading.map_err(|problem| problem.of(&path))?;
        output::json_pretty(&mut out, &ParsedJson::new(&reading, args.full))?;
    }
    out.flush()?;
    Ok(worst)
}

/// Why each report was read as it was.
fn explain(selection: &Selection, language: Language) -> Result<Verdict, Problem> {
    let options = ReadOptions::default().with_explain(true);
    let mut out = output::stdout();
    let mut worst = Verdict::Sound;
    for found in selection.find() {
        let (path, reading) = source::read_found_by(found, &options);
        worst = worst.max(verdict(&reading));
        match reading {
            Ok(reading) => {
                let text = Printer::new(language).decisions(&path, &reading);
                out.write_all(text.as_bytes())?;
            }
            Err(problem) => output::complain(&visible(&problem.of(&path).in_words(language))),
        }
    }
    out.flush()?;
    Ok(worst)
}

fn print(
    lines: &mut dyn Iterator<Item = (Verdict, serde_json::Result<String>)>,
    selection: &Selection,
) -> Result<Verdict, Problem> {
    let progress = Progress::new(true, || selection.count());
    let mut out = output::stdout();
    let mut worst = Verdict::Sound;
    for (verdict, line) in lines {
        progress.step();
        worst = worst.max(verdict);
        progress.aside(|| writeln!(out, "{}", line?))?;
    }
    out.flush()?;
    Ok(worst)
}

/// How well a report was read.
pub(crate) fn verdict(reading: &Result<Reading, Problem>) -> Verdict {
    reading.as_ref().map_or(Verdict::Failed, verdict_of)
}

/// The same of what was read.
pub(crate) fn verdict_of(reading: &Reading) -> Verdict {
    let is_whole = reading.report.cells().all(|it| it.1.unreadable().is_none());
    if is_whole { Verdict::Sound } else { Verdict::Flawed }
}

/// One of several files.
#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    error: Option<ErrorIn>,
    report: Option<ParsedJson<'a>>,
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
        Self { path, error, report: reading.as_ref().ok().map(|it| ParsedJson::new(it, full)) }
    }
}

/// A report, or all that was read.
#[derive(Serialize)]
#[serde(untagged)]
enum ParsedJson<'a> {
    Report(&'a ogi::Report),
    Full(&'a Reading),
}

impl<'a> ParsedJson<'a> {
    const fn new(reading: &'a Reading, full: bool) -> Self {
        if full { Self::Full(reading) } else { Self::Report(&reading.report) }
    }
}
