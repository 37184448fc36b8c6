//! `ogi claims`: what sentences say about figures, and whether the tables bear it out.

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;
use ogi::Reading;
use ogi::check::{ClaimVerdict, verdicts};
use ogi::terminal::{Language, Printer, visible};
use serde_json::{Value, json};

use crate::inputs::{Filter, Selection};
use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{output, source};

#[derive(Debug, clap::Args)]
pub(crate) struct Claims {
    /// 文件或文件夹；- 为标准输入 | Files or folders; - for standard input
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,
    /// 输出格式 | Output format
    #[arg(long, value_enum, default_value_t)]
    format: ClaimsFormat,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum ClaimsFormat {
    /// 便于阅读的文字 | For people
    #[default]
    Text,
    /// 一个 JSON 对象 | One JSON object
    Json,
    /// 每个文件一行 | One line a file
    Jsonl,
}

pub(crate) fn run(args: &Claims, language: Language) -> Result<Verdict, Problem> {
    let mut out = output::stdout();
    let selection = Selection::new(&args.paths, &Filter::default(), language);
    let mut worst = Verdict::Sound;
    let mut files = Vec::new();
    for found in selection.find() {
        let (path, reading) = source::read_found(found);
        if reading.is_err() {
            worst = Verdict::Failed;
        }
        match (args.format, reading) {
            (ClaimsFormat::Text, Ok(reading)) => {
                let text = Printer::new(language).claims(&path, &reading, &verdicts(&reading));
                out.write_all(text.as_bytes())?;
            }
            (ClaimsFormat::Text, Err(problem)) => {
                output::complain(&visible(&problem.of(&path).in_words(language)));
            }
            (ClaimsFormat::Json, reading) => files.push(file(&path, reading, language)?),
            (ClaimsFormat::Jsonl, reading) => {
                output::json_line(&mut out, &file(&path, reading, language)?)?;
            }
        }
    }
    if let ClaimsFormat::Json = args.format {
        output::json_pretty(&mut out, &json!({ "schema_version": 1, "files": files }))?;
    }
    out.flush()?;
    Ok(worst)
}

/// The claims of a file, each with its verdict.
fn file(
    path: &str,
    reading: Result<Reading, Problem>,
    language: Language,
) -> Result<Value, serde_json::Error> {
    let reading = match reading {
        Ok(reading) => reading,
        Err(problem) => {
            let error = json!({ "kind": problem.kind(), "message": problem.in_words(language) });
            return Ok(json!({ "path": path, "error": error, "claims": [] }));
        }
    };
    let lines = reading.lines();
    let one = |it: &ClaimVerdict| {
        let mut claim = serde_json::to_value(reading.claims[it.claim].located(&lines))?;
        if let (Some(claim), Value::Object(verdict)) =
            (claim.as_object_mut(), serde_json::to_value(it)?)
        {
            claim.extend(verdict);
        }
        Ok(claim)
    };
    let claims =
        verdicts(&reading).iter().map(one).collect::<Result<Vec<_>, serde_json::Error>>()?;
    let (agency, year) = (&reading.report.agency, reading.report.year);
    Ok(json!({ "path": path, "error": null, "agency": agency, "year": year, "claims": claims }))
}
