//! The cells of a document.

use ogi_model::TableId;

use super::{CellNumber, Page};
use crate::damage::rows::PageRow;
use crate::sheet::{Sheet, Table, TableCell};

/// A document that is still to be written.
pub(in crate::damage) struct CellPage {
    sheet: Sheet,
}

impl CellPage {
    pub(in crate::damage) fn new(sheet: Sheet) -> Self {
        Self { sheet }
    }

    pub(in crate::damage) fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    fn cell(&mut self, number: CellNumber) -> Option<&mut TableCell> {
        let mut cells = self.sheet.tables_mut().flat_map(|it| it.rows.iter_mut().flatten());
        cells.find(|it| it.id == number)
    }

    /// The table of a row, and where the row is in it.
    fn table(&mut self, row: &PageRow) -> Option<(&mut Table, usize)> {
        let number = row.cells().next()?;
        self.sheet.tables_mut().find_map(|table| {
            let at = table.rows.iter().position(|it| it.iter().any(|it| it.id == number))?;
            Some((table, at))
        })
    }
}

impl Page for CellPage {
    fn erase(&mut self, cell: CellNumber) -> bool {
        self.reprint(cell, "")
    }

    fn reprint(&mut self, cell: CellNumber, text: &str) -> bool {
        self.cell(cell).map(|it| it.text = text.to_owned()).is_some()
    }

    fn replace_character(&mut self, cell: CellNumber, at: usize, by: Option<char>) -> bool {
        let Some(cell) = self.cell(cell) else { return false };
        let letters = cell.text.chars().enumerate();
        cell.text = letters.filter_map(|(i, c)| if i == at { by } else { Some(c) }).collect();
        true
    }

    fn split(&mut self, cell: CellNumber, at: usize) -> bool {
        let Some(cell) = self.cell(cell) else { return false };
        let Some((at, _)) = cell.text.char_indices().nth(at) else { return false };
        cell.text.insert(at, '\n');
        true
    }

    fn exchange(&mut self, one: CellNumber, other: CellNumber) -> bool {
        let [Some(first), Some(second)] =
            [one, other].map(|it| self.cell(it).map(|it| it.text.clone()))
        else {
            return false;
        };
        self.reprint(one, &second) && self.reprint(other, &first)
    }

    fn join_heads(&mut self, _: &[CellNumber]) -> bool {
        false
    }

    /// In a grid what stands behind the cell would come to stand under other heads: the page itself would say otherwise.
    fn drop_blank(&mut self, _: &PageRow, _: usize) -> bool {
        false
    }

    fn add_blank_paragraph(&mut self, cell: CellNumber) -> bool {
        self.cell(cell).map(|it| it.text.push('\n')).is_some()
    }

    fn repeat(&mut self, row: &PageRow) -> bool {
        if row.opens_group {
            return false;
        }
        let Some((table, r)) = self.table(row) else { return false };
        let again = table.rows[r].clone();
        table.stretch(r);
        table.rows.insert(r + 1, again);
        true
    }

    fn exchange_rows(&mut self, row: &PageRow, next: &PageRow) -> bool {
        if row.opens_group || next.opens_group {
            return false;
        }
        let Some((table, r)) = self.table(row) else { return false };
        table.rows.swap(r, r + 1);
        true
    }

    /// In a grid a figure says its column by where it stands.
    fn move_label_behind(&mut self, _: &PageRow) -> bool {
        false
    }

    fn cut(&mut self, rest: &[PageRow]) -> bool {
        let Some((table, r)) = rest.first().and_then(|it| self.table(it)) else { return false };
        table.rows.truncate(r);
        for (i, row) in table.rows.iter_mut().enumerate() {
            row.iter_mut().for_each(|it| it.row_span = it.row_span.min(r - i));
        }
        true
    }

    fn pad(&mut self, row: &PageRow, many: usize) -> bool {
        if row.table == TableId::Disputes {
            return false;
        }
        let Some((table, r)) = self.table(row) else { return false };
        let Some(last) = table.rows[r].last() else { return false };
        let pad = TableCell {
            id: usize::MAX,
            text: String::new(),
            row_span: 1,
            column_span: 1,
            ..last.clone()
        };
        table.rows[r].extend(core::iter::repeat_n(pad, many));
        table.beyond = table.beyond.max(many);
        true
    }

    fn insert(&mut self, row: &PageRow, within: bool, line: &str) -> bool {
        if within || !row.groups.is_empty() || row.table == TableId::Disputes {
            return false;
        }
        let Some((table, r)) = self.table(row) else { return false };
        let Some(last) = table.rows[r].last() else { return false };
        let line = TableCell {
            id: usize::MAX,
            text: line.to_owned(),
            content: ogi_model::Content::Label(""),
            row_span: 1,
            column_span: table.width.max(last.column_span),
        };
        table.rows.insert(r + 1, vec![line]);
        true
    }

    fn join_lines(&mut self, _: &PageRow) -> bool {
        false
    }
}
