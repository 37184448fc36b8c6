//! One verdict, whatever the output: accepted (0), not accepted (1), incomplete (3); 2 where something was not read.

use std::fs;

use serde_json::{Value, json};

use crate::program::{PLANTED, SOUND_2019, SOUND_2021, folder, ogi, ogi_in, ogi_with, report};

/// Sources of every verdict, each with its exit code and its verdict.
fn sources() -> Vec<(String, i32, &'static str)> {
    let blank_form = {
        let form =
            ogi(["new", "--agency", "示例市民政局", "--year", "2025", "-o", "-", "--to", "text"])
                .out;
        form.lines()
            .filter(|it| !it.contains("示例市民政局"))
            .map(|it| format!("{it}\n"))
            .collect::<String>()
    };
    let mut cell_blank = ogi(["parse", SOUND_2021]).json();
    cell_blank["disputes"]["reconsideration"]["total"] = Value::Null;
    let mut nameless = ogi(["parse", SOUND_2021]).json();
    nameless["agency"] = Value::Null;
    vec![
        (report(SOUND_2021), 0, "accepted"),
        (report(SOUND_2019), 0, "accepted"),
        (ogi(["parse", SOUND_2021]).out, 0, "accepted"),
        (report(PLANTED), 1, "rejected"),
        (blank_form, 3, "incomplete"),
        (cell_blank.to_string(), 3, "incomplete"),
        (nameless.to_string(), 3, "incomplete"),
    ]
}

#[test]
fn every_output_has_the_same_verdict_and_findings() {
    for (text, code, verdict) in sources() {
        let json = ogi_with(["check", "-", "--format", "json"], &text);
        assert_eq!(json.code, code, "{}", json.out);
        let file = &json.json()["files"][0];
        assert_eq!(file["verdict"], verdict);
        assert_eq!(file["accepted"], verdict == "accepted");
        let meaning = file["meaning"]["zh"].as_str().unwrap();
        let findings = file["findings"].as_array().unwrap();

        let shown = ogi_with(["check", "-"], &text);
        assert_eq!(shown.code, code, "{}", shown.out);
        assert!(shown.out.contains(meaning), "{}", shown.out);
        assert_eq!(shown_findings(&shown.out), findings.len(), "{}", shown.out);

        let markdown = ogi_with(["check", "-", "--format", "markdown"], &text);
        assert_eq!(markdown.code, code);
        assert!(markdown.out.contains(meaning), "{}", markdown.out);

        let page = ogi_with(["check", "-", "--format", "html"], &text);
        assert_eq!(page.code, code);
        assert!(page.out.contains(meaning), "{meaning}");
        assert!(page.out.contains(&format!("class=\"verdict {verdict}\"")));

        let sarif = ogi_with(["check", "-", "--format", "sarif"], &text);
        assert_eq!(sarif.code, code);
        let run = &sarif.json()["runs"][0];
        assert_eq!(run["properties"]["verdicts"][0]["verdict"], verdict);
        assert_eq!(run["properties"]["verdicts"][0]["meaning"], meaning);
        assert_eq!(run["results"].as_array().unwrap().len(), findings.len());

        let junit = ogi_with(["check", "-", "--format", "junit"], &text);
        assert_eq!(junit.code, code);
        assert!(
            junit.out.contains(&format!("name=\"verdict\" value=\"{verdict}\"")),
            "{}",
            junit.out
        );
    }
}

/// How many findings a terminal shows, in either language: those with a heading, and those that a heading names beside
/// its own.
fn shown_findings(text: &str) -> usize {
    let heads = ["错误[", "警告[", "提示[", "error[", "warning[", "info["];
    let head = |line: &&str| heads.iter().any(|it| line.starts_with(it));
    let others = |line: &str| {
        let zh = line.split_once("另有").and_then(|it| it.1.split_once("处同样的问题："));
        let en = line.split_once("the same of ").and_then(|it| it.1.split_once(" more: "));
        let ((count, names), between) =
            zh.map(|it| (it, "、")).or_else(|| en.map(|it| (it, ", ")))?;
        let count: usize = count.parse().ok()?;
        assert_eq!(names.split(between).count(), count, "{line}");
        Some(count)
    };
    text.lines().filter(head).count() + text.lines().filter_map(others).sum::<usize>()
}

/// Every fixture, in both languages: the terminal shows as many findings as the JSON has, and the same verdict.
#[test]
fn both_languages_show_every_finding_of_every_fixture() {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/reports");
    let files = fs::read_dir(fixtures).unwrap().map(|it| {
        let path = it.unwrap().path();
        (path.display().to_string(), String::new())
    });
    let texts = sources().into_iter().map(|it| ("-".to_owned(), it.0));
    let mut all = 0;
    for (path, text) in files.chain(texts) {
        let json = ogi_with(["check", &path, "--format", "json"], &text);
        let file = &json.json()["files"][0];
        let findings = file["findings"].as_array().unwrap().len();
        for lang in ["zh", "en"] {
            let shown = ogi_with(["check", &path, "--lang", lang], &text);
            assert_eq!(shown.code, json.code, "{path}");
            assert_eq!(shown_findings(&shown.out), findings, "{path} {lang}: {}", shown.out);
            assert!(shown.out.contains(file["meaning"][lang].as_str().unwrap()), "{}", shown.out);
        }
        all += findings;
    }
    assert!(all > 20, "{all}");
}

#[test]
fn a_blank_form_is_read_and_incomplete() {
    let (form, ..) = sources().remove(4);
    assert_eq!(ogi_with(["parse", "-"], &form).code, 0);
    let run = ogi_with(["check", "-", "--format", "json"], &form);
    assert_eq!(run.code, 3);
    let file = &run.json()["files"][0];
    let rules: Vec<_> = file["findings"].as_array().unwrap().iter().map(|it| &it["rule"]).collect();
    assert!(rules.contains(&&json!("doc-blank-form")), "{rules:?}");
    let coverage = &file["coverage"];
    assert!(coverage["required"].as_u64() > coverage["judged"].as_u64(), "{coverage}");
    assert_eq!(ogi_with(["check", "-", "--allow-incomplete"], &form).code, 0);
}

/// A name and a year fill nothing in, whatever a policy takes blanks for: how many of how many could not be judged.
#[test]
fn a_form_with_a_name_and_a_year_alone_is_never_accepted() {
    let form =
        ogi(["new", "--agency", "示例市民政局", "--year", "2025", "-o", "-", "--to", "text"]).out;
    for options in [&[][..], &["--blanks-as-zero"], &["--select", "t4-sum"]] {
        let args: Vec<_> =
            ["check", "-", "--format", "json"].iter().chain(options).copied().collect();
        let run = crate::program::run_with(&args, &form);
        assert_eq!(run.code, 3, "{options:?} {}", run.out);
        let file = &run.json()["files"][0];
        assert_eq!((&file["verdict"], &file["accepted"]), (&json!("incomplete"), &json!(false)));
        let [required, judged] =
            ["required", "judged"].map(|it| file["coverage"][it].as_u64().unwrap());
        let stated = format!("规定应核对的{required}项中有{}项无法核对", required - judged);
        assert!(required > judged && file["meaning"]["zh"].as_str().unwrap().contains(&stated));
    }
}

/// 2 beats 1 beats 3 beats 0.
#[test]
fn the_worst_of_several_files_counts() {
    let folder = folder("verdict-several");
    let sources = sources();
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    let check = || ogi_in(&folder, ["check", "."]);
    write("a.txt", &sources[0].0);
    assert_eq!(check().code, 0);
    write("b.txt", &sources[4].0);
    let run = check();
    assert_eq!(run.code, 3);
    assert!(
        run.out.contains("共2份：通过1份，不通过0份，未完成核对1份，无法读取0份"),
        "{}",
        run.out
    );
    write("c.txt", &sources[3].0);
    assert_eq!(check().code, 1);
    assert_eq!(ogi_in(&folder, ["check", ".", "--allow-incomplete"]).code, 1);
    write("d.txt", "关于放假的通知");
    assert_eq!(check().code, 2);
}

/// What JSON does not hold is not judged, is said not to be, and makes nothing incomplete.
#[test]
fn json_without_a_source() {
    let run = ogi_with(["check", "-", "--lang", "zh"], &ogi(["parse", SOUND_2021]).out);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("项须有原文才能核对"), "{}", run.out);
    assert!(run.out.contains("只有数据，没有报告原文"), "{}", run.out);
}

/// JSON holds the narrative, so that what sentences say is judged.
#[test]
fn sentences_in_json_are_judged() {
    let mut report = ogi(["parse", SOUND_2021]).json();
    report["overview"] = json!("我局重视公开工作。\n2025年共受理政府信息公开申请99件。");
    let run = ogi_with(["check", "-", "--format", "json"], &report.to_string());
    let file = &run.json()["files"][0];
    let findings = file["findings"].as_array().unwrap();
    // So short an overview leaves aspects out, which is no matter here.
    let rules = findings.iter().map(|it| it["rule"].as_str().unwrap());
    let found: Vec<_> = rules.filter(|it| !it.starts_with("doc-overview-")).collect();
    assert_eq!(found, ["text-claim"], "{}", run.out);
    assert_eq!(file["verdict"], "accepted");
}
