//! Lines that tell about the page and not about the report: its agency, its day of publication.

use memchr::memchr3;
use ogi_model::Date;

use crate::grammar::date_after;

/// The labels of the day of publication, the surest first.
const PUBLISHED: [&str; 6] = ["公开日期", "发布日期", "发布时间", "发文日期", "日期", "时间"];
/// Labels of other days, of which the last two above are part.
const NOT_PUBLISHED: [&str; 5] = ["成文", "采集", "生成", "打印", "更新"];
/// The labels of the agency.
const AGENCY: [&str; 2] = ["发布机构", "发布单位"];
/// The labels of lines that tell about the page and not about the report.
const ABOUT_PAGE: [&str; 11] = [
    "发布机构",
    "发布单位",
    "发布日期",
    "发布时间",
    "公开日期",
    "成文日期",
    "索引号",
    "来源",
    "点击数",
    "访问量",
    "浏览次数",
];
/// The label of the period in our own standard layout.
pub(super) const PERIOD: &str = "统计期限";
/// The longest line about the page, in bytes.
const LONGEST_META: usize = 400;
/// The longest line that is searched for several labels, in bytes: a preamble is longer.
const LONGEST_LABELS: usize = 240;

/// Whether a line tells about the page: it begins with one of the labels, or has several.
pub(super) fn is_about_page(line: &str) -> bool {
    if line.len() > LONGEST_META {
        return false;
    }
    let begins = |label: &str| line.strip_prefix(label).is_some_and(is_behind_label);
    labels().any(begins) || has_several_labels(line)
}

/// What separates a label from its value, in a line or where the value is on a line of its own.
fn is_behind_label(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([':', '：', '|']) || rest.starts_with(char::is_whitespace)
}

fn has_several_labels(line: &str) -> bool {
    // Cheap, and true of few lines: a colon, a bar, or the first byte of full-width punctuation, or a gap.
    let may = line.len() <= LONGEST_LABELS
        && (memchr3(b':', b'|', 0xEF, line.as_bytes()).is_some() || line.contains(['\t', ' ']));
    may && ABOUT_PAGE.iter().filter(|it| line.contains(**it)).count() > 1
}

fn labels() -> impl Iterator<Item = &'static str> {
    ABOUT_PAGE.iter().chain(&PUBLISHED).chain(&AGENCY).chain(&[PERIOD]).copied()
}

/// Whether a line is a label whose value is on the next line.
pub(super) fn is_lone_label(line: &str) -> bool {
    let line = line.trim_end_matches([':', '：', '|', ' ']);
    labels().any(|it| it == line)
}

/// The day of publication that a line tells.
pub(super) fn published_in(line: &str) -> Option<Date> {
    PUBLISHED.iter().find_map(|label| {
        let at = line.find(label)?;
        let other = NOT_PUBLISHED.iter().any(|it| line[..at].ends_with(it));
        if other { None } else { date_after(line, label) }
    })
}

fn is_separator(c: char) -> bool {
    matches!(c, ':' | '：' | '|') || c.is_whitespace()
}

/// The agency that a line tells: what follows a label and a colon, up to a gap.
pub(super) fn agency_in(line: &str) -> Option<String> {
    AGENCY.iter().find_map(|label| {
        let rest = &line[line.find(label)? + label.len()..];
        let rest = rest.strip_prefix(|c: char| is_separator(c))?;
        let value = rest
            .trim_start_matches(is_separator)
            .split([' ', '\t', '\u{a0}', '\u{3000}', '|'])
            .next()?;
        (value.chars().count() >= 3).then(|| value.to_owned())
    })
}
