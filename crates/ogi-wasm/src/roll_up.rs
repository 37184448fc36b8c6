//! A parent beside its children, or what children add up to.

use ogi::check::{Child, Message, Policy, Standing, Words, cell_name};
use ogi::terminal::Printer;
use ogi::{Format, Reading};
use serde::Serialize;

use crate::check::VerdictIn;
use crate::done::Done;
use crate::failure::Failure;
use crate::finding::{FindingIn, findings};
use crate::source;
use crate::words::both;

#[derive(Serialize)]
struct RolledUp<'a> {
    verdict: VerdictIn,
    findings: Vec<FindingIn<'a>>,
    bodies: Vec<Body<'a>>,
    calls: Vec<Call<'a>>,
    cells: Vec<Compared>,
    /// How many figures there are of each standing.
    standings: Vec<Counted>,
}

#[derive(Serialize)]
struct Body<'a> {
    name: &'a str,
    has_report: bool,
    unreadable: Option<&'a Message>,
}

/// Whom to call, and why.
#[derive(Serialize)]
struct Call<'a> {
    child: &'a str,
    message: &'a Message,
}

#[derive(Serialize)]
struct Compared {
    id: String,
    name: Message,
    parent: String,
    sum: String,
    /// What would be lacking, if that is determined.
    lacking: Option<String>,
    standing: &'static str,
    words: Words,
    is_difference: bool,
    /// What each body prints.
    figures: Vec<String>,
}

#[derive(Serialize)]
struct Counted {
    words: Words,
    count: usize,
}

/// Files as children: the others are children that could not be read.
fn children(files: &[(&str, &[u8])]) -> Vec<(String, Result<Reading, Failure>)> {
    files.iter().map(|(path, bytes)| ((*path).to_owned(), source::read(bytes))).collect()
}

fn family(read: &[(String, Result<Reading, Failure>)]) -> impl Iterator<Item = Child<'_>> {
    read.iter().map(|(path, reading)| match reading {
        Ok(reading) => {
            let child = Child::from(reading);
            let name = if child.name.is_empty() { path.clone() } else { child.name.clone() };
            Child { name, ..child }
        }
        Err(failure) => Child::unreadable(path, failure.message.clone()),
    })
}

pub(crate) fn compare(
    (_, parent): (&str, &[u8]),
    files: &[(&str, &[u8])],
    policy: &Policy,
) -> Result<Done, Failure> {
    let reading = source::read(parent)?;
    let read = children(files);
    let rolled_up = ogi::check::roll_up(&reading, family(&read), policy);
    let report = &reading.report;
    let cells = rolled_up.cells.iter().map(|it| Compared {
        id: it.cell.to_string(),
        name: cell_name(report, it.cell),
        parent: it.parent.to_string(),
        sum: it.sum.to_string(),
        lacking: it.lacking.map(|it| it.to_string()),
        standing: it.standing.key(),
        words: it.standing.words(),
        is_difference: it.standing.is_difference(),
        figures: it.figures.iter().map(|it| it.printed.to_string()).collect(),
    });
    let standings = Standing::ALL
        .iter()
        .map(|it| Counted { words: it.words(), count: rolled_up.standing(*it).count() });
    let answer = RolledUp {
        verdict: VerdictIn::of(&rolled_up.outcome),
        findings: findings(&reading, &rolled_up.outcome),
        bodies: rolled_up
            .bodies
            .iter()
            .map(|it| Body {
                name: &it.name,
                has_report: it.has_report,
                unreadable: it.unreadable.as_ref(),
            })
            .collect(),
        calls: rolled_up
            .calls
            .iter()
            .map(|it| Call { child: &it.child, message: &it.message })
            .collect(),
        cells: cells.collect(),
        standings: standings.filter(|it| it.count > 0).collect(),
    };
    Done::new(&answer, ogi::render::rollup_xlsx(report, &rolled_up)?)
}

#[derive(Serialize)]
struct Summed {
    /// All that is to be known of the sum, as the program says it.
    text: Message,
    year: Option<u16>,
    bounds: usize,
    notes: usize,
}

pub(crate) fn add_up(files: &[(&str, &[u8])], agency: &str) -> Result<Done, Failure> {
    let read = children(files);
    if read.iter().all(|it| it.1.is_err()) {
        return Err(Failure::new(
            "no-children",
            "没有可以加总的报告",
            "there is no report to add up",
        ));
    }
    let summed = ogi::check::aggregate(family(&read)).signed(agency);
    let mut report = Vec::new();
    ogi::write(&summed.report, Format::Json, &mut report)?;
    let answer = Summed {
        text: both(|language| Printer::new(language).summed(&summed)),
        year: summed.report.year,
        bounds: summed.bounds.len(),
        notes: summed.notes.len(),
    };
    Done::new(&answer, report)
}
