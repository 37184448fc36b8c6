//! `doc-fee-statement`: part six says whether a processing fee was taken.

use ogi_model::{Edition, Field, NoteKind, Section};

use super::notices::PROCESSING_FEE;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-fee-statement",
    title: Words { zh: "未报告信息处理费", en: "Processing fee not reported" },
    statement: Words {
        zh: "“其他需要报告的事项”写明收取信息处理费的情况，没有收取的也写明",
        en: "Part six says whether a fee for processing information was taken, also where none was",
    },
    message: Words {
        zh: "“其他需要报告的事项”{printed}，没有报告收取信息处理费的情况",
        en: "part six {printed} and does not report the processing fee",
    },
    basis: PROCESSING_FEE,
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Words for the fee, in any wording: 未收取费用, 未产生信息公开处理费.
const FEE: [&str; 6] = ["处理费", "收费", "收取费用", "费用", "收取信息", "信息费"];

/// Words that speak of it wherever they stand: a part of its own, a table of fees.
const ANYWHERE: [&str; 3] = ["收取信息处理费", "信息公开处理费", "公开信息处理费"];

/// Part six is the target, in the years of the notice.
fn judge(run: &mut Run<'_>) {
    let subject = run.subject();
    let missing = NoteKind::SectionMissing { section: Section::OtherMatters };
    let is_due = run.report().year.is_some_and(|it| Edition::of_year(it).governs_narrative());
    if !is_due || subject.notes().iter().any(|it| it.kind == missing) {
        return run.not_applicable(1);
    }
    let text = subject.narrative(Field::OtherMatters);
    if subject.reading().is_none() && text.is_empty() {
        return run.without_source(1);
    }
    let says = FEE.iter().any(|it| text.contains(it));
    if says || ANYWHERE.iter().any(|it| subject.text().contains(it)) {
        return run.pass();
    }
    let short = text.chars().count() <= 8;
    let printed = match (text.is_empty(), short) {
        (true, _) => Message::new("没有内容", "is empty"),
        (_, true) => Message::new(format!("只有“{text}”"), format!("only says “{text}”")),
        _ => Message::new("写了其他事项", "speaks of other matters"),
    };
    run.fail(Failure {
        place: subject.field(Field::OtherMatters).cloned(),
        arguments: &[("printed", printed)],
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    #[test]
    fn any_wording_counts_and_a_bare_none_does_not() {
        for (text, passes) in [
            ("无收取信息处理费情况。", true),
            ("本年度未收取任何费用。", true),
            ("我局未产生信息公开处理费。", true),
            ("未发生收费情况。", true),
            ("无。", false),
            ("无其他需要报告的事项。", false),
        ] {
            let mut report = zeros(Edition::E2021);
            report.other_matters = Some(text.into());
            let tally_of = if passes { [1, 0, 0, 0] } else { [0, 1, 0, 0] };
            assert_eq!(tally(&judge(&RULE, &report)), tally_of, "{text}");
        }
    }

    #[test]
    fn a_part_of_its_own_counts_and_other_years_are_not_judged() {
        let mut report = zeros(Edition::E2021);
        report.other_matters = Some("无。".into());
        let mut of_source = reading(report.clone(), vec![]);
        of_source.text = "七、收取信息处理费情况".into();
        assert_eq!(tally(&judge(&RULE, &of_source)), [1, 0, 0, 0]);
        report.year = Some(2020);
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
    }
}
