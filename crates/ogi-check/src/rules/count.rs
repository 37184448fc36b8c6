//! What the rules on counts share: a count is whole, and negative only where it is a change.

use ogi_model::{Cell, CellId, TableId, Unit};

use crate::run::{Failure, Run};
use crate::{Message, Reason, names};

/// Judges every count of a table. Money is no count.
pub(super) fn judge(run: &mut Run<'_>, table: TableId) {
    run.each_cell(table, |run, cell| {
        let unit = cell.unit();
        if unit == Unit::Money {
            return run.not_applicable(1);
        }
        match run.cell(cell) {
            Cell::Number { value, .. } => match value.whole() {
                Some(count) if count >= 0 || unit == Unit::Change => run.pass(),
                _ => fail(run, cell, unit),
            },
            Cell::NotApplicable(_) => run.not_applicable(1),
            Cell::Absent | Cell::Blank | Cell::Unreadable(_) => {
                run.not_evaluated(cell, Reason::Unknown).missing.push(cell);
            }
        }
    });
}

#[cold]
fn fail(run: &mut Run<'_>, cell: CellId, unit: Unit) {
    let value = run.cell(cell).value();
    let (zh, en) = match unit {
        Unit::Change => ("整数", "a whole number"),
        Unit::Count | Unit::Money => ("不小于0的整数", "a whole number from 0"),
    };
    run.fail(Failure {
        cell: Some(cell),
        cells: vec![cell],
        observed: value,
        arguments: &[
            ("cell", names::cell(run.report(), cell)),
            ("observed", value.map_or_else(Message::default, Message::same)),
            ("expected", Message { zh: zh.to_owned(), en: en.to_owned() }),
        ],
        ..Failure::default()
    });
}
