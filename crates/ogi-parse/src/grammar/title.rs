//! Titles: whose report, of which year.

use core::ops::Range;

use ogi_text::narrow::narrow;
use ogi_text::traditional::in_simplified;

/// A title, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Title {
    pub(crate) agency: Option<String>,
    pub(crate) year: Option<u16>,
}

impl Title {
    /// How much it states.
    pub(crate) fn facts(&self) -> usize {
        // The year counts more: an agency is found elsewhere too.
        2 * usize::from(self.year.is_some()) + usize::from(self.agency.is_some())
    }
}

/// The words that name the report itself.
const SUBJECT: &str = "信息公开";
/// The words that its title ends with.
const ENDINGS: [&str; 5] = ["年度报告", "年报", "年度报告单", "告年度报", "工作报告"];
/// The longest title, in characters.
const LONGEST: usize = 60;

/// Reads a title; `None` if the line is none.
///
/// Agency and year come in either order, around 政府信息公开 and before 年报 or 年度报告; a bracket after that
/// may state the year. A letter that sends a report has its title too: 示例局关于报送2020年度政府信息公开工作年度报告的函.
pub(crate) fn title(line: &str) -> Option<Title> {
    if line.len() > LONGEST * 4 || !(line.contains(SUBJECT) || line.contains("信息公開")) {
        return None;
    }
    let printed: String =
        narrow(line).chars().filter(|c| !c.is_whitespace() && *c != '#' && *c != '*').collect();
    if printed.chars().count() > LONGEST || printed.contains(['。', '；', ';', '>', '，', ',']) {
        return None;
    }
    // A site's name behind the title; marks of emphasis around it.
    let printed = printed.trim_matches(['_', '\'']).split(['_', '|']).next().unwrap_or_default();
    let text = &*in_simplified(printed);
    let subject = text.find(SUBJECT)?;
    let (mut before, mut after) = text.split_at(subject);
    let mut suffix = "";
    if let Some(at) = after.find(['(', '-', '—', '–']) {
        (after, suffix) = after.split_at(at);
    }
    let letter = LETTERS.iter().find_map(|it| after.strip_suffix(it));
    let after = letter.unwrap_or(after);
    let whole = after;
    let ending = after.trim_end_matches(['年', '度']);
    let ending = if ending.len() < "年报".len() { after } else { ending };
    if !ENDINGS.iter().any(|it| whole.ends_with(it) || ending.ends_with(it)) {
        return None;
    }
    // 政府信息公开 or 政务信息公开, and X人民政府信息公开 for X人民政府政府信息公开
    let name_is_cut = before.ends_with("人民政府");
    if !name_is_cut {
        before =
            before.strip_suffix("政府").or_else(|| before.strip_suffix("政务")).unwrap_or(before);
    } else if let Some(doubled) = before.strip_suffix("政府").filter(|it| it.ends_with("政府"))
    {
        before = doubled;
    }
    let (year, agency) = split_year(before);
    let year = year.or_else(|| split_year(whole).0).or_else(|| split_year(suffix).0);
    let agency =
        LABELS.iter().find_map(|it| without_marks(&agency).strip_prefix(it)).unwrap_or(&agency);
    let agency = without_marks(agency).trim_end_matches(['的', ':', '·', '—', '-']);
    let agency = match agency.split_once("关于") {
        // Who sends it stands before that, unless the letter names whose report it is.
        Some((sender, sent)) => {
            let sent = SENDS.iter().find_map(|it| sent.strip_prefix(it));
            match (sent, letter) {
                (Some(""), _) => sender,
                (Some(name), _) => without_marks(name),
                (None, Some(_)) => return None,
                (None, None) => agency.trim_start_matches("关于"),
            }
        }
        None if SENTENCES.iter().any(|it| agency.starts_with(it)) => return None,
        None => agency,
    };
    let is_name = is_long_enough(agency) && !agency.chars().any(|c| c.is_ascii_digit());
    // The name as it is printed, which may be in traditional characters.
    let name = text.find(agency).map_or(agency, |at| &printed[at..at + agency.len()]);
    Some(Title { agency: is_name.then(|| name.to_owned()), year })
}

/// Whether a line is the name of the form itself: 政府信息公开工作年度报告格式（模板）.
pub(crate) fn names_form(line: &str) -> bool {
    const FORM: [&str; 4] = ["格式", "模板", "样式", "表样"];
    let text = narrow(line);
    let text = text.trim_end_matches([')', ' ', '*']);
    line.len() <= LONGEST * 4
        && text.contains(SUBJECT)
        && text.contains(ENDINGS[0])
        && FORM.iter().any(|it| text.ends_with(it))
        && !text.contains(['。', '，'])
}

/// Three characters, or two where they name a place: 柳镇.
fn is_long_enough(name: &str) -> bool {
    const PLACES: [char; 8] = ['省', '市', '县', '区', '州', '旗', '镇', '乡'];
    match name.chars().count() {
        0 | 1 => false,
        2 => name.ends_with(PLACES) && !name.starts_with(['我', '本', '全', '各', '该']),
        _ => true,
    }
}

/// What the title of a letter with a report ends with.
const LETTERS: [&str; 5] = ["的函", "的公告", "的公示", "的通告", "的报告"];
/// What such a letter does with the report.
const SENDS: [&str; 8] = ["报送", "上报", "呈报", "提交", "公布", "发布", "公开", "公示"];
/// What begins a sentence and no name.
const SENTENCES: [&str; 5] = ["现公布", "现发布", "现将", "根据", "按照"];

/// What stands in front of a title on a page, and is no part of a name: 标题, and the rest of a torn year.
const LABELS: [&str; 5] = ["标题", "名称", "题名", "年度", "年"];

fn without_marks(text: &str) -> &str {
    text.trim_start_matches(['(', ')', ':', '《', '"', '\'', '_'])
}

/// The year of the report that a sentence presents (现公布…2023年政府信息公开工作年度报告), if it is only one, and where
/// it stands.
pub(crate) fn year_of_report(text: &str) -> Option<(u16, Range<usize>)> {
    let mut found: Option<(u16, Range<usize>)> = None;
    for (subject, _) in text.match_indices(SUBJECT) {
        let (before, after) = text.split_at(subject);
        let end = after.find(['。', '，', '；', '、', '\n']).unwrap_or(after.len());
        if !ENDINGS.iter().any(|it| after[..end].contains(it)) {
            continue;
        }
        let start = before.rfind(['。', '，', '；', '\n', '《']).unwrap_or(0);
        for (at, _) in before[start..].match_indices("20") {
            let at = start + at;
            let Some(year) = text.get(at..at + 4).and_then(|it| it.parse::<u16>().ok()) else {
                continue;
            };
            if !text[at + 4..].trim_start().starts_with('年') {
                continue;
            }
            if found.as_ref().is_some_and(|it| it.0 != year) {
                return None;
            }
            found = Some((year, at..at + 4));
        }
    }
    found
}

/// The first year (20..年, or 20..年度) and the text without it.
fn split_year(text: &str) -> (Option<u16>, String) {
    for (at, _) in text.match_indices("20") {
        let Some(year) = text.get(at..at + 4).and_then(|it| it.parse::<u16>().ok()) else {
            continue;
        };
        let rest = &text[at + 4..];
        let Some(rest) = rest.strip_prefix('年') else { continue };
        let rest = rest.strip_prefix('度').unwrap_or(rest);
        return (
            Some(year),
            format!("{}{}", &text[..at].trim_end_matches('('), rest.trim_start_matches(')')),
        );
    }
    (None, text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(Option<String>, Option<u16>)> {
        title(line).map(|it| (it.agency, it.year))
    }

    #[test]
    fn agency_and_year_in_either_order() {
        let expected = Some((Some("示例市民政局".to_owned()), Some(2025)));
        for line in [
            "示例市民政局2025年政府信息公开工作年度报告",
            "示例市民政局 2025 年政府信息公开年报",
            "2025年示例市民政局政府信息公开工作年度报告",
            "示例市民政局2025年度政府信息公开工作年度报告",
            "示例市民政局政府信息公开工作年度报告（2025年度）",
            "# 示例市民政局２０２５年政府信息公开年度报告单",
            "示例市民政局2025年政府信息公开工作告年度报",
            "示例市民政局2025年政府信息公开年度报告-示例市民政局",
            "示例市民政局2025年政府信息公开年度报告_政府信息公开_示例市",
            "示例市民政局关于报送2025年度政府信息公开工作年度报告的函",
            "关于公布示例市民政局2025年政府信息公开工作年度报告的公告",
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn what_a_page_says_of_a_title_is_no_name() {
        let expected = Some((Some("示例市民政局".to_owned()), Some(2025)));
        for line in [
            "标题：示例市民政局2025年政府信息公开工作年度报告",
            "\'\'\'标题:\'\'\'示例市民政局2025年政府信息公开年度报告",
            "名称 示例市民政局2025年政府信息公开年度报告",
            "__2025年示例市民政局政府信息公开工作年度报告__",
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
        let torn = read("年示例市民政局政府信息公开工作年度报告");
        assert_eq!(torn, Some((Some("示例市民政局".to_owned()), None)));
    }

    #[test]
    fn a_sentence_may_state_the_year() {
        let year = |text| year_of_report(text).map(|it| it.0);
        assert_eq!(
            year("根据《条例》要求，现公布示例市民政局2023年政府信息公开工作年度报告。"),
            Some(2023)
        );
        assert_eq!(
            year("现公布2023年度政府信息公开工作年度报告，2022年政府信息公开年报见附件。"),
            None
        );
        assert_eq!(year("2023年，我局认真贯彻《中华人民共和国政府信息公开条例》。"), None);
    }

    #[test]
    fn a_government_keeps_its_name() {
        let expected = Some((Some("示例县人民政府".to_owned()), Some(2025)));
        assert_eq!(read("示例县人民政府2025年政府信息公开工作年度报告"), expected);
        assert_eq!(read("2025年示例县人民政府政府信息公开工作年度报告"), expected);
        assert_eq!(read("2025年示例县人民政府信息公开工作年度报告"), expected);
    }

    #[test]
    fn a_name_may_be_short_or_in_traditional_characters() {
        let expected = Some((Some("柳镇".to_owned()), Some(2022)));
        assert_eq!(read("2022年度柳镇政府信息公开工作年度报告"), expected);
        let expected = Some((Some("示例縣發展和改革局".to_owned()), Some(2024)));
        assert_eq!(read("示例縣發展和改革局2024年政府信息公開工作年度報告"), expected);
        assert_eq!(read("我区2022年政府信息公开工作年度报告"), Some((None, Some(2022))));
    }

    #[test]
    fn parts_may_be_missing() {
        assert_eq!(read("2023 年政府信息公开工作年度报告"), Some((None, Some(2023))));
        assert_eq!(read("政府信息公开工作年度报告"), Some((None, None)));
    }

    #[test]
    fn other_lines_are_no_titles() {
        for line in [
            "政府信息公开",
            "首页 > 政府信息公开 > 年度报告",
            "根据《政府信息公开条例》,现公布示例市民政局2025年政府信息公开工作年度报告。",
            "政府信息公开指南",
            "关于做好2025年政府信息公开工作年度报告编制工作的通知",
            "现公布示例市民政局2025年政府信息公开工作年度报告",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
