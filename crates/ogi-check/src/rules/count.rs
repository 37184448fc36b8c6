//! What the rules on counts share: a count is whole, and negative only where it is a change.

use ogi_model::{Cell, CellId, TableId, Unit};

use crate::failure::Failure;
use crate::run::Run;
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

/// What holds for the counts of every table without changes and money.
#[cfg(test)]
pub(super) mod cases {
    use ogi_model::{Decimal, Edition, NotApplicable};

    use super::*;
    use crate::Rule;
    use crate::rules::tests::{counts, judge, tally, zeros};

    /// Sound reports of editions 2021 and 2019, with so many cells.
    pub(in crate::rules) fn pass(rule: &Rule, cells: [usize; 2]) {
        for (edition, cells) in [Edition::E2021, Edition::E2019].into_iter().zip(cells) {
            assert_eq!(tally(&judge(rule, &counts(edition))), [cells, 0, 0, 0]);
            assert_eq!(tally(&judge(rule, &zeros(edition))), [cells, 0, 0, 0]);
        }
    }

    pub(in crate::rules) fn fail(rule: &Rule, cell: CellId) {
        for wrong in [Cell::from(-1), Cell::from(Decimal::new(5, 1))] {
            let mut report = zeros(Edition::E2021);
            report.set(cell, wrong);
            let outcome = judge(rule, &report);
            assert_eq!(outcome.summary.fail, 1);
            assert_eq!(outcome.findings[0].cell, Some(cell));
        }
    }

    /// Blanks are not evaluated, what does not apply is not applicable, and so is a table that is not there.
    pub(in crate::rules) fn neither(rule: &Rule, cell: CellId) {
        let mut report = zeros(Edition::E2021);
        let all = judge(rule, &report).summary.pass;
        report.set(cell, NotApplicable::Slash);
        assert_eq!(tally(&judge(rule, &report)), [all - 1, 0, 1, 0]);
        report.set(cell, Cell::Blank);
        assert_eq!(tally(&judge(rule, &report)), [all - 1, 0, 0, 1]);
        report.set_table(cell.table(), None);
        assert_eq!(tally(&judge(rule, &report)), [0, 0, all, 0]);
    }
}
