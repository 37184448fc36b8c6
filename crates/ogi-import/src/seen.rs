//! What a person who looks at a source sees of its text: one notion of it, for every importer.
//!
//! Text that is hidden or crossed out is no part of a figure, and raised text stands apart from it: 88 crossed out
//! before 6 is 6, and 76 with a raised 2 is not 762. What is there and not understood (a picture, a formula without
//! a result) is no blank: a cell with nothing else is unreadable, with its text.

use ogi_model::Cell;

/// How a piece of text is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Seen {
    /// As text.
    #[default]
    Plainly,
    /// Apart from the text around it, though on the same line: raised, lowered, as an exponent or the mark of a note.
    Apart,
    /// In white, on a ground that nobody knows: seen on a dark one only.
    White,
    /// Crossed out.
    Struck,
    /// Not at all.
    Hidden,
}

impl Seen {
    /// Whether it is there to be read.
    pub(crate) const fn is_printed(self) -> bool {
        matches!(self, Self::Plainly | Self::Apart | Self::White)
    }
}

/// What a cell or a paragraph prints, in the making.
#[derive(Clone, Debug, Default)]
pub(crate) struct Print {
    pub(crate) text: String,
    /// Whether what follows stands apart from what is there.
    apart: bool,
    /// How what was added last is seen.
    last: Seen,
    /// Whether any of it is white, and whether any is not.
    white: bool,
    colored: bool,
    /// What is crossed out.
    struck: String,
    /// What is there and not understood.
    unclear: String,
}

impl Print {
    /// Its lines, but for empty ones.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.split('\n').filter(|it| !it.is_empty())
    }

    /// Adds a piece as it is seen.
    pub(crate) fn push_seen(&mut self, piece: &str, seen: Seen) {
        match seen {
            _ if piece.is_empty() => {}
            Seen::Plainly | Seen::Apart | Seen::White => {
                self.apart |= seen != self.last;
                self.last = seen;
                let is_text = !piece.trim().is_empty();
                self.white |= is_text && seen == Seen::White;
                self.colored |= is_text && seen != Seen::White;
                self.push(piece);
            }
            Seen::Struck => {
                self.part();
                self.struck.extend(piece.chars().filter(|it| !it.is_whitespace()));
            }
            Seen::Hidden => {}
        }
    }

    /// Adds a piece: words over several lines are one label, but figures are never joined. `1` over `2` is not 12.
    pub(crate) fn push(&mut self, piece: &str) {
        if piece.is_empty() {
            return;
        }
        if self.apart && must_part(&self.text, piece) {
            self.text.push(' ');
        }
        self.apart = false;
        if piece.contains(has_no_width) {
            self.text.extend(piece.chars().filter(|it| !has_no_width(*it)));
        } else {
            self.text.push_str(piece);
        }
    }

    /// Adds what another print holds.
    pub(crate) fn append(&mut self, other: &Self) {
        self.push(&other.text);
        self.last = other.last;
        self.white |= other.white;
        self.colored |= other.colored;
        self.struck.push_str(&other.struck);
        self.push_unclear(&other.unclear);
    }

    /// What follows stands apart.
    pub(crate) const fn part(&mut self) {
        self.apart = true;
    }

    /// There is something that is not understood.
    pub(crate) fn push_unclear(&mut self, what: &str) {
        if !self.unclear.ends_with(what) {
            self.unclear.push_str(what);
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        *self = Self { text: core::mem::take(&mut self.text), ..Self::default() };
        self.text.clear();
    }

    /// Whether there is nothing, seen or not understood.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.struck.is_empty() && self.unclear.is_empty()
    }

    /// What stands for the print of a cell if it cannot be taken as it is. Beside words, which make it a label, what is
    /// not understood is an ornament; heads are white on dark grounds.
    pub(crate) fn in_doubt(&self) -> Option<String> {
        let text = self.text.trim();
        let has_words = text.chars().any(char::is_alphabetic);
        if !self.unclear.is_empty() && !has_words {
            Some(unreadable(&format!("{text}{}", self.unclear)))
        } else if self.white && !self.colored && !has_words && !text.is_empty() {
            Some(unreadable(text))
        } else if text.is_empty() && !self.struck.is_empty() {
            Some(unreadable(&self.struck))
        } else {
            None
        }
    }

    /// What a cell prints.
    pub(crate) fn into_cell(self) -> String {
        self.in_doubt().unwrap_or(self.text)
    }
}

/// What a picture is called in the text of an unreadable cell.
pub(crate) const PICTURE: &str = "图片";

/// A figure that could not be read, as our own writers mark it.
pub(crate) fn unreadable(raw: &str) -> String {
    format!("{}（{raw}）", Cell::UNREADABLE)
}

/// Whether two pieces that stand apart would be another figure, or a label with a figure at its end, if joined.
fn must_part(before: &str, after: &str) -> bool {
    let (before, after) =
        (before.trim_end().chars().next_back(), after.trim_start().chars().next());
    let (Some(before), Some(after)) = (before, after) else { return false };
    let of_figure = |c: char| c.is_numeric() || ".．,，+＋-－−—–/／%‰".contains(c);
    let figure_beside_word =
        |a: char, b: char| a.is_numeric() && b.is_alphabetic() && !b.is_numeric();
    (of_figure(before) && of_figure(after))
        || figure_beside_word(before, after)
        || figure_beside_word(after, before)
}

/// Soft hyphens, joiners, blanks without width and marks of direction: editors leave them within figures. Those that
/// override the direction are none of these: `12` after one is shown as 21.
pub(crate) const fn has_no_width(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202c}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(pieces: &[(&str, Seen)]) -> String {
        let mut print = Print::default();
        for (piece, seen) in pieces {
            print.push_seen(piece, *seen);
        }
        print.into_cell()
    }

    #[test]
    fn what_is_not_plain_joins_no_figure() {
        use Seen::{Apart, Hidden, Plainly, Struck, White};
        for (pieces, printed) in [
            (&[("88", Struck), ("6", Plainly)][..], "6"),
            (&[("1", Plainly), ("8", Struck), ("6", Plainly)], "1 6"),
            (&[("88", Hidden), ("6", Plainly)], "6"),
            (&[("1", Plainly), ("8", Hidden), ("6", Plainly)], "16"),
            (&[("76", Plainly), ("2", Apart)], "76 2"),
            (&[("76", Plainly), ("1", Apart), ("2", Apart), ("", Plainly)], "76 12"),
            (&[("7", Apart), ("6", Apart)], "76"),
            (&[("规章", Plainly), ("①", Apart)], "规章 ①"),
            (&[("88", Struck)], "无法辨认（88）"),
            (&[("1\u{ad}63", Plainly), ("\u{200f}8\u{2069}", Plainly)], "1638"),
            (&[("\u{202e}12", Plainly)], "\u{202e}12"),
            (&[("88", White)], "无法辨认（88）"),
            (&[("规章", White)], "规章"),
            (&[("8", White), ("", Plainly), ("6", White)], "无法辨认（86）"),
        ] {
            assert_eq!(cell(pieces), printed);
        }
    }

    #[test]
    fn labels_are_joined_and_figures_are_not() {
        for (a, b, joined) in [
            ("本年新", "收数量", "本年新收数量"),
            ("12", "3", "12 3"),
            ("1,", "113", "1, 113"),
            ("22", "（其中修订16件）", "22（其中修订16件）"),
            ("（三）不予公开", "1.属于国家秘密", "（三）不予公开 1.属于国家秘密"),
            ("行政许可", "5", "行政许可 5"),
            ("", "5", "5"),
        ] {
            let mut print = Print::default();
            print.push(a);
            print.part();
            print.push(b);
            assert_eq!(print.text, joined);
        }
    }

    #[test]
    fn beside_words_what_is_not_understood_is_an_ornament() {
        for (text, printed) in
            [(" ", "无法辨认（图片）"), ("4", "无法辨认（4图片）"), ("规章", "规章")]
        {
            let mut print = Print { text: text.to_owned(), ..Print::default() };
            print.push_unclear(PICTURE);
            assert_eq!(print.into_cell(), printed);
        }
    }
}
