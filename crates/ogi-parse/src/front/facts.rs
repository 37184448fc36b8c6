//! Facts about the page: labels and values, in a table, a list or a line (`发布机构：…    发布日期：…`).

use ogi_model::Date;
use ogi_text::date::{date_at, is_date};
use ogi_text::page_fact::{LABELS, LONGEST_LABEL, PageFact};
use ogi_text::traditional::in_simplified;

use super::body::is_body;

/// A label and what stands behind it; nothing for an empty field, or where the value is on the next line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fact<'l> {
    pub(super) label: PageFact,
    pub(super) value: &'l str,
}

/// The facts of a line that states about the page and not about the report: it begins with a label, or has several.
pub(super) fn facts(line: &str) -> Vec<Fact<'_>> {
    // A preamble is longer than a line of facts.
    const LONGEST: usize = 400;
    if line.len() > LONGEST {
        return Vec::new();
    }
    let found = labels(line);
    let begins = found.first().is_some_and(|it| !line[..it.0].contains(char::is_alphanumeric));
    let several = found.len() > 1 && !line.contains('。');
    if !begins && !several {
        return Vec::new();
    }
    let ends = found.iter().skip(1).map(|it| it.0).chain([line.len()]);
    found
        .iter()
        .zip(ends)
        .map(|((_, start, label), end)| Fact { label: *label, value: value(&line[*start..end]) })
        .collect()
}

/// What stands before the facts of a line: in a cell of a page, the title.
pub(super) fn before_facts(line: &str) -> &str {
    labels(line).first().map_or(line, |it| line[..it.0].trim_end_matches(is_around_value))
}

/// The labels of a line: where each begins, where its value does.
fn labels(line: &str) -> Vec<(usize, usize, PageFact)> {
    let simplified = in_simplified(line);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = simplified[at..].chars().next() {
        let rest = &simplified[at..];
        let longest = LABELS.iter().filter(|it| rest.starts_with(it.0)).max_by_key(|it| it.0.len());
        let behind = longest.map(|it| &rest[it.0.len()..]);
        let begins = !simplified[..at].ends_with(char::is_alphabetic);
        // 来源：示例市人民政府时间：2026-01-20: a blank is lost, but no sentence states a day like that.
        let is_day = |behind: &str| {
            let value = behind.trim_start_matches([':', '：']);
            !found.is_empty() && value.len() < behind.len() && date_at(value).is_some()
        };
        match (longest, behind) {
            (Some((name, label)), Some(behind))
                if begins && is_behind_label(behind) || is_day(behind) =>
            {
                found.push((at, at + name.len(), *label));
                at += name.len();
            }
            _ => at += c.len_utf8(),
        }
    }
    found
}

/// What separates a label from its value, in a line or where the value is on a line of its own.
fn is_behind_label(rest: &str) -> bool {
    rest.is_empty()
        || rest.starts_with([':', '：', '|', '】', ']'])
        || rest.starts_with(char::is_whitespace)
}

fn is_around_value(c: char) -> bool {
    matches!(c, ':' | '：' | '|' | '"' | '【' | '】' | '[' | ']') || c.is_whitespace()
}

fn value(text: &str) -> &str {
    text.trim_matches(is_around_value)
}

/// Where the day ends that a line begins with, if sentences follow: the line ends of the page are lost
/// (`发布日期：2026-01-20本报告根据…`).
pub(super) fn end_of_leading_day(line: &str) -> Option<usize> {
    let days = LABELS.iter().filter(|it| matches!(it.1, PageFact::Published | PageFact::Day));
    let plain = in_simplified(&line[..line.floor_char_boundary(LONGEST_LABEL)]);
    let rest = days.filter_map(|it| plain.strip_prefix(it.0)).find(|it| is_behind_label(it))?;
    let label = plain.len() - rest.len();
    let value = line[label..].trim_start_matches(is_around_value);
    let end = line.len() - value.len() + date_at(value)?.1;
    line[end..].contains('。').then_some(end)
}

impl<'l> Fact<'l> {
    /// Whether its value may stand on the next line: a field may also be empty, and then the next one follows.
    pub(super) fn may_have(self, next: &str) -> bool {
        if !self.value.is_empty() || !facts(next).is_empty() {
            return false;
        }
        match self.label {
            PageFact::Agency => is_body(next),
            PageFact::Published | PageFact::Day => date_at(next).is_some(),
            PageFact::Title | PageFact::Period => false,
            PageFact::Other => {
                // Counts, numbers of documents, kinds: never a sentence, and never the next field.
                const LONGEST: usize = 20;
                next.chars().count() <= LONGEST
                    && !next.contains(['，', '。', '：', ':', '；'])
                    && is_date(next).is_none()
            }
        }
    }

    /// The day that it states.
    pub(super) fn day(self) -> Option<Date> {
        date_at(self.value).map(|it| it.0)
    }

    /// The body that it states: one word, for more may stand on the line.
    pub(super) fn body(self) -> Option<&'l str> {
        let name = self.value.split(['\t', '\u{a0}', '\u{3000}', '|', ' ']).next()?;
        (name.chars().count() >= 3).then_some(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<(PageFact, &str)> {
        facts(line).into_iter().map(|it| (it.label, it.value)).collect()
    }

    #[test]
    fn labels_and_values() {
        assert_eq!(
            read("来源: 市卫健委 发布时间:2024-01-26 17:49:57访问量:33"),
            [
                (PageFact::Other, "市卫健委"),
                (PageFact::Published, "2024-01-26 17:49:57"),
                (PageFact::Other, "33")
            ]
        );
        assert_eq!(
            read("| 发布机构 | 示例市民政局 | 公开日期 | 2024-01-17 |"),
            [(PageFact::Agency, "示例市民政局"), (PageFact::Published, "2024-01-17")]
        );
        assert_eq!(
            read("PubDate: \"2024-01-17 16:34\""),
            [(PageFact::Published, "2024-01-17 16:34")]
        );
        assert_eq!(read("發佈機構：示例市民政局"), [(PageFact::Agency, "示例市民政局")]);
        assert_eq!(
            read("来源：示例市人民政府时间：2024-01-17 16:34"),
            [(PageFact::Other, "示例市人民政府"), (PageFact::Day, "2024-01-17 16:34")]
        );
        assert_eq!(read("发布机构:"), [(PageFact::Agency, "")]);
        assert_eq!(read("成文日期:2024-01-10")[0].0, PageFact::Other);
    }

    #[test]
    fn sentences_are_no_facts() {
        for line in [
            "本报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。",
            "联系时间：工作日",
            "各单位、各部门：",
            "来源于示例市的信息",
        ] {
            assert_eq!(read(line), [], "{line}");
        }
    }

    #[test]
    fn sentences_may_follow_a_day_on_its_line() {
        let line = "发布日期：2026-01-20本报告根据《条例》编制。";
        assert_eq!(end_of_leading_day(line), Some("发布日期：2026-01-20".len()));
        assert_eq!(end_of_leading_day("发布日期：2026-01-20 点击数:"), None);
        assert_eq!(end_of_leading_day("本报告发布日期：2026-01-20。"), None);
    }

    #[test]
    fn an_empty_field_does_not_take_the_next_one() {
        let agency = Fact { label: PageFact::Agency, value: "" };
        assert!(agency.may_have("示例市民政局"));
        assert!(!agency.may_have("栏目: 政府信息公开年报"));
        assert!(!agency.may_have("根据《条例》的要求，编制本报告。"));
        let count = Fact { label: PageFact::Other, value: "" };
        assert!(count.may_have("12"));
        assert!(!count.may_have("根据《条例》规定,现公布年度报告。"));
    }
}
