//! `ogi indicators`: what the figures come to.

use std::io::Write;

use clap::ValueEnum;
use ogi::check::{INDICATORS, Indicator, IndicatorKind, Measure, Undefined, measure};
use ogi::model::rounded;
use ogi::terminal::{Language, visible};
use ogi::{Decimal, Report};
use serde::Serialize;

use crate::inputs::{Filter, Selection};
use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{output, source};

#[derive(Debug, clap::Args)]
pub(crate) struct Indicators {
    /// 文件或文件夹；不写则列出各指标的定义 | Files or folders; without any, the definitions are listed
    #[arg(value_name = "FILE")]
    paths: Vec<std::path::PathBuf>,
    /// 输出格式 | Output format
    #[arg(long, value_enum, default_value_t)]
    format: IndicatorsFormat,
    /// 分母小于此数时标注 | Mark what has a denominator below this
    #[arg(long, value_name = "N", default_value_t = 30)]
    small: i64,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum IndicatorsFormat {
    /// 便于阅读的文字 | For people
    #[default]
    Text,
    /// 每份报告一行 JSON | One JSON line a report
    Jsonl,
}

/// The indicators of one report, as a line of JSON.
#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    error: Option<String>,
    agency: Option<&'a str>,
    year: Option<u16>,
    indicators: Vec<Measure>,
}

pub(crate) fn run(args: &Indicators, language: Language) -> Result<Verdict, Problem> {
    let mut out = output::stdout();
    if args.paths.is_empty() {
        match args.format {
            IndicatorsFormat::Text => out.write_all(definitions(language).as_bytes())?,
            IndicatorsFormat::Jsonl => {
                INDICATORS.iter().try_for_each(|it| output::json_line(&mut out, it))?;
            }
        }
        out.flush()?;
        return Ok(Verdict::Sound);
    }
    let selection = Selection::new(&args.paths, &Filter::default(), language);
    let mut worst = Verdict::Sound;
    for found in selection.find() {
        let (path, reading) = match found {
            Ok(input) => (input.name(), source::read(&input, None)),
            Err((path, problem)) => (path, Err(problem)),
        };
        match (args.format, reading) {
            (IndicatorsFormat::Text, Ok(reading)) => {
                out.write_all(text(&path, &reading.report, args.small, language).as_bytes())?;
            }
            (IndicatorsFormat::Text, Err(problem)) => {
                worst = Verdict::Failed;
                output::complain(&visible(&problem.of(&path).in_words(language)));
            }
            (IndicatorsFormat::Jsonl, reading) => {
                let error = reading.as_ref().err().map(|it| it.in_words(language));
                if error.is_some() {
                    worst = Verdict::Failed;
                }
                let report = reading.as_ref().ok().map(|it| &it.report);
                let line = Line {
                    path: &path,
                    error,
                    agency: report.and_then(|it| it.agency.as_deref()),
                    year: report.and_then(|it| it.year),
                    indicators: report.map_or_else(Vec::new, |it| measure(it, args.small)),
                };
                output::json_line(&mut out, &line)?;
            }
        }
    }
    out.flush()?;
    Ok(worst)
}

fn definitions(language: Language) -> String {
    let width = INDICATORS.iter().map(|it| it.id.len()).max().unwrap_or(0);
    let line = |it: &Indicator| {
        let (name, definition) = (language.of_words(it.name), language.of_words(it.definition));
        format!("{:width$}  {name}{}{definition}\n", it.id, language.pick("：", ": "))
    };
    INDICATORS.iter().map(line).collect()
}

fn text(path: &str, report: &Report, small: i64, language: Language) -> String {
    let mut text = format!("{}\n", visible(path));
    for it in measure(report, small) {
        let (name, definition) = (it.indicator.name, it.indicator.definition);
        text += &format!(
            "  {:>9}  {}{}{}{}\n",
            value(&it),
            language.of_words(name),
            basis(&it, language),
            language.pick("：", ": "),
            language.of_words(definition),
        );
    }
    text
}

/// A count as it is, a share in per cent.
fn value(measure: &Measure) -> String {
    match (measure.value, measure.indicator.kind) {
        (None, _) => "—".to_owned(),
        (Some(count), IndicatorKind::Count) => count.to_string(),
        (Some(share), IndicatorKind::Share | IndicatorKind::Rate) => {
            let percent = share * Decimal::ONE_HUNDRED;
            format!("{:.1}%", rounded(percent, 1))
        }
    }
}

/// What a share stands on, or why there is none.
fn basis(measure: &Measure, language: Language) -> String {
    let mut said = Vec::new();
    if let Some(why) = &measure.undefined {
        said.push(language.of_words(reason(why)).to_owned());
    }
    if let (Some(part), Some(whole)) = (measure.numerator, measure.denominator) {
        said.push(format!("{part}/{whole}"));
    }
    if measure.small && measure.undefined.is_none() {
        said.push(language.pick("基数小", "small base").to_owned());
    }
    match (&said[..], language) {
        ([], _) => String::new(),
        (said, Language::Zh) => format!("（{}）", said.join("，")),
        (said, Language::En) => format!(" ({})", said.join(", ")),
    }
}

const fn reason(why: &Undefined) -> ogi::check::Words {
    use ogi::check::Words;
    match why {
        Undefined::TableMissing(_) => Words { zh: "缺表", en: "the table is missing" },
        Undefined::FiguresMissing(_) => Words { zh: "缺数字", en: "figures are missing" },
        Undefined::EditionsMixed => Words {
            zh: "表中混用不同版本规定格式的行",
            en: "the table mixes rows of several editions",
        },
        Undefined::ZeroDenominator => Words { zh: "分母为0", en: "the denominator is 0" },
        Undefined::PartExceedsWhole => {
            Words { zh: "部分大于整体", en: "the part exceeds the whole" }
        }
        _ => Words { zh: "数字过大", en: "out of range" },
    }
}
