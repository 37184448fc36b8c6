//! Reports as web pages, documents and workbooks, as offices publish and file them.

mod cut;
mod doc;
mod docx;
mod html;
mod odt;
mod ofd;
mod portal;
mod positions;
mod rtf;
mod xlsx;

use core::fmt;

use ogi_model::Report;

pub use docx::DocxStyle;
pub use html::HtmlStyle;
pub use xlsx::XlsxStyle;

use crate::mess::{Mess, Pen};
use crate::rng;
use crate::sheet::Sheet;

/// A kind of document, and how the report lies in it.
///
/// ```
/// use ogi_testkit::{Document, Generator};
///
/// let report = Generator::new(1).report();
/// for document in Document::ALL {
///     assert!(!document.write(&report).is_empty(), "{document}");
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// A web page.
    Html(HtmlStyle),
    /// A Word document.
    Docx(DocxStyle),
    /// A workbook.
    Xlsx(XlsxStyle),
    /// A document of Word 97.
    Doc,
    /// A Rich Text document.
    Rtf,
    /// An OpenDocument text, as one file of XML.
    Odt,
    /// An OFD document, its text in lines.
    Ofd,
}

impl Document {
    /// All of those that offices publish.
    pub const ALL: &'static [Self] = &[
        Self::Html(HtmlStyle::Plain),
        Self::Html(HtmlStyle::Pasted),
        Self::Html(HtmlStyle::Careless),
        Self::Html(HtmlStyle::Unspanned),
        Self::Html(HtmlStyle::Padded),
        Self::Html(HtmlStyle::Split),
        Self::Html(HtmlStyle::Portal),
        Self::Docx(DocxStyle::Plain),
        Self::Docx(DocxStyle::Edited),
        Self::Docx(DocxStyle::Framed),
        Self::Xlsx(XlsxStyle::OneSheet),
        Self::Xlsx(XlsxStyle::Dense),
        Self::Xlsx(XlsxStyle::Sheets),
        Self::Xlsx(XlsxStyle::Bare),
        Self::Xlsx(XlsxStyle::Hidden),
    ];

    /// Other kinds that lie on the disks of offices.
    pub const FILED: &'static [Self] = &[Self::Doc, Self::Rtf, Self::Odt, Self::Ofd];

    /// A report as this document.
    pub fn write(self, report: &Report) -> Vec<u8> {
        self.write_messy(report, &Mess::none())
    }

    /// The same with a mess made of it. Where a style of document leaves something to chance, the mess decides it.
    ///
    /// ```
    /// use ogi_testkit::{Document, DocxStyle, Generator, Mess};
    ///
    /// let report = Generator::new(1).report();
    /// let document = Document::Docx(DocxStyle::Edited);
    /// assert!(document.write_messy(&report, &Mess::new(2, 0.5)).starts_with(b"PK"));
    /// ```
    pub fn write_messy(self, report: &Report, mess: &Mess) -> Vec<u8> {
        self.write_sheet(report, &Sheet::of(report, Pen::new(mess)), mess.seed())
    }

    /// A sheet of a report as this document.
    pub(crate) fn write_sheet(self, report: &Report, sheet: &Sheet, seed: u64) -> Vec<u8> {
        match self {
            Self::Html(style) => html::page(report, sheet, style, rng(seed)).into_bytes(),
            Self::Docx(style) => docx::document(sheet, style),
            Self::Xlsx(style) => xlsx::workbook(sheet, style),
            Self::Doc => doc::document(sheet),
            Self::Rtf => rtf::document(sheet).into_bytes(),
            Self::Odt => odt::document(sheet).into_bytes(),
            Self::Ofd => ofd::document(sheet),
        }
    }
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Html(style) => write!(f, "html {style:?}"),
            Self::Docx(style) => write!(f, "docx {style:?}"),
            Self::Xlsx(style) => write!(f, "xlsx {style:?}"),
            Self::Doc => f.write_str("doc"),
            Self::Rtf => f.write_str("rtf"),
            Self::Odt => f.write_str("odt"),
            Self::Ofd => f.write_str("ofd"),
        }
    }
}
