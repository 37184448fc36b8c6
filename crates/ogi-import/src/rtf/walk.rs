//! The walk over a document's tokens.

use ogi_parse::Sheet;

use super::damaged;
use super::font::Fonts;
use super::row::Row;
use super::token::{Token, Tokens};
use crate::document::Document;
use crate::field::Fields;
use crate::flow::Flow;
use crate::seen::{PICTURE, Seen};
use crate::{ImportError, Limits, words};

/// Where the text of a group goes.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Destination {
    #[default]
    Text,
    /// The code of a field.
    Code,
    Fonts,
    Colors,
    /// Nowhere, but what it says about rows and pictures counts.
    Silent,
    Nowhere,
}

/// What holds until the end of a group.
#[derive(Clone, Copy, Default)]
struct State {
    destination: Destination,
    font: Option<i32>,
    /// How many characters stand for one by its number.
    substitutes: i32,
    hidden: bool,
    deleted: bool,
    struck: bool,
    raised: bool,
    white: bool,
    /// Whether there is a ground that is not white.
    grounded: bool,
    in_table: bool,
    level: usize,
    /// Whether a field, or a text box, ends with the group.
    is_field: bool,
    is_box: bool,
}

/// What has been read, and where in the document the walk stands.
pub(super) struct Walk<'a> {
    limits: &'a Limits,
    document: Document<'a>,
    fonts: Fonts,
    default_font: Option<i32>,
    /// Which colours of the table of colours are white, and the one that is described.
    white: Vec<bool>,
    color: [i32; 3],
    state: State,
    outer: Vec<State>,
    /// The document, and the text boxes that are open.
    flows: Vec<Flow>,
    fields: Fields,
    row: Row,
    /// Bytes that are not decoded yet: a character may have several.
    bytes: Vec<u8>,
    /// A character by its number, half of which is there.
    half: Option<u16>,
    /// How many of the next characters stand for one that was read.
    skipped: i32,
    /// Whether a group has just begun, and whether it may be left out.
    is_first: bool,
    may_be_left: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(limits: &'a Limits) -> Self {
        Self {
            limits,
            document: Document::new(limits),
            fonts: Fonts::default(),
            default_font: None,
            white: Vec::new(),
            color: [0; 3],
            state: State { substitutes: 1, ..State::default() },
            outer: Vec::new(),
            flows: vec![Flow::default()],
            fields: Fields::default(),
            row: Row::default(),
            bytes: Vec::new(),
            half: None,
            skipped: 0,
            is_first: false,
            may_be_left: false,
        }
    }

    pub(super) fn read(mut self, bytes: &[u8]) -> Result<Sheet<'static>, ImportError> {
        let mut is_open = false;
        for token in Tokens::new(bytes) {
            match token {
                Token::Byte(_) if self.skipped > 0 => self.skipped -= 1,
                Token::Byte(byte) => self.bytes.push(byte),
                Token::Open => {
                    self.flush();
                    is_open = true;
                    self.open()?;
                }
                Token::Close => {
                    self.flush();
                    self.close()?;
                    if self.outer.is_empty() {
                        break;
                    }
                }
                Token::Sign(b'*') if self.is_first => self.may_be_left = true,
                Token::Sign(_) if self.skipped > 0 => self.skipped -= 1,
                Token::Sign(sign) => {
                    self.flush();
                    match sign {
                        b'~' => self.write("\u{a0}"),
                        b'_' => self.write("-"),
                        _ => {}
                    }
                }
                Token::Word(word, number) => {
                    self.flush();
                    // What stands for a character by its number is text.
                    self.skipped = 0;
                    if self.is_first {
                        self.state.destination = self.destination(word);
                    }
                    self.word(word, number)?;
                }
            }
            if !matches!(token, Token::Open | Token::Sign(b'*')) {
                (self.is_first, self.may_be_left) = (false, false);
            }
        }
        if !self.outer.is_empty() || !is_open {
            return Err(damaged("it is cut off"));
        }
        self.end_paragraph(0)?;
        self.put();
        Ok(self.document.sheet)
    }

    fn open(&mut self) -> Result<(), ImportError> {
        if self.outer.len() >= self.limits.depth {
            return Err(ImportError::Limit {
                what: words::LEVELS,
                limit: self.limits.depth as u64,
            });
        }
        self.skipped = 0;
        self.outer.push(self.state);
        (self.state.is_field, self.state.is_box) = (false, false);
        (self.is_first, self.may_be_left) = (true, false);
        Ok(())
    }

    fn close(&mut self) -> Result<(), ImportError> {
        self.skipped = 0;
        if self.state.is_field
            && let Some(code) = self.fields.end()
        {
            self.unclear(&code);
        }
        if self.state.is_box {
            self.end_paragraph(0)?;
            let done = self.flows.pop().map(|mut it| it.take_done()).unwrap_or_default();
            let outer = self.outer.last().copied().unwrap_or_default();
            if let Some(flow) = self.flows.last_mut() {
                flow.open_tables(outer.level(), &self.row.definition, &mut self.document);
                done.into_iter().for_each(|it| flow.push(it));
            }
        }
        if let Some(state) = self.outer.pop() {
            self.state = state;
        }
        Ok(())
    }

    /// Where the text of a group goes that begins with a word.
    fn destination(&self, word: &[u8]) -> Destination {
        use Destination::{Code, Colors, Fonts, Nowhere, Silent, Text};
        match (word, self.state.destination) {
            (_, Nowhere) => Nowhere,
            (b"fldinst", _) => Code,
            (b"fonttbl", _) => Fonts,
            (b"colortbl", _) => Colors,
            (b"nesttableprops" | b"shppict" | b"pict" | b"sp", _) => Silent,
            // A text box within a drawing.
            (b"shptxt" | b"dptxbxtext" | b"fldrslt", Silent | Text) => Text,
            (b"shpinst" | b"do" | b"object", Text) => Text,
            (
                b"stylesheet" | b"info" | b"header" | b"headerl" | b"headerr" | b"headerf"
                | b"footer" | b"footerl" | b"footerr" | b"footerf" | b"footnote" | b"ftnsep"
                | b"ftnsepc" | b"ftncn" | b"aftnsep" | b"aftnsepc" | b"aftncn" | b"annotation"
                | b"xe" | b"tc" | b"tcn" | b"rxe" | b"txe" | b"nonesttables" | b"nonshppict"
                | b"shprslt" | b"objdata" | b"objclass" | b"objname" | b"listtable"
                | b"listoverridetable" | b"pntxta" | b"pntxtb",
                _,
            ) => Nowhere,
            _ if self.may_be_left => Nowhere,
            (_, destination) => destination,
        }
    }

    fn word(&mut self, word: &[u8], number: Option<i32>) -> Result<(), ImportError> {
        let is_on = number != Some(0);
        match self.state.destination {
            Destination::Nowhere => return Ok(()),
            Destination::Fonts => {
                match word {
                    b"f" => self.fonts.open(number),
                    b"fcharset" => self.fonts.charset(number),
                    _ => {}
                }
                return Ok(());
            }
            Destination::Colors => {
                let at = [&b"red"[..], b"green", b"blue"].iter().position(|it| *it == word);
                if let Some(part) = at.and_then(|it| self.color.get_mut(it)) {
                    *part = number.unwrap_or(0);
                }
                return Ok(());
            }
            Destination::Text | Destination::Code | Destination::Silent => {}
        }
        self.row.take(word, number);
        match word {
            b"ansicpg" => self.fonts.code_page(number),
            b"deff" => {
                self.default_font = number;
                self.state.font = number;
            }
            b"f" => self.state.font = number,
            b"uc" => self.state.substitutes = number.unwrap_or(1).max(0),
            b"u" => self.character(number.unwrap_or(0)),
            b"v" => self.state.hidden = is_on,
            b"deleted" => self.state.deleted = is_on,
            b"strike" | b"striked" => self.state.struck = is_on,
            b"super" | b"sub" | b"up" | b"dn" => self.state.raised = is_on,
            b"nosupersub" => self.state.raised = false,
            b"cf" => {
                let at = usize::try_from(number.unwrap_or(0)).ok();
                self.state.white = at.and_then(|it| self.white.get(it)).copied().unwrap_or(false);
            }
            b"highlight" | b"chcbpat" | b"cb" => {
                let at = usize::try_from(number.unwrap_or(0)).ok().filter(|it| *it > 0);
                self.state.grounded = at.is_some_and(|it| self.white.get(it) == Some(&false));
            }
            b"plain" => {
                let State { destination, substitutes, in_table, level, is_field, is_box, .. } =
                    self.state;
                let font = self.default_font;
                self.state = State {
                    destination,
                    font,
                    substitutes,
                    in_table,
                    level,
                    is_field,
                    is_box,
                    ..State::default()
                };
            }
            b"pard" => (self.state.in_table, self.state.level) = (false, 0),
            b"intbl" => self.state.in_table = is_on,
            b"itap" => self.state.level = usize::try_from(number.unwrap_or(0)).unwrap_or(0),
            b"pict" => self.unclear(PICTURE),
            b"field" => {
                self.fields.begin(self.limits)?;
                self.state.is_field = true;
            }
            b"fldrslt" => self.fields.separate(),
            b"shptxt" | b"dptxbxtext" => {
                self.flows.push(Flow::default());
                (self.state.in_table, self.state.level, self.state.is_box) = (false, 0, true);
            }
            b"par" | b"sect" if !self.state.deleted => self.end_paragraph(self.state.level())?,
            b"line" | b"page" | b"column" | b"lbr" => self.write("\n"),
            b"cell" => self.end_cell(1)?,
            b"nestcell" => self.end_cell(self.state.level().max(2))?,
            b"row" => self.end_row(1)?,
            b"nestrow" => self.end_row(self.state.level().max(2))?,
            _ => {
                if let Some(text) = text(word) {
                    self.write(text);
                }
            }
        }
        Ok(())
    }

    /// A character by its number, of UTF-16 and with a sign.
    fn character(&mut self, number: i32) {
        self.skipped = self.state.substitutes;
        let unit = number as u16;
        let units = match self.half.take() {
            Some(half) => vec![half, unit],
            None => vec![unit],
        };
        match char::decode_utf16(units.iter().copied()).collect::<Result<String, _>>() {
            Ok(text) => {
                let font = self.state.font;
                let known: Option<String> =
                    text.chars().map(|it| self.fonts.character(font, it)).collect();
                self.write_known(known);
            }
            Err(_) if units.len() == 1 && (0xD800..0xDC00).contains(&unit) => {
                self.half = Some(unit);
            }
            Err(_) => self.write("\u{fffd}"),
        }
    }

    /// Decodes the bytes that have gathered.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = core::mem::take(&mut self.bytes);
        match self.state.destination {
            Destination::Text => {
                let text = self.fonts.text(self.state.font, &bytes);
                self.write_known(text);
            }
            Destination::Code => self.fields.code(&String::from_utf8_lossy(&bytes)),
            Destination::Fonts => self.fonts.name(&bytes),
            Destination::Colors => {
                for _ in bytes.iter().filter(|it| **it == b';') {
                    self.white.push(core::mem::take(&mut self.color) == [255; 3]);
                }
            }
            Destination::Silent | Destination::Nowhere => {}
        }
    }

    fn write_known(&mut self, text: Option<String>) {
        match text {
            Some(text) => self.write(&text),
            None => self.unclear("符号"),
        }
    }

    fn write(&mut self, text: &str) {
        let seen = self.state.seen();
        if self.state.destination != Destination::Text {
            return;
        }
        self.fields.printed();
        if let Some(flow) = self.flows.last_mut() {
            flow.paragraph.push_seen(text, seen);
        }
    }

    /// Something is there that is not understood.
    fn unclear(&mut self, what: &str) {
        if self.state.seen() != Seen::Hidden
            && let Some(flow) = self.flows.last_mut()
        {
            flow.paragraph.push_unclear(what);
        }
    }

    fn end_paragraph(&mut self, level: usize) -> Result<(), ImportError> {
        if let Some(flow) = self.flows.last_mut() {
            flow.end_paragraph(level, &self.row.definition, &mut self.document)?;
        }
        if self.flows.len() == 1 {
            self.put();
        }
        Ok(())
    }

    fn end_cell(&mut self, level: usize) -> Result<(), ImportError> {
        self.end_paragraph(level)?;
        if let Some(flow) = self.flows.last_mut() {
            flow.end_cell();
        }
        Ok(())
    }

    fn end_row(&mut self, level: usize) -> Result<(), ImportError> {
        self.end_paragraph(level)?;
        if let Some(flow) = self.flows.last_mut() {
            flow.end_row(&self.row.definition);
        }
        Ok(())
    }

    /// Puts down what is done of the document.
    fn put(&mut self) {
        let done = self.flows.first_mut().map(Flow::take_done);
        for block in done.unwrap_or_default() {
            self.document.put(&block);
        }
    }
}

impl State {
    fn seen(&self) -> Seen {
        if self.hidden || self.deleted {
            Seen::Hidden
        } else if self.struck {
            Seen::Struck
        } else if self.white && !self.grounded {
            Seen::White
        } else if self.raised {
            Seen::Apart
        } else {
            Seen::Plainly
        }
    }

    /// In how many tables a paragraph stands.
    fn level(&self) -> usize {
        self.level.max(usize::from(self.in_table))
    }
}

/// What a word prints.
const fn text(word: &[u8]) -> Option<&'static str> {
    Some(match word {
        b"tab" | b"emspace" | b"enspace" | b"qmspace" => " ",
        b"emdash" => "—",
        b"endash" => "–",
        b"lquote" => "‘",
        b"rquote" => "’",
        b"ldblquote" => "“",
        b"rdblquote" => "”",
        b"bullet" => "•",
        _ => return None,
    })
}
