//! `ogi check` with policies, waivers and baselines.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::program::{PLANTED, SOUND_2021, folder, ogi, ogi_in, report, reports};

/// A folder with a sound report and one with errors.
fn two_reports(test: &str) -> std::path::PathBuf {
    let folder = folder(test);
    fs::create_dir(folder.join("in")).unwrap();
    for name in [SOUND_2021, PLANTED] {
        fs::copy(reports().join(name), folder.join("in").join(name)).unwrap();
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

#[test]
fn the_example_policy() {
    let run = ogi(["check", "--policy", "../policy.toml", PLANTED]);
    assert_eq!((run.code, &run.err[..]), (1, ""));
    assert!(!run.out.contains("[t4-sum]") && run.out.contains("豁免1处"), "{}", run.out);
    let run = ogi(["check", "--policy", "../policy.toml", PLANTED, "--as-of", "2028-01-01"]);
    assert!(run.out.contains("[t4-sum]: "), "{}", run.out);
    assert!(run.out.contains("豁免已过期[t4-sum]：disputes.reconsideration.total"), "{}", run.out);
}

#[test]
fn what_the_command_line_says_counts_more() {
    let folder = two_reports("policy-flags");
    write(&folder, "p.toml", "fail_on = 'info'\nselect = ['doc-']\nblanks_as_zero = true\n");
    let rules = |args: [&str; 7]| {
        let findings = ogi_in(&folder, args).json()["files"][0]["findings"].clone();
        let rule = |it: &serde_json::Value| it["rule"].as_str().unwrap().to_owned();
        findings.as_array().unwrap().iter().map(rule).collect::<Vec<_>>()
    };
    let planted = format!("in/{PLANTED}");
    let args = ["check", "--policy", "p.toml", "--format", "json", &planted];
    let of_file = rules([args[0], args[1], args[2], args[3], args[4], args[5], "--blanks-as-zero"]);
    assert!(!of_file.is_empty() && of_file.iter().all(|it| it.starts_with("doc-")), "{of_file:?}");
    let stated = rules([args[0], args[1], args[2], args[3], args[4], args[5], "--select=t4-sum"]);
    assert_eq!(stated, ["t4-sum"]);
    assert_eq!(ogi_in(&folder, ["check", "--policy", "p.toml", &planted]).code, 1);
    let run = ogi_in(&folder, ["check", "--policy", "p.toml", &planted, "--fail-on", "error"]);
    assert_eq!(run.code, 0);
}

/// What was just written as the baseline is accepted; another figure is open again.
#[test]
fn a_baseline() {
    let folder = two_reports("policy-baseline");
    let run = ogi_in(&folder, ["check", "in", "--write-baseline", "known.toml"]);
    assert_eq!(run.code, 1);
    assert!(run.err.starts_with("known.toml：写入豁免"), "{}", run.err);
    let known = fs::read_to_string(folder.join("known.toml")).unwrap();
    assert!(known.contains("rule = \"t4-sum\""), "{known}");

    let strict = ["check", "in", "--baseline", "known.toml", "--fail-on", "info"];
    let run = ogi_in(&folder, strict);
    assert_eq!((run.code, &run.err[..]), (0, ""), "{}", run.out);
    assert!(!run.out.contains("[t4-sum]"), "{}", run.out);
    assert!(run.out.lines().last().unwrap().contains("；豁免"), "{}", run.out);

    // The baseline of the accepted is the same, and lists what is waived already.
    let again = ["check", "in", "--baseline", "known.toml", "--write-baseline", "known.toml"];
    assert_eq!(ogi_in(&folder, again).code, 0);
    assert_eq!(fs::read_to_string(folder.join("known.toml")).unwrap(), known);

    let changed = report(PLANTED).replacen("\n20\n", "\n21\n", 1);
    assert_ne!(changed, report(PLANTED));
    write(&folder, &format!("in/{PLANTED}"), &changed);
    assert_eq!(ogi_in(&folder, strict).code, 1);
}

/// A policy keeps its own waivers, with their reasons.
#[test]
fn a_baseline_does_not_repeat_the_policy() {
    let folder = two_reports("policy-and-baseline");
    write(&folder, "p.toml", &fs::read_to_string(reports().join("../policy.toml")).unwrap());
    let run = ogi_in(&folder, ["check", "in", "--policy", "p.toml", "--write-baseline", "b.toml"]);
    assert_eq!(run.code, 1);
    assert!(!fs::read_to_string(folder.join("b.toml")).unwrap().contains("t4-sum"));
    let both = ["check", "in", "--policy", "p.toml", "--baseline", "b.toml", "--fail-on", "info"];
    assert_eq!(ogi_in(&folder, both).code, 0);
}

#[test]
fn json_has_what_is_waived() {
    let args = ["check", "--policy", "../policy.toml", "--as-of", "2027-12-31"];
    let [a, b, c, d, e] = args;
    let json = ogi([a, b, c, d, e, "--format", "json", PLANTED]).json();
    assert_eq!(json["as_of"], "2027-12-31");
    assert_eq!(json["waivers_without_report"], json!([]));
    let file = &json["files"][0];
    assert_eq!((&file["waived"], &file["idle_waivers"]), (&json!(1), &json!([])));
    let findings = file["findings"].as_array().unwrap();
    let waived: Vec<_> = findings.iter().filter(|it| !it["waived"].is_null()).collect();
    assert_eq!(waived.len(), 1);
    assert_eq!((&waived[0]["rule"], &waived[0]["printed"]), (&json!("t4-sum"), &json!("0")));
    assert_eq!(waived[0]["waived"]["expires"], "2027-12-31");

    let json = ogi([a, b, c, d, "2028-01-01", "--format", "json", PLANTED]).json();
    assert_eq!(json["files"][0]["idle_waivers"][0]["why"], "expired");
    let json = ogi([a, b, c, "--format", "json", SOUND_2021]).json();
    assert_eq!(json["waivers_without_report"][0]["agency"], "示例区花园街道办事处");
}

#[test]
fn mistakes_are_stated_with_their_place() {
    let folder = two_reports("policy-mistakes");
    write(&folder, "p.toml", "fail_on = 'error'\nignore = ['doc-', 't3-rowsum']\n");
    let run = ogi_in(&folder, ["check", "in", "--policy", "p.toml"]);
    assert_eq!(run.code, 2);
    assert_eq!(run.err, "p.toml: 第2行第19列：没有编号为“t3-rowsum”的规则，是否指“t3-row-sum”\n",);
    write(&folder, "q.toml", "fail_on = 'error'\nignore = ['no-rule']\nselct = []\n");
    let run = ogi_in(&folder, ["check", "in", "--policy", "q.toml"]);
    let stated: Vec<_> = run.err.lines().map(|it| it.split_once('：').unwrap().0).collect();
    assert_eq!(stated, ["q.toml: 第2行第11列", "q.toml: 第3行第1列"]);
    let run = ogi_in(&folder, ["check", "in", "--baseline", "p.toml", "--lang", "en"]);
    assert_eq!(
        (run.code, &run.err[..]),
        (
            2,
            "p.toml: line 1, column 1: unknown key `fail_on`\np.toml: line 2, column 1: unknown key `ignore`\n"
        )
    );
    let run = ogi_in(&folder, ["check", "in", "--policy", "missing.toml"]);
    assert_eq!((run.code, &run.err[..]), (2, "missing.toml: 找不到文件\n"));
    assert_eq!(ogi_in(&folder, ["check", "in", "--as-of", "2026-02-30"]).code, 2);
}

/// A baseline takes the place of no report and of no policy.
#[test]
fn a_baseline_overwrites_nothing_else() {
    let folder = two_reports("policy-overwrites");
    write(&folder, "p.toml", "fail_on = 'error'\n");
    let planted = format!("in/{PLANTED}");
    for path in [&planted[..], "./p.toml"] {
        let run = ogi_in(&folder, ["check", "in", "--policy", "p.toml", "--write-baseline", path]);
        assert_eq!(run.code, 2, "{path}");
        assert!(run.err.contains("输出文件就是输入文件"), "{}", run.err);
    }
    assert_eq!(fs::read_to_string(folder.join(&planted)).unwrap(), report(PLANTED));
    assert_eq!(fs::read_to_string(folder.join("p.toml")).unwrap(), "fail_on = 'error'\n");
}

/// Any number of threads prints the same.
#[test]
fn output_does_not_depend_on_the_number_of_jobs() {
    let folder = folder("policy-jobs");
    for n in 0..60 {
        let name = format!("{:02}.txt", n);
        let text = match n % 3 {
            0 => report(PLANTED),
            1 => report(SOUND_2021),
            _ => "关于放假的通知\n".to_owned(),
        };
        write(&folder, &name, &text);
    }
    for format in ["text", "json", "jsonl"] {
        let run = |jobs| ogi_in(&folder, ["check", ".", "--format", format, "--jobs", jobs]);
        let (one, many) = (run("1"), run("5"));
        assert_eq!((one.code, many.code), (2, 2));
        assert_eq!(one.out, many.out);
        assert_eq!(one.err, many.err);
    }
    let parsed = |jobs| ogi_in(&folder, ["parse", ".", "--jobs", jobs]).out;
    assert_eq!(parsed("1"), parsed("4"));
    assert_eq!(parsed("2").lines().count(), 60);
}
