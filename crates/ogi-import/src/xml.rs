//! Events of a part's XML, with bounded nesting and without entities of its own.

use core::ops::Range;
use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use crate::{ImportError, Limits, Stop, Words, words};

/// More levels are never read, whatever the limits allow: tables within tables are put down recursively.
const DEEPEST: usize = 4096;

/// Which vocabulary a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Space {
    Word,
    Compatibility,
    Math,
    Other,
}

/// An element that begins.
pub(crate) struct Element<'x> {
    pub(crate) space: Space,
    start: BytesStart<'x>,
}

/// What comes next.
pub(crate) enum Piece<'x> {
    Open(Element<'x>),
    Close,
    Text(Cow<'x, str>),
}

/// Reads a part. An empty element opens and closes.
pub(crate) struct Xml<'x> {
    reader: NsReader<&'x [u8]>,
    /// How many bytes of the text come before what is read: a byte order mark.
    skipped: usize,
    /// Where what came last begins.
    start: u64,
    depth: usize,
    deepest: usize,
    stop: Option<Stop>,
    /// What is damaged if it is.
    container: Words,
}

impl<'x> Xml<'x> {
    pub(crate) fn new(text: &'x str, limits: &Limits, container: Words) -> Self {
        let rest = text.trim_start_matches('\u{feff}');
        let mut reader = NsReader::from_str(rest);
        reader.config_mut().expand_empty_elements = true;
        let skipped = text.len() - rest.len();
        let deepest = limits.depth.min(DEEPEST);
        let stop = limits.stop.clone();
        Self { reader, skipped, start: 0, depth: 0, deepest, stop, container }
    }

    /// The bytes of the text that came last. An empty element opens with all of its bytes and closes with none.
    pub(crate) fn span(&self) -> Range<usize> {
        self.skipped + self.start as usize..self.skipped + self.reader.buffer_position() as usize
    }

    pub(crate) fn next(&mut self) -> Result<Option<Piece<'x>>, ImportError> {
        let container = self.container;
        let damaged = |detail: &dyn core::fmt::Display| ImportError::Damaged {
            container,
            detail: detail.to_string(),
        };
        loop {
            self.start = self.reader.buffer_position();
            let (name, event) = self.reader.read_resolved_event().map_err(|it| damaged(&it))?;
            match event {
                Event::Start(start) | Event::Empty(start) => {
                    let space = space(&name);
                    self.depth += 1;
                    if self.stop.as_ref().is_some_and(Stop::is_set) {
                        return Err(ImportError::Stopped);
                    }
                    if self.depth > self.deepest {
                        let limit = self.deepest as u64;
                        return Err(ImportError::Limit { what: words::LEVELS, limit });
                    }
                    return Ok(Some(Piece::Open(Element { space, start })));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Piece::Close));
                }
                Event::Text(text) => return Ok(Some(Piece::Text(text.xml10_content()))),
                Event::CData(text) => return Ok(Some(Piece::Text(text.xml10_content()))),
                Event::GeneralRef(entity) => {
                    let char_ref = entity.resolve_char_ref().map_err(|it| damaged(&it))?;
                    let text = match char_ref {
                        Some(c) => Cow::Owned(c.to_string()),
                        None => Cow::Borrowed(
                            resolve_predefined_entity(&entity)
                                .ok_or_else(|| damaged(&"it has an entity of its own"))?,
                        ),
                    };
                    return Ok(Some(Piece::Text(text)));
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
                Event::Eof if self.depth == 0 => return Ok(None),
                Event::Eof => return Err(damaged(&"a part of it is cut off")),
            }
        }
    }
}

impl Element<'_> {
    /// The name without its prefix.
    pub(crate) fn local(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// Whether it has this name with this prefix.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.start.name().into_inner() == name
    }

    /// An attribute by its name without prefix.
    pub(crate) fn attribute(&self, local: &str) -> Option<String> {
        let mut all = self.start.attributes();
        let mut sound = all.with_checks(false).flatten();
        let found = sound.find(|it| it.key.local_name().into_inner() == local)?;
        let value = quick_xml::escape::unescape(&found.value).ok()?;
        Some(value.into_owned())
    }

    /// The attribute `val`, which most elements have.
    pub(crate) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// The attribute `val` as a number.
    pub(crate) fn number(&self) -> Option<u32> {
        self.value()?.trim().parse().ok()
    }

    /// Whether a property that is on by being there is on.
    pub(crate) fn is_on(&self) -> bool {
        self.value().is_none_or(|it| is_on(&it))
    }
}

/// Whether a value says that something is on.
pub(crate) fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}

/// The transitional and the strict names of Word's vocabulary are met, and those of Word 2003.
fn space(name: &ResolveResult<'_>) -> Space {
    let ResolveResult::Bound(Namespace(uri)) = name else { return Space::Other };
    if uri.contains("/wordprocessingml/") && uri.ends_with("main")
        || uri.ends_with("/office/word/2003/wordml")
    {
        Space::Word
    } else if uri.contains("/markup-compatibility/") {
        Space::Compatibility
    } else if uri.contains("/officeDocument/") && uri.ends_with("/math") {
        Space::Math
    } else {
        Space::Other
    }
}
