//! Places in words.

use crate::{Language, LineIndex, Place};

impl Language {
    /// A place in words: a line and a column, the cell of a workbook, or a cell of a table on a page.
    ///
    /// ```
    /// use ogi_model::{Language, LineIndex, Place};
    ///
    /// let lines = LineIndex::new("规章\n 0\n");
    /// let place = Place::Text { start: 8, end: 9 };
    /// assert_eq!(Language::Zh.of_place(&place, &lines), "第2行第2字");
    /// assert_eq!(Language::En.of_place(&place, &lines), "line 2, column 2");
    /// ```
    pub fn of_place(self, place: &Place, lines: &LineIndex<'_>) -> String {
        match place {
            Place::Text { start, .. } => {
                let at = lines.at(*start as usize);
                match self {
                    Self::Zh => format!("第{}行第{}字", at.line, at.column),
                    Self::En => format!("line {}, column {}", at.line, at.column),
                }
            }
            Place::Grid(grid) => match (&grid.sheet, &grid.address, grid.line) {
                (Some(sheet), Some(address), _) => format!("{sheet}!{address}"),
                (_, _, Some(line)) if grid.table == 0 => self.of_line(line),
                // Between the tables of a document stand its paragraphs.
                _ if grid.table == 0 => self.of_paragraph(grid.row),
                _ => self.of_cell(grid.table, grid.row, grid.column),
            },
            Place::Page(at) => {
                // Table 0 are the lines between the tables.
                let within = match at.table {
                    0 => self.of_line(at.row),
                    table => self.of_cell(table, at.row, at.column),
                };
                match self {
                    Self::Zh => format!("第{}页{within}", at.page),
                    Self::En => format!("page {}, {within}", at.page),
                }
            }
        }
    }

    fn of_line(self, line: u32) -> String {
        match self {
            Self::Zh => format!("第{line}行"),
            Self::En => format!("line {line}"),
        }
    }

    fn of_paragraph(self, paragraph: u32) -> String {
        match self {
            Self::Zh => format!("正文第{paragraph}段"),
            Self::En => format!("paragraph {paragraph}"),
        }
    }

    fn of_cell(self, table: u32, row: u32, column: u32) -> String {
        match self {
            Self::Zh => format!("第{table}张表第{row}行第{column}列"),
            Self::En => format!("table {table}, row {row}, column {column}"),
        }
    }
}
