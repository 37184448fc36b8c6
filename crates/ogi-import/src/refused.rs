//! Kinds of sources that offices file and that are not read: what each is called, and what to do.

use crate::Words;

/// A kind of source that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Refused {
    /// Another file of an office program before 2007.
    OldOffice,
    /// A document of Word before Word 97.
    OldWord,
    /// An OFD document without text: of images, or empty.
    OfdWithoutText,
    /// A presentation.
    Presentation,
    /// A binary workbook (.xlsb).
    BinaryWorkbook,
    /// A workbook of Excel 2003 as XML.
    WorkbookXml,
    /// An archive of another kind than zip.
    Archive,
    /// Several reports within one file.
    Several,
    /// A compressed file.
    Compressed,
    /// An image.
    Image,
    /// A PDF of images.
    Scan,
    /// A PDF without text or images.
    EmptyPdf,
    /// A page whose tables are pictures.
    PicturePage,
    /// A page that links the report.
    LinkPage,
    /// A page that is empty until its scripts run.
    ScriptPage,
    /// Documents within a document within a document.
    Nested,
    /// A kind that this build was made without.
    NotBuilt,
}

const AS_DOCX: Words =
    Words { zh: "请打开后另存为 .docx", en: "open it and save it as .docx" };
const AS_XLSX: Words =
    Words { zh: "请打开后另存为 .xlsx", en: "open it and save it as .xlsx" };
const UNPACK: Words = Words { zh: "请先解压", en: "unpack it first" };
const OF_TEXT: Words = Words {
    zh: "请找到文字版：.docx、网页或有文字的 PDF",
    en: "ask for the report as text: .docx, a web page, or a PDF with text",
};

impl Refused {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::OldOffice,
        Self::OldWord,
        Self::OfdWithoutText,
        Self::Presentation,
        Self::BinaryWorkbook,
        Self::WorkbookXml,
        Self::Archive,
        Self::Several,
        Self::Compressed,
        Self::Image,
        Self::Scan,
        Self::EmptyPdf,
        Self::PicturePage,
        Self::LinkPage,
        Self::ScriptPage,
        Self::Nested,
        Self::NotBuilt,
    ];

    /// What it is.
    pub const fn name(self) -> Words {
        let (zh, en) = match self {
            Self::OldOffice => ("旧版 Office 文件", "a file of an old office program"),
            Self::OldWord => ("Word 95 或更早的文档", "a document of Word 95 or before"),
            Self::OfdWithoutText => ("没有文字的 OFD 文件", "an OFD document without text"),
            Self::Presentation => ("演示文稿", "a presentation"),
            Self::BinaryWorkbook => ("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)"),
            Self::WorkbookXml => ("Excel 2003 XML 表格", "a workbook of Excel 2003 as XML"),
            Self::Archive => ("压缩包（.rar、.7z）", "an archive (.rar, .7z)"),
            Self::Several => {
                ("含有多份报告的压缩包或邮件", "an archive or mail with several reports in it")
            }
            Self::Compressed => ("压缩文件", "a compressed file"),
            Self::Image => ("图片", "an image"),
            Self::Scan => ("没有文字的扫描件", "a scan without text"),
            Self::EmptyPdf => ("没有文字的 PDF", "a PDF without text"),
            Self::PicturePage => ("用图片代替表格的网页", "a page with pictures for tables"),
            Self::LinkPage => ("只有下载链接的网页", "a page that links a document"),
            Self::ScriptPage => {
                ("要运行脚本才有内容的网页", "a page that is empty until its scripts run")
            }
            Self::Nested => {
                ("层层嵌入其他文档的文档", "a document within documents within documents")
            }
            Self::NotBuilt => (
                "这种文件（本程序未带此功能）",
                "this kind of file, which this program was built without,",
            ),
        };
        Words { zh, en }
    }

    /// What to do.
    pub const fn advice(self) -> Words {
        match self {
            Self::OldWord | Self::Presentation | Self::Nested => AS_DOCX,
            Self::OldOffice => Words {
                zh: "请打开后另存为 .docx（文档）或 .xlsx（表格）",
                en: "open it and save it as .docx, or a workbook as .xlsx",
            },
            Self::BinaryWorkbook | Self::WorkbookXml => AS_XLSX,
            Self::Archive | Self::Several | Self::Compressed => UNPACK,
            Self::Image | Self::PicturePage => OF_TEXT,
            Self::Scan | Self::OfdWithoutText => Words {
                zh: "请用原来的文件；没有的话，先做文字识别（OCR）并核对数字",
                en: "use the original document, or recognise the text first (OCR) and check the figures",
            },
            Self::EmptyPdf => Words {
                zh: "请用原来的文件另存为 .docx",
                en: "save the original document as .docx",
            },
            Self::LinkPage => {
                Words { zh: "请打开所链接的文件", en: "open the linked document" }
            }
            Self::ScriptPage => Words {
                zh: "请在浏览器里打开，保存所显示的内容",
                en: "open it in a browser and save what it shows",
            },
            Self::NotBuilt => Words { zh: "请另存为文本", en: "save it as text" },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_has_a_name_of_its_own_and_advice_in_both_languages() {
        let names: BTreeSet<_> =
            Refused::ALL.iter().flat_map(|it| [it.name().zh, it.name().en]).collect();
        assert_eq!(names.len(), 2 * Refused::ALL.len());
        for refused in Refused::ALL {
            assert!(!refused.advice().zh.is_ascii() && refused.advice().en.is_ascii());
            assert!(!refused.name().zh.is_ascii() && refused.name().en.is_ascii());
        }
    }
}
