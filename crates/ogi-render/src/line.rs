//! Making what a report says fit a line.

/// The same words on one line: runs of blanks that hold a line break become one space.
///
/// Only an ending that some reader takes for a line break is touched, so that what has none is written as it is.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for part in text.split(is_break).map(str::trim).filter(|it| !it.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

/// The same for pages and documents: what no document may hold is shown as U+FFFD.
pub(crate) fn printable(text: &str) -> String {
    one_line(text).replace(|c: char| is_unprintable(c), "\u{fffd}")
}

/// Control characters but the tab, and what Unicode keeps out of all text.
fn is_unprintable(c: char) -> bool {
    (c.is_control() && c != '\t') || matches!(u32::from(c) & 0xFFFF, 0xFFFE | 0xFFFF)
}

/// The paragraphs of narrative text, each on one line, without empty ones.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split('\n').map(one_line).filter(|it| !it.is_empty())
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_become_spaces() {
        assert_eq!(one_line(" 一\r\n 二\u{2028}三 "), "一 二 三");
        assert_eq!(one_line("a  b"), "a  b");
    }

    #[test]
    fn what_no_document_may_hold_is_shown() {
        assert_eq!(printable("甲\0乙\u{1b}[2J\n丙\u{ffff}"), "甲\u{fffd}乙\u{fffd}[2J 丙\u{fffd}");
    }

    #[test]
    fn empty_paragraphs_are_left_out() {
        let all: Vec<_> = paragraphs("  一\n\n \u{3000}\n二\r\n").collect();
        assert_eq!(all, ["一", "二"]);
    }
}
