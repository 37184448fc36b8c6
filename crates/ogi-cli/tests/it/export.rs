//! `ogi export` and `ogi indicators`

use std::fs;

use serde_json::Value;

use crate::program::{PLANTED, SOUND_2019, SOUND_2021, folder, ogi, ogi_in, reports};

#[test]
fn every_figure_has_a_row() {
    let run = ogi(["export", SOUND_2021, SOUND_2019]);
    assert_eq!((run.code, &run.err[..]), (0, ""));
    // 10, 175 and 15 figures and the heads; the edition of 2019 has 22, 161 and 15.
    assert_eq!(run.out.lines().count(), 1 + (10 + 175 + 15) + (22 + 161 + 15));
    let head = run.out.lines().next().unwrap();
    assert!(head.starts_with("source,agency,agency_kind,year,edition,table,row,"));
    let jsonl = ogi(["export", "--format", "jsonl", SOUND_2021]).json_lines();
    assert_eq!(jsonl.len(), 200);
    assert!(jsonl.iter().all(|it| it["agency"] == "示例市民政局" && it["place"] != Value::Null));
}

#[test]
fn a_blank_is_no_zero() {
    let rows = ogi(["export", "--format", "jsonl", PLANTED]).json_lines();
    let fees = rows.iter().find(|it| it["row"] == "fees").unwrap();
    assert_eq!((&fees["state"], &fees["value"]), (&"blank".into(), &Value::Null));
}

#[test]
fn a_bad_file_is_told_and_the_others_are_there() {
    let folder = folder("export-bad");
    fs::copy(reports().join(SOUND_2021), folder.join("b.txt")).unwrap();
    fs::write(folder.join("a.txt"), "关于放假的通知\n").unwrap();
    let run = ogi_in(&folder, ["export", ".", "-o", "all.csv", "--bom"]);
    assert_eq!((run.code, &run.out[..]), (2, ""));
    assert!(run.err.contains("a.txt"), "{}", run.err);
    let csv = fs::read_to_string(folder.join("all.csv")).unwrap();
    assert!(csv.starts_with("\u{feff}source,"));
    assert_eq!(csv.lines().count(), 201);
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
