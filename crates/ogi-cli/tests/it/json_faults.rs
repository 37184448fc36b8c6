//! A JSON report with several faults: all are named at once, with table and row, in the language that is asked for.

use std::fs;

use serde_json::json;

use crate::program::{SOUND_2021, folder, ogi, ogi_in};

#[test]
fn all_faults_of_a_file_are_stated_at_once() {
    let folder = folder("json-faults");
    let mut report = ogi(["parse", SOUND_2021]).json();
    report["year"] = json!("二〇二五");
    report["applications"]["granted"]["total"] = json!("many");
    report["applications"]["refused"] = json!({"total": 1});
    report["disputes"]["reconsideration"]["sum"] = json!(1);
    report["disputes"]["edition"] = json!("2017");
    fs::write(folder.join("in.json"), report.to_string()).unwrap();
    let wanted = [
        (
            "zh",
            [
                "in.json: “year”应为四位数字的年度或空值“null”",
                "in.json: “三、收到和处理政府信息公开申请情况”（applications）“（一）予以公开”行（granted）“总计”列（total）：“many”不是数字，也不是“/”",
                "in.json: “三、收到和处理政府信息公开申请情况”（applications）没有“refused”这一项",
                "in.json: “四、政府信息公开行政复议、行政诉讼情况”（disputes）的版本“edition”为“2017”，应为“2019”、“2021”或“mixed”",
                "in.json: “四、政府信息公开行政复议、行政诉讼情况”（disputes）“行政复议”行（reconsideration）没有“sum”这一项",
            ],
        ),
        (
            "en",
            [
                "in.json: `year` should be a year of four digits, or null",
                "in.json: applications.granted.total: `many` is neither a figure nor `/`",
                "in.json: applications has no `refused`",
                "in.json: the edition of disputes is unknown: `2017`",
                "in.json: disputes.reconsideration has no `sum`",
            ],
        ),
    ];
    for (lang, wanted) in wanted {
        let run = ogi_in(&folder, ["convert", "in.json", "-o", "out.txt", "--lang", lang]);
        assert_eq!(run.code, 2);
        let lines: Vec<_> = run.err.trim_end().trim_end_matches('。').lines().collect();
        assert_eq!(lines, wanted);
        let run = ogi_in(&folder, ["check", "in.json", "--format", "json", "--lang", lang]);
        let error = &run.json()["files"][0]["error"];
        assert_eq!((run.code, &error["kind"]), (2, &json!("json")));
        assert_eq!(error["message"].as_str().unwrap().lines().count(), wanted.len());
    }
    assert!(!folder.join("out.txt").exists());
}

#[test]
fn where_a_file_breaks_off_is_stated() {
    let folder = folder("json-cut");
    fs::write(folder.join("in.json"), "{\"schema_version\": 1,\n \"year\": ").unwrap();
    let run = ogi_in(&folder, ["check", "in.json"]);
    assert_eq!(run.code, 2);
    assert_eq!(run.err, "in.json: 文件到第2行第9列就中断了，内容不完整\n");
}
