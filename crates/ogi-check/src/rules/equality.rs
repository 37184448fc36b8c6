//! What the rules on sums and the balance share: an equality of the form, evaluated.

use ogi_model::{CellId, Equality, EqualityKind, TableEdition, TableForm, TableId, Value};
use ogi_solve::{Broken, Evaluation, evaluate};

use crate::failure::Failure;
use crate::run::Run;
use crate::{Expected, Message, Reason, cells, names};

/// Judges every equality of a kind in a table. Its target is the total.
pub(super) fn judge(run: &mut Run<'_>, table: TableId, kind: EqualityKind) {
    let report = run.report();
    let of_form =
        |edition| TableForm::of(table, edition).equalities().iter().filter(|it| it.kind() == kind);
    if !run.applies_to(table) {
        return run.not_applicable(of_form(cells::edition(report)).count());
    }
    let mut any = false;
    for equality in report.equalities().filter(|it| it.table() == table && it.kind() == kind) {
        any = true;
        judge_one(run, equality);
    }
    // The model leaves out what nothing states how to add up.
    if !any && report.table(table) == Some(TableEdition::Mixed) {
        for equality in of_form(cells::edition(report)) {
            run.not_evaluated(equality.total(), Reason::EditionsMixed);
        }
    }
}

fn judge_one(run: &mut Run<'_>, equality: &Equality) {
    let evaluation = evaluate(equality, &*run);
    if run.is_settled(equality) {
        let it = run.not_evaluated(equality.total(), Reason::Settled);
        if let Evaluation::Open(open) = evaluation {
            it.missing.extend(open.unknown());
        }
        return;
    }
    match evaluation {
        Evaluation::Holds => run.pass(),
        Evaluation::Broken(broken) => fail(run, equality, broken),
        Evaluation::Open(open) => {
            let whole = open.not_whole().next().is_none();
            let reason = if whole { Reason::Unknown } else { Reason::NotWhole };
            let it = run.not_evaluated(equality.total(), reason);
            it.missing.extend(open.unknown());
            it.implied.extend(open.implied().map(|(cell, count)| (cell, value(count))));
        }
    }
}

#[cold]
fn fail(run: &mut Run<'_>, equality: &Equality, broken: Broken) {
    let total = equality.total();
    let expected = match broken.expected {
        ogi_solve::Expected::Exactly(n) => Expected::Exactly(value(n)),
        ogi_solve::Expected::AtLeast(n) => Expected::AtLeast(value(n)),
        ogi_solve::Expected::AtMost(n) => Expected::AtMost(value(n)),
    };
    run.fail(Failure {
        cell: Some(total),
        cells: equality.cells().collect(),
        observed: run.cell(total).value(),
        expected: Some(expected),
        residual: broken.residual().map(value),
        place: None,
        severity: None,
        arguments: &[
            ("cell", names::cell(run.report(), total)),
            ("observed", printed(run, total)),
            ("expected", expected.comes_to()),
        ],
    });
    run.is_broken(equality);
}

/// What a cell prints, in words.
pub(super) fn printed(run: &Run<'_>, cell: CellId) -> Message {
    names::printed(run.cell(cell))
}

/// A sum of counts; one beyond them is a decimal, which has room for all of them.
pub(crate) fn value(sum: i128) -> Value {
    i64::try_from(sum).map_or_else(|_| Value::Decimal(sum.into()), Value::Count)
}

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, Column, Decimal, Edition, EqualityId, NoteKind, Row};

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};
    use crate::{Policy, Rule, check};

    const fn cell(column: Column) -> CellId {
        CellId::new(Row::Reconsideration, column)
    }

    fn rule() -> &'static Rule {
        Rule::find("t4-sum").unwrap()
    }

    #[test]
    fn what_an_equality_settled_is_no_pass_of_it() {
        let total = cell(Column::Total);
        let by = vec![EqualityId { kind: EqualityKind::RowSum, total }];
        let note = NoteKind::RowSettled { row: Row::Reconsideration, by };
        let mut reading = reading(zeros(Edition::E2021), vec![note]);
        for blank in [vec![], vec![cell(Column::Pending)]] {
            blank.iter().for_each(|cell| reading.report.set(*cell, Cell::Blank));
            let outcome = judge(rule(), &reading);
            assert_eq!(tally(&outcome), [2, 0, 0, 1]);
            let open = &outcome.unevaluated[0];
            assert_eq!((open.cell, open.reason), (Some(total), Reason::Settled));
            assert_eq!(open.missing, blank);
            assert_eq!(open.implied, []);
        }
    }

    #[test]
    fn a_figure_that_is_not_whole_is_left_to_the_counts() {
        let mut report = zeros(Edition::E2021);
        report.set(cell(Column::Upheld), Decimal::new(15, 1));
        let outcome = judge(rule(), &report);
        assert_eq!(tally(&outcome), [2, 0, 0, 1]);
        assert_eq!(outcome.unevaluated[0].reason, Reason::NotWhole);
        assert_eq!(outcome.unevaluated[0].missing, [cell(Column::Upheld)]);
        // A decimal without a fraction is a count.
        report.set(cell(Column::Upheld), Decimal::new(10, 1));
        report.set(cell(Column::Total), 1);
        assert_eq!(tally(&judge(rule(), &report)), [3, 0, 0, 0]);
    }

    #[test]
    fn a_policy_may_take_blanks_for_zeros() {
        let mut report = zeros(Edition::E2021);
        report.set(cell(Column::Upheld), Cell::Blank);
        let policy = Policy { blanks_as_zero: true, ..Policy::default() };
        let outcome = check(&report, &policy);
        assert_eq!(outcome.summary.not_evaluated, outcome.without_source());
        // That it is blank is said all the same.
        assert_eq!(outcome.findings.len(), 1);
        assert_eq!(outcome.findings[0].rule.id, "doc-cell-blank");
        report.set(cell(Column::Total), 1);
        assert!(!check(&report, &policy).accepted);
    }

    #[test]
    fn sums_beyond_a_count_are_stated_in_full() {
        let mut report = zeros(Edition::E2021);
        report.set(cell(Column::Upheld), i64::MAX);
        report.set(cell(Column::Corrected), i64::MAX);
        let outcome = judge(rule(), &report);
        assert_eq!(outcome.findings[0].residual.unwrap().to_string(), "-18446744073709551614");
    }

    #[test]
    fn a_row_that_is_not_there_is_unknown() {
        let mut report = zeros(Edition::E2021);
        let row = CellId::all().filter(|it| it.row() == Row::Reconsideration);
        row.for_each(|cell| report.set(cell, Cell::Absent));
        let outcome = judge(rule(), &report);
        assert_eq!(tally(&outcome), [2, 0, 0, 1]);
        assert_eq!(outcome.unevaluated[0].missing.len(), 5);
    }
}
