//! What a container holds, for the reader: paragraphs and rows of tables, each piece with its place.

use crate::radicals::ideographs;
use ogi_model::{Date, Place};

/// The content of a page, document or workbook, in reading order.
///
/// An importer fills it: paragraphs as they come, tables row by row with merged cells resolved, so that a cell
/// stands only in the row where it begins. [`read_document`](crate::read_document) makes a reading of it, with
/// these places.
///
/// ```
/// use ogi_model::{CellId, Column, GridPlace, Place, Row};
/// use ogi_parse::{Document, ReadOptions, read_document};
///
/// let place = |row, column| {
///     Place::Grid(Box::new(GridPlace { table: 1, row, column, ..GridPlace::default() }))
/// };
/// let mut document = Document::new();
/// document.paragraph("示例市民政局2025年政府信息公开工作年度报告", place(1, 1));
/// document.row([("第二十条第（五）项", place(2, 1))]);
/// document.row([("信息内容", place(3, 1)), ("本年处理决定数量", place(3, 2))]);
/// document.row([("行政许可", place(4, 1)), ("447", place(4, 2))]);
///
/// let reading = read_document(&document, &ReadOptions::default())?;
/// let decisions = CellId::new(Row::Licensing, Column::Decisions);
/// assert_eq!(reading.report[decisions].count(), Some(447));
/// assert_eq!(reading.place(decisions), Some(&place(4, 2)));
/// # Ok::<(), ogi_parse::ReadError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// One paragraph or row a line, cells separated by tabs.
    pub(crate) text: String,
    /// Where each piece ends in the text, and where it stands in the source.
    pieces: Vec<(usize, Place)>,
    /// What the container says about the report outside its text.
    pub metadata: Metadata,
}

/// What a container says about a report outside its text: `<meta>` of a page, properties of a document.
///
/// It comes before what titles and signatures say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The title of the article (`ArticleTitle`).
    pub title: Option<String>,
    /// The body that published it (发布机构). The source of an article (`ContentSource`) is not always that body.
    pub agency: Option<String>,
    /// The day of publication (`PubDate`), not of crawling or of page generation.
    pub published: Option<Date>,
}

impl Metadata {
    /// The same without radicals in the place of ideographs.
    pub(crate) fn in_ideographs(&self) -> Self {
        let of = |text: &Option<String>| text.as_deref().map(|it| ideographs(it).into_owned());
        Self { title: of(&self.title), agency: of(&self.agency), published: self.published }
    }
}

impl Document {
    /// An empty document.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: &str, place: Place) {
        self.row([(text, place)]);
    }

    /// Adds a row of a table: the cells that begin in it, blank ones as empty text.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = (&'a str, Place)>) {
        for (i, (text, place)) in cells.into_iter().enumerate() {
            if i > 0 {
                self.text.push('\t');
            }
            let start = self.text.len();
            let breaks = |c: char| c == '\t' || c == '\n' || c == '\r';
            for (i, part) in text.split(breaks).enumerate() {
                if i > 0 && self.text.len() > start {
                    self.text.push(' ');
                }
                self.text.push_str(part);
            }
            self.pieces.push((self.text.len(), place));
        }
        self.text.push('\n');
    }

    /// How many bytes of text it has.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether it has no text.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The place of the piece at an offset of the text.
    pub(crate) fn place(&self, offset: usize) -> Option<&Place> {
        let at = self.pieces.partition_point(|(end, _)| *end < offset);
        self.pieces.get(at).or(self.pieces.last()).map(|it| &it.1)
    }
}
