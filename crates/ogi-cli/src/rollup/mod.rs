//! `ogi rollup`: a parent beside its children, or what children add up to.

mod children;
mod sum;

use std::io::Write;
use std::path::{Path, PathBuf};

use ogi::check::{Envelope, FileOutcome, RollUp, roll_up};
use ogi::terminal::{Language, Printer};
use ogi::{Format, Reading};
use serde::Serialize;
use serde_json::Value;

use crate::args;
use crate::inputs::{Input, Selection};
use crate::problem::Problem;
use crate::settings::Settable;
use crate::target::Replace;
use crate::verdict::Verdict;
use crate::{output, policy, source};
use children::Children;

#[derive(Debug, clap::Args)]
pub(crate) struct Rollup {
    /// 汇总报告，然后是各下级的报告或文件夹；用 --sum 时只写下级 | The parent's report, then those of its children or
    /// folders of them; with --sum only the children
    #[command(flatten)]
    inputs: args::Inputs,
    /// 把下级报告加总写成一份汇总报告 | Add up the children and write the report of their parent
    #[arg(long, requires = "output")]
    sum: bool,
    /// 写到哪里；- 为标准输出 | Where to write it; - for standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// 汇总报告的格式，不写则按文件名 | Format of the sum, unless the file name states
    #[arg(long, value_name = "FORMAT", value_parser = args::format(), requires = "sum")]
    to: Option<Format>,
    /// 汇总报告是谁的 | Whose report the sum is
    #[arg(long, value_name = "NAME", requires = "sum")]
    agency: Option<String>,
    /// 应有报告的下级名单，每行一个 | Names of all children that should report, one a line
    #[arg(long, value_name = "FILE")]
    expect: Option<PathBuf>,
    /// 机关曾用名称（TOML）| Other names of agencies (TOML): "name" = ["other name", "…"]
    #[arg(long, value_name = "FILE")]
    aliases: Option<PathBuf>,
    /// 输出格式 | Output format
    #[arg(long, value_enum, default_value_t)]
    format: RollupFormat,
    #[command(flatten)]
    replace: Replace,
    #[command(flatten)]
    policy: args::Policy,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum RollupFormat {
    /// 给人看 | For people
    #[default]
    Text,
    /// JSON
    Json,
    /// 工作簿：各单位逐项对照 | A workbook: all figures of all bodies side by side
    Xlsx,
}

/// What a check of several files says, and the parent beside its children.
#[derive(Serialize)]
struct RolledUp<'a> {
    #[serde(flatten)]
    envelope: Envelope<&'a [Value]>,
    rollup: &'a RollUp,
}

impl Rollup {
    pub(crate) fn settable(&mut self) -> Settable<'_> {
        Settable {
            policy: Some(&mut self.policy),
            aliases: Some(&mut self.aliases),
            ..self.inputs.settable()
        }
    }
}

pub(crate) fn run(args: &Rollup, language: Language) -> Result<Verdict, Problem> {
    if let (true, Some(output)) = (args.sum, &args.output) {
        return sum::run(args, output, language);
    }
    let policy = policy::whole(&args.policy)?;
    let (parent, children) = args.inputs.paths.split_first().ok_or(Problem::NoChildren)?;
    let input = Input::of(parent);
    let path = input.name();
    let reading = source::read(&input, None).map_err(|problem| problem.of(&path))?;
    let selection = Selection::new(children, &args.inputs.filter, language);
    let is_input = |output: &Path| {
        let whole = |path: &Path| path.canonicalize().ok();
        selection.has(output) || whole(output).is_some_and(|it| Some(it) == whole(parent))
    };
    if let Some(output) = args.output.as_deref().filter(|it| is_input(it)) {
        return Err(Problem::SameFile.of(&output.to_string_lossy()));
    }
    let children = Children::read(&selection, Some(parent), args, language)?;
    let rolled_up = roll_up(&reading, children.of_family(), &policy);
    let outcome = &rolled_up.outcome;
    let mut written = Vec::new();
    match args.format {
        RollupFormat::Text => {
            children.complain(language);
            let printer =
                Printer::new(language).colour(output::in_colour() && args.output.is_none());
            written.extend(printer.rolled_up(&reading.report, &rolled_up).into_bytes());
            written.extend(printer.outcome(&path, &reading, outcome).into_bytes());
        }
        RollupFormat::Json => {
            let files = files(&path, &reading, &rolled_up, &children, language)?;
            let envelope = Envelope::new(&files[..]).as_of(policy.as_of);
            output::json_pretty(&mut written, &RolledUp { envelope, rollup: &rolled_up })?;
        }
        RollupFormat::Xlsx => {
            children.complain(language);
            written = ogi::render::rollup_xlsx(&reading.report, &rolled_up)?;
        }
    }
    match args.output.as_deref().map(Input::of) {
        Some(Input::File(path)) => args.replace.write(&path, &written)?,
        Some(Input::Stdin) | None => match args.format {
            RollupFormat::Xlsx => output::file(&written)?,
            RollupFormat::Text | RollupFormat::Json => {
                let mut out = output::stdout();
                out.write_all(&written)?;
                out.flush()?;
            }
        },
    }
    let verdict = Verdict::of(outcome).max(children.verdict());
    Ok(verdict.allowing_incomplete(args.policy.allow_incomplete))
}

/// The parent, then the children that could not be read.
fn files(
    path: &str,
    reading: &Reading,
    rolled_up: &RollUp,
    children: &Children,
    language: Language,
) -> Result<Vec<Value>, serde_json::Error> {
    let mut files =
        vec![serde_json::to_value(FileOutcome::new(path, reading, &rolled_up.outcome))?];
    for (path, problem) in children.failed() {
        let message = problem.in_words(language);
        files.push(serde_json::to_value(FileOutcome::failed(path, problem.kind(), &message))?);
    }
    Ok(files)
}
