//! What messages call cells and labels: the official labels, of the edition that the report uses.

use crate::{
    Cell, CellId, CellSum, Column, FormColumn, FormRow, Group, Label, Message, Report, Row,
    Section, TableForm, TableId,
};

/// What messages call a cell of a report: its row and column, each below its merged head where it has a nested one.
///
/// ```
/// use ogi_model::{Cell, CellId, CellSum, Column, Report, Row};
///
/// let cell = CellId::new(Row::DeniedByLaw, Column::Total);
/// let name = ogi_model::names::cell(&Report::new(), cell);
/// assert_eq!(name.zh, "（三）不予公开·2.其他法律行政法规禁止公开·总计");
/// ```
pub fn cell(report: &Report, cell: CellId) -> Message {
    let (row, column) = (row_of(report, cell), column(report, cell));
    Message {
        zh: if row.is_empty() { row } else { format!("{row}·{}", column.zh) },
        en: format!("{} / {}", cell.row().english(), column.en),
    }
}

/// What messages call the column of a cell, where the row is known.
///
/// ```
/// use ogi_model::{CellId, Column, Report, Row};
///
/// let cell = CellId::new(Row::Granted, Column::CommercialEnterprise);
/// assert_eq!(ogi_model::names::column(&Report::new(), cell).zh, "法人或其他组织·商业企业");
/// ```
pub fn column(report: &Report, cell: CellId) -> Message {
    let zh = printed_in(report, cell).map_or_else(String::new, |(form, _, column)| {
        format!("{}{}", nested(form, column.group), column.label)
    });
    Message { zh, en: cell.column().english().to_owned() }
}

fn row_of(report: &Report, cell: CellId) -> String {
    printed_in(report, cell).map_or_else(String::new, |(form, row, _)| {
        format!("{}{}", nested(form, row.group), row.label)
    })
}

/// The form that the report uses for a cell, with its row and column there.
fn printed_in(
    report: &Report,
    cell: CellId,
) -> Option<(&'static TableForm, &'static FormRow, &'static FormColumn)> {
    let blocks = report.blocks(cell.table());
    let forms = blocks.iter().map(|it| it.0).chain(TableForm::ALL.iter().copied());
    forms
        .filter(|form| form.table == cell.table())
        .find_map(|form| Some((form, form.row(cell.row())?, form.column(cell)?)))
}

/// The merged head around a label, where that is nested in another one.
fn nested(form: &TableForm, group: Option<Group>) -> String {
    match form.group_path(group)[..] {
        [_, .., innermost] => format!("{}·", innermost.label),
        _ => String::new(),
    }
}

/// The most cells of a sum that are named one by one.
const MOST_NAMED: usize = 3;

/// What messages call a sum of cells.
///
/// ```
/// use ogi_model::{Cell, CellId, CellSum, Column, Report, Row};
///
/// let total = |row| CellId::new(row, Column::Total);
/// let sum = CellSum::of([total(Row::NewlyReceived), total(Row::CarriedIn)]);
/// let name = ogi_model::names::sum(&Report::new(), &sum);
/// assert_eq!(name.en, "“Requests newly received this year / Total” plus “Requests carried in from last year / Total”");
/// ```
pub fn sum(report: &Report, sum: &CellSum) -> Message {
    let name = |it: &CellId| cell(report, *it);
    if let Some(first) = sum.plus.first().filter(|_| sum.plus.len() > MOST_NAMED) {
        let (first, others) = (name(first), sum.plus.len() - 1);
        return Message {
            zh: format!("“{}”等{}项之和", first.zh, others + 1),
            en: format!("the sum of “{}” and {others} more", first.en),
        };
    }
    let plus: Vec<_> = sum.plus.iter().map(name).collect();
    let minus: Vec<_> = sum.minus.iter().map(name).collect();
    let join = |of: fn(&Message) -> &String, plus_sign: &str, minus_sign: &str| {
        let quoted = |it| format!("“{}”", of(it));
        let taken: String = minus.iter().map(|it| format!("{minus_sign}{}", quoted(it))).collect();
        plus.iter().map(quoted).collect::<Vec<_>>().join(plus_sign) + &taken
    };
    Message { zh: join(|it| &it.zh, "加", "减"), en: join(|it| &it.en, " plus ", " less ") }
}

/// What a cell prints, in words: a number, or that it is blank.
pub fn printed(cell: &Cell) -> Message {
    let (zh, en) = match cell {
        Cell::Absent => ("缺失", "not there"),
        Cell::Blank => ("空白", "blank"),
        Cell::Unreadable(_) => (Cell::UNREADABLE, "unreadable"),
        Cell::NotApplicable(token) => return Message::same(format_args!("“{}”", token.as_str())),
        Cell::Number { value, .. } => return Message::same(value),
    };
    Message { zh: zh.to_owned(), en: en.to_owned() }
}

/// What messages call a table: the heading of its part of the report.
pub fn table(report: &Report, table: TableId) -> Message {
    Message { en: table.english().to_owned(), ..section(report, table.section()) }
}

/// What messages call a part of a report: its heading.
pub fn section(report: &Report, section: Section) -> Message {
    let edition = crate::Edition::of_year_or_latest(report.year);
    Message { zh: section.heading(edition).to_owned(), en: section.english().to_owned() }
}

/// What messages call a label of the form, in the edition that the report uses.
///
/// ```
/// use ogi_model::{Label, Report, Row};
///
/// let name = ogi_model::names::label(&Report::new(), Label::Row(Row::Fees));
/// assert_eq!(name.zh, "行政事业性收费");
/// ```
pub fn label(report: &Report, label: Label) -> Message {
    let (zh, en) = match label {
        Label::Row(row) => (row_label(report, row), row.english()),
        Label::Column(column) => (column_label(report, column), column.english()),
        Label::Group(group) => {
            let label = TableForm::ALL.iter().find_map(|form| form.group(group)).map(|it| it.label);
            (label.unwrap_or_default(), group.english())
        }
    };
    Message { zh: zh.to_owned(), en: en.to_owned() }
}

fn row_label(report: &Report, row: Row) -> &'static str {
    let blocks = report.blocks(row.table());
    blocks.iter().find_map(|(form, _)| form.row(row)).map_or_else(|| row.label(), |it| it.label)
}

fn column_label(report: &Report, column: Column) -> &'static str {
    TableId::ALL
        .iter()
        .flat_map(|table| report.blocks(*table))
        .flat_map(|(_, block)| block.columns)
        .find(|it| it.column == column)
        .map_or_else(|| column.label(), |it| it.label)
}
