//! Numbers: in Chinese, and in digits that are grouped.

use chinese_number::{ChineseCountMethod, ChineseToNumber};

/// The digits from 0 to 9.
pub const DIGITS: &str = "零一二三四五六七八九";

/// Whether a character is one of the ten digits, of either width.
///
/// ```
/// assert!(['7', '７'].iter().all(|it| ogi_text::number::is_digit(*it)));
/// assert!(!ogi_text::number::is_digit('七'));
/// ```
#[inline]
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether a character may be part of a number in Chinese.
pub fn is_chinese(c: char) -> bool {
    DIGITS.contains(c) || "〇两十百千万亿".contains(c)
}

/// A number in Chinese that is nothing else.
///
/// ```
/// use ogi_text::number::chinese;
/// assert_eq!(chinese("一百零五"), Some(105));
/// assert_eq!(chinese("百件"), None);
/// ```
pub fn chinese(text: &str) -> Option<i64> {
    text.to_number(ChineseCountMethod::TenThousand).ok()
}

/// How many bytes the whole part of a number in digits takes at the beginning of a text: digits, or groups of three
/// after one to three; 0 if there is none.
///
/// ```
/// use ogi_text::number::whole_len;
/// assert_eq!([whole_len("1,113件"), whole_len("1113"), whole_len("1,11"), whole_len("件")], [5, 4, 1, 0]);
/// ```
pub fn whole_len(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    let mut len = first;
    while (1..=3).contains(&first)
        && text[len..].strip_prefix(',').is_some_and(|group| digits(group) >= 3)
    {
        len += 1 + 3;
    }
    len
}
