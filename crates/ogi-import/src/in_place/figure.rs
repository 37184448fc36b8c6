//! Which part of what a cell prints is its figure, and how another one is written in its place.

use core::ops::Range;

use ogi_model::{NotApplicable, Place};
use ogi_text::number::is_digit;

use super::InPlaceError;

/// Where the figure stands in what a cell prints: the only number before a remark, or the token that says that none applies.
///
/// # Errors
/// A blank has none; of several nobody knows which is meant.
pub(super) fn find(printed: &str, place: &Place) -> Result<Range<usize>, InPlaceError> {
    let trimmed = printed.trim();
    if trimmed.is_empty() {
        return Err(InPlaceError::Blank(place.clone()));
    }
    if trimmed.parse::<NotApplicable>().is_ok() {
        let start = printed.len() - printed.trim_start().len();
        return Ok(start..start + trimmed.len());
    }
    let before_remark = printed.find(['（', '(']).unwrap_or(printed.len());
    let mut numbers = numbers(&printed[..before_remark]);
    match (numbers.next(), numbers.next()) {
        (Some(it), None) => Ok(it),
        _ => Err(InPlaceError::NoPlainFigure(place.clone())),
    }
}

/// The numbers in a text, with their signs and separators.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    core::iter::from_fn(move || {
        let start = from + text[from..].find(is_digit)?;
        let within = |c: char| is_digit(c) || matches!(c, ',' | '，' | '.' | '．');
        let end = text[start..].find(|c| !within(c)).map_or(text.len(), |it| start + it);
        // A comma behind it is none of its own.
        let end = start + text[start..end].trim_end_matches([',', '，', '.', '．']).len();
        let sign = text[from..start].chars().next_back().filter(|it| "-－−".contains(*it));
        from = end;
        Some(start - sign.map_or(0, char::len_utf8)..end)
    })
}

/// Pieces of text, one behind the other, after a part of them was replaced: those that are now different, by their numbers.
/// What is new stands where the old began; the other pieces that the old reached into lose their part of it.
pub(super) fn replaced(pieces: &[&str], old: &Range<usize>, new: &str) -> Vec<(usize, String)> {
    let mut changed = Vec::new();
    let mut start = 0;
    for (number, piece) in pieces.iter().enumerate() {
        let end = start + piece.len();
        let (from, to) = (old.start.clamp(start, end), old.end.clamp(start, end));
        if from < to {
            let new = if from == old.start { new } else { "" };
            let text = format!("{}{new}{}", &piece[..from - start], &piece[to - start..]);
            changed.push((number, text));
        }
        start = end;
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figure_is_the_number_before_a_remark_or_a_token() {
        let place = Place::Text { start: 0, end: 0 };
        for (printed, figure) in [
            ("12", "12"),
            (" 1,113 ", "1,113"),
            ("１２件", "１２"),
            ("-8", "-8"),
            ("22（其中修订16件）", "22"),
            (" / ", "/"),
            ("——", "——"),
            ("12，", "12"),
        ] {
            let found = find(printed, &place).map(|it| &printed[it]);
            assert_eq!(found, Ok(figure), "{printed}");
        }
        for printed in ["1 2", "12/3", "十二", "（3）"] {
            assert_eq!(find(printed, &place).unwrap_err().kind(), "no-plain-figure", "{printed}");
        }
        assert_eq!(find(" \u{a0}", &place).unwrap_err().kind(), "blank");
    }

    #[test]
    fn what_is_new_stands_in_the_first_piece() {
        let pieces = ["a1", "2", "", "3b"];
        let expected = [(0, "a9".to_owned()), (1, String::new()), (3, "b".to_owned())];
        assert_eq!(replaced(&pieces, &(1..4), "9"), expected);
        assert_eq!(replaced(&pieces, &(2..3), "77"), [(1, "77".to_owned())]);
    }
}
