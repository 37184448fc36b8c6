//! Many reports at once: the folder of pages, the workbook, the statistics.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::program::{PLANTED, SOUND_2021, folder, ogi, ogi_in, report};

const HOSTILE: &str = "<script>alert(1)</script>/../../局";

/// Reports of every verdict, two that cannot be read, and files that are passed over.
fn inbox(test: &str) -> PathBuf {
    let folder = folder(test);
    let inside = folder.join("in/2025");
    fs::create_dir_all(&inside).unwrap();
    fs::write(folder.join("in/民政局.txt"), report(SOUND_2021)).unwrap();
    fs::write(inside.join("街道.txt"), report(PLANTED)).unwrap();
    let mut hostile = ogi(["parse", PLANTED]).json();
    hostile["agency"] = HOSTILE.into();
    fs::write(inside.join("街道.json"), hostile.to_string()).unwrap();
    fs::write(inside.join("通知.txt"), "关于放假的通知\n").unwrap();
    fs::write(inside.join("坏.docx"), b"PK\x03\x04 half of a file").unwrap();
    fs::write(inside.join("~$坏.docx"), "lock").unwrap();
    fs::write(inside.join("Thumbs.db"), "pictures").unwrap();
    folder
}

fn names(folder: &Path) -> BTreeSet<String> {
    let names = fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name());
    names.map(|it| it.into_string().unwrap()).collect()
}

/// What stands between tags.
fn text(html: &str) -> String {
    let pieces = html.split('<').map(|it| it.split_once('>').map_or(it, |it| it.1));
    pieces.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The row of a file in the overview.
fn row(overview: &str, path: &str) -> String {
    let rows = overview
        .split("<tr>")
        .filter(|it| text(it).ends_with(path) || it.contains(&format!(">{path}</td>")));
    text(rows.last().unwrap_or_else(|| panic!("{path}")).split("</tr>").next().unwrap())
}

#[test]
fn a_folder_of_pages_with_an_overview() {
    let folder = inbox("pages-folder");
    let run = ogi_in(&folder, ["check", "in", "--format", "html", "-o", "out"]);
    assert_eq!(run.code, 2, "{}", run.err);
    let overview = fs::read_to_string(folder.join("out/index.html")).unwrap();
    assert!(run.err.contains("out/index.html"), "{}", run.err);

    // The counts are those of JSON.
    let json = ogi_in(&folder, ["check", "in", "--format", "json"]).json();
    let files = json["files"].as_array().unwrap();
    assert_eq!(files.len(), 5);
    for file in files.iter().filter(|it| it["error"].is_null()) {
        let count = |severity: &str| {
            let findings = file["findings"].as_array().unwrap().iter();
            findings.filter(|it| it["severity"] == severity).count()
        };
        let coverage = &file["coverage"];
        let counts = format!(
            "{} {} {} {}/{}",
            count("error"),
            count("warning"),
            count("info"),
            coverage["judged"],
            coverage["required"]
        );
        let row = row(&overview, file["path"].as_str().unwrap());
        assert!(row.contains(&counts), "{row}: {counts}");
        assert!(row.contains(&file["year"].to_string()), "{row}");
    }
    for (path, why) in [
        ("in/2025/通知.txt", "无法读取"),
        ("in/2025/坏.docx", "文件不完整或已损坏"),
        ("in/2025/Thumbs.db", "已跳过 系统或办公软件自用的文件"),
        ("in/2025/~$坏.docx", "已跳过"),
    ] {
        let row = row(&overview, path);
        assert!(row.contains(why), "{row}");
    }

    // Every report has its page, and every link leads to one; two names that differ in the ending are two.
    let pages = names(&folder.join("out/pages"));
    assert_eq!(pages.len(), 3, "{pages:?}");
    assert!(pages.iter().all(|it| it.chars().all(|it| it.is_alphanumeric() || "-.".contains(it))));
    let begins = "href=\"";
    let links: BTreeSet<_> =
        overview.split(begins).skip(1).filter_map(|it| it.split('"').next()).collect();
    assert_eq!(links.len(), pages.len());
    assert!(links.iter().all(|it| it.starts_with("pages/") && !it.contains("..")), "{links:?}");

    // What a report calls itself is text.
    assert_eq!(overview.matches("<script").count(), 1);
    assert!(overview.contains("&#60;script&#62;alert(1)"));
    let marked =
        pages.iter().map(|it| fs::read_to_string(folder.join("out/pages").join(it)).unwrap());
    assert!(
        marked.filter(|it| it.contains("&#60;script&#62;alert")).all(|it| !it.contains("<script"))
    );

    // Another run writes the same, if it may.
    let again = ogi_in(&folder, ["check", "in", "--format", "html", "-o", "out"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("文件夹里已有内容"), "{}", again.err);
    fs::remove_file(folder.join("out/index.html")).unwrap();
    let forced = ogi_in(&folder, ["check", "in", "--format", "html", "-o", "out", "--force"]);
    assert_eq!(forced.code, 2, "{}", forced.err);
    assert_eq!(fs::read_to_string(folder.join("out/index.html")).unwrap(), overview);
    assert_eq!(names(&folder.join("out/pages")), pages);
}

#[test]
fn where_pages_may_go() {
    let folder = inbox("pages-where");
    let err = |args: [&str; 6]| {
        let run = ogi_in(&folder, args);
        assert_eq!((run.code, &run.out[..]), (2, ""), "{}", run.err);
        run.err
    };
    let inside = err(["check", "in", "--format", "html", "-o", "in/out"]);
    assert!(inside.contains("输出文件夹在输入文件夹里面"), "{inside}");
    let file = err(["check", "in", "--format", "html", "-o", "in/民政局.txt"]);
    assert!(file.contains("输出文件就是输入文件"), "{file}");
    // An empty folder is as good as a new one.
    fs::create_dir(folder.join("empty")).unwrap();
    ogi_in(&folder, ["check", "in", "--format", "html", "-o", "empty"]);
    assert!(folder.join("empty/index.html").exists());
}

#[test]
fn a_workbook_of_a_folder_and_of_a_report() {
    let folder = inbox("pages-workbook");
    let run = ogi_in(&folder, ["check", "in", "--format", "xlsx", "-o", "all.xlsx"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.out.starts_with("共5份："), "{}", run.out);
    assert!(fs::read(folder.join("all.xlsx")).unwrap().starts_with(b"PK"));
    let again = ogi_in(&folder, ["check", "in", "--format", "xlsx", "-o", "all.xlsx"]);
    assert!(again.err.contains("文件已经存在"), "{}", again.err);
    let one = ["check", "in/民政局.txt", "--format", "xlsx", "-o", "one.xlsx"];
    assert_eq!(ogi_in(&folder, one).code, 0);
    assert!(fs::read(folder.join("one.xlsx")).unwrap().starts_with(b"PK"));
    // A page goes to a file too, and what cannot be read leaves what is there.
    let page = ["check", "in/民政局.txt", "--format", "html", "-o", "one.html"];
    assert_eq!(ogi_in(&folder, page).code, 0);
    let written = fs::read_to_string(folder.join("one.html")).unwrap();
    assert!(written.starts_with("<!doctype html>"));
    let none = ["check", "in/2025/坏.docx", "--format", "html", "-o", "one.html", "--force"];
    assert_eq!(ogi_in(&folder, none).code, 2);
    assert_eq!(fs::read_to_string(folder.join("one.html")).unwrap(), written);
}

#[test]
fn findings_by_rule() {
    let folder = inbox("pages-statistics");
    let run = ogi_in(&folder, ["check", "in", "--format", "json", "--statistics"]);
    let json = run.json();
    let rules = json["statistics"]["rules"].as_array().unwrap();
    let files = json["files"].as_array().unwrap();
    assert!(rules.len() > 2);
    for it in rules {
        let of_rule = |file: &Value| {
            file["findings"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|finding| finding["rule"] == it["rule"])
                .count()
        };
        let findings: usize = files.iter().map(of_rule).sum();
        let reports = files.iter().filter(|file| of_rule(file) > 0).count();
        assert_eq!((&it["findings"], &it["reports"]), (&findings.into(), &reports.into()), "{it}");
    }
    assert_eq!(json["statistics"]["unread"], 2);
    assert!(ogi_in(&folder, ["check", "in", "--format", "json"]).json()["statistics"].is_null());

    // A line for each rule, in the same order, and nothing of single findings.
    let shown = ogi_in(&folder, ["check", "in", "--statistics"]);
    let lines: Vec<_> = shown.out.lines().take_while(|it| !it.is_empty()).collect();
    assert_eq!(lines.len(), rules.len(), "{}", shown.out);
    for (line, it) in lines.iter().zip(rules) {
        assert!(line.contains(it["rule"].as_str().unwrap()), "{line}");
        assert!(line.contains(&format!("{}处", it["findings"])), "{line}");
    }
    let other = ogi_in(&folder, ["check", "in", "--format", "sarif", "--statistics"]);
    assert_eq!((other.code, &other.out[..]), (2, ""));
}

#[test]
fn a_fragment_for_another_page() {
    let run = ogi(["check", PLANTED, "--format", "html", "--fragment"]);
    assert_eq!(run.code, 1);
    assert!(run.out.starts_with("<div class=\"ogi\"") && !run.out.contains("<head>"));
    let converted = ogi(["convert", PLANTED, "-o", "-", "--to", "html", "--fragment"]);
    assert!(converted.out.starts_with("<div class=\"ogi\""), "{}", converted.err);
    let json = ogi(["check", PLANTED, "--format", "json", "--fragment"]);
    let text = ogi(["convert", PLANTED, "-o", "-", "--to", "text", "--fragment"]);
    for run in [json, text] {
        assert_eq!((run.code, &run.out[..]), (2, ""));
        assert!(run.err.contains("--fragment"), "{}", run.err);
    }
}

/// What a person reads and what a program reads have the findings in one order.
#[test]
fn the_worst_come_first_on_a_terminal_and_in_json() {
    let json = ogi(["check", PLANTED, "--format", "json"]).json();
    let findings = json["files"][0]["findings"].as_array().unwrap();
    let rank = |it: &Value| ["error", "warning", "info"].iter().position(|known| it == known);
    let ranks: Vec<_> = findings.iter().map(|it| rank(&it["severity"]).unwrap()).collect();
    assert!(ranks.is_sorted() && ranks.contains(&0) && ranks.contains(&2), "{ranks:?}");
    let shown = ogi(["check", PLANTED]).out;
    let heads = shown
        .lines()
        .filter_map(|it| ["错误[", "警告[", "提示["].iter().position(|head| it.starts_with(head)));
    let heads: Vec<_> = heads.collect();
    assert_eq!(heads, ranks, "{shown}");
}
