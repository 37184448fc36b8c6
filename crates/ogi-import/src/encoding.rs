//! From bytes to text.
//!
//! In this order: a byte order mark; the pattern of UTF-16; UTF-8, if all of the text is valid in it, which no
//! other encoding's Chinese is by chance, while declarations go stale when pages are converted; the declared
//! encoding; the detected one. The first that fits without an error is taken. A character cut off at the very end
//! is left out. A page with very few malformed characters, as titles cut in the middle of one leave them, is read
//! with U+FFFD in their places, which no figure is read from; with more it is in no encoding that is read.

use std::borrow::Cow;

use crate::ImportError;

/// How many bytes at the start state the kind and the declared encoding.
pub(crate) const HEAD: usize = 4096;
/// The most malformed sequences that are shown as U+FFFD.
#[cfg(feature = "encoding")]
const MALFORMED: usize = 16;
/// Among how many characters one malformed sequence may be.
#[cfg(feature = "encoding")]
const CHARACTERS_PER_MALFORMED: usize = 500;

/// An encoding; nothing for UTF-8 as it is.
#[cfg(feature = "encoding")]
pub(crate) type Encoding = Option<&'static encoding_rs::Encoding>;
/// An encoding: UTF-8.
#[cfg(not(feature = "encoding"))]
pub(crate) type Encoding = Option<core::convert::Infallible>;

/// Decodes text.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    Ok(decode_named(bytes)?.0)
}

/// Decodes text, and says from which encoding.
pub(crate) fn decode_named(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), ImportError> {
    let utf16 = utf16_order(bytes);
    if utf16.is_none()
        && let Some(text) = utf8(bytes)
    {
        return Ok((Cow::Borrowed(text), None));
    }
    other(bytes, utf16)
}

/// The order of bytes of UTF-16.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Little,
    Big,
}

/// Whether bytes are UTF-16: by its mark, or by the zero bytes of its ASCII.
fn utf16_order(bytes: &[u8]) -> Option<Order> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(Order::Little),
        [0xFE, 0xFF, ..] => return Some(Order::Big),
        _ => {}
    }
    // What stands in any text, and in the other order would be characters that hardly stand in one. 一 in the
    // other order is N, and an ideographic space 0.
    let plain = |unit: u16| matches!(unit, 0x0A | 0x0D | 0x20 | 0x31..=0x39 | 0x3C | 0x3E);
    let (mut little, mut big) = (0, 0);
    for pair in bytes[..bytes.len().min(HEAD)].chunks_exact(2) {
        little += usize::from(plain(u16::from_le_bytes([pair[0], pair[1]])));
        big += usize::from(plain(u16::from_be_bytes([pair[0], pair[1]])));
    }
    // Even pages full of Chinese have such a character in a hundred.
    let enough = bytes.len().min(HEAD) / 200 + 1;
    match (little, big) {
        _ if little >= enough && little / 8 >= big => Some(Order::Little),
        _ if big >= enough && big / 8 >= little => Some(Order::Big),
        _ => None,
    }
}

/// All of the bytes as UTF-8, but for a mark before them and a character cut off at the end.
fn utf8(bytes: &[u8]) -> Option<&str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match core::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        // A text that only has this one wrong is UTF-8 if it shows so by other characters.
        Err(error) if error.error_len().is_none() && !bytes[..error.valid_up_to()].is_ascii() => {
            core::str::from_utf8(&bytes[..error.valid_up_to()]).ok()
        }
        Err(_) => None,
    }
}

#[cfg(not(feature = "encoding"))]
fn other(_: &[u8], _: Option<Order>) -> Result<(Cow<'_, str>, Encoding), ImportError> {
    Err(ImportError::Encoding)
}

#[cfg(feature = "encoding")]
fn other(bytes: &[u8], utf16: Option<Order>) -> Result<(Cow<'_, str>, Encoding), ImportError> {
    use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

    let candidates = match utf16 {
        Some(Order::Little) => [Some(UTF_16LE), None, None],
        Some(Order::Big) => [Some(UTF_16BE), None, None],
        None => [declared(bytes), Some(detected(bytes)), Some(UTF_8)],
    };
    let candidates = candidates.into_iter().flatten();
    for encoding in candidates.clone() {
        if let Some(text) = strictly(encoding, bytes) {
            return Ok((Cow::Owned(text), Some(encoding)));
        }
    }
    for encoding in candidates {
        let (text, _) = encoding.decode_with_bom_removal(bytes);
        let malformed = text.matches(char::REPLACEMENT_CHARACTER).count();
        let allowed = MALFORMED.min(text.chars().count() / CHARACTERS_PER_MALFORMED);
        if malformed <= allowed {
            return Ok((Cow::Owned(text.into_owned()), Some(encoding)));
        }
    }
    Err(ImportError::Encoding)
}

/// Decodes without an error, but for a character cut off at the end.
#[cfg(feature = "encoding")]
fn strictly(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Option<String> {
    // No character of these encodings is longer than this.
    const LONGEST: usize = 4;
    let (text, malformed) = encoding.decode_with_bom_removal(bytes);
    if !malformed {
        return Some(text.into_owned());
    }
    let first = text.find(char::REPLACEMENT_CHARACTER)?;
    let is_last = first + char::REPLACEMENT_CHARACTER.len_utf8() == text.len();
    let whole = &bytes[..bytes.len().saturating_sub(LONGEST)];
    let is_cut = is_last && !text[..first].is_empty() && !whole.is_empty();
    is_cut.then(|| text[..first].to_owned())
}

/// The encoding that a page declares.
#[cfg(feature = "encoding")]
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let mut from = 0;
    while let Some(at) = find(&head[from..], b"charset") {
        from += at + b"charset".len();
        let rest = head[from..].trim_ascii_start();
        let Some(rest) = rest.strip_prefix(b"=") else { continue };
        let rest = rest.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = rest.iter().position(|b| !b.is_ascii_alphanumeric() && !b"-_:.".contains(b));
        let found = encoding_rs::Encoding::for_label(&rest[..end.unwrap_or(rest.len())]);
        // A declaration that could be read is in no UTF-16.
        if let Some(encoding) = found.filter(|it| it.is_ascii_compatible()) {
            return Some(wider(encoding));
        }
    }
    None
}

#[cfg(feature = "encoding")]
fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|it| it == word)
}

#[cfg(feature = "encoding")]
fn detected(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

    // More of a text than any report has says no more.
    const ENOUGH: usize = 4 << 20;
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(ENOUGH)], bytes.len() <= ENOUGH);
    wider(detector.guess(Some(b"cn"), Utf8Detection::Allow))
}

/// GB18030 for those that are part of it.
#[cfg(feature = "encoding")]
fn wider(encoding: &'static encoding_rs::Encoding) -> &'static encoding_rs::Encoding {
    if encoding == encoding_rs::GBK { encoding_rs::GB18030 } else { encoding }
}

/// The start of a source as far as ASCII goes, to state its kind.
pub(crate) fn ascii_head(bytes: &[u8]) -> Vec<u8> {
    let head = &bytes[..bytes.len().min(HEAD)];
    match utf16_order(bytes) {
        None => head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).to_vec(),
        Some(order) => {
            let ascii = |pair: &[u8]| {
                let unit = match order {
                    Order::Little => u16::from_le_bytes([pair[0], pair[1]]),
                    Order::Big => u16::from_be_bytes([pair[0], pair[1]]),
                };
                if unit == 0xFEFF { b' ' } else { u8::try_from(unit).unwrap_or(b'?') }
            };
            head.chunks_exact(2).map(ascii).collect()
        }
    }
}

#[cfg(all(test, feature = "encoding"))]
mod tests {
    use super::*;

    const TEXT: &str =
        "示例市民政局2025年政府信息公开工作年度报告\n一、总体情况\n本年度未收到申请。\n";

    fn utf16(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_with_and_without_mark() {
        let gb = encoding_rs::GB18030.encode(TEXT).0.into_owned();
        let sources = [
            TEXT.as_bytes().to_vec(),
            format!("\u{feff}{TEXT}").into_bytes(),
            gb,
            utf16(TEXT, u16::to_le_bytes),
            utf16(TEXT, u16::to_be_bytes),
            utf16(&format!("\u{feff}{TEXT}"), u16::to_le_bytes),
            utf16(&format!("\u{feff}{TEXT}"), u16::to_be_bytes),
        ];
        for (i, source) in sources.iter().enumerate() {
            assert_eq!(decode(source).as_deref(), Ok(TEXT), "{i}");
        }
    }

    #[test]
    fn a_declaration_counts_unless_it_is_stale() {
        let page = format!("<meta charset='gb2312'>{TEXT}");
        assert_eq!(decode(page.as_bytes()).as_deref(), Ok(page.as_str()), "stale");
        let gb = encoding_rs::GBK.encode(&page).0;
        assert_eq!(decode(&gb).as_deref(), Ok(page.as_str()));
        let wrong = page.replace("gb2312", "utf-8");
        let gb = encoding_rs::GBK.encode(&wrong).0;
        assert_eq!(decode(&gb).as_deref(), Ok(wrong.as_str()), "detected");
    }

    #[test]
    fn a_last_character_cut_off_is_left_out() {
        let cut = &TEXT.as_bytes()[..TEXT.len() - 2];
        assert_eq!(decode(cut).as_deref(), Ok(TEXT.trim_end_matches("。\n")));
        let gb = encoding_rs::GB18030.encode(TEXT).0;
        assert_eq!(decode(&gb[..gb.len() - 2]).as_deref(), Ok(TEXT.trim_end_matches("。\n")));
    }

    #[test]
    fn a_stray_half_character_shows_and_many_are_an_error() {
        let long = TEXT.repeat(50);
        let mut gb = encoding_rs::GB18030.encode(&long).0.into_owned();
        gb.insert(0, b' ');
        gb.insert(0, 0xFF);
        assert_eq!(decode(&gb).unwrap().matches('\u{fffd}').count(), 1);
        let noise: Vec<u8> =
            (0..5000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8 | 0x81).collect();
        assert_eq!(decode(&noise).err(), Some(ImportError::Encoding));
    }
}
