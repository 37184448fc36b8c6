//! The words of a source that its report does not have, or has otherwise.

use core::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use ogi_model::{CellId, Content, Grid, Place, Reading, Report, TableForm};
use ogi_parse::Sheet;

use super::written::{Written, folded};
use super::{Loss, TOGETHER, of_notes};

/// How many of them are named.
const NAMED: usize = 3;

/// Labels, headings and figures that are written otherwise, and texts that are not written, in the order of the source.
pub(super) fn of(sheet: &Sheet<'_>, reading: &Reading) -> Vec<Loss> {
    let texts: Vec<_> = sheet.texts().filter(|it| !folded(it.0).is_empty()).collect();
    let figures = figures(&texts, reading);
    let rewritten: Vec<Loss> = of_notes(reading).collect();
    let of_rewritten: BTreeSet<String> = rewritten.iter().filter_map(printed).map(folded).collect();
    let lost = not_written(&texts, reading, &of_rewritten);
    let mut losses: Vec<Loss> = rewritten.into_iter().chain(figures).collect();
    losses.extend(together(&texts, &lost));
    let order: BTreeMap<_, _> = sheet.texts().enumerate().map(|(n, it)| (key(&it.1), n)).collect();
    let at =
        |it: &Loss| place(it).map_or(usize::MAX, |it| order.get(&key(it)).copied().unwrap_or(0));
    losses.sort_by_key(at);
    losses
}

/// Which of the texts are not written. Long ones are looked for first, so that a menu does not take the words of a title.
fn not_written(
    texts: &[(&str, Place)],
    reading: &Reading,
    rewritten: &BTreeSet<String>,
) -> Vec<usize> {
    let of_cells: BTreeSet<_> = reading.sources.iter().map(|it| key(it.1)).collect();
    let words: Vec<String> = texts.iter().map(|it| folded(it.0)).collect();
    let is_stated =
        |n: &usize| of_cells.contains(&key(&texts[*n].1)) || rewritten.contains(&words[*n]);
    let of_fields: BTreeSet<_> = reading.sources.fields().map(|it| key(it.1)).collect();
    let is_of_field = |n: usize| of_fields.contains(&key(&texts[n].1));
    let mut open: Vec<usize> = (0..texts.len()).filter(|n| !is_stated(n)).collect();
    open.sort_by_key(|n| (!is_of_field(*n), Reverse(words[*n].len())));
    let (parts, facts) = parts_and_facts(&reading.report);
    let (mut parts, mut facts) = (Written::new(&parts), Written::new(&facts));
    let mut lost: Vec<usize> =
        open.into_iter().filter(|n| !is_written(&mut parts, texts[*n].0)).collect();
    // A table that is cut in two prints heads of the form again.
    let labels = labels();
    lost.retain(|n| !labels.contains(&words[*n]));
    lost.sort_unstable();
    // Below the report stand no facts about it, but a signature.
    let last = (0..texts.len()).rev().find(|n| lost.binary_search(n).is_err()).unwrap_or(0);
    lost.retain(|n| *n > last || !is_written(&mut facts, texts[*n].0));
    lost
}

/// The labels of the form, in every edition.
fn labels() -> BTreeSet<String> {
    let printed = TableForm::ALL.iter().flat_map(|form| Grid::of(form).placed());
    let label = |content| match content {
        Content::Head(label) | Content::Label(label) => Some(folded(label)),
        Content::Figure(_) => None,
    };
    printed.filter_map(|it| label(it.cell.content)).collect()
}

/// A report as it is written, and the line under its title alone: who reports, and when it was published.
fn parts_and_facts(report: &Report) -> (String, String) {
    let mut bare = report.clone();
    (bare.agency, bare.published, bare.period) = (None, None, None);
    let (whole, bare) = (ogi_render::text(report), ogi_render::text(&bare));
    let of_bare: BTreeSet<&str> = bare.lines().collect();
    let facts = whole.lines().filter(|it| !of_bare.contains(it)).collect::<Vec<_>>().join("\n");
    (bare, facts)
}

/// Whether a text is written as it stands, or all of its parts one by one.
fn is_written(written: &mut Written, text: &str) -> bool {
    if written.take(&folded(text)) {
        return true;
    }
    // A row without drawn cells: its label and its figures, which blanks hold apart.
    let mut parts =
        text.split([' ', '\u{3000}', '\t']).map(folded).filter(|it| !it.is_empty()).peekable();
    let first = parts.next();
    parts.peek().is_some() && first.into_iter().chain(parts).all(|it| written.take(&it))
}

/// Figures that are written otherwise than they are printed.
fn figures(texts: &[(&str, Place)], reading: &Reading) -> Vec<Loss> {
    let printed: BTreeMap<_, _> = texts.iter().map(|it| (key(&it.1), it.0)).collect();
    let mut of_place: BTreeMap<_, Vec<CellId>> = BTreeMap::new();
    for (cell, place) in reading.sources.iter() {
        of_place.entry(key(place)).or_default().push(cell);
    }
    let of_one = |(place, cells): (&Key, &Vec<CellId>)| {
        // Several figures in one place are a text that nobody can distinguish by its place.
        let [cell] = cells[..] else { return None };
        let source = reading.place(cell)?;
        let text = match source.span() {
            Some(span) => reading.text.get(span)?,
            None => printed.get(place)?,
        };
        let printed = text.trim();
        let written = reading.report[cell].to_string();
        let is_same = printed == written || folded(printed).is_empty() && written.trim().is_empty();
        (!is_same).then(|| Loss::Figure {
            cell,
            printed: printed.to_owned(),
            place: source.clone(),
        })
    };
    of_place.iter().filter_map(of_one).collect()
}

/// Texts that are lost, those of long runs together.
fn together(texts: &[(&str, Place)], lost: &[usize]) -> Vec<Loss> {
    let text = |run: &[usize]| {
        let named = if run.len() > TOGETHER { NAMED } else { run.len() };
        let (first, last) = (&texts[run[0]].1, &texts[run[run.len() - 1]].1);
        let printed = run[..named].iter().map(|n| texts[*n].0.trim().to_owned()).collect();
        Loss::Text { printed, count: run.len(), from: first.clone(), to: last.clone() }
    };
    let runs = lost.chunk_by(|one, next| one + 1 == *next);
    runs.flat_map(|run| match run.len() {
        ..=TOGETHER => run.chunks(1).map(text).collect::<Vec<_>>(),
        _ => vec![text(run)],
    })
    .collect()
}

fn printed(loss: &Loss) -> Option<&str> {
    match loss {
        Loss::Label { printed, .. } | Loss::Heading { printed, .. } => Some(printed),
        _ => None,
    }
}

fn place(loss: &Loss) -> Option<&Place> {
    match loss {
        Loss::Label { place, .. } | Loss::Heading { place, .. } | Loss::Figure { place, .. } => {
            Some(place)
        }
        Loss::Text { from, .. } => Some(from),
        _ => None,
    }
}

/// A place, to be looked up: where it begins.
type Key = (usize, u32, u32, u32, u32, Option<String>);

fn key(place: &Place) -> Key {
    match place {
        Place::Grid(it) => (0, 0, it.table, it.row, it.column, it.sheet.clone()),
        Place::Page(it) => (0, it.page, it.table, it.row, it.column, None),
        _ => (place.span().map_or(0, |it| it.start + 1), 0, 0, 0, 0, None),
    }
}
