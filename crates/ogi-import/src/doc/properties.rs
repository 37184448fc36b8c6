//! Lists of properties: of characters, paragraphs and rows, each with its code and what it is set to.

use crate::archive::number;

/// Properties one after the other, up to the first that is cut off.
#[derive(Clone, Copy, Default)]
pub(super) struct Properties<'a>(pub(super) &'a [u8]);

/// The definition of a row, whose length has two bytes.
pub(super) const ROW: u16 = 0xD608;
/// The tab stops of a paragraph, which may be too many for a length of one byte.
const TAB_STOPS: u16 = 0xC615;

/// Codes of short changes to pieces, and of the properties that matter here: deleted, struck, hidden, colored, raised, struck
/// twice.
const SHORT: [(usize, u16); 6] = [
    (0x41, 0x0800),
    (0x57, 0x0837),
    (0x5C, 0x083C),
    (0x62, 0x2A42),
    (0x68, 0x2A48),
    (0x73, 0x2A53),
];

impl Properties<'_> {
    /// The property that a short change of a piece sets, if it matters here.
    pub(super) fn of_short_change(change: usize) -> Vec<u8> {
        let (code, value) = (change >> 1 & 0x7F, (change >> 8) as u8);
        let code = SHORT.iter().find(|it| it.0 == code).map(|it| it.1);
        code.map(|it| [it.to_le_bytes().as_slice(), &[value]].concat()).unwrap_or_default()
    }
}

impl<'a> Iterator for Properties<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let code = number::<2>(self.0, 0)? as u16;
        let rest = self.0.get(2..)?;
        let (skipped, length) = match code >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ if code == ROW => (2, number::<2>(rest, 0)?.checked_sub(1)?),
            _ if code == TAB_STOPS && rest.first() == Some(&255) => {
                let deleted = usize::from(*rest.get(1)?);
                let added = usize::from(*rest.get(2 + 4 * deleted)?);
                (1, 2 + 4 * deleted + 3 * added)
            }
            _ => (1, usize::from(*rest.first()?)),
        };
        let operand = rest.get(skipped..skipped + length)?;
        self.0 = &rest[skipped + length..];
        Some((code, operand))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_as_long_as_its_code_says() {
        let bytes = [
            0x37, 0x08, 1, 0x4A, 0x48, 2, 0, 0x70, 0x68, 255, 255, 255, 0, 0x08, 0xD6, 4, 0, 1, 2,
            3, 0x71, 0xCA, 2, 8, 9, 0x37, 0x08,
        ];
        let all: Vec<_> = Properties(&bytes).collect();
        assert_eq!(
            all,
            [
                (0x0837, &[1][..]),
                (0x484A, &[2, 0]),
                (0x6870, &[255, 255, 255, 0]),
                (ROW, &[1, 2, 3]),
                (0xCA71, &[8, 9]),
            ]
        );
    }

    #[test]
    fn a_short_change_sets_a_property() {
        assert_eq!(Properties::of_short_change(0x01_00 | 0x57 << 1), [0x37, 0x08, 1]);
        assert!(Properties::of_short_change(0).is_empty());
    }
}
