//! A page: what stands on it and on its templates, for the finder of tables.

use pdfplumber::{Char, Image, Line, Page, Rect};

use super::glyphs;
use super::numbers::Matrix;
use super::object::{Object, Objects};
use super::package::{Document, Package};
use super::{damaged, path};
use crate::ImportError;

/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;
/// The size of the text of a report, in points.
const USUAL: f64 = 10.5;
/// Text of half this size nobody prints: the units are others than the standard's.
const SMALLEST: f64 = 5.0;

/// What stands on a page, in millimetres from its upper left corner.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) chars: Vec<Char>,
    pub(super) lines: Vec<Line>,
    pub(super) rects: Vec<Rect>,
    pub(super) images: Vec<Image>,
}

/// Reads a page.
pub(super) fn read(
    package: &mut Package<'_>,
    document: &Document,
    part: &str,
    number: usize,
) -> Result<Page, ImportError> {
    let text = package.part(part)?.ok_or_else(|| damaged(format!("it has no {part}")))?;
    let own = Objects::read(&text, package.limits)?;
    let mut shown = Shown::default();
    for id in &own.templates {
        let Some(part) = document.template(id) else { continue };
        let Some(text) = package.part(part)? else { continue };
        shown.take(&Objects::read(&text, package.limits)?);
    }
    shown.take(&own);
    let [_, _, width, height] = own.area.or(document.area).unwrap_or([0.0, 0.0, 210.0, 297.0]);
    Ok(shown.page(number, width, height))
}

impl Shown {
    fn take(&mut self, objects: &Objects) {
        for object in objects.all.iter().filter(|it| it.is_visible) {
            match object {
                Object { name: "TextObject", .. } => glyphs::read(object, &mut self.chars),
                Object { name: "PathObject", .. } => path::read(object, self),
                _ => self.images.extend(image(object)),
            }
        }
    }

    /// The page in points.
    fn page(mut self, number: usize, width: f64, height: f64) -> Page {
        let mut sizes: Vec<f64> = self.chars.iter().map(|it| it.size).collect();
        sizes.sort_by(f64::total_cmp);
        let median = sizes.get(sizes.len() / 2).copied().unwrap_or(USUAL) * POINTS;
        let scale = if median < SMALLEST && median > 0.0 { USUAL / median } else { 1.0 } * POINTS;
        let height = height * scale;
        for it in &mut self.chars {
            scaled(&mut it.bbox.x0, &mut it.bbox.top, scale);
            scaled(&mut it.bbox.x1, &mut it.bbox.bottom, scale);
            scaled(&mut it.size, &mut it.advance, scale);
            it.doctop = it.bbox.top;
            it.ctm[4] *= scale;
            it.ctm[5] = height - it.ctm[5] * scale;
        }
        for it in &mut self.lines {
            scaled(&mut it.x0, &mut it.top, scale);
            scaled(&mut it.x1, &mut it.bottom, scale);
        }
        for it in &mut self.rects {
            scaled(&mut it.x0, &mut it.top, scale);
            scaled(&mut it.x1, &mut it.bottom, scale);
        }
        for it in &mut self.images {
            scaled(&mut it.x0, &mut it.top, scale);
            scaled(&mut it.x1, &mut it.bottom, scale);
            scaled(&mut it.width, &mut it.height, scale);
        }
        let Self { chars, lines, rects, images } = self;
        Page::with_geometry_and_images(
            number,
            width * scale,
            height,
            chars,
            lines,
            rects,
            Vec::new(),
            images,
        )
    }
}

fn scaled(a: &mut f64, b: &mut f64, scale: f64) {
    *a *= scale;
    *b *= scale;
}

fn image(object: &Object) -> Option<Image> {
    let [x, y, width, height] = object.boundary;
    (width > 0.0 && height > 0.0).then(|| Image {
        x0: x,
        top: y,
        x1: x + width,
        bottom: y + height,
        width,
        height,
        name: String::new(),
        src_width: None,
        src_height: None,
        bits_per_component: None,
        color_space: None,
        data: None,
        filter: None,
        mime_type: None,
    })
}

impl Object {
    /// From the object's own space to the page.
    pub(super) fn matrix(&self) -> Matrix {
        let [x, y, ..] = self.boundary;
        self.ctm.then(Matrix::moving(x, y))
    }
}
