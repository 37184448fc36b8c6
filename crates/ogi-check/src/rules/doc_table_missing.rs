//! `doc-table-missing`: the report has all three tables.

use ogi_model::{Edition, NoteKind, TableId};

use super::FORM;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-table-missing",
    title: Words { zh: "缺少表格", en: "Missing table" },
    statement: Words {
        zh: "第二、三、四部分各有一张表格",
        en: "Parts two, three and four each have a table",
    },
    message: Words {
        zh: "“{table}”部分没有表格",
        en: "the table of the part “{table}” is missing",
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

fn judge(run: &mut Run<'_>) {
    for table in TableId::ALL {
        if run.report().table(*table).is_some() {
            run.pass();
            continue;
        }
        let missing = NoteKind::TableMissing { table: *table };
        let note = run.subject().notes().iter().find(|note| note.kind == missing);
        run.fail(Failure {
            place: note.map(|note| note.place.clone()),
            arguments: &[("table", names::table(run.report(), *table))],
            ..Failure::default()
        });
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Place, TableEdition};

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    #[test]
    fn tables_of_any_edition_pass() {
        for edition in Edition::ALL {
            let mut report = zeros(*edition);
            assert_eq!(tally(&judge(&RULE, &report)), [3, 0, 0, 0]);
            report.set_table(TableId::ActiveDisclosure, Some(TableEdition::Mixed));
            assert_eq!(tally(&judge(&RULE, &report)), [3, 0, 0, 0]);
        }
    }

    #[test]
    fn a_missing_table_fails_in_a_report_and_in_a_reading() {
        let mut report = zeros(Edition::E2021);
        report.set_table(TableId::Disputes, None);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [2, 1, 0, 0]);
        assert_eq!(outcome.findings[0].place, None);
        assert_eq!(
            outcome.findings[0].message.zh,
            "“四、政府信息公开行政复议、行政诉讼情况”部分没有表格"
        );
        let reading = reading(report, vec![NoteKind::TableMissing { table: TableId::Disputes }]);
        let outcome = judge(&RULE, &reading);
        assert_eq!(tally(&outcome), [2, 1, 0, 0]);
        assert_eq!(outcome.findings[0].place, Some(Place::Text { start: 0, end: 6 }));
    }
}
