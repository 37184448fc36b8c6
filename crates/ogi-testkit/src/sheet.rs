//! A report as it lies on a page, before a layout flattens it.

use ogi_model::{Content, Date, Edition, Grid, Report, Section, TableEdition, TableId};

/// What is printed, from top to bottom.
pub(crate) struct Sheet {
    pub(crate) pieces: Vec<Piece>,
}

pub(crate) enum Piece {
    /// A line of text.
    Line(String),
    /// A paragraph of narrative.
    Paragraph(String),
    /// An empty line.
    Gap,
    /// A table.
    Table(Table),
}

/// A table; what a merged cell covers is not listed.
pub(crate) struct Table {
    pub(crate) rows: Vec<Vec<Printed>>,
    pub(crate) width: usize,
}

/// A cell of a table.
pub(crate) struct Printed {
    pub(crate) text: String,
    pub(crate) is_figure: bool,
    pub(crate) row_span: usize,
    pub(crate) column_span: usize,
}

impl Sheet {
    pub(crate) fn of(report: &Report) -> Self {
        let mut pieces = Vec::new();
        if let Some(title) = &report.title {
            pieces.extend([Piece::Line(title.clone()), Piece::Gap]);
        }
        if let Some(line) = metadata(report) {
            pieces.extend([Piece::Line(line), Piece::Gap]);
        }
        if let Some(preamble) = &report.preamble {
            pieces.extend(paragraphs(preamble));
            pieces.push(Piece::Gap);
        }
        let edition = edition(report);
        for section in Section::ALL {
            let body: Vec<_> = match (section.table(), report.narrative(*section)) {
                (Some(id), _) => {
                    let table = table(report, id);
                    if table.rows.is_empty() {
                        continue;
                    }
                    vec![Piece::Gap, Piece::Table(table)]
                }
                (None, Some(text)) => paragraphs(text).collect(),
                (None, None) => continue,
            };
            pieces.push(Piece::Line(section.heading(edition).to_owned()));
            pieces.extend(body);
            pieces.push(Piece::Gap);
        }
        Self { pieces }
    }
}

fn paragraphs(text: &str) -> impl Iterator<Item = Piece> + '_ {
    text.lines().map(|line| Piece::Paragraph(line.to_owned()))
}

fn table(report: &Report, table: TableId) -> Table {
    let grid = Grid::of_blocks(&report.blocks(table), |cell| report[cell].is_present());
    let rows = grid.rows.iter().map(|row| {
        row.iter()
            .map(|cell| Printed {
                text: match cell.content {
                    Content::Head(label) | Content::Label(label) => label.to_owned(),
                    Content::Figure(id) => report[id].to_string(),
                },
                is_figure: matches!(cell.content, Content::Figure(_)),
                row_span: cell.row_span,
                column_span: cell.column_span,
            })
            .collect()
    });
    Table { rows: rows.collect(), width: grid.width }
}

fn edition(report: &Report) -> Edition {
    TableId::ALL
        .iter()
        .rev()
        .find_map(|table| match report.table(*table) {
            Some(TableEdition::One(edition)) => Some(edition),
            _ => None,
        })
        .or_else(|| report.year.map(Edition::of_year))
        .unwrap_or(Edition::E2021)
}

fn metadata(report: &Report) -> Option<String> {
    let known: Vec<_> = [
        report.agency.as_ref().map(|it| format!("发布机构:{it}")),
        report.published.map(|it| format!("发布日期:{it}")),
        report.period.map(|it| format!("统计期限:{}至{}", in_words(it.start), in_words(it.end))),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!known.is_empty()).then(|| known.join("    "))
}

fn in_words(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}
