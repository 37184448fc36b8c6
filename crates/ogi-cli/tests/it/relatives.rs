//! `ogi check --series`, `ogi compare`, `ogi rollup`

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::program::{Run, folder, ogi_in, reports};

const LAST: &str = "series/civil-affairs-bureau-2024.md";
const THIS: &str = "series/civil-affairs-bureau-2025.md";
const BUREAU: &str = "reports/civil-affairs-bureau-2025.txt";
const STREET: &str = "reports/garden-street-2024.txt";
const PARENT: &str = "rollup/county-government-2025.md";

/// The folder of the examples, one above the bundled reports.
fn examples() -> PathBuf {
    reports().join("..")
}

fn ogi<const N: usize>(args: [&str; N]) -> Run {
    ogi_in(&examples(), args)
}

fn cell(table: &str, row: &str, column: &str) -> Value {
    json!({"table": table, "row": row, "column": column})
}

#[test]
fn years_are_checked_beside_one_another() {
    let run = |lang| {
        let aliases = "--aliases=series/aliases.toml";
        ogi(["check", "--series", "series", aliases, "--select", "series-", "--lang", lang])
    };
    assert_eq!((run("zh").code, &run("zh").err[..]), (1, ""));
    insta::assert_snapshot!("series-zh", run("zh").out);
    let run = run("en");
    insta::assert_snapshot!("series-en", run.out);
}

/// Without the alias the first year is somebody else's.
#[test]
fn another_name_is_another_agency_unless_stated() {
    let run = ogi(["check", "--series", "series", "--lang", "en", "--select", "series-"]);
    let stated: Vec<_> = run.out.lines().rev().take(2).collect();
    assert_eq!(
        stated,
        [
            "示例市民政局: 2024 (no year before), 2025",
            "示例市民政和退役军人局: 2023 (no year before)"
        ]
    );
    let json =
        ogi(["check", "--series", "series", "--select", "series-", "--format", "json"]).json();
    let found = |n: usize| json["files"][n]["findings"].as_array().unwrap().len();
    assert_eq!([found(0), found(1), found(2)], [0, 0, 3]);
    let carried = json["files"][2]["findings"].as_array().unwrap();
    let carried = carried.iter().find(|it| it["rule"] == "series-carry-over").unwrap();
    assert_eq!(carried["cell"], cell("applications", "carried_in", "natural_person"));
    assert_eq!((&carried["observed"], &carried["expected"]), (&json!(2), &json!(1)));
}

/// The example is sound but for what is planted in it, each report on its own too.
#[test]
fn nothing_else_is_wrong_with_the_examples() {
    let run = ogi(["check", "series", "rollup/offices", "rollup/county-government-2025.md"]);
    assert_eq!((run.code, &run.err[..]), (0, ""), "{}", run.out);
}

#[test]
fn aliases_are_a_file_that_may_be_wrong() {
    let folder = folder("aliases");
    fs::write(folder.join("aliases.toml"), "\"乙局\" = [\"甲局\"]\n\"丙局\" = [\"甲局\"]\n")
        .unwrap();
    let run = ogi_in(&folder, ["check", "--series", ".", "--aliases", "aliases.toml"]);
    assert_eq!((run.code, &run.out[..]), (2, ""));
    assert_eq!(run.err, "aliases.toml: 第1行第9列：“甲局”既是“丙局”又是“乙局”\n");
}

#[test]
fn two_reports_are_compared() {
    let run = ogi(["compare", LAST, THIS, "--lang", "en"]);
    assert_eq!((run.code, &run.err[..]), (0, ""));
    insta::assert_snapshot!("compare-en", run.out);
    let json = ogi(["compare", LAST, THIS, "--format", "json"]).json();
    assert_eq!((&json["old"]["year"], &json["new"]["year"]), (&json!(2024), &json!(2025)));
    let figures = json["figures"].as_array().unwrap();
    let of = |row| figures.iter().find(|it| it["cell"]["row"] == row).unwrap();
    assert_eq!(
        of("licensing"),
        &json!({"cell": cell("active_disclosure", "licensing", "decisions"),
            "old": 614, "new": 238, "difference": -376, "rate": "-0.6124"})
    );
    // There were none.
    assert_eq!(of("compulsory_measures")["rate"], Value::Null);
}

#[test]
fn what_is_newly_wrong_is_stated() {
    let folder = folder("compare");
    let text = fs::read_to_string(examples().join(THIS)).unwrap();
    let wrong = text.replace("| 2 | 1 | 1 | 0 | 4 |", "| 2 | 1 | 1 | 0 | 0 |");
    assert_ne!(text, wrong);
    fs::write(folder.join("draft.md"), &wrong).unwrap();
    fs::write(folder.join("corrected.md"), &text).unwrap();
    let run = ogi_in(&folder, ["compare", "corrected.md", "draft.md"]);
    assert_eq!(run.code, 1);
    insta::assert_snapshot!("compare-zh", run.out);
    let run = ogi_in(&folder, ["compare", "draft.md", "corrected.md", "--format", "json"]);
    let json = run.json();
    assert_eq!(
        (run.code, &json["broken"], &json["mended"][0]["rule"]),
        (0, &json!([]), &json!("t4-sum"))
    );
    assert!(json["mended"][0]["place"]["line"].is_u64());
}

#[test]
fn a_parent_is_checked_beside_its_children() {
    let run = ogi(["rollup", PARENT, "rollup/offices", "--select", "rollup-"]);
    assert_eq!((run.code, &run.err[..]), (1, ""));
    insta::assert_snapshot!("rollup-zh", run.out);
    // Its own file in the folder is no child of it, nor is the list of the children.
    let [a, b, c] = ["rollup", PARENT, "rollup"];
    let expected = "--expect=rollup/expected.txt";
    let run = ogi([a, b, c, expected, "--format", "json", "--select", "rollup-twice"]);
    assert_eq!((run.code, &run.json()["files"][0]["findings"]), (0, &json!([])));
    let run = ogi(["rollup", PARENT, "rollup/offices", "--format", "json", "--select", "rollup-"]);
    let json = run.json();
    let findings = json["files"][0]["findings"].as_array().unwrap();
    assert_eq!((run.code, findings.len()), (1, 1));
    assert_eq!(findings[0]["cell"], cell("active_disclosure", "licensing", "decisions"));
    assert_eq!((&findings[0]["observed"], &findings[0]["expected"]), (&json!(916), &json!(925)));
}

/// Nothing is equal to what nobody knows, but less than what is known is wrong.
#[test]
fn a_child_without_a_report_makes_bounds() {
    let expected = "--expect=rollup/expected.txt";
    let [a, b, c] = ["rollup", PARENT, "rollup/offices"];
    let run = ogi([a, b, c, expected, "--select", "rollup-", "--lang", "en"]);
    assert_eq!(run.code, 1);
    insta::assert_snapshot!("rollup-missing-en", run.out);

    // A name in the list may be another than the report's.
    let folder = folder("rollup-bad");
    let aliases = "\"示例县柳林镇人民政府\" = [\"柳林镇\"]\n";
    fs::write(folder.join("aliases.toml"), aliases).unwrap();
    fs::write(folder.join("names.txt"), "示例县教育局\n示例县水利局\n\n柳林镇\n").unwrap();
    let in_folder = |option: &str, name| format!("{option}={}", folder.join(name).display());
    let (names, aliases) =
        (in_folder("--expect", "names.txt"), in_folder("--aliases", "aliases.toml"));
    let missing = |options: &[&str]| {
        let run = ogi_in(&examples(), [a, b, c, options[0], options[1], "--format=json"]);
        run.json()["files"][0]["findings"].to_string().contains("rollup-missing")
    };
    assert!(missing(&[&names, "--lang=zh"]));
    assert!(!missing(&[&names, &aliases]));

    fs::copy(examples().join(PARENT), folder.join("parent.md")).unwrap();
    fs::write(folder.join("child.txt"), "关于放假的通知\n").unwrap();
    let run = ogi_in(&folder, ["rollup", "parent.md", "child.txt", "--format", "json"]);
    let json = run.json();
    assert_eq!((run.code, json["files"].as_array().unwrap().len()), (2, 2));
    assert_eq!(json["files"][1]["error"]["kind"], "not-a-report");
    let run = ogi_in(&folder, ["rollup", "parent.md"]);
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("没有指明下级单位的报告。"), "{}", run.err);
}

#[test]
fn children_are_added_up_and_what_is_missing_is_stated() {
    let folder = folder("rollup-sum");
    for name in ["education-bureau", "water-bureau", "willow-town"] {
        let name = format!("{name}-2025.md");
        fs::copy(examples().join("rollup/offices").join(&name), folder.join(name)).unwrap();
    }
    let run = ogi_in(
        &folder,
        ["rollup", "--sum", ".", "-o", "../rollup-sum.md", "--agency", "示例县人民政府", "--force"],
    );
    assert_eq!((run.code, &run.err[..]), (1, ""));
    insta::assert_snapshot!("rollup-sum-zh", run.out);
    let report = ogi_in(&folder, ["parse", "../rollup-sum.md"]).json();
    assert_eq!(report["agency"], "示例县人民政府");
    assert_eq!(report["active_disclosure"]["licensing"]["decisions"], 925);
    assert_eq!(report["active_disclosure"]["fees"]["amount"], json!({"unreadable": "不少于43.0"}));
    assert_eq!(report["active_disclosure"]["rules"]["in_force"], Value::Null);

    // All six parts are there, and nothing is wrong but what nobody knows.
    let json = ogi_in(&folder, ["check", "../rollup-sum.md", "--format", "json"]).json();
    let findings = json["files"][0]["findings"].as_array().unwrap().iter();
    let errors = findings.filter(|it| it["severity"] == "error");
    let found: Vec<_> = errors.map(|it| it["rule"].as_str().unwrap()).collect();
    assert_eq!(found, ["doc-cell-unreadable"]);

    // All that is known.
    let args = ["rollup", "--sum", "education-bureau-2025.md", "water-bureau-2025.md"];
    let [a, b, c, d] = args;
    let run = ogi_in(&folder, [a, b, c, d, "-o", "-", "--to", "json", "--lang", "en"]);
    let [all, for_reference] = run.err.lines().collect::<Vec<_>>()[..] else {
        panic!("{}", run.err)
    };
    assert_eq!((run.code, all), (0, "all 198 totals are exact"));
    assert!(for_reference.ends_with("“Administrative normative documents / In force” 23"));
    assert_eq!(run.json()["active_disclosure"]["fees"]["amount"], "43.0");

    // An input is no output.
    let run = ogi_in(&folder, ["rollup", "--sum", ".", "-o", "willow-town-2025.md"]);
    assert_eq!(run.code, 2);
}

/// A first year is compared with none, which is said, and nothing is called all right for it.
#[test]
fn a_first_year_has_no_year_before() {
    let folder = folder("first-year");
    let year = "civil-affairs-bureau-2025.txt";
    fs::copy(reports().join(year), folder.join(year)).unwrap();
    for select in ["series-", "series-carry-over"] {
        let run = ogi_in(&folder, ["check", "--series", ".", "--select", select]);
        assert!(run.out.contains("2025（无上年可比）"), "{}", run.out);
        assert!(!run.out.contains("0项全部相符"), "{}", run.out);
    }
}

/// Two agencies are never drawn or compared as one.
#[test]
fn two_agencies_are_not_mixed() {
    let run = ogi(["chart", "years", BUREAU, STREET]);
    assert_eq!((run.code, &run.out[..]), (2, ""));
    assert!(run.err.contains("示例市民政局、示例区花园街道办事处"), "{}", run.err);
    let folder = folder("chart-aliases");
    let aliases = folder.join("aliases.toml");
    fs::write(&aliases, "\"示例市民政局\" = [\"示例区花园街道办事处\"]\n").unwrap();
    let aliases = format!("--aliases={}", aliases.display());
    assert_eq!(ogi(["chart", "years", BUREAU, STREET, &aliases]).code, 0);

    for (lang, said) in [("zh", "机关名称不同"), ("en", "different agencies")] {
        assert!(ogi(["compare", STREET, BUREAU, "--lang", lang]).out.contains(said));
        assert!(!ogi(["compare", STREET, STREET, "--lang", lang]).out.contains(said));
    }
    let json = ogi(["compare", STREET, BUREAU, "--format", "json"]).json();
    assert_eq!(json["same_agency"], false);
}
