//! Frames of cells and what stands in them.

use pdfplumber::{BBox, Table};

/// Whether the middle of something is within a frame.
pub(super) fn holds(frame: &BBox, inner: &BBox) -> bool {
    let (x, y) = ((inner.x0 + inner.x1) / 2.0, (inner.top + inner.bottom) / 2.0);
    (frame.x0..=frame.x1).contains(&x) && (frame.top..=frame.bottom).contains(&y)
}

/// The cells of tables that hold no other cells: a large one around smaller ones is found where borders are missing.
pub(super) fn innermost(tables: &[Table]) -> Vec<BBox> {
    let of = |table: &Table| -> Vec<BBox> {
        let all = table.cells.iter().map(|it| it.bbox);
        all.clone()
            .filter(|it| !all.clone().any(|other| other != *it && holds(it, &other)))
            .collect()
    };
    tables.iter().flat_map(of).collect()
}
