//! Words of a register and what they are on the form.

mod aliases;
mod lexicon;
mod meaning;

pub use meaning::{Meaning, Vocabulary};

pub(crate) use lexicon::Lexicon;
pub(crate) use meaning::{in_edition, results};

use ogi_model::NotApplicable;

/// What a cell says, if it says anything: `/` and `无` say nothing.
pub(crate) fn said(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty() && text.parse::<NotApplicable>().is_err()).then_some(text)
}

/// What two ways to write a word have in common. A word of marks alone, as `√`, is itself.
pub(crate) fn key(word: &str) -> String {
    let folded = ogi_text::fold::label(word);
    if folded.is_empty() { word.trim().to_owned() } else { folded }
}
