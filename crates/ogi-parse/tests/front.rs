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

/// A caption that states less than the title above it is none.
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

/// Everything that is stated has its place: of a sentence the words that state it.
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

/// The signature is no matter to report, wherever the day of publication is stated.
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
    // Where nothing else states the agency, the signature does.
    let text = format!("2025年政府信息公开年报\n一、总体情况\n甲。\n{TABLE}{end}");
    let reading = read(&text, &ReadOptions::default()).unwrap();
    assert_eq!(reading.report.agency.as_deref(), Some("示例市教育局"));
    assert!(places(&reading).contains(&(Field::Agency, "示例市教育局")));
}

/// What a portal prints below a signature, and its buttons, are no matter to report either.
#[test]
fn what_stands_below_is_taken_off() {
    let title = "示例市民政局2025年政府信息公开年报";
    let matters = |end: &str| {
        let text = format!("{title}\n一、总体情况\n甲。\n{TABLE}六、其他需要报告的事项\n{end}");
        let report = read(&text, &ReadOptions::default()).unwrap().report;
        (report.other_matters, report.published.map(|it| it.to_string()))
    };
    let signed = "示例市民政局\n2026年1月17日\n";
    let of_day = Some("2026-01-17".to_owned());
    for below in
        ["", "附件：统计表.xlsx\n", "相关附件\n1.统计表\n责任编辑：甲\n", "打印本页 关闭窗口\n"]
    {
        let end = format!("未收取信息处理费。\n{signed}{below}");
        assert_eq!(matters(&end), (Some("未收取信息处理费。".into()), of_day.clone()), "{below}");
    }
    assert_eq!(matters("无。\n打印本页\n"), (Some("无。".into()), None));
    // A day within the text is none of a signature.
    let text = "以下为大事记：\n2025年3月1日\n开展培训。";
    assert_eq!(matters(text), (Some(text.into()), None));
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

fn report(front: &str) -> ogi_model::Report {
    read(&format!("{front}\n{TABLE}"), &ReadOptions::default()).unwrap().report
}

/// An archive prints the fields of a page, and those that are empty stay empty.
#[test]
fn fields_of_an_archive() {
    let fields = "标题: 示例综合实验区2023年度政府信息公开工作年度报告\n发布时间: 2024-01-15 10:16\n文号: \n发布机构: ";
    let path = "栏目: 政府信息公开年报\n原文链接: https://example.gov.cn/a.htm\n图片另存，见清单\n==== 正文 ====\n";
    let text = "本报告按条例编制，统计期限自2023年1月1日起至2023年12月31日止。";
    for publisher in ["", "示例综合实验区管委会办公室", "办公室"] {
        let report = report(&format!("{fields}{publisher}\n{path}{text}"));
        assert_eq!(report.agency.as_deref(), Some("示例综合实验区"), "{publisher}");
        assert_eq!(report.year, Some(2023));
        assert_eq!(report.published.unwrap().to_string(), "2024-01-15");
        assert_eq!(report.period, ogi_model::Period::of_year(2023).ok());
        assert_eq!(report.preamble.as_deref(), Some(text));
        let title = "示例综合实验区2023年度政府信息公开工作年度报告";
        assert_eq!(report.title.as_deref(), Some(title));
    }
    // Where the title names nobody, who published it does.
    let report = report(&format!(
        "标题: 2023年度政府信息公开工作年度报告\n发布机构: 示例市民政局\n{path}{text}"
    ));
    assert_eq!(report.agency.as_deref(), Some("示例市民政局"));
}

/// A table of facts about the page, flattened to a cell a line.
#[test]
fn facts_with_their_values_below() {
    let report = report(
        "索引号\nA001/2024-00002\n分类\n年报\n发布机构\n示例县水利局\n公开日期\n2024-01-17\n文号\n关键词\n\
         水利局2023年政府信息公开年度报告\n根据条例，现公布本报告。",
    );
    assert_eq!(report.agency.as_deref(), Some("示例县水利局"));
    assert_eq!(report.published.unwrap().to_string(), "2024-01-17");
    assert_eq!(report.preamble.as_deref(), Some("根据条例，现公布本报告。"));
}

/// What a portal prints between title and text is no preamble, whatever else stands beside its buttons.
#[test]
fn buttons_are_no_preamble() {
    let title = "示例市民政局2025年政府信息公开工作年度报告";
    for buttons in [
        "来源：示例市人民政府 时间：2026-01-20\n微信 微博 QQ空间\n全真版\n文字版\n文件下载\n相关链接：",
        "发布日期：2026-01-20\n【字号：大 中 小】\n打印本页 | 关闭窗口\n掌上示例\n分享到：",
        "时间：2026-01-20\n* [微信](javascript:;)\n* [文字版](javascript:;)\n<div class=\"a\">\n</div>",
    ] {
        let report =
            report(&format!("首页 > 政务公开 > 年报\n{title}\n{buttons}\n本报告按条例编制。"));
        assert_eq!(report.preamble.as_deref(), Some("本报告按条例编制。"), "{buttons}");
        assert_eq!(report.published.unwrap().to_string(), "2026-01-20", "{buttons}");
        assert_eq!(report.title.as_deref(), Some(title), "{buttons}");
    }
}

/// The name and the day under a title are those of the report, and no preamble.
#[test]
fn name_and_day_under_a_title() {
    let report = report(
        "# 示例县人民政府 2025 年 政府信息公开工作年度报告\n\n示例县人民政府\n(2026年1月23日)\n\n依据条例，编制本报告。",
    );
    assert_eq!(report.agency.as_deref(), Some("示例县人民政府"));
    assert_eq!(report.published.unwrap().to_string(), "2026-01-23");
    assert_eq!(report.preamble.as_deref(), Some("依据条例，编制本报告。"));
}

/// A letter that sends a report is one.
#[test]
fn letters_and_traditional_characters() {
    let letter = report(
        "示例实验区河滨片区管理局关于报送2020年度政府信息公开工作年度报告的函\n区办公室：\n根据条例要求，现报送本报告。",
    );
    assert_eq!(letter.agency.as_deref(), Some("示例实验区河滨片区管理局"));
    assert_eq!(letter.year, Some(2020));
    assert_eq!(letter.preamble.as_deref(), Some("区办公室：\n根据条例要求，现报送本报告。"));

    let traditional =
        report("示例縣發展和改革局2024年政府信息公開工作年度報告\n發布日期：2025-01-20    點擊數:");
    assert_eq!(traditional.agency.as_deref(), Some("示例縣發展和改革局"));
    assert_eq!(traditional.year, Some(2024));
    assert_eq!(traditional.published.unwrap().to_string(), "2025-01-20");
}

/// Where no title is, the sentence that presents the report states whose it is.
#[test]
fn a_sentence_presents_the_report() {
    let report = report("现公布示例区统计局2023年政府信息公开工作年度报告。");
    assert_eq!(report.agency.as_deref(), Some("示例区统计局"));
    assert_eq!(report.year, Some(2023));
}

/// The title may stand in the container alone.
#[test]
fn a_title_outside_the_text() {
    use ogi_model::{Edition, Section, TableForm};
    use ogi_parse::{Columns, Sheet};

    let place = || Place::Text { start: 0, end: 0 };
    let mut sheet = Sheet::new();
    sheet.paragraph("依据条例编制，统计期限为2025年1月1日至12月31日。", place());
    for section in Section::ALL {
        sheet.paragraph(section.heading(Edition::E2021), place());
        let Some(table) = section.table() else {
            sheet.paragraph("按要求开展工作。", place());
            continue;
        };
        for block in TableForm::of(table, Edition::E2021).blocks {
            let mut row = |label, cells: Vec<&str>| {
                let cells = [label].into_iter().chain(cells);
                sheet.row((0..).zip(cells).map(|(at, it)| (it, place(), Columns::exact(at, 1))));
            };
            row("项目", block.columns.iter().map(|it| it.label).collect());
            block.rows.iter().for_each(|it| row(it.label, vec!["0"; block.columns.len()]));
        }
    }
    sheet.metadata.title = Some("示例市2025年政府信息公开工作年度报告_政府信息公开_示例市".into());
    let report = ogi_parse::read_sheet(&sheet, &ReadOptions::default()).unwrap().report;
    assert_eq!(report.title.as_deref(), Some("示例市2025年政府信息公开工作年度报告"));
    assert_eq!((report.agency.as_deref(), report.year), (Some("示例市"), Some(2025)));
    assert_eq!(report.period, ogi_model::Period::of_year(2025).ok());
    assert!(report.preamble.is_some_and(|it| it.starts_with("依据条例编制")));
}

/// Lines of a preamble that end only because the page does are one paragraph, and heads of pages are none of it.
#[test]
fn preambles_of_pages_are_joined() {
    let front = "\
        示例市民政局2025年政府信息公开工作年度报告\n    \
        本报告由示例市民政局根据《中华人民共和国政府信息公开条例》\n\
        规定编制，包括总体情况、主动公开政府信息情况等六个部分，本\n\
        2026/1/20 10:17 示例市民政局2025年政府信息公开工作年度报告_示例市\n\
        file:///a/b.html 1/8\n\
        报告电子版可在网站下载。\n\
        一、总体情况\n    \
        示例市民政局全年工作有序开展，通过门户网站主动公开各类信息\n\
        三千条，受理政府信息公开申请三百件，均已按照规定的期限作出\n\
        答复，全年没有因政府信息公开被申请行政复议和提起行政诉讼的\n\
        情况。\n";
    let report = report(front);
    assert_eq!(
        report.preamble.as_deref(),
        Some(
            "本报告由示例市民政局根据《中华人民共和国政府信息公开条例》规定编制，包括总体情况、主动公开政府信息情况等六个部分，本报告电子版可在网站下载。"
        )
    );
}
