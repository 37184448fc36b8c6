//! `doc-cell-unreadable`: what a cell prints can be read.

use ogi_model::{Cell, Edition, TableId};

use super::SENSE;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-cell-unreadable",
    title: Words { zh: "无法辨认的单元格", en: "Unreadable cell" },
    statement: Words {
        zh: "表中每一格的内容及其归属都能确切辨认",
        en: "What each cell of a table prints can be read, and it is certain which cell that is",
    },
    message: Words {
        zh: "“{cell}”无法辨认，{printed}",
        en: "“{cell}” cannot be read for certain; {printed}",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

fn judge(run: &mut Run<'_>) {
    for table in TableId::ALL {
        run.each_cell(*table, |run, cell| match &run.report()[cell] {
            Cell::Absent => run.not_applicable(1),
            Cell::Unreadable(printed) => run.fail(Failure {
                cell: Some(cell),
                cells: vec![cell],
                arguments: &[
                    ("cell", names::cell(run.report(), cell)),
                    ("printed", printed_or_nothing(printed)),
                ],
                ..Failure::default()
            }),
            _ => run.pass(),
        });
    }
}

/// Figures may be torn off so far that nothing is left beside the label.
fn printed_or_nothing(printed: &str) -> Message {
    if printed.is_empty() {
        return Message {
            zh: "其旁没有数字".to_owned(),
            en: "no figure stands beside it".to_owned(),
        };
    }
    // `=SUM(C3:I3)`: what a workbook shows where no program has opened it since it was written.
    if printed.starts_with('=') {
        return Message {
            zh: format!("公式“{printed}”尚未计算，请在表格软件中打开并保存"),
            en: format!(
                "its formula “{printed}” was not computed yet; open it in a spreadsheet and save it"
            ),
        };
    }
    Message { zh: format!("原文为“{printed}”"), en: format!("it prints “{printed}”") }
}

#[cfg(test)]
mod tests {
    use ogi_model::{
        CellId, Column, NotApplicable, Note, NoteKind, Place, Report, Row, RowProblem,
    };

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    const CELL: CellId = CellId::new(Row::Granted, Column::NaturalPerson);

    #[test]
    fn numbers_blanks_and_signs_pass() {
        for (edition, cells) in [(Edition::E2021, 200), (Edition::E2019, 198)] {
            let mut report = zeros(edition);
            assert_eq!(tally(&judge(&RULE, &report)), [cells, 0, 0, 0]);
            for other in [Cell::Blank, Cell::from(NotApplicable::Slash)] {
                report.set(CELL, other);
                assert_eq!(tally(&judge(&RULE, &report)), [cells, 0, 0, 0]);
            }
        }
    }

    #[test]
    fn an_unreadable_cell_fails_and_is_not_accepted() {
        let mut report = zeros(Edition::E2021);
        report.set(CELL, Cell::Unreadable("{cell}1 2".into()));
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [199, 1, 0, 0]);
        assert!(!outcome.accepted);
        // What is printed is data, even if it looks like an argument.
        assert_eq!(
            outcome.findings[0].message.zh,
            "“（一）予以公开·自然人”无法辨认，原文为“{cell}1 2”"
        );
    }

    #[test]
    fn a_formula_without_a_result_is_not_computed_yet() {
        let mut report = zeros(Edition::E2021);
        report.set(CELL, Cell::Unreadable("=SUM(C3:I3)".into()));
        assert_eq!(
            judge(&RULE, &report).findings[0].message.zh,
            "“（一）予以公开·自然人”无法辨认，公式“=SUM(C3:I3)”尚未计算，请在表格软件中打开并保存"
        );
    }

    #[test]
    fn it_is_where_its_row_is() {
        let mut report = zeros(Edition::E2021);
        report.set(CELL, Cell::Unreadable("".into()));
        let problem = RowProblem::TooFewFigures { figures: 5, columns: 7 };
        let note = NoteKind::RowUnreadable { row: Row::Granted, problem };
        let mut reading = reading(report, vec![]);
        let of_row = Place::Text { start: 0, end: 3 };
        reading.notes.push(Note { kind: note, place: of_row.clone() });
        assert_eq!(judge(&RULE, &reading).findings[0].place, Some(of_row));
        let of_cell = Place::Text { start: 3, end: 6 };
        reading.sources.set(CELL, of_cell.clone());
        assert_eq!(judge(&RULE, &reading).findings[0].place, Some(of_cell));
    }

    #[test]
    fn a_cell_that_is_not_there_is_not_applicable() {
        let mut report = zeros(Edition::E2019);
        report.set(CELL, Cell::Absent);
        assert_eq!(tally(&judge(&RULE, &report)), [197, 0, 1, 0]);
        assert_eq!(tally(&judge(&RULE, &Report::new())), [0, 0, 200, 0]);
    }
}
