//! Texts in both languages.

use ogi::check::{Language, Message};

/// What a function of a language says in both.
pub(crate) fn both(say: impl Fn(Language) -> String) -> Message {
    Message::new(say(Language::Zh), say(Language::En))
}
