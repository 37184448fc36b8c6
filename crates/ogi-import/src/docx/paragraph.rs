//! A paragraph that is being read.

/// A paragraph: its text so far, and what its properties say.
#[derive(Default)]
pub(super) struct Paragraph {
    /// Line breaks within it are line feeds.
    pub(super) text: String,
    pub(super) style: Option<String>,
    /// The list that it says it is in; 0 takes it out of its style's.
    pub(super) list: Option<u32>,
    pub(super) level: Option<u32>,
    /// Whether its end is deleted, so that the next one continues it.
    pub(super) goes_on: bool,
}

/// Puts a piece behind another, as they belong together in a cell: labels are broken anywhere.
///
/// But figures below one another are two: they must not become one.
pub(super) fn join(text: &mut String, piece: &str) {
    let of_figure = |c: char| c.is_numeric() || ".．,，+＋-－−—–/／%‰".contains(c);
    let before = text.trim_end().chars().next_back().is_some_and(of_figure);
    if before && piece.trim_start().chars().next().is_some_and(of_figure) {
        text.push(' ');
    }
    text.push_str(piece);
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn labels_are_joined_and_figures_are_not() {
        for (a, b, joined) in [
            ("本年新", "收数量", "本年新收数量"),
            ("12", "3", "12 3"),
            ("1,", "113", "1, 113"),
            ("22", "（其中修订16件）", "22（其中修订16件）"),
            ("", "5", "5"),
        ] {
            let mut text = a.to_owned();
            join(&mut text, b);
            assert_eq!(text, joined);
        }
    }
}
