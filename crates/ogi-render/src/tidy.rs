//! Tidy rows: one figure a row, for researchers.

use std::borrow::Cow;

use ogi_model::{Cell, CellId, Form, LineIndex, Place, Reading, Report, TableId, Unit};
use serde::Serialize;

/// One figure of a report, with everything that tells which it is.
///
/// The fields are the columns of [`Csv`](crate::Csv) and the keys of JSON lines, in this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TidyRow<'a> {
    /// Where the report came from, as the caller calls it: usually its path.
    pub source: Cow<'a, str>,
    /// Who reports.
    pub agency: Option<Cow<'a, str>>,
    /// Its kind: government, department, office, town, street, other.
    pub agency_kind: Option<&'static str>,
    /// The report year.
    pub year: Option<u16>,
    /// The edition of the form that the row is of: 2021, 2019.
    pub edition: &'static str,
    /// The key of the table.
    pub table: &'static str,
    /// The key of the row.
    pub row: &'static str,
    /// The official label of the row, in that edition.
    pub row_zh: &'static str,
    /// The row in English.
    pub row_en: &'static str,
    /// The key of the column.
    pub column: &'static str,
    /// The official label of the column, in that edition.
    pub column_zh: &'static str,
    /// The column in English.
    pub column_en: &'static str,
    /// What the figure counts: count (件), change (件, signed), money (万元).
    pub unit: &'static str,
    /// What the source prints, if anything.
    pub printed: Cow<'a, str>,
    /// The number, if it is one; money in 万元.
    pub value: Option<String>,
    /// number, blank, not_applicable, unreadable or absent.
    pub state: &'static str,
    /// What stands in brackets after the number.
    pub remark: Option<Cow<'a, str>>,
    /// Where it stands: `12:3` is line 12, column 3.
    pub place: Option<Cow<'a, str>>,
}

/// The JSON Schema of a tidy row, as it is committed: indented, ending with a line feed.
///
/// ```
/// assert!(ogi_render::tidy_schema().contains("not_applicable"));
/// ```
#[cfg(feature = "schema")]
pub fn tidy_schema() -> String {
    format!("{:#}\n", schemars::schema_for!(TidyRow<'_>).as_value())
}

impl TidyRow<'_> {
    /// The names of its fields, in order.
    pub const FIELDS: [&'static str; 18] = [
        "source",
        "agency",
        "agency_kind",
        "year",
        "edition",
        "table",
        "row",
        "row_zh",
        "row_en",
        "column",
        "column_zh",
        "column_en",
        "unit",
        "printed",
        "value",
        "state",
        "remark",
        "place",
    ];
}

/// The figures of a reading, in the order of the form: every cell of the editions that its tables use, and any others
/// that it has.
///
/// ```
/// use ogi_model::{CellId, Column, Edition, Reading, Report, Row};
///
/// let report = Report::builder(Edition::E2021)
///     .agency("示例市民政局")
///     .year(2025)
///     .set(CellId::new(Row::Granted, Column::Total), 12)
///     .build()?;
/// let reading = Reading::of_report(report);
/// let rows = ogi_render::tidy(&reading, "示例.txt");
/// assert_eq!(rows.len(), 10 + 175 + 15);
/// let granted = rows.iter().find(|it| it.row == "granted" && it.column == "total").unwrap();
/// assert_eq!((granted.value.as_deref(), granted.state), (Some("12"), "number"));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn tidy<'a>(reading: &'a Reading, source: &'a str) -> Vec<TidyRow<'a>> {
    let lines = reading.lines();
    let report = &reading.report;
    let cells = TableId::ALL.iter().flat_map(|table| cells(report, *table));
    cells.map(|(form, cell)| row(reading, &lines, source, form, cell)).collect()
}

/// The cells of a table, each with the form that it is of.
fn cells(report: &Report, table: TableId) -> Vec<(&'static Form, CellId)> {
    let mut cells: Vec<(&Form, CellId)> = Vec::new();
    for (form, block) in report.blocks(table) {
        let of_block = block
            .rows
            .iter()
            .flat_map(|row| block.columns.iter().map(|column| CellId::new(row.row, column.column)));
        cells.extend(of_block.map(|cell| (form, cell)));
    }
    if report.table(table).is_some() {
        let there = |cell: &CellId| report[*cell].is_present();
        for cell in CellId::of_table(table).filter(there) {
            if cells.iter().all(|it| it.1 != cell)
                && let Some(form) = Form::ALL.iter().find(|form| form.contains(cell))
            {
                cells.push((form, cell));
            }
        }
    }
    cells.sort_by_key(|it| it.1);
    cells
}

fn row<'a>(
    reading: &'a Reading,
    lines: &LineIndex<'_>,
    source: &'a str,
    form: &'static Form,
    id: CellId,
) -> TidyRow<'a> {
    let report = &reading.report;
    let cell = &report[id];
    let place = reading.place(id);
    let printed = place.and_then(Place::span).and_then(|span| reading.text.get(span));
    TidyRow {
        source: source.into(),
        agency: report.agency.as_deref().map(Cow::Borrowed),
        agency_kind: report.agency_kind.map(ogi_model::AgencyKind::key),
        year: report.year,
        edition: form.edition.key(),
        table: form.table.key(),
        row: id.row().key(),
        row_zh: form.row(id.row()).map_or_else(|| id.row().label(), |it| it.label),
        row_en: id.row().english(),
        column: id.column().key(),
        column_zh: form.column(id).map_or_else(|| id.column().label(), |it| it.label),
        column_en: id.column().english(),
        unit: match id.unit() {
            Unit::Count => "count",
            Unit::Change => "change",
            Unit::Money => "money",
        },
        printed: printed.map_or_else(|| as_printed(cell), Cow::Borrowed),
        value: cell.value().map(|it| it.to_string()),
        state: match cell {
            Cell::Absent => "absent",
            Cell::Blank => "blank",
            Cell::NotApplicable(_) => "not_applicable",
            Cell::Number { .. } => "number",
            Cell::Unreadable(_) => "unreadable",
        },
        remark: cell.remark().map(Cow::Borrowed),
        place: place.map(|it| address(it, lines).into()),
    }
}

/// What a cell prints where the source is not at hand.
fn as_printed(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Unreadable(raw) => Cow::Borrowed(raw),
        cell => Cow::Owned(cell.to_string()),
    }
}

/// A place in a few characters, the same in every language.
fn address(place: &Place, lines: &LineIndex<'_>) -> String {
    match place {
        Place::Text { start, .. } => {
            let at = lines.at(*start as usize);
            format!("{}:{}", at.line, at.column)
        }
        Place::Grid(grid) => match (&grid.sheet, &grid.address) {
            (Some(sheet), Some(address)) => format!("{sheet}!{address}"),
            _ => format!("table {} row {} column {}", grid.table, grid.row, grid.column),
        },
        Place::Page(page) => format!(
            "page {} table {} row {} column {}",
            page.page, page.table, page.row, page.column
        ),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Column, Edition, Row};

    use super::*;

    #[test]
    fn the_fields_are_named_as_they_are() {
        let report =
            Report::builder(Edition::E2019).agency("示例市民政局").year(2020).build().unwrap();
        let reading = Reading::of_report(report);
        let json = serde_json::to_value(&tidy(&reading, "a")[0]).unwrap();
        let keys: Vec<_> = json.as_object().unwrap().keys().cloned().collect();
        assert_eq!(keys, TidyRow::FIELDS);
    }

    #[test]
    fn a_table_of_both_editions_has_each_cell_once() {
        let mut report =
            Report::builder(Edition::E2021).agency("示例市民政局").year(2021).build().unwrap();
        report.set(CellId::new(Row::Other, Column::Total), 3);
        report.set(CellId::new(Row::Procurement, Column::Projects), 2);
        let reading = Reading::of_report(report);
        let rows = tidy(&reading, "a");
        let of = |row: &str| rows.iter().filter(|it| it.row == row).count();
        assert_eq!((of("other"), of("other_reasons"), of("procurement")), (1, 7, 1));
        let mut cells: Vec<_> = rows.iter().map(|it| (it.row, it.column)).collect();
        let all = cells.len();
        cells.sort_unstable();
        cells.dedup();
        assert_eq!(cells.len(), all);
    }
}
