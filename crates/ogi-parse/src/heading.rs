//! Headings of the six parts that do not have the official wording.
//!
//! `五、存在问题及改进措施` is part five: it has its number, and 问题.

use ogi_model::Section;
use ogi_text::fold::folded;
use ogi_text::ordinal;

/// Words that state a part, the clearer first.
const WORDS: [(&str, Section); 13] = [
    ("复议", Section::Disputes),
    ("诉讼", Section::Disputes),
    ("问题", Section::Problems),
    ("改进", Section::Problems),
    ("建议", Section::Problems),
    ("收到和处理", Section::Applications),
    ("依申请公开", Section::Applications),
    ("收到申请", Section::Applications),
    ("主动公开", Section::ActiveDisclosure),
    ("其他需要", Section::OtherMatters),
    ("其它需要", Section::OtherMatters),
    ("总体", Section::Overview),
    ("概述", Section::Overview),
];

/// What a heading ends with.
const ENDINGS: [&str; 8] = ["情况", "概述", "事项", "措施", "思考", "建议", "问题", "打算"];

/// The longest heading, in characters.
const LONGEST: usize = 32;

/// The part that a numbered line is the reworded heading of.
pub(crate) fn reworded(line: &str) -> Option<Section> {
    let number = ordinal::of_heading(line)?;
    let line = line.trim_end_matches(['、', '。', '：', ':']);
    if line.chars().count() > LONGEST
        || line.contains(['，', '。', '；', '|'])
        || line.contains("  ")
    {
        return None;
    }
    let letters = letters(line);
    if !ENDINGS.iter().any(|it| letters.ends_with(it)) {
        return None;
    }
    // Where a heading has the words of two parts, its number states.
    let stated = || keywords(&letters).map(|it| it.1);
    stated().find(|it| it.number() == number).or_else(|| stated().next())
}

/// The words of a line that state a part, the clearer first.
pub(crate) fn words(line: &str) -> Vec<(&'static str, Section)> {
    keywords(&letters(line)).collect()
}

fn keywords(letters: &str) -> impl Iterator<Item = (&'static str, Section)> {
    WORDS.iter().copied().filter(|(word, _)| letters.contains(word))
}

fn letters(line: &str) -> String {
    folded(line).into_iter().filter_map(|it| char::from_u32(it.into())).collect()
}

/// Whether a numbered line that no word states opens part one, where no part was before: 一、…工作…情况.
pub(crate) fn opens_part_one(line: &str) -> bool {
    ordinal::of_heading(line) == Some(1)
        && line.chars().count() <= LONGEST
        && !line.contains(['，', '。', '；', '|'])
        && ENDINGS.iter().any(|it| line.trim_end_matches(['、', '：', ':']).ends_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reworded_headings_are_recognised() {
        for (line, section) in [
            ("一、总体工作推进情况", Section::Overview),
            ("二、政府信息主动公开情况", Section::ActiveDisclosure),
            ("三、依申请公开政府信息情况", Section::Applications),
            ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", Section::Disputes),
            ("五、存在的主要问题及整改措施", Section::Problems),
            ("一、 总体情况、", Section::Overview),
        ] {
            assert_eq!(reworded(line), Some(section), "{line}");
        }
    }

    #[test]
    fn rows_and_prose_are_no_headings() {
        for line in [
            "一、本年新收政府信息公开申请数量",
            "二、上年结转政府信息公开申请数",
            "（一）主动公开情况",
            "一是主动公开政府信息，二是解决问题",
            "三、本年度办理结果",
        ] {
            assert_eq!(reworded(line), None, "{line}");
        }
    }
}
