//! What styles say about paragraphs and runs: their list, and how they are seen.

use std::collections::BTreeMap;

use super::look;
use crate::look::Look;
use crate::xml::{Piece, Space, Xml};
use crate::{ImportError, Limits, words};

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
    look: Look,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(text: &str, limits: &Limits) -> Result<Self, ImportError> {
        let mut styles = Self::default();
        let mut id: Option<String> = None;
        let mut xml = Xml::new(text, limits, words::WORD_DOCUMENT);
        while let Some(piece) = xml.next()? {
            let Piece::Open(element) = piece else { continue };
            if element.space != Space::Word {
                continue;
            }
            match element.local() {
                "style" => id = element.attribute("styleId"),
                // What a style of tables says about some of its cells; and of Word 2003, in whose files the text follows.
                "tblStylePr" | "body" => id = None,
                name => {
                    let Some(id) = &id else { continue };
                    let style = styles.styles.entry(id.clone()).or_default();
                    match name {
                        "basedOn" => style.base = element.value(),
                        "numId" => style.list = element.number(),
                        "ilvl" => style.level = element.number(),
                        _ => look::take(&mut style.look, &element),
                    }
                }
            }
        }
        Ok(styles)
    }

    /// The style that says which list paragraphs of a style are in, the list and the level.
    pub(super) fn list(&self, id: &str) -> Option<(&str, u32, Option<u32>)> {
        self.chain(id).find_map(|(id, it)| Some((id, it.list?, it.level)))
    }

    /// How what has this style is seen.
    pub(super) fn look(&self, id: &str) -> Look {
        self.chain(id).fold(Look::default(), |look, (_, it)| look.or(it.look))
    }

    /// A style and what it stands on.
    fn chain(&self, id: &str) -> impl Iterator<Item = (&str, &Style)> {
        let first = self.styles.get_key_value(id);
        let next = |(_, it): &(&String, &Style)| self.styles.get_key_value(it.base.as_ref()?);
        std::iter::successors(first, next).take(LONGEST_CHAIN).map(|(id, it)| (id.as_str(), it))
    }
}
