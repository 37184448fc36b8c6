//! `doc-cell-blank`: a cell is filled in.

use ogi_model::{Cell, Edition, TableId};

use super::FORM;
use crate::run::{Failure, Run};
use crate::{Rule, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-cell-blank",
    title: Words { zh: "空白单元格", en: "Blank cell" },
    statement: Words {
        zh: "表中每一格都应填写，没有的填0，不涉及的填“/”",
        en: "Every cell is filled in: 0 where there is nothing, a slash where it does not apply",
    },
    message: Words {
        zh: "“{cell}”为空白，空白不等于0", en: "“{cell}” is blank, which is not 0"
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Info,
    since: "0.1.0",
    judge,
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
