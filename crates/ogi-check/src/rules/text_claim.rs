//! `text-claim`: what sentences say agrees with the tables.

use ogi_model::Edition;

use super::HABIT;
use super::claim_verdict;
use crate::run::Run;
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "text-claim",
    title: Words { zh: "文字与表格数字不一致", en: "A sentence contradicts the figures" },
    statement: Words {
        zh: "文字部分所述数字应与表格中相应数字一致",
        en: "Numbers in sentences are those of the tables",
    },
    message: Words {
        zh: "“{printed}”与表中数字不一致：{figures}",
        en: "“{printed}” contradicts the figures: {figures}",
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[Severity::Info],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Each claim on figures of the form is a target; whether there are any at all is `text-zero`'s.
fn judge(run: &mut Run<'_>) {
    claim_verdict::each(run, |claim, verdict| {
        claim_verdict::states_figures(claim) && !claim_verdict::is_about_none(claim, verdict)
    });
}

#[cfg(test)]
mod tests {
    use ogi_model::{ClaimSubject, ClaimValue, Column, Row};

    use super::*;
    use crate::rules::claims::{claim, of, reading, total};
    use crate::rules::tests::{judge, tally};

    #[test]
    fn any_meaning_that_fits_passes() {
        // 12 newly received and 3 carried in: both 12 and 15 may be stated.
        let about = || of([&[Row::NewlyReceived], &[Row::NewlyReceived, Row::CarriedIn]]);
        for (stated, tally_of) in [(12, [1, 0, 0, 0]), (15, [1, 0, 0, 0]), (13, [0, 1, 0, 0])] {
            let reading = reading(vec![claim(about(), ClaimValue::Count(stated))]);
            assert_eq!(tally(&judge(&RULE, &reading)), tally_of, "{stated}");
        }
    }

    #[test]
    fn a_finding_names_the_cell_and_what_was_stated() {
        let outcome = judge(
            &RULE,
            &reading(vec![claim(of([&[Row::Reconsideration]]), ClaimValue::Count(9))]),
        );
        let finding = &outcome.findings[0];
        assert_eq!(finding.cell, Some(total(Row::Reconsideration)));
        assert_eq!(finding.observed.map(|it| it.to_string()).as_deref(), Some("4"));
        assert_eq!(finding.message.zh, "“共9件”与表中数字不一致：“行政复议·总计”为4");
        assert!(outcome.accepted && finding.place.is_some());
    }

    #[test]
    fn a_doubt_is_no_contradiction() {
        let any_of = vec![ogi_model::CellSum::of([total(Row::Reconsideration)])];
        let loose = ClaimSubject::Figures { firm: false, any_of };
        let others = claim(of([&[Row::Reconsideration]]), ClaimValue::Count(9))
            .with_scope(ogi_model::Scope::Others);
        let reading = reading(vec![claim(loose, ClaimValue::Count(9)), others]);
        assert_eq!(tally(&judge(&RULE, &reading)), [0, 0, 2, 0]);
    }

    #[test]
    fn a_blank_leaves_what_the_others_leave() {
        let mut reading = reading(vec![
            claim(of([&[Row::Reconsideration]]), ClaimValue::Count(4)),
            claim(of([&[Row::Reconsideration]]), ClaimValue::Count(5)),
        ]);
        reading.report.set(total(Row::Reconsideration), ogi_model::Cell::Blank);
        assert_eq!(tally(&judge(&RULE, &reading)), [1, 1, 0, 0]);
        let upheld = ogi_model::CellId::new(Row::Reconsideration, Column::Upheld);
        reading.report.set(upheld, ogi_model::Cell::Blank);
        assert_eq!(tally(&judge(&RULE, &reading)), [0, 0, 0, 2]);
    }
}
