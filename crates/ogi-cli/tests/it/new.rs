//! `ogi new`

use std::fs;

use serde_json::Value;

use crate::program::{PLANTED, SOUND_2021, folder, ogi, ogi_in, reports};

const FORMATS: [&str; 6] = ["text", "markdown", "json", "html", "docx", "xlsx"];

fn parsed(folder: &std::path::Path, file: &str) -> Value {
    ogi_in(folder, ["parse", file]).json()
}

#[test]
fn a_blank_form_in_any_format() {
    let folder = folder("new-blank");
    for edition in ["2021", "2019"] {
        for format in FORMATS {
            let file = format!("{edition}.{format}");
            let run = ogi_in(
                &folder,
                [
                    "new",
                    "--edition",
                    edition,
                    "--agency",
                    "示例市民政局",
                    "--year",
                    "2026",
                    "-o",
                    &file,
                    "--to",
                    format,
                ],
            );
            assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""), "{file}");
            let report = parsed(&folder, &file);
            assert_eq!(report["title"], "示例市民政局2026年政府信息公开工作年度报告", "{file}");
            assert_eq!(report["applications"]["edition"], edition, "{file}");
            assert_eq!(report["overview"], "（文字描述）", "{file}");
            let total = report["applications"]["concluded"].get("total");
            assert_eq!(total, Some(&Value::Null), "{file}: a blank total is no 0");
        }
    }
}

#[test]
fn next_year_starts_from_the_last() {
    let folder = folder("new-from");
    fs::copy(reports().join(SOUND_2021), folder.join("last.txt")).unwrap();
    let last = parsed(&folder, "last.txt");
    for format in FORMATS {
        let file = format!("next.{format}");
        let run = ogi_in(&folder, ["new", "--from", "last.txt", "-o", &file, "--to", format]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{file}");
        let next = parsed(&folder, &file);
        assert_eq!(next["agency"], last["agency"], "{file}");
        assert_eq!(next["year"], 2026, "{file}");
        assert_eq!(
            next["applications"]["carried_in"], last["applications"]["carried_out"],
            "{file}"
        );
        let in_force = &next["active_disclosure"]["normative_documents"]["in_force"];
        assert_eq!(in_force["remark"], "上年数", "{file}");
        assert_eq!(next["applications"]["newly_received"]["natural_person"], Value::Null, "{file}");
    }
}

#[test]
fn what_is_there_is_not_overwritten() {
    let folder = folder("new-exists");
    fs::write(folder.join("a.docx"), "filled in").unwrap();
    let run =
        ogi_in(&folder, ["new", "--agency", "示例市民政局", "--year", "2026", "-o", "a.docx"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (2, "a.docx: 文件已经存在。请换一个文件名；确要覆盖请加 --force。\n")
    );
    assert_eq!(fs::read_to_string(folder.join("a.docx")).unwrap(), "filled in");
    let [a, b, c, d, e] = ["new", "--agency", "示例市民政局", "--year", "2026"];
    assert_eq!(ogi_in(&folder, [a, b, c, d, e, "-o", "a.docx", "--force"]).code, 0);
    assert!(fs::read(folder.join("a.docx")).unwrap().starts_with(b"PK"));
}

#[test]
fn only_last_years_report_is_carried_over() {
    let run = ogi(["new", "--from", PLANTED, "--year", "2026", "-o", "-", "--to", "json"]);
    assert_eq!((run.code, run.err.as_str()), (2, "这是2024年度的报告，不是上一年度的\n"));
    let run = ogi(["new", "--agency", "示例市民政局", "-o", "-", "--to", "json", "--lang", "en"]);
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("nothing states whose report it is"), "{}", run.err);
}

#[test]
fn a_year_has_four_digits() {
    for year in ["25", "2018", "20255", "0"] {
        let folder = folder("new-year");
        let run =
            ogi_in(&folder, ["new", "--agency", "示例市民政局", "--year", year, "-o", "a.txt"]);
        assert_eq!(run.code, 2, "{year}");
        assert!(run.err.starts_with(&format!("没有{year}年度的这种报告。")), "{}", run.err);
        assert!(!folder.join("a.txt").exists());
    }
}
