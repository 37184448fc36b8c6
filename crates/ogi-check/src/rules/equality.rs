//! What the rules on sums and the balance share: an equality of the form, evaluated.

use ogi_model::{
    Cell, CellId, Equality, EqualityKind, Form, NoteKind, TableEdition, TableId, Value,
};
use ogi_solve::{Broken, Evaluation, evaluate};

use crate::run::{Failure, Run};
use crate::{Expected, Message, Reason, cells, names};

/// Judges every equality of a kind in a table. Its target is the total.
pub(super) fn judge(run: &mut Run<'_>, table: TableId, kind: EqualityKind) {
    let report = run.report();
    let of_form =
        |edition| Form::of(table, edition).equalities().iter().filter(|it| it.kind() == kind);
    if !run.applies_to(table) {
        return run.not_applicable(of_form(cells::edition(report)).count());
    }
    let mut any = false;
    for equality in report.equalities().filter(|it| it.table() == table && it.kind() == kind) {
        any = true;
        judge_one(run, equality);
    }
    // The model leaves out what nothing tells how to add up.
    if !any && report.table(table) == Some(TableEdition::Mixed) {
        for equality in of_form(cells::edition(report)) {
            run.not_evaluated(equality.total(), Reason::EditionsMixed);
        }
    }
}

fn judge_one(run: &mut Run<'_>, equality: &Equality) {
    let evaluation = evaluate(equality, &*run);
    if run.settled && is_settled(run, equality) {
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

/// Whether a reader used it to place the figures of a row, so that it is no evidence about them.
#[cold]
fn is_settled(run: &Run<'_>, equality: &Equality) -> bool {
    let id = equality.id();
    run.subject().notes().iter().any(|note| match &note.kind {
        NoteKind::RowSettled { by, .. } => by.contains(&id),
        _ => false,
    })
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
        arguments: &[
            ("cell", names::cell(run.report(), total)),
            ("observed", printed(run, total)),
            ("expected", expected.comes_to()),
        ],
    });
}

/// What a cell prints, in words.
fn printed(run: &Run<'_>, cell: CellId) -> Message {
    let (zh, en) = match run.cell(cell) {
        Cell::Absent => ("缺失", "not there"),
        Cell::Blank => ("空白", "blank"),
        Cell::Unreadable(_) => (Cell::UNREADABLE, "unreadable"),
        Cell::NotApplicable(token) => return Message::same(format_args!("“{}”", token.as_str())),
        Cell::Number { value, .. } => return Message::same(value),
    };
    Message { zh: zh.to_owned(), en: en.to_owned() }
}

/// A sum of counts; one beyond them is a decimal, which has room for all of them.
fn value(sum: i128) -> Value {
    i64::try_from(sum).map_or_else(|_| Value::Decimal(sum.into()), Value::Count)
}
