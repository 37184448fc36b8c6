//! `ogi parse`

use std::fs;

use serde_json::{Value, json};

use crate::program::{PLANTED, SOUND_2019, SOUND_2021, folder, ogi, ogi_in, ogi_with, report};

#[test]
fn a_file_gives_its_report() {
    let run = ogi(["parse", SOUND_2021]);
    assert_eq!((run.code, &run.err[..]), (0, ""));
    assert!(run.out.starts_with("{\n  \"schema_version\": 1,\n"));
    let json = run.json();
    assert_eq!(json["agency"], "示例市民政局");
    assert_eq!(json["agency_kind"], "department");
    assert_eq!(json["year"], 2025);
    assert_eq!(json["published"], "2026-01-20");
    assert_eq!(json["active_disclosure"]["rules"]["issued"], "/");
    assert_eq!(json["active_disclosure"]["fees"]["amount"], "12.60");
    assert_eq!(json["applications"]["newly_received"]["total"], 46);
    assert_eq!(json.get("notes"), None);
}

#[test]
fn the_older_edition() {
    let json = ogi(["parse", SOUND_2019]).json();
    assert_eq!(json["year"], 2020);
    assert_eq!(json["agency_kind"], "office");
    assert_eq!(json["active_disclosure"]["edition"], "2019");
    assert_eq!(json["active_disclosure"]["other_services"]["change"], -2);
    assert_eq!(json["active_disclosure"]["procurement"]["amount"], "82.35");
    assert_eq!(json["applications"]["other"]["total"], 3);
}

#[test]
fn full_adds_notes_and_places() {
    let run = ogi(["parse", "--full", PLANTED]);
    assert_eq!(run.code, 0);
    let json = run.json();
    let claim = &json["claims"][0];
    assert!(claim["printed"].is_string() && claim["place"]["line"].is_number(), "{claim}");
    let blank = json["notes"].as_array().unwrap().iter().find(|it| it["kind"] == "cell-blank");
    assert_eq!(blank.unwrap()["cell"]["row"], "fees");
    let place = &json["sources"]["disputes"]["reconsideration"]["total"];
    assert_eq!((&place["kind"], &place["column"]), (&json!("text"), &json!(1)));
    assert_eq!(json["active_disclosure"]["fees"]["amount"], Value::Null);
}

#[test]
fn several_files_give_a_line_each() {
    let run = ogi(["parse", SOUND_2021, "missing.txt", PLANTED]);
    assert_eq!(run.code, 2);
    let lines = run.json_lines();
    let paths: Vec<_> = lines.iter().map(|it| it["path"].as_str().unwrap()).collect();
    assert_eq!(paths, [SOUND_2021, "missing.txt", PLANTED]);
    assert_eq!(lines[0]["error"], Value::Null);
    assert_eq!(lines[0]["report"]["year"], 2025);
    assert_eq!(lines[1]["error"]["kind"], "io");
    assert_eq!(lines[1]["error"]["message"], "找不到文件");
    assert_eq!(lines[1]["report"], Value::Null);
    assert_eq!(lines[2]["report"]["year"], 2024);
    let keys: Vec<_> = lines[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["path", "error", "report"]);
}

#[test]
fn a_folder_counts_as_several() {
    let folder = folder("parse-folder");
    fs::write(folder.join("one.txt"), report(SOUND_2021)).unwrap();
    let run = ogi_in(&folder, ["parse", "--full", "."]);
    assert_eq!(run.code, 0);
    let lines = run.json_lines();
    assert_eq!(lines.len(), 1);
    assert!(lines[0]["report"]["notes"].is_array());
}

#[test]
fn standard_input() {
    let run = ogi_with(["parse", "-"], &report(SOUND_2021));
    assert_eq!(run.code, 0);
    assert_eq!(run.json(), ogi(["parse", SOUND_2021]).json());
}

/// What `parse` prints is read again.
#[test]
fn json_is_read_too() {
    let first = ogi(["parse", PLANTED]);
    let again = ogi_with(["parse", "-"], &first.out);
    assert_eq!((again.code, again.out), (0, first.out));
}

#[test]
fn unreadable_cells_are_exit_code_1() {
    let text = report(SOUND_2021).replace("\n127\n", "\n99999999999999999999\n");
    let run = ogi_with(["parse", "-"], &text);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.json()["active_disclosure"]["licensing"]["decisions"],
        json!({"unreadable": "99999999999999999999"}),
    );
    let json = ogi_with(["parse", "-"], &run.out);
    assert_eq!(json.code, 1);
}

#[test]
fn what_is_no_report_is_exit_code_2() {
    let run = ogi_with(["parse", "-"], "关于2025年国庆节放假的通知\n");
    assert_eq!((run.code, &run.out[..]), (2, ""));
    assert_eq!(
        run.err,
        "-: 未发现政府信息公开工作年度报告。请确认文件中是报告全文，而不是目录或链接。\n",
    );
    let run = ogi_with(["parse", "-", "--lang", "en"], "关于2025年国庆节放假的通知\n");
    assert_eq!(
        run.err,
        "-: this is no government information annual report; make sure that the file holds the whole \
         report, not a link to it\n",
    );
}

/// Each kind of file that is not read, or damaged, is distinguished and comes with advice.
#[test]
fn files_that_are_no_text() {
    let folder = folder("parse-containers");
    let files: [(&str, &[u8]); 10] = [
        ("a.pdf", b"%PDF-1.7\n"),
        ("b.docx", b"PK\x03\x04"),
        ("c.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("d.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("e.ofd", b"PK\x03\x04"),
        ("f.html", b"\xef\xbb\xbf\n<!DOCTYPE html><html></html>"),
        ("f2.htm", "<p align=center>2025年政府信息公开工作年度报告</p>".as_bytes()),
        ("g.txt", b"\xd5\xfe\xb8\xae\xd0\xc5\xcf\xa2"),
        ("h.json", b"{\"schema_version\": 7}"),
        ("i.txt", b""),
    ];
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    fs::write(folder.join("photo.jpg"), b"\xff\xd8\xff").unwrap();
    fs::write(folder.join(".hidden.txt"), b"").unwrap();
    let run = ogi_in(&folder, ["parse", "."]);
    assert_eq!(run.code, 2);
    insta::assert_snapshot!(errors(&run.json_lines()));
    let run = ogi_in(&folder, ["parse", ".", "--lang", "en"]);
    insta::assert_snapshot!(errors(&run.json_lines()));
    // Named, it is tried.
    assert_eq!(ogi_in(&folder, ["parse", "photo.jpg"]).code, 2);
}

fn errors(lines: &[Value]) -> String {
    let line = |it: &Value| {
        let (path, error) = (it["path"].as_str().unwrap(), &it["error"]);
        let message = error["message"].as_str().unwrap();
        format!("{path} [{}] {message}", error["kind"].as_str().unwrap())
    };
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Whatever is wrong with one file, the others are read.
#[test]
fn a_bad_file_does_not_stop_a_batch() {
    let folder = folder("parse-batch");
    let good = report(SOUND_2021);
    let page = format!("<html><pre>{good}</pre></html>");
    let files: [(&str, Vec<u8>); 8] = [
        ("1.txt", good.clone().into_bytes()),
        ("2.docx", b"PK\x03\x04word/document.xml".to_vec()),
        ("3.html", "<div>".repeat(100_000).into_bytes()),
        ("4.txt", vec![b' '; 80 << 20]),
        ("5.xlsx", vec![0; 1000]),
        ("6.txt", b"7\n".repeat(100_000)),
        ("7.pdf", b"%PDF-1.7\nxref\n0 99999999999\n".to_vec()),
        ("8.html", page.into_bytes()),
    ];
    for (name, bytes) in &files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let run = ogi_in(&folder, ["parse", "."]);
    assert_eq!(run.code, 2);
    let lines = run.json_lines();
    assert_eq!(lines.len(), files.len());
    for (line, (name, _)) in lines.iter().zip(&files) {
        assert!(line["path"].as_str().unwrap().ends_with(name), "{line}");
        let is_good = ["1.txt", "8.html"].contains(name);
        assert_eq!(line["error"].is_null(), is_good, "{line}");
        assert_eq!(line["report"]["agency"].as_str(), is_good.then_some("示例市民政局"));
    }
}
