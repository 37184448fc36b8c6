//! The command line. A paragraph of help is `中文 | English`: see [`help`](crate::help).

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use ogi::check::Words;
use ogi::terminal::Language;
use ogi::{Date, Format, Severity};

use crate::inputs::{Filter, Selection};
use crate::output::Manner;
use crate::settings::{self, Settable};
use crate::target::Replace;

/// 读取、核对、转换政府信息公开工作年度报告。全部在本机完成，不联网。 |
/// Reads, checks and converts Chinese open government information annual reports. Works offline.
#[derive(Debug, Parser)]
#[command(name = "ogi", version, verbatim_doc_comment, max_term_width = 100)]
pub(crate) struct Args {
    /// 信息和说明的语言；不写时信息用中文，说明用两种语言 | Language of messages and help; without it messages are Chinese, and help is in both
    #[arg(long, global = true, value_name = "LANG", default_value_t, value_parser = language(), display_order = 1000)]
    pub(crate) lang: Language,
    #[command(flatten)]
    pub(crate) manner: Manner,
    #[command(flatten)]
    pub(crate) settings: settings::Choice,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What stands behind the list of commands.
pub(crate) const EXAMPLES: Words = Words {
    zh: "\
示例：
  ogi check 年报.txt                      核对一份
  ogi check 2025/ --format jsonl          核对整个文件夹
  ogi check 2025/ --format html -o 网页/  总览和各份网页
  ogi check 2025/ --policy 策略.toml      按策略核对
  ogi check --series 历年/                逐年衔接核对
  ogi check 2025/ --across                各单位之间查找雷同
  ogi check 年报.txt --suggest            并给出修改建议
  ogi repair 年报.docx --apply 1 -o 新.docx  采用建议
  ogi annotate 年报.docx -o 批注.docx     在原文件上加批注
  ogi compare 2024.txt 2025.txt           比较两份
  ogi rollup 汇总.txt 部门/               核对汇总
  ogi parse 年报.txt > 年报.json          读成 JSON
  ogi parse --explain 年报.txt            为什么这样读
  ogi convert 年报.txt -o 年报.md         转成 Markdown
  ogi convert 2025/ -o 网页/ --to html    转换整个文件夹
  ogi export 2025/ -o 数据/               导出四张数据表
  ogi tally 台账.xlsx --report 年报.txt   由台账统计并比对
  ogi new --from 年报.txt -o 新.docx      新建下一年的报告
  ogi explain t3-balance                  说明一条规则，附例子

核对的退出码：
  0 通过    1 不通过    2 有文件无法读取    3 未完成核对：没有错误，但规定应核对的内容有缺

报告所在文件夹或其上级中的 ogi.toml 可以写常用的设置：policy、baseline、aliases、include、exclude。",
    en: "\
Examples:
  ogi check report.txt                    check one report
  ogi check 2025/ --format jsonl          check a folder, one JSON line a file
  ogi check 2025/ --format html -o pages/ an overview and a page for each
  ogi check 2025/ --policy policy.toml    check by a policy
  ogi check --series years/               check years beside one another
  ogi check 2025/ --across                whose words are another body's
  ogi check report.txt --suggest          and suggest corrections
  ogi repair report.docx --apply 1 -o new.docx  apply a suggestion
  ogi annotate report.docx -o notes.docx  put comments into the file itself
  ogi compare 2024.txt 2025.txt           compare two reports
  ogi rollup parent.txt offices/          check a roll-up
  ogi parse report.txt > report.json      read into JSON
  ogi parse --explain report.txt          why it was read so
  ogi convert report.txt -o report.md     turn into Markdown
  ogi convert 2025/ -o pages/ --to html   convert a folder
  ogi export 2025/ -o data/               write four tables for research
  ogi tally register.xlsx --report report.txt  count a register, and compare
  ogi new --from report.txt -o new.docx   start next year's report
  ogi explain t3-balance                  explain a rule, with an example

Exit code of check:
  0 accepted    1 not accepted    2 something could not be read
  3 incomplete: nothing is wrong, but not all that the form requires could be judged

An ogi.toml in the folder of the reports, or above it, may hold what is always said: policy, baseline, aliases, include,
exclude.",
};

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 读取报告，输出 JSON | Read reports, print JSON
    ///
    /// 一个文件输出整份 JSON；多个文件或文件夹每份输出一行 {"path", "error", "report"}。 |
    /// One file gives its JSON; several files or a folder give a line each: {"path", "error", "report"}.
    ///
    /// 退出码：0 全部读出，1 有单元格无法辨认，2 不是年度报告或无法读取 |
    /// Exit code: 0 read whole, 1 cells are unreadable, 2 no report, or not readable
    #[command(verbatim_doc_comment)]
    Parse(Parse),
    /// 核对报告的数字，以及是否符合规定格式 | Check figures and form
    ///
    /// 逐条列出问题，标出原文位置和应有的数字。空白不当作0：缺数字的关系列为“未能核对”。 |
    /// Shows each finding where it stands, with the figure that the others imply. A blank is not 0: what cannot
    /// be judged is listed as not evaluated.
    ///
    /// 退出码：0 通过，1 不通过，2 有文件无法读取，3 未完成核对：没有错误，但规定应核对的内容有缺 |
    /// Exit code: 0 accepted, 1 not accepted, 2 something was not read, 3 incomplete: nothing wrong, but not all could be
    /// judged
    #[command(verbatim_doc_comment)]
    Check(Check),
    /// 列出文字中的数字说法，逐条与表格比对 | List what sentences say about figures, compared with the tables
    ///
    /// 每条给出原文、位置、对应的单元格及其数字，以及是否一致。拿不准的不算不一致。 |
    /// Each with its words, place, cells, their figures and a verdict. A doubt is no contradiction.
    ///
    /// 退出码：0 全部读出，2 有文件无法读取 | Exit code: 0 all was read, 2 something was not read
    #[command(verbatim_doc_comment)]
    Claims(crate::claims::Claims),
    /// 转换文件格式 | Convert to another format
    ///
    /// 格式由文件名判断（.txt .md .json .html .docx .xlsx），也可以用 --from 和 --to 指明。不会覆盖输入文件；覆盖其他已有文件要加 --force。
    /// 多份报告或文件夹转换到 -o 指定的文件夹，用 --to 指明格式。 |
    /// File names state the formats (.txt .md .json .html .docx .xlsx) unless --from and --to do. Never overwrites its
    /// input, and other files only with --force.
    /// Several reports or folders go to the folder of -o, in the format of --to.
    #[command(verbatim_doc_comment)]
    Convert(Convert),
    /// 比较两份报告：数字的变动、同比，以及新出现和已消除的问题 | Compare two reports: figures and findings
    ///
    /// 可以是两个年度的，也可以是同一份报告的新旧两稿。 | Of two years, or an old and a new version of one report.
    ///
    /// 退出码：0 没有新问题，1 有新问题，2 有文件无法读取 |
    /// Exit code: 0 nothing is newly wrong, 1 something is, 2 something was not read
    #[command(verbatim_doc_comment)]
    Compare(crate::compare::Compare),
    /// 核对汇总报告与各下级报告，或加总出汇总报告 | Check a parent beside its children, or add them up
    ///
    /// ogi rollup 汇总 下级…            第一份是汇总报告，其余是下级报告或其文件夹
    /// ogi rollup --sum 下级… -o 文件   把下级报告加总写成一份 |
    /// The first is the parent's report, the others are those of its children, or folders of them; with --sum all
    /// are children. A missing figure never counts 0: its total is a lower bound, and said to be one. What is in
    /// force does not add up.
    ///
    /// 退出码：0 相符，或全部汇总数确定，1 不符，或有的只是下限，2 有文件无法读取，3 未完成核对 |
    /// Exit code: 0 accepted, or every total is exact, 1 not accepted, or lower bounds, 2 something was not read,
    /// 3 incomplete: not all figures could be compared
    #[command(verbatim_doc_comment)]
    Rollup(crate::rollup::Rollup),
    /// 新建空白报告 | Write a blank form
    ///
    /// 格式由文件名判断（.docx .xlsx .html .txt .md .json）；XLSX 的总计是公式，填完各项后自动显示。
    /// --from 上年报告：填好机关、年份、上年结转和现行有效件数（注明“上年数”，待更新）。覆盖已有文件要加 --force。 |
    /// The file name states the format; totals of a workbook are formulas that wait for their parts. --from LAST fills in
    /// agency, year, what was carried in, and the stock of documents (marked 上年数). Overwrites a file only with --force.
    #[command(verbatim_doc_comment)]
    New(crate::new::New),
    /// 由依申请公开台账统计表三、表四 | Count tables three and four from the register of requests
    ///
    /// 台账一行一件：收到日期、申请人类型、办理结果、答复日期（必有），结转、复议、诉讼（可有）。列名和用语与规定格式的对应关系先推测并显示，
    /// 核对后用 --yes 采用，或用 --save-map 写成文件、改正后用 --map。未能计入的行逐行列出。 |
    /// A request a row: day received, kind of applicant, outcome, day answered; carried over, reconsideration, litigation if
    /// there are. What columns and words mean is guessed and shown, to be taken with --yes, or written with --save-map and
    /// used with --map. Rows that fit nowhere are listed.
    ///
    /// 退出码：0 全部计入，与报告相符，1 与报告不符，2 无法读取，或对应关系未经确认，3 有的行未能计入 |
    /// Exit code: 0 all is counted, and agrees with the report, 1 the report differs, 2 not read, or a guess that nobody
    /// agreed to, 3 rows fit nowhere
    #[command(verbatim_doc_comment)]
    Tally(crate::tally::Args),
    /// 导出数据表：报告、数字、问题、未能读取的 | Export tables: reports, figures, findings, what was not read
    ///
    /// -o 指定的文件夹里写出 reports、figures、findings、unread 四张表，每行一条；各列的含义见 schema/export.md。不会把空白写成0。
    /// 同一机关、同一年度有几份报告时会指出来。 |
    /// Writes the tables reports, figures, findings and unread to the folder of -o, one line a record; schema/export.md
    /// says what their columns mean. A blank is never 0. Several reports of one agency and year are named.
    ///
    /// 退出码：0 全部读出，2 有文件无法读取 | Exit code: 0 all was read, 2 something was not read
    #[command(verbatim_doc_comment)]
    Export(crate::export::Export),
    /// 计算指标 | Compute indicators
    ///
    /// 每个指标只有一个定义；缺数字时不计算。 |
    /// Each indicator has one definition; where figures are missing there is no value.
    #[command(verbatim_doc_comment)]
    Indicators(crate::indicators::Indicators),
    /// 画图（SVG）| Draw a picture (SVG)
    Chart(crate::chart::Chart),
    /// 在 Word 文档或 Excel 工作簿上加批注 | Put the findings into a Word document or workbook as comments
    ///
    /// 另存一份，原有内容和批注都不变。错误在前；没有具体位置的问题写在标题处。网页请用 ogi check --format html。
    /// 批注的日期为 --as-of 的日期，不写则没有日期。 |
    /// In a copy; all that is in the file stays, comments too. Errors come first; what has no place stands at the title.
    /// For web pages there is `ogi check --format html`. Comments have the day of --as-of, or none.
    ///
    /// 退出码：0 已写出，2 无法读写 | Exit code: 0 written, 2 not read or written
    #[command(verbatim_doc_comment)]
    Annotate(crate::annotate::Annotate),
    /// 按建议改正数字：只改原文件中的这几个数 | Apply suggested changes to the figures of the file itself
    ///
    /// 先用 ogi check --suggest 看建议及其编号；不写 --apply 只列出建议，什么也不改。每处改动都列出来。
    /// 另存一份 .docx、.xlsx、.html 或 .json，格式与原文件相同，其余内容不变。PDF、文本等请先用 ogi convert 转换。 |
    /// `ogi check --suggest` shows suggestions and their numbers; without --apply they are only listed, and nothing is
    /// written. Every change is logged. The copy is of the same format (.docx, .xlsx, .html, .json), and all else in it
    /// stays; convert a PDF or a text first.
    ///
    /// 退出码：0 已写出，或没有建议，1 有建议而未采用，2 无法读写 |
    /// Exit code: 0 written, or nothing to suggest, 1 suggestions, none applied, 2 not read or written
    #[command(verbatim_doc_comment)]
    Repair(crate::repair::Repair),
    /// 列出勾稽关系、差额、空白的推断和查错经过，供技术支持 | Show equations, residuals, fillings and the search
    Inspect(crate::inspect::Inspect),
    /// 列出核对规则 | List the rules
    Rules(Rules),
    /// 说明一条规则，附一个有问题的例子和改正后的例子 | Explain a rule, with a failing and a mended example
    Explain(crate::explain::Explain),
    /// 输出 JSON 的格式定义（JSON Schema）| Print a JSON Schema
    Schema(crate::schema::Schema),
    /// 生成命令行补全脚本和手册页 | Write shell completions and man pages
    ///
    /// ogi generate bash > /etc/bash_completion.d/ogi
    /// ogi generate man -o /usr/local/share/man/man1
    #[command(verbatim_doc_comment)]
    Generate(crate::generate::Generate),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Parse {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// 附上每个数字的位置和各种说明 | Add notes, and the place of every figure
    #[arg(long)]
    pub(crate) full: bool,
    /// 说明为什么这样读：认成哪个标签、相差几字、哪些读法被排除；与 --full 合用为 JSON | Say why it was read so: which
    /// label, how far from the official one, which readings lost; JSON with --full
    #[arg(long)]
    pub(crate) explain: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// 输出格式 | Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CheckFormat,
    #[command(flatten)]
    pub(crate) policy: Policy,
    /// 同一机关的各年度报告互相衔接地核对 | Check the years of each agency beside one another
    #[arg(long, group = "beside")]
    pub(crate) series: bool,
    /// 各单位的报告互相比较，查找雷同 | Compare the reports of all bodies: whose words or figures are another's
    #[arg(long, group = "beside")]
    pub(crate) across: bool,
    /// 机关曾用名称（TOML）| Earlier names of agencies (TOML): "now" = ["earlier", "…"]
    #[arg(long, value_name = "FILE", requires = "beside")]
    pub(crate) aliases: Option<PathBuf>,
    /// 附上修改建议：可能哪里错了、应为多少、把握多大 | Add what may have gone wrong, what it should be, how likely it is
    #[arg(long)]
    pub(crate) suggest: bool,
    /// 按规则统计问题处数（text 和 json）| How many findings of each rule there are (text, json)
    #[arg(long)]
    pub(crate) statistics: bool,
    /// 输出文件；多份报告的网页为文件夹 | File to write; a folder for the pages of several reports
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) replace: Replace,
    /// 网页只写正文，供嵌入网站栏目 | Of pages only the body, to be put into another page
    #[arg(long)]
    pub(crate) fragment: bool,
    /// 把现有问题写成豁免清单 | Write waivers for all findings that are open now
    #[arg(long, value_name = "FILE")]
    pub(crate) write_baseline: Option<PathBuf>,
}

/// The policy of a check. What is said here counts more than what is said in a file.
#[derive(Debug, clap::Args)]
pub(crate) struct Policy {
    /// 核对策略（TOML）| Policy (TOML): rules, levels, thresholds, waivers
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// 豁免清单（TOML）| Waivers (TOML), as --write-baseline writes them
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// 以哪一天为准判断期限和豁免有效期 | Judge deadlines and expiries as of this day, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// 达到此级别即不通过，默认 error | Findings of this severity and above mean “not accepted”; default: error
    #[arg(long, value_name = "SEVERITY", value_parser = severity())]
    pub(crate) fail_on: Option<Severity>,
    /// 未完成核对时退出码仍为0 | Exit with 0 where a check is incomplete
    #[arg(long)]
    pub(crate) allow_incomplete: bool,
    /// 空白按0计算（仍然提示空白）| Count a blank as 0; it is reported all the same
    #[arg(long)]
    pub(crate) blanks_as_zero: bool,
    /// 只用这些规则（编号或其开头）| Only these rules: ids or beginnings of ids
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// 不用这些规则 | Not these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Convert {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// 输出文件；- 为标准输出；多份报告时为文件夹 | File to write; - for standard output; a folder for several reports
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// 输入格式 | Format of the input
    #[arg(long, value_name = "FORMAT", value_parser = format())]
    pub(crate) from: Option<Format>,
    /// 输出格式 | Format of the output
    #[arg(long, value_name = "FORMAT", value_parser = format())]
    pub(crate) to: Option<Format>,
    /// 网页只写正文，供嵌入网站栏目 | Of a page only the body, to be put into another page
    #[arg(long)]
    pub(crate) fragment: bool,
    #[command(flatten)]
    pub(crate) replace: Replace,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Rules {
    /// 规则编号；不写则全部列出 | Id of a rule; all are listed without it
    pub(crate) id: Option<String>,
    /// 输出格式 | Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: TextOrJson,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Inputs {
    /// 文件或文件夹；- 为标准输入 | Files or folders; - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) paths: Vec<PathBuf>,
    /// 同时处理几个文件，默认为处理器核数 | How many files to work on at once; default: one per core
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) jobs: usize,
    #[command(flatten)]
    pub(crate) filter: Filter,
}

impl Inputs {
    /// What settings may say of them.
    pub(crate) fn settable(&mut self) -> Settable<'_> {
        Settable { filter: Some(&mut self.filter), ..Settable::of(&self.paths) }
    }

    /// The files that are meant.
    pub(crate) fn selected(&self, language: Language) -> Selection {
        Selection::new(&self.paths, &self.filter, language)
    }
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum CheckFormat {
    /// 便于阅读的文字，附原文 | For people, with excerpts
    #[default]
    Text,
    /// 一个 JSON 对象 | One JSON object
    Json,
    /// 每个文件一行 | One line a file
    Jsonl,
    /// 网页，标出有问题的单元格；多份报告写到 -o 指定的文件夹，另有总览 | A page with the wrong cells marked; of several
    /// reports a folder (-o) with an overview
    Html,
    /// 工作簿；多份报告为总览 | A workbook; of several reports an overview
    Xlsx,
    /// 汇总，Markdown | A summary in Markdown
    Markdown,
    /// SARIF 2.1.0
    Sarif,
    /// JUnit XML
    Junit,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum TextOrJson {
    /// 便于阅读的文字 | For people
    #[default]
    Text,
    /// JSON
    Json,
}

fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.iter().map(|it| it.key())).try_map(|it| it.parse())
}

fn severity() -> impl TypedValueParser<Value = Severity> {
    PossibleValuesParser::new(Severity::ALL.iter().map(|it| it.key())).try_map(|it| it.parse())
}

pub(crate) fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|it| it.key())).try_map(|it| it.parse())
}
