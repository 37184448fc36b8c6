//! Ordinals: what stands before a label, a heading or an item of a list.

/// The numbers from 1 to 10, as ordinals have them.
pub const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// Whether a character is a numeral of an ordinal in Chinese.
pub fn is_numeral(c: char) -> bool {
    NUMERALS.contains(&c)
}

/// The number that a text begins with in Chinese, up to ten, and what follows it.
///
/// ```
/// use ogi_text::ordinal::numeral_at;
/// assert_eq!(numeral_at("三、收到"), Some((3, "、收到")));
/// assert_eq!(numeral_at("收到"), None);
/// ```
pub fn numeral_at(text: &str) -> Option<(usize, &str)> {
    let mut rest = text.chars();
    let first = rest.next()?;
    let number = NUMERALS.iter().position(|it| *it == first)? + 1;
    Some((number, rest.as_str()))
}

/// The number that opens a heading: `三、…` is 3.
pub fn of_heading(line: &str) -> Option<usize> {
    let (number, rest) = numeral_at(line)?;
    rest.trim_start().starts_with(['、', '.', '．', ',', '，']).then_some(number)
}

/// Whether a text is made of the numerals of ordinals: the `二` of `（二）`.
pub fn is_numerals(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_numeral)
}

/// Whether a line begins with an ordinal, as `（一）` or `1.`.
///
/// ```
/// use ogi_text::ordinal::begins_item;
/// assert!(["（一）概况", "1.概况", "三、概况"].iter().all(|it| begins_item(it)));
/// assert!(!["1.5件", "一方面", "（一"].iter().any(|it| begins_item(it)));
/// ```
pub fn begins_item(line: &str) -> bool {
    after_item(line).is_some()
}

/// What follows the ordinal that a line begins with, as `（一）` or `1.`.
///
/// ```
/// use ogi_text::ordinal::after_item;
/// assert_eq!(after_item("（2）概况"), Some("概况"));
/// assert_eq!(after_item("概况"), None);
/// ```
pub fn after_item(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let inner = line.trim_start_matches(['（', '(']);
    let rest = inner.trim_start_matches(|c: char| is_numeral(c) || c.is_ascii_digit());
    if rest.len() == inner.len() {
        return None;
    }
    let in_brackets = rest.strip_prefix(['）', ')']).filter(|_| inner.len() < line.len());
    let behind_dot = || {
        let rest = rest.strip_prefix(['、', '.', '．'])?;
        rest.starts_with(|it: char| !it.is_ascii_digit()).then_some(rest)
    };
    in_brackets.or_else(behind_dot)
}

/// What is left of a label without the characters of an ordinal before it: also of one that is torn.
///
/// ```
/// assert_eq!(ogi_text::ordinal::trimmed("一)予以公开"), "予以公开");
/// ```
pub fn trimmed(label: &str) -> &str {
    let is_of_ordinal = |c: char| is_numeral(c) || "（）().、．".contains(c) || c.is_ascii_digit();
    label.trim_start_matches(is_of_ordinal)
}

/// A label of the form without its ordinal: `1.`, `一、` or `（一）`. Runs at compile time.
pub const fn without(label: &[u8]) -> &[u8] {
    let length = match label {
        [b'0'..=b'9', b'.', ..] => 2,
        // One ideograph and 、
        [_, _, _, 0xE3, 0x80, 0x81, ..] => 6,
        // （, one ideograph and ）
        [0xEF, 0xBC, 0x88, _, _, _, 0xEF, 0xBC, 0x89, ..] => 9,
        _ => 0,
    };
    label.split_at(length).1
}

/// What people call a row or column of the form: its label without its ordinal and what explains it.
///
/// ```
/// assert_eq!(ogi_text::ordinal::stem("5.属于三类内部事务信息"), "三类内部事务信息");
/// ```
pub fn stem(label: &str) -> &str {
    let label = trimmed(label);
    let label = label.strip_prefix("属于").unwrap_or(label);
    label.split(['（', '、', '，']).next().unwrap_or(label)
}
