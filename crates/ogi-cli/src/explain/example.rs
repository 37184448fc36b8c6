//! Examples of the rules: a piece of a sound report, and what stands there in one that is not.

use std::collections::BTreeMap;

use ogi::check::{Across, Aliases, Child, Message, check_across, check_rollup, check_series};
use ogi::{Finding, Policy, RULES, ReadOptions, Reading, Rule};
use serde::{Deserialize, Serialize};

use crate::problem::Problem;

/// The examples, by the ids of their rules.
const EXAMPLES: &str = include_str!("examples/examples.toml");

/// A piece of a document that fails a rule, and the same mended.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Example {
    /// The document that it is a piece of.
    document: Document,
    /// What fails.
    pub(super) failing: String,
    /// What stands there in the sound document, exactly once.
    pub(super) mended: String,
}

/// A sound document.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
enum Document {
    /// The report of a department.
    #[serde(rename = "2025")]
    Report,
    /// The same, checked beside that of the year before.
    #[serde(rename = "2024, 2025")]
    Years,
    /// A report of the edition of 2019.
    #[serde(rename = "2020")]
    Old,
    /// The same, checked beside that of the year before.
    #[serde(rename = "2019, 2020")]
    OldYears,
    /// The report of a government, checked beside those of its departments.
    #[serde(rename = "rollup")]
    Parent,
    /// The report of a department, checked beside those of other bodies.
    #[serde(rename = "other bodies")]
    Others,
    /// A form with a name, a year and no figures.
    #[serde(rename = "blank form")]
    Blank,
    /// The list of the files of its departments.
    #[serde(rename = "rollup children")]
    Children,
}

const REPORT: &str = include_str!("examples/2025.md");
const LAST: &str = include_str!("examples/2024.md");
const OLD: &str = include_str!("examples/2020.md");
const OLD_LAST: &str = include_str!("examples/2019.md");
const BLANK: &str = include_str!("examples/blank.md");
const PARENT: &str = include_str!("examples/parent.md");
/// The departments of the parent, by the names of their files.
const CHILDREN: [(&str, &str); 2] =
    [("民政局.md", REPORT), ("教育局.md", include_str!("examples/child.md"))];
/// Their files, a line each.
const LIST: &str = "民政局.md\n教育局.md\n";

impl Example {
    /// The example of a rule.
    pub(super) fn of(rule: &Rule) -> Result<Option<Self>, Problem> {
        Ok(all()?.remove(rule.id))
    }

    /// What the rule says of the document with this piece in it.
    pub(super) fn findings(&self, rule: &Rule, piece: &str) -> Result<Vec<Finding>, Problem> {
        let sound = self.document.text();
        if sound.matches(&self.mended).count() != 1 {
            return Err(Problem::Example(rule.id));
        }
        let text = sound.replacen(&self.mended, piece, 1);
        let policy = only(rule);
        let outcome = match self.document {
            Document::Report | Document::Old | Document::Blank => {
                ogi::check(&read(&text)?, &policy)
            }
            Document::Years => of_years(LAST, &text, &policy)?,
            Document::OldYears => of_years(OLD_LAST, &text, &policy)?,
            Document::Others => of_bodies(&text, &policy)?,
            Document::Parent => of_family(&text, LIST, &policy)?,
            Document::Children => of_family(PARENT, &text, &policy)?,
        };
        let of_rule = outcome.findings.into_iter().filter(|it| it.rule == rule);
        Ok(of_rule.collect())
    }
}

impl Document {
    const fn text(self) -> &'static str {
        match self {
            Self::Report | Self::Years | Self::Others => REPORT,
            Self::Old | Self::OldYears => OLD,
            Self::Parent => PARENT,
            Self::Children => LIST,
            Self::Blank => BLANK,
        }
    }
}

/// How many examples there are.
#[cfg(test)]
pub(super) fn count() -> usize {
    all().map_or(0, |it| it.len())
}

fn all() -> Result<BTreeMap<String, Example>, Problem> {
    toml::from_str(EXAMPLES).map_err(|_| Problem::Example("*"))
}

/// A policy that runs one rule.
fn only(rule: &Rule) -> Policy {
    let longer = RULES.iter().filter(|it| it.id.starts_with(rule.id) && **it != rule);
    Policy::default().with_select([rule.id]).with_ignore(longer.map(|it| it.id))
}

fn read(text: &str) -> Result<Reading, Problem> {
    ogi::read(text, &ReadOptions::default()).map_err(|it| Problem::NoReport(it.into()))
}

fn of_years(last: &str, text: &str, policy: &Policy) -> Result<ogi::Outcome, Problem> {
    let years = [read(last)?, read(text)?];
    check_series(&years, policy).pop().ok_or(Problem::NoChildren)
}

/// A report beside those of the other departments.
fn of_bodies(text: &str, policy: &Policy) -> Result<ogi::Outcome, Problem> {
    let reading = read(text)?;
    let mut across = Across::default();
    across.add(&reading.report, &Aliases::default());
    for (_, other) in CHILDREN {
        across.add(&read(other)?.report, &Aliases::default());
    }
    Ok(check_across(&reading, &across.compare(), 0, policy))
}

/// A parent beside the files of a list. One that is there and can be read is a child; one of another ending cannot be
/// read; who is not in the list has no report.
fn of_family(parent: &str, list: &str, policy: &Policy) -> Result<ogi::Outcome, Problem> {
    let parent = read(parent)?;
    let text_of = |name: &str| CHILDREN.iter().find(|it| it.0 == name).map(|it| it.1);
    let readings: Vec<(&str, Option<Reading>)> = list
        .lines()
        .map(|name| Ok((name, text_of(name).map(read).transpose()?)))
        .collect::<Result<_, Problem>>()?;
    let listed = readings.iter().map(|(name, reading)| match reading {
        Some(reading) => Child::from(reading),
        None => Child::unreadable(*name, Message::new("文件不完整或已损坏", "the file is damaged")),
    });
    let stem = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    let absent = CHILDREN.iter().filter(|it| !list.lines().any(|name| stem(name) == stem(it.0)));
    let absent = absent.map(|it| Child::without_report(stem(it.0)));
    Ok(check_rollup(&parent, listed.chain(absent), policy))
}
