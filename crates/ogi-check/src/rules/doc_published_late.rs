//! `doc-published-late`: the report is published in time.

use ogi_model::{AgencyKind, Date, Edition, Field, Report};

use super::ARTICLE_49;
use crate::run::{Failure, Run};
use crate::{Judge, Message, Rule, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-published-late",
    title: Words { zh: "公布逾期", en: "Published late" },
    statement: Words {
        zh: "县级以上人民政府部门在次年1月31日前、县级以上人民政府在次年3月31日前公布年度报告；乡镇、街道在1月31日前公布只是惯例",
        en: "Departments of governments of county level and above publish by 31 January of the next year, those governments by 31 March; that towns and streets do so by 31 January is a habit",
    },
    message: Words {
        zh: "{published}公布，晚于{deadline}；“{agency}”{known}{kind}，{why}",
        en: "published on {published}, after {deadline}; “{agency}” {known} {kind}, and {why}",
    },
    basis: ARTICLE_49,
    editions: Edition::ALL,
    severity: Severity::Warning,
    since: "0.1.0",
    judge: Judge::Report(judge),
};

/// When a report is due, and why.
struct Deadline {
    month: u8,
    kind: Words,
    why: Words,
}

const BY_ARTICLE_49: Words = Words {
    zh: "《条例》第四十九条规定了这一期限",
    en: "article 49 of the Regulation sets this date",
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
    let Some(deadline) = deadline(report, kind) else { return run.not_applicable(1) };
    let Ok(last_day) = Date::new(year.saturating_add(1), deadline.month, 31) else {
        return run.not_applicable(1);
    };
    if published <= last_day {
        return run.pass();
    }
    let agency = report.agency.as_deref().unwrap_or_default();
    let known = if AgencyKind::of_name(agency) == kind {
        Words { zh: "按名称为", en: "is, by its name," }
    } else {
        Words { zh: "按报告数据为", en: "is, as the data of the report say," }
    };
    run.fail(Failure {
        place: run.subject().field(Field::Published).cloned(),
        arguments: &[
            ("published", Message::same(published)),
            ("deadline", Message::same(last_day)),
            ("agency", Message::same(agency)),
            ("known", known.into()),
            ("kind", deadline.kind.into()),
            ("why", deadline.why.into()),
        ],
        ..Failure::default()
    });
}

/// When the report of a body of this kind is due; `None` where nothing says so.
fn deadline(report: &Report, kind: AgencyKind) -> Option<Deadline> {
    let (month, zh, en, why) = match kind {
        AgencyKind::Government => {
            (3, "县级以上人民政府", "a government of county level or above", BY_ARTICLE_49)
        }
        AgencyKind::Department => (
            1,
            "县级以上人民政府的部门",
            "a department of a government of county level or above",
            BY_ARTICLE_49,
        ),
        AgencyKind::Office if speaks_for_government(report) => (
            3,
            "政府办公室（厅），所报为本级政府情况",
            "the general office of a government, and it reports for that government",
            BY_ARTICLE_49,
        ),
        AgencyKind::Office => (
            1,
            "政府办公室（厅），与部门同期",
            "the general office of a government, which has the date of its departments",
            BY_ARTICLE_49,
        ),
        AgencyKind::Town => (1, "乡镇", "a town or township", BY_HABIT),
        AgencyKind::Street => (1, "街道", "a street office", BY_HABIT),
        AgencyKind::Other => return None,
    };
    Some(Deadline { month, kind: Words { zh, en }, why })
}

/// Whether the report of an office tells of the whole area: it may be that of the government, which its office
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
            ("示例市人民政府", "2026-03-31", "2026-04-01"),
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
             《条例》第四十九条没有规定其期限，这一期限只是惯例"
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

    /// It may be the government's report that its office publishes.
    #[test]
    fn an_office_that_tells_of_the_whole_area_has_the_day_of_its_government() {
        let mut report = of("示例市人民政府办公室", "2026-03-20");
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
