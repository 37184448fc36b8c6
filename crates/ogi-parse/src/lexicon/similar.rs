//! Labels that are nearly, or partly, there.

use ogi_model::TableId;

use super::folded::{Folded, bit, labels};
use super::{By, Found, Mark};

/// A label that a text resembles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Similar {
    pub(crate) mark: Mark,
    /// Folded characters that differ.
    pub(crate) distance: usize,
}

impl Similar {
    pub(crate) fn found(self) -> Found {
        let distance = u8::try_from(self.distance).unwrap_or(u8::MAX);
        Found { mark: self.mark, official: 0, by: By::Similar(distance) }
    }
}

/// How many letters of folded text differ from the labels of a table, the nearest label first. As in [`nearest`] the
/// ordinals do not count, unless they differ.
pub(crate) fn by_distance(letters: &[u16], table: TableId) -> Vec<(usize, Mark, &'static str)> {
    let (ordinal, name) = split(letters);
    let distance = |label: &Folded| {
        let other = ordinal.is_some() && label.ordinal().is_some() && ordinal != label.ordinal();
        strsim::generic_levenshtein(&Letters(name), &Letters(label.name())) + usize::from(other)
    };
    let mut all: Vec<_> = labels(table).map(|it| (distance(it), it.mark, it.wording)).collect();
    all.sort_by_key(|it| it.0);
    all
}

/// The label that folded text is a misspelling of.
///
/// It must be within a bound (a fifth of the label, or a third if the ordinal agrees), and two characters
/// nearer than any other label.
pub(crate) fn nearest(letters: &[u16], table: TableId) -> Option<Similar> {
    let (ordinal, name) = split(letters);
    // Digits behind the ordinal are figures.
    let digit = |letter: &u16| (u16::from(b'0')..=u16::from(b'9')).contains(letter);
    if name.len() < 4 || name.iter().any(digit) {
        return None;
    }
    let mask = mask(name);
    let (mut best, mut second) = (None::<Similar>, usize::MAX);
    for label in labels(table) {
        let agrees = ordinal.is_some() && ordinal == label.ordinal();
        let rival = agrees || ordinal.is_none() || label.ordinal().is_none();
        let official = label.name();
        let bound = if agrees { official.len() / 3 } else { official.len() / 5 };
        // Letters that only one of them has are that many differences at least, and so is the gap in length.
        let missing = (mask & !label.mask).count_ones() as usize;
        if !rival || missing.max(name.len().abs_diff(official.len())) > bound + 1 {
            continue;
        }
        let mark = label.mark;
        let distance = strsim::generic_levenshtein(&Letters(name), &Letters(official));
        match best {
            Some(it) if it.mark == mark => {
                best = Some(Similar { mark, distance: distance.min(it.distance) });
            }
            Some(it) if distance < it.distance && distance <= bound => {
                second = it.distance;
                best = Some(Similar { mark, distance });
            }
            None if distance <= bound => best = Some(Similar { mark, distance }),
            _ => second = second.min(distance),
        }
    }
    best.filter(|it| it.distance + 2 <= second)
}

/// The labels of a table that begin with folded text, and the one that the text is all of.
pub(crate) fn completions(letters: &[u16], table: TableId) -> (Vec<Mark>, Option<Mark>) {
    let (mut begun, mut whole) = (Vec::new(), None);
    let first = letters.first();
    let may_begin = |it: &&Folded| it.letters().first() == first || it.name().first() == first;
    for label in labels(table).filter(may_begin) {
        if letters == label.letters() || letters == label.name() || letters == label.short() {
            whole = whole.or(Some(label.mark));
        } else if (label.letters().starts_with(letters) || label.name().starts_with(letters))
            && !begun.contains(&label.mark)
        {
            begun.push(label.mark);
        }
    }
    (begun, whole)
}

/// The labels that folded text consists of, if it is two or more of them without anything between. The longest
/// label that fits comes first.
pub(crate) fn glued(letters: &[u16], table: TableId) -> Option<Vec<Mark>> {
    let mut marks = Vec::new();
    let mut rest = letters;
    while !rest.is_empty() {
        let label = labels(table)
            .filter(|it| rest.starts_with(it.letters()))
            .max_by_key(|it| it.letters().len())?;
        marks.push(label.mark);
        rest = &rest[label.letters().len()..];
    }
    (marks.len() > 1).then_some(marks)
}

/// Whether letters are part of a label of the table: they say nothing alone. Many letters of the label of a row
/// are no scrap: they may be all that is left of it, and its figures come next.
pub(crate) fn is_scrap(letters: &[u16], table: TableId) -> bool {
    const MANY: usize = 4;
    let mask = mask(letters);
    labels(table)
        .filter(|label| mask & !label.mask == 0)
        .filter(|label| letters.len() < MANY || !matches!(label.mark, Mark::Row(_)))
        .any(|label| label.letters().windows(letters.len()).any(|it| it == letters))
}

fn mask(letters: &[u16]) -> u64 {
    letters.iter().fold(0, |mask, letter| mask | bit(*letter))
}

/// An ordinal and what follows it.
fn split(letters: &[u16]) -> (Option<u16>, &[u16]) {
    const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    match letters.split_first() {
        Some((first, name)) => {
            let letter = char::from_u32(u32::from(*first)).unwrap_or(' ');
            if letter.is_ascii_digit() || NUMERALS.contains(&letter) {
                (Some(*first), name)
            } else {
                (None, letters)
            }
        }
        None => (None, letters),
    }
}

/// For [`strsim`], which wants something to iterate by reference.
struct Letters<'a>(&'a [u16]);

impl<'b> IntoIterator for &'b Letters<'_> {
    type Item = u16;
    type IntoIter = core::iter::Copied<core::slice::Iter<'b, u16>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::folded;
    use ogi_model::Row;

    #[test]
    fn misspelt_labels_are_recognised() {
        for (printed, row) in [
            ("5.属于三类内容事务信息", Row::DeniedInternalAffairs),
            ("2.其他法律行政止公开", Row::DeniedByLaw),
            ("(二)部分公开(区分处理的,只计这一情况,不计其他情形)", Row::PartiallyGranted),
        ] {
            let found = nearest(&folded(printed), TableId::Applications).map(|it| it.mark);
            assert_eq!(found, Some(Mark::Row(row)), "{printed}");
        }
        assert_eq!(nearest(&folded("结果维正"), TableId::Disputes), None);
        assert_eq!(nearest(&folded("表格如下"), TableId::Applications), None);
    }

    /// However a label is misspelt, it is not taken for another.
    #[test]
    fn a_wrong_character_never_makes_another_label() {
        for table in TableId::ALL {
            for label in labels(*table) {
                for i in 0..label.letters().len() {
                    let mut wrong = label.letters().to_vec();
                    wrong[i] = folded("误")[0];
                    let found = nearest(&wrong, *table).map(|it| it.mark);
                    let same_label = |mark| {
                        labels(*table).any(|it| it.letters() == label.letters() && it.mark == mark)
                    };
                    assert!(found.is_none_or(same_label), "{:?} {i}: {found:?}", label.mark);
                }
            }
        }
    }
}
