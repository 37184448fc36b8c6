//! Folders as they are: lock files, notes and damaged reports among the reports.

use std::fs;
use std::path::Path;

use ogi::{Edition, Report, TableForm, TableId};
use ogi_testkit::{Document, DocxStyle, Generator, HtmlStyle, Layout, XlsxStyle};
use serde_json::{Value, json};

use crate::program::{SOUND_2021, folder, ogi_in, report};

/// The kinds of files that departments send.
const KINDS: [Document; 5] = [
    Document::Docx(DocxStyle::Plain),
    Document::Docx(DocxStyle::Edited),
    Document::Xlsx(XlsxStyle::OneSheet),
    Document::Html(HtmlStyle::Pasted),
    Document::Html(HtmlStyle::Portal),
];

/// The end of the name of such a file.
const fn extension(kind: Document) -> &'static str {
    match kind {
        Document::Docx(_) => "docx",
        Document::Xlsx(_) => "xlsx",
        _ => "html",
    }
}

/// 33 files: the reports of thirty departments of which two are damaged, a lock file, a note and what Windows leaves;
/// beside them that of their government. What the sound ones report.
fn departments(folder: &Path) -> Vec<Report> {
    let inside = folder.join("dep");
    fs::create_dir(&inside).unwrap();
    let (parent, mut reports) = Generator::new(20).edition(Edition::E2021).family(DEPARTMENTS);
    fs::write(folder.join("parent.txt"), Layout::A1.write(&parent)).unwrap();
    for (n, report) in reports.iter().enumerate() {
        let kind = KINDS[n % KINDS.len()];
        let mut bytes = kind.write(report);
        if DAMAGED.contains(&n) {
            bytes.truncate(bytes.len() / 2);
        }
        fs::write(inside.join(format!("{n:02}.{}", extension(kind))), bytes).unwrap();
    }
    fs::write(inside.join("~$00.docx"), "lock").unwrap();
    fs::write(inside.join("说明.txt"), "请各单位于1月20日前报送。\n").unwrap();
    fs::write(inside.join("Thumbs.db"), "pictures").unwrap();
    assert_eq!(fs::read_dir(&inside).unwrap().count(), 33);
    let mut n = 0;
    reports.retain(|_| {
        n += 1;
        !DAMAGED.contains(&(n - 1))
    });
    reports
}

const DEPARTMENTS: usize = 30;
/// A document and a workbook.
const DAMAGED: [usize; 2] = [10, 12];

#[test]
fn what_is_no_report_does_not_poison_a_roll_up() {
    let folder = folder("departments");
    let sound = departments(&folder);
    assert_eq!(sound.len(), 28);

    let run = ogi_in(&folder, ["rollup", "--sum", "dep", "-o", "sum.json", "--format", "json"]);
    assert_eq!(run.code, 2, "{}", run.err);
    let skipped: Vec<_> = run.err.lines().filter(|it| it.starts_with("已跳过")).collect();
    let names = ["~$00.docx", "Thumbs.db", "说明.txt"];
    let is_named = |name: &&str| skipped.iter().any(|it| it.contains(name));
    assert!(names.iter().all(is_named), "{}", run.err);
    let unreadable: Vec<_> = run.err.lines().filter(|it| it.contains("不完整或已损坏")).collect();
    assert_eq!(unreadable.len(), 2, "{}", run.err);

    // Every sum is that of the 28, and no more than a bound while two are missing.
    let summed = run.json();
    let damaged = [json!("dep/10.docx"), json!("dep/12.xlsx")];
    let notes = summed["notes"].as_array().unwrap();
    let unreadable: Vec<_> = notes.iter().filter(|it| it["kind"] == "child-unreadable").collect();
    assert_eq!(unreadable.iter().map(|it| &it["child"]).collect::<Vec<_>>(), damaged.each_ref());
    let bounds = summed["bounds"].as_array().unwrap();
    let cells = TableForm::of(TableId::Applications, Edition::E2021)
        .cells()
        .chain(TableForm::of(TableId::Disputes, Edition::E2021).cells());
    let mut looked_at = 0;
    for cell in cells.filter(|it| it.is_additive()) {
        let sum: i64 = sound.iter().map(|it| it[cell].count().unwrap()).sum();
        let bound = bounds.iter().find(|it| it["cell"] == serde_json::to_value(cell).unwrap());
        let bound = bound.unwrap();
        assert_eq!(bound["at_least"], sum, "{cell}");
        assert_eq!(bound["missing"], json!(damaged), "{cell}");
        looked_at += 1;
    }
    assert!(looked_at > 150, "{looked_at}");

    let run = ogi_in(&folder, ["rollup", "parent.txt", "dep", "--format", "json"]);
    assert_eq!(run.code, 2);
    let files = run.json()["files"].clone();
    assert_eq!(files.as_array().unwrap().len(), 3);
    assert_ne!(files[0]["verdict"], "accepted");
    let findings = files[0]["findings"].as_array().unwrap();
    let of = |rule: &str| findings.iter().filter(|it| it["rule"] == rule).count();
    assert_eq!((of("rollup-unreadable"), of("rollup-missing")), (2, 0));
    // The government counted all thirty: no sum of it is below what 28 come to.
    assert_eq!(of("rollup-sum"), 0);
}

/// Standing alone, what cannot be read is stated, and the sum that is there stays.
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
