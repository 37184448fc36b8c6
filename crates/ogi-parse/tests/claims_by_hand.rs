//! How many claims of sentences written by hand are read, and how many that are read are claims: the sentences were
//! written before the grammar was touched, from kinds that real reports have.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use ogi_model::{
    CellId, CellSum, Claim, ClaimSubject, ClaimValue, Column, Decimal, Edition, Group, Report, Row,
    Scope, Section, TableForm,
};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::Layout;

const SENTENCES: &str = include_str!("claims_by_hand/sentences.txt");
/// Written later, by someone who had seen neither the grammar nor the first ones.
const ANEW: &str = include_str!("claims_by_hand/anew.txt");
const YEAR: u16 = 2025;

/// What a sentence says: a sum of cells or a word for what is no cell, and how much that is.
#[derive(Clone, Debug, PartialEq)]
struct Stated {
    about: Subject,
    value: Decimal,
    /// Whether it may be meant otherwise, so that a doubt about it is right.
    doubtful: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Subject {
    Cells(Vec<CellId>),
    Share,
    Fee,
}

fn columns(row: Row, column: Option<&str>) -> Vec<Column> {
    match column {
        None => vec![Column::Total],
        Some("organizations") => TableForm::APPLICATIONS_2021
            .cells()
            .filter(|it| it.row() == row)
            .map(CellId::column)
            .filter(|it| !matches!(it, Column::NaturalPerson | Column::Total))
            .collect(),
        Some(key) => vec![key.parse().unwrap()],
    }
}

fn rows(key: &str) -> Vec<Row> {
    let group = [Group::Denied, Group::Unavailable, Group::Refused, Group::OtherProcessing];
    match group.iter().find(|it| it.key() == key) {
        Some(group) => {
            let of_group =
                TableForm::APPLICATIONS_2021.rows().filter(|it| it.group == Some(*group));
            of_group.map(|it| it.row).collect()
        }
        None if key == "litigation" => {
            vec![Row::LitigationDirect, Row::LitigationAfterReconsideration]
        }
        None => vec![key.parse().unwrap_or_else(|_| panic!("no row {key}"))],
    }
}

fn stated(text: &str) -> Stated {
    let text = text.trim();
    let doubtful = text.starts_with('~');
    let (about, value) = text.trim_start_matches('~').split_once(' ').unwrap();
    let about = match about {
        "share" => Subject::Share,
        "fee" => Subject::Fee,
        sum => {
            let cells = sum.split('+').flat_map(|it| {
                let (row, column) = it.split_once('.').map_or((it, None), |it| (it.0, Some(it.1)));
                let cells =
                    move |row| columns(row, column).into_iter().map(move |it| CellId::new(row, it));
                rows(row).into_iter().flat_map(cells)
            });
            let mut cells: Vec<_> = cells.collect();
            cells.sort();
            Subject::Cells(cells)
        }
    };
    Stated { about, value: Decimal::from_str_exact(value).unwrap(), doubtful }
}

/// The agency, the sentence and what it says.
fn sentences(file: &'static str) -> Vec<(&'static str, &'static str, Vec<Stated>)> {
    let mut agency = "";
    let mut all = Vec::new();
    for line in file.lines().filter(|it| !it.is_empty() && !it.starts_with('#')) {
        match line.strip_prefix("@ ") {
            Some(name) => agency = name,
            None => {
                let (sentence, claims) = line.split_once(" | ").unwrap();
                let claims = claims.split(';').filter(|it| *it != "-").map(stated).collect();
                all.push((agency, sentence, claims));
            }
        }
    }
    all
}

/// The claims of a sentence that can be compared with figures of the report, and what each says.
fn read_claims(agency: &str, sentence: &str) -> Vec<(Claim, Decimal)> {
    let report = Report::builder(Edition::E2021)
        .agency(agency)
        .year(YEAR)
        .narrative(Section::Overview, sentence)
        .build()
        .unwrap();
    let claims = read(&Layout::A4.write(&report), &ReadOptions::default()).unwrap().claims;
    let own = |it: &Claim| {
        matches!(it.scope, Scope::Own | Scope::Unknown) && it.year.is_none_or(|it| it == YEAR)
    };
    let value = |it: &Claim| match it.value {
        ClaimValue::Count(n) => Some(Decimal::from(n)),
        ClaimValue::Money(it) | ClaimValue::Percent(it) => Some(it.normalize()),
        ClaimValue::None => Some(Decimal::ZERO),
        ClaimValue::LeftOut => None,
    };
    claims.into_iter().filter(own).filter_map(|it| Some((it.clone(), value(&it)?))).collect()
}

/// Whether a claim says this. One that is not firm says less.
fn says(claim: &Claim, value: Decimal, stated: &Stated) -> bool {
    let cells = |sum: &CellSum| {
        let mut cells = sum.plus.clone();
        cells.sort();
        (sum.minus.is_empty()).then_some(cells)
    };
    let about = match (&claim.about, &stated.about) {
        (ClaimSubject::Figures { any_of, firm }, Subject::Cells(meant)) => {
            (*firm || stated.doubtful) && any_of.iter().any(|it| cells(it).as_ref() == Some(meant))
        }
        (ClaimSubject::Share { .. }, Subject::Share)
        | (ClaimSubject::ProcessingFee, Subject::Fee) => true,
        _ => false,
    };
    about && value == stated.value && (claim.scope == Scope::Own || stated.doubtful)
}

#[test]
fn most_claims_are_read_and_hardly_any_that_is_none() {
    assert!(sentences(SENTENCES).len() >= 150);
    measure(SENTENCES);
}

#[test]
fn most_claims_are_read_of_sentences_written_anew() {
    measure(ANEW);
}

fn measure(file: &'static str) {
    let (mut claims, mut found, mut read, mut wrong) = (0, 0, 0, 0);
    let all = sentences(file);
    for (agency, sentence, stated) in &all {
        let got = read_claims(agency, sentence);
        let compared = |it: &&(Claim, Decimal)| {
            matches!(
                it.0.about,
                ClaimSubject::Figures { .. }
                    | ClaimSubject::Share { .. }
                    | ClaimSubject::ProcessingFee
            ) && it.0.scope == Scope::Own
        };
        claims += stated.len();
        for stated in stated {
            if got.iter().any(|it| says(&it.0, it.1, stated)) {
                found += 1;
            } else {
                eprintln!("missed {stated:?}: {sentence}");
            }
        }
        // What is not firm contradicts nothing, but it is said of a figure all the same.
        let as_firm = |it: &Claim| {
            let mut it = it.clone();
            if let ClaimSubject::Figures { firm, .. } = &mut it.about {
                *firm = true;
            }
            it
        };
        for (claim, value) in got.iter().filter(compared) {
            read += 1;
            if !stated.iter().any(|stated| says(&as_firm(claim), *value, stated)) {
                wrong += 1;
                eprintln!("wrong {} ({:?}): {sentence}", claim.printed, claim.about);
            }
        }
    }
    let recall = f64::from(found) / claims as f64;
    let precision = 1.0 - f64::from(wrong) / f64::from(read);
    eprintln!(
        "recall {found} of {claims} = {recall:.3}, precision {} of {read} = {precision:.3}",
        read - wrong
    );
    assert!(recall >= 0.9, "{recall}");
    assert!(precision >= 0.98, "{precision}");
}
