//! What kind of container bytes are.

/// A kind of container, told by the content and not by the file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Text, Markdown, anything else without a container.
    Text,
    /// A web page.
    Html,
    /// A Word document (.docx).
    Docx,
    /// A workbook (.xlsx, .xls).
    Workbook,
}
