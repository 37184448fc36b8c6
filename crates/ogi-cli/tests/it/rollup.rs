//! `ogi rollup` as a clerk in March uses it: an invented district of which one bureau left totals at 0, one left blanks,
//! one has only last year's report, and whose government has more penalties than all of them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::program::{SOUND_2021, folder, ogi, ogi_in};

const OFFICES: [(&str, i64); 3] = [("示例区农业局", 3), ("示例区教育局", 4), ("示例区水利局", 5)];

/// A report of zeros, but for so many requests of natural persons, all granted, and ten times as many penalties.
fn office(form: &Value, name: &str, received: i64) -> Value {
    let mut report = form.clone();
    for table in ["active_disclosure", "applications", "disputes"] {
        let rows = report[table].as_object_mut().unwrap().values_mut();
        for cell in rows.filter_map(Value::as_object_mut).flat_map(|it| it.values_mut()) {
            *cell = if cell.is_string() { json!("0") } else { json!(0) };
        }
    }
    for row in ["newly_received", "granted", "concluded"] {
        report["applications"][row]["natural_person"] = received.into();
        report["applications"][row]["total"] = received.into();
    }
    report["active_disclosure"]["penalties"]["decisions"] = (10 * received).into();
    report["title"] = format!("{name}2025年政府信息公开工作年度报告").into();
    report["agency"] = name.into();
    report["agency_kind"] = Value::Null;
    report["preamble"] = Value::Null;
    for text in ["overview", "problems", "other_matters"] {
        report[text] = "略。".into();
    }
    report
}

/// Writes the district, and says where.
fn district(test: &str) -> PathBuf {
    let folder = folder(test);
    let inside = folder.join("部门");
    fs::create_dir(&inside).unwrap();
    let form = ogi(["parse", SOUND_2021]).json();
    let write = |path: &Path, report: &Value| fs::write(path, report.to_string()).unwrap();
    let mut reports = OFFICES.map(|(name, received)| office(&form, name, received));
    // The parent has asked, and counts right; but it has more penalties.
    let mut parent = office(&form, "示例区人民政府", 12);
    parent["active_disclosure"]["penalties"]["decisions"] = 374.into();
    parent["active_disclosure"]["fees"]["amount"] = "1.23".into();
    write(&folder.join("汇总.json"), &parent);
    for row in ["newly_received", "granted", "concluded"] {
        reports[0]["applications"][row]["total"] = 0.into();
    }
    for cell in reports[1]["applications"]["other_reasons"].as_object_mut().unwrap().values_mut() {
        *cell = Value::Null;
    }
    reports[2]["active_disclosure"]["fees"]["amount"] = "1.2251".into();
    reports[2]["active_disclosure"]["normative_documents"]["in_force"] = 7.into();
    for (report, name) in reports.iter().zip(["农业局", "教育局", "水利局"]) {
        write(&inside.join(format!("{name}.json")), report);
    }
    let mut old = office(&form, "示例区林业局", 1);
    old["year"] = 2024.into();
    write(&inside.join("林业局2024.json"), &old);
    folder
}

#[test]
fn a_clerk_learns_whom_to_call_first() {
    let folder = district("rollup-clerk");
    let run =
        |lang| ogi_in(&folder, ["rollup", "汇总.json", "部门", "--select=rollup-", "--lang", lang]);
    let (zh, en) = (run("zh"), run("en"));
    assert_eq!((zh.code, &zh.err[..], en.code), (1, "", 1));
    insta::assert_snapshot!("rollup-clerk-zh", zh.out);
    insta::assert_snapshot!("rollup-clerk-en", en.out);
}

#[test]
fn an_absent_body_has_bounds() {
    let folder = district("rollup-absent");
    fs::write(folder.join("名单.txt"), "示例区林业局\n示例区公安局\n").unwrap();
    let args = ["rollup", "汇总.json", "部门", "--expect=名单.txt", "--select=rollup-"];
    let run = ogi_in(&folder, args);
    // Nothing differs, since what the government has more may be theirs, and nothing is whole.
    assert_eq!((run.code, &run.err[..]), (3, ""));
    insta::assert_snapshot!("rollup-absent-zh", run.out);
}

/// What people read and what programs read is the same, as often.
#[test]
fn json_holds_what_the_terminal_prints() {
    let folder = district("rollup-json");
    let text = ogi_in(&folder, ["rollup", "汇总.json", "部门"]);
    let run = ogi_in(&folder, ["rollup", "汇总.json", "部门", "--format", "json"]);
    let json = run.json();
    assert_eq!(run.code, text.code);
    let rollup = &json["rollup"];
    for call in rollup["calls"].as_array().unwrap() {
        assert!(text.out.contains(call["message"]["zh"].as_str().unwrap()));
    }
    let cells = rollup["cells"].as_array().unwrap();
    let shown = |it: &&Value| !["equal", "open"].contains(&it["standing"].as_str().unwrap());
    let lines = text.out.lines().filter(|it| it.contains("：汇总数")).count();
    assert_eq!(lines, cells.iter().filter(shown).count());
    let findings = json["files"][0]["findings"].as_array().unwrap();
    let printed = text
        .out
        .lines()
        .filter(|it| ["错误[", "警告[", "提示["].iter().any(|level| it.starts_with(level)));
    assert_eq!(printed.count(), findings.len());
    assert_eq!(rollup["former"], json!([{"name": "示例区林业局", "year": 2024}]));
}

#[test]
fn a_sum_warns_of_what_does_not_add_up() {
    let folder = district("rollup-sum-warns");
    let args = ["rollup", "--sum", "部门", "-o", "汇总2.json", "--agency", "示例区人民政府"];
    let run = ogi_in(&folder, args);
    assert_eq!((run.code, &run.err[..]), (1, ""));
    insta::assert_snapshot!("rollup-sum-warns-zh", run.out);
    let [a, b, c, d, _, e, f] = args;
    let json = ogi_in(&folder, [a, b, c, d, "汇总3.json", e, f, "--format", "json"]).json();
    let count = |key: &str| json[key].as_array().unwrap().len();
    assert_eq!(
        ["calls", "bounds", "unbalanced", "references", "determined"].map(count),
        [1, 0, 3, 2, 7]
    );
    // The report is whole: what its own check finds is what the sum warned of.
    let check = ogi_in(&folder, ["check", "汇总2.json", "--format", "json"]).json();
    let findings = check["files"][0]["findings"].as_array().unwrap();
    let errors = findings.iter().filter(|it| it["severity"] == "error");
    let rules: Vec<_> = errors.map(|it| it["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["t3-row-sum", "t3-row-sum", "t3-row-sum"]);
}

/// A sum has all six parts in every format, and its own check finds nothing wrong with it.
#[test]
fn a_sum_of_sound_reports_passes_the_check_of_the_project() {
    let folder = district("rollup-sum-sound");
    for format in ["txt", "md", "json", "html", "docx", "xlsx"] {
        let out = format!("汇总.{format}");
        let args = [
            "rollup",
            "--sum",
            "部门/教育局.json",
            "部门/水利局.json",
            "-o",
            &out,
            "--agency",
            "示例区人民政府",
            "--force",
        ];
        assert_eq!(ogi_in(&folder, args).code, 0, "{format}");
        let run = ogi_in(&folder, ["check", &out, "--format", "json"]);
        let file = &run.json()["files"][0];
        assert_eq!((run.code, &file["verdict"]), (0, &json!("accepted")), "{format}: {file:#}");
    }
}

#[test]
fn a_workbook_has_all_bodies_and_all_cells() {
    let folder = district("rollup-xlsx");
    let args = ["rollup", "汇总.json", "部门", "--format", "xlsx", "-o", "对照.xlsx"];
    assert_eq!(ogi_in(&folder, args).code, 1);
    assert!(fs::read(folder.join("对照.xlsx")).unwrap().starts_with(b"PK"));
    // What is there stays, an input always.
    assert_eq!(ogi_in(&folder, args).code, 2);
    let run = ogi_in(&folder, ["rollup", "汇总.json", "部门", "-o", "汇总.json", "--force"]);
    assert_eq!((run.code, run.err.contains("输出文件就是输入文件")), (2, true), "{}", run.err);
    let run = ogi_in(&folder, ["rollup", "--sum", "部门", "-o", "和.json", "--format", "xlsx"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("对照工作簿须有汇总报告") && !folder.join("和.json").exists());
}
