//! `t3-other-share`: few requests end as other processing.

use ogi_model::{CellId, Column, Edition, Group, Row, TableForm, TableId};

use super::notices::OTHER_PROCESSING;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Reason, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t3-other-share",
    title: Words { zh: "其他处理占比偏高", en: "Much other processing" },
    statement: Words {
        zh: "“其他处理”占办理结果总计的比例不宜偏高（比例和件数由策略设定）",
        en: "Not many requests end as other processing (what share, and how many, is for the policy)",
    },
    message: Words {
        zh: "“其他处理”{other}件，占办理结果总计{concluded}件的{percent}%，请了解情况",
        en: "{other} of {concluded} requests ({percent} %) ended as other processing: worth a look",
    },
    basis: OTHER_PROCESSING,
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Table three is the target.
fn judge(run: &mut Run<'_>) {
    let table = TableId::Applications;
    if !run.applies_to(table) {
        return run.not_applicable(1);
    }
    let total = |row| CellId::new(row, Column::Total);
    let of_form =
        run.report().blocks(table).into_iter().flat_map(|(form, _)| TableForm::rows(form));
    let mut rows: Vec<Row> = of_form
        .filter(|it| it.group == Some(Group::OtherProcessing) || it.row == Row::OtherProcessing)
        .map(|it| it.row)
        .collect();
    rows.sort();
    rows.dedup();
    let cells: Vec<_> = rows.into_iter().map(total).collect();
    let count = |cell: CellId| run.cell(cell).count();
    let parts: Option<i64> = cells.iter().map(|it| count(*it)).sum();
    let (Some(other), Some(concluded)) = (parts, count(total(Row::Concluded))) else {
        run.not_evaluated(total(Row::Concluded), Reason::Unknown);
        return;
    };
    let thresholds = &run.policy.thresholds;
    let is_few = other < i64::from(thresholds.other_processing_count)
        || i128::from(other) * 100
            < i128::from(concluded) * i128::from(thresholds.other_processing_percent);
    if is_few || concluded <= 0 {
        return run.pass();
    }
    let percent = i128::from(other) * 100 / i128::from(concluded);
    let place = cells.iter().find_map(|it| run.subject().place(*it)).cloned();
    run.fail(Failure {
        cells,
        place,
        arguments: &[
            ("other", Message::same(other)),
            ("concluded", Message::same(concluded)),
            ("percent", Message::same(percent)),
        ],
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{judge, tally, zeros};

    #[test]
    fn a_fifth_and_more_is_much() {
        for (other, concluded, tally_of) in [
            (0, 0, [1, 0, 0, 0]),
            (3, 5, [1, 0, 0, 0]),
            (19, 100, [1, 0, 0, 0]),
            (20, 100, [0, 1, 0, 0]),
        ] {
            for (edition, row) in
                [(Edition::E2021, Row::OtherReasons), (Edition::E2019, Row::OtherProcessing)]
            {
                let mut report = zeros(edition);
                report.set(CellId::new(row, Column::Total), other);
                report.set(CellId::new(Row::Concluded, Column::Total), concluded);
                assert_eq!(tally(&judge(&RULE, &report)), tally_of, "{other} {concluded}");
            }
        }
        assert_eq!(tally(&judge(&RULE, &ogi_model::Report::new())), [0, 0, 1, 0]);
    }
}
