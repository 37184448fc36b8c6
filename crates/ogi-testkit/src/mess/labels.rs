//! Labels printed in other ways (VARIANTS, D and E).

use super::{Pen, Style};

/// What is printed in place of a piece of a label.
const WORDS: &[(&str, &str)] = &[
    ("内部", "内容"),
    ("这一情形", "这一情况"),
    ("“三安全一稳定”", "三安全一稳定"),
    ("、行政机关不再", ",行政机关不再"),
    ("（单位：万元）", "单位:万元"),
    ("（单位：万元）", "（万元）"),
    ("采购总金额", "采购总金额(万元)"),
    ("增/减", "增\\减"),
    ("行政规范性", "规范性"),
];

/// Pieces of labels of which characters get lost.
const LOSSES: &[(&str, &str)] = &[
    ("法规禁止公开", "止公开"),
    ("社会公益组织", "社会公益"),
    ("年制发件数", "年度制发数"),
    ("年废止件数", "年废止数"),
    ("有效件数", "有效件"),
];

/// The same in half and full width.
const WIDTHS: &[(char, char)] = &[
    ('(', '（'),
    (')', '）'),
    (',', '，'),
    (':', '：'),
    ('"', '“'),
    ('"', '”'),
    ('.', '．'),
    ('/', '／'),
    ('\\', '＼'),
];

const BLANKS: &[&str] = &[" ", "  ", "\u{a0}", "\u{3000}"];

impl Pen<'_> {
    /// A label as this page prints it.
    pub(crate) fn label(&mut self, label: &str) -> String {
        let mut label = label.to_owned();
        if label.is_empty() {
            return label;
        }
        if self.applies(Style::LabelWords) {
            label = self.reworded(label, WORDS);
            label = comma_ordinal(label);
        }
        if self.applies(Style::LabelLosses) {
            label = self.reworded(label, LOSSES);
        }
        label = self.in_other_width(label);
        if self.applies(Style::LabelSpaces) {
            for _ in 0..=self.below(2) {
                label = self.spaced(&label);
            }
        }
        self.padded(label)
    }

    /// Text with its punctuation and digits in one width or the other.
    pub(super) fn in_other_width(&mut self, text: String) -> String {
        if !self.applies(Style::LabelWidth) {
            return text;
        }
        if self.below(2) == 0 {
            let half = |c| WIDTHS.iter().find(|it| it.1 == c).map_or(c, |it| it.0);
            text.chars().map(half).collect()
        } else {
            let full =
                |c| WIDTHS.iter().find(|it| it.0 == c).map_or(full_width_digit(c), |it| it.1);
            text.chars().map(full).collect()
        }
    }

    /// Blanks around what a cell prints.
    pub(super) fn padded(&mut self, text: String) -> String {
        let mut side = || {
            let apply = self.applies(Style::Padding);
            if apply { self.one_of(BLANKS) } else { "" }
        };
        let (before, after) = (side(), side());
        format!("{before}{text}{after}")
    }

    fn reworded(&mut self, label: String, pairs: &[(&str, &str)]) -> String {
        let fitting: Vec<_> = pairs.iter().filter(|it| label.contains(it.0)).copied().collect();
        if fitting.is_empty() {
            return label;
        }
        let (from, to) = self.one_of(&fitting);
        label.replace(from, to)
    }

    /// A blank between two characters of the label.
    fn spaced(&mut self, label: &str) -> String {
        let inner: Vec<usize> = label.char_indices().skip(1).map(|(at, _)| at).collect();
        if inner.is_empty() {
            return label.to_owned();
        }
        let (before, after) = label.split_at(self.one_of(&inner));
        format!("{before}{}{after}", self.one_of(BLANKS))
    }
}

/// `1、属于` for `1.属于`.
fn comma_ordinal(label: String) -> String {
    match label.split_once('.') {
        Some((ordinal, rest)) if ordinal.bytes().all(|it| it.is_ascii_digit()) => {
            format!("{ordinal}、{rest}")
        }
        _ => label,
    }
}

/// U+FF10 to U+FF19 for the ten digits.
pub(super) fn full_width_digit(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c),
        other => other,
    }
}
