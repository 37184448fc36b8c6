//! What styles say about paragraphs and runs: their list, and whether they are hidden.

use std::collections::BTreeMap;

use super::xml::{Piece, Space, Xml};
use crate::{ImportError, Limits};

/// Styles stand on one another, but not in a circle.
const LONGEST_CHAIN: usize = 16;

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
}

#[derive(Default)]
struct Style {
    base: Option<String>,
    list: Option<u32>,
    level: Option<u32>,
    hidden: Option<bool>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(text: &str, limits: &Limits) -> Result<Self, ImportError> {
        let mut styles = Self::default();
        let mut id: Option<String> = None;
        let mut xml = Xml::new(text, limits);
        while let Some(piece) = xml.next()? {
            let Piece::Open(element) = piece else { continue };
            if element.space != Space::Word {
                continue;
            }
            if element.local() == "style" {
                id = element.attribute("styleId");
                continue;
            }
            let Some(id) = &id else { continue };
            let field = matches!(element.local(), "basedOn" | "numId" | "ilvl" | "vanish");
            if !field {
                continue;
            }
            let style = styles.styles.entry(id.clone()).or_default();
            match element.local() {
                "basedOn" => style.base = element.value(),
                "numId" => style.list = element.number(),
                "ilvl" => style.level = element.number(),
                _ => style.hidden = Some(element.is_on()),
            }
        }
        Ok(styles)
    }

    /// The style that says which list paragraphs of a style are in, the list and the level.
    pub(super) fn list(&self, id: &str) -> Option<(&str, u32, Option<u32>)> {
        self.chain(id).find_map(|(id, it)| Some((id, it.list?, it.level)))
    }

    /// Whether what has this style is hidden.
    pub(super) fn hides(&self, id: &str) -> bool {
        self.chain(id).find_map(|(_, it)| it.hidden).unwrap_or(false)
    }

    /// A style and what it stands on.
    fn chain(&self, id: &str) -> impl Iterator<Item = (&str, &Style)> {
        let first = self.styles.get_key_value(id);
        let next = |(_, it): &(&String, &Style)| self.styles.get_key_value(it.base.as_ref()?);
        std::iter::successors(first, next).take(LONGEST_CHAIN).map(|(id, it)| (id.as_str(), it))
    }
}
