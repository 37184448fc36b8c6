//! `doc-published-late`: the report is published in time.

use ogi_model::{AgencyKind, AgencyLevel, Date, Edition, Field, Report};

use super::notices::DEADLINES;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-published-late",
    title: Words { zh: "公布逾期", en: "Published late" },
    statement: Words {
        zh: "县级以上人民政府部门和乡镇在次年1月31日前公布年度报告；本级政府的汇总报告，县级在2月20日、地市级在3月10日、省级在3月31日前公布，最迟不晚于法定的3月31日；街道在1月31日前公布只是惯例",
        en: "Departments of governments of county level and above and towns publish by 31 January of the next year; governments of counties by 20 February, of prefectures by 10 March, of provinces by 31 March, which is by law the last day of all; that streets do so by 31 January is a habit",
    },
    message: Words {
        zh: "{published}公布，晚于{deadline}；“{agency}”{known}{kind}，{why}",
        en: "published on {published}, after {deadline}; “{agency}” {known} {kind}, and {why}",
    },
    basis: DEADLINES,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[Severity::Warning, Severity::Info],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// When a report is due, and why.
struct Deadline {
    month: u8,
    day: u8,
    kind: Message,
    why: Words,
    severity: Severity,
}

const BY_ARTICLE_49: Words = Words {
    zh: "《条例》第四十九条规定了这一期限",
    en: "article 49 of the Regulation sets this date",
};
const BY_NOTICE: Words = Words {
    zh: "国办公开办函〔2021〕30号、〔2019〕60号规定了这一期限",
    en: "国办公开办函〔2021〕30号 and 〔2019〕60号 set this date",
};
const BY_HABIT: Words = Words {
    zh: "《条例》第四十九条没有规定其期限，这一期限只是惯例",
    en: "article 49 of the Regulation sets no date for it: this one is a habit",
};

fn judge(run: &mut Run<'_>) {
    let report = run.report();
    let (Some(published), Some(year), Some(kind)) =
        (report.published, report.year, report.agency_kind)
    else {
        return run.not_applicable(1);
    };
    // What breaks the law is said rather than what breaks a notice.
    let day = |it: &Deadline| Date::new(year.saturating_add(1), it.month, it.day).ok();
    let all = deadlines(report, kind);
    if all.is_empty() || all.iter().any(|it| day(it).is_none()) {
        return run.not_applicable(1);
    }
    let late = all.into_iter().filter(|it| day(it).is_some_and(|it| published > it));
    let Some(deadline) = late.max_by_key(|it| it.severity) else { return run.pass() };
    let Some(last_day) = day(&deadline) else { return run.not_applicable(1) };
    let agency = report.agency.as_deref().unwrap_or_default();
    let known = if AgencyKind::of_name(agency) == kind {
        Words { zh: "按名称为", en: "is, by its name," }
    } else {
        Words { zh: "按报告数据为", en: "is, as the data of the report say," }
    };
    run.fail(Failure {
        place: run.subject().field(Field::Published).cloned(),
        severity: Some(deadline.severity).filter(|it| *it != Severity::Error),
        arguments: &[
            ("published", Message::same(published)),
            ("deadline", Message::same(last_day)),
            ("agency", Message::same(agency)),
            ("known", known.into()),
            ("kind", deadline.kind),
            ("why", deadline.why.into()),
        ],
        ..Failure::default()
    });
}

/// When the report of a body of this kind is due; nothing where nothing says so.
fn deadlines(report: &Report, kind: AgencyKind) -> Vec<Deadline> {
    let one = |zh: &str, en: &str, why, severity| {
        vec![Deadline { month: 1, day: 31, kind: Message::new(zh, en), why, severity }]
    };
    match kind {
        AgencyKind::Government => of_government(report, Message::new("", "")),
        AgencyKind::Office if speaks_for_government(report) => of_government(
            report,
            Message::new(
                "政府办公室（厅），所报为本级政府情况，",
                "the general office of a government and reports for that government, ",
            ),
        ),
        AgencyKind::Department => one(
            "县级以上人民政府的部门",
            "a department of a government of county level or above",
            BY_ARTICLE_49,
            Severity::Warning,
        ),
        AgencyKind::Office => one(
            "政府办公室（厅），与部门同期",
            "the general office of a government, which has the date of its departments",
            BY_ARTICLE_49,
            Severity::Warning,
        ),
        AgencyKind::Town => one("乡镇", "a town or township", BY_NOTICE, Severity::Warning),
        AgencyKind::Street => one("街道", "a street office", BY_HABIT, Severity::Info),
        AgencyKind::Other => Vec::new(),
    }
}

/// The dates of a government: that of the law, and that of the notices for its level where its name states that.
fn of_government(report: &Report, before: Message) -> Vec<Deadline> {
    let name = report.agency.as_deref().unwrap_or_default();
    let kind =
        |zh: String, en: String| Message::new(before.zh.clone() + &zh, before.en.clone() + &en);
    let by_law = Deadline {
        month: 3,
        day: 31,
        kind: kind("县级以上人民政府".into(), "a government of county level or above".into()),
        why: BY_ARTICLE_49,
        severity: Severity::Error,
    };
    let stated = AgencyLevel::of_name_with_word(name);
    let by_notice = match stated {
        Some((AgencyLevel::County, _)) => Some((2, 20, "县级", "of county level")),
        Some((AgencyLevel::City, _)) => Some((3, 10, "地市级", "of prefecture level")),
        Some((AgencyLevel::Province | AgencyLevel::Township, _)) => None,
        // A city may be of either level: the later date is due of both.
        None if name.contains('市') => {
            Some((3, 10, "县级或地市级", "of county or prefecture level"))
        }
        None => None,
    };
    let by_notice = by_notice.map(|(month, day, zh, en)| {
        let mark = stated.map_or("市", |it| it.1);
        Deadline {
            month,
            day,
            kind: kind(
                format!("{zh}人民政府（由名称中的“{mark}”得知）"),
                format!("a government {en} (known from “{mark}” in its name)"),
            ),
            why: BY_NOTICE,
            severity: Severity::Warning,
        }
    });
    by_notice.into_iter().chain([by_law]).collect()
}

/// Whether the report of an office speaks of the whole area: it may be that of the government, which its office
/// publishes.
fn speaks_for_government(report: &Report) -> bool {
    const AREAS: [&str; 10] =
        ["全省", "全市", "全县", "全区", "全州", "我省", "我市", "我县", "我区", "我州"];
    let overview = report.overview.as_deref().unwrap_or_default();
    AREAS.iter().any(|it| overview.contains(it))
}

#[cfg(test)]
mod tests {
    use ogi_model::Place;

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    fn of(agency: &str, published: &str) -> Report {
        let mut report = zeros(Edition::E2021);
        report.agency = Some(agency.into());
        report.agency_kind = Some(AgencyKind::of_name(agency));
        report.published = Some(published.parse().unwrap());
        report
    }

    #[test]
    fn each_kind_passes_until_its_day() {
        for (agency, last, late) in [
            ("示例市民政局", "2026-01-31", "2026-02-01"),
            ("示例市人民政府办公室", "2026-01-31", "2026-02-01"),
            ("示例县人民政府", "2026-02-20", "2026-02-21"),
            ("示例市人民政府", "2026-03-10", "2026-03-11"),
            ("示例盟行政公署", "2026-03-10", "2026-03-11"),
            ("示例县柳林镇人民政府", "2026-01-31", "2026-02-01"),
            ("示例区花园街道办事处", "2026-01-31", "2026-02-01"),
        ] {
            assert_eq!(tally(&judge(&RULE, &of(agency, last))), [1, 0, 0, 0], "{agency}");
            let outcome = judge(&RULE, &of(agency, late));
            assert_eq!(tally(&outcome), [0, 1, 0, 0], "{agency}");
            assert!(outcome.accepted);
        }
    }

    #[test]
    fn the_message_says_the_kind_and_how_it_is_known() {
        let mut reading = reading(of("示例县柳林镇人民政府", "2026-02-03"), vec![]);
        reading.sources.set_field(Field::Published, Place::Text { start: 3, end: 6 });
        let outcome = judge(&RULE, &reading);
        assert_eq!(outcome.findings[0].place, Some(Place::Text { start: 3, end: 6 }));
        assert_eq!(
            outcome.findings[0].message.zh,
            "2026-02-03公布，晚于2026-01-31；“示例县柳林镇人民政府”按名称为乡镇，\
             国办公开办函〔2021〕30号、〔2019〕60号规定了这一期限"
        );
        let mut report = of("示例中心", "2026-02-03");
        report.agency_kind = Some(AgencyKind::Department);
        let message = &judge(&RULE, &report).findings[0].message.en;
        assert_eq!(
            message,
            "published on 2026-02-03, after 2026-01-31; “示例中心” is, as the data of the report say, \
             a department of a government of county level or above, and article 49 of the Regulation sets this date"
        );
    }

    /// Past the day of the law an error, past that of a notice a warning, past that of a habit no more than a hint.
    #[test]
    fn how_bad_it_is_depends_on_whose_day_it_is() {
        for (agency, published, severity, mark) in [
            ("示例县人民政府", "2026-03-01", Severity::Warning, "由名称中的“县”得知"),
            ("示例县人民政府", "2026-04-01", Severity::Error, "第四十九条"),
            ("示例省人民政府", "2026-04-01", Severity::Error, "第四十九条"),
            ("示例市民政局", "2026-02-01", Severity::Warning, "第四十九条"),
            ("示例区花园街道办事处", "2026-02-01", Severity::Info, "惯例"),
        ] {
            let outcome = judge(&RULE, &of(agency, published));
            let finding = &outcome.findings[0];
            assert_eq!(finding.severity, severity, "{agency}");
            assert!(finding.message.zh.contains(mark), "{}", finding.message.zh);
            let policy = crate::Policy {
                levels: [(RULE.id.into(), Severity::Info)].into(),
                ..crate::rules::tests::only(&RULE)
            };
            let outcome = crate::check(&of(agency, published), &policy);
            assert_eq!(outcome.findings[0].severity, Severity::Info);
        }
        assert_eq!(tally(&judge(&RULE, &of("示例省人民政府", "2026-03-31"))), [1, 0, 0, 0]);
        assert_eq!(
            tally(&judge(&RULE, &of("示例综合实验区管理委员会", "2026-03-31"))),
            [1, 0, 0, 0]
        );
    }

    /// It may be the government's report that its office publishes.
    #[test]
    fn an_office_that_speaks_of_the_whole_area_has_the_day_of_its_government() {
        let mut report = of("示例市人民政府办公室", "2026-03-05");
        assert_eq!(tally(&judge(&RULE, &report)), [0, 1, 0, 0]);
        report.overview = Some("全市各级行政机关依法公开。".into());
        assert_eq!(tally(&judge(&RULE, &report)), [1, 0, 0, 0]);
        report.published = Some("2026-04-01".parse().unwrap());
        assert_eq!(tally(&judge(&RULE, &report)), [0, 1, 0, 0]);
    }

    #[test]
    fn what_is_not_known_is_not_judged() {
        assert_eq!(tally(&judge(&RULE, &of("示例大学", "2027-01-01"))), [0, 0, 1, 0]);
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2021))), [0, 0, 1, 0]);
        let mut report = of("示例市民政局", "2026-02-01");
        report.year = None;
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
    }
}
