//! A form to fill in.

use ogi::{Edition, Format, Report};
use serde::Serialize;

use crate::done::Done;
use crate::failure::Failure;
use crate::source;

#[derive(Serialize)]
struct Started<'a> {
    agency: Option<&'a str>,
    year: Option<u16>,
}

pub(crate) fn answer(
    last: Option<(&str, &[u8])>,
    agency: Option<&str>,
    year: Option<u16>,
) -> Result<Done, Failure> {
    let last = last.map(|(_, bytes)| source::read(bytes)).transpose()?.map(|it| it.report);
    let next = last.as_ref().and_then(|it| it.year?.checked_add(1));
    let nameless = || {
        Failure::new(
            "nameless",
            "请写明机关名称和报告年度",
            "say whose report it is, and of which year",
        )
    };
    let agency = agency.filter(|it| !it.is_empty()).map(str::to_owned);
    let agency = agency.or_else(|| last.as_ref()?.agency.clone()).ok_or_else(nameless)?;
    let year = year.or(next).ok_or_else(nameless)?;
    if last.is_some() && next != Some(year) {
        return Err(Failure::new(
            "not-last-year",
            format!("拖入的报告不是{}年度的", year.saturating_sub(1)),
            format!("the report that was dropped is not of {}", year.saturating_sub(1)),
        ));
    }
    if year < Edition::EARLIEST.first_year() || year > LAST {
        return Err(Failure::new(
            "no-such-year",
            format!("没有{year}年度的这种报告"),
            format!("there is no such report of {year}"),
        ));
    }
    let mut form = Report::builder(Edition::of_year(year)).agency(agency).year(year).instructions();
    if let Some(last) = &last {
        form = form.carry_over(last);
    }
    let form = form.build()?;
    let mut written = Vec::new();
    ogi::write(&form, Format::Json, &mut written)?;
    Done::new(&Started { agency: form.agency.as_deref(), year: form.year }, written)
}

/// The last year that is written with four such digits.
const LAST: u16 = 2099;
