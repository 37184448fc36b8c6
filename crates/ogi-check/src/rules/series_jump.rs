//! `series-jump`: a figure that is many times last year's, or a small part of it.

use ogi_model::{CellId, Column, Decimal, Edition, TableId};

use super::HABIT;
use super::equality::printed;
use crate::run::{Failure, Run};
use crate::series::Years;
use crate::{Judge, Message, Reason, Rule, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "series-jump",
    title: Words { zh: "数字与上年相差悬殊", en: "A figure jumps" },
    statement: Words {
        zh: "数字不会是上一年度的好几倍或几分之一，否则宜复核或说明（倍数和差额由策略设定）",
        en: "A figure that is many times last year's, or a small part of it, is worth another look (how many times, and by how much, is for the policy)",
    },
    message: Words {
        zh: "“{cell}”为{observed}，{last}年为{was}，相差悬殊，请复核",
        en: "“{cell}” is {observed} and was {was} in {last}: worth another look",
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Info,
    since: "0.1.0",
    judge: Judge::Series(judge),
};

fn judge(run: &mut Run<'_>, years: &Years<'_>) {
    for table in TableId::ALL {
        run.each_cell(*table, |run, cell| judge_cell(run, years, cell));
    }
}

fn judge_cell(run: &mut Run<'_>, years: &Years<'_>, cell: CellId) {
    // Where there are totals, a jump of a part of them would be told twice. What there is in all has its own rules.
    let is_part = cell.table() != TableId::ActiveDisclosure && cell.column() != Column::Total;
    let Some(year) = run.report().year.filter(|it| !is_part && years.last(*it).is_some()) else {
        return run.not_applicable(1);
    };
    let Some(last) = years.before(year) else {
        run.not_evaluated(cell, Reason::YearMissing);
        return;
    };
    if !cell.is_additive() || !last[cell].is_present() {
        return run.not_applicable(1);
    }
    let reason = match (run.cell_of(last, cell).decimal(), run.cell(cell).decimal()) {
        (Some(was), Some(is)) if is_jump(run, was, is) => return fail(run, cell, last),
        (Some(_), Some(_)) => return run.pass(),
        (None, _) => Reason::UnknownLastYear,
        (_, None) => Reason::Unknown,
    };
    let is_not_applicable = |it: &ogi_model::Cell| matches!(it, ogi_model::Cell::NotApplicable(_));
    if is_not_applicable(&last[cell]) || is_not_applicable(run.cell(cell)) {
        return run.not_applicable(1);
    }
    run.not_evaluated(cell, reason);
}

fn is_jump(run: &Run<'_>, was: Decimal, is: Decimal) -> bool {
    let thresholds = &run.policy.thresholds;
    let (small, great) = (was.min(is), was.max(is));
    // What does not fit is a jump.
    let is_far = great.checked_sub(small).is_none_or(|it| it >= thresholds.jump_count.into());
    let many = small.checked_mul(thresholds.jump_factor.into());
    is_far && many.is_some_and(|it| great >= it)
}

#[cold]
fn fail(run: &mut Run<'_>, cell: CellId, last: &ogi_model::Report) {
    run.fail(Failure {
        cell: Some(cell),
        cells: vec![cell],
        observed: run.cell(cell).value(),
        arguments: &[
            ("cell", names::cell(run.report(), cell)),
            ("observed", printed(run, cell)),
            ("last", Message::same(last.year.unwrap_or_default())),
            ("was", Message::same(&last[cell])),
        ],
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, NotApplicable, Row};

    use super::*;
    use crate::rules::tests::{judge_series, tally, zeros};

    const DECISIONS: CellId = CellId::new(Row::Penalties, Column::Decisions);

    fn outcome(was: impl Into<Cell>, is: impl Into<Cell>) -> crate::Outcome {
        let mut reports = [zeros(Edition::E2021), zeros(Edition::E2021)];
        reports[0].set(DECISIONS, was);
        reports[1].set(DECISIONS, is);
        judge_series(&RULE, &reports).remove(1)
    }

    #[test]
    fn five_times_as_many_is_a_jump_if_they_are_many() {
        for (was, is, fails) in [
            (100, 500, true),
            (500, 100, true),
            (101, 500, false),
            (20, 119, false),
            (0, 99, false),
            (0, 100, true),
            (0, 0, false),
        ] {
            assert_eq!(!outcome(was, is).findings.is_empty(), fails, "{was} {is}");
        }
        let found = outcome(100, 612);
        assert_eq!(
            found.findings[0].message.zh,
            "“行政处罚·本年处理决定数量”为612，2024年为100，相差悬殊，请复核"
        );
        assert_eq!(found.findings[0].expected, None);
    }

    #[test]
    fn parts_of_totals_and_what_there_is_in_all_are_not_judged() {
        // Four flows of table two of each row of documents, four other cells; 25 and 3 totals.
        assert_eq!(tally(&outcome(1, 1)), [4 + 4 + 25 + 3, 0, 2 + 150 + 12, 0]);
    }

    #[test]
    fn what_is_not_known_is_not_judged() {
        assert_eq!(outcome(Cell::Blank, 500).unevaluated[0].reason, Reason::UnknownLastYear);
        assert_eq!(outcome(500, Cell::Blank).unevaluated[0].reason, Reason::Unknown);
        let not_applicable = outcome(NotApplicable::Slash, 500);
        assert!(not_applicable.unevaluated.is_empty() && not_applicable.findings.is_empty());
    }
}
