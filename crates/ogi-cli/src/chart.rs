//! `ogi chart`: pictures of figures.

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;
use ogi::Report;
use ogi::render::{applicants_chart, outcomes_chart, years_chart};
use ogi::terminal::{Language, visible};

use crate::args::Inputs;
use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{inputs, output, source};

#[derive(Debug, clap::Args)]
pub(crate) struct Chart {
    /// 画什么 | What is drawn
    #[arg(value_enum)]
    kind: ChartKind,
    #[command(flatten)]
    inputs: Inputs,
    /// 输出文件（SVG）；不写则为标准输出 | File to write (SVG); standard output without it
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
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

pub(crate) fn run(args: &Chart, language: Language) -> Result<Verdict, Problem> {
    let mut worst = Verdict::Sound;
    let mut reports: Vec<Report> = Vec::new();
    for found in inputs::find(&args.inputs.paths) {
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
        (ChartKind::Years, reports) => years_chart(reports, language),
        (ChartKind::Outcomes, [report]) => outcomes_chart(report, language),
        (ChartKind::Applicants, [report]) => applicants_chart(report, language),
        (ChartKind::Outcomes | ChartKind::Applicants, _) => return Err(Problem::OneFileOnly),
    };
    match &args.output {
        Some(path) => std::fs::write(path, svg)
            .map_err(|error| Problem::from(error).of(&path.to_string_lossy()))?,
        None => {
            let mut out = output::stdout();
            out.write_all(visible(&svg).as_bytes())?;
            out.flush()?;
        }
    }
    Ok(worst)
}
