//! `ogi check`

use std::fs;

use serde_json::{Value, json};

use crate::program::{PLANTED, SOUND_2019, SOUND_2021, folder, ogi, ogi_in, ogi_with, report};

#[test]
fn findings_for_people() {
    let run = ogi(["check", PLANTED]);
    assert_eq!((run.code, &run.err[..]), (1, ""));
    insta::assert_snapshot!("findings-zh", run.out);
    let run = ogi(["check", PLANTED, "--lang", "en"]);
    insta::assert_snapshot!("findings-en", run.out);
}

/// A row that cannot be read is one thing to look at, not seven.
#[test]
fn findings_about_one_place_are_shown_once() {
    let text = report(PLANTED).replacen("\n19\n\n1\n\n0\n", "\n19\n\n1\n\n", 1);
    let run = ogi_with(["check", "-", "--select", "doc-cell-unreadable"], &text);
    assert_eq!(run.code, 1);
    insta::assert_snapshot!(run.out);
}

/// Rows on one line: the label stands beside the figure.
#[test]
fn findings_in_a_table_of_pipes() {
    let text = report(SOUND_2019).replace("（一）予以公开 |     21 |", "（一）予以公开 |     12 |");
    let run = ogi_with(["check", "-"], &text);
    assert_eq!(run.code, 1);
    insta::assert_snapshot!(run.out);
}

#[test]
fn a_sound_report_is_accepted() {
    for file in [SOUND_2021, SOUND_2019] {
        let run = ogi(["check", file]);
        assert_eq!((run.code, &run.err[..]), (0, ""), "{}", run.out);
        assert!(run.out.contains("，通过，"), "{}", run.out);
    }
}

#[test]
fn a_folder_survives_a_bad_file() {
    let folder = folder("check-folder");
    fs::create_dir(folder.join("2024")).unwrap();
    fs::write(folder.join("2024/street.txt"), report(PLANTED)).unwrap();
    fs::write(folder.join("a-notice.txt"), "关于放假的通知\n").unwrap();
    fs::write(folder.join("bureau.md"), report(SOUND_2021)).unwrap();
    let run = ogi_in(&folder, ["check", "."]);
    assert_eq!(run.code, 2);
    insta::assert_snapshot!(run.err);
    let summaries: Vec<_> = run
        .out
        .lines()
        .filter(|it| it.contains("，通过，") || it.contains("，不通过，") || it.contains("份："))
        .collect();
    insta::assert_snapshot!(summaries.join("\n"));
}

#[test]
fn an_empty_folder_is_no_success() {
    let run = ogi_in(&folder("check-empty"), ["check", "."]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("文件夹里没有报告"), "{}", run.err);
}

#[test]
fn one_json_object() {
    let run = ogi(["check", "--format", "json", SOUND_2021, PLANTED, "missing.txt"]);
    assert_eq!((run.code, &run.err[..]), (2, ""));
    let json = run.json();
    assert_eq!(json["schema_version"], 1);
    assert_eq!(json["tool"], concat!("ogi ", env!("CARGO_PKG_VERSION")));
    assert_eq!(json["as_of"], Value::Null);
    let files = json["files"].as_array().unwrap();
    assert_eq!(files.len(), 3);
    assert_eq!(files[0]["accepted"], true);
    assert_eq!(
        (&files[1]["accepted"], &files[1]["agency"]),
        (&json!(false), &json!("示例区花园街道办事处"))
    );
    let findings = files[1]["findings"].as_array().unwrap();
    let sum = findings.iter().find(|it| it["rule"] == "t4-sum").unwrap();
    assert_eq!(sum["severity"], "error");
    assert_eq!(
        sum["cell"],
        json!({"table": "disputes", "row": "reconsideration", "column": "total"}),
    );
    assert_eq!(
        (&sum["observed"], &sum["expected"], &sum["residual"]),
        (&json!(0), &json!(2), &json!(-2))
    );
    assert_eq!(sum["place"]["kind"], "text");
    assert_eq!(files[2]["error"]["kind"], "io");
    assert_eq!(files[2]["accepted"], false);
}

#[test]
fn one_json_line_a_file() {
    let run = ogi(["check", "--format", "jsonl", "."]);
    assert_eq!(run.code, 1);
    let lines = run.json_lines();
    let files: Vec<_> =
        lines.iter().map(|it| (it["path"].as_str().unwrap(), it["accepted"] == true)).collect();
    assert_eq!(
        files,
        [
            ("./civil-affairs-bureau-2025.txt", true),
            ("./county-office-2020.txt", true),
            ("./garden-street-2024.txt", false),
        ],
    );
    // The same objects as in one envelope.
    let whole = ogi(["check", "--format", "json", "."]).json();
    assert_eq!(whole["files"], Value::Array(lines));
}

#[test]
fn the_level_that_fails() {
    assert_eq!(ogi(["check", "--fail-on", "info", PLANTED, "--select", "doc-"]).code, 1);
    assert_eq!(ogi(["check", PLANTED, "--select", "doc-"]).code, 0);
}

#[test]
fn rules_are_chosen() {
    let rules = |args: [&str; 6]| {
        let json = ogi(args).json();
        let findings = json["files"][0]["findings"].as_array().unwrap().clone();
        findings.iter().map(|it| it["rule"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        rules(["check", PLANTED, "--format", "json", "--select", "t3-,t4-sum"]),
        ["t3-row-sum", "t3-outcome-sum", "t4-sum"],
    );
    let rest = rules(["check", PLANTED, "--format", "json", "--ignore", "t"]);
    assert!(!rest.is_empty() && rest.iter().all(|it| it.starts_with("doc-")), "{rest:?}");
    let run = ogi(["check", PLANTED, "--ignore", "t3-rowsum"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("没有编号为“t3-rowsum”的规则"), "{}", run.err);
}

/// A blank total is unknown unless the user says that it is 0.
#[test]
fn blanks_are_unknown() {
    let json: Value = serde_json::from_str(&ogi(["parse", SOUND_2021]).out).unwrap();
    let mut blank = json;
    blank["disputes"]["reconsideration"]["total"] = Value::Null;
    let text = blank.to_string();
    let run = ogi_with(["check", "-"], &text);
    assert_eq!(run.code, 3);
    assert!(run.out.contains("未能核对[t4-sum]：1项"), "{}", run.out);
    let run = ogi_with(["check", "-", "--blanks-as-zero"], &text);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("[t4-sum]"), "{}", run.out);
}

/// A report in JSON has no source to show, and no complaint about one.
#[test]
fn json_is_checked_too() {
    let report = ogi(["parse", PLANTED]).out;
    let run = ogi_with(["check", "-", "--lang", "en"], &report);
    assert_eq!(run.code, 1);
    insta::assert_snapshot!(run.out);
}

#[test]
fn for_other_programs() {
    let sarif = ogi(["check", "--format", "sarif", PLANTED, SOUND_2021]);
    assert_eq!(sarif.code, 1);
    let results = sarif.json()["runs"][0]["results"].as_array().unwrap().clone();
    assert!(results.iter().any(|it| it["ruleId"] == "t4-sum" && it["level"] == "error"));
    let junit = ogi(["check", "--format", "junit", PLANTED, "no-such-file.txt"]);
    assert_eq!(junit.code, 2);
    assert!(junit.out.contains("<failure ") && junit.out.contains("<error "), "{}", junit.out);
    let summary = ogi(["check", "--format", "markdown", PLANTED, SOUND_2021]);
    assert!(
        summary.out.contains("| garden-street-2024.txt | 示例区花园街道办事处 | 2024 | 不通过 |")
    );
    let page = ogi(["check", "--format", "html", PLANTED]);
    assert_eq!(page.code, 1);
    assert!(page.out.contains("href=\"#disputes.reconsideration.total\""));
    let pages = ogi(["check", "--format", "html", PLANTED, SOUND_2021]);
    assert_eq!((pages.code, &pages.out[..]), (2, ""));
    assert_eq!(
        pages.err,
        "网页或图每次只能由一个文件生成。多个文件请用 ogi check --format markdown。\n"
    );
}
