//! Hard cases made by hand, each with what must be read and found written down beside it.

use std::io::Write as _;

use ogi::{CellId, Edition, Policy, ReadOptions, embed};
use ogi_testkit::{Document, DocxStyle, Generator, HtmlStyle, Layout, Size};
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;

use crate::case::Case;

/// A source, and what is true of it.
struct ByHand {
    name: &'static str,
    extension: &'static str,
    zh: &'static str,
    en: &'static str,
    source: Vec<u8>,
    truth: Truth,
}

enum Truth {
    /// No such report: the kind of error.
    Refused(&'static str),
    /// What cells hold, as JSON, and rules that find something.
    Read(&'static [(&'static str, Printed)], &'static [&'static str]),
}

#[derive(Clone, Copy)]
enum Printed {
    Count(i64),
    Money(&'static str),
    Blank,
    Token(&'static str),
    Remark(i64, &'static str),
    Unreadable,
}
use Printed::{Blank, Count, Money, Remark, Token, Unreadable};
use Truth::{Read, Refused};

pub(crate) fn cases() -> impl Iterator<Item = Case> {
    all().into_iter().map(|it| {
        it.is_true();
        let ByHand { name, extension, zh, en, source, .. } = it;
        let about = [zh.to_owned(), en.to_owned()];
        Case { name: format!("by-hand-{name}"), extension, source, about, by_hand: true }
    })
}

impl ByHand {
    fn is_true(&self) {
        let name = self.name;
        let reading = embed::read(&self.source, &ReadOptions::default());
        match (&self.truth, reading) {
            (Refused(kind), Err(error)) => assert_eq!(error.kind(), *kind, "{name}"),
            (Refused(kind), Ok(_)) => panic!("{name} was read, and is {kind}"),
            (Read(..), Err(error)) => panic!("{name}: {error}"),
            (Read(cells, rules), Ok(reading)) => {
                for (cell, printed) in *cells {
                    let id: CellId = cell.parse().unwrap_or_else(|_| panic!("{name}: {cell}"));
                    let got = serde_json::to_value(&reading.report[id]).unwrap();
                    assert!(printed.is(&got), "{name}: {cell} is {got}");
                }
                let outcome = ogi::check(&reading, &Policy::default());
                for rule in *rules {
                    let found = outcome.findings.iter().any(|it| it.rule.id == *rule);
                    let all: Vec<_> = outcome.findings.iter().map(|it| it.rule.id).collect();
                    assert!(found, "{name}: {rule} is not found, but {all:?}");
                }
            }
        }
    }
}

impl Printed {
    fn is(self, got: &Value) -> bool {
        match self {
            Count(count) => *got == json!(count),
            Money(amount) => *got == json!(amount),
            Blank => got.is_null(),
            Token("/") => *got == json!("/"),
            Token(token) => *got == json!({"na": token}),
            Remark(value, remark) => *got == json!({"value": value, "remark": remark}),
            Unreadable => got.get("unreadable").is_some(),
        }
    }
}

/// A small sound report of 2021 as rows of text between bars, to be edited by hand.
fn rows() -> String {
    Layout::A5.write(&Generator::new(17).edition(Edition::E2021).size(Size::Small).report())
}

/// Gives the row of this label other cells.
fn with_row(text: &str, label: &str, cells: &str) -> String {
    let is_row = |line: &&str| line.contains(label) && line.matches(" | ").count() >= 1;
    let row = text.lines().find(is_row).unwrap_or_else(|| panic!("no row {label}"));
    let end = row.find(label).unwrap() + label.len();
    text.replacen(row, &format!("{} | {cells} |", &row[..end]), 1)
}

fn without_row(text: &str, label: &str) -> String {
    let row = text.lines().find(|it| it.contains(label)).unwrap();
    text.replacen(&format!("{row}\n"), "", 1)
}

fn all() -> Vec<ByHand> {
    let text = rows();
    let received = "一、本年新收政府信息公开申请数量";
    let fees = "行政事业性收费";
    vec![
        ByHand {
            name: "remark",
            extension: "txt",
            zh: "数字后面有说明",
            en: "a figure with a remark",
            source: with_row(&text, "行政许可", "22（其中延续16件）").into(),
            truth: Read(&[("active_disclosure.licensing.decisions", Remark(22, "其中延续16件"))], &[]),
        },
        ByHand {
            name: "tokens",
            extension: "txt",
            zh: "不适用的写法：斜线、破折号、无",
            en: "tokens for what does not apply",
            source: with_row(&text, "规章", "/ | — | 无").into(),
            truth: Read(
                &[
                    ("active_disclosure.rules.issued", Token("/")),
                    ("active_disclosure.rules.repealed", Token("—")),
                    ("active_disclosure.rules.in_force", Token("无")),
                ],
                &[],
            ),
        },
        ByHand {
            name: "blank-row",
            extension: "txt",
            zh: "空白不是零",
            en: "blanks are not zero",
            source: with_row(&text, received, " |  |  |  |  |  | ").into(),
            truth: Read(
                &[
                    ("applications.newly_received.natural_person", Blank),
                    ("applications.newly_received.total", Blank),
                ],
                &[],
            ),
        },
        ByHand {
            name: "full-width",
            extension: "txt",
            zh: "全角数字和千分位",
            en: "full-width digits and thousands separators",
            source: with_row(&text, "行政处罚", "１,２３４").into(),
            truth: Read(&[("active_disclosure.penalties.decisions", Count(1234))], &[]),
        },
        ByHand {
            name: "money-in-yuan",
            extension: "txt",
            zh: "金额写了单位“元”",
            en: "money with a unit of its own",
            source: with_row(&text, fees, "251000元").into(),
            truth: Read(&[("active_disclosure.fees.amount", Money("25.1000"))], &[]),
        },
        ByHand {
            name: "too-long",
            extension: "txt",
            zh: "数字过长",
            en: "more digits than a count has",
            source: with_row(&text, "行政强制", "99999999999999999999999").into(),
            truth: Read(
                &[("active_disclosure.compulsory_measures.decisions", Unreadable)],
                &["doc-cell-unreadable"],
            ),
        },
        ByHand {
            name: "negative",
            extension: "txt",
            zh: "负数",
            en: "a negative count",
            source: with_row(&text, received, "-3 | 0 | 0 | 0 | 0 | 0 | -3").into(),
            truth: Read(
                &[
                    ("applications.newly_received.natural_person", Count(-3)),
                    ("applications.newly_received.total", Count(-3)),
                ],
                &["t3-count"],
            ),
        },
        ByHand {
            name: "column-and-row-wrong",
            extension: "txt",
            zh: "新收的合计与各栏不符",
            en: "a total that is not the sum of its row",
            source: with_row(&text, received, "1 | 1 | 1 | 1 | 1 | 1 | 7").into(),
            truth: Read(&[("applications.newly_received.total", Count(7))], &["t3-row-sum", "t3-balance"]),
        },
        ByHand {
            name: "row-missing",
            extension: "txt",
            zh: "表三少一行",
            en: "table three lacks a row",
            source: without_row(&text, "4.无正当理由大量反复申请").into(),
            truth: Read(&[], &["doc-row-missing"]),
        },
        ByHand {
            name: "total-left-zero",
            extension: "html",
            zh: "网页：表四总计没有填",
            en: "a page whose totals of table four were left at zero",
            source: {
                let mut report = Generator::new(5).edition(Edition::E2021).size(Size::Small).report();
                let cells = [
                    ("disputes.reconsideration.upheld", 7),
                    ("disputes.reconsideration.corrected", 1),
                    ("disputes.reconsideration.other", 2),
                    ("disputes.reconsideration.pending", 1),
                    ("disputes.reconsideration.total", 0),
                ];
                for (cell, count) in cells {
                    report.set(cell.parse::<CellId>().unwrap(), count);
                }
                Document::Html(HtmlStyle::Plain).write(&report)
            },
            truth: Read(&[("disputes.reconsideration.total", Count(0))], &["t4-sum"]),
        },
        ByHand {
            name: "mixed-editions",
            extension: "txt",
            zh: "表二用2019年格式，表三用2021年格式",
            en: "table two in the form of 2019, table three in that of 2021",
            source: {
                let old = Generator::new(17).edition(Edition::E2019).size(Size::Small).report();
                let old = Layout::A5.write(&old);
                let part = |text: &str, from: &str, to: &str| {
                    let (from, to) = (text.find(from).unwrap(), text.find(to).unwrap());
                    text[from..to].to_owned()
                };
                let two = part(&text, "二、主动公开", "三、收到和处理");
                let two_old = part(&old, "二、主动公开", "三、收到和处理");
                text.replacen(&two, &two_old, 1).into()
            },
            truth: Read(&[], &["doc-edition-mixed"]),
        },
        ByHand {
            name: "said-otherwise",
            extension: "txt",
            zh: "正文与表三不符",
            en: "the words contradict table three",
            source: {
                let text = with_row(&text, received, "1 | 0 | 0 | 0 | 0 | 0 | 1");
                let words = "二、主动公开";
                let at = text.find(words).unwrap();
                format!("{}  2023年新收政府信息公开申请437件。\n\n{}", &text[..at], &text[at..]).into()
            },
            truth: Read(&[("applications.newly_received.total", Count(1))], &["text-claim"]),
        },
        ByHand {
            name: "gb18030",
            extension: "txt",
            zh: "GB18030 编码",
            en: "in GB18030",
            source: encoding_rs::GB18030.encode(&with_row(&text, "行政处罚", "31")).0.into_owned(),
            truth: Read(&[("active_disclosure.penalties.decisions", Count(31))], &[]),
        },
        ByHand {
            name: "utf-16",
            extension: "txt",
            zh: "UTF-16 编码",
            en: "in UTF-16 with a byte order mark",
            source: {
                let text = with_row(&text, "行政处罚", "31");
                [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
            },
            truth: Read(&[("active_disclosure.penalties.decisions", Count(31))], &[]),
        },
        ByHand {
            name: "struck-and-hidden",
            extension: "html",
            zh: "网页：删去的和隐藏的数字不算",
            en: "figures that are struck out or hidden do not count",
            source: {
                let report = Generator::new(23).edition(Edition::E2021).size(Size::Small).report();
                let page = String::from_utf8(Document::Html(HtmlStyle::Plain).write(&report)).unwrap();
                let at = page.find("行政处罚").unwrap();
                let cell = at + page[at..].find("<td").unwrap();
                let end = cell + page[cell..].find("</td>").unwrap();
                let figure = "<td><del>88</del><span style=\"display:none\">99</span>45";
                format!("{}{figure}{}", &page[..cell], &page[end..]).into()
            },
            truth: Read(&[("active_disclosure.penalties.decisions", Count(45))], &[]),
        },
        ByHand {
            name: "markup-in-names",
            extension: "html",
            zh: "机关名称里有标记",
            en: "markup in the name of the agency",
            source: {
                let report = Generator::new(29).edition(Edition::E2021).size(Size::Small).report();
                let page = String::from_utf8(Document::Html(HtmlStyle::Plain).write(&report)).unwrap();
                page.replacen("<body>", "<body><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", 1).into()
            },
            truth: Read(&[], &[]),
        },
        ByHand {
            name: "zip",
            extension: "zip",
            zh: "压缩包里有一份报告",
            en: "an archive with one report in it",
            source: {
                let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
                let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
                zip.start_file("年报.txt", options).unwrap();
                zip.write_all(with_row(&text, "行政处罚", "31").as_bytes()).unwrap();
                zip.finish().unwrap().into_inner()
            },
            truth: Read(&[("active_disclosure.penalties.decisions", Count(31))], &[]),
        },
        ByHand {
            name: "mail",
            extension: "eml",
            zh: "邮件正文是一份报告",
            en: "a mail whose text is a report",
            source: format!(
                "From: a@example.com\r\nTo: b@example.com\r\nSubject: 2025\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}",
                with_row(&text, "行政处罚", "31").replace('\n', "\r\n")
            )
            .into(),
            truth: Read(&[("active_disclosure.penalties.decisions", Count(31))], &[]),
        },
        ByHand {
            name: "blank-form",
            extension: "txt",
            zh: "空白表格",
            en: "a form that nobody filled in",
            source: {
                let report = Generator::new(3).edition(Edition::E2021).blanks(1.0).report();
                Layout::A5.write(&report).into()
            },
            truth: Read(&[("applications.concluded.total", Blank)], &["doc-blank-form"]),
        },
        ByHand {
            name: "json-wrong-sum",
            extension: "json",
            zh: "JSON，总计有误",
            en: "JSON with a wrong total",
            source: {
                let report = Generator::new(31).edition(Edition::E2021).size(Size::Small).report();
                let mut json = serde_json::to_value(&report).unwrap();
                json["disputes"]["reconsideration"]["total"] = json!(4321);
                format!("{json:#}").into()
            },
            truth: Read(&[("disputes.reconsideration.total", Count(4321))], &["t4-sum"]),
        },
        ByHand {
            name: "json-no-report",
            extension: "json",
            zh: "JSON，不是报告",
            en: "JSON that is no report",
            source: br#"{"schema_version": 1, "year": "unknown"}"#.to_vec(),
            truth: Refused("json"),
        },
        ByHand {
            name: "cut-document",
            extension: "docx",
            zh: "Word 文件不完整",
            en: "a Word document that was cut off",
            source: {
                let report = Generator::new(37).edition(Edition::E2021).size(Size::Small).report();
                let mut docx = Document::Docx(DocxStyle::Plain).write(&report);
                docx.truncate(docx.len() / 2);
                docx
            },
            truth: Refused("damaged"),
        },
        ByHand {
            name: "picture",
            extension: "png",
            zh: "图片",
            en: "a picture",
            source: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0".to_vec(),
            truth: Refused("unsupported"),
        },
        ByHand {
            name: "notice",
            extension: "txt",
            zh: "部署年报工作的通知",
            en: "a notice that asks for reports",
            source: "示例市人民政府办公室关于做好2025年政府信息公开工作年度报告编制和发布工作的通知\n\n各区县人民政府，市政府各部门：\n\n　　根据《中华人民共和国政府信息公开条例》第五十条规定，现就有关事项通知如下。\n\n　　一、编制要求。各单位应当按照规定格式编制年度报告。\n　　二、报送时间。请于2026年1月20日前报送。\n\n示例市人民政府办公室\n2025年12月20日\n".into(),
            truth: Refused("notice"),
        },
        ByHand {
            name: "something-else",
            extension: "txt",
            zh: "与年报无关的文字",
            en: "a text about something else",
            source: "关于元旦放假的通知\n\n　　经研究，2026年1月1日放假一天。\n".into(),
            truth: Refused("not-a-report"),
        },
        example("garden-street-2024", "街道的报告，表四总计没有填", "a street office's report with several errors", include_bytes!("../../../../examples/reports/garden-street-2024.txt"), &["t3-row-sum", "t4-sum"]),
        example("county-office-2020", "2019年格式的报告", "a report in the form of 2019", include_bytes!("../../../../examples/reports/county-office-2020.txt"), &[]),
        example("civil-affairs-bureau-2025", "部门的报告，无错", "a department's report, sound", include_bytes!("../../../../examples/reports/civil-affairs-bureau-2025.txt"), &[]),
        ByHand {
            name: "printed",
            extension: "pdf",
            zh: "打印成 PDF 的网页",
            en: "a page printed to PDF",
            source: include_bytes!("../../../ogi-import/tests/fixtures/printed.pdf").to_vec(),
            truth: Read(&[], &[]),
        },
        ByHand {
            name: "old-workbook",
            extension: "xls",
            zh: "旧版工作簿",
            en: "a workbook of Excel 97",
            source: include_bytes!("../../../ogi-import/tests/xlsx/fixtures/form.xls").to_vec(),
            truth: Read(&[], &[]),
        },
    ]
}

fn example(
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    source: &[u8],
    rules: &'static [&'static str],
) -> ByHand {
    ByHand { name, extension: "txt", zh, en, source: source.to_vec(), truth: Read(&[], rules) }
}
