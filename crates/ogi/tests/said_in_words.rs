//! From sentences to findings: long and nested lists, units, and sources that are no reports. All of it is invented.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::fs;
use std::path::Path;

use ogi::{Edition, Policy, ReadOptions, Report, TableForm, TableId};
use ogi_testkit::Layout;

/// A report whose every figure is 0, with this overview.
fn report(overview: &str) -> Report {
    let zeros = TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells());
    let form = Report::builder(Edition::E2021).agency("示例市民政局").year(2025);
    let mut report = zeros.fold(form, |it, cell| it.set(cell, 0)).build().unwrap();
    report.overview = Some(overview.into());
    report
}

/// What is found wrong in an overview's sentences, the rule and the words.
fn found(overview: &str) -> Vec<String> {
    let text = Layout::A4.write(&report(overview));
    let reading = ogi::read(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(reading.report.overview.as_deref(), Some(overview));
    let policy = Policy::default().with_select(["text-"]);
    let findings = ogi::check(&reading, &policy).findings;
    findings.iter().map(|it| format!("{}: {}", it.rule.id, it.message.zh)).collect()
}

/// Ten items, three of them with items of their own.
fn long_list(whole: u32, pages: u32) -> String {
    format!(
        "全年公开各类信息{whole}条，其中政策文件310条，工作动态420条（其中图片新闻{pages}条，视频30条，其他350条），通知公告300条，\
         财政资金120条，人事信息83条，重点领域信息500条（其中教育200条，医疗180条，其他120条），应急管理100条，建议提案150条，\
         行政执法250条（其中许可90条，处罚110条，其他50条），公共服务300条。"
    )
}

#[test]
fn a_long_list_with_lists_in_it_is_summed_to_its_end() {
    assert_eq!(found(&long_list(2533, 40)), [""; 0]);
    // Two figures exchanged in the whole: ten items come to another.
    assert_eq!(
        found(&long_list(2599, 40)),
        ["text-parts: “全年公开各类信息2599条”：所列各分项相加为2533"]
    );
    // A sum inside that does not hold is stated of its own whole alone.
    let inner = found(&long_list(2533, 41));
    assert_eq!(inner, ["text-parts: “工作动态420条”：所列各分项相加为421"]);
    assert_eq!(found(&long_list(2599, 41)).len(), 2);
}

#[test]
fn a_list_inside_a_list_ends_with_its_rest() {
    let nested = |part: u32| {
        format!(
            "共主动公开信息100条，其中网站70条，其中政策文件{part}条，其他30条，公众号20条，其他10条。"
        )
    };
    assert_eq!(found(&nested(40)), [""; 0]);
    assert_eq!(found(&nested(43)), ["text-parts: “网站70条”：所列各分项相加为73"]);
}

/// A list that may leave parts out is no sum.
#[test]
fn few_items_without_a_rest_are_no_sum() {
    for sentence in [
        "共主动公开信息100条，其中政策文件40条，通知公告30条。",
        "共主动公开信息100条，其中网站公开60条，公众号公开60条。",
    ] {
        assert_eq!(found(sentence), [""; 0], "{sentence}");
    }
}

/// 条 and 份 are documents by their class, 件 are requests.
#[test]
fn classes_of_documents_are_no_results_of_requests() {
    for sentence in [
        "全年制作文件572份，其中主动公开520份，依申请公开39份，不予公开13份。",
        "公文类信息中，主动公开520条，不予公开52条。",
        "本年度生成信息585条，主动公开520条，依申请公开52条，不予公开13条。",
        "审核信息590条，予以公开585条，不予公开5条。",
    ] {
        assert_eq!(found(sentence), [""; 0], "{sentence}");
    }
    for (sentence, said) in [
        ("全年收到政府信息公开申请5件，其中不予公开2件。", "5件"),
        ("答复政府信息公开申请3件，予以公开3件。", "3件"),
    ] {
        let found = found(sentence);
        assert!(
            found.iter().any(|it| it.starts_with("text-zero") && it.contains(said)),
            "{found:?}"
        );
    }
}

/// What is no report makes neither claims nor findings: it is refused, whatever figures its sentences have.
#[test]
fn what_is_no_report_claims_nothing() {
    let said = "全年收到政府信息公开申请12件，办结13件，被申请行政复议4件。";
    let invented = [
        format!(
            "关于做好2025年政府信息公开工作年度报告编制工作的通知\n各科室、局属各单位：\n{said}现就有关事项通知如下。\n示例市民政局\n2025年12月20日"
        ),
        format!("一图读懂示例市民政局2025年政府信息公开工作年度报告\n{said}"),
        format!("政府信息公开年度报告填报说明\n问：受理件数怎样填写？\n答：如{said}"),
        "政府信息公开年度报告\n示例市民政局2025年政府信息公开工作年度报告\n2026-01-20\n示例市财政局2025年政府信息公开工作年度报告\n2026-01-21\n示例市水利局2025年政府信息公开工作年度报告\n2026-01-22\n示例市农业农村局2025年政府信息公开工作年度报告\n2026-01-23\n".to_owned(),
        format!(
            "示例市民政局2016年政府信息公开工作年度报告\n一、概述\n{said}\n二、主动公开政府信息情况\n主动公开信息120条。\n三、依申请公开政府信息情况\n{said}"
        ),
        format!(
            "示例大学2024—2025学年信息公开工作报告\n根据《高等学校信息公开办法》编制，统计期限为2024年9月1日至2025年8月31日。\n一、概述\n{said}"
        ),
        format!(
            "示例市民政局政府信息公开指南\n一、主动公开\n二、依申请公开\n申请人可以当面提交申请表。{said}"
        ),
    ];
    for text in &invented {
        assert!(ogi::read(text.as_bytes(), &ReadOptions::default()).is_err(), "{text}");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/wild/negative");
    let Ok(files) = fs::read_dir(&folder) else {
        eprintln!("!!! SKIPPED: no real files at {}", folder.display());
        return;
    };
    let mut count = 0;
    for file in files {
        let path = file.unwrap().path();
        let read = ogi::read(fs::read(&path).unwrap(), &ReadOptions::default());
        assert!(read.is_err(), "{}", path.display());
        count += 1;
    }
    assert!(count > 3, "{count}");
}
