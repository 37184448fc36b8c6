//! Places in a source.

/// Where something stands in a source.
///
/// A place in text has byte offsets into the decoded UTF-8 text. Its line and column are computed when asked
/// for, by a [`LineIndex`]; in JSON it has them where it is [`located`](Self::located), and they are not read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(tag = "kind", rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Place {
    /// In text: bytes `start..end`.
    Text {
        /// The first byte.
        start: u32,
        /// The byte after the last.
        end: u32,
    },
    /// In a table of an HTML page, a document or a workbook.
    Grid(Box<GridPlace>),
    /// In a table of a paged document.
    Page(Box<PagePlace>),
}

/// A cell of a table; all counts from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct GridPlace {
    /// The sheet, in a workbook.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub sheet: Option<String>,
    /// The address of the cell, in a workbook (`B7`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub address: Option<String>,
    /// Which table.
    pub table: u32,
    /// Which row of it.
    pub row: u32,
    /// Which column of it.
    pub column: u32,
    /// The line of the source, where it has lines.
    pub line: Option<u32>,
}

/// A cell of a table on a page; all counts from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct PagePlace {
    /// Which page.
    pub page: u32,
    /// Which table of the page.
    pub table: u32,
    /// Which row of it.
    pub row: u32,
    /// Which column of it.
    pub column: u32,
}

impl Place {
    /// The bytes of a place in text.
    ///
    /// ```
    /// # use ogi_model::Place;
    /// assert_eq!(Place::Text { start: 3, end: 5 }.span(), Some(3..5));
    /// ```
    pub fn span(&self) -> Option<core::ops::Range<usize>> {
        match self {
            Self::Text { start, end } => Some(*start as usize..*end as usize),
            Self::Grid(_) | Self::Page(_) => None,
        }
    }
}

/// A line and a column, both from 1; the column counts Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Where the lines of a text begin.
///
/// ```
/// use ogi_model::{LineColumn, LineIndex};
///
/// let lines = LineIndex::new("规章\n 0\n");
/// assert_eq!(lines.at(8), LineColumn { line: 2, column: 2 });
/// assert_eq!(lines.line(2), " 0");
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// Finds the lines of a text.
    pub fn new(text: &'a str) -> Self {
        let starts = [0].into_iter().chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        Self { text, starts }
    }

    /// The line and column of a byte offset; one beyond the text counts as its end, one inside a character as
    /// that character.
    pub fn at(&self, offset: usize) -> LineColumn {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let column = self.text[self.starts[line - 1]..offset].chars().count() + 1;
        LineColumn { line, column }
    }

    /// A line, from 1, without its end; empty beyond the text.
    pub fn line(&self, line: usize) -> &'a str {
        let Some(start) = line.checked_sub(1).and_then(|it| self.starts.get(it)) else { return "" };
        let rest = &self.text[*start..];
        rest[..rest.find('\n').unwrap_or(rest.len())].trim_end_matches('\r')
    }

    /// The whole text.
    pub const fn text(&self) -> &'a str {
        self.text
    }
}
