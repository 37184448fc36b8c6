//! `ogi convert`

use std::fs;

use serde_json::Value;

use crate::program::{
    PLANTED, Run, SOUND_2019, SOUND_2021, command, folder, ogi, ogi_in, ogi_with, report, reports,
};

/// Without the zeros at the end of money: a workbook keeps none.
fn by_value(mut report: Value) -> Value {
    for row in ["fees", "procurement"] {
        let amount = &mut report["active_disclosure"][row]["amount"];
        if let Some(printed) = amount.as_str().filter(|it| it.contains('.')) {
            *amount = printed.trim_end_matches('0').trim_end_matches('.').into();
        }
    }
    report
}

#[test]
fn there_and_back_again() {
    for name in [SOUND_2021, SOUND_2019, PLANTED] {
        let folder = folder(&format!("convert-round-{name}"));
        fs::copy(reports().join(name), folder.join("in.txt")).unwrap();
        let done = |run: Run| {
            assert_eq!((run.code, &run.out[..]), (0, ""));
            // Of a document it is stated what it was beside its report.
            let stated = ["排版没有保留", "改为规定格式的", "没有写入", "，写成“"];
            let is_stated = |it: &str| stated.iter().any(|stated| it.contains(stated));
            assert!(run.err.lines().all(is_stated), "{}", run.err);
        };
        done(ogi_in(&folder, ["convert", "in.txt", "-o", "1.md"]));
        done(ogi_in(&folder, ["convert", "1.md", "-o", "2.json"]));
        done(ogi_in(&folder, ["convert", "2.json", "-o", "3.txt"]));
        done(ogi_in(&folder, ["convert", "3.txt", "-o", "4.html"]));
        done(ogi_in(&folder, ["convert", "4.html", "-o", "5.docx"]));
        done(ogi_in(&folder, ["convert", "5.docx", "-o", "6.xlsx"]));
        let parsed = |file| by_value(ogi_in(&folder, ["parse", file]).json());
        for file in ["1.md", "2.json", "3.txt", "4.html", "5.docx", "6.xlsx"] {
            assert_eq!(parsed(file), parsed("in.txt"), "{name} {file}");
        }
    }
}

#[test]
fn formats_may_be_stated() {
    let json = ogi(["parse", SOUND_2021]).out;
    let run = ogi(["convert", SOUND_2021, "-o", "-", "--to", "json"]);
    assert_eq!((run.code, &run.out[..]), (0, &json[..]));
    let run = ogi_with(["convert", "-", "--from", "json", "-o", "-", "--to", "markdown"], &json);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("| 行政许可 | 127 |"), "{}", run.out);
    let run = ogi_with(
        ["convert", "-", "--from", "json", "-o", "-", "--to", "text"],
        &report(SOUND_2021),
    );
    assert_eq!(run.code, 2);
}

#[test]
fn the_input_is_never_overwritten() {
    let folder = folder("convert-same");
    fs::write(folder.join("a.txt"), report(SOUND_2021)).unwrap();
    for output in ["a.txt", "./a.txt", "../convert-same/a.txt"] {
        let run = ogi_in(&folder, ["convert", "a.txt", "-o", output, "--to", "json"]);
        assert_eq!(run.code, 2);
        assert_eq!(run.err, "输出文件就是输入文件。请换一个文件名。\n");
    }
    assert_eq!(fs::read_to_string(folder.join("a.txt")).unwrap(), report(SOUND_2021));
}

#[test]
fn nothing_is_written_when_nothing_was_read() {
    let folder = folder("convert-bad");
    fs::write(folder.join("notice.txt"), "关于放假的通知\n").unwrap();
    let run = ogi_in(&folder, ["convert", "notice.txt", "-o", "out.md"]);
    assert_eq!(run.code, 2);
    assert!(!folder.join("out.md").exists());
    assert_eq!(ogi_in(&folder, ["convert", ".", "-o", "out.md"]).code, 2);
}

#[test]
fn a_name_that_states_no_format() {
    let run = ogi(["convert", SOUND_2021, "-o", "out.wps", "--lang", "en"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.err,
        "the file name does not state the format; say it with --to (`ogi help convert` lists the formats)\n",
    );
}

#[test]
fn unreadable_cells_are_exit_code_1() {
    let text = report(SOUND_2021).replace("\n127\n", "\n99999999999999999999\n");
    let run = ogi_with(["convert", "-", "-o", "-", "--to", "json"], &text);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("\"unreadable\": \"99999999999999999999\""), "{}", run.out);
}

/// A folder comes out as a folder; a bad file does not stop it.
#[test]
fn many_go_to_a_folder() {
    let folder = folder("convert-many");
    fs::create_dir_all(folder.join("in/2024")).unwrap();
    fs::write(folder.join("in/bureau.txt"), report(SOUND_2021)).unwrap();
    fs::write(folder.join("in/2024/street.txt"), report(PLANTED)).unwrap();
    fs::write(folder.join("in/notice.txt"), "关于放假的通知\n").unwrap();
    fs::write(folder.join("office.txt"), report(SOUND_2019)).unwrap();
    let run = ogi_in(&folder, ["convert", "in", "office.txt", "-o", "new/out", "--to", "json"]);
    assert_eq!((run.code, &run.out[..]), (2, ""));
    assert!(run.err.contains("in/notice.txt: "), "{}", run.err);
    for (new, old) in [
        ("new/out/bureau.json", "in/bureau.txt"),
        ("new/out/2024/street.json", "in/2024/street.txt"),
        ("new/out/office.json", "office.txt"),
    ] {
        assert_eq!(ogi_in(&folder, ["parse", new]).json(), ogi_in(&folder, ["parse", old]).json());
    }
    assert!(!folder.join("new/out/notice.json").exists());
    let [a, b, c, d, e, f] = ["convert", "office.txt", "-o", "new/out", "--to", "json"];
    assert_eq!(ogi_in(&folder, [a, b, c, d, e, f]).code, 2);
    let run = ogi_in(&folder, [a, b, c, d, e, f, "--force"]);
    assert_eq!(run.code, 0);
    // The signature is named, and nothing went wrong.
    assert!(run.err.lines().all(|it| it.starts_with("office.txt: 第")), "{}", run.err);
}

/// Whose file it is nobody knows, so it stays; `--force` says that it may go.
#[test]
fn a_file_that_is_there_is_not_overwritten() {
    let folder = folder("exists");
    for name in [SOUND_2021, PLANTED] {
        fs::write(folder.join(name), report(name)).unwrap();
    }
    let runs: [&[&str]; 5] = [
        &["convert", SOUND_2021, "--to", "text"],
        &["repair", "in.json", "--apply", "1"],
        &["new", "--agency", "示例市民政局", "--year", "2026", "--to", "text"],
        &["chart", "outcomes", SOUND_2021],
        &["rollup", "--sum", SOUND_2021, "--to", "text"],
    ];
    fs::write(folder.join("in.json"), ogi(["parse", PLANTED]).out).unwrap();
    for args in runs {
        // What is repaired stays of its format.
        let foreign = if args[0] == "repair" { "foreign.json" } else { "foreign.txt" };
        fs::write(folder.join(foreign), "别人的").unwrap();
        let run = |force: &[&str]| {
            let target = ["-o", foreign];
            let args: Vec<_> = args.iter().chain(&target).chain(force).collect();
            command(&args).current_dir(&folder).output().unwrap().status.code()
        };
        assert_eq!(run(&[]), Some(2), "{args:?}");
        assert_eq!(fs::read_to_string(folder.join(foreign)).unwrap(), "别人的", "{args:?}");
        assert_ne!(run(&["--force"]), Some(2), "{args:?}");
        assert_ne!(fs::read_to_string(folder.join(foreign)).unwrap(), "别人的", "{args:?}");
    }
}

#[test]
fn no_input_of_many_is_overwritten() {
    let folder = folder("convert-many-same");
    for name in ["a.txt", "b.txt", "a.md"] {
        fs::write(folder.join(name), report(SOUND_2021)).unwrap();
    }
    // a.md is read too, be it later.
    let run = ogi_in(&folder, ["convert", "a.txt", "a.md", "b.txt", "-o", ".", "--to", "markdown"]);
    assert_eq!(run.code, 2);
    assert_eq!(run.err.matches("输出文件就是输入文件").count(), 2, "{}", run.err);
    assert_eq!(fs::read_to_string(folder.join("a.md")).unwrap(), report(SOUND_2021));
    assert!(folder.join("b.md").exists());
    // What is written into a folder that is read would be read.
    for output in [".", "out", "./out/deep"] {
        let run = ogi_in(&folder, ["convert", ".", "-o", output, "--to", "json"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("输出文件夹在输入文件夹里面"), "{}", run.err);
    }
    assert!(!folder.join("out").exists() && !folder.join("a.json").exists());
}

#[test]
fn two_inputs_do_not_share_an_output() {
    let folder = folder("convert-many-taken");
    fs::create_dir(folder.join("in")).unwrap();
    fs::write(folder.join("in/a.md"), report(SOUND_2021)).unwrap();
    fs::write(folder.join("in/a.txt"), report(PLANTED)).unwrap();
    let run = ogi_in(&folder, ["convert", "in", "-o", "out", "--to", "json", "--lang", "en"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("in/a.txt: another report went to out/a.json already"), "{}", run.err);
    assert_eq!(
        ogi_in(&folder, ["parse", "out/a.json"]).json(),
        ogi_in(&folder, ["parse", "in/a.md"]).json(),
    );
}

#[test]
fn several_need_a_folder_and_a_format() {
    for output in ["-", PLANTED] {
        let run = ogi(["convert", SOUND_2021, SOUND_2019, "-o", output, "--to", "json"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("输出位置不是文件夹"), "{}", run.err);
    }
    assert_eq!(report(PLANTED), fs::read_to_string(reports().join(PLANTED)).unwrap());
    let run = ogi(["convert", SOUND_2021, SOUND_2019, "-o", "out"]);
    assert!(run.err.contains("从文件名无法判断文件格式"), "{}", run.err);
}

/// What the new file does not hold as the old one did is named, item by item. A repair loses nothing.
#[test]
fn what_is_lost_is_named() {
    let folder = folder("convert-lost");
    let page = ogi(["convert", PLANTED, "-o", "-", "--to", "html"]).out;
    let page = page.replace("属于三类内部事务信息", "属于三类内容事务信息");
    fs::write(folder.join("in.html"), &page).unwrap();
    let label = "“5.属于三类内容事务信息”改为规定格式的“5.属于三类内部事务信息”";
    let run = ogi_in(&folder, ["convert", "in.html", "-o", "out.txt"]);
    assert_eq!(run.code, 0);
    for said in [label, "排版没有保留"] {
        assert!(run.err.contains(said), "{}", run.err);
    }
    let run =
        ogi_in(&folder, ["convert", ".", "-o", "../convert-lost-out", "--to", "json", "--force"]);
    assert!(run.err.contains(label), "{}", run.err);
    let run = ogi_in(&folder, ["repair", "in.html", "--apply", "1", "-o", "mended.html"]);
    assert!(run.out.contains("已改") && !run.out.contains(label), "{}{}", run.out, run.err);
    let mended = fs::read_to_string(folder.join("mended.html")).unwrap();
    assert!(
        mended != page && mended.len() == page.len() && mended.contains("属于三类内容事务信息")
    );
    let run = ogi_in(&folder, ["convert", "out.txt", "-o", "out.md"]);
    assert_eq!((run.code, &run.err[..]), (0, ""));
}
