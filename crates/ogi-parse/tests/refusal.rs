//! What is no report, and what it is instead. All of it is invented.
#![allow(clippy::unwrap_used)]

use ogi_model::{Edition, Section, TableForm, TableId};
use ogi_parse::{ParseError, ReadOptions, read};

/// The labels of the form without any figure, a line each, as notices carry it.
fn blank_form() -> String {
    let mut lines = vec!["附件：".to_owned(), "政府信息公开工作年度报告格式".to_owned()];
    for section in Section::ALL {
        lines.push(section.heading(Edition::E2021).to_owned());
        let Some(table) = section.table() else {
            lines.push("（文字描述）".to_owned());
            continue;
        };
        let form = TableForm::of(table, Edition::E2021);
        for block in form.blocks {
            lines.extend(block.columns.iter().map(|it| it.label.to_owned()));
        }
        lines.extend(form.rows().map(|it| it.label.to_owned()));
    }
    lines.join("\n")
}

/// A report of figures that add up: every part is 0.
fn report(front: &str) -> String {
    let mut lines = vec![front.to_owned()];
    for section in Section::ALL {
        lines.push(section.heading(Edition::E2021).to_owned());
        let Some(table) = section.table() else {
            lines.push("按要求开展工作。".to_owned());
            continue;
        };
        for block in TableForm::of(table, Edition::E2021).blocks {
            let heads: Vec<_> = block.columns.iter().map(|it| it.label).collect();
            lines.push(format!("| 项目 | {} |", heads.join(" | ")));
            let zeros = vec!["0"; heads.len()].join(" | ");
            lines.extend(block.rows.iter().map(|it| format!("| {} | {zeros} |", it.label)));
        }
    }
    lines.join("\n")
}

fn kind(text: &str) -> &'static str {
    read(text, &ReadOptions::default()).err().map_or("read", |it| it.kind())
}

#[test]
fn notices() {
    let title = "关于做好2024年政府信息公开工作年度报告编制工作的通知";
    let plain = "各县（市、区）人民政府，市各委办局：\n根据《条例》规定，现就有关事项通知如下。请于1月20日前报送。";
    for text in [
        format!("示例市人民政府办公室{title}\n示政办函〔2024〕12号\n{plain}"),
        format!("# 示例市人民政府办公室{title}\n\n{plain}\n\n- 附件：填报要求"),
        format!(
            "示例市政务公开办公室\n{title}\n{plain}\n示例市政务公开办公室\n2024年12月20日\n{}",
            blank_form()
        ),
        format!(
            "标题: 示例省政务公开办公室 关于印发《政府信息公开工作年度报告格式》的通知\n发布机构: \n\
             各市人民政府，省各委办厅局： 现将修订后的格式印发给你们，请认真贯彻执行。\n{}",
            blank_form()
        ),
    ] {
        assert_eq!(kind(&text), "notice", "{text}");
    }
}

#[test]
fn explanations() {
    for text in [
        "示例省政务公开办公室关于政府信息公开年度报告有关项目填报问题的解释\n示公开函〔2020〕1号\n\
         答复要点：共同被告的案件只计原行为主体的案件。",
        "# 政府信息公开年度报告填报说明\n\n问：上年结转怎样填写？\n\n答：与上年报告的结转数一致。",
        "示例市政府信息公开工作年度报告常见问题\n问：空白单元格应当填写什么？\n答：没有的填0。",
        "一图读懂示例市2024年政府信息公开工作年度报告\n全年公开信息三千条，受理申请31件。",
    ] {
        assert_eq!(kind(text), "explanation", "{text}");
    }
}

#[test]
fn lists() {
    for text in [
        "示例市2024年政府信息公开工作年度报告 2025-01-20\n示例市2023年政府信息公开工作年度报告 2024-01-18\n\
         示例市2022年政府信息公开工作年度报告 2023-01-19\n共1页 下一页",
        "政府信息公开年报\n\n- [示例市民政局2024年政府信息公开工作年度报告](a.htm) 2025-01-20\n\
         - [示例市教育局2024年政府信息公开工作年度报告](b.htm) 2025-01-21\n",
        "| 标题 | 日期 |\n| --- | --- |\n| 示例县水利局2024年政府信息公开年报 | 2025-01-10 |\n\
         | 示例县林业局2024年政府信息公开年报 | 2025-01-11 |\n| 示例县交通局2024年政府信息公开年报 | 2025-01-12 |",
    ] {
        assert_eq!(kind(text), "list", "{text}");
    }
    // One name and one day are those of a page whose report is lost.
    assert_eq!(kind("示例市2024年政府信息公开工作年度报告\n发布日期：2025-01-20"), "not-a-report");
}

#[test]
fn reports_from_before_the_form() {
    let text = "示例市2017年政府信息公开工作年度报告\n本报告所列数据的统计期限自2017年1月1日起至2017年12月31日止。\n\
        一、概述\n全年工作有序开展。\n二、主动公开政府信息情况\n主动公开2069条。\n";
    let table = "六、政府信息公开情况统计表\n指标名称 计量单位 本年度 历年累计\n主动公开文件数 条 2069 12106\n";
    for text in [text.to_owned(), format!("{text}{table}"), format!("# {text}\n\n{table}")] {
        let error = read(&text, &ReadOptions::default()).unwrap_err();
        assert_eq!(error, ParseError::Before2019 { year: 2017 }, "{text}");
    }
    let one_line = format!("{text}{table}").replace('\n', " ").repeat(3);
    assert_eq!(kind(&one_line), "before-2019");
}

#[test]
fn reports_of_universities() {
    for text in [
        "示例大学2022-2023学年信息公开工作年度报告\n根据《高等学校信息公开办法》编制，数据统计期限为2022年9月1日至2023年8月31日。\n\
         一、概述\n学校主动公开信息三千条。",
        "# 示例职业技术学院2023—2024学年信息公开年度报告\n\n## 一、概述\n\n学院依申请公开信息2件。\n\n## 二、主动公开情况\n\n无。",
    ] {
        assert_eq!(kind(text), "university", "{text}");
    }
}

/// What a report says of notices, lists and schools makes it none of these.
#[test]
fn reports_are_read_whatever_they_mention() {
    let title = "示例市民政局2024年政府信息公开工作年度报告";
    for front in [
        format!(
            "{title}\n根据《关于做好2024年政府信息公开工作年度报告编制工作的通知》要求，请各单位认真贯彻执行。"
        ),
        format!("示民发〔2025〕2号\n各科室：\n关于印发《{title}》的通知\n现将年度报告印发给你们。"),
        "示例市民政局关于报送2024年度政府信息公开工作年度报告的函\n市政府办公室：\n现予报送。"
            .to_owned(),
        format!(
            "示例市2023年政府信息公开工作年度报告 2024-01-18\n示例市2022年政府信息公开工作年度报告 2023-01-18\n{title}"
        ),
        "示例大学2024年政府信息公开工作年度报告\n根据《高等学校信息公开办法》编制。".to_owned(),
        format!("解读：{title}\n{title}"),
    ] {
        assert_eq!(kind(&report(&front)), "read", "{front}");
    }
}

/// A blank form is one, and no error: nothing orders anything.
#[test]
fn a_blank_form_is_read() {
    let form = blank_form();
    let form = form.trim_start_matches("附件：\n");
    let reading = read(form, &ReadOptions::default()).unwrap();
    assert!(reading.report.table(TableId::Applications).is_some());
    assert_eq!((reading.report.agency, reading.report.year), (None, None));
}

/// Every error says in both languages what it is and what to do, and no Chinese sentence has English words.
#[test]
fn errors_speak_both_languages() {
    for error in [
        ParseError::NotAReport,
        ParseError::NoTables,
        ParseError::SeveralReports,
        ParseError::Notice,
        ParseError::Explanation,
        ParseError::List,
        ParseError::Before2019 { year: 2017 },
        ParseError::University,
        ParseError::TooLarge { size: 2, limit: 1 },
        ParseError::NotUtf8 { at: 0 },
    ] {
        let message = error.message();
        assert!(message.zh.contains("请"), "{}", message.zh);
        assert!(message.en.contains(';') || message.en.contains(':'), "{}", message.en);
        assert_eq!(error.to_string(), message.en);
        let latin = message.zh.replace("UTF-8", "").replace("ogi new", "");
        assert!(!latin.contains(|c: char| c.is_ascii_alphabetic()), "{}", message.zh);
    }
}
