//! Which report a line belongs to.

use ogi_model::Reading;

use super::field::{Column, Kind, words};
use super::{Datum, Field};

/// A file that was read, as the tables name it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Source<'a> {
    /// Its path.
    pub path: &'a str,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub hash: &'a str,
    /// What kind of file it is.
    pub format: &'a str,
    /// The name by which its agency is known in all years.
    pub agency: Option<&'a str>,
}

/// What every table has in front.
#[derive(Clone, Copy, Debug)]
pub(super) struct Identity<'a> {
    pub(super) path: &'a str,
    pub(super) agency: Option<&'a str>,
    pub(super) year: Option<u16>,
}

type Get = for<'a> fn(Identity<'a>) -> Datum<'a>;

pub(super) const COLUMNS: &[Column<Get>] = &[
    Column::of(
        "report_path",
        Kind::Text,
        |it| it.path.into(),
        words("文件路径，四张表以此相连", "The path of the file; it joins the four tables"),
    ),
    Column::maybe(
        "agency_key",
        Kind::Text,
        |it| it.agency.into(),
        words(
            "机关的统一名称：按 --aliases 把曾用名称换成现用名称，去掉空格、全角改半角",
            "The name by which the agency is known in all years: by --aliases its present one, without blanks, narrow",
        ),
    ),
    Column::maybe(
        "report_year",
        Kind::Integer,
        |it| it.year.map(i64::from).into(),
        words("报告年度", "The year that is reported on"),
    ),
];

impl<'a> Identity<'a> {
    pub(super) fn new(source: Source<'a>, reading: &Reading) -> Self {
        Self { path: source.path, agency: source.agency, year: reading.report.year }
    }
}

/// What stands in these columns.
pub(super) fn data<'a>(
    identity: Identity<'a>,
) -> impl Iterator<Item = (&'static Field, Datum<'a>)> {
    COLUMNS.iter().map(move |it| (&it.field, (it.get)(identity)))
}
