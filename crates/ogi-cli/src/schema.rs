//! `ogi schema`: the JSON Schemas of what is read and written.

use std::io::Write;

use clap::ValueEnum;
use ogi::terminal::Language;

use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{help, output};

#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    /// 哪一个；不写则全部列出 | Which one; all are listed without it
    #[arg(value_enum)]
    name: Option<SchemaName>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SchemaName {
    /// 报告，如 ogi parse 输出的 | A report, as `ogi parse` prints it
    Report,
    /// 核对结果，如 ogi check --format json 输出的 | What a check found, as `ogi check --format json` prints it
    Findings,
    /// 核对策略，即 --policy 读的 TOML | A policy, the TOML of --policy
    Policy,
    /// 数据表的各行，如 ogi export --format jsonl 写出的 | Lines of tables, as `ogi export --format jsonl` writes them
    Export,
}

pub(crate) fn run(args: &Schema, language: Language) -> Result<Verdict, Problem> {
    let mut out = output::stdout();
    match args.name {
        Some(name) => out.write_all(name.schema().as_bytes())?,
        None => {
            for it in SchemaName::value_variants() {
                let Some(value) = it.to_possible_value() else { continue };
                let meaning = value.get_help().map(ToString::to_string).unwrap_or_default();
                let meaning = help::in_one(&meaning, Some(language));
                writeln!(out, "{:8}  {meaning}", value.get_name())?;
            }
        }
    }
    out.flush()?;
    Ok(Verdict::Sound)
}

impl SchemaName {
    fn schema(self) -> String {
        match self {
            Self::Report => ogi::model::schema::report(),
            Self::Findings => ogi::check::findings_schema(),
            Self::Policy => ogi::check::policy_schema(),
            Self::Export => ogi::render::data::schema(),
        }
    }
}
