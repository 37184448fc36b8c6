//! `ogi convert`: the same report in another format.

mod many;

use std::path::Path;

use ogi::Format;
use ogi::terminal::{Language, visible};

use crate::inputs::Input;
use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{args, lost, output, parse, source, target};

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
    target::is_other(&input, &target)?;
    let reading = source::read(&input, args.from);
    let verdict = parse::verdict(&reading);
    let reading = reading.map_err(|problem| problem.of(&input.name()))?;
    let mut written = Vec::new();
    ogi::write(&reading.report, to, &mut written)?;
    match target {
        Input::Stdin => output::file(&written)?,
        Input::File(path) => {
            args.replace.write(&path, &written)?;
        }
    }
    for line in lost::told(&reading, language) {
        output::complain(&format!("{}: {line}", visible(&input.name())));
    }
    Ok(verdict)
}
