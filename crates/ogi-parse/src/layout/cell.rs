//! What stands in a cell, or between gaps: figures that stand free are pieces of their own, the rest is words.
//!
//! `行政许可 1286` is a label and a figure; `全年办理1286件` is words.

use core::ops::Range;

use ogi_text::blank::{self, is_blank};
use ogi_text::number::is_digit;
use ogi_text::ordinal::begins_item;

use crate::grammar::{PieceKind, piece_kind};

use super::labels::is_label;

/// The longest remark in brackets whose blanks part nothing, in characters: `22（其中修订 16 件）`.
const LONGEST_REMARK: usize = 40;

/// The longest text, in bytes, that may be heads with single blanks between them.
const LONGEST_HEADS: usize = 150;

/// Which words are pieces of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Apart {
    /// None: a cell has one label.
    #[default]
    Never,
    /// Heads beside one another, as where rows have blanks between their figures: `商业企业 科研机构`.
    Heads,
    /// All: the line ends are lost.
    Words,
}

/// Gives the pieces of a cell, which is not blank and has no blanks at its ends, one by one, with their spans in it.
pub(super) fn split(cell: &str, apart: Apart, give: &mut impl FnMut(PieceKind, Range<usize>)) {
    let kind = piece_kind(cell);
    let is_one = match kind {
        PieceKind::Words | PieceKind::Unclear => {
            blank::find(cell.as_bytes()).is_none()
                || apart == Apart::Never && !cell.contains(is_digit) && !cell.ends_with(ends_token)
        }
        _ => true,
    };
    if is_one || apart != Apart::Words && is_sentence(cell) {
        return give(kind, 0..cell.len());
    }
    let words: Vec<Range<usize>> = words(cell).collect();
    let tokens = tokens(cell, &words);
    let mut label: Option<Range<usize>> = None;
    let mut at = 0;
    while let Some(word) = words.get(at).cloned() {
        at += 1;
        let next = words.get(at).cloned();
        let token = (at > tokens).then(|| (PieceKind::Figure, word.clone()));
        let token = token.filter(|_| is_token(&cell[word.clone()]));
        if let Some((kind, span)) = token.or_else(|| free_figure(cell, &word, next.as_ref())) {
            at += usize::from(span.end > word.end);
            if let Some(label) = label.take() {
                give(PieceKind::Words, label);
            }
            give(kind, span);
        } else {
            if let Some(before) = label.take_if(|it| parts(apart, cell, it, &word)) {
                give(PieceKind::Words, before);
            }
            label = Some(label.map_or(word.start, |it| it.start)..word.end);
        }
    }
    if let Some(label) = label {
        give(PieceKind::Words, label);
    }
}

/// Where the figures at the end of a cell begin among its words, if tokens for none are among them: `规章 / / 3`.
fn tokens(cell: &str, words: &[Range<usize>]) -> usize {
    if words.len() < 2 {
        return words.len();
    }
    // The last may have a remark: `行政规范性文件 无 4（其中修订2件）`.
    let is_figure = |it: &&Range<usize>| piece_kind(&cell[(*it).clone()]).is_figure();
    let run = words.iter().rev().take_while(is_figure).count();
    let label = words.len() - run;
    let before = words[..label].last().map_or("", |it| &cell[words[0].start..it.end]);
    let is_run = run > 1 || is_label(before);
    if is_run { label } else { words.len() }
}

/// Whether a word stands for no figure: `/`.
pub(super) fn is_token(word: &str) -> bool {
    !word.contains(is_digit) && piece_kind(word) == PieceKind::Figure
}

/// Whether a token for none may end with a character.
fn ends_token(c: char) -> bool {
    "/／\\-－—–−无".contains(c)
}

/// Whether a text is sentences, whose numbers are theirs however many blanks stand around them.
fn is_sentence(cell: &str) -> bool {
    cell.len() > LONGEST_HEADS && memchr::memmem::find(cell.as_bytes(), "。".as_bytes()).is_some()
}

/// How many figures stand free in a cell, unless words stand behind one: what a program scrambled is words.
pub(super) fn figures(cell: &str) -> Option<usize> {
    if blank::find(cell.as_bytes()).is_none() || !cell.contains(is_digit) {
        return Some(0);
    }
    let (mut figures, mut scrambled) = (0, false);
    split(cell, Apart::Never, &mut |kind, _| {
        scrambled |= kind == PieceKind::Words && figures > 0;
        figures += usize::from(kind.is_figure());
    });
    (!scrambled).then_some(figures)
}

/// Whether a word does not go on with the label before it.
fn parts(apart: Apart, cell: &str, label: &Range<usize>, word: &Range<usize>) -> bool {
    let (label, word) = (&cell[label.clone()], &cell[word.clone()]);
    let is_long = |it: &str| it.chars().filter(|c| c.is_alphabetic()).take(2).count() == 2;
    match apart {
        Apart::Never => false,
        Apart::Words => true,
        Apart::Heads if cell.len() > LONGEST_HEADS || cell.contains(['。', '，', '；']) => false,
        // A label that is spaced out is one: 三 、 本 年.
        Apart::Heads => {
            let last = label.rsplit(is_blank).next().unwrap_or(label);
            begins_item(word) || is_long(last) && is_long(word)
        }
    }
}

/// A figure that stands free between blanks, with its unit or remark behind a blank.
fn free_figure(
    cell: &str,
    word: &Range<usize>,
    next: Option<&Range<usize>>,
) -> Option<(PieceKind, Range<usize>)> {
    let text = &cell[word.clone()];
    let kind = piece_kind(text);
    let stands_alone = match kind {
        PieceKind::Count(_) | PieceKind::Figure => text.contains(is_digit),
        PieceKind::Unclear => text.chars().all(|c| is_digit(c) || ",.，".contains(c)),
        _ => false,
    };
    if !stands_alone {
        return None;
    }
    let Some(next) = next else { return Some((kind, word.clone())) };
    let behind = &cell[next.clone()];
    let joined = word.start..next.end;
    if !behind.starts_with(is_digit) && piece_kind(&cell[joined.clone()]) == PieceKind::Figure {
        return Some((PieceKind::Figure, joined));
    }
    // The number of an ordinal, or of a sentence.
    if behind.starts_with(['.', '．']) || behind.starts_with(is_counted) {
        return None;
    }
    Some((kind, word.clone()))
}

/// The words of a cell; blanks in a remark part nothing.
fn words(cell: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = cell.as_bytes();
    let mut at = 0;
    core::iter::from_fn(move || {
        let (start, _) = blank::trim(bytes, at, bytes.len());
        let mut rest = cell[start..].char_indices().peekable();
        let mut end = start;
        while let Some((i, c)) = rest.next() {
            if is_blank(c) {
                break;
            }
            end = start + i + c.len_utf8();
            if matches!(c, '(' | '（')
                && let Some(len) = remark(&cell[end..])
            {
                end += len;
                while rest.peek().is_some_and(|it| start + it.0 < end) {
                    rest.next();
                }
            }
        }
        at = end;
        (start < end).then_some(start..end)
    })
}

/// The length of a short remark up to its closing bracket.
fn remark(text: &str) -> Option<usize> {
    let (at, c) = text
        .char_indices()
        .take(LONGEST_REMARK)
        .find(|(_, c)| matches!(c, '(' | '（' | ')' | '）' | '|' | '\t'))?;
    matches!(c, ')' | '）').then_some(at + c.len_utf8())
}

/// Whether a number before a character is one of a sentence: `12 件，`, `2021 年`, `3 ，`.
pub(super) fn is_counted(c: char) -> bool {
    "年月日条件次个份起宗项部家名人期场篇处%％‰，。；：、！？".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(cell: &str) -> Vec<&str> {
        let mut pieces = Vec::new();
        split(cell, Apart::Never, &mut |_, span| pieces.push(&cell[span]));
        pieces
    }

    #[test]
    fn tokens_for_none_before_figures() {
        assert_eq!(pieces("规章 / / 3"), ["规章", "/", "/", "3"]);
        assert_eq!(pieces("规章 无 4（其中修订2件）"), ["规章", "无", "4（其中修订2件）"]);
        assert_eq!(pieces("规章 无 无"), ["规章", "无", "无"]);
        // The last word of a sentence is none.
        assert_eq!(pieces("投诉举报 无 内容"), ["投诉举报 无 内容"]);
    }
}
