//! The names of fonts: a character of a font of icons is none.

use super::streams::{Part, Streams};
use crate::ImportError;
use crate::archive::number;

/// The names of a document's fonts, by their number.
pub(super) fn names(streams: &Streams) -> Result<Vec<String>, ImportError> {
    const NAME: usize = 40;
    let list = streams.part(Part::Fonts)?;
    let many = number::<2>(list, 0).unwrap_or(0);
    let (mut names, mut rest) = (Vec::new(), list.get(4..).unwrap_or_default());
    for _ in 0..many {
        let Some((length, after)) = rest.split_first() else { break };
        let (font, after) = after.split_at_checked(usize::from(*length)).unwrap_or((after, &[]));
        let name = font.get(NAME - 1..).unwrap_or_default().chunks_exact(2);
        let units = name.map(|it| u16::from_le_bytes([it[0], it[1]])).take_while(|it| *it != 0);
        names.push(char::decode_utf16(units).map_while(Result::ok).collect());
        rest = after;
    }
    Ok(names)
}
