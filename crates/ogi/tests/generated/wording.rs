//! The Chinese of messages is what an office would write.

use crate::source;

/// Names that have no Chinese: of formats, programs and marks.
const NAMES: [&str; 23] = [
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
    "SVG",
    "TOML",
    "UTF-8",
    "WPS",
    "Word",
    "XLSX",
    "XML",
];

/// Words of the command line.
const TYPED: [&str; 13] = [
    "check", "convert", "error", "help", "markdown", "new", "ogi", "repair", "rollup", "rules",
    "xlsx", "y", "N",
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
    for (path, zh) in chinese() {
        let plain = without_arguments(&zh);
        let words = plain.split(|it: char| !it.is_ascii_alphanumeric() && !"-._".contains(it));
        let is_name = |it: &&str| {
            let is_ending = it.starts_with('.');
            let it = it.trim_matches(|it: char| "-._".contains(it));
            let is_key = it.split('.').count() == 3;
            let has_letters = it.contains(|it: char| it.is_ascii_alphabetic());
            !has_letters || is_ending || is_key || NAMES.contains(&it) || TYPED.contains(&it)
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

/// Without what is filled in, without options, and without the keys of files, which stand in quotation marks.
fn without_arguments(zh: &str) -> String {
    let plain = without(zh, '{', '}', |_| true);
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
