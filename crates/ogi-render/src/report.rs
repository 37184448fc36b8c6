//! What the text formats say of a report beside its parts.

use ogi_model::{Date, Edition, Report, Section, TableEdition, TableId};
use ogi_text::page_fact;

use crate::line::printable;

/// The edition whose headings a report uses: that of table three, else of another table, else of its year.
pub(crate) fn edition(report: &Report) -> Edition {
    [TableId::Applications, TableId::Disputes, TableId::ActiveDisclosure]
        .into_iter()
        .find_map(|table| match report.table(table) {
            Some(TableEdition::One(edition)) => Some(edition),
            _ => None,
        })
        .unwrap_or_else(|| Edition::of_year_or_latest(report.year))
}

/// Something that stands under the title: who reports, when it was published, which time it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fact {
    /// What it is called: 发布机构, 发布日期, 统计期限.
    pub label: &'static str,
    /// What it is.
    pub value: String,
}

/// What stands under the title of a report, as far as it is known.
pub fn facts(report: &Report) -> Vec<Fact> {
    let fact = |label, value| Fact { label, value };
    let agency = report.agency.as_deref().map(|it| fact(page_fact::AGENCY, printable(it)));
    let published = report.published.map(|it| fact(page_fact::PUBLISHED, it.to_string()));
    let period = report
        .period
        .map(|it| fact(page_fact::PERIOD, format!("{}至{}", in_words(it.start), in_words(it.end))));
    [agency, published, period].into_iter().flatten().collect()
}

/// The same as one line of plain text; `None` if nothing is known.
pub(crate) fn metadata(report: &Report) -> Option<String> {
    let facts: Vec<_> =
        facts(report).iter().map(|it| format!("{}:{}", it.label, it.value)).collect();
    (!facts.is_empty()).then(|| facts.join("    "))
}

fn in_words(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// A part of a report that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReportPart<'a> {
    /// Which.
    pub section: Section,
    /// Its heading, in the edition that the report uses.
    pub heading: &'static str,
    /// What stands below it.
    pub content: PartContent<'a>,
}

/// What stands in a part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartContent<'a> {
    /// Paragraphs, with a line feed between them.
    Narrative(&'a str),
    /// A table: [`Report::grid`] lays it out.
    Table(TableId),
}

/// The parts that a report has, in the order of the form: what every writer walks over.
///
/// ```
/// use ogi_model::{CellId, Column, Edition, Report, Row, Section};
/// use ogi_render::{PartContent, parts};
///
/// let report = Report::builder(Edition::E2021)
///     .agency("示例市民政局")
///     .year(2025)
///     .narrative(Section::Overview, "2025年，我局主动公开政府信息532条。")
///     .build()?;
/// let headings: Vec<_> = parts(&report).map(|it| it.heading).collect();
/// assert_eq!(headings[0], "一、总体情况");
/// assert!(matches!(parts(&report).nth(1).unwrap().content, PartContent::Table(_)));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn parts(report: &Report) -> impl Iterator<Item = ReportPart<'_>> {
    let edition = edition(report);
    Section::ALL.iter().filter_map(move |section| {
        let content = match section.table() {
            Some(table) => {
                (!report.grid(table).rows.is_empty()).then_some(PartContent::Table(table))
            }
            None => report.narrative(*section).map(PartContent::Narrative),
        };
        Some(ReportPart { section: *section, heading: section.heading(edition), content: content? })
    })
}
