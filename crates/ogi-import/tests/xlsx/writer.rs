//! Workbooks as clerks leave them: the form with merged heads on a sheet, or on several.

use ogi_model::{Cell, Content, Edition, Grid, Report, Section, TableEdition, TableId};
use rust_xlsxwriter::{Format, FormatBorder, Workbook, Worksheet};

/// How the form lies in the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// All on one sheet, an empty row between its parts, every cell of the form with borders.
    OneSheet,
    /// The same without empty rows; text merged across the sheet.
    Dense,
    /// A sheet for each part.
    Sheets,
    /// All on one sheet from B3 on, figures as text, blank cells not in the file at all.
    Bare,
}

struct Pen {
    style: Style,
    border: Format,
    row: u32,
    first: u16,
}

/// A whole report as a workbook.
pub(crate) fn report(report: &Report, style: Style) -> Vec<u8> {
    let mut book = Workbook::new();
    let (row, first) = if style == Style::Bare { (2, 1) } else { (0, 0) };
    let border = Format::new().set_border(FormatBorder::Thin);
    let mut pen = Pen { style, border, row, first };
    let mut sheet = Worksheet::new();
    pen.line(&mut sheet, report.title.as_deref().unwrap_or_default());
    let edition = match report.table(TableId::Disputes) {
        Some(TableEdition::One(edition)) => edition,
        _ => Edition::E2021,
    };
    for section in Section::ALL {
        if style == Style::Sheets {
            book.push_worksheet(std::mem::take(&mut sheet));
            pen.row = 0;
        }
        pen.line(&mut sheet, section.heading(edition));
        if let Some(table) = section.table() {
            let blocks = report.blocks(table);
            pen.table(
                &mut sheet,
                &Grid::of_blocks(&blocks, |cell| report[cell].is_present()),
                report,
            );
        }
        if let Some(text) = report.narrative(*section) {
            pen.line(&mut sheet, text);
        }
        if style == Style::OneSheet {
            pen.row += 1;
        }
    }
    book.push_worksheet(sheet);
    book.save_to_buffer().unwrap()
}

impl Pen {
    fn line(&mut self, sheet: &mut Worksheet, text: &str) {
        if self.style == Style::Dense {
            sheet.merge_range(self.row, 0, self.row, 14, text, &Format::new()).unwrap();
        } else {
            sheet.write_string(self.row, self.first, text).unwrap();
        }
        self.row += 1;
    }

    fn table(&mut self, sheet: &mut Worksheet, grid: &Grid, report: &Report) {
        let mut taken = vec![vec![false; grid.width]; grid.rows.len()];
        for (r, cells) in grid.rows.iter().enumerate() {
            let mut column = 0;
            for cell in cells {
                while taken[r][column] {
                    column += 1;
                }
                for row in taken.iter_mut().skip(r).take(cell.row_span) {
                    row[column..column + cell.column_span].fill(true);
                }
                let (top, left) = (self.row + r as u32, self.first + column as u16);
                if cell.row_span * cell.column_span > 1 {
                    let bottom = top + cell.row_span as u32 - 1;
                    let right = left + cell.column_span as u16 - 1;
                    sheet.merge_range(top, left, bottom, right, "", &self.border).unwrap();
                }
                self.cell(sheet, (top, left), cell.content, report);
                column += cell.column_span;
            }
        }
        self.row += grid.rows.len() as u32;
    }

    fn cell(&self, sheet: &mut Worksheet, at: (u32, u16), content: Content, report: &Report) {
        let (row, column) = at;
        let label;
        let (figure, text) = match content {
            Content::Figure(id) => (Some(&report[id]), report[id].to_string()),
            Content::Head(it) | Content::Label(it) => {
                label = it;
                (None, label.to_owned())
            }
        };
        let number = figure.filter(|_| self.style != Style::Bare).and_then(|it| match it {
            Cell::Number { value, remark: None } => value.to_string().parse::<f64>().ok(),
            _ => None,
        });
        match number {
            Some(n) => sheet.write_number_with_format(row, column, n, &self.border).map(|_| ()),
            None if text.is_empty() && self.style == Style::Bare => Ok(()),
            None if text.is_empty() => sheet.write_blank(row, column, &self.border).map(|_| ()),
            None => sheet.write_string_with_format(row, column, &text, &self.border).map(|_| ()),
        }
        .unwrap();
    }
}
