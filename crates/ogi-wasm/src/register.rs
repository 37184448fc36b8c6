//! Tables three and four from the register of requests.

use std::collections::BTreeMap;

use ogi::check::{Message, Words, cell_name};
use ogi::tally::{Comparison, Field, Mapping, Register, Scope, Tally, Vocabulary, tally};
use ogi::terminal::Printer;
use ogi::{Edition, Format, Limits, Report};
use serde::{Deserialize, Serialize};

use crate::done::Done;
use crate::failure::Failure;
use crate::source;
use crate::words::both;

/// What a register means, as somebody on the page says it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MappingIn {
    /// The names of its columns, by the keys of what they state.
    pub columns: BTreeMap<String, String>,
    /// What its words mean, by vocabulary and word.
    pub words: BTreeMap<String, BTreeMap<String, Option<String>>>,
}

#[derive(Serialize)]
struct Counted {
    year: u16,
    requests: usize,
    columns: Vec<ColumnOut>,
    vocabularies: Vec<VocabularyOut>,
    /// The mapping as a file for the program.
    toml: String,
    left_over: Vec<LeftOut>,
    differences: Vec<DifferenceOut>,
    compared: Option<usize>,
    not_compared: usize,
    /// All of it as the program says it.
    text: Message,
}

#[derive(Serialize)]
struct ColumnOut {
    key: &'static str,
    words: Words,
    column: Option<String>,
    is_required: bool,
}

#[derive(Serialize)]
struct VocabularyOut {
    key: &'static str,
    words: Words,
    meanings: Vec<MeaningOut>,
    entries: Vec<EntryOut>,
}

#[derive(Serialize)]
struct MeaningOut {
    key: &'static str,
    label: Message,
}

#[derive(Serialize)]
struct EntryOut {
    word: String,
    meaning: Option<&'static str>,
}

#[derive(Serialize)]
struct LeftOut {
    line: Message,
    message: Message,
}

#[derive(Serialize)]
struct DifferenceOut {
    id: String,
    name: Message,
    counted: String,
    printed: String,
    follows: bool,
    lines: Vec<Message>,
    left_over: Vec<Message>,
}

impl MappingIn {
    fn mapping(&self, edition: Edition) -> Result<Mapping, Failure> {
        let wrong = |what: &str| {
            let en = format!("nothing of a register is called `{what}`");
            Failure::new("request", "页面内部的请求有误", en)
        };
        let mut mapping = Mapping::new();
        for (key, column) in self.columns.iter().filter(|it| !it.1.is_empty()) {
            mapping.set_column(key.parse::<Field>().map_err(|_| wrong(key))?, column);
        }
        for (key, words) in &self.words {
            let vocabulary = Vocabulary::ALL.into_iter().find(|it| it.key() == key);
            let vocabulary = vocabulary.ok_or_else(|| wrong(key))?;
            let meanings = vocabulary.meanings(edition);
            for (word, meaning) in words {
                let of = |key: &String| {
                    meanings.iter().find(|it| it.key() == key).copied().ok_or_else(|| wrong(key))
                };
                mapping.set_word(vocabulary, word, meaning.as_ref().map(of).transpose()?);
            }
        }
        Ok(mapping)
    }
}

pub(crate) fn answer(
    (path, bytes): (&str, &[u8]),
    beside: Option<(&str, &[u8])>,
    year: Option<u16>,
    said: Option<&MappingIn>,
) -> Result<Done, Failure> {
    let report = beside.map(|(_, bytes)| source::read(bytes)).transpose()?.map(|it| it.report);
    let scope = match &report {
        Some(report) => Scope::of_report(report, year),
        None => year.map(Scope::of_year),
    };
    let scope = scope
        .ok_or_else(|| Failure::new("no-year", "请写明统计哪一年度", "say which year is meant"))?;
    let register = Register::read(bytes, &Limits::default())?;
    let mapping = match said {
        Some(said) => said.mapping(scope.edition)?,
        None => Mapping::guess(&register, scope.edition)?,
    };
    let tally = tally(&register, &mapping, scope)?;
    let comparison = report.as_ref().map(|it| tally.compare(it));
    let named = report.as_ref().and_then(|it| it.agency.as_deref());
    let filled = tally.report(named);
    let compared = beside.map(|it| it.0).zip(comparison.as_ref());
    let answer = Counted {
        year: scope.year,
        requests: tally.requests,
        columns: Field::ALL.iter().map(|it| column(*it, &mapping)).collect(),
        vocabularies: Vocabulary::ALL
            .into_iter()
            .map(|it| vocabulary(it, &mapping, scope.edition))
            .collect(),
        toml: mapping.to_toml(),
        left_over: tally
            .left_over
            .iter()
            .map(|it| LeftOut { line: tally.name_of(it.line), message: it.message() })
            .collect(),
        differences: comparison
            .as_ref()
            .map_or_else(Vec::new, |it| differences(it, &tally, &filled)),
        compared: comparison.as_ref().map(|it| it.compared),
        not_compared: comparison.as_ref().map_or(0, |it| it.not_compared.len()),
        text: both(|language| Printer::new(language).tally(path, &tally, compared)),
    };
    let mut written = Vec::new();
    ogi::write(&filled, Format::Json, &mut written)?;
    Done::new(&answer, written)
}

fn column(field: Field, mapping: &Mapping) -> ColumnOut {
    ColumnOut {
        key: field.key(),
        words: field.words(),
        column: mapping.column(field).map(str::to_owned),
        is_required: Field::REQUIRED.contains(&field),
    }
}

fn vocabulary(it: Vocabulary, mapping: &Mapping, edition: Edition) -> VocabularyOut {
    let meanings = it
        .meanings(edition)
        .into_iter()
        .map(|it| MeaningOut { key: it.key(), label: Message::new(it.label(), it.english()) });
    let entries = mapping.words(it).map(|(word, meaning)| EntryOut {
        word: word.to_owned(),
        meaning: meaning.map(|it| it.key()),
    });
    VocabularyOut {
        key: it.key(),
        words: it.words(),
        meanings: meanings.collect(),
        entries: entries.collect(),
    }
}

fn differences(comparison: &Comparison, tally: &Tally, report: &Report) -> Vec<DifferenceOut> {
    let lines = |of: &[ogi::tally::Line]| of.iter().map(|it| tally.name_of(*it)).collect();
    let differences = comparison.differences.iter().map(|it| DifferenceOut {
        id: it.cell.to_string(),
        name: cell_name(report, it.cell),
        counted: it.counted.to_string(),
        printed: it.printed.to_string(),
        follows: it.follows,
        lines: lines(&it.lines),
        left_over: lines(&it.left_over),
    });
    differences.collect()
}
