//! `ogi repair`: the user's own file, with those suggestions applied that the user names and nothing else changed.

use std::io::Write as _;
use std::path::PathBuf;

use ogi::check::{Message, Repaired, cell_name, repair};
use ogi::import::Kind;
use ogi::terminal::{Language, Printer, visible};
use ogi::{Format, InPlaceError, Outcome, ReadOptions, Reading, Report};

use crate::inputs::Input;
use crate::problem::Problem;
use crate::settings::Settable;
use crate::target::{self, Replace};
use crate::verdict::Verdict;
use crate::{args, output, policy, source};

#[derive(Debug, clap::Args)]
pub(crate) struct Repair {
    /// 输入文件；- 为标准输入 | File to read; - for standard input
    #[arg(value_name = "FILE")]
    input: PathBuf,
    /// 采用哪些建议（编号）| Suggestions to apply, by their numbers
    #[arg(long, value_name = "N", value_delimiter = ',', requires = "output")]
    apply: Vec<usize>,
    /// 勾稽关系无法区分的改法有多种时，仍采用所选的一种 | Apply one of several changes that the sums cannot distinguish
    #[arg(long, requires = "apply")]
    yes: bool,
    /// 输出文件；- 为标准输出 | File to write; - for standard output
    #[arg(short, long, value_name = "FILE", requires = "apply")]
    output: Option<PathBuf>,
    #[command(flatten)]
    replace: Replace,
    #[command(flatten)]
    policy: args::Policy,
}

impl Repair {
    pub(crate) fn settable(&mut self) -> Settable<'_> {
        let paths = [self.input.clone()];
        Settable { policy: Some(&mut self.policy), ..Settable::of(&paths) }
    }
}

pub(crate) fn run(args: &Repair, language: Language) -> Result<Verdict, Problem> {
    let input = Input::of(&args.input);
    let policy = policy::read(&args.policy)?;
    let source = source::read_whole(&input, None).map_err(|problem| problem.of(&input.name()))?;
    let outcome = ogi::check(&source.reading, &policy);
    let report = &source.reading.report;
    let Some(target) = &args.output else { return list(report, &outcome, language) };

    let target = Input::of(target);
    let own = own_format(&source.bytes);
    if let Some(own) = own {
        target::stays(own, &target)?;
    }
    target::is_other(&input, &target)?;
    if !args.yes {
        are_plain(report, &outcome, &args.apply, language)?;
    }
    let repaired = repair(report, &outcome, &args.apply).map_err(Problem::Repair)?;
    let mut log = log(report, &outcome, &repaired, language);
    let mut written = Vec::new();
    if own == Some(Format::Json) {
        ogi::write(&repaired.report, Format::Json, &mut written)?;
    } else {
        let changed = ogi::repair_in_place(
            &source.bytes,
            &source.reading,
            &repaired,
            &ReadOptions::default(),
        );
        let changed = changed.map_err(|it| in_place(it, &source.reading).of(&input.name()))?;
        written = changed.bytes;
        if changed.has_formulas {
            log += language.pick(
                "文件中有公式：用 Excel 等打开时会重新计算\n",
                "it has formulas, which are computed anew when it is opened\n",
            );
        }
    }
    match target {
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

/// The format of a file that is changed as it is.
fn own_format(bytes: &[u8]) -> Option<Format> {
    if ogi::json::begins(bytes) {
        return Some(Format::Json);
    }
    match Kind::of(bytes) {
        Ok(Kind::Docx) => Some(Format::Docx),
        Ok(Kind::Workbook) => Some(Format::Xlsx),
        Ok(Kind::Html) => Some(Format::Html),
        _ => None,
    }
}

/// Why a figure cannot be changed, with its name and place.
fn in_place(error: InPlaceError, reading: &Reading) -> Problem {
    let cell = error.place().and_then(|place| reading.sources.iter().find(|it| it.1 == place));
    let at = cell.map(|(cell, place)| {
        let name = cell_name(&reading.report, cell);
        let lines = reading.lines();
        let [zh, en] = [Language::Zh, Language::En].map(|it| it.of_place(place, &lines));
        Message {
            zh: format!("“{}”（{zh}）", name.zh), en: format!("“{}” ({en})", name.en)
        }
    });
    Problem::InPlace(error, at.map(Box::new))
}

/// Of changes that the sums cannot distinguish somebody has to say that it is this one.
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

/// Nothing is changed without being stated what.
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
