//! `doc-table-missing`: the report has all three tables.

use ogi_model::{Edition, NoteKind, TableId};

use super::FORM;
use crate::run::{Failure, Run};
use crate::{Rule, Severity, Words, names};

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
    since: "0.1.0",
    judge,
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
