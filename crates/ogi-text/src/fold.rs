//! Folding: what two ways to print a label have in common.
//!
//! Width, blanks, punctuation, brackets and quotes are folded away, and traditional characters are simplified;
//! ideographs, letters and digits stay. The
//! same code runs when the lexicon is built, at compile time, and when a label is looked up.

use crate::traditional::simplified;

/// The folded character at a byte offset (0 if it folds away) and the offset after it.
#[inline]
pub const fn step(bytes: &[u8], at: usize) -> (u16, usize) {
    let first = bytes[at];
    if first < 0x80 {
        return (ascii(first), at + 1);
    }
    if first < 0xE0 || at + 2 >= bytes.len() {
        // Two bytes: Latin letters and signs; none is part of a label.
        return (0, if at + 2 < bytes.len() { at + 2 } else { bytes.len() });
    }
    let second = bytes[at + 1];
    let low = ((second as u16 & 0x3F) << 6) | (bytes[at + 2] as u16 & 0x3F);
    match first {
        // Signs, and the punctuation of East Asian text.
        0xE0..=0xE2 | 0xEE => (0, at + 3),
        0xE3 if second == 0x80 => (0, at + 3),
        // Full-width forms of ASCII: U+FF01 is `!`.
        0xEF if matches!(second, 0xBC | 0xBD) && low > 0xF00 && low <= 0xF5E => {
            (ascii((low - 0xF00 + 0x20) as u8), at + 3)
        }
        0xEF => (0, at + 3),
        0xE3..=0xED => (simplified(((first as u16 & 0x0F) << 12) | low), at + 3),
        _ => (first as u16, if at + 4 <= bytes.len() { at + 4 } else { bytes.len() }),
    }
}

const fn ascii(byte: u8) -> u16 {
    if byte.is_ascii_alphanumeric() { byte.to_ascii_lowercase() as u16 } else { 0 }
}

/// A hash of the folded text; 0 if all of it folds away.
///
/// Two different labels share a hash with a chance of about 2⁻⁵⁷, and nobody gains by making them.
#[inline]
pub const fn hash(bytes: &[u8]) -> u64 {
    let (mut hash, mut at) = (0_u64, 0);
    while at < bytes.len() {
        let (code, next) = step(bytes, at);
        if code != 0 {
            hash = (hash.rotate_left(5) ^ code as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
        at = next;
    }
    hash
}

/// The folded characters.
pub fn folded(text: &str) -> Vec<u16> {
    let bytes = text.as_bytes();
    let (mut all, mut at) = (Vec::with_capacity(bytes.len() / 3), 0);
    while at < bytes.len() {
        let (code, next) = step(bytes, at);
        if code != 0 {
            all.push(code);
        }
        at = next;
    }
    all
}

/// What two ways to print a label have in common, as text: without blanks and punctuation, of one width, simplified.
///
/// ```
/// assert_eq!(ogi_text::fold::label("(一) 予以公開"), ogi_text::fold::label("（一）予以公开"));
/// ```
pub fn label(text: &str) -> String {
    folded(text).into_iter().filter_map(|it| char::from_u32(it.into())).collect()
}

#[cfg(test)]
mod tests {
    use super::{folded, hash};

    #[test]
    fn width_blanks_and_punctuation_fold_away() {
        for (a, b) in [
            ("（一）予以公开", "(一) 予以公开"),
            ("3.危及“三安全一稳定”", "３．危及三安全一稳定"),
            ("第二十条第（一）项", "第二十条 \u{a0}第(一)项"),
            ("总计", "总\u{3000}计"),
            ("行政複議、行政訴訟", "行政复议、行政诉讼"),
            ("本年收费金额（单位：万元）", "本年收费金额(单位:万元)"),
        ] {
            assert_eq!(folded(a), folded(b));
            assert_eq!(hash(a.as_bytes()), hash(b.as_bytes()));
        }
        assert_ne!(hash("结果维持".as_bytes()), hash("结果纠正".as_bytes()));
        assert_eq!(hash(" （）、 ".as_bytes()), 0);
    }
}
