//! `ogi check`: findings for people and for programs.

mod across;
mod file;
mod folder;
mod print;
mod series;

use std::fs;
use std::io::Write;
use std::path::Path;

use ogi::check::{Waiver, Waivers};
use ogi::render::Html;
use ogi::terminal::Language;

use crate::args::CheckFormat;
use crate::inputs::Selection;
use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{args, batch, output, policy};
use file::{Checked, Task};
use print::{Batch, Target};

pub(crate) fn run(args: &args::Check, language: Language) -> Result<Verdict, Problem> {
    let selection = args.inputs.selected(language);
    may_be_options(args, &selection)?;
    let mut policy = policy::read(&args.policy)?;
    let baseline = policy::baseline(&args.policy)?;
    may_write_baseline(args, &selection)?;
    let own = policy.waivers.clone();
    policy.waivers = own.iter().cloned().chain(baseline).collect();

    let task = Task {
        policy: &policy,
        format: args.format,
        language,
        overview: matches!(args.format, CheckFormat::Html | CheckFormat::Xlsx)
            && selection.are_several(),
        html: Html::new().language(language).fragment(args.fragment),
        colour: args.output.is_none() && output::in_colour(),
        statistics: args.statistics,
        suggest: args.suggest,
        own: args.write_baseline.is_some().then_some(&own),
    };
    let target = Target { path: args.output.as_deref(), replace: args.replace };
    let batch = Batch::new(&selection, target, task);
    let verdict = if args.series {
        let series = series::read(args, &selection)?;
        let whose = series.in_words(language);
        let successors = series.successors(&policy, language);
        let verdict = batch.print(&mut series.check(task))?;
        if matches!(args.format, CheckFormat::Text) {
            let mut out = output::stdout();
            out.write_all(whose.as_bytes())?;
            out.flush()?;
        }
        successors.iter().for_each(|it| output::note(it));
        verdict
    } else if args.across {
        let (resemblances, files) = across::compare(args, &selection)?.files(&selection);
        batch::in_order(
            files,
            args.inputs.jobs,
            |found| across::check(found, &resemblances, task),
            |results| batch.print(results),
        )??
    } else {
        batch::in_order(
            selection.find(),
            args.inputs.jobs,
            |found| Checked::new(found, task),
            |results| batch.print(results),
        )??
    };
    if args.write_baseline.is_some() {
        write_baseline(args, batch.into_waivers(), language)?;
    }
    Ok(verdict.allowing_incomplete(args.policy.allow_incomplete))
}

/// What is wanted of a format that it has, and no output that is read.
fn may_be_options(args: &args::Check, selection: &Selection) -> Result<(), Problem> {
    let format = args.format;
    if args.statistics && !matches!(format, CheckFormat::Text | CheckFormat::Json) {
        return Err(Problem::OptionIsFor("--statistics", "--format text, json"));
    }
    if args.fragment && !matches!(format, CheckFormat::Html) {
        return Err(Problem::OptionIsFor("--fragment", "--format html"));
    }
    if args.across && !selection.are_several() {
        return Err(Problem::OptionIsFor("--across", "FOLDER"));
    }
    match &args.output {
        None if matches!(format, CheckFormat::Html) && selection.are_several() => {
            Err(Problem::NoTarget)
        }
        None => Ok(()),
        Some(path) if selection.has(path) => Err(Problem::SameFile.of(&path.to_string_lossy())),
        Some(path) => args.replace.may_write(path),
    }
}

/// A baseline may take the place of a baseline, and of nothing else that is read.
fn may_write_baseline(args: &args::Check, selection: &Selection) -> Result<(), Problem> {
    let Some(path) = &args.write_baseline else { return Ok(()) };
    let whole = |it: &Path| it.canonicalize().ok();
    let policy = args.policy.policy.as_deref().and_then(whole);
    if selection.has(path) || policy.is_some() && policy == whole(path) {
        return Err(Problem::SameFile.of(&path.to_string_lossy()));
    }
    Ok(())
}

fn write_baseline(
    args: &args::Check,
    waivers: Vec<Waiver>,
    language: Language,
) -> Result<(), Problem> {
    let Some(path) = &args.write_baseline else { return Ok(()) };
    let waivers: Waivers = waivers.into_iter().collect();
    let count = waivers.iter().len();
    fs::write(path, waivers.to_toml())
        .map_err(|error| Problem::from(error).of(&path.to_string_lossy()))?;
    let path = path.to_string_lossy();
    output::note(&match language {
        Language::Zh => format!("{path}：写入豁免{count}条"),
        Language::En => format!("{path}: {count} waivers written"),
    });
    Ok(())
}
