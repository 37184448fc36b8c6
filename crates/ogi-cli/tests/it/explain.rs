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
    // A blank of a row left no trace, and the sums state which it was.
    lose(&mut text, "（一）予以公开", "\n1\n");
    // One of table four, and nothing states.
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
fn odd_lines(text: &str, [official, costs, took]: [&str; 3]) -> String {
    // What could not be read, or was settled, stands between the costs and the figures; `(` marks a cell of those.
    let is_read = |rest: &str| {
        let costs = rest.strip_prefix(costs).and_then(|it| it.split_once(took));
        costs.is_some_and(|(costs, cells)| !costs.contains(['；', ';']) && !cells.contains('('))
    };
    let is_plain = |line: &&str| {
        line.split_once(official).is_some_and(|(_, rest)| rest.is_empty() || is_read(rest))
    };
    text.lines().filter(|it| !is_plain(it)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_sound_report() {
    let run = ogi(["parse", "--explain", SOUND_2019]);
    assert_eq!((run.code, &run.err[..]), (0, ""));
    assert_snapshot!("explain-sound-zh", run.out);
}

#[test]
fn a_messy_report() {
    let official =
        [("zh", ["逐字相同", "；代价", "；取"]), ("en", ["to the letter", "; costs", "; took"])];
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

    // Three letters are lost: it is the nearest, and noted.
    let misspelt = of("denied_by_law");
    assert_eq!(misspelt["known"], json!({ "by": "similar", "distance": 3 }));
    assert_eq!(misspelt["taken"].as_array().unwrap().len(), 7);
    assert_eq!(misspelt["costs"].as_array().unwrap().len(), 3);
    let is_noted = |it: &Value| {
        (&it["label"], &it["printed"])
            == (&json!({ "row": "denied_by_law" }), &json!("2.其他法律行政止公开"))
    };
    assert!(json["notes"].as_array().unwrap().iter().any(is_noted));

    // The sums state which cell the blank is: 1 is missing in its row, and in the column of enterprises.
    let settled = of("granted");
    let taken =
        |at: usize| (&settled["taken"][at]["cell"]["column"], &settled["taken"][at]["printed"]);
    assert_eq!(taken(0), (&json!("natural_person"), &json!("14")));
    assert_eq!(taken(1), (&json!("commercial_enterprise"), &json!("")));
    assert_eq!(taken(3), (&json!("public_welfare_organization"), &json!("2")));
    assert!(!settled["settled_by"].as_array().unwrap().is_empty());
    assert_eq!(settled["lost"][0]["reading"], "runner-up");
    assert!(settled["lost"][0]["gap"].as_i64().unwrap() > 0);
    let granted = &json["applications"]["granted"];
    assert_eq!(granted["commercial_enterprise"], Value::Null);
    assert_eq!(granted["research_institution"], 0);

    let unreadable = of("litigation_direct");
    assert_eq!(unreadable["problem"], "label-uncertain");
    assert_eq!(unreadable["taken"][0]["cell"], Value::Null);
    // Another reading is as good.
    assert_eq!(unreadable["lost"][0]["gap"], 0);
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
