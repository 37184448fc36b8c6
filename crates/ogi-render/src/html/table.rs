//! A table of the form as the template shows it, every figure tied to its heads.

use ogi_model::{Content, Grid, PlacedCell, Report, TableId};

use super::findings::{Mark, Marks};
use crate::columns;
use crate::line::printable;

/// A table.
pub(super) struct Table {
    /// Of each column, its share of the width in tenths of a percent.
    pub(super) widths: Vec<usize>,
    /// How many columns of labels there are, the merged ones beside them among these.
    pub(super) labels: usize,
    /// The rows of heads that stand once over everything; none if each block has its own.
    pub(super) head: Vec<Vec<Cell>>,
    /// The rows below, block by block.
    pub(super) bodies: Vec<Vec<Vec<Cell>>>,
}

/// A cell.
pub(super) struct Cell {
    pub(super) kind: Kind,
    pub(super) id: String,
    pub(super) column_span: usize,
    pub(super) row_span: usize,
    pub(super) text: String,
    /// What the source prints instead of a label.
    pub(super) printed: Option<String>,
    /// The column where a label or a head over labels begins, which stays in sight while figures scroll.
    pub(super) stays: Option<usize>,
    /// The ids of the heads of a figure.
    pub(super) headers: String,
    /// The findings that are about it.
    pub(super) marks: Vec<Mark>,
    /// The worst severity of them, or what it is to findings about other cells; else empty.
    pub(super) class: &'static str,
}

/// What a cell is to those who do not see the table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A head, and which cells it is about.
    Head(&'static str),
    /// A figure.
    Figure,
    /// A corner in which nothing is printed.
    Corner,
}

impl Table {
    pub(super) fn new(report: &Report, table: TableId, marks: &Marks) -> Self {
        let grid = report.grid(table);
        let placed = grid.placed();
        let mut rows: Vec<Vec<Cell>> = grid.rows.iter().map(|_| Vec::new()).collect();
        let labels = grid.label_columns();
        for it in &placed {
            let mut cell = Cell::new(it, &placed, &grid, report, table, marks);
            cell.stays = (it.column + it.cell.column_span <= labels).then_some(it.column);
            rows[it.row].push(cell);
        }
        let mut head = Vec::new();
        let mut bodies: Vec<Vec<Vec<Cell>>> = Vec::new();
        for (row, cells) in grid.rows.iter().zip(rows) {
            let of_block =
                matches!(row.as_slice(), [it] if it.is_head() && it.column_span == grid.width);
            match bodies.last_mut() {
                Some(body) if !of_block => body.push(cells),
                None if !of_block && row.iter().all(|it| it.is_head()) => head.push(cells),
                _ => bodies.push(vec![cells]),
            }
        }
        Self { widths: columns::shares(&grid), labels, head, bodies }
    }
}

impl Cell {
    fn new(
        it: &PlacedCell,
        placed: &[PlacedCell],
        grid: &Grid,
        report: &Report,
        table: TableId,
        marks: &Marks,
    ) -> Self {
        let over_block = it.cell.column_span == grid.width && grid.width > 1;
        let (kind, text) = match it.cell.content {
            Content::Head("") | Content::Label("") => (Kind::Corner, String::new()),
            Content::Head(label) if over_block => (Kind::Head("rowgroup"), label.to_owned()),
            Content::Head(label) => (Kind::Head("col"), label.to_owned()),
            Content::Label(label) => (Kind::Head("row"), label.to_owned()),
            Content::Figure(id) => (Kind::Figure, printable(&report[id].to_string())),
        };
        let figure = it.cell.figure();
        let found = figure.map_or_else(Vec::new, |id| marks.about(id));
        Self {
            kind,
            id: figure.map_or_else(|| head_id(table, it), |id| id.to_string()),
            column_span: it.cell.column_span,
            row_span: it.cell.row_span,
            text,
            printed: marks.labels.of_cell(it, placed, report),
            stays: None,
            headers: figure.map_or_else(String::new, |_| headers(table, it, placed)),
            class: match found.iter().map(|it| it.severity).max() {
                Some(worst) => worst.key(),
                None => figure.map_or("", |id| marks.class(id)),
            },
            marks: found,
        }
    }
}

fn head_id(table: TableId, it: &PlacedCell) -> String {
    format!("{}-h{}-{}", table.key(), it.row, it.column)
}

/// The ids of the heads over a figure and beside it: those of the closest rows of heads, and of its own row.
fn headers(table: TableId, figure: &PlacedCell, placed: &[PlacedCell]) -> String {
    let covers =
        |it: &PlacedCell| (it.column..it.column + it.cell.column_span).contains(&figure.column);
    let heads_above = placed.iter().filter(|it| it.row < figure.row && it.cell.is_head());
    let last = heads_above.clone().map(|it| it.row).max().unwrap_or(0);
    // Rows of heads that follow one another belong together.
    let first =
        (0..=last).rev().take_while(|row| heads_above.clone().any(|it| it.row == *row)).last();
    let above = heads_above.clone().filter(|it| Some(it.row) >= first && covers(it));
    let beside = placed.iter().filter(|it| {
        matches!(it.cell.content, Content::Label(_))
            && (it.row..it.row + it.cell.row_span).contains(&figure.row)
    });
    let named = above.chain(beside).filter(|it| it.cell.content.label() != Some(""));
    named.map(|it| head_id(table, it)).collect::<Vec<_>>().join(" ")
}
