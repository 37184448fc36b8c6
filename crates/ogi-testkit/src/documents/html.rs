//! Web pages.

use ogi_model::Report;
use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_chacha::ChaCha8Rng;

use super::cut::{by_blocks, by_groups};
use super::portal;
use super::positions::{Position, positions};
use crate::sheet::{Piece, Sheet, Table, TableCell};
use crate::word::escaped;

/// How a page is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HtmlStyle {
    /// A text a cell.
    Plain,
    /// As pasted from Word: an element for each letter or two, paragraphs in cells, blanks as `<o:p>`.
    Pasted,
    /// Tags of tables without their ends, lines ended in labels, absurd spans, everything in a layout table.
    Careless,
    /// Spans are lost: rows have as many cells as begin in them.
    Unspanned,
    /// No spans, and an empty cell wherever a merged one reaches.
    Padded,
    /// Each block of table two a table of its own, table four as three; no-break spaces, fields for figures.
    Split,
    /// Paragraphs and attributes as an editor writes them, with what a portal puts around an article: facts about it,
    /// menus, scripts, nested layout tables, links.
    Portal,
}

/// A report as a page.
pub(super) fn page(report: &Report, sheet: &Sheet, style: HtmlStyle, rng: ChaCha8Rng) -> String {
    let article = Page { style, rng }.article(sheet);
    match style {
        HtmlStyle::Portal => portal::around(report, &article),
        HtmlStyle::Careless => format!(
            "<html><body><table width=100%><tr><td><ul><li>目录<li>指南</ul><td>\n{article}</table>"
        ),
        _ => format!("<!doctype html>\n<html><body>\n{article}</body></html>\n"),
    }
}

struct Page {
    style: HtmlStyle,
    rng: ChaCha8Rng,
}

impl Page {
    fn article(&mut self, sheet: &Sheet) -> String {
        let mut out = String::from("<div id=\"zoom\">\n");
        for piece in &sheet.pieces {
            out += &match piece {
                Piece::Title(text) => format!("<h1>{}</h1>\n", escaped(text)),
                Piece::Heading(text) => self.line(text),
                Piece::Line(text) | Piece::Paragraph(text) => {
                    format!("<p style='text-indent:2em'>\n  {}\n</p>\n", escaped(text))
                }
                Piece::Gap => continue,
                Piece::Table(table) => self.tables(table),
            };
        }
        out + "</div>\n"
    }

    /// A line of its own, marked up as labels are.
    fn line(&mut self, text: &str) -> String {
        match self.style {
            HtmlStyle::Pasted | HtmlStyle::Portal => self.label(text) + "\n",
            _ => format!("<p><strong>{}</strong></p>\n", escaped(text)),
        }
    }

    fn tables(&mut self, table: &Table) -> String {
        if self.style != HtmlStyle::Split {
            return self.table(table);
        }
        let parts: Vec<Table> = by_blocks(table).iter().flat_map(by_groups).collect();
        parts.iter().map(|it| self.table(it) + "<p>&nbsp;</p>\n").collect()
    }

    fn table(&mut self, table: &Table) -> String {
        let mut out = String::from("<table border=\"1\"><tbody>\n");
        for row in positions(table) {
            out += "<tr>\n";
            for position in row {
                match position {
                    Position::Cell(cell) => out += &self.cell(cell, table),
                    _ if self.style == HtmlStyle::Padded => out += "<td></td>\n",
                    Position::Beside | Position::Below(_) => {}
                }
            }
            if self.style != HtmlStyle::Careless {
                out += "</tr>\n";
            }
        }
        out + if self.style == HtmlStyle::Careless { "</table>\n" } else { "</tbody></table>\n" }
    }

    fn cell(&mut self, cell: &TableCell, table: &Table) -> String {
        let lines = cell.text.split('\n');
        let content: Vec<String> = lines
            .map(|it| if cell.is_figure() { self.figure(it) } else { self.label(it) })
            .collect();
        let content = content.join("<br>");
        let (rows, columns) = (cell.row_span, cell.column_span);
        match self.style {
            HtmlStyle::Unspanned | HtmlStyle::Padded => format!("<td>{content}</td>\n"),
            HtmlStyle::Careless => {
                let columns = if columns == table.width { 1_000_000_000 } else { columns };
                let rows =
                    if cell.is_figure() { String::new() } else { format!(" rowspan={rows}") };
                format!("<td colspan={columns}{rows}>{content}")
            }
            HtmlStyle::Portal => format!(
                "<td colspan=\"{columns}\" rowspan=\"{rows}\" style=\"width:66px;border:solid windowtext 1.0pt;\
                 padding:0cm\">{content}</td>\n"
            ),
            HtmlStyle::Plain | HtmlStyle::Pasted | HtmlStyle::Split => {
                format!("<td colspan=\"{columns}\" rowspan={rows}>{content}</td>\n")
            }
        }
    }

    fn label(&mut self, text: &str) -> String {
        match self.style {
            HtmlStyle::Pasted => {
                format!("<p class=MsoNormal>{}<o:p></o:p></p>", self.in_pieces(text))
            }
            HtmlStyle::Portal => portal::paragraph(&escaped(text)),
            HtmlStyle::Careless => {
                let letters: Vec<char> = text.chars().collect();
                let (first, rest) = letters.split_at(self.rng.random_range(0..=letters.len()));
                let [first, rest] = [first, rest].map(|it| escaped(&it.iter().collect::<String>()));
                format!("\n {first}<BR>\n  {rest} ")
            }
            _ => escaped(text),
        }
    }

    fn figure(&mut self, text: &str) -> String {
        match self.style {
            HtmlStyle::Pasted if text.is_empty() => "<p><o:p>&nbsp;</o:p></p>".to_owned(),
            HtmlStyle::Pasted => format!("<p align=center>{}</p>", self.in_pieces(text)),
            HtmlStyle::Portal => portal::paragraph(&escaped(text)),
            HtmlStyle::Careless => format!("\n<p> {} \n", escaped(text)),
            HtmlStyle::Split if text.is_empty() => "&nbsp;&#12288;".to_owned(),
            HtmlStyle::Split => format!(
                "<input type=text readonly value='{}'><input type=hidden value=9>",
                escaped(text)
            ),
            _ => escaped(text),
        }
    }

    /// Text in elements of a letter or two, some of them empty.
    fn in_pieces(&mut self, text: &str) -> String {
        const AROUND: [[&str; 2]; 4] = [
            ["<span lang=EN-US><font face=仿宋>", "</font></span>"],
            ["<span style=\"font-family:仿宋\">", "</span>"],
            ["<b>", "</b><b></b>"],
            ["<font color=black>", "</font><span></span>"],
        ];
        let mut letters = text.chars().peekable();
        let mut out = String::new();
        while letters.peek().is_some() {
            let many = self.rng.random_range(1..=2);
            let piece: String = letters.by_ref().take(many).collect();
            let [before, after] = AROUND.choose(&mut self.rng).copied().unwrap_or_default();
            out += &format!("{before}{}{after}", escaped(&piece));
        }
        out
    }
}
