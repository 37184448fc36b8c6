//! Guesses, of columns by their heads and by what stands below them, and of words.

use std::collections::{BTreeMap, BTreeSet};

use ogi_model::Edition;

use super::columns::{Columns, find};
use super::heads::{Heads, candidates};
use super::{AND, Mapping, on_a_line};
use crate::day::Day;
use crate::field::Content;
use crate::register::{Register, Sheet};
use crate::words::{Lexicon, Vocabulary, key, said};
use crate::{Field, TallyError};

/// How many rows are looked at for what a column holds.
const SAMPLE: usize = 100;

/// How much a head says of a column, of 1; the rest is what stands below it.
const HEAD: f64 = 0.7;

/// From where on a column is taken for what it seems to be.
const ENOUGH: f64 = 0.5;

/// The least that a head must say: one letter in four makes another word of it (`办结时限`, `办结时间`).
const LIKE: f64 = 0.55;

/// From where on a head is as good as the name itself.
const NAMED: f64 = 0.95;

/// The least share of its cells that fit, for a column whose head is not the very name.
const FITTING: f64 = 0.3;

/// How much less a name says than the one before it in the list of names.
const LATER: f64 = 0.002;

/// Names shorter than this are looked for whole only: `结果` ends too many heads.
const SHORTEST_INSIDE: usize = 3;

pub(super) fn mapping(register: &Register, edition: Edition) -> Result<Mapping, TallyError> {
    let lexicons: BTreeMap<Vocabulary, Lexicon> =
        Vocabulary::ALL.into_iter().map(|it| (it, Lexicon::new(it, edition))).collect();
    let mut sheets: Vec<(f64, Vec<(Field, String)>)> =
        register.sheets.iter().filter_map(|it| columns(it, &lexicons)).collect();
    // The best sheet first: what the others call otherwise is not theirs to say.
    sheets.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut mapping = Mapping::new();
    for (field, name) in sheets.into_iter().flat_map(|it| it.1) {
        mapping.columns.entry(field).or_insert(name);
    }
    let found = find(register, &mapping)?;
    words(register, &found, &lexicons, &mut mapping);
    Ok(mapping)
}

/// The columns of a sheet by the heads that fit best, and how well they do.
fn columns(
    sheet: &Sheet,
    lexicons: &BTreeMap<Vocabulary, Lexicon>,
) -> Option<(f64, Vec<(Field, String)>)> {
    let held = Held::of(sheet, lexicons);
    let assigned = candidates(sheet).into_iter().map(|heads| assign(&heads, &held));
    assigned.reduce(|best, it| if it.0 > best.0 { it } else { best }).filter(|it| it.0 > 0.0)
}

/// The best pair of field and column, then the best of those that are left, and so on.
fn assign(heads: &Heads, held: &Held) -> (f64, Vec<(Field, String)>) {
    let mut pairs: Vec<(f64, Field, usize)> = Vec::new();
    for (at, name) in heads.names.iter().enumerate().filter(|it| !it.1.is_empty()) {
        for field in Field::ALL {
            let score = score(field, name, held.share(field, at));
            if score >= ENOUGH {
                pairs.push((score, field, at));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut sum, mut taken) = (0.0, Vec::<(Field, usize)>::new());
    for (score, field, at) in pairs {
        if !taken.iter().any(|it| it.0 == field || it.1 == at) {
            sum += score;
            taken.push((field, at));
        }
    }
    taken.sort_unstable();
    (sum, taken.into_iter().map(|(field, at)| (field, heads.names[at].clone())).collect())
}

/// How well a column fits, of 1.
fn score(field: Field, name: &str, share: Option<f64>) -> f64 {
    let head = likeness(field, name);
    match (field.content(), share) {
        _ if head < LIKE => 0.0,
        (Content::Anything, _) => head,
        // Nothing stands below it yet.
        (_, None) => ENOUGH.max(head * HEAD),
        (Content::Day, Some(share)) if share < FITTING => 0.0,
        (Content::Word(_), Some(share)) if share < FITTING && head < NAMED => 0.0,
        (_, Some(share)) => head.mul_add(HEAD, share * (1.0 - HEAD)),
    }
}

/// How like a head is to what a column may be called, of 1.
fn likeness(field: Field, name: &str) -> f64 {
    let head = key(name);
    // Of 收到日期 and 申请日期 the first counts.
    let of = |(nth, known): (usize, &str)| {
        let known = key(known);
        let is_long = known.chars().count() >= SHORTEST_INSIDE;
        let (shorter, longer) = (known.len().min(head.len()), known.len().max(head.len()));
        let covered = shorter as f64 / longer.max(1) as f64;
        let like = if head == known {
            1.0
        } else if is_long && head.contains(&known) {
            covered.mul_add(0.15, 0.75)
        } else {
            0.7 * strsim::normalized_damerau_levenshtein(&head, &known)
        };
        (nth as f64).mul_add(-LATER, like)
    };
    field.names().enumerate().map(of).fold(0.0, f64::max)
}

/// What the columns of a sheet hold: the share of cells that fit each field.
struct Held(Vec<BTreeMap<Field, f64>>);

impl Held {
    fn of(sheet: &Sheet, lexicons: &BTreeMap<Vocabulary, Lexicon>) -> Self {
        let rows = &sheet.rows[..sheet.rows.len().min(SAMPLE)];
        let width = rows.iter().map(|it| it.cells.len()).max().unwrap_or(0);
        let column = |at: usize| {
            let cells: Vec<&str> = rows.iter().filter_map(|it| said(it.cells.get(at)?)).collect();
            let distinct: BTreeMap<&str, usize> =
                cells.iter().fold(BTreeMap::new(), |mut all, it| {
                    *all.entry(*it).or_default() += 1;
                    all
                });
            let share = |fits: &dyn Fn(&str) -> bool| {
                let fitting: usize = distinct.iter().filter(|it| fits(it.0)).map(|it| *it.1).sum();
                fitting as f64 / cells.len() as f64
            };
            let days = share(&|it| matches!(Day::of(it), Day::Is(_)));
            // What is a day is no word.
            let with_words = lexicons.iter().filter(|_| days < FITTING);
            let words: BTreeMap<Vocabulary, f64> = with_words
                .map(|(vocabulary, lexicon)| {
                    (*vocabulary, share(&|it| lexicon.understands(it, "")))
                })
                .collect();
            let of = |field: Field| match field.content() {
                Content::Anything => None,
                Content::Day => Some((field, days)),
                Content::Word(it) => Some((field, words.get(&it).copied().unwrap_or_default())),
            };
            // Heads and titles are among the cells.
            if cells.len() < 2 {
                BTreeMap::new()
            } else {
                Field::ALL.into_iter().filter_map(of).collect()
            }
        };
        Self((0..width).map(column).collect())
    }

    fn share(&self, field: Field, at: usize) -> Option<f64> {
        self.0.get(at)?.get(&field).copied()
    }
}

/// Puts down every word of the register, with what it means if that can be guessed.
fn words(
    register: &Register,
    columns: &[Option<Columns>],
    lexicons: &BTreeMap<Vocabulary, Lexicon>,
    mapping: &mut Mapping,
) {
    let mut used: BTreeSet<(Field, String, String)> = BTreeSet::new();
    for (sheet, columns) in register.sheets.iter().zip(columns) {
        let Some(columns) = columns else { continue };
        for record in sheet.rows.iter().skip(columns.below).filter(|it| !columns.is_head(it)) {
            for field in Field::ALL.into_iter().filter(|it| it.vocabulary().is_some()) {
                let word = |field| columns.said(record, field).unwrap_or_default();
                let ground = field.ground().map_or("", word);
                let is_ground = matches!(field, Field::Organization | Field::Reason);
                let says_anything = !word(field).is_empty() || !ground.is_empty();
                if says_anything && !is_ground {
                    let pair = (field, on_a_line(word(field)), on_a_line(ground));
                    if !used.contains(&pair) {
                        used.insert(pair);
                    }
                }
            }
        }
    }
    for (field, word, ground) in used {
        let head = mapping.column(field).unwrap_or_default().to_owned();
        let Some((vocabulary, lexicon)) =
            field.vocabulary().and_then(|it| Some((it, lexicons.get(&it)?)))
        else {
            continue;
        };
        let alone = lexicon.guess(&word, &head, None);
        if alone.is_some() || ground.is_empty() {
            mapping.set_word(vocabulary, word, alone);
        } else {
            let both = lexicon.guess(&ground, "", lexicon.group(&word));
            mapping.set_word(vocabulary, format!("{word}{AND}{ground}"), both);
        }
    }
}
