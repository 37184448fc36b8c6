//! What the words of rows mean, each looked up once.

use std::collections::BTreeMap;

use ogi_model::Edition;
use rustc_hash::FxHashMap;

use crate::Field;
use crate::mapping::{AND, Columns, Mapping};
use crate::register::Record;
use crate::words::{Lexicon, Meaning, Vocabulary, in_edition, key};

/// What the words of a row say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Understood {
    /// Nothing.
    Blank,
    /// Something of the form.
    Is(Meaning),
    /// A word that is not understood.
    Unknown(String),
    /// A merged head of the form: several rows or columns may be meant.
    Several(String),
}

impl Understood {
    pub(super) const fn meaning(&self) -> Option<Meaning> {
        match self {
            Self::Is(meaning) => Some(*meaning),
            _ => None,
        }
    }
}

/// What words mean, by a mapping and by the labels of the form.
pub(super) struct Meanings {
    edition: Edition,
    lexicons: BTreeMap<Vocabulary, Lexicon>,
    mapped: BTreeMap<Vocabulary, BTreeMap<String, Option<Meaning>>>,
    /// By field, word and ground.
    found: FxHashMap<(Field, String), FxHashMap<String, Understood>>,
}

impl Meanings {
    pub(super) fn new(mapping: &Mapping, edition: Edition) -> Self {
        let words = |it: Vocabulary| {
            mapping.words(it).map(|(word, meaning)| (key(word), meaning)).collect()
        };
        Self {
            edition,
            lexicons: Vocabulary::ALL
                .into_iter()
                .map(|it| (it, Lexicon::new(it, edition)))
                .collect(),
            mapped: Vocabulary::ALL.into_iter().map(|it| (it, words(it))).collect(),
            found: FxHashMap::default(),
        }
    }

    /// What a row says in a column, and in the one that says more about it.
    pub(super) fn of(&mut self, columns: &Columns, record: &Record, field: Field) -> Understood {
        let word = columns.said(record, field).unwrap_or_default();
        let ground = field.ground().and_then(|it| columns.said(record, it)).unwrap_or_default();
        if word.is_empty() && ground.is_empty() {
            return Understood::Blank;
        }
        let Some(vocabulary) = field.vocabulary() else { return Understood::Blank };
        let of_word = (field, word.to_owned());
        if let Some(found) = self.found.get(&of_word).and_then(|it| it.get(ground)) {
            return found.clone();
        }
        let said = self.look_up(vocabulary, word, ground);
        self.found.entry(of_word).or_default().insert(ground.to_owned(), said.clone());
        said
    }

    fn look_up(&self, vocabulary: Vocabulary, word: &str, ground: &str) -> Understood {
        let both = if ground.is_empty() { word.to_owned() } else { format!("{word}{AND}{ground}") };
        let (Some(mapped), Some(lexicon)) =
            (self.mapped.get(&vocabulary), self.lexicons.get(&vocabulary))
        else {
            return Understood::Unknown(both);
        };
        let mapped = |it: &str| mapped.get(&key(it)).copied().flatten();
        let group = lexicon.group(word);
        let of_ground = || {
            let meaning = mapped(ground).or_else(|| lexicon.known(ground))?;
            group.is_none_or(|it| lexicon.is_within(meaning, it)).then_some(meaning)
        };
        let found = mapped(&both)
            .or_else(|| mapped(word))
            .or_else(|| lexicon.known(word))
            .or_else(of_ground)
            .and_then(|it| self.in_edition(vocabulary, it));
        match found {
            Some(meaning) => Understood::Is(meaning),
            None if group.is_some() && ground.is_empty() => Understood::Several(both),
            None => Understood::Unknown(both),
        }
    }

    /// The same meaning on the form that is counted on.
    fn in_edition(&self, vocabulary: Vocabulary, meaning: Meaning) -> Option<Meaning> {
        match meaning {
            Meaning::Row(row) if vocabulary == Vocabulary::Outcomes => {
                in_edition(row, self.edition).map(Meaning::Row)
            }
            other => Some(other),
        }
    }
}
