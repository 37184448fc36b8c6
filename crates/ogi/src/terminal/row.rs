//! The row that a finding is about, where no line of the source can be shown.

use ogi_check::label_name;
use ogi_model::{CellId, Column, Label, Report};

use super::Language;

/// The label of the row and what its cells print, that of the finding in brackets: `行政复议 | 10 | 0 | 0 | 1 |【0】`.
pub(super) fn of(report: &Report, cell: CellId, language: Language) -> Option<String> {
    let cells = Column::ALL.iter().filter_map(|column| CellId::try_new(cell.row(), *column));
    let cells: Vec<_> = cells.filter(|it| report[*it].is_present()).collect();
    cells.contains(&cell).then(|| {
        let label = label_name(report, Label::Row(cell.row()));
        let printed = |it: &CellId| match report[*it].to_string() {
            printed if *it == cell => format!("【{printed}】"),
            printed => printed,
        };
        let figures: Vec<_> = cells.iter().map(printed).collect();
        format!("{} | {}", language.of(&label), figures.join(" | "))
    })
}
