//! What a report is written in.

use core::fmt;

use ogi_model::Report;

use crate::{Document, Layout, Mess};

/// Text in a layout, or a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Medium {
    /// Text.
    Text(Layout),
    /// A web page, a Word document or a workbook.
    Document(Document),
}

impl Medium {
    /// All of them.
    ///
    /// ```
    /// use ogi_testkit::{Document, Layout, Medium};
    /// assert_eq!(Medium::all().count(), Layout::ALL.len() + Document::ALL.len());
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        let layouts = Layout::ALL.iter().map(|it| Self::Text(*it));
        layouts.chain(Document::ALL.iter().map(|it| Self::Document(*it)))
    }

    /// Writes a report, in as much of a mess as is asked for.
    pub fn write_messy(self, report: &Report, mess: &Mess) -> Vec<u8> {
        match self {
            Self::Text(layout) => layout.write_messy(report, mess).into_bytes(),
            Self::Document(document) => document.write_messy(report, mess),
        }
    }

    /// Whether blank cells leave no trace in it.
    pub const fn loses_blanks(self) -> bool {
        matches!(self, Self::Text(layout) if layout.loses_blanks())
    }

    /// Whether figures stand beside one another with nothing between them.
    pub(super) const fn is_glued(self) -> bool {
        matches!(self, Self::Text(layout) if layout.is_glued())
    }

    /// Whether every figure stands apart from the others and in the order of its row.
    pub(super) const fn has_one_reading(self) -> bool {
        !matches!(self, Self::Text(layout) if !layout.has_one_reading())
    }
}

impl fmt::Display for Medium {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(layout) => write!(f, "text {layout}"),
            Self::Document(document) => document.fmt(f),
        }
    }
}
