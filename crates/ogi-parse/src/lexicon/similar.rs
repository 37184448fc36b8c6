//! Labels that are nearly, or partly, there.

use ogi_model::{Form, TableId};

use super::Mark;
use super::build::{without_gloss, without_ordinal};
use crate::fold::folded;

/// A label that a text resembles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Similar {
    pub(crate) mark: Mark,
    /// Folded characters that differ.
    pub(crate) distance: usize,
}

/// The labels of a table in every edition.
fn labels(table: TableId) -> impl Iterator<Item = (&'static str, Mark)> {
    let forms = Form::ALL.iter().filter(move |form| form.table == table);
    let columns = forms.clone().flat_map(|form| form.blocks).flat_map(|block| block.columns);
    forms
        .clone()
        .flat_map(|form| form.rows())
        .map(|row| (row.label, Mark::Row(row.row)))
        .chain(columns.map(|column| (column.label, Mark::Column(column.column))))
        .chain(forms.flat_map(|form| form.groups).map(|it| (it.label, Mark::Group(it.group))))
}

/// The label that a text is a misspelling of.
///
/// It must be within a bound (a fifth of the label, or a third if the ordinal agrees), and two characters
/// nearer than any other label.
pub(crate) fn nearest(letters: &[u32], table: TableId) -> Option<Similar> {
    let printed = Split::new(letters);
    if printed.name.len() < 4 {
        return None;
    }
    let (mut best, mut second) = (None::<Similar>, usize::MAX);
    for (label, mark) in labels(table) {
        // A label has three bytes a character, less for what folds away: too short or long is not folded.
        if label.len() / 3 + LONGEST_BOUND < printed.name.len()
            || label.len() / 3 > printed.name.len() + LONGEST_BOUND + FOLDED_AWAY
        {
            continue;
        }
        let official = folded(label);
        let official = Split::new(&official);
        let rival = printed.ordinal.is_none()
            || official.ordinal.is_none()
            || printed.ordinal == official.ordinal;
        let bound = bound(
            official.name.len(),
            printed.ordinal.is_some() && printed.ordinal == official.ordinal,
        );
        if !rival || printed.name.len().abs_diff(official.name.len()) > bound + 1 {
            continue;
        }
        let distance = strsim::generic_levenshtein(&Chars(printed.name), &Chars(official.name));
        match best {
            Some(it) if it.mark == mark => {
                if distance < it.distance {
                    best = Some(Similar { mark, distance });
                }
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

/// The widest bound, for the longest label.
const LONGEST_BOUND: usize = 12;
/// The most characters of a label that fold away.
const FOLDED_AWAY: usize = 8;

fn bound(length: usize, ordinal_agrees: bool) -> usize {
    if ordinal_agrees { length / 3 } else { length / 5 }
}

/// The labels of a table that begin with a text, and whether the text is all of one.
pub(crate) fn completions(text: &[u32], table: TableId) -> (Vec<Mark>, Option<Mark>) {
    let (mut begun, mut whole) = (Vec::new(), None);
    for (label, mark) in labels(table) {
        let official = folded(label);
        let bare = folded_bytes(without_ordinal(label.as_bytes()));
        let short = folded_bytes(without_gloss(label.as_bytes()));
        if text == official || text == bare || text == short {
            whole.get_or_insert(mark);
        } else if (official.starts_with(text) || bare.starts_with(text)) && !begun.contains(&mark) {
            begun.push(mark);
        }
    }
    (begun, whole)
}

fn folded_bytes(bytes: &[u8]) -> Vec<u32> {
    core::str::from_utf8(bytes).map(folded).unwrap_or_default()
}

/// An ordinal and what follows it.
struct Split<'a> {
    ordinal: Option<u32>,
    name: &'a [u32],
}

impl<'a> Split<'a> {
    fn new(folded: &'a [u32]) -> Self {
        const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
        match folded.split_first() {
            Some((first, name)) => {
                let first_char = char::from_u32(*first).unwrap_or(' ');
                if first_char.is_ascii_digit() || NUMERALS.contains(&first_char) {
                    Self { ordinal: Some(*first), name }
                } else {
                    Self { ordinal: None, name: folded }
                }
            }
            None => Self { ordinal: None, name: folded },
        }
    }
}

/// For [`strsim`], which wants something to iterate by reference.
struct Chars<'a>(&'a [u32]);

impl<'b> IntoIterator for &'b Chars<'_> {
    type Item = u32;
    type IntoIter = core::iter::Copied<core::slice::Iter<'b, u32>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
            for (label, mark) in labels(*table) {
                let characters: Vec<char> = label.chars().collect();
                for i in 0..characters.len() {
                    let mut wrong = characters.clone();
                    wrong[i] = '误';
                    let wrong: String = wrong.iter().collect();
                    let found = nearest(&folded(&wrong), *table).map(|it| it.mark);
                    let same_label =
                        |it| labels(*table).any(|(other, mark)| other == label && mark == it);
                    assert!(
                        found.is_none_or(|it| it == mark || same_label(it)),
                        "{wrong}: {found:?}"
                    );
                }
            }
        }
    }
}
