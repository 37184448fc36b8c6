//! JSON, the exchange format: what serde makes of the model, indented, with a line break at the end.

use std::io;

use ogi_model::Report;

pub(crate) fn write(report: &Report, out: &mut impl io::Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, report)?;
    out.write_all(b"\n")
}

pub(crate) fn to_string(report: &Report) -> String {
    let mut text = serde_json::to_string_pretty(report)
        .expect("a report has string keys only and memory takes any bytes");
    text.push('\n');
    text
}
