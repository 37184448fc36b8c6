//! How text of a style is seen.

use std::collections::BTreeMap;

use crate::seen::Seen;
use crate::xml::Element;

/// The styles of text, paragraphs and cells, as far as they say something.
#[derive(Debug, Default)]
pub(super) struct Styles {
    seen: BTreeMap<String, Seen>,
    /// The style that is open, and the one that it stands on.
    open: (String, Option<String>),
}

impl Styles {
    /// An element begins before the text does.
    pub(super) fn take(&mut self, element: &Element<'_>) {
        match element.local() {
            "style" => {
                let base = element.attribute("parent-style-name");
                self.open = (element.attribute("name").unwrap_or_default(), base);
                if let Some(seen) = self.open.1.as_ref().and_then(|it| self.seen.get(it)).copied() {
                    self.seen.insert(self.open.0.clone(), seen);
                }
            }
            "text-properties" => {
                let line = element.attribute("text-line-through-style");
                let line = line.or_else(|| element.attribute("text-line-through-type"));
                let position = element.attribute("text-position").unwrap_or_default();
                let is_white =
                    element.attribute("color").is_some_and(|it| it.eq_ignore_ascii_case("#ffffff"));
                let seen = if element.attribute("display").as_deref() == Some("none") {
                    Seen::Hidden
                } else if line.is_some_and(|it| it != "none") {
                    Seen::Struck
                } else if is_white {
                    Seen::White
                } else if !position.is_empty() && !position.starts_with('0') {
                    Seen::Apart
                } else {
                    return;
                };
                self.seen.insert(self.open.0.clone(), seen);
            }
            _ => {}
        }
    }

    /// How an element is seen whose text is around it seen so.
    pub(super) fn seen(&self, element: &Element<'_>, around: Seen) -> Seen {
        let own = element.attribute("style-name").and_then(|it| self.seen.get(&it).copied());
        if around == Seen::Plainly { own.unwrap_or_default() } else { around }
    }
}
