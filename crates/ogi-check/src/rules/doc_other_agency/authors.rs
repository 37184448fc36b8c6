//! Who a preamble says made or published the report.

use ogi_model::AgencyKind;

/// What follows the name of who made it.
const MADE: [&str; 5] = ["根据", "按照", "依据", "依照", "编制"];
/// What precedes the name of whose report is published.
const PUBLISHED: [&str; 3] = ["公布", "发布", "公开"];
/// How many characters a full name has.
const NAME: core::ops::RangeInclusive<usize> = 5..=24;

/// The full names that a text presents as those of its author, in these ways: `本报告由X编制`, `现公布X2025年…年度报告`,
/// `X编制了…年度报告`. What is no plain name is left out.
pub(super) fn of(text: &str) -> impl Iterator<Item = &str> {
    let sentences = text.split(['。', '；', ';', '\n']).filter(|it| it.contains("报告"));
    sentences.flat_map(|it| [made_by(it), published(it), made(it)]).flatten().filter(is_name)
}

/// `本报告由X根据…编制`
fn made_by(sentence: &str) -> Option<&str> {
    let rest = sentence.split_once("报告由")?.1;
    let end = MADE.iter().filter_map(|it| rest.find(it)).min()?;
    Some(rest[..end].trim())
}

/// `现公布X2025年政府信息公开工作年度报告`
fn published(sentence: &str) -> Option<&str> {
    let rest = PUBLISHED.iter().find_map(|it| Some(sentence.split_once(it)?.1))?;
    let end = rest.find("20").filter(|at| rest[*at..].contains("年度报告"))?;
    Some(rest[..end].trim())
}

/// `根据…要求，X编制了2025年度报告`
fn made(sentence: &str) -> Option<&str> {
    let (before, after) = sentence.split_once("编制")?;
    let name = before.rsplit(['，', ',', '：', ':']).next()?;
    after.contains("报告").then(|| name.trim().trim_start_matches(['由', '现']))
}

/// A full name is of ideographs only, and states what kind of body it is; it is no sentence.
fn is_name(text: &&str) -> bool {
    let is_ideograph = |it: char| ('\u{4e00}'..='\u{9fff}').contains(&it);
    let others =
        ["报告", "根据", "按照", "要求", "规定", "我局", "本局", "本机关", "结合", "参照", "组织"];
    NAME.contains(&text.chars().count())
        && text.chars().all(is_ideograph)
        && AgencyKind::of_name(text) != AgencyKind::Other
        && !others.iter().any(|it| text.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_authors() {
        for (text, names) in [
            ("本报告由示例县民政局根据《条例》要求编制。", &["示例县民政局"][..]),
            ("本年度报告由 示例县民政局 编制。", &["示例县民政局"]),
            ("现公布示例县民政局2025年政府信息公开工作年度报告。", &["示例县民政局"]),
            ("按照《条例》第五十条的要求，示例县民政局编制了 2025 年度报告。", &["示例县民政局"]),
            ("根据《条例》，结合示例县民政局实际编制本报告。", &[]),
            ("本报告由总体情况、主动公开政府信息情况等六部分组成，按照要求编制。", &[]),
            ("本报告由我局根据条例编制。", &[]),
            ("如对报告有疑问，请与示例县教育局联系。", &[]),
            ("现将2025年政府信息公开工作年度报告公布如下。", &[]),
            ("本报告在示例县人民政府网站公布，2025年度报告可下载。", &[]),
        ] {
            assert_eq!(of(text).collect::<Vec<_>>(), names, "{text}");
        }
    }
}
