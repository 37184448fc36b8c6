//! What properties of runs and styles say about how text is seen.

use crate::seen::Seen;
use crate::xml::Element;

/// What one set of properties says; nothing where it is silent.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    hidden: Option<bool>,
    struck: Option<bool>,
    struck_twice: Option<bool>,
    raised: Option<bool>,
    /// White text is seen on a dark ground only.
    white: Option<bool>,
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
            "color" => self.white = Some(is(&["FFFFFF", "ffffff"])),
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

    pub(super) fn seen(self) -> Seen {
        let is = |it: Option<bool>| it == Some(true);
        if is(self.hidden) {
            Seen::Hidden
        } else if is(self.struck) || is(self.struck_twice) {
            Seen::Struck
        } else if is(self.raised) || is(self.white) {
            Seen::Apart
        } else {
            Seen::Plainly
        }
    }
}
