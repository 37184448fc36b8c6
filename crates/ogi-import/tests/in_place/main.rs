//! Files are commented on and changed as they are: what is not meant stays byte for byte.
#![cfg(all(feature = "docx", feature = "xlsx", feature = "html", feature = "encoding"))]
// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

mod docx;
mod html;
mod xlsx;

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use ogi_import::{
    Change, Changed, Comment, Comments, InPlaceError, Limits, annotate, change, read,
};
use ogi_model::{CellId, Column, Place, Reading, Row};
use ogi_parse::ReadOptions;
use zip::ZipArchive;

/// All parts of a package, in their order.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut entry = archive.by_index(at).unwrap();
            let name = String::from_utf8(entry.name_raw().to_vec()).unwrap();
            let mut part = Vec::new();
            entry.read_to_end(&mut part).unwrap();
            (name, part)
        })
        .collect()
}

/// The text of a part.
fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|it| it.0 == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("no {name}")).1).unwrap()
}

/// All parts are there in their order, and these alone differ; new ones stand at the end.
#[track_caller]
fn assert_only_differ(before: &[u8], after: &[u8], names: &[&str]) {
    let (before, after) = (parts(before), parts(after));
    let new: BTreeMap<_, _> = after.iter().cloned().collect();
    for (at, (name, old)) in before.iter().enumerate() {
        assert_eq!(after[at].0, *name);
        assert_eq!(new[name] != *old, names.contains(&name.as_str()), "{name}");
    }
}

/// What differs between two texts: the piece of the old and that of the new.
fn difference<'t>(old: &'t str, new: &'t str) -> (&'t str, &'t str) {
    let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - same;
    let back = old.bytes().rev().zip(new.bytes().rev()).take(rest).take_while(|(a, b)| a == b);
    let back = back.count();
    (&old[same..old.len() - back], &new[same..new.len() - back])
}

fn reading(bytes: &[u8]) -> Reading {
    read(bytes, &ReadOptions::default()).unwrap()
}

const fn total(row: Row) -> CellId {
    CellId::new(row, Column::Total)
}

/// A cell with another figure.
fn with(bytes: &[u8], cell: CellId, to: i64) -> Result<Changed, InPlaceError> {
    let place = reading(bytes).place(cell).unwrap().clone();
    change(bytes, &[Change { place, to: to.to_string() }], &Limits::default())
}

/// Comments at places, by `ogi`.
fn commented(bytes: &[u8], all: &[(Option<Place>, &str)]) -> Vec<u8> {
    let all: Vec<_> = all
        .iter()
        .map(|(place, text)| Comment { place: place.clone(), text: (*text).to_owned() })
        .collect();
    let title = reading(bytes).sources.field(ogi_model::Field::Title).cloned();
    let date = Some("2026-01-05".parse().unwrap());
    let comments = Comments { all: &all, title: title.as_ref(), author: "ogi", date };
    annotate(bytes, &comments, &Limits::default()).unwrap()
}

#[test]
fn other_kinds_are_refused_with_what_to_do() {
    let comments = Comments { all: &[], title: None, author: "ogi", date: None };
    let text = "一、总体情况".as_bytes();
    for bytes in [&b"%PDF-1.7"[..], b"{\\rtf1", text] {
        let annotated = annotate(bytes, &comments, &Limits::default()).unwrap_err();
        let changed = change(bytes, &[], &Limits::default()).unwrap_err();
        assert_eq!((annotated.kind(), changed.kind()), ("not-annotated", "not-changed"));
        for error in [annotated, changed] {
            assert!(error.message().zh.contains("转换"), "{error}");
            assert!(error.to_string().contains("convert"), "{error}");
        }
    }
    let page = annotate(b"<html><p>1", &comments, &Limits::default()).unwrap_err();
    assert!(page.message().zh.contains("标出问题的网页"));
}
