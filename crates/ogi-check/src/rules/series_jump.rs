//! `series-jump`: a figure that is many times last year's, or a small part of it.

use ogi_model::{CellId, Column, Decimal, Edition, TableId};

use super::HABIT;
use super::equality::printed;
use crate::failure::Failure;
use crate::run::Run;
use crate::series::Years;
use crate::{Message, Reason, Rule, RuleKind, Severity, Words, names};

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
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Series(judge),
};

fn judge(run: &mut Run<'_>, years: &Years<'_>) {
    for table in TableId::ALL {
        run.each_cell(*table, |run, cell| judge_cell(run, years, cell));
    }
}

fn judge_cell(run: &mut Run<'_>, years: &Years<'_>, cell: CellId) {
    // Where there are totals, a jump of a part of them would be stated twice. What there is in all has its own rules.
    let is_part = cell.table() != TableId::ActiveDisclosure && cell.column() != Column::Total;
    let Some(year) = run.report().year.filter(|it| !is_part && years.last(*it).is_some()) else {
        return run.not_applicable(1);
    };
    let Some(last) = years.before(year) else {
        run.not_evaluated(cell, Reason::YearMissing);
        return;
    };
    // Another edition counts decisions and documents in another way.
    let of_table = |it: &ogi_model::Report| it.table(cell.table());
    let is_at_border =
        cell.table() == TableId::ActiveDisclosure && of_table(last) != of_table(run.report());
    if !cell.is_additive() || !last[cell].is_present() || is_at_border {
        return run.not_applicable(1);
    }
    let reason = match (run.cell_of(last, cell).decimal(), run.cell(cell).decimal()) {
        (Some(was), Some(is)) if is_jump(run, cell, was, is) => return fail(run, cell, last),
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

fn is_jump(run: &Run<'_>, cell: CellId, was: Decimal, is: Decimal) -> bool {
    let it = &run.policy.thresholds;
    let (factor, count) = match cell.table() {
        TableId::ActiveDisclosure => (it.jump_factor, it.jump_count),
        TableId::Applications => (it.jump_case_factor, it.jump_requests),
        TableId::Disputes => (it.jump_case_factor, it.jump_disputes),
    };
    let (small, great) = (was.min(is), was.max(is));
    // What does not fit is a jump.
    let is_by = |count: u32| great.checked_sub(small).is_none_or(|it| it >= count.into());
    let is_times = |tenths: u32| {
        let many = small.checked_mul(Decimal::new(tenths.into(), 1));
        many.is_some_and(|it| great >= it)
    };
    let is_case = cell.table() != TableId::ActiveDisclosure;
    is_by(count) && is_times(factor.saturating_mul(10))
        || is_case && is_by(it.jump_count) && is_times(25)
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

    /// Requests and disputes are few, and jump by less.
    #[test]
    fn requests_and_disputes_have_their_own_measure() {
        let total = |row| CellId::new(row, Column::Total);
        for (row, was, is, fails) in [
            (Row::NewlyReceived, 81, 218, true),
            (Row::NewlyReceived, 10, 40, true),
            (Row::NewlyReceived, 10, 39, false),
            (Row::Reconsideration, 7, 36, true),
            (Row::Reconsideration, 1, 10, false),
        ] {
            let mut reports = [zeros(Edition::E2021), zeros(Edition::E2021)];
            reports[0].set(total(row), was);
            reports[1].set(total(row), is);
            let outcome = judge_series(&RULE, &reports).remove(1);
            assert_eq!(!outcome.findings.is_empty(), fails, "{row} {was} {is}");
        }
    }

    #[test]
    fn decisions_are_not_compared_over_the_border_of_an_edition() {
        let mut reports = [zeros(Edition::E2019), zeros(Edition::E2021)];
        reports[0].set(DECISIONS, 100);
        reports[1].set(DECISIONS, 900);
        assert!(judge_series(&RULE, &reports)[1].findings.is_empty());
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
