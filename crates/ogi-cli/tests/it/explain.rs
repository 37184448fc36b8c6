//! `ogi parse --explain`

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::program::{PLANTED, SOUND_2019, SOUND_2021, ogi, ogi_with, report};

/// The sound report with headings reworded, labels misspelt and torn, and figures lost.
fn messy() -> String {
    let mut text = report(SOUND_2021)
        .replace("一、总体情况", "一、总体工作推进情况")
        .replace("2.其他法律行政法规禁止公开", "2.其他法律行政止公开")
        .replace("确认或重新出具", "确认或\n重新出具");
    // A blank of a row left no trace, and the sums tell which it was.
    lose(&mut text, "（一）予以公开", "\n1\n");
    // One of table four, and nothing tells.
    lose(&mut text, "未经复议直接起诉", "\n0\n");
    lose(&mut text, "未经复议直接起诉", "\n0\n");
    text
}

/// Loses a line behind a label.
fn lose(text: &mut String, label: &str, line: &str) {
    let label = text.find(label).unwrap() + label.len();
    let at = label + text[label..].find(line).unwrap();
    text.replace_range(at..at + line.len(), "\n");
}

/// The lines about what is not printed as the form prints it, or was not read.
fn odd_lines(text: &str, [official, took]: [&str; 2]) -> String {
    let is_odd = |line: &&str| {
        let rest = line.split_once(official).map(|it| it.1);
        rest.is_none_or(|it| !it.is_empty() && !it.starts_with(took))
    };
    text.lines().filter(is_odd).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_sound_report() {
    let run = ogi(["parse", "--explain", SOUND_2019]);
    assert_eq!((run.code, &run.err[..]), (0, ""));
    assert_snapshot!("explain-sound-zh", run.out);
}

#[test]
fn a_messy_report() {
    let official = [("zh", ["逐字相同", "；取"]), ("en", ["to the letter", "; took"])];
    for (lang, official) in official {
        let run = ogi_with(["parse", "--explain", "-", "--lang", lang], &messy());
        assert_eq!((run.code, &run.err[..]), (1, ""));
        let odd = odd_lines(&run.out, official);
        assert_snapshot!(format!("explain-messy-{lang}"), odd);
    }
}

#[test]
fn in_json_under_full() {
    let json = ogi_with(["parse", "--full", "--explain", "-"], &messy()).json();
    let decisions = json["decisions"].as_array().unwrap();
    let of = |row: &str| decisions.iter().find(|it| it["about"] == json!({ "row": row })).unwrap();

    let misspelt = of("denied_by_law");
    assert_eq!(misspelt["printed"], "2.其他法律行政止公开");
    assert_eq!(misspelt["known"], json!({ "by": "similar", "distance": 3 }));
    assert_eq!(misspelt["lost"][0]["reading"], "label");
    assert!(misspelt["lost"][0]["distance"].as_u64().unwrap() > 3);
    assert_eq!(misspelt["taken"].as_array().unwrap().len(), 7);

    let settled = of("granted");
    assert_eq!(settled["taken"][1]["printed"], "");
    assert!(!settled["settled_by"].as_array().unwrap().is_empty());
    assert!(settled["lost"].as_array().unwrap().iter().all(|it| it["reading"] == "placings"));

    let unreadable = of("litigation_direct");
    assert_eq!(unreadable["problem"], "too-few-figures");
    assert_eq!(unreadable["taken"][0]["cell"], Value::Null);
    assert!(unreadable["place"]["line"].is_number());

    // Nothing of it unless asked.
    assert_eq!(ogi(["parse", "--full", PLANTED]).json().get("decisions"), None);
}

#[test]
fn what_cannot_be_read_does_not_stop_the_others() {
    let run = ogi(["parse", "--explain", "missing.txt", SOUND_2021]);
    assert_eq!((run.code, &run.err[..]), (2, "missing.txt: 找不到文件\n"));
    assert!(run.out.starts_with("civil-affairs-bureau-2025.txt\n"));
}
