//! A table that is being read, and how its rows are put down.

use std::collections::BTreeMap;
use std::mem;

use ogi_model::{GridPlace, Place};
use ogi_parse::{Columns, Sheet};

use crate::seen::Print;

/// No table has as many columns; a span beyond it says nothing.
const WIDEST: u32 = 16_384;

/// A table: finished rows, and the one that is open.
#[derive(Default)]
pub(crate) struct Table {
    /// Which table of the document, from 1.
    number: u32,
    rows: Vec<Row>,
    /// How many rows have begun.
    begun: u32,
    /// Merged cells that reach down from rows above: their first columns, and how many they cover.
    reaching: BTreeMap<u32, u32>,
    row: Row,
    /// The next free column of the open row, from 0.
    column: u32,
    cell: OpenCell,
}

/// A row: the cells that begin in it.
#[derive(Default)]
pub(crate) struct Row {
    number: u32,
    cells: Vec<Cell>,
    dropped: bool,
}

struct Cell {
    /// From 1.
    column: u32,
    /// How many columns it covers.
    span: u32,
    blocks: Vec<Block>,
}

/// What a cell holds.
pub(crate) enum Block {
    Paragraph(Print),
    Table(Table),
}

/// The cell that is open, with what its properties say.
#[derive(Default)]
struct OpenCell {
    blocks: Vec<Block>,
    span: u32,
    down: Down,
    /// Whether it continues the cell before it.
    continues_across: bool,
    dropped: bool,
}

/// Whether a cell reaches down, or is reached by one.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Down {
    #[default]
    No,
    Begins,
    Continues,
}

impl Table {
    pub(crate) fn new(number: u32) -> Self {
        Self { number, ..Self::default() }
    }

    pub(crate) fn open_row(&mut self) {
        self.begun += 1;
        self.row = Row { number: self.begun, ..Row::default() };
        self.column = 0;
    }

    /// The open row is deleted or hidden.
    pub(crate) fn drop_row(&mut self) {
        self.row.dropped = true;
    }

    /// The open row begins some columns further right.
    pub(crate) fn skip_columns(&mut self, many: u32) {
        self.column = many.min(WIDEST);
    }

    /// So many columns of the open row are covered.
    pub(crate) fn skip_columns_more(&mut self, many: u32) {
        self.column = self.column.saturating_add(many).min(WIDEST);
    }

    pub(crate) fn close_row(&mut self) {
        let row = mem::take(&mut self.row);
        if !row.dropped && !row.cells.is_empty() {
            self.rows.push(row);
        }
    }

    pub(crate) fn open_cell(&mut self) {
        self.cell = OpenCell { span: 1, ..OpenCell::default() };
    }

    pub(crate) fn span(&mut self, many: u32) {
        self.cell.span = many.clamp(1, WIDEST);
    }

    /// The open cell is vertically merged: the first one of several, or one that it covers.
    pub(crate) fn merge_down(&mut self, first: bool) {
        self.cell.down = if first { Down::Begins } else { Down::Continues };
    }

    /// The open cell continues the one before it.
    pub(crate) fn merge_across(&mut self) {
        self.cell.continues_across = true;
    }

    /// The open cell is deleted.
    pub(crate) fn drop_cell(&mut self) {
        self.cell.dropped = true;
    }

    #[cfg(any(feature = "doc", feature = "rtf"))]
    pub(crate) fn push(&mut self, block: Block) {
        self.cell.blocks.push(block);
    }

    pub(crate) fn push_paragraph(&mut self, print: Print) {
        self.cell.blocks.push(Block::Paragraph(print));
    }

    pub(crate) fn push_table(&mut self, table: Self) {
        self.cell.blocks.push(Block::Table(table));
    }

    /// Where the cell stands; nothing if it is no cell of its own.
    pub(crate) fn close_cell(&mut self) -> Option<GridPlace> {
        let cell = mem::take(&mut self.cell);
        if cell.dropped {
            return None;
        }
        let (first, after) = (self.column, self.column.saturating_add(cell.span).min(WIDEST));
        self.column = after;
        // What continues nothing is a cell of its own; that is how it is shown.
        let covered = match cell.down {
            Down::Continues => self.reaching.contains_key(&first),
            Down::Begins | Down::No => {
                while let Some((column, _)) = self.reaching.range(first..after).next() {
                    let column = *column;
                    self.reaching.remove(&column);
                }
                if cell.down == Down::Begins {
                    self.reaching.insert(first, cell.span);
                }
                false
            }
        };
        let span = after.saturating_sub(first).max(1);
        if covered {
            return None;
        }
        if let Some(before) = self.row.cells.last_mut().filter(|_| cell.continues_across) {
            before.span += span;
            return None;
        }
        let column = first + 1;
        self.row.cells.push(Cell { column, span, blocks: cell.blocks });
        Some(self.place(self.row.number, column))
    }

    /// Puts the rows down.
    pub(crate) fn put(&self, sheet: &mut Sheet<'static>) {
        // Prose in a frame, or tables in one.
        let frame = self.rows.iter().all(|row| row.cells.len() == 1);
        for row in &self.rows {
            let nested = row.cells.iter().flat_map(|cell| cell.tables().filter(|it| !it.is_text()));
            match row.cells.as_slice() {
                [cell] if frame || nested.clone().next().is_some() => {
                    self.put_blocks(row, cell, sheet)
                }
                cells => {
                    let texts: Vec<String> =
                        cells.iter().map(|it| it.print().into_cell()).collect();
                    let layout = nested.clone().next().is_some()
                        && texts.iter().all(|it| it.trim().is_empty());
                    if !layout {
                        let cells = texts.iter().zip(cells);
                        sheet.row(cells.map(|(text, cell)| {
                            let columns = Columns::exact(cell.column - 1, cell.span);
                            (text.as_str(), self.place_of(row, cell), columns)
                        }));
                    }
                    nested.for_each(|table| table.put(sheet));
                }
            }
        }
    }

    /// Puts down the content of a row's only cell as it comes.
    fn put_blocks(&self, row: &Row, cell: &Cell, sheet: &mut Sheet<'static>) {
        for block in &cell.blocks {
            match block {
                Block::Paragraph(print) => {
                    for line in print.lines() {
                        sheet.paragraph(line, self.place_of(row, cell));
                    }
                }
                Block::Table(table) => table.put(sheet),
            }
        }
    }

    fn place_of(&self, row: &Row, cell: &Cell) -> Place {
        Place::Grid(Box::new(self.place(row.number, cell.column)))
    }

    fn place(&self, row: u32, column: u32) -> GridPlace {
        GridPlace { table: self.number, row, column, ..GridPlace::default() }
    }

    /// Whether it is one cell, drawn around text.
    fn is_text(&self) -> bool {
        match self.rows.as_slice() {
            [] => true,
            [row] => match row.cells.as_slice() {
                [cell] => cell.tables().all(Self::is_text),
                _ => false,
            },
            _ => false,
        }
    }
}

impl Cell {
    fn tables(&self) -> impl Iterator<Item = &Table> + Clone {
        self.blocks.iter().filter_map(|it| match it {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        })
    }

    /// Its paragraphs and those of tables that are only frames, joined.
    fn print(&self) -> Print {
        let mut print = Print::default();
        for block in &self.blocks {
            match block {
                Block::Paragraph(paragraph) => print.append(paragraph),
                Block::Table(table) if table.is_text() => {
                    for cell in table.rows.iter().flat_map(|row| &row.cells) {
                        print.append(&cell.print());
                        print.part();
                    }
                }
                Block::Table(_) => {}
            }
            print.part();
        }
        print
    }
}
