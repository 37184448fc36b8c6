//! Why a report is read as it is: decisions, kept only when they are asked for.
//!
//! While tables are read, only what leaves no other trace is kept here: which line was taken for a row, which text
//! its neighbours told, which placings lost. The rest is seen from the tokens and notes when a table is done.

mod label;
mod table;

use core::ops::Range;

use ogi_model::{Decided, Decision, Known, Lost, Note, NoteKind, Place, Row, Section, TableId};

use crate::draft::{Draft, place};
use crate::heading;
use crate::lexicon::{self, Mark};
use crate::markdown::without_marks;
use crate::token::{Printed, Token};

pub(crate) use table::table;

/// What is kept.
#[derive(Debug, Default)]
pub(crate) struct Explained {
    headings: Vec<(Section, Decision)>,
    tables: [Vec<Decision>; TableId::ALL.len()],
    rows: Vec<Line>,
    /// Texts that their neighbours tell, by where they begin.
    told: Vec<(u32, Decided)>,
    lost: Vec<(Row, Lost)>,
    /// The row that tells the edition of table three.
    only_row: Option<Row>,
}

/// The line that was taken for a row.
#[derive(Debug)]
struct Line {
    row: Row,
    label: Token,
    run: Vec<Printed>,
    /// How many columns it has; none if they are not known.
    columns: usize,
}

impl Explained {
    /// The decisions in table order. What is missing has notes.
    pub(crate) fn finish(mut self, notes: &[Note]) -> Vec<Decision> {
        let mut all = Vec::new();
        for section in Section::ALL {
            let here = |it: &(Section, Decision)| it.0 == *section;
            all.extend(self.headings.iter().filter(|it| here(it)).map(|it| it.1.clone()));
            let missing = notes.iter().find(
                |it| matches!(it.kind, NoteKind::SectionMissing { section: it } if it == *section),
            );
            all.extend(missing.map(|it| not_there(Decided::Section(*section), &it.place)));
            if let Some(table) = section.table() {
                all.append(&mut self.tables[table as usize]);
            }
        }
        all
    }
}

/// Keeps how the heading of a part was known.
pub(crate) fn heading(draft: &mut Draft<'_>, section: Section, span: Range<usize>) {
    let Some(explained) = &mut draft.explained else { return };
    let printed = &draft.text[span.clone()];
    let mut lost = Vec::new();
    let known = match lexicon::find(printed).filter(|it| it.mark == Mark::Section(section)) {
        Some(found) => label::looked_up(printed, found),
        None => {
            let words = heading::words(without_marks(printed));
            let others = words.iter().filter(|it| it.1 != section);
            lost.extend(others.map(|(word, section)| Lost::Word { section: *section, word }));
            let told = words.iter().find(|it| it.1 == section);
            told.map_or(Known::Unknown, |(word, _)| Known::Word { word })
        }
    };
    let decision = Decision {
        printed: printed.to_owned(),
        known,
        lost,
        ..not_there(Decided::Section(section), &place(span))
    };
    explained.headings.push((section, decision));
}

/// Keeps which line was taken for a row.
pub(crate) fn row(draft: &mut Draft<'_>, row: Row, label: &Token, run: &[Printed], columns: usize) {
    if let Some(explained) = &mut draft.explained {
        explained.rows.push(Line { row, label: *label, run: run.to_vec(), columns });
    }
}

/// Keeps what the neighbours of a text tell that it is.
pub(crate) fn told(draft: &mut Draft<'_>, token: &Token, about: Decided) {
    if let Some(explained) = &mut draft.explained {
        explained.told.push((token.start, about));
    }
}

/// Keeps the readings of a row that lost.
pub(crate) fn lost(draft: &mut Draft<'_>, row: Row, lost: impl IntoIterator<Item = Lost>) {
    if let Some(explained) = &mut draft.explained {
        explained.lost.extend(lost.into_iter().map(|it| (row, it)));
    }
}

/// Keeps which row tells the edition of its table.
pub(crate) fn edition(draft: &mut Draft<'_>, row: Option<Row>) {
    if let Some(explained) = &mut draft.explained {
        explained.only_row = row;
    }
}

/// A decision about what is not there, or of which nothing is known yet.
fn not_there(about: Decided, place: &Place) -> Decision {
    Decision {
        about,
        printed: String::new(),
        place: place.clone(),
        known: Known::Unknown,
        taken: Vec::new(),
        problem: None,
        settled_by: Vec::new(),
        lost: Vec::new(),
    }
}
