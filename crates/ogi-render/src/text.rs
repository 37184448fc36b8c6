//! The standard text layout: one cell a line, an empty line between cells, merged cells once.

use ogi_model::{Content, Report, TableId};

use crate::line::{one_line, paragraphs};
use crate::report::{PartContent, ReportPart, metadata, parts};

/// What stands for a blank cell, so that it does not vanish between the empty lines.
const BLANK: &str = "\u{a0}";

/// Prose is set in a little, as the offices do; a reader trims it.
const INDENT: &str = "  ";

/// A report in the standard text layout: one cell a line; a blank cell is a line holding one U+00A0.
///
/// ```
/// use ogi_model::{Edition, Report};
///
/// let report = Report::builder(Edition::E2021).agency("示例市司法局").year(2024).build()?;
/// assert!(ogi_render::text(&report).contains("\n行政许可\n\n\u{a0}\n"));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn text(report: &Report) -> String {
    let mut out = String::new();
    if let Some(title) = &report.title {
        line(&mut out, &one_line(title));
        out.push('\n');
    }
    if let Some(metadata) = metadata(report) {
        line(&mut out, &metadata);
        out.push('\n');
    }
    if let Some(preamble) = &report.preamble {
        prose(&mut out, preamble);
        out.push('\n');
    }
    for ReportPart { heading, content, .. } in parts(report) {
        line(&mut out, heading);
        match content {
            PartContent::Narrative(text) => prose(&mut out, text),
            PartContent::Table(table) => cells(&mut out, report, table),
        }
        out.push('\n');
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn prose(out: &mut String, text: &str) {
    for paragraph in paragraphs(text) {
        out.push_str(INDENT);
        line(out, &paragraph);
    }
}

fn cells(out: &mut String, report: &Report, table: TableId) {
    for cell in report.grid(table).rows.iter().flatten() {
        match cell.content {
            // Nothing is printed in such a corner.
            Content::Head("") | Content::Label("") => {}
            Content::Head(label) | Content::Label(label) => {
                out.push('\n');
                line(out, label);
            }
            Content::Figure(id) => {
                out.push('\n');
                let printed = one_line(&report[id].to_string());
                line(out, if printed.is_empty() { BLANK } else { &printed });
            }
        }
    }
}
