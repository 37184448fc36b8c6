//! The number of a page on a line of its own: `-3-`, `— 5 —`, `第 3 页`.

use crate::blank::is_blank;

/// Whether a line is the number of a page, told by what stands around it.
pub(crate) fn is_page_number(line: &str) -> bool {
    const LONGEST: usize = 24;
    if line.len() > LONGEST {
        return false;
    }
    let dash = |c: char| "-—–－".contains(c);
    let inner = line.trim_matches(|c: char| dash(c) || is_blank(c));
    if inner.is_empty() || inner.len() == line.len() {
        let page = line.strip_prefix('第').and_then(|it| it.strip_suffix('页'));
        return page.is_some_and(|it| is_number(it.trim()));
    }
    is_number(inner) && line.starts_with(dash) && line.ends_with(dash)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
