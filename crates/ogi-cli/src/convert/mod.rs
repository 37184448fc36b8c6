//! `ogi convert`: the same report in another format.

mod many;

use std::path::Path;

use ogi::render::Html;
use ogi::terminal::{Language, visible};
use ogi::{Format, Report};

use crate::inputs::Input;
use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{args, loss_lines, output, parse, source, target};

pub(crate) fn run(args: &args::Convert, language: Language) -> Result<Verdict, Problem> {
    let selection = args.inputs.selected(language);
    match selection.paths() {
        [input] if !input.is_dir() && !args.output.is_dir() => one(input, args, language),
        _ => many::run(args, &selection, language),
    }
}

/// A report in a format; of a page only the body, if that is wanted.
fn written(report: &Report, to: Format, fragment: bool) -> Result<Vec<u8>, Problem> {
    if fragment {
        return Ok(Html::new().fragment(true).report(report).into_bytes());
    }
    let mut written = Vec::new();
    ogi::write(report, to, &mut written)?;
    Ok(written)
}

/// Only pages have a body.
fn may_be_fragment(args: &args::Convert, to: Format) -> Result<(), Problem> {
    match to {
        Format::Html => Ok(()),
        _ if args.fragment => Err(Problem::OptionIsFor("--fragment", "html")),
        _ => Ok(()),
    }
}

fn one(input: &Path, args: &args::Convert, language: Language) -> Result<Verdict, Problem> {
    let input = Input::of(input);
    let target = Input::of(&args.output);
    let to = args.to.or_else(|| Format::of_path(&args.output)).ok_or(Problem::FormatUnknown)?;
    may_be_fragment(args, to)?;
    target::is_other(&input, &target)?;
    let source = source::read_whole(&input, args.from);
    let source = source.map_err(|problem| problem.of(&input.name()))?;
    let verdict = parse::verdict_of(&source.reading);
    let written = written(&source.reading.report, to, args.fragment)?;
    let lost = loss_lines::of(&source.bytes, &source.reading, language)?;
    match target {
        Input::Stdin => output::file(&written)?,
        Input::File(path) => {
            args.replace.write(&path, &written)?;
        }
    }
    for line in lost {
        output::complain(&format!("{}: {line}", visible(&input.name())));
    }
    Ok(verdict)
}
