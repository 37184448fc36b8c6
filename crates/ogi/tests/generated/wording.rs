//! The Chinese of messages is what an office would write.

use crate::source;

/// Names that have no Chinese: of formats, programs and marks.
const NAMES: [&str; 24] = [
    "CSV",
    "DOCX",
    "Excel",
    "GB18030",
    "GLOB",
    "HTML",
    "JSON",
    "JUnit",
    "Markdown",
    "OCR",
    "OFD",
    "Office",
    "OpenDocument",
    "PDF",
    "RTF",
    "SARIF",
    "Schema",
    "SVG",
    "TOML",
    "UTF-8",
    "WPS",
    "Word",
    "XLSX",
    "XML",
];

/// Words of the command line, and rules that are examples of it.
const TYPED: [&str; 28] = [
    "N",
    "NO_COLOR",
    "auto",
    "cargo",
    "check",
    "convert",
    "crates",
    "csv",
    "error",
    "export",
    "help",
    "html",
    "install",
    "json",
    "jsonl",
    "man",
    "markdown",
    "new",
    "ogi",
    "ogi-cli",
    "parquet",
    "parse",
    "repair",
    "rollup",
    "rules",
    "t3-balance",
    "text",
    "y",
];

/// Keys and names of files: of settings, and of exported tables.
const KEYS: [&str; 13] = [
    "aliases",
    "baseline",
    "exclude",
    "export.md",
    "figures",
    "findings",
    "include",
    "ogi.toml",
    "policy",
    "reports",
    "schema",
    "unread",
    "xlsx",
];

/// Chinese of all messages with arguments, options and file names taken out.
fn chinese() -> Vec<(String, String)> {
    let of = |it: source::Source| {
        let path = it.path.display().to_string();
        it.messages.into_iter().flat_map(|it| it.zh).map(move |zh| (path.clone(), zh))
    };
    source::sources().into_iter().flat_map(of).collect()
}

/// A library or an operating system that speaks English has no say in a Chinese message.
#[test]
fn no_english_words_in_chinese() {
    let mut wrong = Vec::new();
    // What exported columns hold is a list of keys.
    let is_message = |it: &(String, String)| !it.0.starts_with("ogi-render/src/data/");
    for (path, zh) in chinese().into_iter().filter(is_message) {
        let plain = without_arguments(&zh);
        let words = plain.split(|it: char| !it.is_ascii_alphanumeric() && !"-._".contains(it));
        let is_name = |it: &&str| {
            let is_ending = it.starts_with('.');
            let it = it.trim_matches(|it: char| "-._".contains(it));
            let is_key = it.split('.').count() == 3;
            let has_letters = it.contains(|it: char| it.is_ascii_alphabetic());
            let is_known = NAMES.contains(&it) || TYPED.contains(&it) || KEYS.contains(&it);
            !has_letters || is_ending || is_key || is_known
        };
        wrong.extend(words.filter(|it| !is_name(it)).map(|it| format!("{path}: {it}: {zh}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What such an argument holds is English, whatever its place.
#[test]
fn no_error_of_others_is_filled_into_chinese() {
    let wrong: Vec<_> = chinese()
        .into_iter()
        .filter(|(_, zh)| ["{error}", "{detail}", "{err}"].iter().any(|it| zh.contains(it)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// One word for one thing.
#[test]
fn one_word_for_one_thing() {
    let refused = [
        ("表样", "规定格式"),
        ("表式", "规定格式"),
        ("个问题", "处问题"),
        ("个错误", "处错误"),
        ("个警告", "处警告"),
    ];
    for (path, zh) in chinese() {
        for (refused, wanted) in refused {
            assert!(!zh.contains(refused), "{path}: {zh}: {wanted}, not {refused}");
        }
    }
}

/// Without what is filled in, without options, without examples of what is typed, and without the keys of files, which
/// stand in quotation marks.
fn without_arguments(zh: &str) -> String {
    let is_example = |it: &&str| it.trim_start().starts_with("ogi ") && it.starts_with(' ');
    let lines: Vec<_> = zh.lines().filter(|it| !is_example(it)).collect();
    let plain = without(&lines.join("\n"), '{', '}', |_| true);
    let plain = without(&plain, '“', '”', str::is_ascii);
    let typed = |it: &&str| it.starts_with('-');
    plain.split(' ').filter(|it| !typed(it)).collect::<Vec<_>>().join(" ")
}

/// A text without what stands between two marks, where that is to go.
fn without(text: &str, from: char, to: char, goes: impl Fn(&str) -> bool) -> String {
    let mut parts = text.split(from);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(to) {
            Some((within, after)) if goes(within) => kept += after,
            _ => kept += part,
        }
    }
    kept
}
