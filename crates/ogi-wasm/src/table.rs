//! A table of the form as the page draws it: every figure with its place, what is wrong with it, and what the others make it.

use std::collections::BTreeMap;

use ogi::check::{Message, Severity, cell_name};
use ogi::model::{Content, PlacedCell, Unit};
use ogi::{CellId, LineIndex, Outcome, Place, Reading, TableId};
use serde::Serialize;

use crate::words::both;

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Head,
    Label,
    Corner,
    Figure,
}

/// A cell of a table.
#[derive(Serialize)]
pub(crate) struct Cell {
    kind: Kind,
    #[serde(skip_serializing_if = "is_one")]
    rows: usize,
    #[serde(skip_serializing_if = "is_one")]
    columns: usize,
    #[serde(skip_serializing_if = "str::is_empty")]
    text: String,
    #[serde(flatten)]
    figure: Option<Figure>,
}

/// What there is to say of a figure.
#[derive(Serialize)]
struct Figure {
    id: String,
    name: Message,
    place: Option<Message>,
    excerpt: Option<Excerpt>,
    /// The worst finding about it.
    severity: Option<Severity>,
    findings: Vec<usize>,
    /// Whether the likeliest explanation changes it, or a finding counts it in.
    suspected: bool,
    involved: bool,
    /// What the others make it, where that is not what is printed.
    implied: Option<String>,
    is_total: bool,
    is_money: bool,
    is_changed: bool,
}

/// A line of the source, and what of it is meant.
#[derive(Serialize)]
pub(crate) struct Excerpt {
    line: usize,
    before: String,
    meant: String,
    after: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
const fn is_one(n: &usize) -> bool {
    *n == 1
}

/// All that is known of the cells of a report.
pub(crate) struct Known<'a> {
    reading: &'a Reading,
    before: &'a Reading,
    lines: &'a LineIndex<'a>,
    outcome: &'a Outcome,
    implied: BTreeMap<CellId, String>,
    suspected: Vec<CellId>,
}

impl<'a> Known<'a> {
    /// A report, the same as it was read with its lines, and what a check says of it.
    pub(crate) fn new(
        reading: &'a Reading,
        before: &'a Reading,
        lines: &'a LineIndex<'a>,
        outcome: &'a Outcome,
    ) -> Self {
        let of_blanks = outcome.unevaluated.iter().flat_map(|it| &it.implied);
        let of_blanks = of_blanks.map(|(cell, value)| (*cell, value.to_string()));
        let of_findings = outcome.open().filter_map(|it| Some((it.cell?, it.expected?.exactly()?)));
        let of_findings = of_findings.map(|(cell, value)| (cell, value.to_string()));
        let stories = outcome.stories();
        let likeliest = stories.iter().filter_map(|it| it.explanations.first());
        Self {
            reading,
            before,
            lines,
            outcome,
            implied: of_blanks.chain(of_findings).collect(),
            suspected: likeliest.flat_map(|it| &it.edits).map(|it| it.cell).collect(),
        }
    }

    /// The rows of a table; none if the report has none.
    pub(crate) fn table(&self, table: TableId) -> Vec<Vec<Cell>> {
        let grid = self.reading.report.grid(table);
        let mut rows: Vec<Vec<Cell>> = grid.rows.iter().map(|_| Vec::new()).collect();
        for it in grid.placed() {
            rows[it.row].push(self.cell(&it));
        }
        rows
    }

    fn cell(&self, it: &PlacedCell) -> Cell {
        let (kind, text) = match it.cell.content {
            Content::Head("") | Content::Label("") => (Kind::Corner, String::new()),
            Content::Head(label) => (Kind::Head, label.to_owned()),
            Content::Label(label) => (Kind::Label, label.to_owned()),
            Content::Figure(cell) => (Kind::Figure, self.reading.report[cell].to_string()),
        };
        let (rows, columns) = (it.cell.row_span, it.cell.column_span);
        Cell { kind, rows, columns, text, figure: it.cell.figure().map(|it| self.figure(it)) }
    }

    fn figure(&self, cell: CellId) -> Figure {
        let report = &self.reading.report;
        let open = || self.outcome.open();
        let about = || open().filter(|it| it.cell == Some(cell));
        let place = self.before.place(cell);
        let is_total = report.equalities().any(|it| it.total() == cell);
        Figure {
            id: cell.to_string(),
            name: cell_name(report, cell),
            place: place.map(|it| place_in_words(self.lines, it)),
            excerpt: place.and_then(|it| Excerpt::of(self.lines, it)),
            severity: about().map(|it| it.severity).max(),
            findings: about().map(|it| it.id).collect(),
            suspected: self.suspected.contains(&cell),
            involved: open().any(|it| it.severity > Severity::Info && it.cells.contains(&cell)),
            implied: self.implied.get(&cell).cloned(),
            is_total,
            is_money: cell.unit() == Unit::Money,
            is_changed: report[cell] != self.before.report[cell],
        }
    }
}

/// Where something stands.
pub(crate) fn place_in_words(lines: &LineIndex<'_>, place: &Place) -> Message {
    both(|language| language.of_place(place, lines))
}

/// How many characters of a line are shown on each side of what is meant.
const BESIDE: usize = 60;

impl Excerpt {
    /// The line of a place in text; a place in a table has no line to show.
    pub(crate) fn of(lines: &LineIndex<'_>, place: &Place) -> Option<Self> {
        let (text, span) = (lines.text(), place.span()?);
        let (before, after) = (text.get(..span.start)?, text.get(span.end..)?);
        let on_line: Vec<char> =
            before.chars().rev().take_while(|it| *it != '\n').take(BESIDE).collect();
        Some(Self {
            line: lines.at(span.start).line,
            before: on_line.into_iter().rev().collect(),
            meant: text.get(span)?.to_owned(),
            after: after.chars().take_while(|it| *it != '\n').take(BESIDE).collect(),
        })
    }
}
