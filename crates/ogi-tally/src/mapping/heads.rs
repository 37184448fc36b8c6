//! The heads of the columns: which of the first rows they are.

use crate::register::{Record, Sheet};
use crate::words::said;

/// Heads stand among the first rows, below titles.
const FIRST_ROWS: usize = 30;

/// What stands between a head and the head above it.
const BELOW: &str = "·";

/// Rows that may be the heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heads {
    /// The first row that is no head.
    pub(crate) below: usize,
    /// The name of each column, no two alike; empty where there is none.
    pub(crate) names: Vec<String>,
}

/// Each of the first rows, and each two of them: `行政复议` over `结果` is `行政复议·结果`.
pub(crate) fn candidates(sheet: &Sheet) -> Vec<Heads> {
    let mut all = Vec::new();
    for (at, record) in sheet.rows.iter().enumerate().take(FIRST_ROWS) {
        all.push(Heads { below: at + 1, names: distinct(single(record)) });
        if let Some(names) = sheet.rows.get(at + 1).and_then(|it| two(record, it)) {
            all.push(Heads { below: at + 2, names: distinct(names) });
        }
    }
    all
}

fn single(record: &Record) -> Vec<String> {
    record.cells.iter().map(name).collect()
}

/// Heads over heads: somewhere one stands below a blank, as a merged cell leaves it.
fn two(above: &Record, below: &Record) -> Option<Vec<String>> {
    let of = |record: &Record, at: usize| record.cells.get(at).map(name).unwrap_or_default();
    let width = above.cells.len().max(below.cells.len());
    if below.cells.iter().filter_map(said).any(|it| ogi_text::date::day(it).is_some()) {
        return None;
    }
    let (mut names, mut last, mut is_merged) = (Vec::new(), String::new(), false);
    for at in 0..width {
        let (upper, lower) = (of(above, at), of(below, at));
        is_merged |= upper.is_empty() && !lower.is_empty() && !last.is_empty();
        if !upper.is_empty() {
            last = upper;
        } else if lower.is_empty() {
            last.clear();
        }
        names.push(match (last.is_empty(), lower.is_empty()) {
            (_, true) => last.clone(),
            (true, false) => lower,
            (false, false) => format!("{last}{BELOW}{lower}"),
        });
    }
    is_merged.then_some(names)
}

/// A head without blanks and line breaks: `申 请 人`.
fn name(cell: &str) -> String {
    cell.chars().filter(|it| !it.is_whitespace() && !it.is_control()).collect()
}

/// The second of two that are alike is `日期#2`.
fn distinct(names: Vec<String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in names {
        let alike = (2..).map(|n| format!("{name}#{n}"));
        let free = [name.clone()].into_iter().chain(alike).find(|it| !all.contains(it));
        all.push(if name.is_empty() { name } else { free.unwrap_or_default() });
    }
    all
}

#[cfg(test)]
mod tests {
    use csv::StringRecord;

    use super::*;

    fn heads(rows: &[&str]) -> Vec<(usize, String)> {
        let rows =
            rows.iter().map(|it| Record { line: 1, cells: StringRecord::from_iter(it.split('|')) });
        let sheet = Sheet { name: None, rows: rows.collect() };
        candidates(&sheet).into_iter().map(|it| (it.below, it.names.join("|"))).collect()
    }

    #[test]
    fn heads_may_be_over_heads() {
        let found = heads(&[
            "收到日期|申请人||行政复议||备注",
            "|姓 名|类型|结果|日期|",
            "2025-03-04|a|b|c|d|e",
        ]);
        let two = "收到日期|申请人·姓名|申请人·类型|行政复议·结果|行政复议·日期|备注";
        assert_eq!(found[1], (2, two.to_owned()));
        assert!(!found.iter().any(|it| it.0 == 3 && it.1.contains('·')));
    }

    #[test]
    fn no_two_names_are_alike() {
        assert_eq!(
            heads(&["日期|结果|日期||日期|"]),
            [(1, "日期|结果|日期#2||日期#3|".to_owned())]
        );
    }
}
