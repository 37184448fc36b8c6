//! Folders as they are: lock files, notes and damaged reports among the reports.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::program::{SOUND_2021, folder, ogi, ogi_in, report};

/// The report of an office, with the name and the figures of the bundled one.
fn office(name: &str) -> String {
    let mut report = ogi(["parse", SOUND_2021]).json();
    report["agency"] = name.into();
    report.to_string()
}

/// Thirty departments of which two sent damaged files, and what else lies there.
fn departments(folder: &Path) {
    for n in 1..=28 {
        fs::write(folder.join(format!("{n:02}.json")), office(&format!("示例市第{n}局"))).unwrap();
    }
    fs::write(folder.join("29.docx"), b"PK\x03\x04 half of a file").unwrap();
    fs::write(folder.join("30.json"), "{\"schema_version\": 1, \"year\": ").unwrap();
    fs::write(folder.join("~$29.docx"), "lock").unwrap();
    fs::write(folder.join("说明.txt"), "请各单位于1月20日前报送。\n").unwrap();
    fs::write(folder.join("Thumbs.db"), "pictures").unwrap();
}

#[test]
fn what_is_no_report_does_not_poison_a_roll_up() {
    let folder = folder("departments");
    let inside = folder.join("dep");
    fs::create_dir(&inside).unwrap();
    departments(&inside);
    fs::write(folder.join("parent.json"), office("示例市人民政府")).unwrap();

    let run = ogi_in(&folder, ["rollup", "--sum", "dep", "-o", "sum.json", "--format", "json"]);
    assert_eq!(run.code, 2, "{}", run.err);
    let skipped: Vec<_> = run.err.lines().filter(|it| it.starts_with("已跳过")).collect();
    assert!(skipped.iter().any(|it| it.contains("~$29.docx") && it.contains("Thumbs.db")));
    assert!(skipped.iter().any(|it| it.contains("说明.txt")), "{}", run.err);
    let summed = run.json();
    let notes = summed["notes"].as_array().unwrap();
    let unreadable: Vec<_> = notes.iter().map(|it| (&it["kind"], &it["child"])).collect();
    let [kind, one, other] =
        [json!("child-unreadable"), json!("dep/29.docx"), json!("dep/30.json")];
    assert_eq!(unreadable, [(&kind, &one), (&kind, &other)]);
    let bound = summed["bounds"].as_array().unwrap().iter().find(|it| {
        it["cell"] == json!({"table": "applications", "row": "newly_received", "column": "total"})
    });
    assert_eq!(bound.unwrap()["at_least"], 28 * 46);
    assert_eq!(bound.unwrap()["missing"], json!([one, other]));

    let run = ogi_in(&folder, ["rollup", "parent.json", "dep", "--format", "json"]);
    assert_eq!(run.code, 2);
    let files = run.json()["files"].clone();
    assert_eq!(files.as_array().unwrap().len(), 3);
    assert_ne!(files[0]["verdict"], "accepted");
    let findings = files[0]["findings"].as_array().unwrap();
    let of = |rule: &str| findings.iter().filter(|it| it["rule"] == rule).count();
    assert_eq!((of("rollup-unreadable"), of("rollup-missing")), (2, 0));
}

/// Standing alone, what cannot be read is told, and the sum that is there stays.
#[test]
fn a_sum_of_nothing_leaves_what_is_there() {
    let folder = folder("sum-of-nothing");
    fs::create_dir(folder.join("dep")).unwrap();
    fs::write(folder.join("dep/a.docx"), b"PK\x03\x04 half of a file").unwrap();
    fs::write(folder.join("sum.json"), "last year's").unwrap();
    let run = ogi_in(&folder, ["rollup", "--sum", "dep", "-o", "sum.json", "--force"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("dep/a.docx: "), "{}", run.err);
    assert_eq!(fs::read_to_string(folder.join("sum.json")).unwrap(), "last year's");
}

#[test]
fn patterns_and_filters_choose_files() {
    let folder = folder("patterns");
    fs::create_dir_all(folder.join("in/2025")).unwrap();
    for name in ["in/a.txt", "in/b.txt", "in/附件1.txt", "in/2025/c.txt", "in/~$a.txt"] {
        fs::write(folder.join(name), report(SOUND_2021)).unwrap();
    }
    let paths = |args: &[&str]| {
        let args: Vec<_> = ["check", "--format", "json"].iter().chain(args).copied().collect();
        let output = crate::program::command(&args).current_dir(&folder).output().unwrap();
        let json: Value = serde_json::from_slice(&output.stdout).unwrap();
        let files = json["files"].as_array().unwrap().iter();
        files.map(|it| it["path"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(paths(&["in/*.txt"]), ["in/a.txt", "in/b.txt", "in/附件1.txt"]);
    assert_eq!(paths(&["in/**/c.*"]), ["in/2025/c.txt"]);
    assert_eq!(paths(&["in", "--exclude", "附件*"]), ["in/2025/c.txt", "in/a.txt", "in/b.txt"]);
    assert_eq!(paths(&["in", "--include", "2025/*"]), ["in/2025/c.txt"]);
    let run = ogi_in(&folder, ["check", "in/*.pdf"]);
    assert_eq!((run.code, &run.err[..]), (2, "in/*.pdf: 找不到文件\n"));
}
