//! Lists of text: cells with commas, tabs or semicolons between them.

use csv::{ReaderBuilder, StringRecord};

use super::{Record, Sheet};
use crate::TallyError;

/// What may stand between cells; the first counts where none is there.
const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];

/// How many lines state what stands between cells.
const FIRST_LINES: usize = 20;

/// Reads a list.
pub(super) fn read(text: &str) -> Result<Sheet, TallyError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.into_records() {
        // What is decoded is UTF-8, rows may differ in length, and nothing else can fail.
        let Ok(cells) = record else { return Err(TallyError::NoRegister) };
        let line = line(text, &cells);
        if cells.iter().any(|it| !it.trim().is_empty()) {
            rows.push(Record { line, cells });
        }
    }
    match rows.last() {
        Some(last) if last.cells.iter().any(|it| it.contains('\n')) && is_open(text) => {
            Err(TallyError::OpenQuote { line: last.line })
        }
        _ => Ok(Sheet { name: None, rows }),
    }
}

/// What stands between cells: whichever there is most of in the first lines.
fn separator(text: &str) -> u8 {
    let lines = text.lines().filter(|it| !it.trim().is_empty()).take(FIRST_LINES);
    let mut counts = [0_usize; SEPARATORS.len()];
    for byte in lines.flat_map(str::bytes) {
        if let Some(at) = SEPARATORS.iter().position(|it| *it == byte) {
            counts[at] += 1;
        }
    }
    let most = counts.iter().max().copied().unwrap_or(0);
    counts.iter().position(|it| *it == most).map_or(SEPARATORS[0], |at| SEPARATORS[at])
}

/// The line of a record: empty lines before it are not part of it.
fn line(text: &str, cells: &StringRecord) -> u32 {
    let Some(position) = cells.position() else { return 0 };
    let from = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let empty = rest.iter().take_while(|it| matches!(it, b'\n' | b'\r'));
    let skipped = empty.filter(|it| **it == b'\n').count() as u64;
    u32::try_from(position.line() + skipped).unwrap_or(u32::MAX)
}

/// Whether a quotation mark is never closed: there is an odd number of them.
fn is_open(text: &str) -> bool {
    text.bytes().filter(|it| *it == b'"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, String)> {
        let rows = read(text).unwrap().rows;
        rows.iter().map(|it| (it.line, it.cells.iter().collect::<Vec<_>>().join("|"))).collect()
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let text = "\u{feff}甲,乙\r\n\r\n1,\"二\n行\"\r\n,\r\n3,4,5\r\n";
        let expected = [(1, "甲|乙"), (3, "1|二\n行"), (6, "3|4|5")];
        assert_eq!(rows(text), expected.map(|(line, cells)| (line, cells.to_owned())));
    }

    #[test]
    fn the_separator_is_stated_by_the_text() {
        assert_eq!(rows("甲\t乙,丙\t丁\n")[0].1, "甲|乙,丙|丁");
        assert_eq!(rows("甲;乙\n1;2,5\n")[1].1, "1|2,5");
        assert_eq!(rows("甲\n乙\n")[1].1, "乙");
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_swallows_nothing() {
        let error = read("甲,乙\n1,\"2\n3,4\n5,6\n").unwrap_err();
        assert_eq!(error, TallyError::OpenQuote { line: 2 });
        assert_eq!(rows("甲,乙\n1,5\" 管\n").len(), 2);
    }
}
