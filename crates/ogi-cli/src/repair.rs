//! `ogi repair`: a new report, with those suggestions applied that the user names.

use std::io::Write as _;
use std::path::PathBuf;

use ogi::check::{Repaired, cell_name, repair};
use ogi::terminal::{Language, Printer, visible};
use ogi::{Format, Outcome, Report};

use crate::inputs::Input;
use crate::problem::Problem;
use crate::target::Replace;
use crate::verdict::Verdict;
use crate::{args, lost, output, policy, source};

#[derive(Debug, clap::Args)]
pub(crate) struct Repair {
    /// 输入文件；- 为标准输入 | File to read; - for standard input
    #[arg(value_name = "FILE")]
    input: PathBuf,
    /// 采用哪些建议（编号）| Suggestions to apply, by their numbers
    #[arg(long, value_name = "N", value_delimiter = ',', requires = "output")]
    apply: Vec<usize>,
    /// 勾稽关系无法区分的改法有多种时，仍采用所选的一种 | Apply one of several changes that the sums cannot tell apart
    #[arg(long, requires = "apply")]
    yes: bool,
    /// 输出文件；- 为标准输出 | File to write; - for standard output
    #[arg(short, long, value_name = "FILE", requires = "apply")]
    output: Option<PathBuf>,
    /// 输出格式 | Output format
    #[arg(long, value_name = "FORMAT", value_parser = args::format())]
    to: Option<Format>,
    #[command(flatten)]
    replace: Replace,
    #[command(flatten)]
    policy: args::Policy,
}

pub(crate) fn run(args: &Repair, language: Language) -> Result<Verdict, Problem> {
    let input = Input::of(&args.input);
    let policy = policy::read(&args.policy)?;
    let source = source::read_whole(&input, None).map_err(|problem| problem.of(&input.name()))?;
    let outcome = ogi::check(&source.reading, &policy);
    let report = &source.reading.report;
    let Some(target) = &args.output else { return list(report, &outcome, language) };

    let to = args.to.or_else(|| Format::of_path(target)).ok_or(Problem::FormatUnknown)?;
    if let (Input::File(from), Ok(to)) = (&input, target.canonicalize())
        && from.canonicalize().is_ok_and(|from| from == to)
    {
        return Err(Problem::SameFile);
    }
    if !args.yes {
        are_plain(report, &outcome, &args.apply, language)?;
    }
    let repaired = repair(report, &outcome, &args.apply).map_err(Problem::Repair)?;
    let mut written = Vec::new();
    ogi::write(&repaired.report, to, &mut written)?;
    let lost = lost::told(&source.bytes, &source.reading, language)?;
    let mut log = log(report, &outcome, &repaired, language);
    log.extend(lost.iter().flat_map(|it| [it, "\n"]));
    match Input::of(target) {
        Input::Stdin => {
            output::file(&written)?;
            output::complain(log.trim_end());
        }
        Input::File(path) => {
            args.replace.write(&path, &written)?;
            print(&log)?;
        }
    }
    Ok(Verdict::Sound)
}

/// Of changes that the sums cannot tell apart somebody has to say that it is this one.
fn are_plain(
    report: &Report,
    outcome: &Outcome,
    apply: &[usize],
    language: Language,
) -> Result<(), Problem> {
    let applied = outcome.explanations.iter().filter(|it| apply.contains(&it.id));
    let Some(it) = applied.into_iter().find(|it| it.class_size > 1) else { return Ok(()) };
    let name = |cell| language.of(&cell_name(report, cell)).to_owned();
    let cells = it.edits.iter().map(|it| name(it.cell)).collect();
    Err(Problem::Ambiguous { id: it.id, of: it.class_size, cells })
}

/// Nothing is changed without being told what.
fn list(report: &Report, outcome: &Outcome, language: Language) -> Result<Verdict, Problem> {
    let stories = Printer::new(language).stories(report, outcome);
    let none = language.pick("没有修改建议\n", "nothing to suggest\n");
    print(if stories.is_empty() { none } else { &stories })?;
    Ok(if stories.is_empty() { Verdict::Sound } else { Verdict::Flawed })
}

/// Every change, a line each.
fn log(report: &Report, outcome: &Outcome, repaired: &Repaired, language: Language) -> String {
    let lines = repaired.log.iter().map(|(id, edit)| {
        let name = cell_name(report, edit.cell);
        let name = language.of(&name);
        let (from, to) = (&report[edit.cell], &repaired.report[edit.cell]);
        let mechanism = outcome.explanations.iter().find(|it| it.id == *id).map(|it| it.mechanism);
        let why = mechanism.map_or("", |it| language.of_words(it.name));
        match language {
            Language::Zh => format!("已改“{name}”：{from} → {to}（修改建议{id}：{why}）\n"),
            Language::En => format!("changed “{name}”: {from} → {to} (suggestion {id}: {why})\n"),
        }
    });
    visible(&lines.collect::<String>()).into_owned()
}

fn print(text: &str) -> Result<(), Problem> {
    let mut out = output::stdout();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}
