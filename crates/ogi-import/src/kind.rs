//! What kind of container bytes are.

use crate::archive;
use crate::encoding::ascii_head;
use crate::{ImportError, Refused, Words};

/// A kind of container, known by the content and not by the file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Text, Markdown, anything else without a container.
    Text,
    /// A web page.
    Html,
    /// A Word document (.docx).
    Docx,
    /// A Word document as one file of XML: of Word 2003, or the parts of a .docx in a row.
    WordXml,
    /// An OpenDocument text or spreadsheet (.odt, .ods), also as one file of XML (.fodt, .fods).
    OpenDocument,
    /// A document of Word 97 or WPS (.doc, .wps).
    Doc,
    /// A workbook (.xlsx, .xls).
    Workbook,
    /// A Rich Text document (.rtf, and many a .doc).
    RichText,
    /// A PDF.
    Pdf,
    /// An OFD document (GB/T 33190).
    Ofd,
    /// A zip archive of other files.
    Archive,
    /// A mail, or a page with all that belongs to it in one file (.eml, .mht, .mhtml).
    Mail,
}

impl Kind {
    /// A stable word for programs.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::WordXml => "word-xml",
            Self::OpenDocument => "open-document",
            Self::Doc => "doc",
            Self::Workbook => "workbook",
            Self::RichText => "rtf",
            Self::Pdf => "pdf",
            Self::Ofd => "ofd",
            Self::Archive => "archive",
            Self::Mail => "mail",
        }
    }

    /// Whether it is a source itself, and holds no others.
    pub const fn is_source(self) -> bool {
        !matches!(self, Self::Archive | Self::Mail)
    }

    /// What it is called.
    pub const fn name(self) -> Words {
        match self {
            Self::Text => Words { zh: "文本文件", en: "a text" },
            Self::Html => Words { zh: "网页", en: "a web page" },
            Self::Docx => Words { zh: "Word 文档", en: "a Word document" },
            Self::WordXml => {
                Words { zh: "XML 格式的 Word 文档", en: "a Word document as XML" }
            }
            Self::OpenDocument => Words { zh: "OpenDocument 文件", en: "an OpenDocument file" },
            Self::Doc => {
                Words { zh: "旧版 Word、WPS 文档", en: "a document of Word 97 or WPS" }
            }
            Self::Workbook => Words { zh: "工作簿", en: "a workbook" },
            Self::RichText => Words { zh: "RTF 文档", en: "a Rich Text document" },
            Self::Pdf => Words { zh: "PDF", en: "a PDF" },
            Self::Ofd => Words { zh: "OFD 文件", en: "an OFD document" },
            Self::Archive => Words { zh: "压缩包", en: "an archive" },
            Self::Mail => Words { zh: "邮件", en: "a mail" },
        }
    }

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
    /// [`ImportError::Refused`] for kinds that offices file and that are not read, with advice.
    pub fn of(bytes: &[u8]) -> Result<Self, ImportError> {
        if let Some(refused) = refused(bytes) {
            return Err(ImportError::Refused(refused));
        }
        if head(bytes).starts_with(b"%PDF-") {
            return Ok(Self::Pdf);
        }
        if head(bytes).starts_with(b"{\\rtf") {
            return Ok(Self::RichText);
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return archive::kind_of_zip(bytes);
        }
        if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            return archive::kind_of_ole(bytes);
        }
        let head = ascii_head(bytes);
        if is_mail(&head) {
            return Ok(Self::Mail);
        }
        if let Some(kind) = kind_of_xml(&head) {
            return kind;
        }
        Ok(if is_html(&head) && !is_marked_up(bytes) { Self::Html } else { Self::Text })
    }
}

/// Kinds that are not read, by their first bytes.
const REFUSED: [(&[u8], Refused); 9] = [
    (b"\x89PNG\r\n", Refused::Image),
    (b"\xFF\xD8\xFF", Refused::Image),
    (b"GIF8", Refused::Image),
    (b"BM\x00\x00", Refused::Image),
    (b"II*\x00", Refused::Image),
    (b"MM\x00*", Refused::Image),
    (b"Rar!\x1A\x07", Refused::Archive),
    (b"7z\xBC\xAF\x27\x1C", Refused::Archive),
    (b"\x1F\x8B\x08", Refused::Compressed),
];

/// The first bytes. Some tools put a mark or an empty line before the head of a PDF.
fn head(bytes: &[u8]) -> &[u8] {
    let head = &bytes[..bytes.len().min(1024)];
    head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start()
}

fn refused(bytes: &[u8]) -> Option<Refused> {
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Refused::Image);
    }
    let head = head(bytes);
    REFUSED.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, refused)| *refused)
}

/// Whether a text begins with the fields of a mail, and says so in one of them.
fn is_mail(head: &[u8]) -> bool {
    let mut fields = Vec::new();
    for line in head.trim_ascii_start().split(|b| *b == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        // What begins with a blank goes on with the field before.
        if line.first().is_some_and(|b| matches!(b, b' ' | b'\t')) && !fields.is_empty() {
            continue;
        }
        let name = line.iter().position(|b| *b == b':').map(|at| &line[..at]);
        let is_name = |it: &&[u8]| !it.is_empty() && it.iter().all(|b| b.is_ascii_graphic());
        let Some(name) = name.filter(is_name) else { break };
        fields.push(name.to_ascii_lowercase());
    }
    let has = |name: &[u8]| fields.iter().any(|it| it == name);
    has(b"mime-version") || has(b"content-type") || has(b"message-id") || has(b"received")
}

/// The kind of XML of an office program, by the name of its first element.
fn kind_of_xml(head: &[u8]) -> Option<Result<Kind, ImportError>> {
    let tag = first_tag(head)?;
    let end = tag.iter().position(|b| b.is_ascii_whitespace() || *b == b'>');
    let name = &tag[..end.unwrap_or(tag.len())];
    let names = |word: &str| head.windows(word.len()).any(|it| it == word.as_bytes());
    let local = name.rsplit(|b| *b == b':').next().unwrap_or(name);
    match local {
        b"wordDocument" => Some(Ok(Kind::WordXml)),
        b"package" if names("/office/2006/xmlPackage") => Some(Ok(Kind::WordXml)),
        b"document" if names("opendocument:xmlns:office") => Some(Ok(Kind::OpenDocument)),
        b"Workbook" if names("microsoft-com:office:spreadsheet") => {
            Some(Err(ImportError::Refused(Refused::WorkbookXml)))
        }
        _ => None,
    }
}

/// The elements that a page or a piece of one begins with.
const FIRST: [&[u8]; 33] = [
    b"html", b"head", b"body", b"meta", b"title", b"base", b"link", b"script", b"style", b"table",
    b"tbody", b"tr", b"td", b"div", b"p", b"span", b"font", b"center", b"section", b"article",
    b"main", b"h1", b"h2", b"h3", b"ul", b"ol", b"dl", b"form", b"a", b"b", b"strong", b"br",
    b"img",
];

/// Whether the tables of a text that begins with a tag are those of a wiki or of Markdown: lines that begin with a bar,
/// and no table of HTML. A program that converts pages leaves the boxes around the article.
fn is_marked_up(bytes: &[u8]) -> bool {
    const FEWEST: usize = 5;
    let has_table = memchr::memmem::find_iter(bytes, b"<t").any(|at| {
        let tag = bytes.get(at + 1..at + 6).unwrap_or_default();
        tag.eq_ignore_ascii_case(b"table")
    });
    !has_table && memchr::memmem::find_iter(bytes, b"\n|").take(FEWEST).count() == FEWEST
}

/// Whether text begins as a page does: with a tag, after blanks and comments.
fn is_html(head: &[u8]) -> bool {
    // A long comment; no text begins like this.
    let Some(tag) = first_tag(head) else { return head.trim_ascii_start().starts_with(b"<!--") };
    if tag.get(..8).is_some_and(|it| it.eq_ignore_ascii_case(b"!doctype")) {
        return true;
    }
    let end = tag.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(tag.len());
    FIRST.iter().any(|it| tag[..end].eq_ignore_ascii_case(it))
}

/// What follows the first `<` of an element, after blanks, comments and instructions.
fn first_tag(head: &[u8]) -> Option<&[u8]> {
    let mut rest = head.trim_ascii_start();
    loop {
        let end: &[u8] = if rest.starts_with(b"<!--") {
            b"-->"
        } else if rest.starts_with(b"<?") {
            b">"
        } else {
            return rest.strip_prefix(b"<");
        };
        let at = rest.windows(end.len()).position(|it| it == end)?;
        rest = rest[at + end.len()..].trim_ascii_start();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_stated_by_how_they_begin() {
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
        for bytes in [&b"\x89PNG\r\n\x1a\n"[..], b"\xFF\xD8\xFF\xE0"] {
            let error = Kind::of(bytes).unwrap_err();
            assert_eq!(error.kind(), "unsupported");
            assert!(error.to_string().contains("; "), "{error}");
        }
    }
}
