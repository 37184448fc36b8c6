//! `doc-cell-blank`: a cell is filled in.

use ogi_model::{Cell, Edition, TableId};

use super::HABIT;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-cell-blank",
    title: Words { zh: "空白单元格", en: "Blank cell" },
    statement: Words {
        zh: "表中每一格都应填写", en: "Every cell of a table is filled in"
    },
    message: Words {
        zh: "“{cell}”未填写；没有的应填0", en: "“{cell}” is blank, which is not 0"
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// A blank is a blank, whatever a policy takes it for.
fn judge(run: &mut Run<'_>) {
    for table in TableId::ALL {
        run.each_cell(*table, |run, cell| match run.report()[cell] {
            Cell::Absent => run.not_applicable(1),
            Cell::Blank => run.fail(Failure {
                cell: Some(cell),
                cells: vec![cell],
                arguments: &[("cell", names::cell(run.report(), cell))],
                ..Failure::default()
            }),
            _ => run.pass(),
        });
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{CellId, Column, NotApplicable, Note, NoteKind, Place, Report, Row};

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    const CELL: CellId = CellId::new(Row::DeniedByLaw, Column::OtherOrganization);

    #[test]
    fn filled_cells_pass() {
        for (edition, cells) in [(Edition::E2021, 200), (Edition::E2019, 198)] {
            let mut report = zeros(edition);
            report.set(CELL, NotApplicable::Slash);
            assert_eq!(tally(&judge(&RULE, &report)), [cells, 0, 0, 0]);
        }
    }

    #[test]
    fn a_blank_fails_in_a_report_and_in_a_reading() {
        let mut report = zeros(Edition::E2021);
        report.set(CELL, Cell::Blank);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [199, 1, 0, 0]);
        assert!(outcome.accepted && !outcome.is_valid());
        let finding = &outcome.findings[0];
        assert_eq!((finding.cell, &finding.place), (Some(CELL), &None));
        assert_eq!(
            finding.message.zh,
            "“（三）不予公开·2.其他法律行政法规禁止公开·法人或其他组织·其他”未填写；没有的应填0"
        );

        // A note has a place even where the cell has none.
        let place = Place::Text { start: 3, end: 3 };
        let mut reading = reading(report, vec![]);
        let kind = NoteKind::CellBlank { cell: CELL };
        reading.notes.push(Note { kind, place: place.clone() });
        let outcome = judge(&RULE, &reading);
        assert_eq!(outcome.findings[0].place, Some(place));
    }

    #[test]
    fn a_cell_that_is_not_there_is_not_blank() {
        let mut report = zeros(Edition::E2021);
        report.set(CELL, Cell::Absent);
        assert_eq!(tally(&judge(&RULE, &report)), [199, 0, 1, 0]);
        assert_eq!(tally(&judge(&RULE, &Report::new())), [0, 0, 200, 0]);
    }
}
