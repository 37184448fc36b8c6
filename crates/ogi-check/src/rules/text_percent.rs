//! `text-percent`: percentages follow from numbers.

use ogi_model::{ClaimSubject, Edition};

use super::HABIT;
use super::claim_verdict;
use crate::run::Run;
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "text-percent",
    title: Words { zh: "百分比与数字不符", en: "A percentage that does not follow" },
    statement: Words {
        zh: "文字中的百分比应由所述数字或表中数字得出，四舍五入或截去尾数均可",
        en: "A percentage follows from the numbers stated or those of the tables, rounded or cut off",
    },
    message: Words {
        zh: "“{printed}”：以文中或表中的数字计算，均得不出这一百分比",
        en: "“{printed}”: no numbers of the text or the tables give this percentage",
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Each share of figures of the form is a target.
fn judge(run: &mut Run<'_>) {
    claim_verdict::each(run, |claim, _| matches!(claim.about, ClaimSubject::Share { .. }));
}

#[cfg(test)]
mod tests {
    use ogi_model::{CellSum, ClaimValue, Decimal, Row};

    use super::*;
    use crate::rules::claims::{claim, of, reading, total};
    use crate::rules::tests::{judge, tally};

    #[test]
    fn rounded_or_cut_off_passes_anything_else_fails() {
        // 4 granted of 13 concluded: 30.77 %.
        for (stated, tally_of) in
            [("30.8", [1, 0, 0, 0]), ("30.7", [1, 0, 0, 0]), ("31.5", [0, 1, 0, 0])]
        {
            let share = ClaimSubject::Share { of: vec![CellSum::of([total(Row::Concluded)])] };
            let percent = ClaimValue::Percent(Decimal::from_str_exact(stated).unwrap());
            let granted = claim(of([&[Row::Granted]]), ClaimValue::Count(4));
            let share = claim(share, percent).with_whole(Some(0));
            assert_eq!(tally(&judge(&RULE, &reading(vec![granted, share]))), tally_of, "{stated}");
        }
    }
}
