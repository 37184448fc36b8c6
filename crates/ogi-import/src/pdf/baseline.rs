//! Where characters stand: on their baselines.
//!
//! The box of a character is made from what its font says of itself, and the fonts that cairo writes (printing from
//! viewers, many converters) say that they reach down a whole line: labels then fall into the next row of their
//! table, and the figures of another font do not.

use pdfplumber::{BBox, Char, Page};

/// How far letters reach below their baseline, in sizes.
const BELOW: f64 = 0.2;
/// What fonts may say of it and be believed.
const BELIEVED: core::ops::Range<f64> = 0.0..0.45;

/// The page with its characters on their baselines, if any of them was not.
pub(super) fn mended(page: &Page) -> Option<Page> {
    let upright = page.rotation() == 0
        && page.crop_box().is_none_or(|it| near(&it, &page.media_box()))
        && page.media_box().x0 == 0.0;
    if !upright {
        return None;
    }
    let height = page.height();
    let below = |it: &Char| (it.bbox.bottom - (height - it.ctm[5])) / it.size;
    let is_off = |it: &Char| it.upright && it.size > 0.0 && !BELIEVED.contains(&below(it));
    if !page.chars().iter().any(is_off) {
        return None;
    }
    let mut chars = page.chars().to_vec();
    for char in chars.iter_mut().filter(|it| is_off(it)) {
        let bottom = height - char.ctm[5] + BELOW * char.size;
        let top = bottom - (char.bbox.bottom - char.bbox.top);
        char.doctop += top - char.bbox.top;
        char.bbox = BBox::new(char.bbox.x0, top, char.bbox.x1, bottom);
    }
    Some(Page::with_geometry_and_images(
        page.page_number(),
        page.width(),
        height,
        chars,
        page.lines().to_vec(),
        page.rects().to_vec(),
        page.curves().to_vec(),
        page.images().to_vec(),
    ))
}

fn near(a: &BBox, b: &BBox) -> bool {
    (a.x0 - b.x0).abs() < 1.0 && (a.bottom - b.bottom).abs() < 1.0 && (a.top - b.top).abs() < 1.0
}
