//! `ogi export` and `ogi indicators`

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::program::{PLANTED, SOUND_2019, SOUND_2021, folder, ogi, ogi_in, report, reports};

const TABLES: [&str; 4] = ["reports", "figures", "findings", "unread"];

#[test]
fn every_figure_has_a_row() {
    let run = ogi(["export", SOUND_2021, SOUND_2019]);
    assert_eq!((run.code, &run.err[..]), (0, ""));
    // 10, 175 and 15 figures and the heads; the edition of 2019 has 22, 161 and 15.
    assert_eq!(run.out.lines().count(), 1 + (10 + 175 + 15) + (22 + 161 + 15));
    let head = run.out.lines().next().unwrap();
    assert!(head.starts_with("report_path,agency_key,report_year,form_edition,table_key,row_key,"));
    let jsonl = ogi(["export", "--format", "jsonl", SOUND_2021]).json_lines();
    assert_eq!(jsonl.len(), 200);
    let has_place = |it: &Value| it["place_kind"] == "text" && it["place_line"].is_number();
    assert!(jsonl.iter().all(|it| it["agency_key"] == "示例市民政局" && has_place(it)));
}

#[test]
fn a_blank_is_no_zero() {
    let rows = ogi(["export", "--format", "jsonl", PLANTED]).json_lines();
    let fees = rows.iter().find(|it| it["row_key"] == "fees").unwrap();
    assert_eq!((&fees["cell_state"], &fees["amount_value"]), (&"blank".into(), &Value::Null));
    let money = ogi(["export", "--format", "jsonl", SOUND_2021]).json_lines();
    let fees = money.iter().find(|it| it["row_key"] == "fees").unwrap();
    assert_eq!(fees["amount_value"].to_string(), "12.6");
}

fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|it| serde_json::from_str(it).unwrap()).collect()
}

/// A bad file is stated in a table and on standard error, and the others are there.
#[test]
fn four_tables() {
    let folder = folder("export-tables");
    fs::create_dir(folder.join("in")).unwrap();
    fs::copy(reports().join(PLANTED), folder.join("in/b.txt")).unwrap();
    fs::write(folder.join("in/a.txt"), "关于放假的通知\n").unwrap();
    let run = ogi_in(&folder, ["export", "in", "-o", "out", "--format", "jsonl"]);
    assert_eq!((run.code, &run.out[..]), (2, ""));
    assert!(run.err.starts_with("in/a.txt: "), "{}", run.err);

    let [reports, figures, findings, unread] =
        TABLES.map(|it| lines(&folder.join("out").join(it).with_extension("jsonl")));
    assert_eq!((reports.len(), figures.len()), (1, 200));
    let one = &reports[0];
    // SHA-256 as other programs state it: 64 digits of the bytes of the file.
    assert_eq!(one["report_hash"].as_str().unwrap().len(), 64);
    assert_eq!(
        (&one["source_format"], &one["check_verdict"]),
        (&"text".into(), &"rejected".into())
    );
    assert_eq!(one["error_count"].as_u64().unwrap() as usize, count(&findings, "error"));
    assert_eq!(one["agency_level"], "township");
    assert!(one["targets_required"].as_u64() >= one["targets_judged"].as_u64());
    let checked = ogi(["check", "--format", "json", PLANTED]).json();
    let found = checked["files"][0]["findings"].as_array().unwrap();
    assert_eq!(findings.len(), found.len());
    let sum = findings.iter().find(|it| it["rule_key"] == "t4-sum").unwrap();
    assert_eq!(sum["row_key"], "reconsideration");
    assert_eq!((&sum["observed_value"], &sum["expected_value"]), (&0.into(), &2.into()));
    assert_eq!(unread[0]["unread_kind"], "file");
    assert_eq!(unread[0]["report_path"], "in/a.txt");
    let cells = unread[1..].iter().map(|it| it["cell_count"].as_u64().unwrap()).sum::<u64>();
    assert_eq!(one["unreadable_count"], cells);

    // What is there is not written over.
    let again = ogi_in(&folder, ["export", "in", "-o", "out", "--format", "jsonl"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("reports.jsonl: 文件已经存在"), "{}", again.err);
    let forced = ogi_in(&folder, ["export", "in", "-o", "out", "--force", "--bom"]);
    assert_eq!(forced.code, 2);
    let csv = fs::read_to_string(folder.join("out/figures.csv")).unwrap();
    assert!(csv.starts_with("\u{feff}report_path,"));
    assert_eq!(csv.lines().count(), 201);
}

fn count(findings: &[Value], severity: &str) -> usize {
    findings.iter().filter(|it| it["severity_key"] == severity).count()
}

/// Under all its names an agency is one; its two reports of one year are named.
#[test]
fn reports_of_one_agency_and_year_are_named() {
    let folder = folder("export-twins");
    let old_name = report(SOUND_2021).replace("示例市民政局", "示例市民政和社会局");
    fs::write(folder.join("a.txt"), report(SOUND_2021)).unwrap();
    fs::write(folder.join("b.txt"), old_name).unwrap();
    fs::write(folder.join("aliases.toml"), "\"示例市民政局\" = [\"示例市民政和社会局\"]\n")
        .unwrap();
    let table = ["export", "a.txt", "b.txt", "--table", "reports", "--format", "jsonl"];
    let apart = ogi_in(&folder, table);
    assert_eq!((apart.code, &apart.err[..]), (0, ""));
    let [a, b, c, d, e, f, g] = table;
    let run = ogi_in(&folder, [a, b, c, d, e, f, g, "--aliases", "aliases.toml"]);
    assert_eq!(run.err, "示例市民政局2025年的报告有2份：a.txt、b.txt\n");
    let twins: Vec<_> = run.json_lines().iter().map(|it| it["same_report_paths"].clone()).collect();
    assert_eq!(twins, ["b.txt", "a.txt"]);
    assert!(run.json_lines().iter().all(|it| it["agency_key"] == "示例市民政局"));
}

#[cfg(not(feature = "parquet"))]
#[test]
fn parquet_is_said_to_be_left_out() {
    let folder = folder("export-no-parquet");
    let path = folder.join("out");
    let run = ogi(["export", SOUND_2021, "-o", path.to_str().unwrap(), "--format", "parquet"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("没有包含 parquet") && run.err.contains("--features parquet"));
}

/// Other programs read the same from Parquet as from CSV (`parquet.py` says which).
#[cfg(feature = "parquet")]
#[test]
fn other_programs_read_parquet() {
    let folder = folder("export-parquet");
    let path = folder.to_str().unwrap();
    for format in ["csv", "parquet"] {
        assert_eq!(ogi(["export", ".", "-o", path, "--format", format]).code, 0);
    }
    for table in TABLES {
        let start = fs::read(folder.join(table).with_extension("parquet")).unwrap();
        assert!(start.starts_with(b"PAR1"), "{table}");
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parquet.py");
    let python = std::process::Command::new("python3").arg(script).arg(path).output();
    let Ok(output) = python else {
        eprintln!("!!! SKIPPED: python3 is not here, nobody else reads the Parquet files");
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    eprintln!("{said}");
    assert!(output.status.success(), "{said}");
}

#[test]
fn indicators() {
    insta::assert_snapshot!("indicators-zh", ogi(["indicators", PLANTED]).out);
    insta::assert_snapshot!("indicators-en", ogi(["indicators", "--lang", "en", SOUND_2019]).out);
    let one = &ogi(["indicators", "--format", "jsonl", PLANTED]).json_lines()[0];
    assert_eq!(one["indicators"][0]["value"], "20");
    let listed = ogi(["indicators"]).out;
    assert!(listed.contains("公开率（按办结）：（予以公开＋部分公开）÷办理结果总计"), "{listed}");
}

#[test]
fn charts() {
    let folder = folder("chart");
    let path = folder.join("a.svg");
    let run = ogi(["chart", "outcomes", PLANTED, "-o", path.to_str().unwrap()]);
    assert_eq!((run.code, run.out, run.err), (0, String::new(), String::new()));
    assert!(fs::read_to_string(path).unwrap().contains("（一）予以公开：13，"));
    assert!(
        ogi(["chart", "years", "../series", "--aliases=../series/aliases.toml"])
            .out
            .contains("2025年新收申请")
    );
    assert_eq!(ogi(["chart", "applicants", PLANTED, SOUND_2021]).code, 2);
}
