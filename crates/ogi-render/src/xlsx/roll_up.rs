//! A workbook of a parent beside its children: whom to call, and all figures of all bodies side by side.

use ogi_check::{RollUp, Standing, cell_name};
use ogi_model::{Edition, Report};
use rust_xlsxwriter::{ColNum, DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::book::{A4, saved};
use super::roll_up_row::{Columns, Row};
use super::styles::{RollUpStyles, Styles};
use crate::WriteError;
use crate::line::printable;

/// A parent beside its children as a workbook: a list of those to call, since their own reports have errors, and a sheet
/// with every figure in a row, the parent's, the sums and each child's.
///
/// Figures stand as they are printed, and the sums over them are formulas, so that a figure that a child corrects can be
/// entered. What a child should have printed stands in a note at its figure, which is coloured.
///
/// ```
/// use ogi_check::{Policy, roll_up};
/// use ogi_model::{CellId, Column, Edition, Report, Row};
///
/// let cell = CellId::new(Row::NewlyReceived, Column::Total);
/// let of = |name, count: i64| Report::builder(Edition::E2021).agency(name).year(2025).set(cell, count).build();
/// let (parent, child) = (of("示例县人民政府", 31)?, of("示例县民政局", 28)?);
/// let rolled_up = roll_up(&parent, [&child], &Policy::default());
/// let workbook = ogi_render::rollup_xlsx(&parent, &rolled_up)?;
/// assert!(workbook.starts_with(b"PK"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`WriteError::TooLong`] if a name does not fit a cell.
pub fn rollup_xlsx(parent: &Report, rolled_up: &RollUp) -> Result<Vec<u8>, WriteError> {
    saved(workbook(parent, rolled_up))
}

fn workbook(parent: &Report, rolled_up: &RollUp) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let title = title(rolled_up);
    // No clock: the same reports give the same bytes.
    let properties = DocProperties::new()
        .set_title(&title)
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&properties);
    let styles = Styles::new();
    let of_rows = RollUpStyles::new(&styles);
    calls(workbook.add_worksheet(), rolled_up, &title, &styles, &of_rows)?;
    matrix(workbook.add_worksheet(), parent, rolled_up, &styles, &of_rows)?;
    Ok(workbook)
}

fn title(rolled_up: &RollUp) -> String {
    let agency = rolled_up.agency.as_deref().map(printable).unwrap_or_default();
    let year = rolled_up.year.map(|it| format!("{it}年")).unwrap_or_default();
    format!("{agency}{year}政府信息公开年度报告汇总对照")
}

/// How wide the columns of the list are, in characters.
const LIST_WIDTHS: [f64; 2] = [34.0, 110.0];
/// How many Chinese characters fit a line of its second column, and how high a line is in points.
const LIST_LETTERS: usize = 52;
const LINE: f64 = 15.5;

/// The children whose own reports have errors, and what the colours of the other sheet mean.
fn calls(
    sheet: &mut Worksheet,
    rolled_up: &RollUp,
    title: &str,
    styles: &Styles,
    of_rows: &RollUpStyles,
) -> Result<(), XlsxError> {
    sheet.set_name("请先联系")?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    for (column, width) in (0..).zip(LIST_WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.merge_range(0, 0, 0, 1, title, &styles.title)?;
    sheet.set_row_height(0, 36.0)?;
    for (column, head) in (0..).zip(["单位", "其报告自身的错误"]) {
        sheet.write_string_with_format(1, column, head, &styles.list_head)?;
    }
    let mut row = 2;
    for call in &rolled_up.calls {
        let said = printable(&call.message.zh);
        let said = said.strip_prefix(&format!("{}：", printable(&call.child))).unwrap_or(&said);
        sheet.write_string_with_format(row, 0, printable(&call.child), &styles.list)?;
        sheet.write_string_with_format(row, 1, said, &styles.list)?;
        let lines = said.chars().count().div_ceil(LIST_LETTERS).max(1);
        sheet.set_row_height(row, lines as f64 * LINE + 3.0)?;
        row += 1;
    }
    if rolled_up.calls.is_empty() {
        sheet.merge_range(row, 0, row, 1, "各单位报告自身没有发现错误", &styles.list)?;
        row += 1;
    }
    for body in rolled_up.missing() {
        let why = body.unreadable.as_ref().map(|it| format!("报告未能读取：{}", it.zh));
        sheet.write_string_with_format(row, 0, printable(&body.name), &styles.list)?;
        let why = why.as_deref().map_or_else(|| "缺报".to_owned(), printable);
        sheet.write_string_with_format(row, 1, why, &styles.list)?;
        row += 1;
    }
    for (name, year) in &rolled_up.former {
        sheet.write_string_with_format(row, 0, printable(name), &styles.list)?;
        let hint = format!("有{year}年的报告，没有本年的：未撤并的，请补报");
        sheet.write_string_with_format(row, 1, hint, &styles.list)?;
        row += 1;
    }
    let legend = [
        (&of_rows.corrected, "原数有误，批注中为应填数字；“更正后合计”按应填数字加总"),
        (&of_rows.determined, "该单位未填，据其自身勾稽关系推定的数字，已计入合计"),
        (&of_rows.unknown, "没有数字，未计入合计"),
        (&of_rows.different, "汇总数与下级合计不符"),
    ];
    row += 1;
    for (format, meaning) in legend {
        sheet.write_string_with_format(row, 0, "“逐项对照”中这样标出的", format)?;
        sheet.write_string_with_format(row, 1, meaning, &styles.list)?;
        row += 1;
    }
    Ok(())
}

/// What stands in each row before the figures of the children, with its width in characters.
const HEADS: [(&str, f64); 8] = [
    ("部分", 5.0),
    ("项目", 44.0),
    ("对照", 14.0),
    ("汇总数", 9.0),
    ("下级合计", 9.0),
    ("差额", 8.0),
    ("更正后合计", 9.0),
    ("更正后差额", 8.0),
];
/// How wide the column of a child is, in characters.
const CHILD_WIDTH: f64 = 5.5;
/// How many children go on the width of a page.
const ON_A_PAGE: usize = 20;
/// The height of the line of heads in points: names stand upright.
const HEAD_HEIGHT: f64 = 210.0;

fn matrix(
    sheet: &mut Worksheet,
    parent: &Report,
    rolled_up: &RollUp,
    styles: &Styles,
    of_rows: &RollUpStyles,
) -> Result<(), XlsxError> {
    sheet.set_name("逐项对照")?;
    sheet.set_landscape().set_paper_size(A4).set_margins(0.3, 0.3, 0.4, 0.4, 0.2, 0.2);
    let pages = rolled_up.bodies.len().div_ceil(ON_A_PAGE).max(1);
    sheet.set_print_fit_to_pages(pages as u16, 0);
    sheet.set_freeze_panes(1, 2)?.set_repeat_rows(0, 0)?.set_repeat_columns(0, 1)?;
    sheet.set_row_height(0, HEAD_HEIGHT)?;
    for (column, (head, width)) in (0..).zip(HEADS) {
        sheet.write_string_with_format(0, column, head, &styles.list_head)?;
        sheet.set_column_width(column, width)?;
    }
    let first = HEADS.len() as ColNum;
    for (column, body) in (first..).zip(&rolled_up.bodies) {
        let missing = if body.has_report { "" } else { "（缺报）" };
        let name = format!("{}{missing}", printable(&body.name));
        sheet.write_string_with_format(0, column, name, &of_rows.upright)?;
        sheet.set_column_width(column, CHILD_WIDTH)?;
    }
    let last = first + rolled_up.bodies.len().max(1) as ColNum - 1;
    let columns = Columns { first, last };
    for (row, compared) in (1..).zip(&rolled_up.cells) {
        let edition = Edition::of_year_or_latest(parent.year);
        let heading = compared.cell.table().section().heading(edition);
        let part = heading.split_once('、').map_or(heading, |it| it.0);
        sheet.write_string_with_format(row, 0, part, &of_rows.label)?;
        let name = cell_name(parent, compared.cell).zh;
        sheet.write_string_with_format(row, 1, name, &of_rows.item)?;
        let style = match compared.standing {
            Standing::Different | Standing::Exceeded => &of_rows.different,
            Standing::EqualWhenCorrected | Standing::EqualAsPrinted => &of_rows.corrected,
            _ => &of_rows.label,
        };
        sheet.write_string_with_format(row, 2, compared.standing.words().zh, style)?;
        Row { sheet, row, columns, compared, bodies: &rolled_up.bodies, styles: of_rows }
            .write()?;
    }
    let rows = rolled_up.cells.len().max(1) as u32;
    sheet.autofilter(0, 0, rows, HEADS.len() as ColNum - 1)?;
    Ok(())
}
