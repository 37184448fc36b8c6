//! Where something stands in its source, as columns.

use ogi_model::{LineIndex, Place};

use super::field::{Column, Kind, words};
use super::{Datum, Field};

/// Where something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Located {
    kind: Option<&'static str>,
    page: Option<u32>,
    sheet: Option<String>,
    address: Option<String>,
    table: Option<u32>,
    row: Option<u32>,
    column: Option<u32>,
    line: Option<u32>,
}

type Get = for<'a> fn(&'a Located) -> Datum<'a>;

pub(super) const COLUMNS: &[Column<Get>] = &[
    Column::maybe(
        "place_kind",
        Kind::Text,
        |it| it.kind.into(),
        words(
            "位置的种类：text 文本的行列，grid 表格，page 分页文件的表格；空为没有原文",
            "How the place is stated: text (line and column), grid (a table), page (a table of a page); empty without a source",
        ),
    ),
    Column::maybe("place_page", Kind::Integer, |it| it.page.into(), words("第几页", "Which page")),
    Column::maybe(
        "place_sheet",
        Kind::Text,
        |it| it.sheet.as_deref().into(),
        words("工作表", "The sheet of a workbook"),
    ),
    Column::maybe(
        "place_address",
        Kind::Text,
        |it| it.address.as_deref().into(),
        words("工作表中的单元格，如 B7", "The cell of a workbook, as B7"),
    ),
    Column::maybe(
        "place_table",
        Kind::Integer,
        |it| it.table.into(),
        words("第几张表（page 时为该页的）", "Which table; of the page where there are pages"),
    ),
    Column::maybe(
        "place_row",
        Kind::Integer,
        |it| it.row.into(),
        words("表中第几行", "Which row of the table"),
    ),
    Column::maybe(
        "place_column",
        Kind::Integer,
        |it| it.column.into(),
        words(
            "表中第几列；文本中为行内第几个字符",
            "Which column of the table; in text which character of the line",
        ),
    ),
    Column::maybe(
        "place_line",
        Kind::Integer,
        |it| it.line.into(),
        words("第几行（文本、网页源码）", "Which line, of text and of the source of a page"),
    ),
];

impl Located {
    pub(super) fn new(place: Option<&Place>, lines: &LineIndex<'_>) -> Self {
        match place {
            Some(Place::Text { start, .. }) => {
                let at = lines.at(*start as usize);
                Self {
                    kind: Some("text"),
                    line: at.line.try_into().ok(),
                    column: at.column.try_into().ok(),
                    ..Self::default()
                }
            }
            Some(Place::Grid(it)) => Self {
                kind: Some("grid"),
                sheet: it.sheet.clone(),
                address: it.address.clone(),
                table: Some(it.table),
                row: Some(it.row),
                column: Some(it.column),
                line: it.line,
                ..Self::default()
            },
            Some(Place::Page(it)) => Self {
                kind: Some("page"),
                page: Some(it.page),
                table: Some(it.table),
                row: Some(it.row),
                column: Some(it.column),
                ..Self::default()
            },
            Some(_) | None => Self::default(),
        }
    }
}

/// What stands in these columns.
pub(super) fn data(place: &Located) -> impl Iterator<Item = (&'static Field, Datum<'_>)> {
    COLUMNS.iter().map(move |it| (&it.field, (it.get)(place)))
}
