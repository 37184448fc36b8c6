//! `ogi chart`: pictures of figures.

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;
use ogi::Report;
use ogi::render::{applicants_chart, outcomes_chart, years_chart};
use ogi::terminal::{Language, visible};

use crate::args::Inputs;
use crate::problem::Problem;
use crate::settings::Settable;
use crate::target::Replace;
use crate::verdict::Verdict;
use crate::{output, policy, source};

#[derive(Debug, clap::Args)]
pub(crate) struct Chart {
    /// 图的种类 | What is drawn
    #[arg(value_enum)]
    kind: ChartKind,
    #[command(flatten)]
    inputs: Inputs,
    /// 输出文件（SVG）；不写则为标准输出 | File to write (SVG); standard output without it
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// 机关曾用名称（TOML）| Other names of an agency (TOML): "name" = ["other name", "…"]
    #[arg(long, value_name = "FILE")]
    aliases: Option<PathBuf>,
    #[command(flatten)]
    replace: Replace,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ChartKind {
    /// 申请办理结果（一份报告）| Results of requests, of one report
    Outcomes,
    /// 新收申请的申请人（一份报告）| Applicants, of one report
    Applicants,
    /// 历年申请与复议（同一机关的几份报告）| Requests and reconsiderations by year, of one agency
    Years,
}

impl Chart {
    pub(crate) fn settable(&mut self) -> Settable<'_> {
        Settable { aliases: Some(&mut self.aliases), ..self.inputs.settable() }
    }
}

pub(crate) fn run(args: &Chart, language: Language) -> Result<Verdict, Problem> {
    let mut worst = Verdict::Sound;
    let mut reports: Vec<Report> = Vec::new();
    for found in args.inputs.selected(language).find() {
        match source::read_found(found) {
            (_, Ok(reading)) => reports.push(reading.report),
            (path, Err(problem)) => {
                worst = Verdict::Failed;
                output::complain(&visible(&problem.of(&path).in_words(language)));
            }
        }
    }
    let svg = match (args.kind, &reports[..]) {
        (_, []) => return Ok(Verdict::Failed),
        (ChartKind::Years, reports) => {
            of_one_agency(reports, args)?;
            years_chart(reports, language)
        }
        (ChartKind::Outcomes, [report]) => outcomes_chart(report, language),
        (ChartKind::Applicants, [report]) => applicants_chart(report, language),
        (ChartKind::Outcomes | ChartKind::Applicants, _) => return Err(Problem::OneFileOnly),
    };
    match &args.output {
        Some(path) => args.replace.write(path, svg.as_bytes())?,
        None => {
            let mut out = output::stdout();
            out.write_all(visible(&svg).as_bytes())?;
            out.flush()?;
        }
    }
    Ok(worst)
}

/// A line through the years of two agencies would say nothing of either.
fn of_one_agency(reports: &[Report], args: &Chart) -> Result<(), Problem> {
    let agencies = policy::aliases(args.aliases.as_deref())?.by_agency(reports);
    if agencies.len() < 2 {
        return Ok(());
    }
    let name = |of: &Vec<usize>| reports[*of.first()?].agency.clone();
    let names = agencies.iter().map(|it| name(it).unwrap_or_else(|| "?".to_owned()));
    Err(Problem::SeveralAgencies(names.collect()))
}
