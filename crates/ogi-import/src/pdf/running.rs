//! Lines that run over all pages: what a browser or an office program prints above and below the text of each.

use super::page::{Content, Item};

/// How many lines at the top and at the bottom of a page may be of this kind.
const MOST: usize = 3;
/// How far such lines may stand apart from page to page, in points.
const APART: f64 = 3.0;

/// Drops lines at the ends of pages that stand at the same height on another page and say the same, but for numbers.
pub(super) fn drop(pages: &mut [Content]) {
    let ends: Vec<Vec<(usize, f64, String)>> = pages.iter().map(ends).collect();
    let again = |page: usize, top: f64, text: &str| {
        let neighbours = [page.checked_sub(1), Some(page + 1)].into_iter().flatten();
        let mut others = neighbours.filter_map(|it| ends.get(it)).flatten();
        others.any(|(_, other, it)| (other - top).abs() <= APART && it == text)
    };
    for (number, page) in pages.iter_mut().enumerate() {
        let Some(own) = ends.get(number) else { continue };
        let running: Vec<usize> = own
            .iter()
            .filter(|(_, top, text)| again(number, *top, text))
            .map(|(at, ..)| *at)
            .collect();
        let mut at = 0;
        page.items.retain(|_| {
            at += 1;
            !running.contains(&(at - 1))
        });
    }
}

/// The lines at both ends of a page, before its first table and after its last: which, how high, and what they say
/// without digits.
fn ends(page: &Content) -> Vec<(usize, f64, String)> {
    let line = |(at, item): (usize, &Item)| match item {
        Item::Line(line, _) => {
            let text = line.text();
            let said = text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect();
            Some((at, line.bbox.top, said))
        }
        Item::Table(_) => None,
    };
    let items = page.items.iter().enumerate();
    let mut found: Vec<_> = items.clone().map_while(line).take(MOST).collect();
    found.extend(items.rev().map_while(line).take(MOST));
    found
}
