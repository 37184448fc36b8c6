//! `ogi convert`

use std::fs;

use crate::program::{
    PLANTED, Run, SOUND_2019, SOUND_2021, folder, ogi, ogi_in, ogi_with, report, reports,
};

#[test]
fn there_and_back_again() {
    let folder = folder("convert-round");
    for name in [SOUND_2021, SOUND_2019, PLANTED] {
        fs::copy(reports().join(name), folder.join("in.txt")).unwrap();
        let done =
            |run: Run| assert_eq!((run.code, run.out, run.err), (0, String::new(), String::new()));
        done(ogi_in(&folder, ["convert", "in.txt", "-o", "1.md"]));
        done(ogi_in(&folder, ["convert", "1.md", "-o", "2.json"]));
        done(ogi_in(&folder, ["convert", "2.json", "-o", "3.txt"]));
        done(ogi_in(&folder, ["convert", "3.txt", "-o", "4.html"]));
        done(ogi_in(&folder, ["convert", "4.html", "-o", "5.docx"]));
        let parsed = |file| ogi_in(&folder, ["parse", file]).json();
        for file in ["1.md", "2.json", "3.txt", "4.html", "5.docx"] {
            assert_eq!(parsed(file), parsed("in.txt"), "{name} {file}");
        }
    }
}

#[test]
fn formats_may_be_told() {
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
fn a_name_that_tells_no_format() {
    let run = ogi(["convert", SOUND_2021, "-o", "out.wps", "--lang", "en"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.err,
        "the file name does not tell the format; say it with --to (`ogi help convert` lists the formats)\n",
    );
}

#[test]
fn unreadable_cells_are_exit_code_1() {
    let text = report(SOUND_2021).replace("\n127\n", "\n99999999999999999999\n");
    let run = ogi_with(["convert", "-", "-o", "-", "--to", "json"], &text);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("\"unreadable\": \"99999999999999999999\""), "{}", run.out);
}
