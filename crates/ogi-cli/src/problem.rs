//! What goes wrong, in plain words, with advice.

use std::io;

use ogi::check::{Message, PolicyErrors, RepairError};
use ogi::embed::EmbedError;
use ogi::import::Kind;
use ogi::terminal::{Language, visible};
use ogi::{Format, InPlaceError, ReadError, Rule};

/// Why something could not be read or run.
#[derive(Debug)]
pub(crate) enum Problem {
    /// The file cannot be opened or read.
    Input(io::Error),
    /// A folder without reports.
    EmptyFolder,
    /// It holds no report that can be read.
    NoReport(EmbedError),
    /// A file name that states no format.
    FormatUnknown,
    /// Nothing states whose report a new one is, or of which year.
    Nameless,
    /// The report to start from is not of the year before.
    NotLastYear(Option<u16>),
    /// No report can be of this year.
    NoSuchYear(u16),
    /// A form cannot hold what last year's report leaves for it.
    NoForm(ogi::model::BuildError),
    /// The file to write is there already.
    Exists,
    /// The folder to write to holds something already.
    NotEmpty,
    /// An option that is for other formats, and which.
    OptionIsFor(&'static str, &'static str),
    /// What is no text was to be written to a terminal.
    NotForTerminals,
    /// The output is the input.
    SameFile,
    /// Several files where one makes a picture.
    OneFileOnly,
    /// Several reports would go to something that is no folder.
    NoFolder,
    /// The pages of several reports would go nowhere.
    NoTarget,
    /// Reports of several agencies where one is drawn.
    SeveralAgencies(Vec<String>),
    /// The folder to write to is inside one that is read.
    OutputInside,
    /// Another input went there already.
    Taken(String),
    /// A parent without children.
    NoChildren,
    /// A workbook of children beside a parent that is not there yet.
    NoParent,
    /// Suggestions cannot be applied.
    Repair(RepairError),
    /// A file cannot be commented on or changed as it is; the figure that it is about.
    InPlace(InPlaceError, Option<Box<Message>>),
    /// A file that is changed stays of its kind.
    OtherFormat(Format),
    /// The sums cannot distinguish a suggestion from others; what it changes.
    Ambiguous { id: usize, of: usize, cells: Vec<String> },
    /// No rule has this id; the one that was probably meant.
    UnknownRule(String, Option<&'static Rule>),
    /// A policy or a baseline has a mistake.
    Policy(PolicyErrors),
    /// A register cannot be counted, or a mapping of one has a mistake.
    Tally(ogi::tally::TallyError),
    /// Nothing states which year is counted.
    NoYear,
    /// A register is counted for a year, and the report beside it is of another.
    OtherYear { report: u16, wanted: u16 },
    /// How a register is understood is a guess that nobody agreed to.
    Guessed,
    /// This program was built without a feature.
    #[cfg_attr(feature = "parquet", allow(dead_code, reason = "all is built"))]
    NotBuilt(&'static str),
    /// The settings file has a mistake: where, and what the library says.
    Settings { line: usize, column: usize, message: String },
    /// The example of a rule is not a piece of its document: a mistake of this program.
    Example(&'static str),
    /// The inputs are below several settings files.
    SeveralSettings,
    /// The output could not be written.
    Output(io::Error),
    /// The report does not fit what is written.
    Write(ogi::render::WriteError),
    /// Any of these, and about which file.
    Of(String, Box<Self>),
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<ogi::render::WriteError> for Problem {
    fn from(error: ogi::render::WriteError) -> Self {
        match error {
            ogi::render::WriteError::Io(error) => Self::Output(error),
            other => Self::Write(other),
        }
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

impl Problem {
    /// A stable word for programs.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Input(_) => "io",
            Self::EmptyFolder => "empty-folder",
            Self::NoReport(error) => error.kind(),
            Self::FormatUnknown => "format-unknown",
            Self::Nameless => "nameless",
            Self::NotLastYear(_) => "not-last-year",
            Self::NoSuchYear(_) => "no-such-year",
            Self::NoForm(_) => "no-form",
            Self::SeveralAgencies(_) => "several-agencies",
            Self::Exists => "exists",
            Self::NotEmpty => "not-empty",
            Self::OptionIsFor(..) => "option",
            Self::NotForTerminals => "not-for-terminals",
            Self::SameFile => "same-file",
            Self::OneFileOnly => "one-file-only",
            Self::NoFolder => "no-folder",
            Self::NoTarget => "no-target",
            Self::OutputInside => "output-inside",
            Self::Taken(_) => "taken",
            Self::NoChildren => "no-children",
            Self::NoParent => "no-parent",
            Self::Repair(_) => "repair",
            Self::InPlace(error, _) => error.kind(),
            Self::OtherFormat(_) => "other-format",
            Self::Ambiguous { .. } => "ambiguous",
            Self::UnknownRule(..) => "unknown-rule",
            Self::Policy(_) => "policy",
            Self::Tally(error) => error.kind(),
            Self::NoYear => "no-year",
            Self::OtherYear { .. } => "other-year",
            Self::Guessed => "guessed",
            Self::NotBuilt(_) => "not-built",
            Self::Settings { .. } => "settings",
            Self::Example(_) => "example",
            Self::SeveralSettings => "several-settings",
            Self::Output(_) => "output",
            Self::Write(error) => error.kind(),
            Self::Of(_, problem) => problem.kind(),
        }
    }

    /// No rule has this id.
    pub(crate) fn unknown_rule(id: &str) -> Self {
        Self::UnknownRule(id.to_owned(), Rule::nearest(id))
    }

    /// Whether it is only that nobody reads the output any more.
    pub(crate) fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// The same, with the file that it is about.
    pub(crate) fn of(self, path: &str) -> Self {
        Self::Of(path.to_owned(), Box::new(self))
    }

    /// Whether the file is whole and holds something else.
    pub(crate) const fn is_no_report(&self) -> bool {
        use ogi::parse::ParseError::{Explanation, List, NotAReport, Notice};
        matches!(
            self,
            Self::NoReport(EmbedError::Read(ReadError::Parse(
                NotAReport | Notice | Explanation | List
            )))
        )
    }

    /// What it is, in both languages.
    pub(crate) fn message(&self) -> Message {
        Message::new(self.what(Language::Zh), self.what(Language::En))
    }

    /// What it is and what to do.
    pub(crate) fn in_words(&self, language: Language) -> String {
        let (what, advice) = (self.what(language), self.advice(language));
        let sentence = match (advice, language) {
            (None, _) => what,
            (Some(advice), Language::Zh) => format!("{what}。{advice}。"),
            (Some(advice), Language::En) => format!("{what}; {advice}"),
        };
        visible(&sentence).into_owned()
    }

    fn what(&self, language: Language) -> String {
        let pick = |zh: &str, en: &str| language.pick(zh, en).to_owned();
        match self {
            Self::Input(error) => input(error, language),
            Self::EmptyFolder => pick("文件夹里没有报告", "there are no reports in this folder"),
            Self::NoReport(error) => language.of(&error.message()).to_owned(),
            Self::Write(error) => language.of(&error.message()).to_owned(),
            Self::FormatUnknown => {
                pick("从文件名无法判断文件格式", "the file name does not state the format")
            }
            Self::Nameless => pick(
                "没有写明是哪个机关、哪一年度的报告",
                "nothing states whose report it is, or of which year",
            ),
            Self::NotLastYear(None) => pick(
                "这份报告没有写明年度，不能确定是上一年度的",
                "this report does not say its year, which should be the year before",
            ),
            Self::NotLastYear(Some(year)) => match language {
                Language::Zh => format!("这是{year}年度的报告，不是上一年度的"),
                Language::En => format!("this report is of {year}, not of the year before"),
            },
            Self::NoSuchYear(year) => match language {
                Language::Zh => format!("没有{year}年度的这种报告"),
                Language::En => format!("there is no such report of {year}"),
            },
            Self::NoForm(error) => {
                let error = error.message();
                match language {
                    Language::Zh => format!("不能由上一年度的报告生成新报告：{}", error.zh),
                    Language::En => {
                        format!("the form cannot be made from last year's report: {}", error.en)
                    }
                }
            }
            Self::SeveralAgencies(names) => match language {
                Language::Zh => format!("这些报告不是同一机关的：{}", names.join("、")),
                Language::En => {
                    format!("these are reports of several agencies: {}", names.join(", "))
                }
            },
            Self::Exists => pick("文件已经存在", "the file exists already"),
            Self::NotEmpty => pick("文件夹里已有内容", "the folder is not empty"),
            Self::OptionIsFor(option, formats) => match language {
                Language::Zh => format!("{option} 只用于 {formats}"),
                Language::En => format!("{option} is for {formats} alone"),
            },
            Self::NotForTerminals => pick(
                "这种格式不是文字，不能显示在终端上",
                "this format is no text and cannot be shown on a terminal",
            ),
            Self::SameFile => pick("输出文件就是输入文件", "the output is the input"),
            Self::OneFileOnly => pick("这种图只能是一个文件的", "such a picture is of one file"),
            Self::NoTarget => pick(
                "多份报告的网页要写到一个文件夹",
                "the pages of several reports go to a folder",
            ),
            Self::NoFolder => pick("输出位置不是文件夹", "this is no folder"),
            Self::OutputInside => pick(
                "输出文件夹在输入文件夹里面",
                "the output folder is inside a folder that is read",
            ),
            Self::Taken(path) => match language {
                Language::Zh => format!("另一份报告已写成{path}"),
                Language::En => format!("another report went to {path} already"),
            },
            Self::NoChildren => pick("没有指明下级单位的报告", "no report of a child was given"),
            Self::NoParent => pick(
                "对照工作簿须有汇总报告",
                "a workbook shows children beside their parent's report",
            ),
            Self::Repair(error) => language.of(&error.message()).to_owned(),
            Self::InPlace(error, at) => {
                let message = error.message();
                let message = language.of(&message).trim_end_matches('。');
                match (at, language) {
                    (None, _) => message.to_owned(),
                    (Some(at), Language::Zh) => format!("{}：{message}", at.zh),
                    (Some(at), Language::En) => format!("{}: {message}", at.en),
                }
            }
            Self::OtherFormat(own) => match language {
                Language::Zh => format!("直接修改不改变格式：原文件是 {own}"),
                Language::En => format!("a file that is changed stays what it is: {own}"),
            },
            Self::Ambiguous { id, of, cells } => match language {
                Language::Zh => format!(
                    "修改建议{id}（改“{}”）只是{of}种改法之一，仅凭勾稽关系无法区分",
                    cells.join("”“")
                ),
                Language::En => format!(
                    "suggestion {id} (of “{}”) is one of {of} that the sums cannot distinguish",
                    cells.join("” and “")
                ),
            },
            Self::Tally(error) => language.of(&error.message()).to_owned(),
            Self::NoYear => pick("没有写明统计哪一年度", "nothing states which year is meant"),
            Self::OtherYear { report, wanted } => match language {
                Language::Zh => format!("报告是{report}年度的，不是{wanted}年度的"),
                Language::En => format!("the report is of {report}, not of {wanted}"),
            },
            Self::Guessed => pick(
                "对应关系是推测的，未经确认，没有统计",
                "what the register means is a guess that nobody agreed to: nothing was counted",
            ),
            Self::NotBuilt(feature) => match language {
                Language::Zh => format!("这个程序编译时没有包含 {feature}"),
                Language::En => format!("this program was built without {feature}"),
            },
            Self::Settings { line, column, message } => match language {
                Language::Zh => format!("第{line}行第{column}列有误"),
                Language::En => format!("line {line}, column {column}: {message}"),
            },
            Self::Example(id) => match language {
                Language::Zh => format!("规则“{id}”的例子有误，请向开发者报告"),
                Language::En => {
                    format!("the example of the rule `{id}` is wrong: please report it")
                }
            },
            Self::SeveralSettings => pick(
                "这些文件所属的 ogi.toml 不是同一个",
                "these files are not below the same ogi.toml",
            ),
            Self::UnknownRule(id, None) => match language {
                Language::Zh => format!("没有编号为“{id}”的规则"),
                Language::En => format!("there is no rule `{id}`"),
            },
            Self::UnknownRule(id, Some(nearest)) => match language {
                Language::Zh => format!("没有编号为“{id}”的规则，是否指“{nearest}”"),
                Language::En => format!("there is no rule `{id}`, did you mean `{nearest}`?"),
            },
            Self::Policy(errors) => language.of(&errors.message()).to_owned(),
            Self::Output(error) => not_written(error, language),
            Self::Of(path, problem) => {
                let what = problem.what(language);
                what.lines().map(|it| format!("{path}: {it}")).collect::<Vec<_>>().join("\n")
            }
        }
    }

    fn advice(&self, language: Language) -> Option<&'static str> {
        let (zh, en) = match self {
            Self::Of(_, problem) => return problem.advice(language),
            Self::EmptyFolder => (
                "请检查路径；文件名应以 .txt、.md、.json、.html、.docx、.xlsx 或 .pdf 等结尾",
                "check the path; names of reports end with .txt, .md, .json, .html, .docx, .xlsx, .pdf or the like",
            ),
            Self::FormatUnknown => (
                "请用 --to 指明（ogi help convert 列出各种文件格式）",
                "say it with --to (`ogi help convert` lists the formats)",
            ),
            Self::NotForTerminals => ("请用 -o 写到文件里", "write it to a file with -o"),
            Self::Nameless => (
                "请写 --agency 和 --year，或用 --from 指定上年报告",
                "say --agency and --year, or --from with last year's report",
            ),
            Self::NoYear => {
                ("请写 --year，或用 --report 指定报告", "say --year, or --report with the report")
            }
            Self::Guessed => (
                "核对无误请加 --yes；要改正请用 --save-map 写成文件，改好后用 --map",
                "take it with --yes, or write it with --save-map, mend it and use it with --map",
            ),
            Self::SameFile => ("请换一个文件名", "choose another name"),
            Self::Exists => (
                "请换一个文件名；确要覆盖请加 --force",
                "choose another name, or overwrite it with --force",
            ),
            Self::NotEmpty => (
                "请换一个文件夹；确要写入请加 --force",
                "choose another folder, or write into it with --force",
            ),
            Self::NoSuchYear(_) => (
                "年度写四位数字，2019年度起使用规定格式",
                "a year has four digits; the form is that of 2019 and later",
            ),
            Self::SeveralAgencies(_) => (
                "一张图只画一个机关；同一机关的曾用名称请用 --aliases 指明",
                "a picture is of one agency; say with --aliases which names are those of one",
            ),
            Self::OneFileOnly => ("请逐个文件画", "draw them one by one"),
            Self::NoTarget => ("请用 -o 指定", "say which with -o"),
            Self::NoFolder => (
                "多份报告要用 -o 指定一个文件夹",
                "several reports need a folder to go to: -o FOLDER",
            ),
            Self::OutputInside => ("请换一个文件夹", "choose another folder"),
            Self::Taken(_) => {
                ("请改名，或分别转换", "rename one of them, or convert them one by one")
            }
            Self::NoChildren => (
                "请先写汇总报告，再写下级单位的报告或其文件夹",
                "name the parent's report first, then those of its children or a folder of them",
            ),
            Self::NoParent => (
                "先用 --sum 写出汇总报告，再用 ogi rollup 汇总报告 各下级 --format xlsx",
                "write it with --sum first, then `ogi rollup PARENT CHILDREN --format xlsx`",
            ),
            Self::Repair(RepairError::Unknown(_)) => (
                "请用 ogi check --suggest 查看修改建议及其编号",
                "`ogi check --suggest` shows them with their numbers",
            ),
            Self::InPlace(InPlaceError::NotAnnotated(Kind::Html), _) => {
                ("请用 ogi check 文件 --format html", "`ogi check FILE --format html` does that")
            }
            Self::InPlace(InPlaceError::NotAnnotated(_) | InPlaceError::NotChanged(_), _) => (
                "转换用 ogi convert 文件 -o 新文件.docx",
                "`ogi convert FILE -o NEW.docx` converts it",
            ),
            Self::OtherFormat(_) => (
                "请用同样的扩展名；要换格式，改好后再用 ogi convert",
                "choose a name that ends so, and convert the new file with `ogi convert`",
            ),
            Self::Ambiguous { .. } => {
                ("请核对原始数据，确认后加 --yes", "look at the sources, then say --yes")
            }
            Self::NotBuilt(_) => (
                "请改用 csv 或 jsonl，或用 cargo install --path crates/ogi-cli --features parquet 重新编译",
                "choose csv or jsonl, or build it with `cargo install --path crates/ogi-cli --features parquet`",
            ),
            Self::Settings { .. } => (
                "可以写 policy、baseline、aliases（文件名）和 include、exclude（文件名模式的列表）",
                "there may be policy, baseline, aliases (names of files), include and exclude (lists of patterns)",
            ),
            Self::SeveralSettings => (
                "请用 --settings 指明用哪一个，或加 --no-settings 都不用",
                "name one with --settings, or use none with --no-settings",
            ),
            Self::UnknownRule(..) => ("请用 ogi rules 查看全部规则", "`ogi rules` lists all"),
            _ => return None,
        };
        Some(language.pick(zh, en))
    }
}

fn input(error: &io::Error, language: Language) -> String {
    let (zh, en) = match error.kind() {
        io::ErrorKind::NotFound => ("找不到文件", "no such file"),
        io::ErrorKind::PermissionDenied => ("没有读取权限", "no permission to read it"),
        io::ErrorKind::IsADirectory => ("这是文件夹，不是文件", "this is a folder, not a file"),
        _ => match language {
            // What the system says is in the language of the system.
            Language::Zh => return "文件无法读取".to_owned(),
            Language::En => return format!("cannot read: {error}"),
        },
    };
    language.pick(zh, en).to_owned()
}

fn not_written(error: &io::Error, language: Language) -> String {
    let (zh, en) = match error.kind() {
        io::ErrorKind::NotFound => (
            "保存位置不存在，请先建立文件夹",
            "cannot write: there is no such folder; make it first",
        ),
        io::ErrorKind::PermissionDenied => ("没有写入权限", "cannot write: no permission"),
        io::ErrorKind::IsADirectory => (
            "保存位置是文件夹，请写明文件名",
            "cannot write: this is a folder; say the name of the file",
        ),
        io::ErrorKind::StorageFull => ("磁盘空间不足，未能写出", "cannot write: the disk is full"),
        _ => match language {
            Language::Zh => return "未能写出".to_owned(),
            Language::En => return format!("cannot write: {error}"),
        },
    };
    language.pick(zh, en).to_owned()
}
