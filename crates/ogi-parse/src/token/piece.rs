//! What a piece of text is.

use ogi_model::Unit;

use super::{Kind, What};
use crate::grammar::{figure, is_date};
use crate::lexicon;

/// A piece: of the table's frame, or in a cell.
#[derive(Clone, Copy, Debug)]
pub(super) enum Piece {
    Frame(Kind),
    Cell(What),
}

/// What a whole piece is.
pub(super) fn classify(piece: &str) -> Piece {
    if let Some(n) = plain_count(piece.as_bytes()) {
        return Piece::Cell(What::Count(n));
    }
    if let Some(found) = lexicon::find_exactly(piece.as_bytes()).or_else(|| lexicon::find(piece)) {
        return Piece::Frame(Kind::Label(found));
    }
    figure_kind(piece).map_or(Piece::Frame(Kind::Text), Piece::Cell)
}

/// A whole number that fits and has nothing about it.
fn plain_count(bytes: &[u8]) -> Option<i64> {
    if bytes.is_empty() || bytes.len() > 18 || (bytes.len() > 1 && bytes[0] == b'0') {
        return None;
    }
    bytes.iter().try_fold(0_i64, |n, b| b.is_ascii_digit().then(|| n * 10 + i64::from(b - b'0')))
}

/// A figure; or what has digits and nothing that words are made of: it stands for a cell even if nobody can
/// read it. An ordinal (`2、`) does not.
fn figure_kind(piece: &str) -> Option<What> {
    let first = piece.chars().next()?;
    let opens = opens_figure(first)
        || "增减?.".contains(first)
        || piece.starts_with(ogi_model::Cell::UNREADABLE);
    if !opens || opens_with_ordinal(piece) || is_date(piece).is_some() {
        return None;
    }
    if figure(piece, Unit::Count).is_some() || figure(piece, Unit::Money).is_some() {
        return Some(What::Figure);
    }
    let wordless = !piece.chars().any(|c| c.is_alphabetic() || is_blank(c));
    let ordinal = piece.ends_with(['.', '、', '．', ',', '，', ')', '）']);
    (wordless && !ordinal && piece.chars().any(char::is_numeric)).then_some(What::Odd)
}

/// Whether a piece has digits and no words: `1 2`, which is no figure but was meant for one.
pub(super) fn is_wordless(piece: &str) -> bool {
    piece.chars().any(char::is_numeric) && !piece.chars().any(char::is_alphabetic)
}

/// Whether a piece begins like `5.属于…`.
pub(super) fn opens_with_ordinal(piece: &str) -> bool {
    let rest = piece.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < piece.len()
        && rest
            .strip_prefix(['.', '、', '．'])
            .is_some_and(|it| it.chars().next().is_some_and(char::is_alphabetic))
}

/// Where figures begin that are glued to a label of the form.
///
/// They begin where a label ends and a digit, or a token for none, follows; the longest label counts.
pub(super) fn figures_glued(piece: &str) -> Option<usize> {
    if piece.len() > LONGEST_GLUED || piece.contains(['，', '；', '。']) && !piece.contains('（')
    {
        return None;
    }
    let begins = |(at, c): &(usize, char)| *at > 0 && opens_figure(*c);
    let is_label = |(at, _): &(usize, char)| lexicon::find(&piece[..*at]).is_some();
    piece.char_indices().filter(begins).rfind(is_label).map(|it| it.0)
}

/// The longest label with figures glued to it, in bytes.
const LONGEST_GLUED: usize = 240;

/// Whether a figure, or a token for none, may begin with a character.
fn opens_figure(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || "+-＋－−—–/／\\无".contains(c)
}

/// Where figures begin that follow a label, or nothing, behind single spaces.
pub(super) fn figures_behind(piece: &str) -> Option<usize> {
    let mut begin = None;
    let mut end = piece.len();
    while end > 0 {
        let word = piece[..end]
            .rfind(is_blank)
            .map_or(0, |i| i + piece[i..].chars().next().map_or(1, char::len_utf8));
        let text = &piece[word..end];
        if !text.is_empty() {
            if !matches!(classify(text), Piece::Cell(_)) {
                break;
            }
            begin = Some(word);
        }
        end = piece[..word].trim_end_matches(is_blank).len();
    }
    let begin = begin?;
    let before = piece[..begin].trim_end_matches(is_blank);
    (before.is_empty() || lexicon::find(before).is_some()).then_some(begin)
}

pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}'
}

/// `-3-`, `— 5 —`, `第 3 页`.
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
