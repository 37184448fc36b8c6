//! The nodes of a page, in one arena.

use html5ever::tendril::StrTendril;

use super::tag::Tag;

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
    pub(super) data: Data,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Data {
    /// The page, or the content of a template.
    Root,
    /// Text. Texts beside one another are not joined.
    Text(StrTendril),
    /// An element.
    Element {
        tag: Tag,
        /// Whether its style says that it is not shown.
        hidden: bool,
    },
    /// A cell of a table, with its spans as written.
    Cell { hidden: bool, columns: u32, rows: u32 },
    /// The name and content of a `<meta>`.
    Meta(Box<(StrTendril, StrTendril)>),
    /// The value of a field.
    Field(StrTendril),
    /// Links a file that is no page.
    DocumentLink,
}

impl Node {
    pub(super) const fn new(data: Data, line: u32) -> Self {
        Self {
            parent: NONE,
            previous: NONE,
            next: NONE,
            first: NONE,
            last: NONE,
            line,
            depth: 0,
            data,
        }
    }

    /// What it does to the text in it.
    pub(super) const fn tag(&self) -> Tag {
        match &self.data {
            Data::Element { tag, .. } => *tag,
            Data::Cell { .. } => Tag::Cell,
            Data::Meta(_) => Tag::Meta,
            Data::Field(_) => Tag::Input,
            Data::DocumentLink => Tag::Link,
            Data::Root | Data::Text(_) => Tag::Inline,
        }
    }

    pub(super) const fn is_hidden(&self) -> bool {
        matches!(self.data, Data::Element { hidden: true, .. } | Data::Cell { hidden: true, .. })
    }
}
