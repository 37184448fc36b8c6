//! What properties of text say about how it is seen, in Word's formats.

use crate::seen::Seen;

/// What one set of properties says; nothing where it is silent.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Look {
    pub(crate) hidden: Option<bool>,
    pub(crate) struck: Option<bool>,
    pub(crate) struck_twice: Option<bool>,
    pub(crate) raised: Option<bool>,
    pub(crate) white: Option<bool>,
    /// Whether there is a ground that is not white.
    pub(crate) grounded: Option<bool>,
}

impl Look {
    /// What it says, and for the rest what another says.
    pub(crate) fn or(self, other: Self) -> Self {
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
    pub(crate) fn of_styles(character: Self, paragraph: Self) -> Self {
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
    pub(crate) fn seen(self, grounded: bool) -> Seen {
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
