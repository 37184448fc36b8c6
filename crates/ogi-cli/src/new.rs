//! `ogi new`: a blank form, with what last year's report leaves for it.

use core::ops::RangeInclusive;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use ogi::terminal::Language;
use ogi::{Edition, Format, Report};

use crate::inputs::Input;
use crate::problem::Problem;
use crate::target::Replace;
use crate::verdict::Verdict;
use crate::{args, output, source};

/// The years that a report may be of: the first that the form was made for, and the last that is written so.
pub(crate) const YEARS: RangeInclusive<u16> = Edition::EARLIEST.first_year()..=2099;

#[derive(Debug, clap::Args)]
pub(crate) struct New {
    /// 输出文件；- 为标准输出 | File to write; - for standard output
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// 机关名称 | Who reports
    #[arg(long, value_name = "NAME")]
    agency: Option<String>,
    /// 报告年度 | The year that is reported on
    #[arg(long)]
    year: Option<u16>,
    /// 规定格式版本；不写则按年度 | Edition of the form; that of the year without it
    #[arg(long, value_parser = edition())]
    edition: Option<Edition>,
    /// 上一年的报告 | Last year's report
    #[arg(long, value_name = "LAST")]
    from: Option<PathBuf>,
    /// 输出格式 | Output format
    #[arg(long, value_name = "FORMAT", value_parser = args::format())]
    to: Option<Format>,
    #[command(flatten)]
    replace: Replace,
}

pub(crate) fn run(args: &New, _: Language) -> Result<Verdict, Problem> {
    let to = args.to.or_else(|| Format::of_path(&args.output)).ok_or(Problem::FormatUnknown)?;
    let last = args.from.as_ref().map(|path| {
        let input = Input::of(path);
        source::read(&input, None).map_err(|problem| problem.of(&input.name()))
    });
    let last = last.transpose()?.map(|it| it.report);
    let form = form(args, last.as_ref())?;
    let mut written = Vec::new();
    match to {
        Format::Xlsx => written = ogi::render::xlsx_form(&form)?,
        to => ogi::write(&form, to, &mut written)?,
    }
    match Input::of(&args.output) {
        Input::Stdin => output::file(&written)?,
        Input::File(path) => {
            args.replace.write(&path, &written)?;
        }
    }
    Ok(Verdict::Sound)
}

fn form(args: &New, last: Option<&Report>) -> Result<Report, Problem> {
    let next = last.and_then(|it| it.year?.checked_add(1));
    let year = args.year.or(next).ok_or(Problem::Nameless)?;
    if !YEARS.contains(&year) {
        return Err(Problem::NoSuchYear(year));
    }
    let agency = args.agency.clone().or_else(|| last?.agency.clone()).ok_or(Problem::Nameless)?;
    if let Some(last) = last.filter(|_| next != Some(year)) {
        return Err(Problem::NotLastYear(last.year));
    }
    let edition = args.edition.unwrap_or(Edition::of_year(year));
    let mut form = Report::builder(edition).agency(agency).year(year).instructions();
    if let Some(last) = last {
        form = form.carry_over(last);
    }
    form.build().map_err(Problem::NoForm)
}

fn edition() -> impl TypedValueParser<Value = Edition> {
    PossibleValuesParser::new(Edition::ALL.iter().map(|it| it.key())).try_map(|it| it.parse())
}
