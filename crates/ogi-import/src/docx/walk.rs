//! The walk over a document's text.

use core::ops::Range;

use ogi_model::GridPlace;
use ogi_parse::Sheet;

use super::chunk::Chunks;
use super::look::{self, is_ground};
use super::numbering::Numbering;
use super::paragraph::Paragraph;
use super::styles::Styles;
use super::trace::{Held, Trace};
use crate::document::Document;
use crate::field::Fields;
use crate::look::Look;
use crate::seen::{PICTURE, Print, Seen};
use crate::table::Table;
use crate::xml::{Element, Piece, Space, Xml, is_on};
use crate::{ImportError, Limits, symbol, words};

/// Elements that have an end to be seen, or that state what their children mean.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    Paragraph,
    ParagraphProperties,
    Run,
    RunProperties,
    Text,
    /// The code of a field.
    Code,
    /// A field with its code beforehand.
    SimpleField,
    /// A list to choose from, in a form.
    Choices,
    /// Part of a formula that stands above or below the line.
    Apart,
    Table,
    Row,
    RowProperties,
    Cell,
    CellProperties,
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
    document: Document<'a>,
    /// The elements that are open.
    open: Vec<Tag>,
    /// How many of them are dropped.
    dropped: usize,
    /// Paragraphs that are open: one in a text box is within another.
    paragraphs: Vec<Paragraph>,
    /// The runs that are open.
    runs: Vec<Run>,
    fields: Fields,
    /// The list to choose from that is open: which is chosen, and what there is.
    choices: (usize, Vec<String>),
    /// How many parts of formulas are open that stand above or below the line.
    apart: usize,
    /// Whether each cell that is open has a ground that is not white.
    grounds: Vec<bool>,
    tables: Vec<Table>,
    /// Whether a reading of the alternatives that are open was taken.
    taken: Vec<bool>,
    /// The begin of a paragraph whose end is deleted.
    carried: Print,
    /// Other documents that the text takes in.
    chunks: Chunks,
    /// The bytes of the text that the walk is at.
    at: Range<usize>,
    /// Where everything stands, for those who ask.
    trace: Option<Trace>,
}

/// A run that is open.
#[derive(Default)]
struct Run {
    look: Look,
    style: Option<String>,
    /// Whether its text is the mark of a note, which is no part of the text around it.
    is_mark: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        styles: Styles,
        numbering: Numbering,
        chunks: Chunks,
        limits: &'a Limits,
    ) -> Self {
        Self {
            styles,
            numbering,
            limits,
            document: Document::new(limits),
            open: Vec::new(),
            dropped: 0,
            paragraphs: Vec::new(),
            runs: Vec::new(),
            fields: Fields::default(),
            choices: (0, Vec::new()),
            apart: 0,
            grounds: Vec::new(),
            tables: Vec::new(),
            taken: Vec::new(),
            carried: Print::default(),
            chunks,
            at: 0..0,
            trace: None,
        }
    }

    pub(super) fn read(mut self, text: &str) -> Result<Sheet<'static>, ImportError> {
        self.walk(text)?;
        Ok(self.document.sheet)
    }

    /// Where everything stands that is read.
    pub(super) fn trace(mut self, text: &str) -> Result<Trace, ImportError> {
        self.trace = Some(Trace::default());
        self.walk(text)?;
        Ok(self.trace.unwrap_or_default())
    }

    fn walk(&mut self, text: &str) -> Result<(), ImportError> {
        let mut xml = Xml::new(text, self.limits, words::WORD_DOCUMENT);
        while let Some(piece) = xml.next()? {
            self.at = xml.span();
            match piece {
                Piece::Open(element) => self.enter(&element)?,
                Piece::Close => self.leave()?,
                Piece::Text(text) => match self.open.last() {
                    Some(Tag::Text) => self.write(&text),
                    Some(Tag::Code) => self.fields.code(&text),
                    _ => {}
                },
            }
        }
        Ok(())
    }

    fn enter(&mut self, element: &Element<'_>) -> Result<(), ImportError> {
        let tag = match (self.dropped, element.space) {
            (0, Space::Word) => self.enter_word(element)?,
            (0, Space::Compatibility) => self.enter_alternative(element),
            (0, Space::Math) => match element.local() {
                "t" => Tag::Text,
                "sup" | "sub" | "num" | "den" | "deg" | "lim" => {
                    self.apart += 1;
                    Tag::Apart
                }
                _ => Tag::Other,
            },
            (0, _) => {
                // A drawing of today, or of long ago.
                if matches!(element.local(), "blip" | "imagedata") {
                    self.unclear(PICTURE);
                }
                // What Word 2003 says about the number of a paragraph.
                if element.local() == "t"
                    && let Some(paragraph) = self.paragraphs.last_mut()
                {
                    paragraph.number = element.value().or(paragraph.number.take());
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
                self.traced(Trace::open_paragraph);
                self.paragraphs.push(Paragraph::default());
                Tag::Paragraph
            }
            "pPr" => Tag::ParagraphProperties,
            "r" => {
                self.runs.push(Run::default());
                Tag::Run
            }
            "rPr" => Tag::RunProperties,
            "t" => Tag::Text,
            "tab" if parent == Some(Tag::Run) => self.mark(" "),
            "ptab" => self.mark(" "),
            "br" | "cr" => self.mark("\n"),
            "noBreakHyphen" => self.mark("-"),
            "sym" => {
                let [code, font] =
                    ["char", "font"].map(|it| element.attribute(it).unwrap_or_default());
                match symbol::text(&code, &font) {
                    Some(c) => self.write(c.encode_utf8(&mut [0; 4])),
                    None => self.unclear("符号"),
                }
                Tag::Other
            }
            "fldChar" => {
                match element.attribute("fldCharType").as_deref() {
                    Some("begin") => self.fields.begin(self.limits)?,
                    Some("separate") => self.fields.separate(),
                    Some("end") => self.end_field(),
                    _ => {}
                }
                Tag::Other
            }
            "fldSimple" => {
                self.fields.begin_simple(element.attribute("instr").unwrap_or_default());
                Tag::SimpleField
            }
            "instrText" => Tag::Code,
            "ddList" => {
                self.choices = (0, Vec::new());
                Tag::Choices
            }
            "altChunk" => {
                let chunk = element.attribute("id").and_then(|it| self.chunks.remove(&it));
                if let Some(chunk) = chunk {
                    self.document.sheet.append(chunk);
                }
                Tag::Other
            }
            // Word 2003 has parts in the text that later ones have beside it.
            "styles" | "lists" | "docPr" | "docOleData" | "binData" | "hdr" | "ftr"
            | "footnote" | "endnote" => Tag::Dropped,
            "tbl" => {
                self.tables.push(self.document.table());
                Tag::Table
            }
            "tr" => {
                self.in_table(Table::open_row);
                Tag::Row
            }
            "trPr" => Tag::RowProperties,
            "tcPr" => Tag::CellProperties,
            "tc" => {
                self.document.count()?;
                self.grounds.push(false);
                self.in_table(Table::open_cell);
                self.traced(|it, _| it.open_cell());
                Tag::Cell
            }
            "dataBinding" => {
                // Of the control that its properties are within.
                let control = self.open.len().saturating_sub(2);
                self.traced(|it, _| it.bind(control));
                Tag::Other
            }
            "del" | "moveFrom" => self.deleted(parent),
            // The words before a change, deleted words, codes of fields, readings beside characters.
            "pPrChange" | "rPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange"
            | "sectPrChange" | "tblGridChange" | "tblPrExChange" | "numberingChange"
            | "delText" | "delInstrText" | "rt" => Tag::Dropped,
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
            "rStyle" if self.in_run_properties() => {
                if let Some(run) = self.runs.last_mut() {
                    run.style = element.value();
                }
            }
            "footnoteReference" | "endnoteReference" => {
                let is_own = element.attribute("customMarkFollows");
                if let Some(run) =
                    self.runs.last_mut().filter(|_| is_own.is_some_and(|it| is_on(&it)))
                {
                    run.is_mark = true;
                }
            }
            "result" if parent == Some(Tag::Choices) => {
                self.choices.0 = element.number().unwrap_or(0) as usize;
            }
            "listEntry" if parent == Some(Tag::Choices) => {
                self.choices.1.push(element.value().unwrap_or_default());
            }
            "shd" if parent == Some(Tag::CellProperties) => {
                if let Some(ground) = self.grounds.last_mut() {
                    *ground = is_ground(element);
                }
            }
            "gridSpan" => {
                // A span that is no number, or beyond all numbers, spans what it can.
                let many = element.number().unwrap_or(u32::MAX);
                self.in_table(|it| it.span(many));
            }
            "vMerge" | "vmerge" => {
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
                if self.in_run_properties()
                    && let Some(run) = self.runs.last_mut()
                {
                    look::take(&mut run.look, element);
                }
                let Some(paragraph) = self.paragraphs.last_mut() else { return };
                match name {
                    "pStyle" => paragraph.style = element.value(),
                    "numId" => paragraph.list = element.number(),
                    "ilvl" => paragraph.level = element.number(),
                    "shd" if parent == Some(Tag::ParagraphProperties) => {
                        paragraph.is_grounded = is_ground(element);
                    }
                    _ => {}
                }
            }
        }
    }

    /// Whether the properties that are open are those of a run, and not of the end of a paragraph.
    fn in_run_properties(&self) -> bool {
        self.open.ends_with(&[Tag::Run, Tag::RunProperties])
    }

    /// How text is seen where the walk stands.
    fn seen(&self) -> Seen {
        let Some(run) = self.runs.last() else { return self.in_formula(Seen::Plainly) };
        let is_grounded = self.grounds.last().copied().unwrap_or(false)
            || self.paragraphs.last().is_some_and(|it| it.is_grounded);
        if run.is_mark || self.runs.iter().any(|it| it.look.seen(is_grounded) == Seen::Hidden) {
            return Seen::Hidden;
        }
        let of =
            |id: &Option<String>| id.as_deref().map(|it| self.styles.look(it)).unwrap_or_default();
        let paragraph = self.paragraphs.last().map(|it| of(&it.style)).unwrap_or_default();
        let look = run.look.or(Look::of_styles(of(&run.style), paragraph));
        self.in_formula(look.seen(is_grounded))
    }

    fn in_formula(&self, seen: Seen) -> Seen {
        if seen == Seen::Plainly && self.apart > 0 { Seen::Apart } else { seen }
    }

    /// Something is there that is not understood.
    fn unclear(&mut self, what: &str) {
        if self.seen() != Seen::Hidden
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.print.push_unclear(what);
        }
    }

    fn end_field(&mut self) {
        if let Some(code) = self.fields.end() {
            self.unclear(&code);
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
        let seen = self.seen();
        if self.trace.is_some() {
            let held = self.held();
            self.traced(|it, at| it.text(at, text, seen, held));
        }
        self.fields.printed();
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.print.push_seen(text, seen);
        }
    }

    /// Notes where the walk is, if that is asked for.
    fn traced(&mut self, note: impl FnOnce(&mut Trace, Range<usize>)) {
        if let Some(trace) = &mut self.trace {
            note(trace, self.at.clone());
        }
    }

    /// Why what is written cannot be changed where it stands.
    fn held(&self) -> Option<Held> {
        if self.open.last() != Some(&Tag::Text) {
            Some(Held::Sign)
        } else if self.fields.compute() {
            Some(Held::Field)
        } else if !self.taken.is_empty() {
            Some(Held::Twice)
        } else {
            None
        }
    }

    fn leave(&mut self) -> Result<(), ImportError> {
        let tag = self.open.pop();
        let open = self.open.len();
        self.traced(|it, _| it.unbind(open));
        match tag {
            Some(Tag::Dropped) => self.dropped -= 1,
            Some(Tag::ParagraphProperties) => self.traced(Trace::close_properties),
            Some(Tag::Paragraph) => self.leave_paragraph()?,
            Some(Tag::Run) => {
                self.runs.pop();
            }
            Some(Tag::SimpleField) => self.end_field(),
            Some(Tag::Apart) => self.apart -= 1,
            Some(Tag::Choices) => {
                let (chosen, mut all) = std::mem::take(&mut self.choices);
                if chosen < all.len() {
                    self.write(&all.swap_remove(chosen));
                    self.fields.chosen();
                }
            }
            Some(Tag::Table) => {
                let Some(table) = self.tables.pop() else { return Ok(()) };
                match self.tables.last_mut() {
                    Some(outer) => outer.push_table(table),
                    None => table.put(&mut self.document.sheet),
                }
            }
            Some(Tag::Row) => self.in_table(Table::close_row),
            Some(Tag::Cell) => {
                self.grounds.pop();
                let place = self.tables.last_mut().and_then(Table::close_cell);
                self.traced(|it, _| it.close_cell(place));
            }
            Some(Tag::Alternate) => {
                self.taken.pop();
            }
            _ => {}
        }
        Ok(())
    }

    fn leave_paragraph(&mut self) -> Result<(), ImportError> {
        let Some(paragraph) = self.paragraphs.pop() else { return Ok(()) };
        let place = self.put_paragraph(paragraph)?;
        self.traced(|it, at| it.close_paragraph(at, place));
        Ok(())
    }

    /// Puts a paragraph down; where, if it is one of its own.
    fn put_paragraph(&mut self, paragraph: Paragraph) -> Result<Option<GridPlace>, ImportError> {
        let mut print = std::mem::take(&mut self.carried);
        if !(paragraph.goes_on && paragraph.print.is_empty()) {
            print.push(&self.number(&paragraph));
        }
        print.append(&paragraph.print);
        if paragraph.goes_on {
            self.carried = print;
            return Ok(None);
        }
        if !self.tables.is_empty() {
            if !print.is_empty() {
                self.document.count()?;
                self.in_table(|it| it.push_paragraph(print));
            }
            return Ok(None);
        }
        for _ in print.lines() {
            self.document.count()?;
        }
        Ok(Some(self.document.paragraph(&print)))
    }

    /// The automatic number of a paragraph, with a blank if words would touch it.
    fn number(&mut self, paragraph: &Paragraph) -> String {
        if let Some(number) = &paragraph.number {
            return number.clone();
        }
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
}
