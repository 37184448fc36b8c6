//! What a source has beside the text that is read: page headers, pictures, attachments, signatures.

use crate::{ImportError, Limits, Words};

/// Something that a source has beside its text, and that no report holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// What it is.
    pub kind: BesideKind,
    /// What it prints, if that is text.
    pub printed: String,
    /// The part of the container that holds it; the name of a file within a file.
    pub part: Option<String>,
    /// The line of a page where it stands.
    pub line: Option<u32>,
}

/// What a source has beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum BesideKind {
    /// Above each page.
    PageHeader,
    /// Below each page.
    PageFooter,
    /// Notes at the foot of a page or at the end.
    Footnotes,
    /// What somebody wrote beside the text.
    Comments,
    /// A picture; a seal is one too.
    Picture,
    /// A diagram.
    Chart,
    /// A file within the file.
    Attachment,
    /// An electronic signature or seal.
    Signature,
    /// Programs.
    Macros,
    /// Text that a portal puts below the article: its own, or the names of attachments.
    Below,
}

impl Beside {
    /// A file within the file.
    pub const fn attachment(name: String) -> Self {
        Self { kind: BesideKind::Attachment, printed: String::new(), part: Some(name), line: None }
    }
}

impl BesideKind {
    /// What it is called.
    pub const fn words(self) -> Words {
        match self {
            Self::PageHeader => Words { zh: "页眉", en: "page header" },
            Self::PageFooter => Words { zh: "页脚", en: "page footer" },
            Self::Footnotes => Words { zh: "脚注、尾注", en: "footnotes" },
            Self::Comments => Words { zh: "批注", en: "comments" },
            Self::Picture => Words { zh: "图片", en: "picture" },
            Self::Chart => Words { zh: "图表", en: "chart" },
            Self::Attachment => Words { zh: "附件", en: "attachment" },
            Self::Signature => {
                Words { zh: "电子签名或签章", en: "electronic signature or seal" }
            }
            Self::Macros => Words { zh: "宏", en: "macros" },
            Self::Below => Words { zh: "正文下方的文字", en: "text below the article" },
        }
    }

    /// What a part of a container is by its name, in lower case; nothing for what only serves the text.
    #[cfg(any(feature = "docx", feature = "xlsx", feature = "ofd"))]
    fn of_part(name: &str) -> Option<Self> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let is_xml = file.ends_with(".xml");
        let in_folder = |it: &str| folder.split('/').any(|part| part == it);
        Some(match file {
            _ if file.ends_with(".rels") => return None,
            _ if file.starts_with("header") && is_xml => Self::PageHeader,
            _ if file.starts_with("footer") && is_xml => Self::PageFooter,
            "footnotes.xml" | "endnotes.xml" => Self::Footnotes,
            _ if file.starts_with("comments") && is_xml && file != "commentsextended.xml" => {
                Self::Comments
            }
            "vbaproject.bin" => Self::Macros,
            "documentsignatures.xml" | "seal.esl" | "signedvalue.dat" => Self::Signature,
            _ if in_folder("_xmlsignatures") && is_xml => Self::Signature,
            _ if in_folder("media") || in_folder("pictures") => Self::Picture,
            _ if in_folder("charts") && file.starts_with("chart") && is_xml => Self::Chart,
            _ if in_folder("embeddings") => Self::Attachment,
            _ => return None,
        })
    }
}

/// What a source has beside the text that [`import`](crate::import) gives, in the order of its parts. Text, and kinds
/// whose parts are not looked into, have nothing.
///
/// ```
/// use ogi_import::{BesideKind, Limits, beside};
///
/// let page = "<html><body>\n<img src=seal.png>\n<p>示例市民政局</p></body></html>";
/// # #[cfg(feature = "html")] {
/// let found = beside(page.as_bytes(), &Limits::default())?;
/// assert_eq!((found[0].kind, found[0].line), (BesideKind::Picture, Some(2)));
/// # }
/// # Ok::<(), ogi_import::ImportError>(())
/// ```
///
/// # Errors
/// [`ImportError`] if it cannot be opened.
pub fn beside(bytes: &[u8], limits: &Limits) -> Result<Vec<Beside>, ImportError> {
    match crate::import::kind(bytes, limits)? {
        #[cfg(feature = "html")]
        crate::Kind::Html => crate::html::beside(&crate::encoding::decode(bytes)?, limits),
        #[cfg(any(feature = "docx", feature = "xlsx", feature = "ofd"))]
        crate::Kind::Docx
        | crate::Kind::OpenDocument
        | crate::Kind::Workbook
        | crate::Kind::Ofd
            if bytes.starts_with(b"PK") =>
        {
            parts::of(bytes, limits)
        }
        _ => Ok(Vec::new()),
    }
}

#[cfg(any(feature = "docx", feature = "xlsx", feature = "ofd"))]
mod parts {
    use super::{Beside, BesideKind};
    use crate::xml::{Piece, Xml};
    use crate::{ImportError, Limits, words, zipped};

    /// What the parts of an archive are.
    pub(super) fn of(bytes: &[u8], limits: &Limits) -> Result<Vec<Beside>, ImportError> {
        let damaged = |detail| ImportError::Damaged { container: words::ARCHIVE, detail };
        let archive = zipped::open(bytes, limits, |error| damaged(error.to_string()))?;
        let mut all = Vec::new();
        for name in zipped::entries(&archive).into_keys() {
            let text = || zipped::part(bytes, &name, limits, damaged);
            let Some(kind) = BesideKind::of_part(&name) else {
                // The head and foot of a sheet stand in the sheet.
                if name.starts_with("xl/worksheets/") && name.ends_with(".xml") {
                    let Some(sheet) = text()? else { continue };
                    of_sheet(&sheet, &name, limits, &mut all)?;
                }
                continue;
            };
            let printed = match kind {
                BesideKind::PageHeader
                | BesideKind::PageFooter
                | BesideKind::Footnotes
                | BesideKind::Comments => {
                    let printed =
                        text()?.map_or_else(|| Ok(String::new()), |it| plain(&it, limits))?;
                    // Every document has an empty one.
                    if printed.is_empty() {
                        continue;
                    }
                    printed
                }
                _ => String::new(),
            };
            all.push(Beside { kind, printed, part: Some(name), line: None });
        }
        Ok(all)
    }

    /// What a part prints.
    fn plain(part: &str, limits: &Limits) -> Result<String, ImportError> {
        let mut xml = Xml::new(part, limits, words::ARCHIVE);
        let (mut printed, mut elements) = (String::new(), Vec::new());
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(it) => {
                    if it.local() == "p" && !printed.is_empty() {
                        printed.push(' ');
                    }
                    elements.push(it.local().to_owned());
                }
                Piece::Close => drop(elements.pop()),
                Piece::Text(text) if elements.last().is_some_and(|it| it == "t") => {
                    printed += &text;
                }
                Piece::Text(_) => {}
            }
        }
        Ok(printed.trim().to_owned())
    }

    /// `<oddHeader>&amp;C示例市民政局</oddHeader>`: what is printed above and below each page of a sheet.
    fn of_sheet(
        sheet: &str,
        name: &str,
        limits: &Limits,
        all: &mut Vec<Beside>,
    ) -> Result<(), ImportError> {
        let mut xml = Xml::new(sheet, limits, words::WORKBOOK);
        let mut open: Option<(BesideKind, String)> = None;
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(it) => {
                    let kind = match it.local() {
                        local if local.ends_with("Header") => Some(BesideKind::PageHeader),
                        local if local.ends_with("Footer") => Some(BesideKind::PageFooter),
                        _ => None,
                    };
                    open = kind.map(|it| (it, String::new()));
                }
                Piece::Close => {
                    if let Some((kind, printed)) = open.take().filter(|it| !it.1.is_empty()) {
                        all.push(Beside { kind, printed, part: Some(name.to_owned()), line: None });
                    }
                }
                Piece::Text(text) => {
                    if let Some((_, printed)) = &mut open {
                        *printed += text.trim();
                    }
                }
            }
        }
        Ok(())
    }
}
