//! What the text formats say of a report beside its parts.

use ogi_model::{Date, Edition, Grid, Report, Section, TableEdition, TableId};
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
pub(crate) struct Fact {
    pub(crate) label: &'static str,
    pub(crate) value: String,
}

/// What stands under the title, as far as it is known.
pub(crate) fn facts(report: &Report) -> Vec<Fact> {
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

/// A part of the report that is there.
pub(crate) enum Part<'a> {
    Narrative(&'a str),
    Table(TableId),
}

/// The parts that the report has, with their headings, in the order of the form.
pub(crate) fn parts(report: &Report) -> impl Iterator<Item = (Section, &'static str, Part<'_>)> {
    let edition = edition(report);
    Section::ALL.iter().filter_map(move |section| {
        let part = match section.table() {
            Some(table) => has_cells(report, table).then_some(Part::Table(table)),
            None => report.narrative(*section).map(Part::Narrative),
        };
        Some((*section, section.heading(edition), part?))
    })
}

fn has_cells(report: &Report, table: TableId) -> bool {
    !Grid::of_blocks(&report.blocks(table), |cell| report[cell].is_present()).rows.is_empty()
}
