//! Findings with excerpts.

use annotate_snippets::{Group, Level, Message, Origin, Renderer};
use ogi_check::{Finding, Outcome, Severity};
use ogi_model::{LineIndex, Place, Reading};

use super::{Language, excerpt, summary, visible};

/// Turns outcomes into text for people.
#[derive(Clone, Copy, Debug)]
pub struct Printer {
    language: Language,
    colour: bool,
}

impl Printer {
    /// Text in a language, without colour.
    pub const fn new(language: Language) -> Self {
        Self { language, colour: false }
    }

    /// With colour or without.
    pub const fn colour(self, colour: bool) -> Self {
        Self { colour, ..self }
    }

    /// All findings about a file, each with its excerpt, then a summary. Findings of one rule about one place, as
    /// a row that cannot be read, are shown once with their number. Those that are waived are only counted.
    ///
    /// `path` is what the source is called. A report without a source has no excerpts.
    pub fn outcome(&self, path: &str, reading: &Reading, outcome: &Outcome) -> String {
        let path = visible(path);
        let lines = reading.lines();
        let renderer = if self.colour { Renderer::styled() } else { Renderer::plain() };
        let mut text = String::new();
        let open: Vec<_> = outcome.open().collect();
        for same in open.chunk_by(|one, other| are_alike(one, other)) {
            let mut group = self.finding(&path, reading, &lines, same[0]);
            if let others @ 1.. = same.len() - 1 {
                group = group.element(self.note(others));
            }
            text += &renderer.render(&[group]);
            text += "\n\n";
        }
        text += &summary::of(&path, &reading.report, outcome, self.language);
        text
    }

    fn finding<'a>(
        &self,
        path: &'a str,
        reading: &Reading,
        lines: &LineIndex<'_>,
        finding: &'a Finding,
    ) -> Group<'a> {
        let message = visible(self.language.of(&finding.message));
        let title = self.level(finding.severity).primary_title(message).id(finding.rule.id);
        if let Some(snippet) = excerpt::of(finding, reading, lines, self.language) {
            return title.element(snippet.path(path));
        }
        let origin = match &finding.place {
            Some(place) => match where_to_look(place, self.language) {
                Some(words) => Origin::path(visible(&format!("{path} {words}")).into_owned()),
                None => Origin::path(path),
            },
            None => Origin::path(path),
        };
        title.element(match &finding.place {
            Some(Place::Grid(grid)) if grid.line.is_some() => {
                origin.line(grid.line.unwrap_or_default() as usize)
            }
            _ => origin,
        })
    }

    fn note(&self, others: usize) -> Message<'static> {
        let level = Level::NOTE.with_name(self.language.pick("说明", "note"));
        level.message(match (self.language, others) {
            (Language::Zh, _) => format!("这里另有{others}个单元格有同样的问题"),
            (Language::En, 1) => "the same of one more cell here".to_owned(),
            (Language::En, _) => format!("the same of {others} more cells here"),
        })
    }

    fn level(&self, severity: Severity) -> Level<'static> {
        let level = match severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        level.with_name(self.language.of_severity(severity))
    }
}

/// Where to look in a source without lines: the cell of a workbook, or of a table on a page.
fn where_to_look(place: &Place, language: Language) -> Option<String> {
    Some(match place {
        Place::Grid(grid) => match (&grid.sheet, &grid.address) {
            (Some(sheet), Some(address)) => format!("{sheet}!{address}"),
            _ if grid.line.is_some() || grid.table == 0 => return None,
            _ => in_table(grid.table, grid.row, grid.column, language),
        },
        Place::Page(at) if at.table == 0 => match language {
            Language::Zh => format!("第{}页第{}行", at.page, at.row),
            Language::En => format!("page {}, line {}", at.page, at.row),
        },
        Place::Page(at) => {
            let cell = in_table(at.table, at.row, at.column, language);
            match language {
                Language::Zh => format!("第{}页{cell}", at.page),
                Language::En => format!("page {}, {cell}", at.page),
            }
        }
        _ => return None,
    })
}

fn in_table(table: u32, row: u32, column: u32, language: Language) -> String {
    match language {
        Language::Zh => format!("表{table}第{row}行第{column}列"),
        Language::En => format!("table {table}, row {row}, column {column}"),
    }
}

/// Whether two findings say the same of one place in the source.
fn are_alike(one: &Finding, other: &Finding) -> bool {
    one.rule == other.rule && one.place.is_some() && one.place == other.place
}
