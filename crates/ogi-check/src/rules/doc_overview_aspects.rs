//! `doc-overview-aspects`: the overview touches all aspects.

use ogi_model::{AgencyKind, Edition, Field, Section};

use super::doc_section_empty;
use super::notices::OVERVIEW;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-overview-aspects",
    title: Words { zh: "总体情况缺少方面", en: "Aspect missing in the overview" },
    statement: Words {
        zh: "总体情况包括主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面；各级政府还包括工作考核、社会评议和责任追究结果",
        en: "The overview touches five aspects (proactive disclosure, requests, management of information, platforms, supervision); that of a government also assessment, public evaluation and accountability",
    },
    message: Words {
        zh: "总体情况没有说到{aspects}", en: "the overview does not touch {aspects}"
    },
    basis: OVERVIEW,
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// An aspect and the words that touch it, in headings or sentences.
struct Aspect {
    name: Words,
    words: &'static [&'static str],
    /// Whether only governments report it.
    of_governments: bool,
}

const fn aspect(
    zh: &'static str,
    en: &'static str,
    words: &'static [&'static str],
    of_governments: bool,
) -> Aspect {
    Aspect { name: Words { zh, en }, words, of_governments }
}

/// All of them. Real overviews name them in any order and wording.
const ASPECTS: &[Aspect] = &[
    aspect(
        "主动公开",
        "proactive disclosure",
        &[
            "主动公开",
            "公开政府信息",
            "发布信息",
            "公开信息",
            "发布各类",
            "公开各类",
            "应公开尽公开",
        ],
        false,
    ),
    aspect("依申请公开", "requests", &["依申请", "公开申请", "信息申请", "申请公开"], false),
    aspect(
        "政府信息管理",
        "management of information",
        &[
            "信息管理",
            "信息审核",
            "保密审查",
            "审核",
            "审查",
            "规范性文件",
            "动态更新",
            "清理",
            "信息制作",
            "目录",
            "管理制度",
            "信息资源",
            "台账",
            "校对",
            "管理机制",
            "三审",
        ],
        false,
    ),
    aspect(
        "政府信息公开平台建设",
        "platforms",
        &["平台", "网站", "专栏", "公众号", "新媒体", "公开栏", "公开专区", "公报"],
        false,
    ),
    aspect(
        "监督保障",
        "supervision",
        &[
            "监督",
            "保障",
            "培训",
            "考核",
            "检查",
            "督查",
            "督促",
            "领导小组",
            "组织领导",
            "评估",
            "责任",
        ],
        false,
    ),
    aspect("工作考核", "assessment", &["考核", "考评", "绩效"], true),
    aspect(
        "社会评议",
        "public evaluation",
        &["评议", "满意度", "测评", "第三方评估", "意见建议", "群众评价", "问卷"],
        true,
    ),
    aspect("责任追究结果", "accountability", &["责任追究", "追责", "问责", "追究"], true),
];

/// The overview is a target. Of a page that shows a part of a report only, what it does not show is not missing; an
/// overview that says nothing has a rule of its own.
fn judge(run: &mut Run<'_>) {
    let subject = run.subject();
    let text = subject.narrative(Field::Overview);
    let ends = [Field::Problems, Field::OtherMatters];
    let is_part = ends.into_iter().all(|it| subject.narrative(it).is_empty());
    if is_part || !doc_section_empty::says_something(Section::Overview, text) {
        return run.not_applicable(1);
    }
    let is_government = run.report().agency_kind == Some(AgencyKind::Government);
    let asked = ASPECTS.iter().filter(|it| is_government || !it.of_governments);
    let is_missing = |it: &&Aspect| !it.words.iter().any(|word| text.contains(word));
    let missing: Vec<_> = asked.filter(is_missing).collect();
    if missing.is_empty() {
        return run.pass();
    }
    let named = |of: fn(&Words) -> &str, comma| {
        missing.iter().map(|it| format!("“{}”", of(&it.name))).collect::<Vec<_>>().join(comma)
    };
    let aspects = Message::new(named(|it| it.zh, "、"), named(|it| it.en, ", "));
    run.fail(Failure {
        place: subject.field(Field::Overview).cloned(),
        arguments: &[("aspects", aspects)],
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{judge, tally, zeros};

    const WHOLE: &str = "主动公开信息120条。依法依规答复政府信息公开申请。严格审核把关。平台日常维护到位。开展业务培训。";

    fn of(agency: &str, overview: &str) -> crate::Outcome {
        let mut report = zeros(Edition::E2021);
        report.agency_kind = Some(AgencyKind::of_name(agency));
        report.overview = Some(overview.into());
        report.other_matters = Some("未收取信息处理费。".into());
        judge(&RULE, &report)
    }

    #[test]
    fn any_wording_touches_an_aspect() {
        assert_eq!(tally(&of("示例市民政局", WHOLE)), [1, 0, 0, 0]);
        let whole = WHOLE.to_owned() + "纳入考核，开展社会评议，无责任追究情况。";
        assert_eq!(tally(&of("示例县人民政府", &whole)), [1, 0, 0, 0]);
    }

    #[test]
    fn aspects_that_are_left_out_fail_together() {
        let without = WHOLE.replace("平台日常维护到位。", "");
        let outcome = of("示例市民政局", &without);
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        assert_eq!(outcome.findings[0].message.zh, "总体情况没有说到“政府信息公开平台建设”");
        let outcome = of("示例县人民政府", &without);
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        assert_eq!(
            outcome.findings[0].message.zh,
            "总体情况没有说到“政府信息公开平台建设”、“工作考核”、“社会评议”、“责任追究结果”"
        );
    }

    #[test]
    fn no_overview_and_a_part_of_a_page_lack_nothing() {
        for nothing in ["", "无", "（文字描述）"] {
            assert_eq!(tally(&of("示例市民政局", nothing)), [0, 0, 1, 0], "{nothing}");
        }
        // The page ends before the fifth part.
        let mut report = zeros(Edition::E2021);
        report.overview = Some("主动公开信息120条。".into());
        for end in [None, Some("存在的问题主要是更新不及时。")] {
            (report.problems, report.other_matters) = (end.map(Into::into), None);
            let outcome = judge(&RULE, &report);
            assert_eq!(outcome.findings.len(), usize::from(end.is_some()));
        }
    }
}
