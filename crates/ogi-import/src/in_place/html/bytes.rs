//! Bytes of a text in some encoding, changed in parts.

use core::ops::Range;

use crate::encoding::{self, Encoding};

/// The same bytes with parts of their text, in order, replaced by ASCII; nothing if the bytes of a part cannot be stated, or the
/// new ones would not read as they should.
pub(super) fn replaced(
    bytes: &[u8],
    text: &str,
    encoding: Encoding,
    changes: &[(Range<usize>, String)],
) -> Option<Vec<u8>> {
    let wanted: Vec<usize> = changes.iter().flat_map(|it| [it.0.start, it.0.end]).collect();
    let places = places(bytes, encoding, &wanted)?;
    let mut out = Vec::with_capacity(bytes.len());
    let mut expected = String::with_capacity(text.len());
    let (mut from, mut text_from) = (0, 0);
    for ((span, new), place) in changes.iter().zip(places.chunks_exact(2)) {
        out.extend_from_slice(bytes.get(from..place[0])?);
        out.extend(encoded(new, encoding));
        from = place[1];
        expected.push_str(text.get(text_from..span.start)?);
        expected.push_str(new);
        text_from = span.end;
    }
    out.extend_from_slice(bytes.get(from..)?);
    expected.push_str(text.get(text_from..)?);
    let is_as_meant = encoding::decode(&out).is_ok_and(|it| it == expected);
    is_as_meant.then_some(out)
}

/// Where in the bytes offsets of the text are, which come in order.
#[cfg(feature = "encoding")]
fn places(bytes: &[u8], encoding: Encoding, wanted: &[usize]) -> Option<Vec<usize>> {
    let Some(encoding) = encoding else { return Some(utf8_places(bytes, wanted)) };
    // Byte by byte: what has come out so far is the text up to here.
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let mut piece = String::with_capacity(64);
    let (mut places, mut length) = (Vec::new(), 0);
    let mut wanted = wanted.iter().peekable();
    for (at, byte) in bytes.iter().enumerate() {
        piece.clear();
        let _ = decoder.decode_to_string(&[*byte], &mut piece, false);
        length += piece.len();
        while wanted.next_if(|it| **it == length).is_some() {
            places.push(at + 1);
        }
        if wanted.peek().is_none() {
            return Some(places);
        }
    }
    None
}

#[cfg(not(feature = "encoding"))]
fn places(bytes: &[u8], _: Encoding, wanted: &[usize]) -> Option<Vec<usize>> {
    Some(utf8_places(bytes, wanted))
}

fn utf8_places(bytes: &[u8], wanted: &[usize]) -> Vec<usize> {
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    wanted.iter().map(|it| it + mark).collect()
}

#[cfg(feature = "encoding")]
fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    use encoding_rs::{UTF_16BE, UTF_16LE};

    match encoding {
        None => text.as_bytes().to_vec(),
        Some(it) if it == UTF_16LE => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Some(it) if it == UTF_16BE => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Some(it) => it.encode(text).0.into_owned(),
    }
}

#[cfg(not(feature = "encoding"))]
fn encoded(text: &str, _: Encoding) -> Vec<u8> {
    text.as_bytes().to_vec()
}
