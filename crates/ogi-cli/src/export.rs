//! `ogi export`: every figure of many reports in one table.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use ogi::render::{Csv, TidyRow, tidy};
use ogi::terminal::{Language, visible};

use crate::args::Inputs;
use crate::problem::Problem;
use crate::progress::Progress;
use crate::target::Replace;
use crate::verdict::Verdict;
use crate::{batch, output, source};

#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    #[command(flatten)]
    inputs: Inputs,
    /// 输出格式 | Output format
    #[arg(long, value_enum, default_value_t)]
    format: ExportFormat,
    /// 输出文件；不写则为标准输出 | File to write; standard output without it
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// CSV 开头加字节顺序标记，便于电子表格软件识别 | Begin CSV with a byte order mark, for spreadsheets
    #[arg(long)]
    bom: bool,
    #[command(flatten)]
    replace: Replace,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum ExportFormat {
    /// 逗号分隔 | Comma-separated
    #[default]
    Csv,
    /// 每个数字一行 JSON | One JSON line a figure
    Jsonl,
}

pub(crate) fn run(args: &Export, language: Language) -> Result<Verdict, Problem> {
    match &args.output {
        None => export(args, output::stdout(), language),
        Some(path) => {
            let of_path = |problem: Problem| problem.of(&path.to_string_lossy());
            let file = args.replace.create(path).map_err(of_path)?;
            export(args, BufWriter::new(file), language).map_err(of_path)
        }
    }
}

fn export(args: &Export, out: impl Write, language: Language) -> Result<Verdict, Problem> {
    let mut table = Table::new(args, out)?;
    let mut worst = Verdict::Sound;
    let selection = args.inputs.selected(language);
    let found = selection.find();
    batch::in_order(found, args.inputs.jobs, source::read_found, |results| {
        let is_batch = selection.are_several();
        let progress = Progress::new(is_batch, || selection.count());
        for (name, reading) in results {
            progress.step();
            match reading {
                Ok(reading) => progress.aside(|| table.write(tidy(&reading, &name)))?,
                Err(problem) => {
                    worst = Verdict::Failed;
                    let message = problem.of(&name).in_words(language);
                    progress.aside(|| output::complain(&visible(&message)));
                }
            }
        }
        Ok::<_, Problem>(())
    })??;
    table.finish()?;
    Ok(worst)
}

/// What the rows are written to.
enum Table<W: Write> {
    Csv(Box<Csv<W>>),
    Lines(W),
}

impl<W: Write> Table<W> {
    fn new(args: &Export, out: W) -> Result<Self, Problem> {
        Ok(match args.format {
            ExportFormat::Csv => Self::Csv(Box::new(Csv::new(out, args.bom)?)),
            ExportFormat::Jsonl => Self::Lines(out),
        })
    }

    fn write(&mut self, rows: Vec<TidyRow<'_>>) -> Result<(), Problem> {
        match self {
            Self::Csv(csv) => Ok(csv.write(rows)?),
            Self::Lines(out) => {
                let lines: io::Result<()> =
                    rows.iter().try_for_each(|row| output::json_line(out, row));
                Ok(lines?)
            }
        }
    }

    fn finish(self) -> Result<(), Problem> {
        match self {
            Self::Csv(csv) => Ok(csv.finish()?),
            Self::Lines(mut out) => Ok(out.flush()?),
        }
    }
}
