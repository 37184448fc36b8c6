//! JSON, the exchange format: what serde makes of the model, indented, with a line break at the end.

use std::io;

use ogi_model::Report;

pub(crate) fn write(report: &Report, mut out: &mut (impl io::Write + ?Sized)) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, report)?;
    out.write_all(b"\n")
}

/// A report as JSON, the exchange format of the project.
///
/// ```
/// use ogi_model::{Edition, Report};
///
/// let report = Report::builder(Edition::E2021).agency("示例市司法局").year(2024).build()?;
/// let back: Report = serde_json::from_str(&ogi_render::json(&report))?;
/// assert_eq!(back, report);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn json(report: &Report) -> String {
    let mut text = serde_json::to_string_pretty(report)
        .expect("a report has string keys only and memory takes any bytes");
    text.push('\n');
    text
}
