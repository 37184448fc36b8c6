//! The ways in which text of the report is met.

mod columns;
mod frame;
mod lines;
mod markdown;
mod markup;
mod pdf;
mod pipes;
mod repeated;
mod separated;
#[cfg(feature = "documents")]
mod shape;
mod tabs;
mod traditional;
mod width;

use core::fmt;
use core::str::FromStr;

use ogi_model::Report;

use self::frame::Pencil;
#[cfg(feature = "documents")]
use crate::ink::{Ink, Letter};
use crate::mess::{Mess, Pen};
use crate::sheet::{Piece, Sheet, Table};

/// A way in which the tables of a report are flattened into text.
///
/// ```
/// use ogi_testkit::{Generator, Layout};
///
/// let report = Generator::new(1).report();
/// for layout in Layout::ALL {
///     let label = if *layout == Layout::Traditional { "行政處罰" } else { "行政处罚" };
///     assert!(layout.write(&report).contains(label), "{layout}");
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// One cell a line, an empty line between cells, a blank cell is a line holding one U+00A0: the layout that
    /// `ogi` itself writes.
    Standard,
    /// The same, but blank cells vanish.
    A1,
    /// Like [`Layout::A1`] with a space before each figure.
    A1b,
    /// One cell a line, then a line holding only `|`.
    A2,
    /// `cell |`, each on its own line; a merged cell is followed by a line of bars for the columns it covers.
    A3,
    /// One row a line, `a | b | c |`; a merged cell is followed by bars for the columns it covers.
    A4,
    /// One row a line, `a | b | c |`, nothing for covered columns.
    A5,
    /// One row a line, bars at both ends, spaces within the cells.
    A6,
    /// The same with every cell over two or three lines.
    A6b,
    /// One row a line with nothing between cells: `规章000`.
    A7,
    /// Markdown with a table for each row of table three, under a heading that is its label, and heads that say
    /// nothing: `| 类别 | 数据1 | … | 总计 |`.
    A8,
    /// Columns aligned by spaces, labels over several lines, the merged head beside the rows one character a line,
    /// page numbers within tables: `pdftotext -layout`.
    A9,
    /// One cell a line, and cells before their labels: plain `pdftotext`.
    A10,
    /// Heads one character a line, beside one another.
    A11,
    /// The whole article on one line.
    A12,
    /// One row a line, cells separated by tabs, everything that a merged cell covers empty: pasted from a
    /// spreadsheet.
    Tabs,
    /// Lines drawn around cells, labels wrapped in their columns, ideographs two columns wide: w3m.
    Box,
    /// The same in `+`, `-` and `|`: a grid table of reStructuredText or pandoc.
    Grid,
    /// The same without lines: w3m on a table without borders.
    Terminal,
    /// One row a line with tabs, a merged cell again at every position that it covers: python-docx.
    RepeatedTabs,
    /// The same as a table of Markdown.
    RepeatedBars,
    /// The same as a data frame prints itself: right-aligned, numbers over columns and before rows, `NaN` for blanks.
    Frame,
    /// Markdown of a data frame that was read from a workbook: `nan` for all that is empty, heads `Unnamed: 3`.
    Unnamed,
    /// CSV with text in quotes.
    Csv,
    /// One row a line, `，` between cells.
    Commas,
    /// One row a line, `、` between cells, blank ones left out.
    Enumerated,
    /// MediaWiki.
    Wiki,
    /// LaTeX, a `longtable`.
    Latex,
    /// Tables of HTML within Markdown.
    HtmlInMarkdown,
    /// `pdftotext -layout` of a narrow table: columns count characters, letters of labels are set apart, figures
    /// stand on a line between those of their label.
    PdfLayout,
    /// `pdftotext -raw`: one row a line, one blank between cells, long labels wrapped before their figures.
    PdfRaw,
    /// Plain `pdftotext` with the last column after everything else.
    PdfTail,
    /// Nothing between cells, nor between rows.
    Glued,
    /// Like [`Layout::Tabs`] in traditional characters.
    Traditional,
}

impl Layout {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Standard,
        Self::A1,
        Self::A1b,
        Self::A2,
        Self::A3,
        Self::A4,
        Self::A5,
        Self::A6,
        Self::A6b,
        Self::A7,
        Self::A8,
        Self::A9,
        Self::A10,
        Self::A11,
        Self::A12,
        Self::Tabs,
        Self::Box,
        Self::Grid,
        Self::Terminal,
        Self::RepeatedTabs,
        Self::RepeatedBars,
        Self::Frame,
        Self::Unnamed,
        Self::Csv,
        Self::Commas,
        Self::Enumerated,
        Self::Wiki,
        Self::Latex,
        Self::HtmlInMarkdown,
        Self::PdfLayout,
        Self::PdfRaw,
        Self::PdfTail,
        Self::Glued,
        Self::Traditional,
    ];

    /// A short name, for files and messages.
    ///
    /// ```
    /// use ogi_testkit::Layout;
    /// assert_eq!(Layout::A1b.key().parse(), Ok(Layout::A1b));
    /// ```
    pub const fn key(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::A1 => "a1",
            Self::A1b => "a1b",
            Self::A2 => "a2",
            Self::A3 => "a3",
            Self::A4 => "a4",
            Self::A5 => "a5",
            Self::A6 => "a6",
            Self::A6b => "a6b",
            Self::A7 => "a7",
            Self::A8 => "a8",
            Self::A9 => "a9",
            Self::A10 => "a10",
            Self::A11 => "a11",
            Self::A12 => "a12",
            Self::Tabs => "tabs",
            Self::Box => "box",
            Self::Grid => "grid",
            Self::Terminal => "terminal",
            Self::RepeatedTabs => "repeated-tabs",
            Self::RepeatedBars => "repeated-bars",
            Self::Frame => "frame",
            Self::Unnamed => "unnamed",
            Self::Csv => "csv",
            Self::Commas => "commas",
            Self::Enumerated => "enumerated",
            Self::Wiki => "wiki",
            Self::Latex => "latex",
            Self::HtmlInMarkdown => "html-in-markdown",
            Self::PdfLayout => "pdf-layout",
            Self::PdfRaw => "pdf-raw",
            Self::PdfTail => "pdf-tail",
            Self::Glued => "glued",
            Self::Traditional => "traditional",
        }
    }

    /// Whether blank cells leave no trace, or look like the pads of merged labels, so that nobody can say for certain
    /// which cell of a row is blank.
    ///
    /// ```
    /// use ogi_testkit::Layout;
    /// assert!(Layout::A1.loses_blanks() && !Layout::A5.loses_blanks());
    /// ```
    pub const fn loses_blanks(self) -> bool {
        matches!(
            self,
            Self::A1
                | Self::A1b
                | Self::A3
                | Self::A4
                | Self::A7
                | Self::A9
                | Self::A10
                | Self::A11
                | Self::A12
                | Self::Terminal
                | Self::Enumerated
                | Self::PdfLayout
                | Self::PdfRaw
                | Self::PdfTail
                | Self::Glued
        )
    }

    /// Whether a report without blank cells has one reading only. Elsewhere figures are glued to one another, or
    /// torn from their labels.
    ///
    /// ```
    /// use ogi_testkit::Layout;
    /// assert!(Layout::A1.has_one_reading() && !Layout::A7.has_one_reading());
    /// ```
    pub const fn has_one_reading(self) -> bool {
        !matches!(self, Self::A7 | Self::A10 | Self::A11 | Self::PdfTail | Self::Glued)
    }

    /// A report in this layout.
    ///
    /// ```
    /// use ogi_testkit::{Generator, Layout};
    ///
    /// let report = Generator::new(1).report();
    /// assert!(Layout::A5.write(&report).contains("\n信息内容 | 本年处理决定数量 |\n"));
    /// ```
    pub fn write(self, report: &Report) -> String {
        self.write_messy(report, &Mess::none())
    }

    /// A report in this layout with a mess made of it.
    ///
    /// ```
    /// use ogi_testkit::{Generator, Layout, Mess, Style};
    ///
    /// let report = Generator::new(1).report();
    /// let mess = Mess::new(2, 1.0).only(&[Style::TableNotes]);
    /// assert!(Layout::Tabs.write_messy(&report, &mess).contains("\n注：行政复议"));
    /// ```
    pub fn write_messy(self, report: &Report, mess: &Mess) -> String {
        let mut sheet = Sheet::of(report, Pen::new(mess));
        self.prepare(&mut sheet);
        self.flatten(&sheet)
    }

    /// A sheet in this layout, each character of a table knowing its cell.
    #[cfg(feature = "documents")]
    pub(crate) fn write_inked(self, mut sheet: Sheet) -> Vec<Letter> {
        self.prepare(&mut sheet);
        let ink = Ink::of(&mut sheet);
        ink.dry(&self.flatten(&sheet))
    }

    /// What is another way of writing, not of flattening.
    fn prepare(self, sheet: &mut Sheet) {
        if self == Self::Traditional {
            traditional::traditional(sheet);
        }
    }

    fn flatten(self, sheet: &Sheet) -> String {
        let mut out = String::new();
        for piece in &sheet.pieces {
            match piece {
                Piece::Title(text) | Piece::Heading(text) | Piece::Line(text) => out.push_str(text),
                Piece::Paragraph(text) => {
                    out.push_str("  ");
                    out.push_str(text);
                }
                Piece::Gap => {}
                Piece::Table(table) => {
                    out.push_str(&self.flatten_table(table));
                    continue;
                }
            }
            out.push('\n');
        }
        out.truncate(out.trim_end_matches('\n').len());
        if self == Self::A12 {
            out = out.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        out + "\n"
    }

    /// The table as lines, the last one with its line break.
    fn flatten_table(self, table: &Table) -> String {
        match self {
            Self::Standard => lines::spaced(table, "", Some("\u{a0}")),
            Self::A1 => lines::spaced(table, "", None),
            Self::A1b => lines::spaced(table, " ", None),
            Self::A2 => pipes::bar_below(table),
            Self::A3 => pipes::cell_a_line(table),
            Self::A4 => pipes::row_a_line(table, true),
            Self::A5 => pipes::row_a_line(table, false),
            Self::A6 => pipes::framed(table),
            Self::A6b => pipes::over_lines(table),
            Self::A7 => pipes::glued(table),
            Self::A8 => markdown::per_row(table),
            Self::A9 => columns::aligned(table),
            Self::A10 => columns::jumbled(table),
            Self::A11 => columns::flipped(table),
            Self::A12 => lines::spaced(table, "", None),
            Self::Tabs | Self::Traditional => tabs::pasted(table),
            Self::Box => frame::drawn(table, Pencil::Box),
            Self::Grid => frame::drawn(table, Pencil::Ascii),
            Self::Terminal => frame::drawn(table, Pencil::Nothing),
            Self::RepeatedTabs => repeated::tabs(table),
            Self::RepeatedBars => repeated::bars(table),
            Self::Frame => repeated::frame(table),
            Self::Unnamed => repeated::unnamed(table),
            Self::Csv => separated::csv(table),
            Self::Commas => separated::by_commas(table),
            Self::Enumerated => separated::enumerated(table),
            Self::Wiki => markup::wiki(table),
            Self::Latex => markup::latex(table),
            Self::HtmlInMarkdown => markup::html(table),
            Self::PdfLayout => pdf::layout(table),
            Self::PdfRaw => pdf::raw(table),
            Self::PdfTail => pdf::tail(table),
            Self::Glued => pipes::all_glued(table),
        }
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl FromStr for Layout {
    type Err = UnknownLayout;

    fn from_str(key: &str) -> Result<Self, UnknownLayout> {
        Self::ALL.iter().copied().find(|it| it.key() == key).ok_or(UnknownLayout)
    }
}

/// A word that names no layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLayout;

impl fmt::Display for UnknownLayout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such layout")
    }
}

impl std::error::Error for UnknownLayout {}
