//! Writes the registers of `examples/register`: `cargo run -p ogi-testkit --features documents --example write_register -- FOLDER`
//!
//! A register of 300 requests with the report that was made of it, in two encodings and as a workbook; and one in which the
//! year of one answer is mistyped.

#![allow(clippy::print_stdout)]

use std::path::Path;
use std::{env, error, fs};

use ogi_model::{CellId, Column, Edition, Report, Row};
use ogi_testkit::{Generator, Layout, Size, register, register_csv, rng};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

const REQUESTS: i64 = 300;

fn main() -> Result<(), Box<dyn error::Error>> {
    let folder = env::args().nth(1).ok_or("a folder to write to is needed")?;
    let folder = Path::new(&folder);
    let report = report().ok_or("no report has so many requests")?;
    let mut rng = rng(2025);
    let requests = register(&report, &mut rng);
    let text = register_csv(&requests, &mut rng);
    fs::write(folder.join("report-2025.txt"), Layout::A1.write(&report))?;
    fs::write(folder.join("register-2025.csv"), format!("\u{feff}{text}"))?;
    let (gb18030, _, _) = encoding_rs::GB18030.encode(&text);
    fs::write(folder.join("register-2025-gb18030.csv"), gb18030)?;
    workbook(&text)?.save(folder.join("register-2025.xlsx"))?;
    let (wrong, number) = mistyped(&requests, &text).ok_or("no row can be mistyped")?;
    fs::write(folder.join("register-2025-wrong.csv"), format!("\u{feff}{wrong}"))?;
    println!(
        "{} of {:?}: the answer of {number} is a year too early",
        requests.len(),
        report.agency
    );
    Ok(())
}

/// A report of so many requests, new and carried in.
fn report() -> Option<Report> {
    let total = |report: &Report, row| report[CellId::new(row, Column::Total)].count().unwrap_or(0);
    (0..)
        .zip((250..=300).cycle())
        .take(5_000)
        .map(|(seed, many)| {
            Generator::new(seed).edition(Edition::E2021).size(Size::Requests(many)).report()
        })
        .find(|it| {
            let carried_in = total(it, Row::CarriedIn);
            it.year == Some(2025)
                && carried_in > 5
                && total(it, Row::NewlyReceived) + carried_in == REQUESTS
        })
}

/// The same register with the year of one answer mistyped.
fn mistyped(requests: &[ogi_testkit::Request], text: &str) -> Option<(String, String)> {
    let can_be = |it: &&ogi_testkit::Request| {
        it.received.year() == 2025
            && it.answered.is_some_and(|it| it.year() == 2025)
            && it.outcome.is_some_and(|it| it != Row::Granted)
            && it.disputes.is_empty()
    };
    requests.iter().filter(can_be).find_map(|it| {
        let row = &text[text.find(&format!("\"{}\"", it.number))?..];
        // A topic may go over two lines.
        let row = row.lines().next().filter(|it| it.ends_with('"'))?;
        let (before, answered) = row.rsplit_once("\",\"2025")?;
        let wrong = format!("{before}\",\"2024{answered}");
        Some((text.replacen(row, &wrong, 1), it.number.clone()))
    })
}

/// The register as a workbook, below a title, with days that are days.
fn workbook(text: &str) -> Result<Workbook, Box<dyn error::Error>> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("台账")?;
    let (head, day) =
        (Format::new().set_bold(), Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\""));
    sheet.merge_range(0, 0, 0, 10, "依申请公开台账（2025年）", &head)?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    for (row, record) in (1..).zip(reader.records()) {
        for (column, cell) in (0..).zip(&record?) {
            match cell.parse::<ogi_model::Date>() {
                Ok(it) => {
                    let date = ExcelDateTime::from_ymd(it.year(), it.month(), it.day())?;
                    sheet.write_datetime_with_format(row, column, &date, &day)?;
                }
                Err(_) if cell.is_empty() => {}
                Err(_) => {
                    sheet.write(row, column, cell)?;
                }
            }
        }
    }
    for (column, width) in (0..).zip([14, 16, 14, 34, 30, 16, 10, 16, 10, 10, 16]) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(2, 0)?;
    Ok(book)
}
