//! The objects of a page, as far as they are seen.

use super::numbers::{Matrix, exactly};
use crate::xml::{Element, Piece, Xml};
use crate::{ImportError, Limits, words};

/// A text, a path or an image.
pub(super) struct Object {
    pub(super) name: &'static str,
    pub(super) boundary: [f64; 4],
    pub(super) ctm: Matrix,
    pub(super) is_visible: bool,
    pub(super) is_stroked: bool,
    pub(super) is_filled: bool,
    /// Of a text, in millimetres.
    pub(super) size: f64,
    /// How wide its characters are drawn.
    pub(super) stretch: f64,
    pub(super) codes: Vec<Code>,
    /// Of a path.
    pub(super) data: String,
}

/// A run of characters.
pub(super) struct Code {
    pub(super) text: String,
    /// Where it begins; otherwise, where the one before begins.
    pub(super) x: Option<f64>,
    pub(super) y: Option<f64>,
    pub(super) right: String,
    pub(super) down: String,
}

/// The objects of a page or a template.
pub(super) struct Objects {
    pub(super) all: Vec<Object>,
    pub(super) area: Option<[f64; 4]>,
    /// The identities of the templates that the page has.
    pub(super) templates: Vec<String>,
}

/// Whose text is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Code,
    Path,
    Area,
    Other,
}

impl Objects {
    pub(super) fn read(text: &str, limits: &Limits) -> Result<Self, ImportError> {
        let mut objects = Self { all: Vec::new(), area: None, templates: Vec::new() };
        let mut open = Open::Other;
        let mut xml = Xml::new(text, limits, words::OFD);
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(element) => open = objects.enter(&element),
                Piece::Close => open = Open::Other,
                Piece::Text(text) => match (open, objects.all.last_mut()) {
                    (Open::Area, _) => objects.area = exactly(&text).or(objects.area),
                    (Open::Code, Some(object)) => {
                        if let Some(code) = object.codes.last_mut() {
                            code.text.push_str(&text);
                        }
                    }
                    (Open::Path, Some(object)) => object.data.push_str(&text),
                    _ => {}
                },
            }
            if objects.all.len() > limits.nodes {
                let limit = limits.nodes as u64;
                return Err(ImportError::Limit { what: words::NODES, limit });
            }
        }
        Ok(objects)
    }

    fn enter(&mut self, element: &Element<'_>) -> Open {
        let number = |name: &str| element.attribute(name).and_then(|it| it.trim().parse().ok());
        match element.local() {
            "PhysicalBox" => return Open::Area,
            "AbbreviatedData" => return Open::Path,
            "Template" => self.templates.extend(element.attribute("TemplateID")),
            "TextCode" => {
                let of = |name| element.attribute(name).unwrap_or_default();
                let code = Code {
                    text: String::new(),
                    x: number("X"),
                    y: number("Y"),
                    right: of("DeltaX"),
                    down: of("DeltaY"),
                };
                if let Some(object) = self.all.last_mut() {
                    object.codes.push(code);
                }
                return Open::Code;
            }
            "TextObject" => self.begin("TextObject", element),
            "PathObject" => self.begin("PathObject", element),
            "ImageObject" => self.begin("ImageObject", element),
            _ => {}
        }
        Open::Other
    }

    fn begin(&mut self, name: &'static str, element: &Element<'_>) {
        let of = |name: &str| element.attribute(name);
        let number = |name: &str| of(name).and_then(|it| it.trim().parse().ok());
        let is = |name: &str, usually| of(name).map_or(usually, |it| it.trim() == "true");
        self.all.push(Object {
            name,
            boundary: of("Boundary").as_deref().and_then(exactly).unwrap_or_default(),
            ctm: of("CTM").map_or(Matrix::SAME, |it| Matrix::of(&it)),
            is_visible: is("Visible", true) && number("Alpha") != Some(0.0),
            is_stroked: is("Stroke", true),
            is_filled: is("Fill", false),
            size: number("Size").or_else(|| number("size")).unwrap_or(0.0),
            stretch: number("HScale").unwrap_or(1.0),
            codes: Vec::new(),
            data: String::new(),
        });
    }
}
