//! Fonts: in which code page the bytes of a text are.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, GBK, UTF_8};

use crate::symbol;

/// A font of the table of fonts.
#[derive(Default)]
struct Font {
    charset: Option<i32>,
    name: Vec<u8>,
}

/// The table of fonts.
#[derive(Default)]
pub(super) struct Fonts {
    all: BTreeMap<i32, Font>,
    /// The font that is being described.
    open: i32,
    /// The code page of the document.
    document: Option<&'static Encoding>,
}

impl Fonts {
    /// The code page of the document, by its number.
    pub(super) fn code_page(&mut self, number: Option<i32>) {
        self.document = number.and_then(encoding);
    }

    /// What follows describes a font.
    pub(super) fn open(&mut self, number: Option<i32>) {
        self.open = number.unwrap_or(0);
        self.all.insert(self.open, Font::default());
    }

    pub(super) fn charset(&mut self, number: Option<i32>) {
        self.all.entry(self.open).or_default().charset = number;
    }

    pub(super) fn name(&mut self, bytes: &[u8]) {
        self.all.entry(self.open).or_default().name.extend_from_slice(bytes);
    }

    /// The text of bytes in a font; nothing for pictures in the place of letters.
    pub(super) fn text(&self, font: Option<i32>, bytes: &[u8]) -> Option<String> {
        const SYMBOLS: i32 = 2;
        let font = font.and_then(|it| self.all.get(&it));
        let charset = font.and_then(|it| it.charset);
        if charset == Some(SYMBOLS) {
            return bytes.iter().map(|it| self.of_symbols(font, 0xF000 + u32::from(*it))).collect();
        }
        let of_font = charset.and_then(code_page).and_then(encoding);
        // Without a word about it, a report is in the code page of its country.
        let encoding = of_font.or(self.document).unwrap_or(GBK);
        Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
    }

    /// The text of a character by its number; nothing for a picture in the place of a letter.
    pub(super) fn character(&self, font: Option<i32>, c: char) -> Option<char> {
        let is_private = ('\u{e000}'..='\u{f8ff}').contains(&c);
        if is_private {
            self.of_symbols(font.and_then(|it| self.all.get(&it)), c.into())
        } else {
            Some(c)
        }
    }

    fn of_symbols(&self, font: Option<&Font>, code: u32) -> Option<char> {
        let name = font.map(|it| String::from_utf8_lossy(&it.name)).unwrap_or_default();
        // A blank in such a font is one in all of them.
        if code == 0xF020 { Some(' ') } else { symbol::text(&format!("{code:X}"), &name) }
    }
}

/// The code page of a set of characters; nothing for those that are in the code page of the document.
const fn code_page(charset: i32) -> Option<i32> {
    Some(match charset {
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}

fn encoding(code_page: i32) -> Option<&'static Encoding> {
    const UNICODE: i32 = 65_001;
    if code_page == UNICODE {
        return Some(UTF_8);
    }
    codepage::to_encoding(u16::try_from(code_page).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_has_its_code_page_and_else_that_of_the_document() {
        let mut fonts = Fonts::default();
        fonts.code_page(Some(1252));
        for (font, charset) in [(0, 0), (1, 134), (2, 136), (3, 2)] {
            fonts.open(Some(font));
            fonts.charset(Some(charset));
        }
        for (font, bytes, text) in [
            (0, &b"\xE9"[..], Some("é")),
            (1, b"\xD5\xFE", Some("政")),
            (2, b"\xAC\x46", Some("政")),
            (3, b"6", Some("6")),
            (3, b"A", None),
            (9, b"6", Some("6")),
        ] {
            assert_eq!(fonts.text(Some(font), bytes).as_deref(), text, "{font}");
        }
    }
}
