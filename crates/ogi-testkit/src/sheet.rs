//! A report as it lies on a page, before a layout flattens it.

use ogi_model::{Content, Edition, Grid, Report, Section, TableEdition, TableId};

use crate::mess::Pen;

/// What is printed, from top to bottom.
pub(crate) struct Sheet {
    pub(crate) pieces: Vec<Piece>,
}

pub(crate) enum Piece {
    /// The title, or a line of it.
    Title(String),
    /// The heading of a part.
    Heading(String),
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
#[derive(Clone)]
pub(crate) struct Table {
    pub(crate) id: TableId,
    pub(crate) rows: Vec<Vec<TableCell>>,
    pub(crate) width: usize,
    /// How many columns of empty cells lie right of it.
    pub(crate) beyond: usize,
}

/// A cell of a table.
#[derive(Clone)]
pub(crate) struct TableCell {
    /// Its number on the page, from 0.
    #[cfg_attr(not(feature = "documents"), allow(dead_code))]
    pub(crate) id: usize,
    pub(crate) text: String,
    /// What the form has there.
    pub(crate) content: Content,
    pub(crate) row_span: usize,
    pub(crate) column_span: usize,
}

impl TableCell {
    pub(crate) const fn is_figure(&self) -> bool {
        matches!(self.content, Content::Figure(_))
    }
}

/// A cell where it lies.
pub(crate) struct Placed<'a> {
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) cell: &'a TableCell,
}

impl Table {
    /// Its cells, row by row, each with its first row and column.
    pub(crate) fn placed(&self) -> Vec<Placed<'_>> {
        let mut taken = vec![vec![false; self.width + self.beyond]; self.rows.len()];
        let mut all = Vec::new();
        for (row, cells) in self.rows.iter().enumerate() {
            let mut column = 0;
            for cell in cells {
                while taken[row].get(column) == Some(&true) {
                    column += 1;
                }
                for covered in taken.iter_mut().skip(row).take(cell.row_span) {
                    for place in covered.iter_mut().skip(column).take(cell.column_span) {
                        *place = true;
                    }
                }
                all.push(Placed { row, column, cell });
                column += cell.column_span;
            }
        }
        all
    }

    /// Cells that reach beside this row reach beside one row more.
    #[cfg(feature = "documents")]
    pub(crate) fn stretch(&mut self, row: usize) {
        for (i, cells) in self.rows.iter_mut().enumerate().take(row + 1) {
            let reach = |it: &&mut TableCell| it.row_span > 1 && i + it.row_span > row;
            cells.iter_mut().filter(reach).for_each(|it| it.row_span += 1);
        }
    }

    /// Every position, row by row, with the cell that covers it and whether that begins there.
    pub(crate) fn positions(&self) -> Vec<Vec<Option<(&TableCell, bool)>>> {
        let mut all = vec![vec![None; self.width + self.beyond]; self.rows.len()];
        for Placed { row, column, cell } in self.placed() {
            for (down, positions) in all.iter_mut().skip(row).take(cell.row_span).enumerate() {
                let covered = positions.iter_mut().skip(column).take(cell.column_span);
                for (right, position) in covered.enumerate() {
                    *position = Some((cell, down + right == 0));
                }
            }
        }
        all
    }
}

impl Sheet {
    pub(crate) fn of(report: &Report, mut pen: Pen<'_>) -> Self {
        let mut pieces = Vec::new();
        let signature = pen.signature(report);
        block(&mut pieces, pen.menu(), Piece::Line);
        block(&mut pieces, pen.title(report), Piece::Title);
        block(&mut pieces, pen.metadata(report, !signature.is_empty()), Piece::Line);
        if let Some(preamble) = &report.preamble {
            pieces.extend(paragraphs(preamble));
            pieces.push(Piece::Gap);
        }
        let edition = edition(report);
        for section in Section::ALL {
            let body: Vec<_> = match (section.table(), report.narrative(*section)) {
                (Some(id), _) => {
                    let table = table(report, id, &mut pen);
                    if table.rows.is_empty() {
                        continue;
                    }
                    let above = pen.above_table().map(Piece::Line);
                    let below = pen.below_table(id).map(Piece::Line);
                    above
                        .into_iter()
                        .chain([Piece::Gap, Piece::Table(table)])
                        .chain(below.into_iter().flat_map(|it| [Piece::Gap, it]))
                        .collect()
                }
                (None, Some(text)) => paragraphs(text).collect(),
                (None, None) => continue,
            };
            pieces.push(Piece::Heading(pen.heading(*section, edition)));
            pieces.extend(body);
            pieces.push(Piece::Gap);
        }
        block(&mut pieces, signature, Piece::Line);
        let mut sheet = Self { pieces };
        let cells = sheet.tables_mut().flat_map(|it| it.rows.iter_mut().flatten());
        cells.enumerate().for_each(|(id, cell)| cell.id = id);
        sheet
    }

    /// Its tables, from top to bottom.
    pub(crate) fn tables_mut(&mut self) -> impl Iterator<Item = &mut Table> {
        self.pieces.iter_mut().filter_map(|piece| match piece {
            Piece::Table(table) => Some(table),
            _ => None,
        })
    }
}

/// Lines with a gap below them.
fn block(pieces: &mut Vec<Piece>, lines: Vec<String>, piece: fn(String) -> Piece) {
    if !lines.is_empty() {
        pieces.extend(lines.into_iter().map(piece));
        pieces.push(Piece::Gap);
    }
}

fn paragraphs(text: &str) -> impl Iterator<Item = Piece> + '_ {
    text.lines().map(|line| Piece::Paragraph(line.to_owned()))
}

fn table(report: &Report, table: TableId, pen: &mut Pen<'_>) -> Table {
    let grid = Grid::of_blocks(&report.blocks(table), |cell| report[cell].is_present());
    let rows = grid.rows.iter().map(|row| {
        row.iter()
            .map(|cell| TableCell {
                id: 0,
                text: match cell.content {
                    Content::Head(label) | Content::Label(label) => pen.label(label),
                    Content::Figure(id) => pen.figure(&report[id], id.unit()),
                },
                content: cell.content,
                row_span: cell.row_span,
                column_span: cell.column_span,
            })
            .collect()
    });
    Table { id: table, rows: rows.collect(), width: grid.width, beyond: 0 }
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
