//! The walk over a document's text.

use ogi_model::{GridPlace, Place};
use ogi_parse::Sheet;

use super::numbering::Numbering;
use super::paragraph::Paragraph;
use super::styles::Styles;
use super::table::Table;
use super::xml::{Element, Piece, Space, Xml};
use crate::{ImportError, Limits};

/// Elements that have an end to be seen, or that tell what their children mean.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    Paragraph,
    ParagraphProperties,
    Run,
    RunProperties,
    Text,
    Table,
    Row,
    RowProperties,
    Cell,
    Alternate,
    /// It and all in it are not shown.
    Dropped,
    Other,
}

/// What has been read, and where in the document the walk stands.
pub(super) struct Walk<'a> {
    styles: Styles,
    numbering: Numbering,
    limits: &'a Limits,
    sheet: Sheet<'static>,
    /// The elements that are open.
    open: Vec<Tag>,
    /// How many of them are dropped.
    dropped: usize,
    /// Paragraphs that are open: one in a text box is within another.
    paragraphs: Vec<Paragraph>,
    /// Whether the runs that are open are hidden.
    hidden: Vec<bool>,
    tables: Vec<Table>,
    /// Whether a reading of the alternatives that are open was taken.
    taken: Vec<bool>,
    /// The begin of a paragraph whose end is deleted.
    carried: String,
    paragraphs_seen: u32,
    tables_seen: u32,
    pieces: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn new(styles: Styles, numbering: Numbering, limits: &'a Limits) -> Self {
        Self {
            styles,
            numbering,
            limits,
            sheet: Sheet::new(),
            open: Vec::new(),
            dropped: 0,
            paragraphs: Vec::new(),
            hidden: Vec::new(),
            tables: Vec::new(),
            taken: Vec::new(),
            carried: String::new(),
            paragraphs_seen: 0,
            tables_seen: 0,
            pieces: 0,
        }
    }

    pub(super) fn read(mut self, text: &str) -> Result<Sheet<'static>, ImportError> {
        let mut xml = Xml::new(text, self.limits);
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(element) => self.enter(&element)?,
                Piece::Close => self.leave()?,
                Piece::Text(text) if self.open.last() == Some(&Tag::Text) => self.write(&text),
                Piece::Text(_) => {}
            }
        }
        Ok(self.sheet)
    }

    fn enter(&mut self, element: &Element<'_>) -> Result<(), ImportError> {
        let tag = match (self.dropped, element.space) {
            (0, Space::Word) => self.enter_word(element)?,
            (0, Space::Compatibility) => self.enter_alternative(element),
            (0, Space::Math) if element.local() == "t" => Tag::Text,
            (0, _) => {
                // A drawing of today, or of long ago.
                if matches!(element.local(), "blip" | "imagedata") {
                    self.in_table(Table::add_picture);
                }
                Tag::Other
            }
            _ => Tag::Dropped,
        };
        self.dropped += usize::from(tag == Tag::Dropped);
        self.open.push(tag);
        Ok(())
    }

    /// What newer programs see and what older ones see is the same: the first that is there is read.
    fn enter_alternative(&mut self, element: &Element<'_>) -> Tag {
        match element.local() {
            "AlternateContent" => {
                self.taken.push(false);
                Tag::Alternate
            }
            "Choice" | "Fallback" => match self.taken.last_mut() {
                Some(true) => Tag::Dropped,
                Some(taken) => {
                    *taken = true;
                    Tag::Other
                }
                None => Tag::Other,
            },
            _ => Tag::Other,
        }
    }

    fn enter_word(&mut self, element: &Element<'_>) -> Result<Tag, ImportError> {
        let parent = self.open.last().copied();
        Ok(match element.local() {
            "p" => {
                self.paragraphs.push(Paragraph::default());
                Tag::Paragraph
            }
            "pPr" => Tag::ParagraphProperties,
            "r" => {
                self.hidden.push(false);
                Tag::Run
            }
            "rPr" => Tag::RunProperties,
            "t" => Tag::Text,
            "tab" if parent == Some(Tag::Run) => self.mark(" "),
            "ptab" => self.mark(" "),
            "br" | "cr" => self.mark("\n"),
            "noBreakHyphen" => self.mark("-"),
            "tbl" => {
                self.tables_seen += 1;
                self.tables.push(Table::new(self.tables_seen));
                Tag::Table
            }
            "tr" => {
                self.in_table(Table::open_row);
                Tag::Row
            }
            "trPr" => Tag::RowProperties,
            "tc" => {
                self.count()?;
                self.in_table(Table::open_cell);
                Tag::Cell
            }
            "del" | "moveFrom" => self.deleted(parent),
            // The words before a change, deleted words, codes of fields, readings beside characters.
            "pPrChange" | "rPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange"
            | "sectPrChange" | "tblGridChange" | "tblPrExChange" | "numberingChange"
            | "delText" | "instrText" | "delInstrText" | "rt" => Tag::Dropped,
            _ => {
                self.property(element, parent);
                Tag::Other
            }
        })
    }

    /// A change: in properties it is about the end of a paragraph or about a row.
    fn deleted(&mut self, parent: Option<Tag>) -> Tag {
        match parent {
            Some(Tag::RunProperties) => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.goes_on = true;
                }
                Tag::Other
            }
            Some(Tag::RowProperties) => {
                self.in_table(Table::drop_row);
                Tag::Other
            }
            _ => Tag::Dropped,
        }
    }

    fn property(&mut self, element: &Element<'_>, parent: Option<Tag>) {
        match element.local() {
            "vanish" if self.in_run_properties() => self.hide(element.is_on()),
            "rStyle" if self.in_run_properties() => {
                if element.value().is_some_and(|it| self.styles.hides(&it)) {
                    self.hide(true);
                }
            }
            "gridSpan" => {
                // A span that is no number, or beyond all numbers, spans what it can.
                let many = element.number().unwrap_or(u32::MAX);
                self.in_table(|it| it.span(many));
            }
            "vMerge" => {
                let first = element.value().as_deref() == Some("restart");
                self.in_table(|it| it.merge_down(first));
            }
            "hMerge" if element.value().as_deref() != Some("restart") => {
                self.in_table(Table::merge_across);
            }
            "cellDel" => self.in_table(Table::drop_cell),
            "gridBefore" => {
                let many = element.number().unwrap_or(0);
                self.in_table(|it| it.skip_columns(many));
            }
            "hidden" if parent == Some(Tag::RowProperties) && element.is_on() => {
                self.in_table(Table::drop_row);
            }
            name => {
                let Some(paragraph) = self.paragraphs.last_mut() else { return };
                match name {
                    "pStyle" => paragraph.style = element.value(),
                    "numId" => paragraph.list = element.number(),
                    "ilvl" => paragraph.level = element.number(),
                    _ => {}
                }
            }
        }
    }

    /// Whether the properties that are open are those of a run, and not of the end of a paragraph.
    fn in_run_properties(&self) -> bool {
        self.open.ends_with(&[Tag::Run, Tag::RunProperties])
    }

    fn hide(&mut self, hidden: bool) {
        if let Some(run) = self.hidden.last_mut() {
            *run = hidden;
        }
    }

    fn in_table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            change(table);
        }
    }

    /// An element that stands for characters.
    fn mark(&mut self, text: &str) -> Tag {
        self.write(text);
        Tag::Other
    }

    fn write(&mut self, text: &str) {
        if !self.hidden.contains(&true)
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.text.push_str(text);
        }
    }

    fn leave(&mut self) -> Result<(), ImportError> {
        match self.open.pop() {
            Some(Tag::Dropped) => self.dropped -= 1,
            Some(Tag::Paragraph) => self.leave_paragraph()?,
            Some(Tag::Run) => {
                self.hidden.pop();
            }
            Some(Tag::Table) => {
                let Some(table) = self.tables.pop() else { return Ok(()) };
                match self.tables.last_mut() {
                    Some(outer) => outer.push_table(table),
                    None => table.put(&mut self.sheet),
                }
            }
            Some(Tag::Row) => self.in_table(Table::close_row),
            Some(Tag::Cell) => self.in_table(Table::close_cell),
            Some(Tag::Alternate) => {
                self.taken.pop();
            }
            _ => {}
        }
        Ok(())
    }

    fn leave_paragraph(&mut self) -> Result<(), ImportError> {
        let Some(paragraph) = self.paragraphs.pop() else { return Ok(()) };
        let mut text = std::mem::take(&mut self.carried);
        if !(paragraph.goes_on && paragraph.text.is_empty()) {
            text.push_str(&self.number(&paragraph));
        }
        text.push_str(&paragraph.text);
        if paragraph.goes_on {
            self.carried = text;
            return Ok(());
        }
        if !self.tables.is_empty() {
            if !text.is_empty() {
                self.count()?;
                self.in_table(|it| it.push_paragraph(text));
            }
            return Ok(());
        }
        self.paragraphs_seen += 1;
        let row = self.paragraphs_seen;
        for line in text.split('\n').filter(|it| !it.is_empty()) {
            self.count()?;
            let place = GridPlace { row, column: 1, ..GridPlace::default() };
            self.sheet.paragraph(line, Place::Grid(Box::new(place)));
        }
        Ok(())
    }

    /// The automatic number of a paragraph, with a blank if words would touch it.
    fn number(&mut self, paragraph: &Paragraph) -> String {
        let style = paragraph.style.as_deref();
        let of_style = style.and_then(|it| self.styles.list(it));
        let (style, list, level) = match (paragraph.list, of_style) {
            (Some(list), Some((style, _, level))) => (Some(style), list, paragraph.level.or(level)),
            (Some(list), None) => (style, list, paragraph.level),
            (None, Some((style, list, level))) => (Some(style), list, paragraph.level.or(level)),
            (None, None) => return String::new(),
        };
        let mut number = self.numbering.next(list, level, style).unwrap_or_default();
        if number.chars().next_back().is_some_and(char::is_alphanumeric) {
            number.push(' ');
        }
        number
    }

    /// Counts what costs memory: paragraphs and cells.
    fn count(&mut self) -> Result<(), ImportError> {
        self.pieces += 1;
        if self.pieces > self.limits.cells {
            let limit = self.limits.cells as u64;
            return Err(ImportError::Limit { what: "cells and paragraphs", limit });
        }
        Ok(())
    }
}
