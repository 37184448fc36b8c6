//! What a browser prints at the edges of a page, between rows or between the lines of one.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    let page = 2 + sample.below(8);
    let ways = [
        format!("2026/1/27 10:1{page}    示例市人民政府门户网站"),
        format!("https://www.example.invalid/zwgk/2026/t20260127.html    {page}/9"),
    ];
    let line = ways[sample.below(2)].clone();
    sample.insert_line(&line, |_| true)
}
