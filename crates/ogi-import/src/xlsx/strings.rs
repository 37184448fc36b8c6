//! Texts of pieces, some of which may be crossed out or raised.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::part_scan::attribute;
use crate::seen::Seen;

/// A piece of a text; how it is seen is said by itself, or else by the cell.
pub(super) type Piece = (String, Option<Seen>);

/// The texts of a part, as far as their pieces are not all seen alike.
#[derive(Debug, Default)]
pub(super) struct Strings {
    unlike: BTreeMap<usize, Vec<Piece>>,
    /// How many have begun.
    begun: usize,
    pieces: Vec<Piece>,
    /// How what is open is seen.
    seen: Option<Seen>,
    in_text: bool,
    /// Within readings beside characters.
    in_reading: bool,
}

impl Strings {
    /// The pieces of a text that are not all seen alike.
    pub(super) fn unlike(&self, number: usize) -> Option<&[Piece]> {
        self.unlike.get(&number).map(Vec::as_slice)
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.begun == 0
    }

    pub(super) fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(element) => self.element(element.local_name().into_inner(), element),
            Event::Empty(element) => {
                let name = element.local_name().into_inner();
                self.element(name, element);
                self.end(name);
            }
            Event::End(element) => self.end(element.local_name().into_inner()),
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let char_ref = entity.resolve_char_ref().ok().flatten();
                let named = quick_xml::escape::resolve_predefined_entity(entity);
                match char_ref {
                    Some(c) => self.text(c.encode_utf8(&mut [0; 4])),
                    None => self.text(named.unwrap_or_default()),
                }
            }
            _ => {}
        }
    }

    pub(super) fn element(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = || attribute(element, "val");
        match name {
            "si" | "is" => {
                self.begun += 1;
                self.pieces.clear();
                self.seen = None;
            }
            "rPh" => self.in_reading = true,
            "r" => self.seen = None,
            // What has properties of its own has none of the cell.
            "rPr" => self.seen = Some(Seen::Plainly),
            "strike" if !matches!(value().as_deref(), Some("0" | "false")) => {
                self.seen = Some(Seen::Struck);
            }
            "vertAlign" if self.seen != Some(Seen::Struck) => {
                if matches!(value().as_deref(), Some("superscript" | "subscript")) {
                    self.seen = Some(Seen::Apart);
                }
            }
            "color" if self.seen == Some(Seen::Plainly) => {
                let is_white = |it: &str| it.len() >= 6 && it.bytes().all(|b| b | 0x20 == b'f');
                if attribute(element, "rgb").as_deref().is_some_and(is_white) {
                    self.seen = Some(Seen::White);
                }
            }
            "t" if !self.in_reading => {
                self.in_text = true;
                self.pieces.push((String::new(), self.seen));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text
            && let Some((piece, _)) = self.pieces.last_mut()
        {
            piece.push_str(text);
        }
    }

    pub(super) fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "r" => self.seen = None,
            "rPh" => self.in_reading = false,
            "si" | "is" => {
                let plain = |it: &Piece| matches!(it.1, None | Some(Seen::Plainly));
                let alike = self.pieces.iter().all(plain);
                let pieces = core::mem::take(&mut self.pieces);
                if !alike && let Some(number) = self.begun.checked_sub(1) {
                    self.unlike.insert(number, pieces);
                }
            }
            _ => {}
        }
    }
}
