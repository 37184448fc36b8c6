//! `doc-other-agency`: the text presents no other agency as its author.

mod authors;
mod bodies;

use ogi_model::{Edition, Field, NoteKind, Place};

use super::HABIT;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-other-agency",
    title: Words { zh: "编制机关不一致", en: "Another agency as author" },
    statement: Words {
        zh: "文中所称的编制、公布机关和落款就是报告机关",
        en: "Who the text says made, published or signed the report is the agency that reports",
    },
    message: Words {
        zh: "文中以“{other}”为编制机关，而报告机关为“{agency}”",
        en: "the text presents “{other}” as its author, but the report is that of “{agency}”",
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// The report is one target. Bodies have short names, two names and new names: only what cannot be the same body is
/// another.
fn judge(run: &mut Run<'_>) {
    let report = run.report();
    let Some(agency) = report.agency.as_deref() else { return run.not_applicable(1) };
    let title = report.title.as_deref().unwrap_or_default();
    let Some((other, place)) =
        named(run).find(|(name, _)| !title.contains(name) && bodies::are_different(agency, name))
    else {
        return run.pass();
    };
    run.fail(Failure {
        place,
        arguments: &[("other", Message::same(other)), ("agency", Message::same(agency))],
        ..Failure::default()
    });
}

/// Who is presented as the author, and where.
fn named<'a>(run: &Run<'a>) -> impl Iterator<Item = (&'a str, Option<Place>)> {
    let subject = run.subject();
    let in_preamble = authors::of(subject.narrative(Field::Preamble))
        .map(move |name| (name, subject.words(Field::Preamble, name)));
    let signed = subject.notes().iter().filter_map(|note| match &note.kind {
        NoteKind::SignedOtherwise { printed } => Some((printed.as_str(), Some(note.place.clone()))),
        _ => None,
    });
    in_preamble.chain(signed)
}

#[cfg(test)]
mod tests {
    use ogi_model::Report;

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    fn of(agency: &str, preamble: &str) -> Report {
        let mut report = zeros(Edition::E2021);
        report.agency = Some(agency.into());
        report.title = Some(format!("{agency}2025年政府信息公开工作年度报告"));
        report.preamble = Some(preamble.into());
        report
    }

    #[test]
    fn the_agency_itself_passes_under_all_its_names() {
        for (agency, preamble) in [
            ("示例县发展和改革局", "本报告由示例县发改局根据《条例》编制。"),
            ("示例县人民政府", "本报告由示例县人民政府办公室编制。"),
            ("示例县人民政府", "本报告由示例县政务服务和数据管理局编制。"),
            ("示例县城市管理局", "本报告由示例县综合行政执法局编制。"),
            ("示例县自然资源局", "现公布示例县林业局2025年政府信息公开工作年度报告。"),
            ("示例县柳林镇人民政府", "本报告由柳林镇党政办公室编制。"),
            ("示例县民政局", "如有疑问，请与示例县教育局联系。"),
            ("示例县民政局", "本报告依据条例编制。"),
        ] {
            assert_eq!(tally(&judge(&RULE, &of(agency, preamble))), [1, 0, 0, 0], "{preamble}");
        }
    }

    #[test]
    fn another_agency_fails_at_its_name() {
        for (agency, preamble, other) in [
            ("示例县民政局", "本报告由示例县教育局根据《条例》编制。", "示例县教育局"),
            ("示例县民政局", "现公布样板县民政局2025年政府信息公开年度报告。", "样板县民政局"),
            (
                "示例县柳林镇人民政府",
                "按照要求，示例县青石镇人民政府编制了2025年度报告。",
                "示例县青石镇人民政府",
            ),
            ("示例县教育局", "本报告由示例县青石镇人民政府编制。", "示例县青石镇人民政府"),
        ] {
            let mut reading = reading(of(agency, preamble), vec![]);
            reading.text = preamble.into();
            let end = preamble.len() as u32;
            reading.sources.set_field(Field::Preamble, Place::Text { start: 0, end });
            let outcome = judge(&RULE, &reading);
            assert_eq!(tally(&outcome), [0, 1, 0, 0], "{preamble}");
            assert!(outcome.accepted);
            let span = outcome.findings[0].place.as_ref().unwrap().span().unwrap();
            assert_eq!(&reading.text[span], other);
            assert_eq!(
                outcome.findings[0].message.zh,
                format!("文中以“{other}”为编制机关，而报告机关为“{agency}”")
            );
        }
    }

    #[test]
    fn another_signature_fails() {
        let signed = |printed: &str| NoteKind::SignedOtherwise { printed: printed.into() };
        let report = of("示例县民政局", "");
        let same = reading(report.clone(), vec![signed("县民政局")]);
        assert_eq!(tally(&judge(&RULE, &same)), [1, 0, 0, 0]);
        let other = reading(report, vec![signed("示例县水利局")]);
        let outcome = judge(&RULE, &other);
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        assert!(outcome.findings[0].place.is_some());
    }

    #[test]
    fn whose_report_it_is_must_be_known() {
        let mut report = of("示例县民政局", "本报告由示例县教育局编制。");
        report.agency = None;
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
    }
}
