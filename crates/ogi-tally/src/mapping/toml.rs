//! Mappings as TOML.

use core::fmt::Write as _;

use ogi_model::LineIndex;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{Mapping, MappingError, MappingErrors, on_a_line};
use crate::words::Vocabulary;
use crate::{Field, TallyError};

/// The table of the names of columns.
const COLUMNS: &str = "columns";

const HEAD: &str = "\
# 台账与规定格式的对应关系，供 ogi tally --map 使用：改正写错的，补上空着的。
# How a register corresponds to the form, for ogi tally --map: mend what is wrong, fill in what is empty.
";

impl Mapping {
    /// Reads a mapping from TOML: `[columns]` with the names of columns by what they state, and for each vocabulary its
    /// words with the keys of the form.
    ///
    /// ```
    /// use ogi_tally::Mapping;
    ///
    /// let error = Mapping::from_toml("[outcomes]\n\"同意公开\" = \"grantd\"").unwrap_err();
    /// assert_eq!(error.message().zh, "第2行第10列：“grantd”不是办理结果的键，是否指“granted”");
    /// ```
    ///
    /// # Errors
    /// [`TallyError::Mapping`] with all mistakes at once.
    pub fn from_toml(text: &str) -> Result<Self, TallyError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut file = File { lines: LineIndex::new(text), errors: Vec::new() };
        let mapping = file.read();
        if file.errors.is_empty() {
            Ok(mapping)
        } else {
            Err(MappingErrors::new(file.errors).into())
        }
    }

    /// The mapping as TOML, with the labels of the form beside the keys; a word without a meaning has an empty key, to be
    /// filled in. Ends with a line feed.
    pub fn to_toml(&self) -> String {
        let mut text = HEAD.to_owned();
        // Writing to a string does not fail.
        let _ = writeln!(text, "\n[{COLUMNS}]");
        for (field, name) in self.columns() {
            let _ = writeln!(text, "{} = {}  # {}", field.key(), quoted(name), field.words().zh);
        }
        for vocabulary in Vocabulary::ALL {
            let mut words = self.words(vocabulary).peekable();
            if words.peek().is_some() {
                let _ = writeln!(text, "\n[{}]", vocabulary.key());
            }
            for (word, meaning) in words {
                let key = meaning.map_or("", |it| it.key());
                let label = meaning.map_or_else(|| "？".to_owned(), |it| it.label());
                let _ = writeln!(text, "{} = {}  # {label}", quoted(word), quoted(key));
            }
        }
        text
    }
}

/// A text on one line in quotation marks.
fn quoted(text: &str) -> String {
    format!("\"{}\"", on_a_line(text).replace('\\', "\\\\").replace('"', "\\\""))
}

/// A file that is read, and all that is wrong in it.
struct File<'a> {
    lines: LineIndex<'a>,
    errors: Vec<MappingError>,
}

impl<'a> File<'a> {
    fn read(&mut self) -> Mapping {
        let mut mapping = Mapping::new();
        let table = match DeTable::parse(self.lines.text()) {
            Ok(table) => table,
            Err(error) => {
                self.bad(error.span().unwrap_or_default().start, error.message());
                return mapping;
            }
        };
        for (name, value) in table.into_inner() {
            let vocabulary = Vocabulary::ALL.into_iter().find(|it| it.key() == name.get_ref());
            if vocabulary.is_none() && name.get_ref() != COLUMNS {
                let known = Vocabulary::ALL.into_iter().map(Vocabulary::key).chain([COLUMNS]);
                let (at, name) = (self.lines.at(name.span().start), name.into_inner());
                let nearest = nearest(&name, known);
                self.errors.push(MappingError::UnknownTable {
                    at,
                    name: name.into_owned(),
                    nearest,
                });
                continue;
            }
            let at = value.span().start;
            let DeValue::Table(entries) = value.into_inner() else {
                self.bad(at, "expected a table");
                continue;
            };
            for (key, value) in entries {
                let at = value.span().start;
                let DeValue::String(value) = value.into_inner() else {
                    self.bad(at, "expected a string");
                    continue;
                };
                match vocabulary {
                    Some(vocabulary) => self.word(vocabulary, &key, (at, &value), &mut mapping),
                    None => self.column(&key, &value, &mut mapping),
                }
            }
        }
        mapping
    }

    fn column(&mut self, key: &Spanned<DeString<'_>>, name: &str, mapping: &mut Mapping) {
        match key.get_ref().parse::<Field>() {
            Ok(field) => mapping.set_column(field, name),
            Err(_) => {
                let (at, name) = (self.lines.at(key.span().start), key.get_ref().to_string());
                let nearest = nearest(&name, Field::ALL.into_iter().map(Field::key));
                self.errors.push(MappingError::UnknownColumn { at, name, nearest });
            }
        }
    }

    fn word(
        &mut self,
        vocabulary: Vocabulary,
        word: &Spanned<DeString<'_>>,
        (at, key): (usize, &str),
        mapping: &mut Mapping,
    ) {
        let meaning = vocabulary.meaning(key);
        if meaning.is_none() && !key.is_empty() {
            let (at, name) = (self.lines.at(at), key.to_owned());
            let nearest = nearest(key, vocabulary.all_meanings().map(|it| it.key()));
            self.errors.push(MappingError::UnknownMeaning { at, vocabulary, name, nearest });
            return;
        }
        mapping.set_word(vocabulary, word.get_ref().as_ref(), meaning);
    }

    fn bad(&mut self, at: usize, message: &str) {
        let (at, message) = (self.lines.at(at), message.to_owned());
        self.errors.push(MappingError::Toml { at, message });
    }
}

/// What was probably meant: about one letter in three is wrong.
fn nearest(typed: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let distance = |it: &str| strsim::damerau_levenshtein(typed, it);
    let nearest = known.min_by_key(|it| distance(it))?;
    let limit = typed.chars().count().max(nearest.chars().count()).div_ceil(3);
    (distance(nearest) <= limit).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_mistakes_are_stated_at_once() {
        let text = "[colums]\n[columns]\nreceived = \"收到\"\nrecived = \"收到\"\nanswered = 3\n\
                    [results]\n\"维持\" = \"granted\"\n\"撤销\" = \"\"\n";
        let Err(TallyError::Mapping(errors)) = Mapping::from_toml(text) else { panic!() };
        let stated: Vec<String> = errors.iter().map(ToString::to_string).collect();
        let expected = [
            "line 1, column 2: unknown table `colums`; did you mean `columns`?",
            "line 4, column 1: no column can know `recived`; did you mean `received`?",
            "line 5, column 12: expected a string",
            "line 7, column 8: `granted` is none of the results of reconsideration and litigation",
        ];
        assert_eq!(stated, expected);
    }

    #[test]
    fn what_is_written_is_read() {
        let mut mapping = Mapping::new();
        mapping.set_column(Field::Received, "收到\"日期\\");
        mapping.set_word(
            Vocabulary::Outcomes,
            "不予公开·国家秘密",
            Vocabulary::Outcomes.meaning("denied_state_secret"),
        );
        mapping.set_word(Vocabulary::Outcomes, "已阅", None);
        assert_eq!(Mapping::from_toml(&mapping.to_toml()).unwrap(), mapping);
    }
}
