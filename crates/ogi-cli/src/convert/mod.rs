//! `ogi convert`: the same report in another format.

mod many;

use std::path::Path;

use ogi::Format;
use ogi::terminal::{Language, visible};

use crate::inputs::Input;
use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{args, lost, output, parse, source};

pub(crate) fn run(args: &args::Convert, language: Language) -> Result<Verdict, Problem> {
    let selection = args.inputs.selected(language);
    match selection.paths() {
        [input] if !input.is_dir() && !args.output.is_dir() => one(input, args, language),
        _ => many::run(args, &selection, language),
    }
}

fn one(input: &Path, args: &args::Convert, language: Language) -> Result<Verdict, Problem> {
    let input = Input::of(input);
    let target = Input::of(&args.output);
    let to = args.to.or_else(|| Format::of_path(&args.output)).ok_or(Problem::FormatUnknown)?;
    if let (Input::File(from), Input::File(to)) = (&input, &target)
        && let (Ok(from), Ok(to)) = (from.canonicalize(), to.canonicalize())
        && from == to
    {
        return Err(Problem::SameFile);
    }
    let source = source::read_whole(&input, args.from);
    let source = source.map_err(|problem| problem.of(&input.name()))?;
    let verdict = parse::verdict_of(&source.reading);
    let mut written = Vec::new();
    ogi::write(&source.reading.report, to, &mut written)?;
    let lost = lost::told(&source.bytes, &source.reading, language)?;
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
