//! The nodes of a page, in one arena.

use html5ever::LocalName;
use html5ever::tendril::StrTendril;

use super::style::Style;
use super::tag::Tag;
use crate::seen::Seen;

/// A node by its number in the arena.
pub(super) type Id = u32;

/// No node.
pub(super) const NONE: Id = Id::MAX;

/// A node.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Id,
    pub(super) previous: Id,
    pub(super) next: Id,
    pub(super) first: Id,
    pub(super) last: Id,
    /// The line of the source where it begins.
    pub(super) line: u32,
    /// How many nodes are above it, as it was first placed.
    pub(super) depth: u32,
    /// How it is seen.
    pub(super) seen: Seen,
    /// The name of an element.
    pub(super) name: LocalName,
    pub(super) data: Data,
}

/// The attributes of an element that styles and tables made of them ask about.
#[derive(Debug)]
pub(super) struct Attributes {
    pub(super) element: Id,
    pub(super) id: StrTendril,
    pub(super) classes: StrTendril,
    pub(super) style: Style,
    /// How many columns and rows it would cover as a cell.
    pub(super) spans: (u32, u32),
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Data {
    /// The page, or the content of a template.
    Root,
    /// Text. Texts beside one another are not joined.
    Text(StrTendril),
    /// An element.
    Element(Tag),
    /// A cell of a table, with its spans as written.
    Cell { columns: u32, rows: u32 },
    /// The name and content of a `<meta>`.
    Meta(Box<(StrTendril, StrTendril)>),
    /// The value of a field.
    Field(StrTendril),
    /// Links a file that is no page.
    DocumentLink,
}

impl Node {
    pub(super) fn new(data: Data, line: u32) -> Self {
        Self {
            parent: NONE,
            previous: NONE,
            next: NONE,
            first: NONE,
            last: NONE,
            line,
            depth: 0,
            seen: Seen::Plainly,
            name: LocalName::default(),
            data,
        }
    }

    /// What it does to the text in it.
    pub(super) const fn tag(&self) -> Tag {
        match &self.data {
            Data::Element(tag) => *tag,
            Data::Cell { .. } => Tag::Cell,
            Data::Meta(_) => Tag::Meta,
            Data::Field(_) => Tag::Input,
            Data::DocumentLink => Tag::Link,
            Data::Root | Data::Text(_) => Tag::Inline,
        }
    }
}
