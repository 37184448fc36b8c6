//! What sheets print: numbers, dates, formulas, merged cells, sheets that are hidden.

use ogi_import::Limits;
use ogi_model::{CellId, Column, GridPlace, Place, Row};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::{read, text};

#[test]
fn values_are_as_printed() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    sheet.write(0, 0, 31.0).unwrap();
    sheet.write(0, 1, 96171.6).unwrap();
    sheet.write(0, 2, 0.1 + 0.2).unwrap();
    sheet.write(0, 3, "1,113").unwrap();
    sheet.write_formula(0, 4, Formula::new("=1+6").set_result("7")).unwrap();
    let date = ExcelDateTime::from_ymd(2026, 1, 27).unwrap();
    sheet.write_datetime_with_format(0, 5, &date, &day).unwrap();
    sheet.write(0, 6, "商业\n企业").unwrap();
    sheet.write(0, 7, true).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(text(&bytes), "31\t96171.6\t0.3\t1,113\t7\t2026-01-27\t商业 企业\tTRUE\n");
}

#[test]
fn hidden_sheets_are_not_read() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "今年").unwrap();
    book.add_worksheet().set_hidden(true).write(0, 0, "去年").unwrap();
    assert_eq!(text(&book.save_to_buffer().unwrap()), "今年\n");
}

#[test]
fn blank_figures_are_cells_and_blank_margins_are_none() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(4, 2, "二、主动公开政府信息情况").unwrap();
    sheet.merge_range(5, 2, 5, 5, "第二十条第（一）项", &Format::new()).unwrap();
    for (column, head) in
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"].iter().enumerate()
    {
        sheet.write(6, 2 + column as u16, *head).unwrap();
    }
    sheet.write(7, 2, "规章").unwrap();
    sheet.write(8, 2, "行政规范性文件").unwrap();
    sheet.write(8, 4, 3).unwrap();
    sheet.merge_range(9, 2, 9, 5, "第二十条第（五）项", &Format::new()).unwrap();
    sheet.write(10, 2, "信息内容").unwrap();
    sheet.merge_range(10, 3, 10, 5, "本年处理决定数量", &Format::new()).unwrap();
    sheet.write(11, 2, "行政许可").unwrap();
    sheet.merge_range(11, 3, 11, 5, "", &Format::new()).unwrap();
    sheet.write(11, 3, 447).unwrap();
    // A format far away is no cell of the form.
    sheet.write_blank(11, 40, &Format::new().set_bold()).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let expected = "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n\
                    规章\t\t\t\n行政规范性文件\t\t3\t\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t447\n";
    assert_eq!(text(&bytes), expected);

    let reading = read(&bytes);
    let place = GridPlace {
        sheet: Some("Sheet1".to_owned()),
        address: Some("D12".to_owned()),
        table: 1,
        row: 12,
        column: 4,
        line: None,
    };
    let decisions = CellId::new(Row::Licensing, Column::Decisions);
    assert_eq!(reading.place(decisions), Some(&Place::Grid(Box::new(place))));
}

#[test]
fn hidden_rows_and_columns_are_not_read() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, text) in ["规章", "旧", "行政许可"].into_iter().enumerate() {
        sheet.write(row as u32, 0, text).unwrap();
        sheet.write(row as u32, 1, 9).unwrap();
        sheet.write(row as u32, 2, row as u32).unwrap();
    }
    sheet.set_row_hidden(1).unwrap();
    sheet.set_column_hidden(1).unwrap();
    assert_eq!(text(&book.save_to_buffer().unwrap()), "规章\t0\n行政许可\t2\n");
}

/// A merged cell shows its text as long as any of it is shown.
#[test]
fn a_merged_cell_that_begins_in_a_hidden_row_is_shown() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 2, 0, "三", &Format::new().set_bold()).unwrap();
    for row in 0..3 {
        sheet.write(row, 1, "予以公开").unwrap();
        sheet.write(row, 2, row + 5).unwrap();
    }
    sheet.set_row_hidden(0).unwrap();
    assert_eq!(text(&book.save_to_buffer().unwrap()), "三\t予以公开\t6\n予以公开\t7\n");
}

/// A register that is filtered is still the whole register.
#[test]
fn rows_are_all_there() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("台账").unwrap();
    sheet.write(0, 0, "收到日期").unwrap();
    sheet.write(0, 2, "申请人").unwrap();
    let day = Format::new().set_num_format("yyyy/m/d");
    let date = ExcelDateTime::from_ymd(2025, 3, 4).unwrap();
    sheet.write_datetime_with_format(2, 0, &date, &day).unwrap();
    sheet.write(2, 2, "公民").unwrap();
    sheet.write(3, 0, 45_720).unwrap();
    sheet.set_row_hidden(2).unwrap();
    sheet.set_column_hidden(2).unwrap();
    // A format far away is no cell of the list.
    sheet.write_blank(3, 400, &Format::new().set_bold()).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let sheets = ogi_import::rows(&bytes, &Limits::default()).unwrap();
    let rows: Vec<_> = sheets[0].rows.iter().map(|it| (it.number, it.cells.join("|"))).collect();
    assert_eq!(sheets[0].name, "台账");
    let expected = [(1, "收到日期||申请人"), (3, "2025-03-04||公民"), (4, "45720||")];
    assert_eq!(rows, expected.map(|(number, cells)| (number, cells.to_owned())));
    let few = Limits::default().with_cells(8);
    assert_eq!(ogi_import::rows(&bytes, &few).unwrap_err().kind(), "too-large");
}
