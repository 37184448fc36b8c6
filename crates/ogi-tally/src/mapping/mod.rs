//! How a register corresponds to the form: the office's names of columns, and its words.

mod columns;
mod errors;
mod guess;
mod heads;
mod toml;

pub(crate) use columns::{Columns, find};
pub use errors::{MappingError, MappingErrors};

use std::collections::BTreeMap;

use crate::words::{Meaning, Vocabulary};
use crate::{Field, Register, TallyError};
use ogi_model::Edition;

/// What stands between a word and its ground, where only both together say what is meant.
pub(crate) const AND: &str = "·";

/// How a register corresponds to the form: which column states what, and what its words mean.
///
/// A guess is made from the labels of the form and from what offices usually write. It is for people to look at: what
/// it has wrong is counted wrong.
///
/// ```
/// use ogi_import::Limits;
/// use ogi_model::{Edition, Row};
/// use ogi_tally::{Field, Mapping, Meaning, Register, Vocabulary};
///
/// let text = "收文日期,申请人类别,办理情况,办结日期\n2025-03-04,公民,同意公开,2025-03-20\n";
/// let register = Register::read(text.as_bytes(), &Limits::default())?;
/// let mapping = Mapping::guess(&register, Edition::E2021)?;
/// assert_eq!(mapping.column(Field::Received), Some("收文日期"));
/// assert_eq!(mapping.meaning(Vocabulary::Outcomes, "同意公开"), Some(Meaning::Row(Row::Granted)));
///
/// let written = mapping.to_toml();
/// assert!(written.contains("\"公民\" = \"natural_person\""));
/// assert_eq!(Mapping::from_toml(&written)?, mapping);
/// # Ok::<(), ogi_tally::TallyError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    columns: BTreeMap<Field, String>,
    words: BTreeMap<Vocabulary, BTreeMap<String, Option<Meaning>>>,
}

impl Mapping {
    /// A mapping that says nothing: labels of the form are understood all the same.
    pub fn new() -> Self {
        Self::default()
    }

    /// Guesses the columns of a register by their heads and by what stands below them, and the meanings of its words.
    /// A word that is not understood is there, without a meaning.
    ///
    /// # Errors
    /// [`TallyError::ColumnsMissing`] if no column is like one that is needed.
    pub fn guess(register: &Register, edition: Edition) -> Result<Self, TallyError> {
        guess::mapping(register, edition)
    }

    /// Says which column states something.
    pub fn set_column(&mut self, field: Field, name: impl Into<String>) {
        self.columns.insert(field, name.into());
    }

    /// Says what a word means, or that nobody knows; a word with its ground is `不予公开·国家秘密`.
    pub fn set_word(
        &mut self,
        vocabulary: Vocabulary,
        word: impl Into<String>,
        meaning: Option<Meaning>,
    ) {
        self.words.entry(vocabulary).or_default().insert(word.into(), meaning);
    }

    /// The columns, in the order of [`Field`].
    pub fn columns(&self) -> impl Iterator<Item = (Field, &str)> {
        self.columns.iter().map(|(field, name)| (*field, name.as_str()))
    }

    /// The column that states something.
    pub fn column(&self, field: Field) -> Option<&str> {
        self.columns.get(&field).map(String::as_str)
    }

    /// The words of a vocabulary and what they mean, if anybody knows.
    pub fn words(&self, vocabulary: Vocabulary) -> impl Iterator<Item = (&str, Option<Meaning>)> {
        let words = self.words.get(&vocabulary).into_iter().flatten();
        words.map(|(word, meaning)| (word.as_str(), *meaning))
    }

    /// What a word means.
    pub fn meaning(&self, vocabulary: Vocabulary, word: &str) -> Option<Meaning> {
        *self.words.get(&vocabulary)?.get(word)?
    }
}

/// A word on one line, as it is shown and written down.
pub(crate) fn on_a_line(word: &str) -> String {
    word.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
