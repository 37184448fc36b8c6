//! The same register in every encoding and container is the same.

use ogi_import::Limits;
use ogi_tally::{Register, Scope, Tally};
use ogi_testkit::{Generator, Size, register_csv, rng};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::tallied;

fn text() -> (String, Scope) {
    let report = Generator::new(11).size(Size::Requests(120)).report();
    let mut rng = rng(11);
    let requests = ogi_testkit::register(&report, &mut rng);
    (register_csv(&requests, &mut rng), Scope::of_report(&report, None).unwrap())
}

fn figures(tally: &Tally) -> Vec<i64> {
    assert_eq!(tally.left_over, []);
    tally.cells().map(|it| tally.figure(it)).collect()
}

#[test]
fn text_in_any_encoding() {
    let (text, scope) = text();
    let plain = figures(&tallied(text.as_bytes(), scope));
    assert!(plain.iter().sum::<i64>() > 100);
    let (gb18030, _, _) = encoding_rs::GB18030.encode(&text);
    assert_ne!(&*gb18030, text.as_bytes());
    assert_eq!(figures(&tallied(&gb18030, scope)), plain);
    let marked = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(figures(&tallied(marked.as_bytes(), scope)), plain);
    let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(figures(&tallied(&utf16, scope)), plain);
    let tabs = text.replace("\",\"", "\"\t\"");
    let tabs =
        tabs.lines().next().unwrap().replace(',', "\t") + "\n" + tabs.split_once('\n').unwrap().1;
    assert_eq!(figures(&tallied(tabs.as_bytes(), scope)), plain);
}

/// Days are numbers in a workbook, and a sheet beside the register is none.
#[test]
fn workbooks() {
    let (text, scope) = text();
    let plain = figures(&tallied(text.as_bytes(), scope));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("台账").unwrap();
    sheet.write(0, 0, "示例市2025年依申请公开台账").unwrap();
    let day = Format::new().set_num_format("yyyy/m/d");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut hidden = 0;
    for (row, record) in (2..).zip(reader.records()) {
        for (column, cell) in (0..).zip(&record.unwrap()) {
            match ogi_text::date::day(cell) {
                Some(it) => {
                    let (y, m, d) = (it.year(), it.month(), it.day());
                    let date = ExcelDateTime::from_ymd(y, m, d).unwrap();
                    sheet.write_datetime_with_format(row, column, &date, &day).unwrap();
                }
                None => {
                    sheet.write(row, column, cell).unwrap();
                }
            }
        }
        if row % 7 == 3 {
            sheet.set_row_hidden(row).unwrap();
            hidden += 1;
        }
    }
    assert!(hidden > 5);
    let other = book.add_worksheet().set_name("说明").unwrap();
    other.write(0, 0, "本台账由示例市民政局填写").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let tally = tallied(&bytes, scope);
    assert_eq!(figures(&tally), plain);
    assert_eq!(tally.skipped_sheets, [("说明".to_owned(), 1)]);
    let first = tally.answered_before[0];
    assert!(tally.name_of(first).zh.starts_with("台账第"), "{}", tally.name_of(first).zh);
}

#[test]
fn what_is_no_list_is_refused() {
    let page = "<html><body><table><tr><td>收到日期</td></tr></table></body></html>";
    let error = Register::read(page.as_bytes(), &Limits::default()).unwrap_err();
    assert_eq!(error.kind(), "no-register");
    let few = Limits::default().with_bytes(4);
    assert_eq!(Register::read(b"12345", &few).unwrap_err().kind(), "too-large");
}
