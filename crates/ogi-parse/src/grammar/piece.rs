//! What a whole piece is, by what it prints alone.

use ogi_model::Unit;
use ogi_text::date::is_date;
use ogi_text::{blank, narrow};

use super::figure;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// Words: a label, a head, a sentence.
    Words,
    /// A whole number with nothing about it.
    Count(i64),
    /// Another figure (`1,113`, `18.87`, `22（其中修订16件）`), or a token for none (`/`).
    Figure,
    /// Digits or signs that are no figure: `1 2`, `?`.
    Unclear,
    /// Digits without anything between them and their label, or between one another: `15130000154`.
    Glued,
    /// A drawn cell without content.
    Blank,
    /// Nothing between two separators, where a merged cell may be.
    Pad,
}

impl PieceKind {
    /// Whether something is printed that is no word.
    pub(crate) const fn is_figure(self) -> bool {
        matches!(self, Self::Count(_) | Self::Figure | Self::Unclear | Self::Glued)
    }
}

/// What a whole piece is.
pub(crate) fn piece_kind(piece: &str) -> PieceKind {
    let piece = blank::trimmed(piece);
    if piece.is_empty() {
        return PieceKind::Blank;
    }
    if let Some(n) = plain_count(piece.as_bytes()) {
        return PieceKind::Count(n);
    }
    let may_open = |c: char| !c.is_alphabetic() && !BRACKETS.contains(&c) || OPENS.contains(&c);
    let may_close = |c: char| !c.is_alphabetic() || CLOSES.contains(&c);
    let may_be_figure = piece.starts_with(may_open) && piece.ends_with(may_close);
    if may_be_figure && piece.len() <= LONGEST && is_date(piece).is_none() {
        let is_figure = |unit| figure(piece, unit).is_some();
        if is_figure(Unit::Count) || is_figure(Unit::Money) {
            return PieceKind::Figure;
        }
    }
    let is_odd = is_wordless(piece) && !is_ordinal(piece) && !is_ornament(piece);
    if is_odd && is_date(piece).is_none() { PieceKind::Unclear } else { PieceKind::Words }
}

/// The longest figure, in bytes: it may have a remark.
const LONGEST: usize = 160;
/// What no figure begins with: labels do.
const BRACKETS: [char; 4] = ['（', '(', '“', '《'];
/// The words that figures and tokens begin with (无法辨认 too), and those that end them.
const OPENS: [char; 3] = ['增', '减', '无'];
const CLOSES: [char; 11] = ['元', '件', '条', '个', '项', '宗', '起', '份', '次', '部', '无'];

/// A whole number that fits and has nothing about it. What begins with 0 is several, glued, or none.
fn plain_count(bytes: &[u8]) -> Option<i64> {
    if bytes.is_empty() || bytes.len() > 18 || (bytes.len() > 1 && bytes[0] == b'0') {
        return None;
    }
    bytes.iter().try_fold(0_i64, |n, b| b.is_ascii_digit().then(|| n * 10 + i64::from(b - b'0')))
}

fn is_wordless(piece: &str) -> bool {
    !piece.chars().any(char::is_alphabetic)
}

/// Punctuation, bullets and lines, of either width: the `．` that a blank tore from `４．` too.
fn is_ornament(piece: &str) -> bool {
    piece.chars().map(narrow::one).all(|c| ",.;:!。、…·•*-_=#~|“”\"'()《》".contains(c))
}

/// `2、`: the ordinal of a label that stands elsewhere.
fn is_ordinal(piece: &str) -> bool {
    piece.ends_with(['.', '、', '．', ',', '，', ')', '）']) && piece.chars().any(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_known_by_what_they_print() {
        for (piece, kind) in [
            ("0", PieceKind::Count(0)),
            (" 447 ", PieceKind::Count(447)),
            ("1,113", PieceKind::Figure),
            ("18.8710", PieceKind::Figure),
            ("22（其中修订16件）", PieceKind::Figure),
            ("/", PieceKind::Figure),
            ("无", PieceKind::Figure),
            ("减4", PieceKind::Figure),
            ("1 2", PieceKind::Unclear),
            ("00", PieceKind::Unclear),
            ("?", PieceKind::Unclear),
            ("\u{a0}", PieceKind::Blank),
            ("", PieceKind::Blank),
            ("2、", PieceKind::Words),
            ("，", PieceKind::Words),
            ("***", PieceKind::Words),
            ("×", PieceKind::Unclear),
            ("约12", PieceKind::Words),
            ("2024年1月17日", PieceKind::Words),
            ("（一）予以公开", PieceKind::Words),
            ("1.属于国家秘密", PieceKind::Words),
        ] {
            assert_eq!(piece_kind(piece), kind, "{piece}");
        }
    }
}
