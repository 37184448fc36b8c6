//! Titles: whose report, of which year.

use core::ops::Range;

use super::narrow::narrow;

/// A title, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Title {
    pub(crate) agency: Option<String>,
    pub(crate) year: Option<u16>,
}

impl Title {
    /// How much it tells.
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
/// may tell the year.
pub(crate) fn title(line: &str) -> Option<Title> {
    if line.len() > LONGEST * 4 || !line.contains(SUBJECT) {
        return None;
    }
    let text: String =
        narrow(line).chars().filter(|c| !c.is_whitespace() && *c != '#' && *c != '*').collect();
    if text.chars().count() > LONGEST || text.contains(['。', '；', ';', '>', '，', ',']) {
        return None;
    }
    // A site's name behind the title; marks of emphasis around it.
    let text = text.trim_matches(['_', '\'']).split(['_', '|']).next().unwrap_or_default();
    let subject = text.find(SUBJECT)?;
    let (before, after) = text.split_at(subject);
    let (mut before, mut after) = (before, after);
    let mut suffix = "";
    if let Some(at) = after.find(['(', '-']) {
        (after, suffix) = after.split_at(at);
    }
    let after = after.trim_end_matches(['年', '度']).len().max(ENDINGS[1].len()).min(after.len());
    let ending = &text[subject..subject + after];
    let whole = &text[subject..text.len() - suffix.len()];
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
    let agency = without_marks(agency)
        .trim_start_matches("关于")
        .trim_end_matches(['的', ':', '·', '—', '-'])
        .to_owned();
    let is_name = agency.chars().count() >= 3 && !agency.chars().any(|c| c.is_ascii_digit());
    Some(Title { agency: is_name.then_some(agency), year })
}

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
    fn a_sentence_may_tell_the_year() {
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
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
