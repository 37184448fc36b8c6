//! Tables as they lie on the page: in every format with merged cells each label and figure of the form stands where
//! the form has it, covers as much, and nothing else is there. Other programs' readers say what is there.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use ogi_model::{Cell, Grid, Report, TableId};
use quick_xml::events::Event;

use crate::page::elements;
use crate::reports;

/// A cell of a table: its row and column, its spans, its text.
type Placed = (usize, usize, usize, usize, String);

/// What the form says of the tables that a report has.
fn expected(report: &Report) -> Vec<Vec<Placed>> {
    let grids = TableId::ALL
        .iter()
        .map(|table| Grid::of_blocks(&report.blocks(*table), |cell| report[cell].is_present()));
    grids
        .filter(|it| !it.rows.is_empty())
        .map(|grid| {
            let placed = grid.placed().into_iter().map(|it| {
                let text = match it.cell.figure() {
                    Some(cell) => printed(&report[cell]),
                    None => it.cell.content.label().unwrap().to_owned(),
                };
                (it.row, it.column, it.cell.row_span, it.cell.column_span, text)
            });
            placed.collect()
        })
        .collect()
}

fn printed(cell: &Cell) -> String {
    match cell {
        Cell::Unreadable(raw) => format!("无法辨认（{raw}）"),
        cell => cell.to_string(),
    }
}

/// Where cells with spans lie, given row by row without places (as HTML does).
fn lay(rows: Vec<Vec<(usize, usize, String)>>) -> Vec<Placed> {
    let mut covered = BTreeSet::new();
    let mut placed = Vec::new();
    for (row, cells) in rows.into_iter().enumerate() {
        let mut column = 0;
        for (row_span, column_span, text) in cells {
            while covered.contains(&(row, column)) {
                column += 1;
            }
            for below in row..row + row_span {
                covered.extend((column..column + column_span).map(|it| (below, it)));
            }
            placed.push((row, column, row_span, column_span, text));
        }
    }
    placed
}

#[test]
fn in_a_page() {
    for (name, report) in reports::all() {
        let page = elements(&ogi_render::html(&report));
        let tables = page.iter().filter(|it| it.name == "table").map(|table| {
            let rows = page.iter().filter(|it| it.name == "tr" && it.is_inside(&table.path));
            let cells = rows.map(|row| {
                let cells = page.iter().filter(|it| {
                    ["td", "th"].contains(&it.name.as_str()) && it.is_inside(&row.path)
                });
                let span = |it: Option<&str>| it.map_or(1, |it| it.parse().unwrap());
                let cells = cells
                    .map(|it| (span(it.get("rowspan")), span(it.get("colspan")), it.text.clone()));
                cells.collect()
            });
            lay(cells.collect())
        });
        assert_eq!(tables.collect::<Vec<_>>(), expected(&report), "{name}");
    }
}

#[test]
fn in_a_document() {
    for (name, report) in reports::all() {
        assert_eq!(tables_of_document(&report), expected(&report), "{name}");
    }
}

fn tables_of_document(report: &Report) -> Vec<Vec<Placed>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(ogi_render::docx(report).unwrap())).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut reader = quick_xml::Reader::from_str(&xml);
    let (mut tables, mut row, mut column) = (Vec::<Vec<Placed>>::new(), 0, 0);
    // The cell that is read, and whether one above goes on in it.
    let (mut cell, mut goes_on): (Option<(usize, String)>, bool) = (None, false);
    let mut in_text = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return tables,
            Event::Start(it) => match it.name().as_ref() {
                "w:tbl" => (row, _) = (0, tables.push(Vec::new())),
                "w:tr" => column = 0,
                "w:tc" => (cell, goes_on) = (Some((1, String::new())), false),
                "w:t" => in_text = true,
                _ => {}
            },
            Event::Empty(it) => {
                let value =
                    it.attributes().map(Result::unwrap).find(|it| it.key.as_ref() == "w:val");
                let value = value.map(|it| it.value.into_owned());
                match (it.name().as_ref(), &mut cell) {
                    ("w:gridSpan", Some(cell)) => cell.0 = value.unwrap().parse().unwrap(),
                    ("w:vMerge", _) => goes_on = value.is_none(),
                    _ => {}
                }
            }
            Event::Text(text) if in_text => {
                cell.iter_mut().for_each(|it| it.1.push_str(&text.xml10_content()));
            }
            Event::End(it) => match it.name().as_ref() {
                "w:t" => in_text = false,
                "w:tr" => row += 1,
                "w:tc" => {
                    let (span, text) = cell.take().unwrap();
                    let table = tables.last_mut().unwrap();
                    if goes_on {
                        assert_eq!(text, "", "a cell that goes on says nothing");
                        let above = table.iter_mut().rfind(|it| it.1 == column).unwrap();
                        assert_eq!((above.0 + above.2, above.3), (row, span));
                        above.2 += 1;
                    } else {
                        table.push((row, column, 1, span, text));
                    }
                    column += span;
                }
                _ => {}
            },
            _ => {}
        }
    }
}

/// A workbook keeps numbers, not how many of their digits are printed.
fn number(text: String) -> String {
    text.parse::<f64>().map_or(text, |it| it.to_string())
}

#[test]
fn in_a_workbook() {
    for (name, report) in reports::all() {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(ogi_render::xlsx(&report).unwrap())).unwrap();
        let mut sheets =
            book.sheet_names().into_iter().filter(|it| it.starts_with(['二', '三', '四']));
        for table in expected(&report) {
            let sheet = sheets.next().unwrap();
            let range = book.worksheet_range(&sheet).unwrap();
            let merged = book.merge_cells_by_sheet_name(&sheet).unwrap();
            let width = table.iter().map(|it| it.1 + it.3).max().unwrap();
            // The heading stands above, checks stand beside.
            let top = 1;
            let height = table.iter().map(|it| it.0 + it.2).max().unwrap();
            let mut found = Vec::new();
            for (row, column) in (0..height).flat_map(|row| (0..width).map(move |it| (row, it))) {
                let at = ((row + top) as u32, column as u32);
                let area = merged.iter().find(|it| {
                    (it.start.0..=it.end.0).contains(&at.0)
                        && (it.start.1..=it.end.1).contains(&at.1)
                });
                if area.is_some_and(|it| it.start != at) {
                    continue;
                }
                let (rows, columns) = area.map_or((1, 1), |it| {
                    ((it.end.0 - it.start.0 + 1) as usize, (it.end.1 - it.start.1 + 1) as usize)
                });
                let text = match range.get_value(at) {
                    None | Some(Data::Empty) => String::new(),
                    Some(it) => it.to_string(),
                };
                found.push((row, column, rows, columns, number(text)));
            }
            let mut table: Vec<_> =
                table.into_iter().map(|it| (it.0, it.1, it.2, it.3, number(it.4))).collect();
            table.sort();
            assert_eq!(found, table, "{name} {sheet}");
        }
    }
}
