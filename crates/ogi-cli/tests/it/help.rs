//! Help and mistakes in the command line, in one language.

use crate::program::{PLANTED, SOUND_2021, ogi};

const COMMANDS: [&str; 16] = [
    "chart",
    "check",
    "claims",
    "compare",
    "convert",
    "explain",
    "export",
    "generate",
    "indicators",
    "inspect",
    "new",
    "parse",
    "repair",
    "rollup",
    "rules",
    "schema",
];

fn is_chinese(text: &str) -> bool {
    text.chars().any(|it| ('一'..='龥').contains(&it))
}

/// Three English words in a row are a sentence and no name; commands and lists of values are none.
fn has_english(line: &str) -> bool {
    if line.trim_start().starts_with("ogi ") {
        return false;
    }
    let line = line
        .trim_start()
        .strip_prefix("- ")
        .map_or(line, |it| it.split_once(": ").map_or("", |it| it.1));
    let line = line.split('[').map(|it| it.rsplit(']').next().unwrap_or(it)).collect::<String>();
    let is_word = |it: &str| {
        it.len() > 1
            && it.trim_end_matches(['.', ',', ';', ':']).bytes().all(|b| b.is_ascii_alphabetic())
    };
    let words: Vec<_> = line.split(' ').filter(|it| !it.is_empty()).collect();
    words.windows(3).any(|it| it.iter().all(|it| is_word(it)))
}

#[test]
fn goldens() {
    insta::assert_snapshot!("help-both", ogi(["--help"]).out);
    for lang in ["zh", "en"] {
        insta::assert_snapshot!(format!("help-{lang}"), ogi(["--help", "--lang", lang]).out);
        insta::assert_snapshot!(
            format!("help-check-{lang}"),
            ogi(["check", "--help", "--lang", lang]).out
        );
        insta::assert_snapshot!(
            format!("help-export-short-{lang}"),
            ogi(["--lang", lang, "export", "-h"]).out
        );
    }
}

/// All help is in one language; only what is typed is the same in both.
#[test]
fn help_is_in_one_language() {
    for command in COMMANDS {
        let [zh, en] = ["zh", "en"].map(|lang| ogi([command, "--help", "--lang", lang]));
        assert_eq!((zh.code, en.code), (0, 0), "{command}");
        for line in zh.out.lines() {
            assert!(!has_english(line), "{command}: {line}");
        }
        assert!(zh.out.contains("用法：") && !zh.out.contains("Usage:"), "{command}");
        for line in en.out.lines() {
            // What stands in a report stands there in Chinese.
            assert!(!is_chinese(&line.replace("上年数", "")), "{command}: {line}");
        }
    }
}

const MISTAKES: [&[&str]; 9] = [
    &["check"],
    &["check", "--format", "xml", PLANTED],
    &["check", "--polcy", "a.toml", PLANTED],
    &["chek", PLANTED],
    &["check", PLANTED, "--as-of", "soon"],
    &["check", PLANTED, "--aliases", "a.toml"],
    &["check", PLANTED, "-q", "-v"],
    &["check", PLANTED, "--exclude", "["],
    &["new", "--year"],
];

#[test]
fn mistakes_are_stated_in_one_language() {
    for mistake in MISTAKES {
        let run = |lang: Option<&str>| {
            let lang = lang.map(|it| ["--lang", it]);
            let args: Vec<_> = mistake.iter().copied().chain(lang.into_iter().flatten()).collect();
            let output = crate::program::command(&args).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{mistake:?}");
            assert!(output.stdout.is_empty());
            String::from_utf8(output.stderr).unwrap()
        };
        let [zh, en, both] = [Some("zh"), Some("en"), None].map(run);
        assert!(zh.starts_with("错误：") && zh.contains("--help"), "{zh}");
        for line in zh.lines() {
            assert!(!has_english(line) && !line.contains("Usage"), "{line}");
        }
        assert!(en.starts_with("error: ") && !is_chinese(&en), "{en}");
        // Who has not chosen a language reads both.
        assert!(both.contains(zh.lines().next().unwrap()) && both.contains("error: "), "{both}");
    }
}

#[test]
fn mistakes_goldens() {
    let stated: Vec<_> = MISTAKES
        .iter()
        .map(|mistake| {
            let args: Vec<_> = ["--lang", "zh"].iter().chain(*mistake).copied().collect();
            let output = crate::program::command(&args).output().unwrap();
            format!("$ ogi {}\n{}", args.join(" "), String::from_utf8(output.stderr).unwrap())
        })
        .collect();
    insta::assert_snapshot!("mistakes-zh", stated.join("\n"));
}

/// What stands behind `--` is no option.
#[test]
fn a_file_may_be_called_as_an_option() {
    let run = ogi(["check", "--format", "xml", SOUND_2021, "--", "--lang", "en"]);
    assert!(run.err.starts_with("错误：") && run.err.contains("error: "), "{}", run.err);
}
