//! `text-fee-multiple`: a processing fee is a multiple of ten yuan.

use ogi_model::{ClaimSubject, ClaimValue, Decimal, Edition};

use super::claim_verdict;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Basis, BasisKind, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "text-fee-multiple",
    title: Words {
        zh: "信息处理费不是10元的倍数", en: "Processing fee no multiple of ten"
    },
    statement: Words {
        zh: "按件、按页计收的信息处理费以10元为最小单位，总额是10元的倍数",
        en: "The processing fee is 10, 20 or 40 yuan a page or 100 yuan and more a request, so its sum is a multiple of 10 yuan",
    },
    message: Words {
        zh: "“{printed}”：信息处理费不是10元的倍数，请复核",
        en: "“{printed}”: the processing fee is no multiple of 10 yuan",
    },
    basis: Basis {
        kind: BasisKind::Law,
        source: Words {
            zh: "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第四条、第五条",
            en: "Regulation on the processing fee (国办函〔2020〕109号), articles 4 and 5",
        },
    },
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Each amount of the fee that is stated exactly is a target.
fn judge(run: &mut Run<'_>) {
    for claim in run.claims() {
        let (ClaimSubject::ProcessingFee, ClaimValue::Money(stated), ogi_model::Hedge::Exact) =
            (&claim.about, claim.value, claim.hedge)
        else {
            continue;
        };
        // In 万元: the third digit behind the point is ten yuan.
        let tens = stated.checked_mul(Decimal::ONE_THOUSAND);
        if tens.is_none_or(|it| it.fract().is_zero()) {
            run.pass();
            continue;
        }
        run.fail(Failure {
            place: Some(claim.place.clone()),
            arguments: &[("printed", claim_verdict::quoted(claim))],
            ..Failure::default()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::claims::{claim, reading};
    use crate::rules::tests::{judge, tally};

    #[test]
    fn tens_of_yuan_pass() {
        for (stated, tally_of) in [
            ("0.3940", [1, 0, 0, 0]),
            ("0", [1, 0, 0, 0]),
            ("0.3945", [0, 1, 0, 0]),
            ("0.00125", [0, 1, 0, 0]),
        ] {
            let amount = Decimal::from_str_exact(stated).unwrap();
            let outcome = judge(
                &RULE,
                &reading(vec![claim(ClaimSubject::ProcessingFee, ClaimValue::Money(amount))]),
            );
            assert_eq!(tally(&outcome), tally_of, "{stated}");
        }
    }
}
