//! Files that are not read: recognised, so that people are told what to do with them.

use std::path::Path;

use ogi::terminal::Language;

/// A kind of file that offices file and that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    Pdf,
    OldOffice,
    Wps,
    Ofd,
    Image,
}

/// The beginnings of files and what they tell.
const MAGIC: [(&[u8], Container); 6] = [
    (b"%PDF-", Container::Pdf),
    (b"PK\x03\x04", Container::Ofd),
    (b"\xd0\xcf\x11\xe0", Container::OldOffice),
    (b"\x89PNG", Container::Image),
    (b"\xff\xd8\xff", Container::Image),
    (b"II*\0", Container::Image),
];

const EXTENSIONS: [(&str, Container); 4] = [
    ("pdf", Container::Pdf),
    ("wps", Container::Wps),
    ("et", Container::Wps),
    ("ofd", Container::Ofd),
];

/// The names of files that may hold a report, beside those that are written too.
const DOCUMENTS: [&str; 11] =
    ["html", "htm", "shtml", "docx", "xlsx", "xls", "pdf", "doc", "wps", "et", "ofd"];

/// Whether a file of this name may hold a report, read or not.
pub(crate) fn may_hold_report(path: &Path) -> bool {
    let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    DOCUMENTS.iter().any(|it| it.eq_ignore_ascii_case(extension))
}

/// What a file that is not read is, by its first bytes; its name tells the kinds apart that begin alike.
pub(crate) fn of(bytes: &[u8], path: Option<&Path>) -> Option<Container> {
    let extension = path.and_then(Path::extension).and_then(|it| it.to_str()).unwrap_or_default();
    let named = EXTENSIONS.iter().find(|it| it.0.eq_ignore_ascii_case(extension)).map(|it| it.1);
    let magic = MAGIC.iter().find(|it| bytes.starts_with(it.0)).map(|it| it.1)?;
    Some(named.unwrap_or(magic))
}

impl Container {
    pub(crate) const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Pdf => language.pick(
                "这个 PDF（没有文字，或程序未带 PDF 功能）",
                "this PDF (it has no text, or the program was built without PDF)",
            ),
            Self::OldOffice => {
                language.pick("旧版 Office 文件（.doc）", "an old Office file (.doc)")
            }
            Self::Wps => language.pick("WPS 文件", "a WPS file"),
            Self::Ofd => language.pick("这种压缩包或 OFD 文件", "an OFD file or another archive"),
            Self::Image => language.pick("图片", "an image"),
        }
    }

    pub(crate) const fn advice(self, language: Language) -> &'static str {
        match self {
            Self::OldOffice | Self::Wps => {
                language.pick("请打开后另存为 .docx 或 .xlsx", "open it and save it as .docx or .xlsx")
            }
            Self::Pdf | Self::Ofd => language.pick(
                "请用原来的 .docx 文件或网页；没有的话，打开后复制全文到 .txt 文件",
                "use the original .docx or the web page; or open it and copy everything into a .txt file",
            ),
            Self::Image => language.pick(
                "图片和扫描件无法读取，请找到文字版",
                "images and scans cannot be read; look for the report as text",
            ),
        }
    }
}
