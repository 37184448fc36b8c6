//! `ogi export`: a collection of reports as tables for research.

mod sheet;
mod twins;

use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use ogi::check::{Aliases, Message};
use ogi::render::data::{
    DataTable, Record, ReportRecord, Source, UnreadRecord, figures, findings, unread,
};
use ogi::terminal::{Language, visible};
use ogi::{Outcome, Policy, Reading};
use sha2::{Digest, Sha256};

use crate::args::{self, Inputs};
use crate::inputs::Found;
use crate::problem::Problem;
use crate::progress::Progress;
use crate::settings::Settable;
use crate::target::Replace;
use crate::verdict::Verdict;
use crate::{batch, output, policy, source};
use sheet::Sheet;

#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    #[command(flatten)]
    inputs: Inputs,
    /// 输出格式 | Output format
    #[arg(long, value_enum, default_value_t)]
    format: ExportFormat,
    /// 写到哪个文件夹，四张表各为一个文件；不写则只把一张表输出到标准输出 | Folder for the four tables, a file each; without it one table goes to standard output
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// 不写 -o 时输出哪一张表 | Which table goes to standard output
    #[arg(long, value_enum, default_value_t, conflicts_with = "output")]
    table: TableName,
    /// 机关曾用名称（TOML）| Other names of agencies (TOML): "name" = ["other name", "…"]
    #[arg(long, value_name = "FILE")]
    aliases: Option<PathBuf>,
    /// CSV 开头加字节顺序标记，便于电子表格软件识别 | Begin CSV with a byte order mark, for spreadsheets
    #[arg(long)]
    bom: bool,
    #[command(flatten)]
    replace: Replace,
    #[command(flatten)]
    policy: args::Policy,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ExportFormat {
    /// 逗号分隔 | Comma-separated
    #[default]
    Csv,
    /// 每行一个 JSON 对象 | One JSON object a line
    Jsonl,
    /// Parquet
    Parquet,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum TableName {
    /// 报告 | Reports
    Reports,
    /// 数字 | Figures
    #[default]
    Figures,
    /// 问题 | Findings
    Findings,
    /// 未能读取的 | What could not be read
    Unread,
}

impl Export {
    pub(crate) fn settable(&mut self) -> Settable<'_> {
        Settable {
            policy: Some(&mut self.policy),
            aliases: Some(&mut self.aliases),
            ..self.inputs.settable()
        }
    }
}

pub(crate) fn run(args: &Export, language: Language) -> Result<Verdict, Problem> {
    let policy = policy::whole(&args.policy)?;
    let aliases = policy::aliases(args.aliases.as_deref())?;
    let mut tables = Tables::create(args)?;
    let (mut reports, mut worst) = (Vec::new(), Verdict::Sound);
    let selection = args.inputs.selected(language);
    let read = |found| File::read(found, &policy, &aliases);
    batch::in_order(selection.find(), args.inputs.jobs, read, |results| {
        let progress = Progress::new(selection.are_several(), || selection.count());
        for file in results {
            progress.step();
            match &file.result {
                Ok((reading, outcome)) => {
                    let source = file.source();
                    reports.push(ReportRecord::new(source, reading, outcome));
                    tables.write(figures(source, reading))?;
                    tables.write(findings(source, reading, outcome))?;
                    tables.write(unread(source, reading))?;
                }
                Err(problem) => {
                    worst = Verdict::Failed;
                    let message = Message::new(
                        problem.in_words(Language::Zh),
                        problem.in_words(Language::En),
                    );
                    tables.write([UnreadRecord::file(&file.path, problem.kind(), &message)])?;
                    let line = format!("{}: {}", file.path, language.of(&message));
                    progress.aside(|| output::complain(&visible(&line)));
                }
            }
        }
        Ok::<_, Problem>(())
    })??;
    twins::name(&mut reports, language);
    tables.write(reports)?;
    tables.finish()?;
    Ok(worst)
}

/// A file, read and checked.
struct File {
    path: String,
    hash: String,
    format: &'static str,
    agency: Option<String>,
    result: Result<(Reading, Outcome), Problem>,
}

impl File {
    fn read(found: Found, policy: &Policy, aliases: &Aliases) -> Self {
        let (path, bytes) = source::bytes_found(found);
        let mut file = match bytes {
            Err(problem) => Self::new(path, Err(problem)),
            Ok(bytes) => {
                let reading = source::of_bytes(&bytes);
                let checked = reading.map(|it| {
                    let outcome = ogi::check(&it, policy);
                    (it, outcome)
                });
                let hash = Sha256::digest(&bytes).iter().map(|it| format!("{it:02x}")).collect();
                Self { hash, format: source::format(&bytes), ..Self::new(path, checked) }
            }
        };
        if let Ok((reading, _)) = &file.result {
            file.agency = reading.report.agency.as_deref().map(|it| aliases.key(it));
        }
        file
    }

    const fn new(path: String, result: Result<(Reading, Outcome), Problem>) -> Self {
        Self { path, hash: String::new(), format: "", agency: None, result }
    }

    fn source(&self) -> Source<'_> {
        let Self { path, hash, format, agency, .. } = self;
        Source { path, hash, format, agency: agency.as_deref() }
    }
}

/// The tables that are written.
struct Tables {
    sheets: Vec<(DataTable, Sheet)>,
}

impl Tables {
    fn create(args: &Export) -> Result<Self, Problem> {
        let Some(folder) = &args.output else {
            let table = args.table.table();
            if args.format == ExportFormat::Parquet && io::stdout().is_terminal() {
                return Err(Problem::NotForTerminals);
            }
            let sheet = Sheet::new(args, table, Box::new(BufWriter::new(io::stdout())))?;
            return Ok(Self { sheets: vec![(table, sheet)] });
        };
        fs::create_dir_all(folder)
            .map_err(|error| Problem::from(error).of(&folder.to_string_lossy()))?;
        let sheet = |table: &DataTable| {
            let path = folder.join(table.key()).with_extension(args.format.extension());
            let of_path = |problem: Problem| problem.of(&path.to_string_lossy());
            let file: Box<dyn Write + Send> =
                Box::new(BufWriter::new(args.replace.create(&path).map_err(of_path)?));
            Ok((*table, Sheet::new(args, *table, file)?))
        };
        Ok(Self { sheets: DataTable::ALL.iter().map(sheet).collect::<Result<_, Problem>>()? })
    }

    fn write<R: Record>(&mut self, records: impl IntoIterator<Item = R>) -> Result<(), Problem> {
        let sheet = self.sheets.iter_mut().find(|it| it.0 == R::TABLE);
        let Some((_, sheet)) = sheet else { return Ok(()) };
        records.into_iter().try_for_each(|it| sheet.write(&it))
    }

    fn finish(self) -> Result<(), Problem> {
        self.sheets.into_iter().try_for_each(|it| it.1.finish())
    }
}

impl TableName {
    const fn table(self) -> DataTable {
        match self {
            Self::Reports => DataTable::Reports,
            Self::Figures => DataTable::Figures,
            Self::Findings => DataTable::Findings,
            Self::Unread => DataTable::Unread,
        }
    }
}

impl ExportFormat {
    /// How the names of its files end.
    const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
            Self::Parquet => "parquet",
        }
    }
}
