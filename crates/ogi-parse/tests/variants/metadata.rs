//! VARIANTS B: titles and dates. A damaged date is no date; it is never another.

use ogi_parse::{ParseError, ReadOptions, read};

const TABLE: &str = "四、政府信息公开行政复议、行政诉讼情况
| 类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 3 | 0 | 0 | 0 | 3 |
";
const TITLE: &str = "示例市民政局2023年政府信息公开工作年度报告";

fn report(front: &str, after: &str) -> ogi_model::Report {
    read(&format!("{front}\n\n{TABLE}\n{after}"), &ReadOptions::default()).unwrap().report
}

#[test]
fn titles_in_every_order_and_broken_over_lines() {
    for title in [
        TITLE,
        "2023年示例市民政局政府信息公开工作年度报告",
        "示例市民政局\n政府信息公开工作年度报告\n（2023年度）",
        "示例市民政局\n2023年政府信息公开工作\n年度报告",
        "2023\n年示例市民政局政府信息公开工作年度报告",
        "示例市民政局2023年政府信息公开年报",
        "示例市民政局2023年政府信息公开年度报告单",
        "示例市民政局2023年政府信息公开工作告年度报",
        "标题：示例市民政局2023年政府信息公开年度报告-示例市民政局",
        "示民发〔2024〕2号\n市政府办公室:\n示例市民政局2023年政府信息公开工作年度报告",
    ] {
        let report = report(title, "");
        assert_eq!(report.agency.as_deref(), Some("示例市民政局"), "{title}");
        assert_eq!(report.year, Some(2023), "{title}");
    }
    let nameless = report("政府信息公开工作年度报告", "");
    assert_eq!((nameless.agency, nameless.year), (None, None));
}

#[test]
fn days_of_publication() {
    for (line, day) in [
        ("发布日期:2024-01-27    点击数:12", "2024-01-27"),
        ("时间:2024-01-27", "2024-01-27"),
        ("发布时间:2024-01-27 17:49:57访问量:33", "2024-01-27"),
        ("来源: 示例网 发布时间:2024-01-27 10:00", "2024-01-27"),
        ("成文日期:2024-01-10 发布日期:2024-01-27", "2024-01-27"),
        ("索引号|0001|发文日期|2024-01-27|", "2024-01-27"),
        ("（2024年1月27日）", "2024-01-27"),
        ("发布机构 示例市民政局            公开日期 2024-01-27", "2024-01-27"),
        ("公开日期\n2024-01-27", "2024-01-27"),
    ] {
        let report = report(&format!("{TITLE}\n{line}"), "");
        assert_eq!(report.published.map(|it| it.to_string()).as_deref(), Some(day), "{line}");
    }
    for line in ["成文日期:2024-01-10", "采集时间：2025-12-30T21:37:37+08:00", "发布日期:202401-27"]
    {
        assert_eq!(report(&format!("{TITLE}\n{line}"), "").published, None, "{line}");
    }
    let signed = report(TITLE, "六、其他需要报告的事项\n无。\n示例市民政局\n2024年1月17日\n");
    assert_eq!(signed.published.map(|it| it.to_string()).as_deref(), Some("2024-01-17"));
}

#[test]
fn periods_and_what_is_left_of_them() {
    for sentence in [
        "所列数据统计期限自2023年1月1日起至12月31日止。",
        "统计期限从2023年1月1日—2023年12月31止。",
        "统计时段为2023年1月1日至2023年12月31日。",
    ] {
        let period = report(&format!("{TITLE}\n{sentence}"), "").period.unwrap();
        assert_eq!(period.start.to_string(), "2023-01-01", "{sentence}");
        assert_eq!(period.end.to_string(), "2023-12-31", "{sentence}");
    }
    for sentence in [
        "统计期限自20231月1日至202312月31日。",
        "统计期限为2023年1月1日到20231月1日。",
        "数据统计期限：20231231日。",
        "数据核定时间点为12月31日。",
        "统计期限201711日至20171231日。",
    ] {
        assert_eq!(report(&format!("{TITLE}\n{sentence}"), "").period, None, "{sentence}");
    }
}

#[test]
fn an_interpretation_is_no_report() {
    let text = format!("文字解读:{TITLE}\n\n{TABLE}");
    assert_eq!(read(&text, &ReadOptions::default()), Err(ParseError::Explanation));
}
