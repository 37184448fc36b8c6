//! The elements of a part of XML with their places, so that it can be changed without being written anew.

use core::fmt::Display;
use core::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::splices::Splices;

/// An element. All ranges are of bytes of the part.
pub(super) struct Element<'x> {
    text: &'x str,
    /// How many elements it is within.
    pub(super) depth: usize,
    /// Its first tag.
    pub(super) open: Range<usize>,
    /// Its last tag; behind the first one, without any bytes, if it has no content.
    pub(super) close: Range<usize>,
}

/// All elements of a part, in the order in which they begin.
pub(super) fn elements(text: &str) -> Result<Vec<Element<'_>>, String> {
    let rest = text.trim_start_matches('\u{feff}');
    let skipped = text.len() - rest.len();
    let mut reader = Reader::from_str(rest);
    let mut all: Vec<Element<'_>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    loop {
        let start = skipped + reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|error| error.to_string())?;
        let end = skipped + reader.buffer_position() as usize;
        let element = |depth| Element { text, depth, open: start..end, close: end..end };
        match event {
            Event::Start(_) => {
                all.push(element(open.len()));
                open.push(all.len() - 1);
            }
            Event::Empty(_) => all.push(element(open.len())),
            Event::End(_) => {
                if let Some(it) = open.pop() {
                    all[it].close = start..end;
                }
            }
            Event::Eof if open.is_empty() => return Ok(all),
            Event::Eof => return Err("it is cut off".to_owned()),
            _ => {}
        }
    }
}

impl<'x> Element<'x> {
    /// Its name, with its prefix.
    pub(super) fn name(&self) -> &'x str {
        let tag = &self.text[self.open.start + 1..self.open.end];
        let end = tag.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>');
        &tag[..end.unwrap_or(tag.len())]
    }

    /// The prefix of its name with the colon, if it has one.
    pub(super) fn prefix(&self) -> &'x str {
        let name = self.name();
        name.find(':').map_or("", |it| &name[..=it])
    }

    /// Its name without its prefix.
    pub(super) fn local(&self) -> &'x str {
        &self.name()[self.prefix().len()..]
    }

    /// All of it.
    pub(super) const fn whole(&self) -> Range<usize> {
        self.open.start..self.close.end
    }

    /// What is in it.
    pub(super) const fn content(&self) -> Range<usize> {
        self.open.end..self.close.start
    }

    /// Whether another is in it.
    pub(super) const fn holds(&self, other: &Element<'_>) -> bool {
        self.open.end <= other.open.start && other.close.end <= self.close.start
    }

    /// An attribute by its name without prefix.
    pub(super) fn attribute(&self, local: &str) -> Option<String> {
        let tag = self.tag();
        let mut all = tag.attributes();
        let mut sound = all.with_checks(false).flatten();
        let found = sound.find(|it| it.key.local_name().into_inner() == local)?;
        Some(quick_xml::escape::unescape(&found.value).ok()?.into_owned())
    }

    /// The vocabulary that the names with this prefix are of, if its own tag says so.
    pub(super) fn vocabulary(&self, prefix: &str) -> Option<String> {
        let name = match prefix.trim_end_matches(':') {
            "" => "xmlns".to_owned(),
            prefix => format!("xmlns:{prefix}"),
        };
        let tag = self.tag();
        let mut all = tag.attributes();
        let mut sound = all.with_checks(false).flatten();
        let found = sound.find(|it| it.key.into_inner() == name)?;
        Some(found.value.into_owned())
    }

    fn tag(&self) -> BytesStart<'x> {
        let tag = &self.text[self.open.start + 1..self.open.end - 1];
        BytesStart::from_content(tag.trim_end_matches('/'), self.name().len())
    }

    /// The text in it, as it reads.
    pub(super) fn printed(&self) -> String {
        printed(&self.text[self.content()])
    }

    /// Puts XML behind what is in it.
    pub(super) fn append(&self, splices: &mut Splices, xml: &str) {
        if self.close.is_empty() {
            let name = self.name();
            splices.replace(self.open.end - 2..self.open.end, format!(">{xml}</{name}>"));
        } else {
            splices.insert(self.close.start, xml);
        }
    }
}

/// The text of XML without elements.
pub(super) fn printed(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let mut out = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Text(text)) => out.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) => out.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(entity)) => match entity.resolve_char_ref() {
                Ok(Some(c)) => out.push(c),
                _ => out.push_str(
                    quick_xml::escape::resolve_predefined_entity(&entity).unwrap_or("\u{fffd}"),
                ),
            },
            Ok(Event::Eof) | Err(_) => return out,
            Ok(_) => {}
        }
    }
}

/// Text as XML, without what XML does not allow.
pub(super) fn escaped(text: impl Display) -> String {
    let text = text.to_string();
    let allowed = text.replace(
        |c: char| {
            (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}')
        },
        "\u{fffd}",
    );
    quick_xml::escape::escape(allowed).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PART: &str = "\u{feff}<?xml version='1.0'?>\n<w:a xmlns:w='urn:w'><b c='1&amp;2'/> t &#49;<!-- <d> --><w:b\n e:f=\"x\" >\u{4e00}</w:b></w:a>";

    #[test]
    fn elements_know_where_they_stand() {
        let all = elements(PART).unwrap();
        let shown: Vec<_> =
            all.iter().map(|it| (it.name(), it.depth, &PART[it.content()])).collect();
        assert_eq!(shown[1..], [("b", 1, ""), ("w:b", 1, "\u{4e00}")]);
        assert_eq!(all[1].attribute("c").as_deref(), Some("1&2"));
        assert_eq!(all[2].attribute("f").as_deref(), Some("x"));
        assert_eq!(all[0].vocabulary(all[0].prefix()).as_deref(), Some("urn:w"));
        assert!(all[0].holds(&all[2]) && !all[1].holds(&all[2]));
        assert_eq!(&PART[all[2].whole()], "<w:b\n e:f=\"x\" >\u{4e00}</w:b>");
    }

    #[test]
    fn what_is_appended_stands_at_the_end() {
        let all = elements(PART).unwrap();
        let mut splices = Splices::default();
        all[1].append(&mut splices, "<n/>");
        all[0].append(&mut splices, "<z/>");
        let text = splices.apply(PART);
        assert!(text.contains("<b c='1&amp;2'><n/></b>") && text.ends_with("</w:b><z/></w:a>"));
    }

    #[test]
    fn what_is_cut_off_is_stated() {
        assert!(elements("<a><b></a>").is_err() && elements("<a>").is_err());
    }
}
