//! The form of both editions comes back from pages as it was written, however an editor marked it up.

#![cfg(feature = "html")]
// Helpers of tests unwrap and print.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

use ogi_import::{Limits, read};
use ogi_model::{
    CellId, Content, Edition, Grid, GridCell, Place, Report, Section, TableEdition, TableId,
};
use ogi_parse::ReadOptions;
use ogi_testkit::Generator;

/// How a page is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// A text a cell.
    Plain,
    /// As pasted from Word: an element a letter, paragraphs in cells, blanks as `<o:p>`.
    Pasted,
    /// Tags of tables without their ends, lines ended in labels, absurd spans, everything in a layout table.
    Careless,
    /// Each block of table two a table of its own, blanks as no-break spaces, fields for figures.
    Split,
}

fn page(report: &Report, style: Style) -> String {
    let edition = match report.table(TableId::Disputes) {
        Some(TableEdition::One(edition)) => edition,
        _ => Edition::E2021,
    };
    let mut page =
        String::from("<!doctype html>\n<html><body><div class=nav><a href=/>首页</a></div>\n");
    if style == Style::Careless {
        page += "<table width=100%><tr><td><ul><li>目录<li>指南</ul><td>\n";
    }
    page += &format!("<div id=zoom><h1>{}</h1>\n", report.title.as_deref().unwrap_or_default());
    for section in Section::ALL {
        page += &format!("<p>{}</p>\n", words(section.heading(edition), style));
        if let Some(table) = section.table() {
            let blocks = report.blocks(table);
            let grid = Grid::of_blocks(&blocks, |cell| report[cell].is_present());
            page += &self::table(&grid, report, style);
        }
        for line in report.narrative(*section).unwrap_or_default().lines() {
            page += &format!("<p style='text-indent:2em'>\n  {line}\n</p>");
        }
    }
    page += "</div>";
    if style == Style::Careless {
        page += "</table>";
    }
    page + "<div class=foot>主办：示例网站</div></body></html>"
}

fn table(grid: &Grid, report: &Report, style: Style) -> String {
    let mut out = String::from("<table border=1>\n");
    for (i, row) in grid.rows.iter().enumerate() {
        if style == Style::Split && i > 0 && row.len() == 1 {
            out += "</table>\n<p>&nbsp;</p>\n<table>\n";
        }
        out += "<tr>\n";
        for cell in row {
            out += &self::cell(cell, grid, report, style);
        }
        if style != Style::Careless {
            out += "</tr>\n";
        }
    }
    out + "</table>\n"
}

fn cell(cell: &GridCell, grid: &Grid, report: &Report, style: Style) -> String {
    let columns = if style == Style::Careless && cell.column_span == grid.width {
        1000
    } else {
        cell.column_span
    };
    let content = match cell.content {
        Content::Head(label) | Content::Label(label) => words(label, style),
        Content::Figure(id) => figure(&report[id].to_string(), style),
    };
    let end = if style == Style::Careless { "" } else { "</td>" };
    format!("<td colspan=\"{columns}\" rowspan={}>{content}{end}", cell.row_span)
}

fn words(words: &str, style: Style) -> String {
    let letters = || words.chars();
    match style {
        Style::Plain | Style::Split => words.to_owned(),
        Style::Pasted => {
            let spans: String = letters()
                .map(|it| format!("<span lang=EN-US><font face=仿宋>{it}</font></span><b></b>"))
                .collect();
            format!("<p class=MsoNormal>{spans}<o:p></o:p></p>")
        }
        Style::Careless => {
            let half = letters().count() / 2;
            let (first, rest): (String, String) =
                (letters().take(half).collect(), letters().skip(half).collect());
            // A heading is one line, or it would be two.
            if words.contains('、') {
                words.to_owned()
            } else {
                format!("\n {first}<BR>\n  {rest} ")
            }
        }
    }
}

fn figure(printed: &str, style: Style) -> String {
    match style {
        Style::Plain => printed.to_owned(),
        Style::Pasted if printed.is_empty() => "<p><o:p>&nbsp;</o:p></p>".to_owned(),
        Style::Pasted => {
            let spans: String = printed.chars().map(|it| format!("<span>{it}</span>")).collect();
            format!("<p align=center>{spans}</p>")
        }
        Style::Careless => format!("\n<p> {printed} \n"),
        Style::Split if printed.is_empty() => "&nbsp;&#12288;".to_owned(),
        Style::Split => {
            format!("<input type=text readonly value='{printed}'><input type=hidden value=9>")
        }
    }
}

fn round_trip(style: Style) {
    let mut figures = 0;
    for edition in Edition::ALL {
        for seed in 0..15 {
            let generator = Generator::new(seed).edition(*edition);
            for report in [
                generator.clone().report(),
                generator.clone().blanks(0.3).report(),
                generator.clone().blanks(1.0).report(),
                generator.blanks(0.1).not_applicable(0.1).remarks(0.2).report(),
            ] {
                let page = page(&report, style);
                let reading =
                    read(page.as_bytes(), &ReadOptions::default(), &Limits::default()).unwrap();
                for cell in CellId::all() {
                    let (wrote, got) = (&report[cell], &reading.report[cell]);
                    assert_eq!(got, wrote, "{style:?} {edition} {seed}: {cell}\n{page}");
                    figures += usize::from(wrote.is_present());
                    if wrote.is_present() {
                        let place = reading.place(cell);
                        assert!(
                            matches!(place, Some(Place::Grid(it)) if it.table > 0 && it.line.is_some())
                        );
                    }
                }
                assert_eq!(reading.report.agency, report.agency);
                assert_eq!(reading.report.year, report.year);
                assert_eq!(reading.report.overview, report.overview);
                assert_eq!(reading.report.other_matters, report.other_matters);
            }
        }
    }
    println!("{style:?}: {figures} figures, all as written");
}

#[test]
fn plain_pages_come_back() {
    round_trip(Style::Plain);
}

#[test]
fn pasted_pages_come_back() {
    round_trip(Style::Pasted);
}

#[test]
fn careless_pages_come_back() {
    round_trip(Style::Careless);
}

#[test]
fn split_pages_come_back() {
    round_trip(Style::Split);
}
