//! Contradictions planted in the sentences of real reports: one number a time is made one greater. The numbers were
//! listed by hand; the reports are read from where they are kept beside the repository.

#![cfg(feature = "html")]
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ogi::{Policy, ReadOptions};

const PLANTED: &str = include_str!("claims_by_hand/planted.txt");

fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("!!! SKIPPED: no real reports at {}", folder.display());
    None
}

/// The findings on what sentences say.
fn findings(text: &str) -> BTreeSet<String> {
    let reading = ogi::read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let outcome = ogi::check(&reading, &Policy::default());
    let of_text = outcome.findings.iter().filter(|it| it.rule.id.starts_with("text-"));
    of_text.map(|it| it.message.zh.clone()).collect()
}

/// Where a number stands that is no part of another.
fn place(text: &str, number: &str, nth: usize) -> usize {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '.');
    let alone = |at: &usize| {
        !part(text[..*at].chars().next_back()) && !part(text[at + number.len()..].chars().next())
    };
    text.match_indices(number).map(|it| it.0).filter(alone).nth(nth).unwrap()
}

/// The same number, one greater; of a share the whole per cent.
fn one_more(number: &str) -> String {
    let (whole, rest) = number.split_once('.').map_or((number, ""), |it| it);
    let whole: u64 = whole.parse().unwrap();
    let rest = if rest.is_empty() { String::new() } else { format!(".{rest}") };
    format!("{}{rest}", whole + 1)
}

#[test]
fn most_planted_contradictions_are_found() {
    let Some(folder) = shared() else { return };
    let (mut found, mut all) = (0, 0);
    for line in PLANTED.lines().filter(|it| !it.starts_with('#')) {
        let fields: Vec<_> = line.split(' ').collect();
        let text = fs::read_to_string(folder.join(fields[0])).unwrap();
        let at = place(&text, fields[1], fields[2].parse().unwrap());
        let planted = [&text[..at], &one_more(fields[1]), &text[at + fields[1].len()..]].concat();
        all += 1;
        if findings(&planted).difference(&findings(&text)).next().is_some() {
            found += 1;
        } else {
            eprintln!("not found: {line}");
        }
    }
    eprintln!("{found} of {all} planted contradictions found");
    assert!(found * 10 >= all * 8, "{found} of {all}");
}
