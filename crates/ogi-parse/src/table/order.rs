//! In which order heads stand on the page, where lines of a layout cut them into pieces.
//!
//! A head on one line is complete before its neighbours on two, wherever it stands. Only the place of its first
//! piece tells, and programs that align text by blanks count an ideograph as one of them or as two.

use crate::fold::folded;
use crate::token::{Kind, Token};

/// Heads in the order of the page: as they were read, or, if lines cut some that stand beside one another, in the
/// order of the form, if their places agree with it. `None` if that is not known.
pub(super) fn of_page<T: Copy + PartialEq>(
    text: &str,
    heads: &[(T, &Token)],
    form: &[T],
) -> Option<Vec<T>> {
    let read: Vec<T> = heads.iter().map(|it| it.0).collect();
    let is_torn = heads.iter().any(|it| matches!(it.1.kind, Kind::Torn(_)));
    let mut starts: Vec<u32> = heads.iter().map(|it| it.1.start).collect();
    starts.sort_unstable();
    if read == form || !is_torn || !are_beside(text, &starts) {
        return Some(read);
    }
    let agrees = |wide: usize| {
        let mut heads = heads.to_vec();
        heads.sort_by_key(|it| offset(text, it.1.start, wide));
        heads.iter().map(|it| it.0).eq(form.iter().copied())
    };
    [1, 2].into_iter().any(agrees).then(|| form.to_vec())
}

/// Whether the pieces that labels begin with stand on the page in the order of the labels.
pub(super) fn are_in_order(text: &str, pieces: &[Token], labels: &[&str]) -> bool {
    let pieces: Vec<(Vec<u16>, u32)> = pieces
        .iter()
        .filter(|it| !matches!(it.kind, Kind::Cells { .. } | Kind::Break | Kind::Torn(_)))
        .flat_map(|it| words(text, it))
        .filter(|it| !it.0.is_empty())
        .collect();
    let in_order = |pieces: &[(Vec<u16>, u32)]| {
        let mut rest = pieces.iter();
        let mut begins =
            |label: &[u16]| rest.any(|it| label.starts_with(&it.0) || it.0.starts_with(label));
        labels.iter().all(|label| begins(&folded(label)))
    };
    let by_place = |wide: usize| {
        let mut pieces = pieces.clone();
        pieces.sort_by_key(|it| offset(text, it.1, wide));
        in_order(&pieces)
    };
    in_order(&pieces) || [1, 2].into_iter().any(by_place)
}

/// The words of a piece, folded, and where they begin.
fn words<'t>(text: &'t str, piece: &Token) -> impl Iterator<Item = (Vec<u16>, u32)> + 't {
    let base = text.as_ptr().addr();
    // Sources are limited to far less than 4 GiB.
    let start = move |word: &str| (word.as_ptr().addr() - base) as u32;
    text[piece.span()].split_whitespace().map(move |word| (folded(word), start(word)))
}

/// Whether some of these stand on one line.
fn are_beside(text: &str, starts: &[u32]) -> bool {
    starts.windows(2).any(|it| {
        text.get(it[0] as usize..it[1] as usize).is_some_and(|between| !between.contains('\n'))
    })
}

/// How far from the margin something stands, an ideograph being so `wide`.
fn offset(text: &str, at: u32, wide: usize) -> usize {
    let at = at as usize;
    let line = text[..at].rfind('\n').map_or(0, |it| it + 1);
    text[line..at].chars().map(|c| if c.is_ascii() { 1 } else { wide }).sum()
}
