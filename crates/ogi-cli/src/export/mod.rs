//! `ogi export`: a collection of reports as tables for research.

mod sheet;
mod twins;

use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use ogi::Policy;
use ogi::check::{Aliases, Message};
use ogi::embed::ReportFile;
use ogi::render::data::{DataTable, Record};
use ogi::terminal::{Language, visible};

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
    let read = |found| read(found, &policy, &aliases);
    batch::in_order(selection.find(), args.inputs.jobs, read, |results| {
        let progress = Progress::new(selection.are_several(), || selection.count());
        for file in results {
            progress.step();
            reports.extend(file.report());
            tables.write(file.figures())?;
            tables.write(file.findings())?;
            tables.write(file.unread())?;
            if let Err((_, message)) = file.reading() {
                worst = Verdict::Failed;
                let line = format!("{}: {}", file.path(), language.of(message));
                progress.aside(|| output::complain(&visible(&line)));
            }
        }
        Ok::<_, Problem>(())
    })??;
    twins::name(&mut reports, language);
    tables.write(reports)?;
    tables.finish()?;
    Ok(worst)
}

/// Reads and checks a file.
fn read(found: Found, policy: &Policy, aliases: &Aliases) -> ReportFile {
    let (path, bytes) = source::bytes_found(found);
    match bytes {
        Ok(bytes) => ReportFile::read(path, &bytes, aliases).checked(policy),
        Err(problem) => {
            let [zh, en] = [Language::Zh, Language::En].map(|it| problem.in_words(it));
            ReportFile::failed(path, problem.kind(), Message::new(zh, en))
        }
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
