//! The walk over a document's tree.

use office_oxide::ir::{
    DocumentIR, Element, InlineContent, List, Table as Tree, TextSpan, VerticalAlign,
};
use ogi_parse::Sheet;

use crate::document::Document;
use crate::seen::{PICTURE, Print, Seen};
use crate::table::{Block, Table};
use crate::{ImportError, Limits, words};

/// What has been read.
pub(super) struct Walk<'a> {
    limits: &'a Limits,
    /// Whether a cell without text shows nothing.
    blanks_are_blank: bool,
    document: Document<'a>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(blanks_are_blank: bool, limits: &'a Limits) -> Self {
        Self { limits, blanks_are_blank, document: Document::new(limits) }
    }

    pub(super) fn read(mut self, tree: &DocumentIR) -> Result<Sheet<'static>, ImportError> {
        for section in &tree.sections {
            for element in &section.elements {
                let mut blocks = Vec::new();
                self.blocks(element, &mut blocks, 0)?;
                blocks.iter().for_each(|it| self.document.put(it));
            }
        }
        Ok(self.document.sheet)
    }

    /// What an element shows. Notes are no part of the text.
    fn blocks(
        &mut self,
        element: &Element,
        blocks: &mut Vec<Block>,
        depth: usize,
    ) -> Result<(), ImportError> {
        if depth > self.limits.depth {
            let limit = self.limits.depth as u64;
            return Err(ImportError::Limit { what: words::LEVELS, limit });
        }
        self.document.count()?;
        match element {
            Element::Heading(it) => blocks.extend(paragraph(&it.content)),
            Element::Paragraph(it) => blocks.extend(paragraph(&it.content)),
            Element::Table(tree) => blocks.push(Block::Table(self.table(tree, depth)?)),
            Element::List(list) => self.list(list, blocks, depth)?,
            Element::TextBox(it) => {
                for element in &it.content {
                    self.blocks(element, blocks, depth + 1)?;
                }
            }
            Element::CodeBlock(it) => {
                let mut print = Print::default();
                print.push(&it.content);
                blocks.push(Block::Paragraph(print));
            }
            Element::Image(_) => blocks.push(unclear(PICTURE)),
            _ => {}
        }
        Ok(())
    }

    /// The number of an item is not there as it is printed, and is no part of a label. Where it is all there is, the
    /// item is not blank.
    fn list(
        &mut self,
        list: &List,
        blocks: &mut Vec<Block>,
        depth: usize,
    ) -> Result<(), ImportError> {
        for item in &list.items {
            let before = blocks.len();
            for element in &item.content {
                self.blocks(element, blocks, depth + 1)?;
            }
            if blocks.len() == before {
                blocks.push(unclear("编号"));
            }
            if let Some(nested) = &item.nested {
                self.list(nested, blocks, depth + 1)?;
            }
        }
        Ok(())
    }

    /// The tree leaves out what merged cells cover: below them, columns are taken.
    fn table(&mut self, tree: &Tree, depth: usize) -> Result<Table, ImportError> {
        let mut table = self.document.table();
        // How many more rows each column is covered in.
        let mut covered: Vec<u32> = Vec::new();
        for row in &tree.rows {
            table.open_row();
            let mut column = 0;
            let mut begun: Vec<(usize, usize, u32)> = Vec::new();
            for cell in &row.cells {
                self.document.count()?;
                while covered.get(column).is_some_and(|it| *it > 0) {
                    column += 1;
                }
                table.skip_columns(u32::try_from(column).unwrap_or(u32::MAX));
                let mut blocks = Vec::new();
                for element in &cell.content {
                    self.blocks(element, &mut blocks, depth + 1)?;
                }
                if blocks.is_empty() && !self.blanks_are_blank {
                    blocks.push(unclear(PICTURE));
                }
                table.open_cell();
                table.span(cell.col_span);
                blocks.into_iter().for_each(|it| table.push(it));
                table.close_cell();
                let after = column + cell.col_span.clamp(1, WIDEST) as usize;
                begun.push((column, after, cell.row_span.max(1)));
                column = after;
            }
            for it in &mut covered {
                *it = it.saturating_sub(1);
            }
            for (first, after, rows) in begun.into_iter().filter(|it| it.2 > 1) {
                covered.resize(covered.len().max(after), 0);
                covered[first..after].fill(rows - 1);
            }
            table.close_row();
        }
        Ok(table)
    }
}

/// No cell covers more columns.
const WIDEST: u32 = 1024;

fn unclear(what: &str) -> Block {
    let mut print = Print::default();
    print.push_unclear(what);
    Block::Paragraph(print)
}

/// A paragraph, if there is anything in it.
fn paragraph(content: &[InlineContent]) -> Option<Block> {
    let mut print = Print::default();
    for piece in content {
        match piece {
            InlineContent::Text(span) => print.push_seen(&span.text, seen(span)),
            InlineContent::LineBreak => print.push("\n"),
            _ => {}
        }
    }
    (!print.is_empty()).then_some(Block::Paragraph(print))
}

fn seen(span: &TextSpan) -> Seen {
    const WHITE: [u8; 3] = [255; 3];
    let is_raised =
        matches!(span.vertical_align, Some(VerticalAlign::Superscript | VerticalAlign::Subscript));
    if span.strikethrough {
        Seen::Struck
    } else if span.color == Some(WHITE) {
        Seen::White
    } else if is_raised {
        Seen::Apart
    } else {
        Seen::Plainly
    }
}
