//! Pages that explain a report (解读) are none, although their titles name one and their sentences have its labels.

use ogi_model::{CellId, Report, TableId};

use crate::blank;

/// What such pages are called.
const WORDS: [&str; 5] = ["解读", "图解", "读懂", "看懂", "图说"];
/// The longest title, in bytes.
const LONGEST: usize = 240;

/// Whether the first title of a text is that of such a page: that of its container, or a line before part one.
pub(crate) fn is_title(of_container: Option<&str>, front: &str) -> bool {
    of_container
        .into_iter()
        .chain(front.lines().map(blank::trimmed))
        .find(|it| names_a_report(it))
        .is_some_and(|title| WORDS.iter().any(|it| title.contains(it)))
}

/// Whether a line is a title with the name of a report of a year.
fn names_a_report(line: &str) -> bool {
    line.len() <= LONGEST
        && line.contains("20")
        && line.contains("信息公开")
        && ["年度报告", "年报", "年度工作报告"].iter().any(|it| line.contains(it))
        && !line.contains(['。', '>', '；'])
}

/// Whether all tables are there, and most of table three can be read: then the report itself is there.
pub(crate) fn has_report(report: &Report) -> bool {
    let cells = || CellId::of_table(TableId::Applications);
    TableId::ALL.iter().all(|it| report.table(*it).is_some())
        && cells().filter(|it| is_read(report, *it)).count() * 2 > cells().count()
}

/// Whether what seems to be rows without any heads over them are sentences: few, and none of them can be read.
pub(crate) fn is_prose(report: &Report) -> bool {
    let cells = || CellId::of_table(TableId::Applications);
    let printed = cells().filter(|it| report[*it].is_present()).count();
    printed * 2 < cells().count() && !CellId::all().any(|it| is_read(report, it))
}

fn is_read(report: &Report, cell: CellId) -> bool {
    report[cell].is_present() && report[cell].unreadable().is_none()
}
