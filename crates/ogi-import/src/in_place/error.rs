//! Why a file cannot be commented on or changed as it is.

use core::fmt;

use ogi_model::{Message, Place};

use crate::{ImportError, Kind, Words};

/// Why a file cannot be commented on or changed as it is. Each says in Chinese and in English what it is and what to do; as
/// text it is English.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InPlaceError {
    /// It cannot be opened.
    Import(#[from] ImportError),
    /// Comments are not put into files of this kind.
    NotAnnotated(Kind),
    /// Figures are not changed in files of this kind.
    NotChanged(Kind),
    /// It has a digital signature, which would no longer be true.
    Signed,
    /// It takes other documents in, whose tables cannot be distinguished from its own.
    Embeds,
    /// There is no cell or paragraph at a place.
    NotFound(Place),
    /// A figure is the result of a formula or a field.
    Formula(Place),
    /// A cell is blank, so that there is no figure to change.
    Blank(Place),
    /// What stands at a place is more than one figure, or not written as text.
    NoPlainFigure(Place),
    /// The changed file does not say what it should; nothing is written.
    Misread,
}

impl InPlaceError {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Import(error) => error.kind(),
            Self::NotAnnotated(_) => "not-annotated",
            Self::NotChanged(_) => "not-changed",
            Self::Signed => "signed",
            Self::Embeds => "embeds",
            Self::NotFound(_) => "not-found",
            Self::Formula(_) => "formula",
            Self::Blank(_) => "blank",
            Self::NoPlainFigure(_) => "no-plain-figure",
            Self::Misread => "misread",
        }
    }

    /// The place that it is about.
    pub const fn place(&self) -> Option<&Place> {
        match self {
            Self::NotFound(place)
            | Self::Formula(place)
            | Self::Blank(place)
            | Self::NoPlainFigure(place) => Some(place),
            _ => None,
        }
    }

    /// What it is and what to do, in both languages; where it is about a [place](Self::place), without that.
    ///
    /// ```
    /// use ogi_import::{InPlaceError, Kind};
    ///
    /// let message = InPlaceError::NotChanged(Kind::Pdf).message();
    /// assert_eq!(message.zh, "PDF不能直接修改。请改原来的 Word、Excel 文件或网页，或先转换成 .docx、.xlsx 再改。");
    /// ```
    pub fn message(&self) -> Message {
        match self {
            Self::Import(error) => error.message(),
            Self::NotAnnotated(Kind::Html) => Message::new(
                "网页上不能加批注。请另外生成标出问题的网页。",
                "comments are not put into a web page; write a page with the findings marked instead",
            ),
            Self::NotAnnotated(kind) => {
                let name = name(*kind);
                Message::new(
                    format!(
                        "{}上不能加批注。请用原来的 Word 或 Excel 文件，或先转换成 .docx、.xlsx。",
                        name.zh
                    ),
                    format!(
                        "comments are not put into {}; use the .docx or .xlsx that it was made from, or convert it to one",
                        name.en
                    ),
                )
            }
            Self::NotChanged(kind) => {
                let name = name(*kind);
                Message::new(
                    format!(
                        "{}不能直接修改。请改原来的 Word、Excel 文件或网页，或先转换成 .docx、.xlsx 再改。",
                        name.zh
                    ),
                    format!(
                        "{} is not changed; change the .docx, .xlsx or page that it was made from, or convert it to one",
                        name.en
                    ),
                )
            }
            Self::Signed => Message::new(
                "文件有数字签名，改动后签名失效。请改签名之前的文件。",
                "it has a digital signature, which a change would break; change the file that was signed",
            ),
            Self::Embeds => Message::new(
                "文档中嵌有其他文档。请用 Word 打开后另存为 .docx 再试。",
                "it takes other documents in; open it in Word and save it as .docx",
            ),
            Self::NotFound(_) => {
                Message::new("文件中找不到这个位置。", "there is no such place in the file")
            }
            Self::Formula(_) => Message::new(
                "这个数由公式算出，不能直接改写。请改公式，或改公式引用的单元格。",
                "this figure is the result of a formula; change the formula or the cells that it refers to",
            ),
            Self::Blank(_) => Message::new(
                "单元格是空白的，没有数可改。请直接填写。",
                "the cell is blank, and there is no figure to change; fill it in by hand",
            ),
            Self::NoPlainFigure(_) => Message::new(
                "这里不是单独的一个数（可能是几个数、图形或引用的内容），不能直接改写。请打开文件手工修改。",
                "what stands there is not one figure in plain text; change it by hand",
            ),
            Self::Misread => Message::new(
                "改动后的文件读出来与预期不一致，没有写出。请打开文件手工修改。",
                "the changed file does not read as it should, so it was not written; change it by hand",
            ),
        }
    }
}

/// What a kind is called: of workbooks only those before 2007 are neither commented on nor changed.
const fn name(kind: Kind) -> Words {
    match kind {
        Kind::Workbook => Words { zh: "旧版工作簿（.xls）", en: "a workbook of Excel 97" },
        kind => kind.name(),
    }
}

impl fmt::Display for InPlaceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}
