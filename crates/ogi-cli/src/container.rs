//! Files that are no text: recognised, so that people are told what to do with them.

use std::path::Path;

use ogi::terminal::Language;

/// A kind of file that holds reports and is not read yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    Html,
    Pdf,
    Office,
    Wps,
    Ofd,
    Image,
}

/// The beginnings of files and what they tell.
const MAGIC: [(&[u8], Container); 6] = [
    (b"%PDF-", Container::Pdf),
    (b"PK\x03\x04", Container::Office),
    (b"\xd0\xcf\x11\xe0", Container::Office),
    (b"\x89PNG", Container::Image),
    (b"\xff\xd8\xff", Container::Image),
    (b"II*\0", Container::Image),
];

const EXTENSIONS: [(&str, Container); 10] = [
    ("html", Container::Html),
    ("htm", Container::Html),
    ("pdf", Container::Pdf),
    ("doc", Container::Office),
    ("docx", Container::Office),
    ("xls", Container::Office),
    ("xlsx", Container::Office),
    ("wps", Container::Wps),
    ("et", Container::Wps),
    ("ofd", Container::Ofd),
];

/// What the name of a file tells.
pub(crate) fn of_path(path: &Path) -> Option<Container> {
    let extension = path.extension()?.to_str()?;
    EXTENSIONS.iter().find(|it| it.0.eq_ignore_ascii_case(extension)).map(|it| it.1)
}

/// What a file is, by its first bytes; its name tells the kinds apart that begin alike.
pub(crate) fn of(bytes: &[u8], path: Option<&Path>) -> Option<Container> {
    let named = path.and_then(of_path);
    let magic = MAGIC.iter().find(|it| bytes.starts_with(it.0)).map(|it| it.1);
    magic.map(|it| named.unwrap_or(it)).or_else(|| is_html(bytes).then_some(Container::Html))
}

/// Whether it begins with a tag, as no text of a report does.
fn is_html(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    matches!(bytes, [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'!' | b'?', ..])
}

impl Container {
    pub(crate) const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Html => language.pick("网页（HTML）", "a web page (HTML)"),
            Self::Pdf => language.pick("PDF 文件", "a PDF file"),
            Self::Office => language.pick("Word 或 Excel 文件", "a Word or Excel file"),
            Self::Wps => language.pick("WPS 文件", "a WPS file"),
            Self::Ofd => language.pick("OFD 文件", "an OFD file"),
            Self::Image => language.pick("图片", "an image"),
        }
    }

    pub(crate) const fn advice(self, language: Language) -> &'static str {
        match self {
            Self::Html => language.pick(
                "请在浏览器中打开，全选、复制，粘贴到 UTF-8 的 .txt 文件",
                "open it in a browser, copy everything, and paste it into a .txt file in UTF-8",
            ),
            Self::Pdf | Self::Office | Self::Wps | Self::Ofd => language.pick(
                "请打开后全选、复制，粘贴到 UTF-8 的 .txt 文件",
                "open it, copy everything, and paste it into a .txt file in UTF-8",
            ),
            Self::Image => language.pick(
                "图片和扫描件无法读取，请找到文字版",
                "images and scans cannot be read; look for the report as text",
            ),
        }
    }
}
