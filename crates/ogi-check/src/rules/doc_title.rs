//! `doc-title`: the title is that of the form.

use ogi_model::{Edition, Field};

use super::FORM;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words, agency};

pub(super) static RULE: Rule = Rule {
    id: "doc-title",
    title: Words { zh: "标题不规范", en: "Title not that of the form" },
    statement: Words {
        zh: "标题为“……政府信息公开工作年度报告”",
        en: "The title ends with 政府信息公开工作年度报告",
    },
    message: Words {
        zh: "标题为“{title}”，规定名称为“政府信息公开工作年度报告”",
        en: "the title is “{title}”; the form calls it 政府信息公开工作年度报告",
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// What the form calls the report.
const NAME: &str = "政府信息公开工作年度报告";

/// The report is the target, if it has a title.
fn judge(run: &mut Run<'_>) {
    let Some(title) = run.report().title.as_deref() else { return run.not_applicable(1) };
    // 年度报告（2025年）: what stands behind in brackets is no other title.
    if agency::fold(title).contains(NAME) {
        return run.pass();
    }
    run.fail(Failure {
        place: run.subject().field(Field::Title).cloned(),
        arguments: &[("title", Message::same(title))],
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{judge, tally, zeros};

    #[test]
    fn the_words_of_the_form_pass() {
        for (title, tally_of) in [
            (Some("示例市民政局2025年政府信息公开工作年度报告"), [1, 0, 0, 0]),
            (Some("示例市民政局政府信息公开 工作年度报告（2025年）"), [1, 0, 0, 0]),
            (Some("示例市民政局2025年政务公开工作总结"), [0, 1, 0, 0]),
            (Some("示例市民政局2025年度政府信息公开年度报告"), [0, 1, 0, 0]),
            (None, [0, 0, 1, 0]),
        ] {
            let mut report = zeros(Edition::E2021);
            report.title = title.map(Into::into);
            assert_eq!(tally(&judge(&RULE, &report)), tally_of, "{title:?}");
        }
    }
}
