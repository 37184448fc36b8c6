//! What properties say of characters: how they are seen, and whether they stand for something else.

use super::properties::Properties;
use crate::archive::number;
use crate::look::Look;
use crate::seen::Seen;

/// What a list of properties says of characters; nothing where it is silent.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Character {
    look: Look,
    /// Deleted, in a change that nobody has accepted.
    deleted: Option<bool>,
    /// The style of characters, by its number.
    pub(super) style: Option<u16>,
    /// The font of characters that are not Chinese, by its number.
    pub(super) font: Option<u16>,
    /// A character by its number in a font.
    pub(super) symbol: Option<(u16, u16)>,
    /// Whether signs below U+0020 are pictures, marks of notes and the like.
    pub(super) special: Option<bool>,
}

/// White in the palette of sixteen colors, and as red, green and blue.
const WHITE: u8 = 8;
const ALL_WHITE: [u8; 3] = [255; 3];

impl Character {
    /// What properties say, over what the style of their paragraph or characters does.
    pub(super) fn of(properties: Properties<'_>, style: Self) -> Self {
        let mut character = Self::default();
        for (code, operand) in properties {
            let Some(first) = operand.first().copied() else { continue };
            // As the style has it, or the other way round.
            let toggled = |of_style: Option<bool>| match first {
                0x80 => of_style,
                0x81 => Some(of_style != Some(true)),
                on => Some(on != 0),
            };
            let word = || number::<2>(operand, 0).map(|it| it as u16);
            match code {
                0x0800 => character.deleted = Some(first != 0),
                0x0837 => character.look.struck = toggled(style.look.struck),
                // Hidden; a mark of a paragraph that goes on with the next one.
                0x083C | 0x0818 => character.look.hidden = toggled(style.look.hidden),
                // All as the style has it.
                0x2A33 => character.look = Look::default(),
                0x2A53 => character.look.struck_twice = Some(first != 0),
                0x2A48 => character.look.raised = Some(first != 0),
                0x4845 => character.look.raised = Some(word().is_some_and(|it| it as i16 != 0)),
                0x2A42 => character.look.white = Some(first == WHITE),
                0x6870 => character.look.white = Some(operand.get(..3) == Some(&ALL_WHITE)),
                0x2A0C => character.look.grounded = Some(first != 0 && first != WHITE),
                // Shading: two colors and a pattern.
                0x4866 => {
                    character.look.grounded = word().map(|it| is_ground(it >> 5 & 0x1F, it >> 10))
                }
                0xCA71 => character.look.grounded = Some(is_ground_of_colors(operand)),
                0x4A30 => character.style = word(),
                0x4A4F => character.font = word(),
                0x6A09 => {
                    character.symbol = word().zip(number::<2>(operand, 2).map(|it| it as u16))
                }
                0x0855 => character.special = Some(first != 0),
                _ => {}
            }
        }
        character.or(style)
    }

    /// What styles of characters and of the paragraph say together.
    pub(super) fn of_styles(character: Self, paragraph: Self) -> Self {
        let look = Look::of_styles(character.look, paragraph.look);
        Self { look, ..character.or(paragraph) }
    }

    /// What it says, and for the rest what another says.
    fn or(self, other: Self) -> Self {
        Self {
            look: self.look.or(other.look),
            deleted: self.deleted.or(other.deleted),
            style: self.style.or(other.style),
            font: self.font.or(other.font),
            symbol: self.symbol.or(other.symbol),
            special: self.special.or(other.special),
        }
    }

    pub(super) fn seen(self) -> Seen {
        if self.deleted == Some(true) { Seen::Hidden } else { self.look.seen(false) }
    }
}

/// Whether a shading in colors of the palette is one that white is seen on.
fn is_ground(back: u16, pattern: u16) -> bool {
    pattern != 0 || back != 0 && back != u16::from(WHITE)
}

/// The same in colors of red, green and blue, each with a byte that is not 0 for none.
fn is_ground_of_colors(shading: &[u8]) -> bool {
    let pattern = number::<2>(shading, 8).unwrap_or(0);
    let back = shading.get(4..8).unwrap_or_default();
    let is_color = back.last() == Some(&0) && back.get(..3) != Some(&ALL_WHITE);
    pattern != 0 && pattern != 0xFFFF || is_color
}
