//! Values as a sheet prints them.

use calamine::{Data, DataRef, ExcelDateTime};

use crate::seen::{Print, Seen, unreadable};

/// A value of a workbook that is read cell by cell; formulas have the value that was last computed.
pub(super) fn of_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => number(*n),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(it) => truth(*it),
        DataRef::DateTime(it) => date(it),
        DataRef::DateTimeIso(it) | DataRef::DurationIso(it) => it.clone(),
        DataRef::Error(it) => unreadable(&it.to_string()),
        DataRef::Empty => String::new(),
    }
}

/// A value of a workbook that was read whole.
pub(super) fn of(value: &Data) -> String {
    match value {
        Data::Int(n) => n.to_string(),
        Data::Float(n) => number(*n),
        Data::String(text) => text.clone(),
        Data::Bool(it) => truth(*it),
        Data::DateTime(it) => date(it),
        Data::DateTimeIso(it) | Data::DurationIso(it) => it.clone(),
        Data::Error(it) => unreadable(&it.to_string()),
        Data::Empty => String::new(),
    }
}

/// What a cell prints whose text is seen so.
pub(super) fn seen(text: String, seen: Seen) -> String {
    let mut print = Print::default();
    print.push_seen(&text, seen);
    print.into_cell()
}

/// A number with the 15 digits that spreadsheets keep, so that 0.1 + 0.2 is 0.3.
fn number(n: f64) -> String {
    let kept = format!("{n:.14e}").parse().unwrap_or(n);
    if kept == 0.0 { "0".to_owned() } else { kept.to_string() }
}

fn truth(it: bool) -> String {
    if it { "TRUE" } else { "FALSE" }.to_owned()
}

/// The day, and the time if there is one.
fn date(it: &ExcelDateTime) -> String {
    if it.is_duration() {
        return number(it.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = it.to_ymd_hms_milli();
    let mut out = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) != (0, 0, 0) {
        out += &format!(" {hour:02}:{minute:02}:{second:02}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_have_no_noise() {
        for (n, printed) in [
            (31.0, "31"),
            (96171.6, "96171.6"),
            (0.1 + 0.2, "0.3"),
            (18.871, "18.871"),
            (-8.0, "-8"),
            (-0.0, "0"),
            (1e15, "1000000000000000"),
        ] {
            assert_eq!(number(n), printed);
        }
    }
}
