//! What is lost, in words.

use ogi_check::{Language, cell_name, label_name, section_name};
use ogi_import::Beside;
use ogi_model::{Message, Place, Reading};

use super::Loss;

/// The longest words of the source that a line quotes, in characters.
const LONGEST: usize = 40;

impl Loss {
    /// What it is and where, in both languages.
    pub fn message(&self, reading: &Reading) -> Message {
        let report = &reading.report;
        match self {
            Self::Label { label, printed, place } => {
                rewritten(reading, place, printed, &label_name(report, *label))
            }
            Self::Heading { section, printed, place } => {
                rewritten(reading, place, printed, &section_name(report, *section))
            }
            Self::Figure { cell, printed, place } => {
                let (Message { zh, en }, name) = (at(reading, place), cell_name(report, *cell));
                let (printed, written) = (quoted(printed), report[*cell].to_string());
                Message::new(
                    format!("{zh}：“{}”原为{printed}，写成“{written}”", name.zh),
                    format!("{en}: “{}” was {printed} and is written “{written}”", name.en),
                )
            }
            Self::Text { printed, count, from, to } => {
                let printed: String = printed.iter().map(|it| quoted(it)).collect();
                let (from, to) = (at(reading, from), at(reading, to));
                if *count == 1 {
                    return Message::new(
                        format!("{}：{printed}没有写入", from.zh),
                        format!("{}: {printed} is not written", from.en),
                    );
                }
                Message::new(
                    format!("{}至{}：{printed}等{count}处文字没有写入", from.zh, to.zh),
                    format!(
                        "{} to {}: {count} texts, as {printed}, are not written",
                        from.en, to.en
                    ),
                )
            }
            Self::Beside(it) => beside(it, 1),
            Self::Several(first, count) => beside(first, *count),
            Self::Layout => Message::new(
                "字体、行距、列宽等排版没有保留，报告按规定格式重新排版",
                "fonts, spacing and widths of columns are not kept: the report is laid out as the form is",
            ),
            Self::NotLookedInto => Message::new(
                "这种文件的页眉、页脚、图片、附件和签章如有，均没有写入",
                "page headers and footers, pictures, attachments and seals of this kind of file are not written, if it has any",
            ),
        }
    }
}

fn rewritten(reading: &Reading, place: &Place, printed: &str, official: &Message) -> Message {
    let Message { zh, en } = at(reading, place);
    Message::new(
        format!("{zh}：{}改为规定格式的“{}”", quoted(printed), official.zh),
        format!("{en}: {} becomes “{}”, as in the form", quoted(printed), official.zh),
    )
}

fn beside(it: &Beside, count: usize) -> Message {
    let kind = it.kind.words();
    let printed = if it.printed.is_empty() { String::new() } else { quoted(&it.printed) };
    let (mut zh, mut en) = (String::new(), String::new());
    if let Some(line) = it.line {
        (zh, en) = (format!("第{line}行："), format!("line {line}: "));
    }
    if let Some(part) = &it.part {
        (zh, en) = (format!("{part}："), format!("{part}: "));
    }
    if count > 1 {
        return Message::new(
            format!("{zh}{}{printed}等{count}处没有写入", kind.zh),
            format!("{en}{} {printed} and {} more are not written", kind.en, count - 1),
        );
    }
    Message::new(
        format!("{zh}{}{printed}没有写入", kind.zh),
        format!("{en}{} {printed} is not written", kind.en).replace("  ", " "),
    )
}

fn at(reading: &Reading, place: &Place) -> Message {
    let lines = reading.lines();
    Message::new(Language::Zh.of_place(place, &lines), Language::En.of_place(place, &lines))
}

/// Words of the source, shortened, in one line.
fn quoted(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("“{}…”", &text[..end]),
        None => format!("“{text}”"),
    }
}
