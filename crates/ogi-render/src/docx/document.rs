//! What the templates of the document show.

use askama::Template;
use ogi_model::{Report, TableId};

use super::row::{self, Down, Row};
use crate::columns;
use crate::line::{paragraphs, printable};
use crate::report::{self, Fact, PartContent, ReportPart};

/// The width of the text in twentieths of a point: A4 less the margins of official documents (GB/T 9704), 156 mm.
pub(super) const WIDTH: usize = 8844;

/// How many characters of the title fit a line.
const LINE: usize = 20;

/// The text.
#[derive(Template)]
#[template(path = "docx/document.xml")]
pub(super) struct Document {
    /// In lines.
    title: Vec<String>,
    facts: Vec<Fact>,
    preamble: Vec<String>,
    parts: Vec<Part>,
}

/// What the document is called, and by whom it is.
#[derive(Template)]
#[template(path = "docx/properties.xml")]
pub(super) struct Properties {
    title: String,
    agency: String,
}

/// One of the six parts.
struct Part {
    heading: &'static str,
    paragraphs: Vec<String>,
    table: Option<Table>,
}

struct Table {
    /// Of each column, in twentieths of a point.
    widths: Vec<usize>,
    rows: Vec<Row>,
}

impl Document {
    pub(super) fn new(report: &Report) -> Self {
        Self {
            title: title(report),
            facts: report::facts(report),
            preamble: prose(report.preamble.as_deref()),
            parts: report::parts(report)
                .map(|ReportPart { heading, content, .. }| match content {
                    PartContent::Narrative(text) => {
                        Part { heading, paragraphs: prose(Some(text)), table: None }
                    }
                    PartContent::Table(table) => {
                        let table = Some(Table::new(report, table));
                        Part { heading, paragraphs: Vec::new(), table }
                    }
                })
                .collect(),
        }
    }
}

impl Properties {
    pub(super) fn new(report: &Report) -> Self {
        let text = |it: &Option<String>| it.as_deref().map(printable).unwrap_or_default();
        Self { title: text(&report.title), agency: text(&report.agency) }
    }
}

impl Table {
    fn new(report: &Report, table: TableId) -> Self {
        let grid = report.grid(table);
        let widths = columns::widths(&grid, WIDTH);
        Self { rows: row::rows(report, &grid, &widths), widths }
    }
}

/// The title; one that is too long for a line is broken after the agency's name, as offices do.
fn title(report: &Report) -> Vec<String> {
    let Some(title) = report.title.as_deref().map(printable) else { return Vec::new() };
    let agency = report.agency.as_deref().unwrap_or_default();
    match title.strip_prefix(agency) {
        Some(rest) if !agency.is_empty() && !rest.is_empty() && title.chars().count() > LINE => {
            vec![agency.to_owned(), rest.to_owned()]
        }
        _ => vec![title],
    }
}

fn prose(text: Option<&str>) -> Vec<String> {
    text.into_iter().flat_map(paragraphs).map(|it| printable(&it)).collect()
}
