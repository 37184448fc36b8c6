//! From the tree of a page to a sheet.

use ogi_model::{GridPlace, Place};
use ogi_parse::{Columns, Sheet};

use super::article::article;
use super::flow::Flow;
use super::grid::Grid;
use super::info::Info;
use super::layout::{Layout, layout_tables};
use super::node::{Data, Id};
use super::tag::Tag;
use super::tree::{Step, Tree};
use super::{Page, Shell};
use crate::limits::go_on;
use crate::seen::{PICTURE, Seen};
use crate::{ImportError, Limits, words};

/// From how many characters on a cell of several blocks holds a text, and not a label.
const LONG: usize = 400;
/// Fewer bytes of text than this are no article.
const SHORTEST_ARTICLE: usize = 300;

/// The pass over the tree.
struct Walk<'t> {
    tree: &'t Tree,
    limits: &'t Limits,
    sheet: Sheet<'static>,
    info: Info,
    layout: Layout,
    /// The layout tables that are open: whether each is a column of cells, and how long the sheet was when its
    /// last cell began.
    open: Vec<(bool, usize)>,
    article: Option<Id>,
    /// Whether the article has ended.
    after: bool,
    flow: Flow,
    preformatted: u32,
    tables: u32,
    cells: usize,
    links_document: bool,
    has_script: bool,
    /// Whether the report itself has pictures.
    has_pictures: bool,
}

/// A cell of the row that is being read.
struct Cell {
    flow: Flow,
    place: GridPlace,
    /// How many columns it covers.
    span: u32,
}

/// Reads a tree.
pub(super) fn read(tree: &Tree, limits: &Limits) -> Result<Page, ImportError> {
    let layout = layout_tables(tree);
    let mut walk = Walk {
        tree,
        limits,
        sheet: Sheet::within(limits),
        info: Info::default(),
        article: article(tree, &layout),
        after: false,
        layout,
        open: Vec::new(),
        flow: Flow::default(),
        preformatted: 0,
        tables: 0,
        cells: 0,
        links_document: false,
        has_script: false,
        has_pictures: false,
    };
    tree.walk(Tree::ROOT, |step| walk.step(step))?;
    walk.end_paragraph();
    let shell = if walk.links_document {
        Some(Shell::Links)
    } else {
        let is_empty = walk.sheet.len() < SHORTEST_ARTICLE;
        match (walk.has_script && is_empty, walk.has_pictures) {
            (true, _) => Some(Shell::Scripts),
            (false, true) => Some(Shell::Pictures),
            (false, false) => None,
        }
    };
    walk.sheet.metadata = walk.info.into_metadata();
    Ok(Page { sheet: walk.sheet, shell })
}

impl Walk<'_> {
    fn step(&mut self, step: Step) -> Result<bool, ImportError> {
        match step {
            Step::Enter(id) => self.enter(id),
            Step::Leave(id) => {
                match self.tree.node(id).tag() {
                    Tag::Preformatted => {
                        self.end_paragraph();
                        self.preformatted = self.preformatted.saturating_sub(1);
                    }
                    tag if ends_paragraph(tag) => self.leave_block(id, tag),
                    _ => {}
                }
                if self.article == Some(id) {
                    self.end_paragraph();
                    self.after = true;
                }
                Ok(true)
            }
        }
    }

    fn enter(&mut self, id: Id) -> Result<bool, ImportError> {
        let node = self.tree.node(id);
        if self.after {
            self.links_document |= matches!(node.data, Data::DocumentLink);
            return Ok(true);
        }
        match &node.data {
            Data::Text(text) if self.preformatted > 0 => {
                if node.seen.is_printed() {
                    self.preformatted_text(text, node.line);
                }
            }
            Data::Text(text) => self.flow.push(text, node.line, node.seen),
            Data::Meta(pair) => self.info.meta(&pair.0, &pair.1),
            Data::DocumentLink => self.links_document = true,
            Data::Root | Data::Field(_) | Data::Cell { .. } | Data::Element(_) => {}
        }
        match node.tag() {
            Tag::Script => self.has_script = true,
            Tag::Title => {
                self.info.title_of_page(self.tree.text(node.first).unwrap_or_default());
                return Ok(false);
            }
            Tag::Table if !self.layout.contains(id) => {
                self.end_paragraph();
                self.table(id)?;
                return Ok(false);
            }
            Tag::Table => {
                self.end_paragraph();
                self.open.push((self.layout.is_column(id), self.sheet.len()));
            }
            Tag::Cell => {
                self.end_paragraph();
                if let Some((_, before)) = self.open.last_mut() {
                    *before = self.sheet.len();
                }
            }
            Tag::Picture => self.has_pictures |= self.info.has_ended(),
            Tag::Preformatted => {
                self.end_paragraph();
                self.preformatted += 1;
            }
            tag if ends_paragraph(tag) => self.end_paragraph(),
            _ => {}
        }
        Ok(!node.tag().is_unread())
    }

    /// A block outside of tables ends. A blank cell in a column of cells holds its place.
    fn leave_block(&mut self, id: Id, tag: Tag) {
        self.end_paragraph();
        match (tag, self.open.last()) {
            (Tag::Table, _) => drop(self.open.pop()),
            (Tag::Cell, Some((true, before))) if *before == self.sheet.len() => {
                let line = Some(self.tree.node(id).line);
                let place = GridPlace { line, ..GridPlace::default() };
                self.sheet.paragraph("\u{a0}", Place::Grid(Box::new(place)));
            }
            _ => {}
        }
    }

    /// Lines as they are; those with tabs are rows.
    fn preformatted_text(&mut self, text: &str, line: u32) {
        for (i, part) in text.split('\n').enumerate() {
            if i > 0 {
                self.end_paragraph();
            }
            let line = line.saturating_add(u32::try_from(i).unwrap_or(u32::MAX));
            self.flow.push_preformatted(part, line);
        }
    }

    fn end_paragraph(&mut self) {
        let text = self.flow.trimmed();
        if !text.is_empty() {
            self.info.piece(text);
            let place = GridPlace { line: self.flow.line, ..GridPlace::default() };
            let place = Place::Grid(Box::new(place));
            // Only preformatted text has tabs left.
            if text.contains('\t') {
                let cells = (0..).zip(text.split('\t'));
                self.sheet.row(cells.map(|(at, it)| (it, place.clone(), Columns::Order(at))));
            } else {
                self.sheet.paragraph(text, place);
            }
        }
        self.flow.clear();
    }

    /// A table that is one: its rows.
    fn table(&mut self, table: Id) -> Result<(), ImportError> {
        self.tables += 1;
        let mut rows = Rows {
            grid: Grid::default(),
            row: 0,
            cells: Vec::new(),
            open: None,
            in_caption: false,
        };
        let tree = self.tree;
        tree.walk(table, |step| match step {
            Step::Enter(id) => self.enter_in_table(&mut rows, id),
            Step::Leave(id) => {
                match tree.node(id).tag() {
                    Tag::Cell => rows.end_cell(),
                    Tag::Row => self.end_row(&mut rows),
                    Tag::Rows => {
                        self.end_row(&mut rows);
                        rows.grid.end_group();
                    }
                    // Boxes that stand like cells may have no row around them.
                    Tag::Table if id == table => self.end_row(&mut rows),
                    Tag::Caption => {
                        rows.in_caption = false;
                        self.end_paragraph();
                    }
                    tag if ends_paragraph(tag) => rows.end_block(),
                    _ => {}
                }
                Ok(true)
            }
        })
    }

    fn enter_in_table(&mut self, rows: &mut Rows, id: Id) -> Result<bool, ImportError> {
        let node = self.tree.node(id);
        if node.tag() == Tag::Table {
            // The table itself, or one in it that has no content: else this would be no table.
            return Ok(rows.row == 0 && rows.open.is_none());
        }
        if node.tag().is_unread() {
            if node.tag() == Tag::Picture
                && node.seen != Seen::Hidden
                && let Some(cell) = &mut rows.open
            {
                cell.flow.print.push_unclear(PICTURE);
            }
            return Ok(false);
        }
        match &node.data {
            Data::Text(text) => match &mut rows.open {
                Some(cell) => cell.flow.push(text, node.line, node.seen),
                None if rows.in_caption => self.flow.push(text, node.line, node.seen),
                None => {}
            },
            Data::Field(text) => {
                if let Some(cell) = &mut rows.open {
                    cell.flow.end_line();
                    cell.flow.push(text, node.line, node.seen);
                    cell.flow.end_line();
                }
            }
            Data::Cell { columns, rows: down, .. } => {
                go_on(self.limits)?;
                self.cells += 1;
                if self.cells > self.limits.cells {
                    let limit = self.limits.cells as u64;
                    return Err(ImportError::Limit { what: words::CELLS, limit });
                }
                rows.end_cell();
                let (column, span) = rows.grid.place(*columns, *down);
                let place = GridPlace {
                    table: self.tables,
                    row: rows.row.max(1),
                    column,
                    line: Some(node.line),
                    ..GridPlace::default()
                };
                rows.open = Some(Cell { flow: Flow::default(), place, span });
            }
            Data::DocumentLink => self.links_document = true,
            Data::Root | Data::Meta(_) | Data::Element(_) => {}
        }
        match node.tag() {
            Tag::Row => {
                if !rows.cells.is_empty() {
                    self.end_row(rows);
                }
                rows.row += 1;
            }
            Tag::Caption => rows.in_caption = true,
            Tag::Cell => {}
            Tag::Break => rows.end_line(),
            tag if ends_paragraph(tag) => rows.end_block(),
            _ => {}
        }
        Ok(true)
    }

    fn end_row(&mut self, rows: &mut Rows) {
        rows.end_cell();
        if !rows.cells.is_empty() {
            let is_prose =
                |it: &Cell| it.flow.breaks.len() > 1 && it.flow.print.text.chars().count() > LONG;
            if rows.cells.iter().any(is_prose) {
                self.blocks(&rows.cells);
            } else {
                self.row(&rows.cells);
            }
            rows.cells.clear();
        }
        rows.grid.end_row();
    }

    fn row(&mut self, cells: &[Cell]) {
        for cell in cells {
            self.info.piece(cell.flow.trimmed());
        }
        self.info.end_row();
        self.sheet.row(cells.iter().map(|it| {
            let columns = Columns::exact(it.place.column - 1, it.span);
            (it.flow.trimmed(), Place::Grid(Box::new(it.place.clone())), columns)
        }));
    }

    /// Cells that hold an article are not cells.
    fn blocks(&mut self, cells: &[Cell]) {
        for cell in cells {
            for block in cell.flow.blocks() {
                self.info.piece(block);
                self.sheet.paragraph(block, Place::Grid(Box::new(cell.place.clone())));
            }
        }
    }
}

/// The rows of a table that is being read.
struct Rows {
    grid: Grid,
    row: u32,
    cells: Vec<Cell>,
    open: Option<Cell>,
    in_caption: bool,
}

impl Rows {
    fn end_cell(&mut self) {
        let Some(mut cell) = self.open.take() else { return };
        if let Some(text) = cell.flow.print.in_doubt() {
            cell.flow.clear();
            cell.flow.print.text = text;
        }
        self.cells.push(cell);
    }

    fn end_line(&mut self) {
        if let Some(cell) = &mut self.open {
            cell.flow.end_line();
        }
    }

    fn end_block(&mut self) {
        if let Some(cell) = &mut self.open {
            cell.flow.end_block();
        }
    }
}

/// Whether an element begins and ends a paragraph, outside of tables.
const fn ends_paragraph(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Block
            | Tag::Break
            | Tag::Table
            | Tag::Caption
            | Tag::Rows
            | Tag::Row
            | Tag::Cell
            | Tag::Preformatted
    )
}
