//! `doc-cell-unreadable`: what a cell prints can be read.

use ogi_model::{Cell, Edition, TableId};

use super::FORM;
use crate::run::{Failure, Run};
use crate::{Message, Rule, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-cell-unreadable",
    title: Words { zh: "无法辨认的单元格", en: "Unreadable cell" },
    statement: Words {
        zh: "表中每一格都应为数字、空白或表示不涉及的符号，且归属明确",
        en: "Every cell prints a number, nothing, or a sign that it does not apply, and it is certain which cell that is",
    },
    message: Words {
        zh: "“{cell}”无法辨认，原文为“{printed}”",
        en: "“{cell}” cannot be read for certain; it prints “{printed}”",
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Error,
    since: "0.1.0",
    judge,
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
                    ("printed", Message::same(printed)),
                ],
                ..Failure::default()
            }),
            _ => run.pass(),
        });
    }
}
