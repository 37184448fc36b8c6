//! Why there is nothing to read.

use core::fmt;

use ogi_model::{Message, Words};

/// Why a source gives no reading. What is odd *about a report* is a note in the reading, never an error.
///
/// Each says in Chinese and in English what the source is and what to do; as text it is English.
///
/// ```
/// use ogi_parse::{ReadOptions, read};
///
/// let text = "示例市民政局2017年政府信息公开工作年度报告\n数据统计期限为2017年1月1日至12月31日。\n\
///     附：政府信息公开情况统计表";
/// let error = read(text, &ReadOptions::default()).unwrap_err();
/// assert_eq!(error.kind(), "before-2019");
/// assert!(error.message().zh.contains("2019年以前"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseError {
    /// Nothing in the text says that it is this report.
    NotAReport,
    /// It has the headings of the report, but no table.
    NoTables,
    /// There are several reports in it, side by side or one after the other.
    SeveralReports,
    /// A notice about reports, as 关于做好…年度报告编制工作的通知; it may carry the blank form.
    Notice,
    /// An explanation of a report, or of how one is filled in (解读, 解释, 问答).
    Explanation,
    /// A list of reports.
    List,
    /// A report of a year before the form, which is for 2019 and later ones.
    Before2019 {
        /// The year.
        year: u16,
    },
    /// The report of a university over an academic year, which has another form.
    University,
    /// More bytes than the limit allows.
    TooLarge {
        /// How many there are.
        size: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// More cells, paragraphs or lines than the limit allows; no report has so many.
    TooManyPieces {
        /// How many are allowed.
        limit: usize,
    },
    /// Whoever wanted it [stopped](crate::Stop) the reading.
    Stopped,
    /// The bytes are not UTF-8.
    NotUtf8 {
        /// The first byte that does not fit, from 0.
        at: usize,
    },
}

/// What a reader says that was stopped.
const STOPPED: Words =
    Words { zh: "读取已中止。", en: "reading was stopped before it was done" };

impl ParseError {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::NotAReport => "not-a-report",
            Self::NoTables => "no-tables",
            Self::SeveralReports => "several-reports",
            Self::Notice => "notice",
            Self::Explanation => "explanation",
            Self::List => "list",
            Self::Before2019 { .. } => "before-2019",
            Self::University => "university",
            Self::TooLarge { .. } => "too-large",
            Self::TooManyPieces { .. } => "too-many-pieces",
            Self::Stopped => "stopped",
            Self::NotUtf8 { .. } => "encoding",
        }
    }

    /// What it is and what to do, in both languages.
    pub fn message(&self) -> Message {
        let words = match self {
            Self::NotAReport => Words {
                zh: "未发现政府信息公开工作年度报告。请确认文件中是报告全文，而不是目录或链接。",
                en: "this is no government information annual report; make sure that the file holds the whole report, \
                     not a link to it",
            },
            Self::NoTables => Words {
                zh: "报告中没有表格。表格可能是图片，或在复制时丢失，请连同表格一并复制。",
                en: "the report has no tables; they may be images, or were lost in copying: copy them too",
            },
            Self::SeveralReports => Words {
                zh: "文件中有不止一份报告。请将每份报告分别存为一个文件。",
                en: "there are several reports in it; save each in a file of its own",
            },
            Self::Notice => Words {
                zh: "这是关于年度报告的通知，不是年度报告。请改用本机关编制的报告；空白的规定格式可用 ogi new 生成。",
                en: "this is a notice about annual reports and none itself; take the report of a body, or write the \
                     blank form with `ogi new`",
            },
            Self::Explanation => Words {
                zh: "这是对年度报告的解读或填报说明，不是年度报告。请改用报告原文。",
                en: "this explains an annual report, or how to fill one in; take the report itself",
            },
            Self::List => Words {
                zh: "这是年度报告的目录，不是年度报告。请逐份打开后保存报告页面。",
                en: "this is a list of annual reports; open each of them and save its page",
            },
            Self::Before2019 { year } => {
                return Message::new(
                    format!(
                        "这是{year}年度的报告。2019年以前的报告不用规定格式，无法读取；请改用2019年及以后年度的报告。"
                    ),
                    format!(
                        "this report is of {year}, before the statutory form; reports of 2019 and later are read"
                    ),
                );
            }
            Self::University => Words {
                zh: "这是高等学校的信息公开年度报告，不用行政机关的规定格式，无法读取。请改用行政机关的报告。",
                en: "this is the report of a university, which has another form; reports of administrative bodies are \
                     read",
            },
            Self::TooLarge { size, limit } => {
                return Message::new(
                    format!(
                        "文件过大（{size}字节），上限为{limit}字节。请删去其中的图片等内容，或拆分后再读。"
                    ),
                    format!(
                        "{size} bytes are more than the limit of {limit}; leave out pictures, or split the file"
                    ),
                );
            }
            Self::TooManyPieces { limit } => {
                return Message::new(
                    format!("内容过多：单元格、段落或行超过{limit}个。请只保留年度报告的正文。"),
                    format!(
                        "more than {limit} cells, paragraphs or lines; keep the text of the annual report alone"
                    ),
                );
            }
            Self::Stopped => STOPPED,
            Self::NotUtf8 { at } => {
                return Message::new(
                    format!("第{}字节起不是 UTF-8 编码的文字。请另存为 UTF-8 编码。", at + 1),
                    format!("not UTF-8 text: byte {at} does not fit; save it as UTF-8"),
                );
            }
        };
        words.into()
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}
