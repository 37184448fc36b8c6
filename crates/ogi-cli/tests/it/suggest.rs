//! Suggestions: shown, applied, and looked into.

use std::fs;

use serde_json::Value;

use crate::program::{PLANTED, SOUND_2021, folder, ogi, ogi_in, ogi_with};

/// The suggestions at the end of a check.
fn suggestions(lang: &str) -> String {
    let run = ogi(["check", "--suggest", "--select", "t3-,t4-sum", "--lang", lang, PLANTED]);
    assert_eq!(run.code, 1);
    let start = run.out.find("garden-street-2024.txt: ").or_else(|| run.out.find("txt："));
    run.out[start.unwrap()..].to_owned()
}

#[test]
fn findings_of_one_cause_are_one_story() {
    insta::assert_snapshot!("suggestions-zh", suggestions("zh"));
    insta::assert_snapshot!("suggestions-en", suggestions("en"));
}

#[test]
fn without_being_asked_nothing_is_suggested() {
    assert!(!ogi(["check", PLANTED]).out.contains("建议"));
    let run = ogi(["check", "--suggest", SOUND_2021]);
    assert_eq!(run.code, 0);
    assert!(!run.out.contains("建议") && !run.out.ends_with("\n\n"), "{:?}", run.out);
}

/// Six figures of two rows are wrong: more than are looked for, and too close together to be distinguished.
#[test]
fn what_cannot_be_localised_is_said() {
    let folder = folder("not-localised");
    let mut report: Value = ogi(["parse", SOUND_2021]).json();
    let columns = ["natural_person", "commercial_enterprise", "research_institution"];
    for (n, column) in columns.into_iter().enumerate() {
        for (row, by) in [("granted", 3 << n), ("unavailable_not_held", 50 << n)] {
            let cell = &mut report["applications"][row][column];
            *cell = (cell.as_i64().unwrap() + by).into();
        }
    }
    fs::write(folder.join("in.json"), report.to_string()).unwrap();
    for (lang, said) in [("zh", "无法定位，共5处问题"), ("en", "cannot be localised, 5 in all")]
    {
        let args = ["check", "in.json", "--suggest", "--select", "t3-", "--lang", lang];
        let run = ogi_in(&folder, args);
        assert_eq!(run.code, 1);
        assert!(run.out.contains(said), "{}", run.out);
    }
    let run = ogi_in(&folder, ["repair", "in.json"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("无法定位"), "{}", run.out);
}

#[test]
fn a_suggestion_is_applied_and_logged() {
    let folder = folder("repair");
    assert_eq!(ogi(["convert", PLANTED, "-o", folder.join("in.docx").to_str().unwrap()]).code, 0);
    let before = fs::read(folder.join("in.docx")).unwrap();
    let run = ogi_in(&folder, ["repair", "in.docx", "--apply", "1,2", "-o", "out.docx"]);
    assert_eq!((run.code, &run.err[..]), (0, ""));
    insta::assert_snapshot!("repair-log", run.out);
    assert_eq!(fs::read(folder.join("in.docx")).unwrap(), before);
    let before: Value = ogi_in(&folder, ["parse", "in.docx"]).json();
    let after: Value = ogi_in(&folder, ["parse", "out.docx"]).json();
    let mut expected = before;
    expected["applications"]["granted"]["natural_person"] = 12.into();
    expected["disputes"]["reconsideration"]["total"] = 2.into();
    assert_eq!(after, expected);
    assert_eq!(ogi_in(&folder, ["check", "out.docx", "--select", "t3-,t4-"]).code, 0);
}

#[test]
fn nothing_is_applied_that_was_not_named() {
    let run = ogi(["repair", PLANTED]);
    assert_eq!((run.code, &run.err[..]), (1, ""));
    assert!(run.out.contains("[1]") && run.out.contains("[2]"), "{}", run.out);
    let run = ogi(["repair", SOUND_2021]);
    assert_eq!((run.code, &run.out[..]), (0, "没有修改建议\n"));
    let folder = folder("repair-refused");
    let json = ogi(["parse", PLANTED]).out;
    fs::write(folder.join("in.json"), &json).unwrap();
    for (args, kept) in [
        (["repair", "in.json", "--apply", "9", "-o", "out.json"], "没有编号为9的修改建议"),
        (["repair", "in.json", "--apply", "1,1", "-o", "out.json"], "只能采用一项"),
        (["repair", "in.json", "--apply", "1", "-o", "in.json"], "输出文件就是输入文件"),
        (["repair", "in.json", "--apply", "1", "-o", "out.unknown"], "不改变格式：原文件是 json"),
        (["repair", "in.json", "--apply", "1", "-o", "out.docx"], "不改变格式：原文件是 json"),
    ] {
        let run = ogi_in(&folder, args);
        assert_eq!(run.code, 2, "{args:?}");
        assert!(run.err.contains(kept), "{args:?} {}", run.err);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }
    assert_eq!(fs::read_to_string(folder.join("in.json")).unwrap(), json);
}

/// A report on standard output is not mixed with the log.
#[test]
fn the_log_goes_beside_the_report() {
    let json = ogi(["parse", PLANTED]).out;
    let run = ogi_with(["repair", "-", "--apply", "1", "-o", "-"], &json);
    assert_eq!(run.code, 0);
    assert_eq!(run.json()["applications"]["granted"]["natural_person"], 12);
    assert!(run.err.starts_with("已改"), "{}", run.err);
}

#[test]
fn what_the_solver_sees() {
    insta::assert_snapshot!("inspect-en", ogi(["inspect", "--lang", "en", PLANTED]).out);
}

/// 9 was printed as 7: the total itself is offered, and of several such changes none is applied without being sure.
#[test]
fn a_total_is_offered_and_one_of_many_is_asked_for() {
    let folder = folder("suggest-total");
    let mut report: Value = ogi(["parse", SOUND_2021]).json();
    for (column, count) in
        [("upheld", 3), ("corrected", 3), ("other", 3), ("pending", 0), ("total", 7)]
    {
        report["disputes"]["reconsideration"][column] = count.into();
    }
    fs::write(folder.join("in.json"), report.to_string()).unwrap();
    let run = ogi_in(&folder, ["check", "in.json", "--suggest", "--select", "t4-"]);
    assert!(run.out.contains("“行政复议·总计”：7 → 9"), "{}", run.out);
    let [a, b, c, d, e, f] = ["repair", "in.json", "--apply", "1", "-o", "out.json"];
    let run = ogi_in(&folder, [a, b, c, d, e, f]);
    assert_eq!((run.code, folder.join("out.json").exists()), (2, false));
    assert!(run.err.contains("只是4种改法之一") && run.err.contains("--yes"), "{}", run.err);
    assert_eq!(ogi_in(&folder, [a, b, c, d, e, f, "--yes"]).code, 0);
}
