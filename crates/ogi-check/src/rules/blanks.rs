//! What the rules on blanks share: whether the blanks of a table can be filled at all.

use ogi_model::TableId;
use ogi_solve::{Figure, Figures as _, System, evaluate};

use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Reason, cells, names};

/// Judges a table as one target. Without blanks there is nothing to fill; an equality that is broken on its own is
/// known by its own rule.
pub(super) fn judge(run: &mut Run<'_>, table: TableId) {
    let report = run.report();
    let is_unknown = |cell| run.figure(cell) == Figure::Unknown;
    if !run.applies_to(table) || !cells::of_table(report, table).any(is_unknown) {
        return run.not_applicable(1);
    }
    let of_table = || report.equalities().filter(|it| it.table() == table);
    if of_table().any(|it| evaluate(it, &*run).is_broken()) {
        return run.not_applicable(1);
    }
    let filling = System::new(of_table().filter(|it| !run.is_settled(it)), &*run).filling();
    if let Some(first) = filling.contradictory.first() {
        return run.fail(Failure {
            cell: Some(*first),
            cells: filling.contradictory.clone(),
            arguments: &[
                ("cell", names::cell(report, *first)),
                ("count", Message::same(filling.contradictory.len())),
            ],
            ..Failure::default()
        });
    }
    if filling.bounded.is_empty() {
        return run.pass();
    }
    // Nothing contradicts itself, but no more is known.
    let missing = filling.bounded.iter().map(|it| it.cell);
    run.not_evaluated(None, Reason::Unknown).missing.extend(missing);
}
