//! `t3-all-zero`: tables three and four are not all zero against the rest.

use ogi_model::{CellId, ClaimSubject, ClaimValue, Column, Edition, Row, Scope, TableId};

use super::HABIT;
use crate::failure::Failure;
use crate::run::Run;
use crate::series::Years;
use crate::{Message, Rule, RuleKind, Severity, Words, cells};

pub(super) static RULE: Rule = Rule {
    id: "t3-all-zero",
    title: Words { zh: "表三、表四全部为0", en: "Tables three and four all zero" },
    statement: Words {
        zh: "文字、上年报告或表二表明有申请或争议的，表三、表四不会全部为0",
        en: "Tables three and four are not all zero where sentences, last year’s report or table two speak of requests or disputes",
    },
    message: Words {
        zh: "表三、表四的数字全部为0，而{reason}",
        en: "every figure of tables three and four is 0, but {reason}",
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::ReportBesideYears(judge),
};

/// The two tables together are the target, if all their figures are 0. Without a reason nothing is said.
fn judge(run: &mut Run<'_>, years: Option<&Years<'_>>) {
    let tables = [TableId::Applications, TableId::Disputes];
    let all = tables.into_iter().flat_map(|it| cells::of_table(run.report(), it));
    let values: Vec<_> = all.map(|it| run.cell(it).value()).collect();
    let all_zero = !values.is_empty()
        && values.iter().any(Option::is_some)
        && values.iter().flatten().all(|it| it.decimal().is_zero());
    if !all_zero || tables.iter().any(|it| run.report().table(*it).is_none()) {
        return run.not_applicable(1);
    }
    let Some((reason, place)) = by_text(run)
        .or_else(|| Some((by_last_year(run, years?)?, None)))
        .or_else(|| Some((by_decisions(run)?, None)))
    else {
        return run.pass();
    };
    run.fail(Failure {
        place: place.or_else(|| run.place_of_table(TableId::Applications)),
        arguments: &[("reason", reason)],
        ..Failure::default()
    });
}

/// A sentence that speaks of some.
fn by_text(run: &Run<'_>) -> Option<(Message, Option<ogi_model::Place>)> {
    let year = run.report().year;
    let claim = run.claims().iter().find(|it| {
        let some = matches!(it.value, ClaimValue::Count(n) if n > 0);
        let own = !matches!(it.scope, Scope::Others | Scope::Region);
        let this_year = it.year.is_none() || it.year == year;
        let figures = matches!(it.about, ClaimSubject::Figures { .. });
        let of_tables = it.cells().all(|it| it.table() != TableId::ActiveDisclosure);
        some && own && this_year && figures && of_tables
    })?;
    let printed = super::claim_verdict::quoted(claim);
    let reason =
        Message::new(format!("文字说“{}”", printed.zh), format!("the text says “{}”", printed.en));
    Some((reason, Some(claim.place.clone())))
}

/// What last year handed on, or many requests last year.
fn by_last_year(run: &Run<'_>, years: &Years<'_>) -> Option<Message> {
    let last = years.before(run.report().year?)?;
    let count =
        |row| run.cell_of(last, CellId::new(row, Column::Total)).count().filter(|it| *it > 0);
    let year = last.year.unwrap_or_default();
    if let Some(n) = count(Row::CarriedOut) {
        return Some(Message::new(
            format!("{year}年的报告有{n}件结转下年度继续办理"),
            format!("the report of {year} carried {n} over"),
        ));
    }
    let many = i64::from(run.policy.thresholds.all_zero_requests);
    let n = count(Row::NewlyReceived).filter(|it| *it >= many)?;
    Some(Message::new(
        format!("{year}年的报告有新收申请{n}件"),
        format!("the report of {year} has {n} requests"),
    ))
}

/// So many decisions that some of them are disputed or asked after.
fn by_decisions(run: &Run<'_>) -> Option<Message> {
    let rows = [Row::Licensing, Row::Penalties, Row::CompulsoryMeasures];
    let cells = rows.into_iter().filter_map(|it| CellId::try_new(it, Column::Decisions));
    let sum: i64 = cells.filter_map(|it| run.cell(it).count()).fold(0, i64::saturating_add);
    let many = i64::from(run.policy.thresholds.all_zero_decisions);
    (sum >= many).then(|| {
        Message::new(
            format!("表二有行政许可、处罚、强制决定{sum}件"),
            format!("table two has {sum} decisions"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::claims::{claim, of};
    use crate::rules::tests::{judge, judge_series, reading, tally, zeros};

    #[test]
    fn zeros_without_a_reason_pass() {
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2021))), [1, 0, 0, 0]);
        let mut report = zeros(Edition::E2021);
        report.set(CellId::new(Row::CarriedIn, Column::Total), 1);
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
    }

    #[test]
    fn each_reason_is_said() {
        let mut of_text = reading(zeros(Edition::E2021), vec![]);
        of_text.claims = vec![claim(of([&[Row::NewlyReceived]]), ClaimValue::Count(5))];
        let outcome = judge(&RULE, &of_text);
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        assert!(outcome.findings[0].message.zh.ends_with("文字说“共5件”"));

        let mut decisions = zeros(Edition::E2021);
        decisions.set(CellId::new(Row::Penalties, Column::Decisions), 20_000);
        assert_eq!(tally(&judge(&RULE, &decisions)), [0, 1, 0, 0]);

        let mut last = zeros(Edition::E2021);
        last.set(CellId::new(Row::CarriedOut, Column::Total), 2);
        let outcome = &judge_series(&RULE, &[last, zeros(Edition::E2021)])[1];
        assert_eq!(tally(outcome), [0, 1, 0, 0]);
        assert!(outcome.findings[0].message.zh.contains("2件结转下年度继续办理"));
    }
}
