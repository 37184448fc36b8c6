//! Workbooks.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::positions::{Position, positions};
use crate::sheet::{Piece, Sheet, Table, TableCell};

/// How the form lies in a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum XlsxStyle {
    /// All on one sheet, empty rows between its parts, every cell of the form with borders.
    OneSheet,
    /// The same without empty rows; text merged across the sheet.
    Dense,
    /// A sheet for each part.
    Sheets,
    /// All on one sheet from B3 on, figures as text, blank cells not in the file at all.
    Bare,
    /// Between the rows that are shown others that are hidden, with figures; a hidden column, and a hidden sheet of
    /// another year.
    Hidden,
}

/// A report as a workbook.
pub(super) fn workbook(sheet: &Sheet, style: XlsxStyle) -> Vec<u8> {
    // Only a sheet larger than a sheet may be fails.
    write(sheet, style).unwrap_or_default()
}

/// How wide the widest table is.
const WIDTH: u16 = 15;

/// Where the next row goes.
struct Hand {
    style: XlsxStyle,
    border: Format,
    row: u32,
    first: u16,
}

fn write(sheet: &Sheet, style: XlsxStyle) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same seed gives the same bytes: no clock.
    let made = ExcelDateTime::from_ymd(2026, 1, 27)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let (row, first) = if style == XlsxStyle::Bare { (2, 1) } else { (0, 0) };
    let border = Format::new().set_border(FormatBorder::Thin);
    let mut hand = Hand { style, border, row, first };
    let mut page = Worksheet::new();
    let mut pieces = sheet.pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Heading(text) => {
                if style == XlsxStyle::Sheets {
                    book.push_worksheet(core::mem::take(&mut page));
                    hand.row = 0;
                }
                hand.line(&mut page, text)?;
            }
            Piece::Title(text) | Piece::Line(text) => hand.line(&mut page, text)?,
            Piece::Paragraph(text) => {
                // All paragraphs of a part are lines of one cell.
                let mut cell = text.clone();
                while let Some(Piece::Paragraph(next)) =
                    pieces.next_if(|it| matches!(it, Piece::Paragraph(_)))
                {
                    cell = cell + "\n" + next;
                }
                hand.line(&mut page, &cell)?;
            }
            Piece::Gap => hand.row += u32::from(style != XlsxStyle::Dense),
            Piece::Table(table) => hand.table(&mut page, table)?,
        }
    }
    if style == XlsxStyle::Hidden {
        page.set_column_hidden(WIDTH)?;
    }
    book.push_worksheet(page);
    if style == XlsxStyle::Hidden {
        let mut other = Worksheet::new();
        other.set_hidden(true).write(0, 0, "行政许可")?.write(0, 1, 77)?;
        book.push_worksheet(other);
    }
    book.save_to_buffer()
}

impl Hand {
    fn line(&mut self, page: &mut Worksheet, text: &str) -> Result<(), XlsxError> {
        if self.style == XlsxStyle::Dense {
            page.merge_range(self.row, 0, self.row, WIDTH - 1, text, &Format::new())?;
        } else {
            page.write_string(self.row, self.first, text)?;
        }
        self.row += 1;
        Ok(())
    }

    fn table(&mut self, page: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
        let hides = self.style == XlsxStyle::Hidden;
        // Every sixth row is a hidden one.
        let row_of = |r: usize| self.row + r as u32 + if hides { r as u32 / 5 } else { 0 };
        for (r, positions) in positions(table).iter().enumerate() {
            let row = row_of(r);
            for (column, position) in (self.first..).zip(positions) {
                let Position::Cell(cell) = position else { continue };
                let (bottom, right) =
                    (row_of(r + cell.row_span - 1), column + cell.column_span as u16 - 1);
                if (bottom, right) != (row, column) {
                    page.merge_range(row, column, bottom, right, "", &self.border)?;
                }
                self.cell(page, (row, column), cell)?;
            }
            if hides {
                // What a clerk reckons beside the form, and in a row that is for no reader.
                page.write_number(row, WIDTH, 77)?;
                if r % 5 == 4 {
                    page.write_number(row + 1, self.first + table.width as u16 - 1, 77)?;
                    page.set_row_hidden(row + 1)?;
                }
            }
        }
        self.row = row_of(table.rows.len());
        Ok(())
    }

    fn cell(
        &self,
        page: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &TableCell,
    ) -> Result<(), XlsxError> {
        let text = &cell.text;
        let number = Some(text).filter(|_| cell.is_figure() && self.style != XlsxStyle::Bare);
        // What a spreadsheet takes for a number when it is typed.
        let is_plain =
            |it: &&String| it.bytes().all(|it| it.is_ascii_digit() || b".-".contains(&it));
        match number.filter(is_plain).and_then(|it| it.parse::<f64>().ok()) {
            Some(n) => page.write_number_with_format(row, column, n, &self.border)?,
            None if text.is_empty() && self.style == XlsxStyle::Bare => page,
            None if text.is_empty() => page.write_blank(row, column, &self.border)?,
            None => page.write_string_with_format(row, column, text, &self.border)?,
        };
        Ok(())
    }
}
