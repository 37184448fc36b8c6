//! Blanks: the many characters that print nothing.

/// The length of the blank at a byte offset, 0 if there is none.
///
/// Blanks are the ASCII ones but the line feed, U+00A0, U+3000, the spaces of U+2000, U+202F, U+FEFF.
#[inline]
pub const fn len_at(bytes: &[u8], at: usize) -> usize {
    if at >= bytes.len() {
        return 0;
    }
    match bytes[at] {
        b' ' | b'\t' | b'\r' | 0x0b | 0x0c => 1,
        0xC2 if at + 1 < bytes.len() && bytes[at + 1] == 0xA0 => 2,
        0xE2 | 0xE3 | 0xEF
            if at + 2 < bytes.len() && is_wide(bytes[at], bytes[at + 1], bytes[at + 2]) =>
        {
            3
        }
        _ => 0,
    }
}

/// Whether a character prints nothing.
#[inline]
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}'
}

/// Whether a blank may begin with a byte; few do.
const MAY_BEGIN: [bool; 256] = {
    let mut may = [false; 256];
    let mut bytes: &[u8] = &[b' ', b'\t', b'\r', 0x0b, 0x0c, 0xC2, 0xE2, 0xE3, 0xEF];
    while let [first, rest @ ..] = bytes {
        may[*first as usize] = true;
        bytes = rest;
    }
    may
};

/// The first blank, and the byte after it.
#[inline]
pub fn find(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut at = 0;
    loop {
        at += bytes[at..].iter().position(|it| MAY_BEGIN[*it as usize])?;
        match len_at(bytes, at) {
            0 => at += 1,
            len => return Some((at, at + len)),
        }
    }
}

const fn is_wide(a: u8, b: u8, c: u8) -> bool {
    matches!((a, b, c), (0xE2, 0x80, 0x80..=0x8B | 0xAF) | (0xE3, 0x80, 0x80) | (0xEF, 0xBB, 0xBF))
}

/// The span without blanks at its start and end.
#[inline]
pub fn trim(bytes: &[u8], mut start: usize, mut end: usize) -> (usize, usize) {
    while start < end {
        match len_at(bytes, start) {
            0 => break,
            n => start += n,
        }
    }
    while start < end {
        let last = bytes[end - 1];
        if matches!(last, b' ' | b'\t' | b'\r' | 0x0b | 0x0c) {
            end -= 1;
        } else if last == 0xA0 && end - start >= 2 && bytes[end - 2] == 0xC2 {
            end -= 2;
        } else if last >= 0x80
            && end - start >= 3
            && is_wide(bytes[end - 3], bytes[end - 2], bytes[end - 1])
        {
            end -= 3;
        } else {
            break;
        }
    }
    (start, end)
}

/// The text without blanks at its start and end.
#[inline]
pub fn trimmed(text: &str) -> &str {
    let (start, end) = trim(text.as_bytes(), 0, text.len());
    &text[start..end]
}

#[cfg(test)]
mod tests {
    use super::trimmed;

    #[test]
    fn every_kind_of_blank_is_trimmed() {
        assert_eq!(trimmed("\u{a0}\u{3000} 0\t\u{2003}\u{feff}\r"), "0");
        assert_eq!(trimmed("\u{3000}\u{a0}"), "");
        // The last byte of 无 is A0, as is that of U+00A0.
        assert_eq!(trimmed("无"), "无");
    }
}
