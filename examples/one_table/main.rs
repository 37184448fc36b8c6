//! Reads many reports and prints one table, as CSV: `cargo run -p one_table -- FILE... > table.csv`
//!
//! A line is a report, a column the 总计 of a row of table three. Without files it reads the bundled reports.
//! It reads text in UTF-8; features of `ogi` open the rest.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::{env, fs, io};

use ogi::{CellId, Column, ReadOptions, Report, Row, TableId};

const BUNDLED: [&str; 3] = [
    include_str!("../reports/civil-affairs-bureau-2025.txt"),
    include_str!("../reports/county-office-2020.txt"),
    include_str!("../reports/garden-street-2024.txt"),
];

fn main() -> io::Result<()> {
    let mut texts: Vec<Vec<u8>> = env::args().skip(1).map(fs::read).collect::<Result<_, _>>()?;
    if texts.is_empty() {
        texts.extend(BUNDLED.map(Into::into));
    }
    let rows = || Row::ALL.iter().filter(|row| row.table() == TableId::Applications);
    println!("agency,year,{}", rows().map(|row| row.key()).collect::<Vec<_>>().join(","));
    for text in texts {
        match ogi::read(text, &ReadOptions::default()) {
            Ok(reading) => {
                // What is no number stays empty: a blank, `/`, a row that the report does not have.
                let total = |row: &Row| reading.report[CellId::new(*row, Column::Total)].value();
                let figures =
                    rows().map(|row| total(row).map(|it| it.to_string()).unwrap_or_default());
                println!("{},{}", name(&reading.report), figures.collect::<Vec<_>>().join(","));
            }
            Err(error) => eprintln!("left out: {error}"),
        }
    }
    Ok(())
}

/// The agency and the year. Text is quoted; a spreadsheet must not take it for a formula.
fn name(report: &Report) -> String {
    let agency = report.agency.as_deref().unwrap_or_default().replace('"', "\"\"");
    let guard = if agency.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    format!("\"{guard}{agency}\",{}", report.year.map(|it| it.to_string()).unwrap_or_default())
}
