//! What properties of runs and styles say about how text is seen.

use crate::seen::Seen;
use crate::xml::Element;

const WHITE: [&str; 2] = ["FFFFFF", "ffffff"];

/// Whether a shading is one that white text is seen on.
pub(super) fn is_ground(shading: &Element<'_>) -> bool {
    let fill = shading.attribute("fill").filter(|it| it != "auto" && it != "none");
    fill.is_some_and(|it| !WHITE.contains(&it.as_str()))
}

/// What one set of properties says; nothing where it is silent.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    hidden: Option<bool>,
    struck: Option<bool>,
    struck_twice: Option<bool>,
    raised: Option<bool>,
    white: Option<bool>,
    /// Whether there is a ground that is not white.
    grounded: Option<bool>,
}

impl Look {
    /// Takes a property, if it is one of these.
    pub(super) fn take(&mut self, property: &Element<'_>) {
        let is = |wanted: &[&str]| property.value().is_some_and(|it| wanted.contains(&it.as_str()));
        match property.local() {
            "vanish" => self.hidden = Some(property.is_on()),
            "strike" => self.struck = Some(property.is_on()),
            "dstrike" => self.struck_twice = Some(property.is_on()),
            "vertAlign" => self.raised = Some(is(&["superscript", "subscript"])),
            "position" => {
                let up = property.value().and_then(|it| it.trim().parse::<i32>().ok());
                self.raised = self.raised.or(up.map(|it| it > 0));
            }
            "color" => self.white = Some(is(&WHITE)),
            "shd" => self.grounded = Some(is_ground(property)),
            "highlight" => self.grounded = Some(!is(&["none", "white"])),
            _ => {}
        }
    }

    /// What it says, and for the rest what another says.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            struck_twice: self.struck_twice.or(other.struck_twice),
            raised: self.raised.or(other.raised),
            white: self.white.or(other.white),
            grounded: self.grounded.or(other.grounded),
        }
    }

    /// What styles of characters and of the paragraph say together: what both switch on is off again.
    pub(super) fn of_styles(character: Self, paragraph: Self) -> Self {
        let both = |a: Option<bool>, b: Option<bool>| match (a, b) {
            (Some(a), Some(b)) => Some(a != b),
            (a, b) => a.or(b),
        };
        Self {
            hidden: both(character.hidden, paragraph.hidden),
            struck: both(character.struck, paragraph.struck),
            ..character.or(paragraph)
        }
    }

    /// How text is seen, on a ground that the cell or paragraph around it has or has not.
    pub(super) fn seen(self, grounded: bool) -> Seen {
        let is = |it: Option<bool>| it == Some(true);
        if is(self.hidden) {
            Seen::Hidden
        } else if is(self.struck) || is(self.struck_twice) {
            Seen::Struck
        } else if is(self.white) && !self.grounded.unwrap_or(grounded) {
            Seen::White
        } else if is(self.raised) {
            Seen::Apart
        } else {
            Seen::Plainly
        }
    }
}
