//! `doc-table-cut`: no table ends before its last row.

use ogi_model::{Edition, Label, NoteKind};

use super::FORM;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-table-cut",
    title: Words { zh: "表格不完整", en: "Table cut" },
    statement: Words {
        zh: "各张表格应包括规定格式的全部各行",
        en: "A table has all rows of the form to its end",
    },
    message: Words {
        zh: "表格在“{row}”之后中断，其后各行缺失",
        en: "the table ends after “{row}”; the rows behind it are not there",
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// The report is one target that passes; each table that is cut fails.
fn judge(run: &mut Run<'_>) {
    if run.subject().reading().is_none() {
        return run.not_applicable(1);
    }
    let mut sound = true;
    for note in run.subject().notes() {
        let NoteKind::TableCut { last, .. } = &note.kind else { continue };
        sound = false;
        run.fail(Failure {
            place: Some(note.place.clone()),
            arguments: &[("row", names::label(run.report(), Label::Row(*last)))],
            ..Failure::default()
        });
    }
    if sound {
        run.pass();
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Row, TableId};

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    #[test]
    fn whole_tables_pass_once() {
        assert_eq!(tally(&judge(&RULE, &reading(zeros(Edition::E2021), vec![]))), [1, 0, 0, 0]);
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2021))), [0, 0, 1, 0]);
    }

    #[test]
    fn a_table_that_is_cut_names_the_last_row_that_it_has() {
        let note = NoteKind::TableCut { table: TableId::Applications, last: Row::Granted };
        let outcome = judge(&RULE, &reading(zeros(Edition::E2021), vec![note]));
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        assert!(!outcome.accepted && outcome.findings[0].place.is_some());
        assert!(outcome.findings[0].message.zh.contains("予以公开"));
    }
}
