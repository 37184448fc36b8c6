//! How much of a text is that of another.

use std::collections::BTreeSet;

/// How long the pieces are by which sentences are compared.
const SHINGLE: usize = 4;

/// From which share of its pieces on a sentence is an old one reworded: eight in ten.
const REWORDED: (usize, usize) = (8, 10);

/// What a text has in common with an older one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reuse<'a> {
    /// How many characters its sentences have, figures and punctuation aside.
    pub(crate) characters: usize,
    /// How many of these stand in sentences that are the older text's, or nearly.
    pub(crate) reused: usize,
    /// The first such sentence.
    pub(crate) first: Option<&'a str>,
}

impl<'a> Reuse<'a> {
    /// Compares texts sentence by sentence. Figures do not count: they should differ from year to year.
    pub(crate) fn of(new: &'a str, old: &str) -> Self {
        let old: Vec<Vec<char>> = sentences(old).map(words).collect();
        let pieces: BTreeSet<&[char]> = old.iter().flat_map(|it| it.windows(SHINGLE)).collect();
        let whole: BTreeSet<&[char]> = old.iter().map(Vec::as_slice).collect();
        let mut reuse = Self::default();
        for sentence in sentences(new) {
            let words = words(sentence);
            reuse.characters += words.len();
            let known = words.windows(SHINGLE).filter(|it| pieces.contains(it)).count();
            let all = words.windows(SHINGLE).count();
            let is_reworded = all > 0 && known * REWORDED.1 >= all * REWORDED.0;
            if !words.is_empty() && (is_reworded || whole.contains(words.as_slice())) {
                reuse.reused += words.len();
                reuse.first.get_or_insert(sentence);
            }
        }
        reuse
    }

    /// The share that is reused, in per cent, rounded down.
    pub(crate) const fn percent(&self) -> usize {
        match (self.reused * 100).checked_div(self.characters) {
            Some(percent) => percent,
            None => 0,
        }
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['。', '；', '！', '？', ';', '\n']).map(str::trim).filter(|it| !it.is_empty())
}

/// The letters of a sentence, so that neither figures nor punctuation make a difference.
fn words(sentence: &str) -> Vec<char> {
    sentence.chars().filter(|it| it.is_alphabetic()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "2024年，我局新收申请31件，全部按时答复。一是健全制度；二是加强培训。";

    #[test]
    fn other_figures_make_no_other_sentence() {
        let new = "2025年,我局新收申请 12 件，全部按时答复。三是开展检查，通报了两个单位。";
        let reuse = Reuse::of(new, OLD);
        assert_eq!(reuse.first, Some("2025年,我局新收申请 12 件，全部按时答复"));
        assert_eq!((reuse.reused, reuse.characters), (14, 27));
        assert_eq!(reuse.percent(), 51);
    }

    #[test]
    fn a_text_is_its_own_and_none_is_an_empty_ones() {
        assert_eq!(Reuse::of(OLD, OLD).percent(), 100);
        assert_eq!(Reuse::of(OLD, "").percent(), 0);
        assert_eq!(Reuse::of("", OLD), Reuse::default());
        assert_eq!(Reuse::of("2025，31。", OLD).percent(), 0);
    }

    #[test]
    fn a_word_more_is_the_same_sentence_and_a_word_shared_is_none() {
        let longer = "2025年，我局共新收政府信息公开申请31件，全部按时答复。";
        assert_eq!(Reuse::of(longer, OLD).percent(), 0);
        let nearly = "2025年，我局新收申请31件，全部按时答复了。";
        assert_eq!(Reuse::of(nearly, OLD).percent(), 100);
        assert_eq!(Reuse::of("三是加强宣传。", OLD).percent(), 0);
    }
}
