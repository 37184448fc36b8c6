//! The user's own file: comments, and figures put right.

use std::fs;

use crate::program::{PLANTED, folder, ogi, ogi_in, report};

/// The planted report as a file.
fn file(folder: &std::path::Path, name: &str) {
    assert_eq!(ogi(["convert", PLANTED, "-o", folder.join(name).to_str().unwrap()]).code, 0);
}

#[test]
fn a_copy_gets_comments() {
    let folder = folder("annotate");
    for (name, out) in [("in.docx", "out.docx"), ("in.xlsx", "out.xlsx")] {
        file(&folder, name);
        let before = fs::read(folder.join(name)).unwrap();
        let run = ogi_in(&folder, ["annotate", name, "-o", out]);
        assert_eq!((run.code, &run.out[..]), (0, ""), "{}", run.err);
        assert!(run.err.starts_with("已批注") && run.err.contains("处问题"), "{}", run.err);
        assert_eq!(fs::read(folder.join(name)).unwrap(), before);
        assert_eq!(ogi_in(&folder, ["parse", out]).json(), ogi_in(&folder, ["parse", name]).json());
        // Nobody's file is overwritten unasked.
        let run = ogi_in(&folder, ["annotate", name, "-o", out]);
        assert_eq!((run.code, run.err.contains("文件已经存在")), (2, true), "{}", run.err);
        assert_eq!(ogi_in(&folder, ["annotate", name, "-o", out, "--force"]).code, 0);
        let run = ogi_in(&folder, ["annotate", name, "-o", name, "--force"]);
        assert_eq!((run.code, run.err.contains("输出文件就是输入文件")), (2, true), "{}", run.err);
    }
    let run = ogi_in(&folder, ["annotate", "in.docx", "-o", "en.docx", "--lang", "en"]);
    assert_eq!((run.code, run.err.contains("findings put into comments")), (0, true));
}

#[test]
fn what_cannot_be_commented_on_or_changed_is_refused_with_what_to_do() {
    let folder = folder("in-place-refused");
    file(&folder, "in.html");
    fs::write(folder.join("in.txt"), report(PLANTED)).unwrap();
    let run = ogi_in(&folder, ["annotate", "in.html", "-o", "out.html"]);
    assert_eq!((run.code, run.err.contains("--format html")), (2, true), "{}", run.err);
    for args in [
        ["annotate", "in.txt", "-o", "out.docx"].as_slice(),
        &["repair", "in.txt", "--apply", "1", "-o", "out.txt"],
    ] {
        let run = crate::program::command(args).current_dir(&folder).output().unwrap();
        let said = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(2));
        assert!(said.contains("文本文件") && said.contains("ogi convert"), "{said}");
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

/// What cannot be changed is named, with where it stands.
#[test]
fn a_figure_that_is_no_text_is_named() {
    let folder = folder("in-place-entities");
    file(&folder, "in.html");
    let page = fs::read_to_string(folder.join("in.html")).unwrap();
    assert!(page.contains(">21<"));
    fs::write(folder.join("in.html"), page.replace(">21<", ">&#50;&#49;<")).unwrap();
    let run = ogi_in(&folder, ["repair", "in.html", "--apply", "1", "-o", "out.html"]);
    assert_eq!(run.code, 2);
    for said in ["“（一）予以公开·自然人”", "第2张表第", "不是单独的一个数"]
    {
        assert!(run.err.contains(said), "{}", run.err);
    }
}
