//! Which rows and columns of a workbook (.xlsx) are hidden. The library that reads workbooks does not say.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::axis::Axis;

/// The rows and columns of a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    pub(super) rows: Axis,
    pub(super) columns: Axis,
}

/// Looks at the elements of all parts as they go by.
#[derive(Default)]
pub(super) struct Hidden {
    /// By the name of a part, in lower case: hidden rows, hidden columns, the number of the last row.
    parts: BTreeMap<String, Lines>,
    /// The part of each relation of the workbook.
    targets: BTreeMap<String, String>,
    /// The relation of each sheet, in order.
    sheets: Vec<String>,
}

#[derive(Default)]
struct Lines {
    rows: Vec<(u32, u32)>,
    columns: Vec<(u32, u32)>,
    /// The number of the last row, from 1.
    row: u32,
}

impl Hidden {
    /// An element of a part begins.
    pub(super) fn element(&mut self, part: &str, element: &BytesStart<'_>) {
        match element.local_name().into_inner() {
            "row" => self.row(part, element),
            "col" => self.columns(part, element),
            "sheet" if part == "xl/workbook.xml" => {
                self.sheets.push(attribute(element, "id").unwrap_or_default());
            }
            "Relationship" if part == "xl/_rels/workbook.xml.rels" => {
                let (id, target) = (attribute(element, "Id"), attribute(element, "Target"));
                if let (Some(id), Some(target)) = (id, target) {
                    let target = target.to_lowercase();
                    let path = target.strip_prefix('/').map(str::to_owned);
                    self.targets.insert(id, path.unwrap_or_else(|| format!("xl/{target}")));
                }
            }
            _ => {}
        }
    }

    /// The rows and columns of each sheet, in the order of the sheets.
    pub(super) fn into_sheets(self) -> Vec<Shown> {
        let Self { mut parts, targets, sheets } = self;
        let mut of = |sheet: &String| {
            let lines = targets.get(sheet).and_then(|it| parts.remove(it)).unwrap_or_default();
            Shown { rows: Axis::without(lines.rows), columns: Axis::without(lines.columns) }
        };
        sheets.iter().map(&mut of).collect()
    }

    fn row(&mut self, part: &str, element: &BytesStart<'_>) {
        let lines = self.lines(part);
        lines.row = number(element, "r").unwrap_or(lines.row.saturating_add(1));
        if is_hidden(element, "ht")
            && let Some(row) = lines.row.checked_sub(1)
        {
            lines.rows.push((row, row));
        }
    }

    fn columns(&mut self, part: &str, element: &BytesStart<'_>) {
        let (first, last) = (number(element, "min"), number(element, "max"));
        if is_hidden(element, "width")
            && let (Some(first), Some(last)) = (first, last)
            && let (Some(first), Some(last)) = (first.checked_sub(1), last.checked_sub(1))
        {
            self.lines(part).columns.push((first, last));
        }
    }

    fn lines(&mut self, part: &str) -> &mut Lines {
        self.parts.entry(part.to_owned()).or_default()
    }
}

/// Whether a row or column is hidden, or of no size.
fn is_hidden(element: &BytesStart<'_>, size: &str) -> bool {
    let is_on = |it: String| it == "1" || it == "true";
    let is_nothing = |it: String| it.parse::<f64>().is_ok_and(|it| it == 0.0);
    attribute(element, "hidden").is_some_and(is_on)
        || attribute(element, size).is_some_and(is_nothing)
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = element.attributes();
    let mut sound = all.with_checks(false).flatten();
    let found = sound.find(|it| it.key.local_name().into_inner() == name)?;
    Some(quick_xml::escape::unescape(&found.value).ok()?.into_owned())
}
