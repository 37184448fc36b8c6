//! The table of figures.

use std::borrow::Cow;
use std::collections::HashMap;

use ogi_model::{Cell, CellId, LineIndex, Place, Reading, Report, TableForm, TableId, Unit, Value};

use super::field::{Column, Kind, words};
use super::identity::{self, Identity};
use super::place::{self, Located};
use super::unread::pieces;
use super::{DataTable, Datum, Field, Record, Source, scaled};

/// A figure of a report, with everything that states which it is.
#[derive(Clone, Debug)]
pub struct FigureRecord<'a> {
    /// Which cell it stands in.
    pub cell: CellId,
    identity: Identity<'a>,
    form: &'static TableForm,
    printed: &'a Cell,
    source: Option<&'a str>,
    unread: Option<usize>,
    place: Located,
}

type Get = for<'a> fn(&'a FigureRecord<'_>) -> Datum<'a>;

pub(super) const COLUMNS: &[Column<Get>] = &[
    Column::of(
        "form_edition",
        Kind::Text,
        |it| it.form.edition.key().into(),
        words(
            "该行所属的规定格式版本，如2021",
            "The edition of the form that the row is of, such as 2021",
        ),
    ),
    Column::of(
        "table_key",
        Kind::Text,
        |it| it.form.table.key().into(),
        words(
            "表：active_disclosure 主动公开、applications 申请、disputes 复议诉讼",
            "The table: active_disclosure, applications, disputes",
        ),
    ),
    Column::of(
        "row_key",
        Kind::Text,
        |it| it.cell.row().key().into(),
        words("行的代号", "The key of the row"),
    ),
    Column::of(
        "column_key",
        Kind::Text,
        |it| it.cell.column().key().into(),
        words("列的代号", "The key of the column"),
    ),
    Column::of(
        "row_zh",
        Kind::Text,
        |it| it.row_label().into(),
        words("行的名称（该版本的规定格式）", "The official label of the row, in that edition"),
    ),
    Column::of(
        "row_en",
        Kind::Text,
        |it| it.cell.row().english().into(),
        words("行的英文名称", "The row in English"),
    ),
    Column::of(
        "column_zh",
        Kind::Text,
        |it| it.column_label().into(),
        words("列的名称（该版本的规定格式）", "The official label of the column, in that edition"),
    ),
    Column::of(
        "column_en",
        Kind::Text,
        |it| it.cell.column().english().into(),
        words("列的英文名称", "The column in English"),
    ),
    Column::of(
        "unit_key",
        Kind::Text,
        |it| it.unit().into(),
        words(
            "单位：count 件、change 增减件数（可为负）、money 万元",
            "What it counts: count (件), change (件, signed), money (万元)",
        ),
    ),
    Column::of(
        "cell_state",
        Kind::Text,
        |it| it.state().into(),
        words(
            "number 有数字、blank 空白、not_applicable 不适用、unreadable 无法辨认、absent 没有此格、out_of_range 数字超出本表所能记",
            "number, blank, not_applicable, unreadable, absent (the source has no such cell), out_of_range (a number with more digits than these columns keep)",
        ),
    ),
    Column::maybe(
        "count_value",
        Kind::Integer,
        |it| it.count().into(),
        words("件数；空白不是0", "The count; a blank is not 0"),
    ),
    Column::maybe(
        "amount_value",
        Kind::Decimal,
        |it| it.amount().into(),
        words(
            "金额（万元）；件数印成小数的也在这里",
            "The amount in 万元; also a count that is printed with decimals",
        ),
    ),
    Column::maybe(
        "remark_text",
        Kind::Text,
        |it| it.printed.remark().into(),
        words("数字后面括号里的说明", "What stands in brackets after the number"),
    ),
    Column::maybe(
        "printed_text",
        Kind::Text,
        |it| it.printed_text().into(),
        words(
            "所印内容；无法辨认的见 unread 表",
            "What is printed; what is unreadable stands in the table unread",
        ),
    ),
    Column::maybe(
        "unread_number",
        Kind::Integer,
        |it| it.unread.into(),
        words(
            "无法辨认的，是该文件在 unread 表中的第几条",
            "Of an unreadable figure: which line of its file in the table unread",
        ),
    ),
];

/// The figures of a reading, in the order of the form: every cell of the editions that its tables use, and any others
/// that it has.
pub fn figures<'a>(source: Source<'a>, reading: &'a Reading) -> Vec<FigureRecord<'a>> {
    let identity = Identity::new(source, reading);
    let lines = reading.lines();
    let shared = shared(reading);
    let unread: HashMap<CellId, usize> = (1..)
        .zip(pieces(reading))
        .flat_map(|(number, piece)| piece.cells.into_iter().map(move |it| (it, number)))
        .collect();
    let cells = TableId::ALL.iter().flat_map(|table| cells(&reading.report, *table));
    let figure = |(form, cell)| FigureRecord {
        unread: unread.get(&cell).copied(),
        ..of_cell(identity, reading, &lines, &shared, form, cell)
    };
    cells.map(figure).collect()
}

fn of_cell<'a>(
    identity: Identity<'a>,
    reading: &'a Reading,
    lines: &LineIndex<'_>,
    shared: &HashMap<&Place, usize>,
    form: &'static TableForm,
    cell: CellId,
) -> FigureRecord<'a> {
    let place = reading.place(cell);
    // What several cells stand in is not the text of any of them.
    let own = place.filter(|it| shared.get(it) == Some(&1));
    FigureRecord {
        cell,
        identity,
        form,
        printed: &reading.report[cell],
        source: own.and_then(Place::span).and_then(|span| reading.text.get(span)),
        unread: None,
        place: Located::new(place, lines),
    }
}

/// How many cells stand at each place.
fn shared(reading: &Reading) -> HashMap<&Place, usize> {
    let mut shared = HashMap::new();
    for place in CellId::all().filter_map(|it| reading.place(it)) {
        *shared.entry(place).or_insert(0) += 1;
    }
    shared
}

/// The cells of a table, each with the form that it is of.
fn cells(report: &Report, table: TableId) -> Vec<(&'static TableForm, CellId)> {
    let mut cells: Vec<(&TableForm, CellId)> = Vec::new();
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
                && let Some(form) = TableForm::ALL.iter().find(|form| form.contains(cell))
            {
                cells.push((form, cell));
            }
        }
    }
    cells.sort_by_key(|it| it.1);
    cells
}

impl FigureRecord<'_> {
    fn row_label(&self) -> &'static str {
        let row = self.cell.row();
        self.form.row(row).map_or_else(|| row.label(), |it| it.label)
    }

    fn column_label(&self) -> &'static str {
        self.form.column(self.cell).map_or_else(|| self.cell.column().label(), |it| it.label)
    }

    fn unit(&self) -> &'static str {
        match self.cell.unit() {
            Unit::Count => "count",
            Unit::Change => "change",
            Unit::Money => "money",
        }
    }

    fn state(&self) -> &'static str {
        match self.printed {
            Cell::Absent => "absent",
            Cell::Blank => "blank",
            Cell::NotApplicable(_) => "not_applicable",
            Cell::Number { .. } if self.count().is_some() || self.amount().is_some() => "number",
            Cell::Number { .. } => "out_of_range",
            Cell::Unreadable(_) => "unreadable",
        }
    }

    fn count(&self) -> Option<i64> {
        if self.cell.unit() == Unit::Money { None } else { self.printed.count() }
    }

    fn amount(&self) -> Option<Value> {
        let value = self.printed.value().filter(|_| self.count().is_none())?;
        scaled(value.decimal()).map(|_| value)
    }

    fn printed_text(&self) -> Option<Cow<'_, str>> {
        match self.printed {
            Cell::Unreadable(_) => None,
            cell => {
                let text = self.source.map_or_else(|| cell.to_string().into(), Cow::Borrowed);
                (!text.is_empty()).then_some(text)
            }
        }
    }
}

impl<'a> From<Cow<'a, str>> for Datum<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        match text {
            Cow::Borrowed(text) => text.into(),
            Cow::Owned(text) => text.into(),
        }
    }
}

impl Record for FigureRecord<'_> {
    const TABLE: DataTable = DataTable::Figures;

    fn data(&self) -> impl Iterator<Item = (&'static Field, Datum<'_>)> {
        identity::data(self.identity)
            .chain(COLUMNS.iter().map(|it| (&it.field, (it.get)(self))))
            .chain(place::data(&self.place))
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Column, Decimal, Edition, Row};

    use super::*;

    fn report(edition: Edition) -> Report {
        Report::builder(edition).agency("示例市民政局").year(2021).build().unwrap()
    }

    fn datum<'a>(record: &'a FigureRecord<'_>, name: &str) -> Datum<'a> {
        record.data().find(|it| it.0.name == name).unwrap().1
    }

    #[test]
    fn a_table_of_both_editions_has_each_cell_once() {
        let mut report = report(Edition::E2021);
        report.set(CellId::new(Row::OtherProcessing, Column::Total), 3);
        report.set(CellId::new(Row::Procurement, Column::Projects), 2);
        let reading = Reading::of_report(report);
        let figures = figures(Source::default(), &reading);
        let of = |row: Row| figures.iter().filter(|it| it.cell.row() == row).count();
        assert_eq!(
            (of(Row::OtherProcessing), of(Row::OtherReasons), of(Row::Procurement)),
            (1, 7, 1)
        );
        let mut cells: Vec<_> = figures.iter().map(|it| it.cell).collect();
        let all = cells.len();
        cells.dedup();
        assert_eq!(cells.len(), all);
    }

    #[test]
    fn a_number_is_in_one_column_and_never_rounded() {
        let cells = [
            (
                CellId::new(Row::Granted, Column::Total),
                Cell::from(12),
                "number",
                Some(12_i64),
                None,
            ),
            (
                CellId::new(Row::Granted, Column::NaturalPerson),
                Cell::from(Decimal::new(15, 1)),
                "number",
                None,
                Some(Decimal::new(15, 1)),
            ),
            (
                CellId::new(Row::Fees, Column::Amount),
                Cell::from(25),
                "number",
                None,
                Some(Decimal::new(25, 0)),
            ),
        ];
        let mut report = report(Edition::E2021);
        for (cell, value, ..) in &cells {
            report.set(*cell, value.clone());
        }
        let tiny = CellId::new(Row::Concluded, Column::Total);
        report.set(tiny, Decimal::new(1, 12));
        let reading = Reading::of_report(report);
        let figures = figures(Source::default(), &reading);
        let find = |cell| figures.iter().find(|it| it.cell == cell).unwrap();
        for (cell, _, state, count, amount) in cells {
            let figure = find(cell);
            assert_eq!(datum(figure, "cell_state"), state.into());
            assert_eq!(datum(figure, "count_value"), count.into());
            assert_eq!(datum(figure, "amount_value"), amount.map(Value::Decimal).into());
        }
        assert_eq!(datum(find(tiny), "cell_state"), "out_of_range".into());
        assert_eq!(datum(find(tiny), "amount_value"), Datum::Nothing);
        assert_eq!(datum(find(tiny), "printed_text"), "0.000000000001".into());
    }
}
