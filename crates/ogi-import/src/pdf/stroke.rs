//! Borders that a page lacks.

use pdfplumber::{Color, Line, Orientation, Page};

pub(super) fn across(x0: f64, x1: f64, y: f64) -> Line {
    line(x0, y, x1, y, Orientation::Horizontal)
}

pub(super) fn down(x: f64, top: f64, bottom: f64) -> Line {
    line(x, top, x, bottom, Orientation::Vertical)
}

fn line(x0: f64, top: f64, x1: f64, bottom: f64, orientation: Orientation) -> Line {
    Line { x0, top, x1, bottom, line_width: 0.0, stroke_color: Color::black(), orientation }
}

/// The page with more lines.
pub(super) fn drawn(page: &Page, more: Vec<Line>) -> Page {
    let mut lines = page.lines().to_vec();
    lines.extend(more);
    Page::with_geometry_and_images(
        page.page_number(),
        page.width(),
        page.height(),
        page.chars().to_vec(),
        lines,
        page.rects().to_vec(),
        page.curves().to_vec(),
        page.images().to_vec(),
    )
}
