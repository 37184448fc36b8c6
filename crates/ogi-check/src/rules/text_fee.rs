//! `text-fee`: the processing fee is not more than all fees.

use ogi_model::{CellId, ClaimSubject, ClaimValue, Column, Edition, Row, Scope};

use super::HABIT;
use super::claim_verdict;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "text-fee",
    title: Words {
        zh: "信息处理费与表二收费不符",
        en: "The processing fee does not fit table two",
    },
    statement: Words {
        zh: "第六部分所述信息处理费不应多于表二的行政事业性收费金额",
        en: "The fee for processing information, stated in part six, is not more than the fees of table two",
    },
    message: Words {
        zh: "“{printed}”（{stated}万元）多于表二行政事业性收费的{fees}万元",
        en: "“{printed}” ({stated} 万元) is more than the fees of table two, {fees} 万元",
    },
    basis: HABIT,
    // The first notice has no fee in part six.
    editions: Edition::LATER,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

const FEES: CellId = CellId::new(Row::Fees, Column::Amount);

/// Each amount of the fee is a target.
fn judge(run: &mut Run<'_>) {
    for claim in run.claims() {
        let (ClaimSubject::ProcessingFee, ClaimValue::Money(stated)) = (&claim.about, claim.value)
        else {
            continue;
        };
        let Some(fees) = run.cell(FEES).decimal().filter(|_| claim.scope != Scope::Others) else {
            run.not_applicable(1);
            continue;
        };
        if stated <= fees {
            run.pass();
            continue;
        }
        run.fail(Failure {
            cells: vec![FEES],
            place: Some(claim.place.clone()),
            arguments: &[
                ("printed", claim_verdict::quoted(claim)),
                ("stated", Message::same(stated.normalize())),
                ("fees", Message::same(fees)),
            ],
            ..Failure::default()
        });
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::Decimal;

    use super::*;
    use crate::rules::claims::{claim, reading};
    use crate::rules::tests::{judge, tally};

    #[test]
    fn a_fee_is_among_the_fees() {
        for (stated, fees, tally_of) in [
            ("0.3940", Some("96171.6"), [1, 0, 0, 0]),
            ("0.3940", Some("0"), [0, 1, 0, 0]),
            ("0.3940", None, [0, 0, 1, 0]),
        ] {
            let decimal = |it| Decimal::from_str_exact(it).unwrap();
            let mut reading = reading(vec![claim(
                ClaimSubject::ProcessingFee,
                ClaimValue::Money(decimal(stated)),
            )]);
            reading.report.set(FEES, fees.map_or(ogi_model::Cell::Blank, |it| decimal(it).into()));
            let outcome = judge(&RULE, &reading);
            assert_eq!(tally(&outcome), tally_of);
            assert!(outcome.findings.iter().all(|it| it.severity == Severity::Info));
        }
    }
}
