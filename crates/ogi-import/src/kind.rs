//! What kind of container bytes are.

use crate::ImportError;
use crate::archive;
use crate::encoding::ascii_head;

/// A kind of container, told by the content and not by the file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Text, Markdown, anything else without a container.
    Text,
    /// A web page.
    Html,
    /// A Word document (.docx).
    Docx,
    /// A workbook (.xlsx, .xls).
    Workbook,
    /// A PDF.
    Pdf,
}

impl Kind {
    /// The kind of these bytes. What is no container is text.
    ///
    /// ```
    /// use ogi_import::Kind;
    ///
    /// assert_eq!(Kind::of(b"<!doctype html><p>1"), Ok(Kind::Html));
    /// assert_eq!(Kind::of("一、总体情况".as_bytes()), Ok(Kind::Text));
    /// assert_eq!(Kind::of(b"%PDF-1.7"), Ok(Kind::Pdf));
    /// let error = Kind::of(b"GIF89a").unwrap_err();
    /// assert_eq!(error.kind(), "unsupported");
    /// ```
    ///
    /// # Errors
    /// [`ImportError::Unsupported`] for kinds that offices file and that are not read, with advice.
    pub fn of(bytes: &[u8]) -> Result<Self, ImportError> {
        if let Some((what, advice)) = unread(bytes) {
            return Err(ImportError::Unsupported { what, advice });
        }
        if head(bytes).starts_with(b"%PDF-") {
            return Ok(Self::Pdf);
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return archive::kind_of_zip(bytes);
        }
        if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            return archive::kind_of_ole(bytes);
        }
        Ok(if is_html(&ascii_head(bytes)) { Self::Html } else { Self::Text })
    }
}

const AS_DOCX: &str = "save it as .docx or as a web page";
const OF_TEXT: &str = "ask for the report as text: .docx, a web page, or a PDF with text";

/// Kinds that are not read: the first bytes, what it is, what to do.
const UNREAD: [(&[u8], &str, &str); 11] = [
    (b"{\\rtf", "a Rich Text document", AS_DOCX),
    (b"\x89PNG\r\n", "an image", OF_TEXT),
    (b"\xFF\xD8\xFF", "an image", OF_TEXT),
    (b"GIF8", "an image", OF_TEXT),
    (b"BM\x00\x00", "an image", OF_TEXT),
    (b"II*\x00", "an image", OF_TEXT),
    (b"MM\x00*", "an image", OF_TEXT),
    (b"Rar!\x1A\x07", "an archive", "unpack it first"),
    (b"7z\xBC\xAF\x27\x1C", "an archive", "unpack it first"),
    (b"\x1F\x8B\x08", "a compressed file", "unpack it first"),
    (b"MIME-Version:", "a web archive (.mht)", "save it as a web page (.html)"),
];

/// The first bytes. Some tools put a mark or an empty line before the head of a PDF.
fn head(bytes: &[u8]) -> &[u8] {
    let head = &bytes[..bytes.len().min(1024)];
    head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start()
}

fn unread(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(("an image", OF_TEXT));
    }
    let head = head(bytes);
    UNREAD
        .iter()
        .find(|(magic, ..)| head.starts_with(magic))
        .map(|(_, what, advice)| (*what, *advice))
}

/// The elements that a page or a piece of one begins with.
const FIRST: [&[u8]; 33] = [
    b"html", b"head", b"body", b"meta", b"title", b"base", b"link", b"script", b"style", b"table",
    b"tbody", b"tr", b"td", b"div", b"p", b"span", b"font", b"center", b"section", b"article",
    b"main", b"h1", b"h2", b"h3", b"ul", b"ol", b"dl", b"form", b"a", b"b", b"strong", b"br",
    b"img",
];

/// Whether text begins as a page does: with a tag, after blanks and comments.
fn is_html(head: &[u8]) -> bool {
    let mut rest = head.trim_ascii_start();
    loop {
        if rest.starts_with(b"<!--") {
            match rest.windows(3).position(|it| it == b"-->") {
                Some(end) => rest = rest[end + 3..].trim_ascii_start(),
                // A long comment; no text begins like this.
                None => return true,
            }
        } else if rest.starts_with(b"<?") {
            let Some(end) = rest.iter().position(|b| *b == b'>') else { return false };
            rest = rest[end + 1..].trim_ascii_start();
        } else {
            break;
        }
    }
    let Some(tag) = rest.strip_prefix(b"<") else { return false };
    if tag.get(..8).is_some_and(|it| it.eq_ignore_ascii_case(b"!doctype")) {
        return true;
    }
    let end = tag.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(tag.len());
    FIRST.iter().any(|it| tag[..end].eq_ignore_ascii_case(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_by_how_they_begin() {
        for page in [
            "<!DOCTYPE html>",
            "\u{feff} \n<HTML>",
            "<!-- 生成 -->\n<table>",
            "<?xml version='1.0'?><html>",
            "<p style=''>",
            "<meta charset=gbk>",
            "<script>",
        ] {
            assert_eq!(Kind::of(page.as_bytes()), Ok(Kind::Html), "{page}");
        }
        for text in ["", "< 3", "<示例>", "# 报告\n<table>", "一、<p>", "<unknown>", "BM"] {
            assert_eq!(Kind::of(text.as_bytes()), Ok(Kind::Text), "{text}");
        }
        let utf16: Vec<u8> = "<html><p>示例".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(Kind::of(&utf16), Ok(Kind::Html));
    }

    #[test]
    fn a_pdf_may_begin_with_a_mark_or_an_empty_line() {
        for bytes in [&b"%PDF-1.4"[..], b"\n%PDF-1.4", b"\xEF\xBB\xBF%PDF-1.4"] {
            assert_eq!(Kind::of(bytes), Ok(Kind::Pdf));
        }
    }

    #[test]
    fn what_is_not_read_says_what_to_do() {
        for bytes in [&b"{\\rtf1"[..], b"\x89PNG\r\n\x1a\n", b"\xFF\xD8\xFF\xE0"] {
            let error = Kind::of(bytes).unwrap_err();
            assert_eq!(error.kind(), "unsupported");
            assert!(error.to_string().contains("; "), "{error}");
        }
    }
}
