//! Column heads whose letters are all there, in no readable order.

use std::collections::BTreeMap;

use crate::fold::folded;
use crate::token::{Kind, Token};

/// Folded letters, counted.
#[derive(Debug, Default)]
pub(super) struct Letters(BTreeMap<u16, i32>);

impl Letters {
    /// The letters of tokens that are labels or scraps of them; `None` if there is other text.
    pub(super) fn of_tokens(text: &str, tokens: &[Token]) -> Self {
        let mut letters = Self::default();
        for token in tokens {
            if matches!(token.kind, Kind::Label(_) | Kind::Scrap | Kind::Part | Kind::Text) {
                letters.add(&text[token.span()]);
            }
        }
        letters
    }

    pub(super) fn add(&mut self, text: &str) {
        for letter in folded(text) {
            *self.0.entry(letter).or_default() += 1;
        }
    }

    pub(super) fn of<'a>(labels: impl IntoIterator<Item = &'a str>) -> Self {
        let mut letters = Self::default();
        for label in labels {
            letters.add(label);
        }
        letters
    }

    /// Whether all letters of `needed` are here, and none but those of `needed` and `allowed`.
    pub(super) fn are(&self, needed: &Self, allowed: &Self) -> bool {
        let count = |letters: &Self, letter| letters.0.get(letter).copied().unwrap_or(0);
        needed.0.iter().all(|(letter, n)| count(self, letter) >= *n)
            && self.0.iter().all(|(letter, n)| *n <= count(needed, letter) + count(allowed, letter))
    }

    /// Whether at least half of the letters of a text are here.
    pub(super) fn has_half_of(&self, text: &str) -> bool {
        let letters = folded(text);
        letters.iter().filter(|it| self.0.contains_key(it)).count() * 2 >= letters.len()
    }
}
