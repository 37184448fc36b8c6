//! What the template of the page shows.

use askama::Template;
use ogi_model::{Language, Report, Section, TableId};

use super::Html;
use super::findings::{Marks, Notes, Verdict};
use super::table::{Kind, Table};
use crate::cause::Piece;
use crate::chart;
use crate::line::{paragraphs, printable};
use crate::report::{self, Fact, PartContent, ReportPart};

/// The page.
#[derive(Template)]
#[template(path = "html/report.html")]
pub(super) struct Page {
    /// Whether only the body is written.
    fragment: bool,
    /// What the window is called.
    name: String,
    title: Option<String>,
    agency: Option<String>,
    published: Option<String>,
    facts: Vec<Fact>,
    preamble: Vec<String>,
    verdict: Option<Verdict>,
    parts: Vec<Part>,
}

/// One of the six parts.
struct Part {
    key: &'static str,
    heading: &'static str,
    /// The heading of the source, where it is another one.
    printed: Option<String>,
    paragraphs: Vec<String>,
    table: Option<Table>,
    /// What was found about its table.
    notes: Notes,
    pictures: Vec<Image>,
}

/// A picture of figures.
struct Image {
    title: String,
    words: String,
    address: String,
}

impl Page {
    pub(super) fn new(report: &Report, marks: &Marks, how: Html) -> Self {
        let title = report.title.as_deref().map(printable);
        Self {
            fragment: how.fragment,
            name: title.clone().unwrap_or_else(|| Report::NAME.to_owned()),
            title,
            agency: report.agency.as_deref().map(printable),
            published: report.published.map(|it| it.to_string()),
            facts: report::facts(report),
            preamble: prose(report.preamble.as_deref()),
            verdict: marks.verdict.clone(),
            parts: report::parts(report)
                .map(|ReportPart { section, heading, content }| match content {
                    PartContent::Narrative(text) => {
                        Part { paragraphs: prose(Some(text)), ..Part::new(section, heading, marks) }
                    }
                    PartContent::Table(table) => Part {
                        table: Some(Table::new(report, table, marks)),
                        notes: marks.of_table(table),
                        pictures: pictures(report, table),
                        ..Part::new(section, heading, marks)
                    },
                })
                .collect(),
        }
    }
}

impl Part {
    fn new(section: Section, heading: &'static str, marks: &Marks) -> Self {
        let key = section.key();
        Self {
            key,
            heading,
            printed: marks.labels.heading(section),
            paragraphs: Vec::new(),
            table: None,
            notes: Notes::default(),
            pictures: Vec::new(),
        }
    }
}

/// The pictures of table three, where there is something to see.
fn pictures(report: &Report, table: TableId) -> Vec<Image> {
    if table != TableId::Applications {
        return Vec::new();
    }
    [chart::outcomes(report, Language::Zh), chart::applicants(report, Language::Zh)]
        .into_iter()
        .filter(|it| it.shows_something)
        .map(|it| Image { address: it.data_uri(), title: it.title, words: it.words })
        .collect()
}

fn prose(text: Option<&str>) -> Vec<String> {
    text.into_iter().flat_map(paragraphs).map(|it| printable(&it)).collect()
}
