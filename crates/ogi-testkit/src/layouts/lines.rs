//! One cell a line with an empty line between cells.

use crate::sheet::Table;

/// `blank` stands for a blank cell; without it the cell vanishes. `indent` goes before figures.
pub(super) fn spaced(table: &Table, indent: &str, blank: Option<&str>) -> String {
    let mut lines = Vec::new();
    for cell in table.rows.iter().flatten() {
        match (cell.is_figure(), cell.text.is_empty()) {
            // Nothing is printed in an empty corner.
            (false, true) => {}
            (false, false) => lines.push(cell.text.clone()),
            (true, true) => lines.extend(blank.map(str::to_owned)),
            (true, false) => lines.push(format!("{indent}{}", cell.text)),
        }
    }
    lines.join("\n\n") + "\n"
}
