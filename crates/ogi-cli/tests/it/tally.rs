//! `ogi tally`

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::program::{Run, folder, ogi_in, reports};

const REGISTER: &str = "register-2025.csv";
const WRONG: &str = "register-2025-wrong.csv";
const REPORT: &str = "report-2025.txt";

fn registers() -> PathBuf {
    reports().join("../register")
}

fn tally<const N: usize>(args: [&str; N]) -> Run {
    ogi_in(&registers(), args)
}

#[test]
fn a_register_gives_its_report() {
    for name in [REGISTER, "register-2025-gb18030.csv", "register-2025.xlsx"] {
        let run = tally(["tally", name, "--report", REPORT, "--yes"]);
        assert_eq!(run.code, 0, "{name}: {}{}", run.out, run.err);
        assert!(run.out.contains("相符（比对190项）"), "{name}: {}", run.out);
    }
    let run = |lang| tally(["tally", REGISTER, "--report", REPORT, "--yes", "--lang", lang]);
    for lang in ["zh", "en"] {
        let run = run(lang);
        insta::assert_snapshot!(format!("tally-{lang}"), format!("{}\n{}", run.err, run.out));
    }
}

#[test]
fn the_planted_row_is_named() {
    for lang in ["zh", "en"] {
        let run = tally(["tally", WRONG, "--report", REPORT, "--yes", "--lang", lang]);
        assert_eq!(run.code, 1);
        insta::assert_snapshot!(format!("tally-wrong-{lang}"), run.out);
    }
    // Without a report nothing differs, and not all is counted.
    let run = tally(["tally", WRONG, "--year", "2025", "--yes"]);
    assert_eq!(run.code, 3);
    let run = tally(["tally", WRONG, "--report", REPORT, "--yes", "--format", "json"]);
    let json = run.json();
    let left_over = json["left_over"].as_array().unwrap();
    assert_eq!((run.code, left_over.len()), (1, 1));
    assert_eq!(left_over[0]["why"][0]["kind"], "answered-before-received");
    let line = &left_over[0]["line"];
    let differences = json["comparison"]["differences"].as_array().unwrap();
    let named = |it: &&Value| it["left_over"].as_array().is_some_and(|it| it.contains(line));
    assert_eq!(differences.iter().filter(named).count(), 2, "{differences:#?}");
    assert!(differences.iter().all(|it| named(&it) || it["follows"] == json!(true)));
}

#[test]
fn a_guess_is_shown_and_must_be_agreed_to() {
    let run = tally(["tally", REGISTER, "--year", "2025"]);
    assert_eq!((run.code, &run.out[..]), (2, ""));
    assert!(
        run.err.starts_with("推测的对应关系，请核对：\n  登记编号 ← 登记编号\n"),
        "{}",
        run.err
    );
    assert!(run.err.ends_with("改好后用 --map。\n"), "{}", run.err);

    let folder = folder("tally-map");
    let map = folder.join("map.toml");
    let map = map.to_str().unwrap();
    let run = tally(["tally", REGISTER, "--year", "2025", "--save-map", map]);
    assert_eq!(run.code, 0, "{}", run.err);
    let counted = run.out;
    let run = tally(["tally", REGISTER, "--year", "2025", "--map", map]);
    assert_eq!((run.code, &run.err[..]), (0, ""));
    assert_eq!(run.out, counted);

    // What is taken out of the mapping fits nowhere, unless it is a label of the form.
    let written = fs::read_to_string(map).unwrap();
    let without = written.replace("\"办理中\" = \"carried_out\"", "\"办理中\" = \"\"");
    assert_ne!(written, without);
    fs::write(map, &without).unwrap();
    let run = tally(["tally", REGISTER, "--year", "2025", "--map", map]);
    assert_eq!(run.code, 3);
    assert!(run.out.contains("办理结果“办理中”没有对应的项"), "{}", run.out);

    fs::write(map, without.replace("received =", "recived =")).unwrap();
    let run = tally(["tally", REGISTER, "--year", "2025", "--map", map]);
    assert_eq!(run.code, 2);
    assert!(run.err.ends_with("没有“recived”这种列，是否指“received”\n"), "{}", run.err);
}

#[test]
fn the_form_is_written_in_any_format() {
    let folder = folder("tally-output");
    for format in ["text", "markdown", "json", "html", "docx", "xlsx"] {
        let file = folder.join(format!("draft.{format}"));
        let file = file.to_str().unwrap();
        let run = tally([
            "tally",
            REGISTER,
            "--year",
            "2025",
            "--yes",
            "--agency",
            "示例市民政局",
            "-o",
            file,
            "--to",
            format,
        ]);
        assert_eq!(run.code, 0, "{}", run.err);
        let draft = tally(["parse", file]).json();
        assert_eq!((&draft["agency"], &draft["year"]), (&json!("示例市民政局"), &json!(2025)));
        let made_of_it = tally(["parse", REPORT]).json();
        for table in ["applications", "disputes"] {
            assert_eq!(draft[table], made_of_it[table], "{format}");
        }
        assert_eq!(draft["active_disclosure"]["licensing"]["decisions"], Value::Null);
        let again =
            tally(["tally", REGISTER, "--year", "2025", "--yes", "-o", file, "--to", format]);
        assert_eq!(again.code, 2, "{format}: a file that is there stays");
    }
}

#[test]
fn what_cannot_be_counted_is_stated() {
    let run = tally(["tally", REGISTER, "--yes"]);
    assert_eq!(run.code, 2);
    assert_eq!(run.err, "没有写明统计哪一年度。请写 --year，或用 --report 指定报告。\n");
    let run = tally(["tally", REGISTER, "--yes", "--year", "25"]);
    assert_eq!(run.code, 2);
    let run = tally(["tally", REGISTER, "--yes", "--year", "2024", "--report", REPORT]);
    assert_eq!((run.code, &run.err[..]), (2, "报告是2025年度的，不是2024年度的\n"));
    let run = tally(["tally", REPORT, "--yes", "--year", "2025"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("没有找到“收到日期”"), "{}", run.err);
    assert!(!Path::new("台账.csv").exists());
    let run = tally(["tally", "台账.csv", "--yes", "--year", "2025", "--lang", "en"]);
    assert_eq!((run.code, &run.err[..]), (2, "台账.csv: no such file\n"));
}
