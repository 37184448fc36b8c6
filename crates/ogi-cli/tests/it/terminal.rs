//! How the program behaves on a terminal and in a pipe.

use std::process::Stdio;

use crate::program::{PLANTED, command, ogi, ogi_with, report};

/// Nothing in a file or its name steers the terminal.
#[test]
fn control_characters_are_not_printed() {
    let evil = "\u{1b}[31m\u{9b}2J\u{202e}\u{7}";
    let text = report(PLANTED)
        .replace("5.属于三类内容事务信息", &format!("5.属于三类内容事务信息{evil}"))
        .replace("花园街道", &format!("花园{evil}街道"));
    for lang in ["zh", "en"] {
        let run = ogi_with(["check", "-", "--lang", lang], &text);
        let shown = run.out + &run.err;
        let bad = |it: char| (it.is_control() && it != '\n') || it == '\u{202e}';
        assert!(!shown.contains(bad), "{shown:?}");
    }
    let run = ogi(["check", "no\u{1b}[31mfile.txt"]);
    assert_eq!(run.err, "no?[31mfile.txt: 找不到文件\n");
}

/// JSON says the same with escapes, and loses nothing.
#[test]
fn json_escapes_control_characters() {
    let text = report(PLANTED).replace("街道围绕", "街道\u{9b}2J\u{202e}\u{7f}围绕");
    let run = ogi_with(["parse", "-"], &text);
    assert!(!run.out.contains(|it: char| it.is_control() && it != '\n'));
    assert!(run.out.contains("街道\\u009b2J\\u202e\\u007f围绕"), "{}", run.out);
    assert!(run.json()["overview"].as_str().unwrap().contains("街道\u{9b}2J\u{202e}\u{7f}围绕"));
}

#[test]
fn no_colour_in_a_pipe() {
    assert!(!ogi(["check", PLANTED]).out.contains('\u{1b}'));
}

/// Whoever stops reading has seen enough.
#[test]
fn a_broken_pipe_is_no_panic() {
    for args in
        [&["rules"][..], &["check", PLANTED], &["parse", PLANTED], &["parse", ".", "--full"]]
    {
        let mut child =
            command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
        assert!(output.status.code().is_some_and(|it| it < 3), "{args:?}");
    }
}

#[test]
fn help_says_what_to_do() {
    let run = ogi(["--help"]);
    assert_eq!(run.code, 0);
    insta::assert_snapshot!(run.out);
    for command in ["parse", "check", "convert", "rules"] {
        assert_eq!(ogi([command, "--help"]).code, 0);
    }
}

#[test]
fn mistakes_in_the_command_line_are_exit_code_2() {
    assert_eq!(ogi(["check"]).code, 2);
    assert_eq!(ogi(["check", "--format", "xml", PLANTED]).code, 2);
    assert_eq!(ogi(["--lang", "fr", "rules"]).code, 2);
}
