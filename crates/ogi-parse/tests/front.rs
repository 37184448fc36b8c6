//! What stands before the first part.
#![allow(clippy::unwrap_used)]

use ogi_model::{Field, NoteKind, Place, Reading};
use ogi_parse::{ReadOptions, read};

const TABLE: &str = "二、主动公开政府信息情况\n第二十条第（五）项\n| 行政许可 | 0 |\n";

/// Lists of reports and names of pages stand before the report's own title, and are not its preamble.
#[test]
fn the_title_next_to_the_report_counts() {
    let text = format!(
        "标题：示例市民政局2025年政府信息公开年度报告-示例市\n政府信息公开年报\n\
         示例市民政局2024年政府信息公开年度报告\n首页\n示例市民政局2025年政府信息公开年度报告\n\
         本报告按条例编制。\n{TABLE}"
    );
    let report = read(&text, &ReadOptions::default()).unwrap().report;
    assert_eq!(report.title.as_deref(), Some("示例市民政局2025年政府信息公开年度报告"));
    assert_eq!(report.year, Some(2025));
    assert_eq!(report.preamble.as_deref(), Some("本报告按条例编制。"));
}

/// A caption that tells less than the title above it is none.
#[test]
fn a_title_with_less_in_it_does_not_count() {
    let text = format!("示例市民政局2025年政府信息公开年度报告\n政府信息公开工作年度报告\n{TABLE}");
    let report = read(&text, &ReadOptions::default()).unwrap().report;
    assert_eq!(report.title.as_deref(), Some("示例市民政局2025年政府信息公开年度报告"));
}

fn places(reading: &Reading) -> Vec<(Field, &str)> {
    let text = |place: &Place| &reading.text[place.span().unwrap()];
    reading.sources.fields().map(|(field, place)| (field, text(place))).collect()
}

/// Everything that is told has its place: of a sentence the words that tell it.
#[test]
fn fields_have_places() {
    let text = format!(
        "示例市民政局\n2025年政府信息公开工作年度报告\n发布日期:2026-01-20    点击数:\n  本报告按条例编制。\n  \
         数据统计自2025年1月1日\n起至12月31日止。\n一、总体情况\n  甲。\n  乙。\n{TABLE}六、其他需要报告的事项\n无。\n"
    );
    let reading = read(&text, &ReadOptions::default()).unwrap();
    let report = &reading.report;
    assert_eq!(report.agency.as_deref(), Some("示例市民政局"));
    assert_eq!(report.period, ogi_model::Period::of_year(2025).ok());
    let title = "示例市民政局\n2025年政府信息公开工作年度报告";
    assert_eq!(
        places(&reading),
        [
            (Field::Title, title),
            (Field::Agency, title),
            (Field::Year, title),
            (Field::Period, "2025年1月1日"),
            (Field::Published, "发布日期:2026-01-20    点击数:"),
            (Field::Preamble, "本报告按条例编制。\n  数据统计自2025年1月1日\n起至12月31日止。"),
            (Field::Overview, "甲。\n  乙。"),
            (Field::OtherMatters, "无。"),
        ]
    );
}

/// The signature is no matter to report, wherever the day of publication is told.
#[test]
fn a_signature_is_taken_off() {
    let title = "示例市民政局2025年政府信息公开年报";
    let end = "六、其他需要报告的事项\n示例市教育局\n2026年1月17日\n";
    for (line, published) in [("", "2026-01-17"), ("发布日期：2026-01-20\n", "2026-01-20")] {
        let text = format!("{title}\n{line}一、总体情况\n甲。\n{TABLE}{end}");
        let reading = read(&text, &ReadOptions::default()).unwrap();
        assert_eq!(reading.report.published.unwrap().to_string(), published);
        assert_eq!(reading.report.other_matters, None);
        assert!(places(&reading).contains(&(Field::OtherMatters, "六、其他需要报告的事项")));
        let signed = NoteKind::SignedOtherwise { printed: "示例市教育局".into() };
        assert!(reading.notes.iter().any(|it| it.kind == signed));
    }
    // Where nothing else tells the agency, the signature does.
    let text = format!("2025年政府信息公开年报\n一、总体情况\n甲。\n{TABLE}{end}");
    let reading = read(&text, &ReadOptions::default()).unwrap();
    assert_eq!(reading.report.agency.as_deref(), Some("示例市教育局"));
    assert!(places(&reading).contains(&(Field::Agency, "示例市教育局")));
}

/// A period of something else is none of the report, and a sentence is no signature.
#[test]
fn other_periods_and_other_last_lines() {
    let title = "示例市统计局2025年政府信息公开年报";
    let of = |overview: &str| {
        let text = format!(
            "{title}\n一、总体情况\n{overview}\n{TABLE}六、其他需要报告的事项\n如有疑问请联系示例市统计局\n2026年1月17日\n"
        );
        read(&text, &ReadOptions::default()).unwrap()
    };
    let other =
        of("市统计局自2025年3月1日至2025年12月31日开展专项行动。自2025年5月1日至6月1日培训。");
    assert_eq!(other.report.period, None);
    assert_eq!(other.report.other_matters.as_deref(), Some("如有疑问请联系示例市统计局"));
    let own = of("市统计局依法公开。本报告所列数据自2025年1月1日起至2025年12月31日止。");
    assert_eq!(own.report.period, ogi_model::Period::of_year(2025).ok());
    assert!(places(&own).contains(&(Field::Period, "2025年1月1日起至2025年12月31日")));
}
