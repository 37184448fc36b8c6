//! `ogi rollup --sum`: the report of a parent, added up.

use std::io::Write;
use std::path::Path;

use ogi::Format;
use ogi::check::Summed;
use ogi::terminal::{Language, Printer};

use super::children::Children;
use super::{Rollup, RollupFormat};
use crate::inputs::Input;
use crate::output;
use crate::problem::Problem;
use crate::verdict::Verdict;

pub(super) fn run(args: &Rollup, path: &Path, language: Language) -> Result<Verdict, Problem> {
    if matches!(args.format, RollupFormat::Xlsx) {
        return Err(Problem::NoParent);
    }
    let selection = args.inputs.selected(language);
    let to = args.to.or_else(|| Format::of_path(path)).ok_or(Problem::FormatUnknown)?;
    if selection.has(path) {
        return Err(Problem::SameFile.of(&path.to_string_lossy()));
    }
    let children = Children::read(&selection, None, args, language)?;
    children.complain(language);
    // A sum of nothing is no report, and what is there stays as it is.
    if children.are_all_unreadable() {
        return Ok(Verdict::Failed);
    }
    let summed = ogi::check::aggregate(children.of_family());
    let summed = summed.signed(args.agency.as_deref().unwrap_or_default());
    let mut written = Vec::new();
    ogi::write(&summed.report, to, &mut written)?;
    let said = match args.format {
        RollupFormat::Text | RollupFormat::Xlsx => {
            Printer::new(language).summed(&summed).into_bytes()
        }
        RollupFormat::Json => {
            let mut json = Vec::new();
            output::json_pretty(&mut json, &summed)?;
            json
        }
    };
    match Input::of(path) {
        // What is said goes where it does not mix with what is written.
        Input::Stdin => {
            output::file(&written)?;
            output::complain(String::from_utf8_lossy(&said).trim_end());
        }
        Input::File(path) => {
            args.replace.write(&path, &written)?;
            let mut out = output::stdout();
            out.write_all(&said)?;
            out.flush()?;
        }
    }
    Ok(verdict(&summed).max(children.verdict()))
}

/// Sound if every figure is there and counted once, and all sums of the form hold.
fn verdict(summed: &Summed) -> Verdict {
    let Summed { bounds, unbalanced, notes, .. } = summed;
    if bounds.is_empty() && unbalanced.is_empty() && notes.is_empty() {
        Verdict::Sound
    } else {
        Verdict::Flawed
    }
}
