//! The rows of the tables on a page, and which cells they are made of.

use ogi_model::{CellId, Content, TableId};

use super::page::CellNumber;
use crate::sheet::{Placed, Sheet, Table};

/// A row with figures.
#[derive(Clone, Debug)]
pub(super) struct PageRow {
    pub(super) table: TableId,
    /// Its own label; the form prints none in table four.
    pub(super) label: Option<CellNumber>,
    pub(super) label_text: String,
    /// Merged heads beside it.
    pub(super) groups: Vec<CellNumber>,
    /// Whether one of those begins beside it.
    pub(super) opens_group: bool,
    pub(super) figures: Vec<PageFigure>,
}

/// A figure of a row.
#[derive(Clone, Debug)]
pub(super) struct PageFigure {
    pub(super) cell: CellNumber,
    pub(super) id: CellId,
    pub(super) text: String,
}

/// A head over one column of figures.
#[derive(Clone, Debug)]
pub(super) struct PageHead {
    pub(super) cell: CellNumber,
    pub(super) text: String,
    /// The figures under it.
    pub(super) below: Vec<CellId>,
}

impl PageRow {
    /// All cells of its own.
    pub(super) fn cells(&self) -> impl Iterator<Item = CellNumber> + '_ {
        self.label.into_iter().chain(self.figures.iter().map(|it| it.cell))
    }

    /// Whether something is printed in each of its cells that distinguishes it from a blank.
    pub(super) fn is_complete(&self) -> bool {
        self.figures.iter().all(|it| it.text.contains(crate::ink::takes))
    }
}

/// The rows of a page from top to bottom.
pub(super) fn rows(sheet: &mut Sheet) -> Vec<PageRow> {
    sheet.tables_mut().flat_map(|table| rows_of(table)).collect()
}

fn rows_of(table: &Table) -> Vec<PageRow> {
    let placed = table.placed();
    let row = |r: usize| {
        let here: Vec<&Placed<'_>> = placed.iter().filter(|it| it.row == r).collect();
        let figures = here.iter().filter_map(|it| match it.cell.content {
            Content::Figure(id) => {
                Some(PageFigure { cell: it.cell.id, id, text: it.cell.text.clone() })
            }
            _ => None,
        });
        let labels = || here.iter().filter(|it| matches!(it.cell.content, Content::Label(_)));
        let label = labels().next_back();
        let beside = placed.iter().filter(|it| {
            matches!(it.cell.content, Content::Label(_))
                && (it.row..it.row + it.cell.row_span).contains(&r)
                && Some(it.cell.id) != label.map(|it| it.cell.id)
        });
        PageRow {
            table: table.id,
            label: label.map(|it| it.cell.id),
            label_text: label.map(|it| it.cell.text.clone()).unwrap_or_default(),
            groups: beside.map(|it| it.cell.id).collect(),
            opens_group: labels().count() > 1,
            figures: figures.collect(),
        }
    };
    (0..table.rows.len()).map(row).filter(|it| !it.figures.is_empty()).collect()
}

/// The heads over single columns, block by block.
pub(super) fn heads(sheet: &mut Sheet) -> Vec<Vec<PageHead>> {
    sheet.tables_mut().flat_map(|table| heads_of(table)).collect()
}

fn heads_of(table: &Table) -> Vec<Vec<PageHead>> {
    let placed = table.placed();
    let mut blocks: Vec<Vec<PageHead>> = Vec::new();
    for head in placed.iter().filter(|it| matches!(it.cell.content, Content::Head(_))) {
        let below = placed
            .iter()
            .filter(|it| {
                it.row > head.row
                    && it.column == head.column
                    && it.cell.column_span == head.cell.column_span
            })
            .take_while(|it| it.cell.is_figure());
        let below: Vec<CellId> = below
            .filter_map(|it| match it.cell.content {
                Content::Figure(id) => Some(id),
                _ => None,
            })
            .collect();
        let Some(first) = below.first() else { continue };
        let page_head =
            PageHead { cell: head.cell.id, text: head.cell.text.clone(), below: below.clone() };
        // Those over the same rows belong together; in table four those of one row of the form.
        let is_beside = |block: &&mut Vec<PageHead>| {
            block.iter().flat_map(|it| &it.below).any(|it| it.row() == first.row())
        };
        match blocks.iter_mut().find(is_beside) {
            Some(block) => block.push(page_head),
            None => blocks.push(vec![page_head]),
        }
    }
    blocks
}
