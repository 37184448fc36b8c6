//! What a layout is like, for who damages its text.

use super::Layout;

impl Layout {
    /// Whether columns are known by how far from the left something stands.
    pub(crate) const fn is_aligned(self) -> bool {
        matches!(
            self,
            Self::A9 | Self::Terminal | Self::PdfLayout | Self::Box | Self::Grid | Self::Frame
        )
    }

    /// Whether figures stand beside one another with nothing between them.
    pub(crate) const fn is_glued(self) -> bool {
        matches!(self, Self::A7 | Self::Glued)
    }

    /// Whether a table has no lines at all.
    pub(crate) const fn is_one_line(self) -> bool {
        matches!(self, Self::A12 | Self::Glued | Self::HtmlInMarkdown)
    }

    /// Whether each cell has a line of its own, and empty lines between them mean nothing.
    pub(crate) const fn is_cell_a_line(self) -> bool {
        matches!(self, Self::A1 | Self::A1b | Self::A10 | Self::PdfTail)
    }

    /// Whether a row is a row by a line or a mark before or behind it.
    pub(crate) const fn needs_marks_between_rows(self) -> bool {
        matches!(self, Self::Box | Self::Grid | Self::Wiki | Self::HtmlInMarkdown)
    }

    /// Whether merged cells are printed at every position that they cover.
    pub(crate) const fn repeats_merged_cells(self) -> bool {
        matches!(self, Self::RepeatedTabs | Self::RepeatedBars | Self::Frame)
    }

    /// Whether a row is a sequence and nothing else, so that a figure says no column by its place.
    pub(crate) const fn has_no_columns(self) -> bool {
        matches!(
            self,
            Self::Standard
                | Self::A1
                | Self::A1b
                | Self::A2
                | Self::A5
                | Self::PdfRaw
                | Self::Commas
                | Self::Enumerated
        )
    }

    /// Whether two lines can become one and still say the same.
    pub(crate) const fn has_free_lines(self) -> bool {
        matches!(self, Self::Standard | Self::A1 | Self::A1b | Self::PdfRaw | Self::Enumerated)
    }

    /// Whether a line between those of a row would be part of a cell.
    pub(crate) const fn has_cells_of_lines(self) -> bool {
        matches!(self, Self::A2 | Self::A3 | Self::A6b | Self::Wiki)
    }

    /// What an empty cell at the end of a line looks like.
    pub(crate) const fn pad(self) -> Option<&'static str> {
        match self {
            Self::A4 | Self::A5 | Self::A6 | Self::A8 | Self::RepeatedBars | Self::Unnamed => {
                Some(" |")
            }
            Self::Tabs | Self::RepeatedTabs | Self::Traditional => Some("\t"),
            Self::Csv => Some(","),
            Self::Commas => Some("，"),
            _ => None,
        }
    }
}
