//! What the parts of a workbook (.xlsx) state and the library that reads them does not: hidden rows and columns, how
//! pieces of a text are seen, formulas without a result.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::axis::Axis;
use super::strings::{Piece, Strings};
use crate::seen::{Print, Seen, unreadable};

/// What is stated of a sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shown {
    pub(super) rows: Axis,
    pub(super) columns: Axis,
    /// What cells print instead of their value.
    pub(super) instead: BTreeMap<(u32, u32), Instead>,
    /// How cells are seen that are not seen plainly (.xls).
    pub(super) seen: BTreeMap<(u32, u32), Seen>,
}

/// What a cell prints instead of its value.
#[derive(Clone, Debug)]
pub(super) enum Instead {
    /// A text whose pieces are not all seen alike.
    Pieces(Vec<Piece>),
    /// As it is.
    Text(String),
}

impl Instead {
    /// What a cell prints whose style is seen so.
    pub(super) fn printed(&self, style: Seen) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Pieces(pieces) => {
                let mut print = Print::default();
                for (piece, seen) in pieces {
                    print.push_seen(piece, seen.unwrap_or(style));
                }
                print.into_cell()
            }
        }
    }
}

/// Looks at the parts as they go by.
#[derive(Default)]
pub(super) struct PartScan {
    /// By the name of a part.
    parts: BTreeMap<String, Sheet>,
    /// The part of each relation of the workbook.
    targets: BTreeMap<String, String>,
    /// The relation of each sheet, in order.
    sheets: Vec<String>,
    /// The texts that cells share.
    strings: Strings,
}

/// A sheet that goes by.
#[derive(Default)]
struct Sheet {
    hidden_rows: Vec<(u32, u32)>,
    hidden_columns: Vec<(u32, u32)>,
    /// The number of the last row, from 1.
    row: u32,
    cell: Cell,
    instead: BTreeMap<(u32, u32), Instead>,
}

/// The cell that goes by.
#[derive(Default)]
struct Cell {
    column: u32,
    /// `s` for a text that cells share.
    kind: String,
    /// Which element is open: `f` or `v`.
    open: Option<char>,
    has_formula: bool,
    formula: String,
    value: String,
    /// The text that it has itself.
    own: Strings,
}

impl PartScan {
    /// Something in a part goes by.
    pub(super) fn event(&mut self, part: &str, event: &Event<'_>) {
        if part.ends_with("sharedstrings.xml") {
            self.strings.event(event);
            return;
        }
        match event {
            Event::Start(element) => self.element(part, element, false),
            Event::Empty(element) => self.element(part, element, true),
            Event::End(element) => {
                if let Some(sheet) = self.parts.get_mut(part) {
                    sheet.end(element.local_name().into_inner(), &self.strings);
                    sheet.cell.own.event(event);
                }
            }
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => {
                if let Some(sheet) = self.parts.get_mut(part) {
                    sheet.cell.text(event);
                }
            }
            _ => {}
        }
    }

    fn element(&mut self, part: &str, element: &BytesStart<'_>, is_empty: bool) {
        let name = element.local_name().into_inner();
        match name {
            "sheet" if part == "xl/workbook.xml" => {
                self.sheets.push(attribute(element, "id").unwrap_or_default());
            }
            "Relationship" if part == "xl/_rels/workbook.xml.rels" => {
                let (id, target) = (attribute(element, "Id"), attribute(element, "Target"));
                if let (Some(id), Some(target)) = (id, target) {
                    let target = target.to_lowercase().replace('\\', "/");
                    let path = target.strip_prefix('/').map(str::to_owned);
                    self.targets.insert(id, path.unwrap_or_else(|| format!("xl/{target}")));
                }
            }
            "row" | "col" | "c" | "f" | "v" | "r" | "t" | "strike" | "vertAlign" | "rPr" | "is" => {
                let sheet = match self.parts.get_mut(part) {
                    Some(sheet) => sheet,
                    None => self.parts.entry(part.to_owned()).or_default(),
                };
                sheet.element(name, element);
                if is_empty {
                    sheet.cell.own.end(name);
                    sheet.end(name, &self.strings);
                }
            }
            _ => {}
        }
    }

    /// What is stated of each sheet, in the order of the sheets.
    pub(super) fn into_sheets(self) -> Vec<Shown> {
        let Self { mut parts, targets, sheets, .. } = self;
        let mut of = |sheet: &String| {
            let sheet = targets.get(sheet).and_then(|it| parts.remove(it)).unwrap_or_default();
            Shown {
                rows: Axis::without(sheet.hidden_rows),
                columns: Axis::without(sheet.hidden_columns),
                instead: sheet.instead,
                seen: BTreeMap::new(),
            }
        };
        sheets.iter().map(&mut of).collect()
    }
}

impl Sheet {
    fn element(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "row" => {
                self.row = number(element, "r").unwrap_or(self.row.saturating_add(1));
                self.cell.column = 0;
                if is_hidden(element, "ht")
                    && let Some(row) = self.row.checked_sub(1)
                {
                    self.hidden_rows.push((row, row));
                }
            }
            "col" => {
                let (first, last) = (number(element, "min"), number(element, "max"));
                if is_hidden(element, "width")
                    && let (Some(first), Some(last)) = (first, last)
                    && let (Some(first), Some(last)) = (first.checked_sub(1), last.checked_sub(1))
                {
                    self.hidden_columns.push((first, last));
                }
            }
            "c" => {
                let column = attribute(element, "r").and_then(|it| column(&it));
                self.cell = Cell {
                    column: column.unwrap_or(self.cell.column.saturating_add(1)),
                    kind: attribute(element, "t").unwrap_or_default(),
                    ..Cell::default()
                };
            }
            "f" => (self.cell.open, self.cell.has_formula) = (Some('f'), true),
            "v" => self.cell.open = Some('v'),
            _ => self.cell.own.element(name, element),
        }
    }

    /// An element ends.
    fn end(&mut self, name: &str, strings: &Strings) {
        match name {
            "f" | "v" => self.cell.open = None,
            "c" => {
                if let Some(instead) = self.cell.instead(strings)
                    && let (Some(row), Some(column)) =
                        (self.row.checked_sub(1), self.cell.column.checked_sub(1))
                {
                    self.instead.insert((row, column), instead);
                }
            }
            _ => {}
        }
    }
}

impl Cell {
    fn text(&mut self, event: &Event<'_>) {
        match (self.open, event) {
            (Some('f'), Event::Text(text)) => self.formula.push_str(&text.xml10_content()),
            (Some(_), Event::Text(text)) => self.value.push_str(&text.xml10_content()),
            (Some('v'), _) => self.value.push('?'),
            (Some(_), _) => {}
            (None, event) => self.own.event(event),
        }
    }

    fn instead(&mut self, strings: &Strings) -> Option<Instead> {
        // A program that does not compute leaves the result out.
        if self.has_formula && self.value.is_empty() && self.own.is_empty() && self.kind != "str" {
            return Some(Instead::Text(unreadable(&format!("={}", self.formula.trim()))));
        }
        let pieces = match self.kind.as_str() {
            "s" => strings.unlike(self.value.trim().parse().ok()?)?.to_vec(),
            "inlineStr" => self.own.unlike(0)?.to_vec(),
            _ => return None,
        };
        Some(Instead::Pieces(pieces))
    }
}

/// Whether a row or column is hidden, or of no size.
fn is_hidden(element: &BytesStart<'_>, size: &str) -> bool {
    let is_on = |it: String| it == "1" || it == "true";
    let is_nothing = |it: String| it.parse::<f64>().is_ok_and(|it| it == 0.0);
    attribute(element, "hidden").is_some_and(is_on)
        || attribute(element, size).is_some_and(is_nothing)
}

/// The column of an address, from 1.
fn column(address: &str) -> Option<u32> {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic);
    letters
        .map(|it| u32::from(it.to_ascii_uppercase() - b'A') + 1)
        .try_fold(0_u32, |number, letter| number.checked_mul(26)?.checked_add(letter))
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}

pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = element.attributes();
    let mut sound = all.with_checks(false).flatten();
    let found = sound.find(|it| it.key.local_name().into_inner() == name)?;
    Some(quick_xml::escape::unescape(&found.value).ok()?.into_owned())
}
