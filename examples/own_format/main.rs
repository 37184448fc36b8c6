//! A report in a layout of a vendor's own: an outline, with the tables as cells of a grid. `cargo run -p own_format -- FILE`
//!
//! Merged heads, labels and spans come from the form. Without a file it writes a bundled report.

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::{env, fs, io};

use ogi::model::Content;
use ogi::render::{PartContent, WriteError, Writer, facts, parts};
use ogi::{ReadOptions, Report};

/// An outline as Emacs and others read it.
struct Outline;

impl Writer for Outline {
    fn write_report(&self, report: &Report, out: &mut dyn io::Write) -> Result<(), WriteError> {
        writeln!(out, "* {}", report.title.as_deref().unwrap_or(Report::NAME))?;
        for fact in facts(report) {
            writeln!(out, "- {} :: {}", fact.label, fact.value)?;
        }
        for part in parts(report) {
            writeln!(out, "** {}", part.heading)?;
            let table = match part.content {
                PartContent::Narrative(text) => {
                    writeln!(out, "{text}")?;
                    continue;
                }
                PartContent::Table(table) => table,
            };
            for placed in report.grid(table).placed() {
                let text = match placed.cell.content {
                    Content::Head(label) | Content::Label(label) => label.to_owned(),
                    Content::Figure(cell) => report[cell].to_string(),
                };
                // The row, the column, how many of each it covers.
                let (down, across) = (placed.cell.row_span, placed.cell.column_span);
                writeln!(out, "| {} | {} | {down}x{across} | {text} |", placed.row, placed.column)?;
            }
        }
        Ok(())
    }
}

const BUNDLED: &str = include_str!("../reports/civil-affairs-bureau-2025.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let bytes = env::args().nth(1).map_or(Ok(BUNDLED.into()), fs::read)?;
    let reading = ogi::read(&bytes, &ReadOptions::default())?;
    ogi::write(&reading.report, Outline, &mut io::stdout().lock())?;
    Ok(())
}
