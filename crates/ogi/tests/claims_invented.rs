//! Overviews of invented bodies: what they say agrees with the tables, and each number that restates a cell contradicts
//! them when it is one greater.

#![cfg(feature = "html")]
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use ogi::{CellId, Column, Edition, Policy, ReadOptions, Report, Row, TableForm, TableId};
use ogi_testkit::Layout;

const INVENTED: &str = include_str!("claims_by_hand/invented.txt");

struct Body {
    report: Report,
    /// With braces around numbers.
    overview: String,
}

fn bodies() -> Vec<Body> {
    let mut bodies: Vec<Body> = Vec::new();
    for line in INVENTED.lines().filter(|it| !it.is_empty() && !it.starts_with('#')) {
        if let Some(agency) = line.strip_prefix("@ ") {
            let cells =
                TableId::ALL.iter().flat_map(|it| TableForm::of(*it, Edition::E2021).cells());
            let form = Report::builder(Edition::E2021).agency(agency).year(2025);
            let report = cells.fold(form, |it, cell| it.set(cell, 0)).build().unwrap();
            bodies.push(Body { report, overview: String::new() });
            continue;
        }
        let body = bodies.last_mut().unwrap();
        match line.strip_prefix("= ") {
            Some(cells) => {
                for it in cells.split("; ") {
                    let (cell, count) = it.split_once(' ').unwrap();
                    let (row, column) = cell.split_once('.').unwrap_or((cell, "total"));
                    let (row, column): (Row, Column) =
                        (row.parse().unwrap(), column.parse().unwrap());
                    body.report.set(CellId::new(row, column), count.parse::<i64>().unwrap());
                }
            }
            None => {
                body.overview += line;
                body.overview.push('\n');
            }
        }
    }
    bodies.iter_mut().for_each(|it| fill(&mut it.report));
    bodies
}

/// What a total has beyond the columns that are given goes to the first column.
fn fill(report: &mut Report) {
    for table in [TableId::Applications, TableId::Disputes] {
        let cells = || TableForm::of(table, Edition::E2021).cells();
        for total in cells().filter(|it| it.column() == Column::Total) {
            let count = |it: CellId| report[it].count().unwrap_or_default();
            let of_row = || cells().filter(|it| it.row() == total.row() && *it != total);
            let left = count(total) - of_row().map(count).sum::<i64>();
            let first = of_row().next().unwrap();
            let first_should = count(first) + left;
            report.set(first, first_should);
        }
    }
}

/// What is found wrong in the sentences.
fn found(report: &Report, overview: &str) -> Vec<String> {
    let mut report = report.clone();
    report.overview = Some(overview.into());
    let reading = ogi::read(Layout::A4.write(&report).as_bytes(), &ReadOptions::default()).unwrap();
    let findings = ogi::check(&reading, &Policy::default().with_select(["text-"])).findings;
    findings.iter().map(|it| format!("{}: {}", it.rule.id, it.message.zh)).collect()
}

#[test]
fn what_they_say_is_right_and_one_more_is_wrong() {
    let (mut all, mut missed) = (0, 0);
    for Body { report, overview } in bodies() {
        let without = |text: &str| text.replace(['{', '}'], "");
        assert_eq!(found(&report, &without(&overview)), [""; 0], "{:?}", report.agency);
        for (start, _) in overview.match_indices('{') {
            let end = start + overview[start..].find('}').unwrap();
            let count: i64 = overview[start + 1..end].parse().unwrap();
            let planted = format!("{}{}{}", &overview[..start], count + 1, &overview[end + 1..]);
            all += 1;
            if found(&report, &without(&planted)).is_empty() {
                missed += 1;
                let before: String = without(&overview[..start]).chars().rev().take(20).collect();
                let before: String = before.chars().rev().collect();
                eprintln!("not found: {before}{}", count + 1);
            }
        }
    }
    eprintln!("{} of {all} found", all - missed);
    assert!(missed * 5 <= all, "{missed} of {all} missed");
}
