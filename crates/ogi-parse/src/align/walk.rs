//! The fast path: a table whose pieces are the form's, cell by cell.
//!
//! Every label is the form's own and stands where the form has it, and every figure stands in its cell: a reading that
//! costs nothing. Any other would have to read a label in full as another's, which costs more than the threshold allows.

use std::sync::LazyLock;

use ogi_model::{CellId, Content, Edition, Grid, NoteKind, TableEdition, TableForm, TableId};

use crate::draft::Draft;
use crate::grammar::PieceKind;
use crate::lexicon::{self, Mark};
use crate::sheet::{Piece, Sheet};

/// More bytes than a label of the form has, with blanks between its characters: pieces that are no label are not joined on.
const LONGEST: usize = 512;

/// What the form prints in a cell.
#[derive(Clone, Copy, Debug)]
enum Item {
    Label(Mark),
    Figure(CellId),
}

/// The cells of each table in each edition, in the order of the page.
static PAGES: LazyLock<Vec<(TableId, Edition, Vec<Item>)>> = LazyLock::new(|| {
    let items = |form: &'static TableForm| {
        let placed = Grid::of(form).placed().into_iter();
        placed
            .filter_map(|it| match it.cell.content {
                Content::Figure(cell) => Some(Item::Figure(cell)),
                Content::Head(label) | Content::Label(label) => {
                    lexicon::find(label).map(|it| Item::Label(it.mark))
                }
            })
            .collect()
    };
    TableForm::ALL.iter().map(|form| (form.table, form.edition, items(form))).collect()
});

/// Reads the rows of a table that prints the form and nothing else; whether it does.
pub(crate) fn walk(
    draft: &mut Draft<'_>,
    table: TableId,
    rows: &[usize],
    year: Option<u16>,
) -> bool {
    let sheet = draft.sheet;
    let mut found: Option<(Edition, Vec<(Item, &Piece)>)> = None;
    for (_, edition, items) in PAGES.iter().filter(|it| it.0 == table) {
        // Table four is the same in every edition.
        if let Some(pieces) = fit(sheet, rows, items)
            && (found.is_none() || year.map(Edition::of_year) == Some(*edition))
        {
            found = Some((*edition, pieces));
        }
    }
    let Some((edition, pieces)) = found else { return false };
    draft.reading.report.set_table(table, Some(TableEdition::One(edition)));
    for (item, piece) in pieces {
        match item {
            Item::Figure(cell) => draft.set(cell, piece),
            Item::Label(mark) => note_label(draft, piece, mark, edition),
        }
    }
    true
}

/// The pieces of rows, if they are those of the form, each in its place: the figures, and the labels that are one piece.
fn fit<'a>(sheet: &'a Sheet<'_>, rows: &[usize], items: &[Item]) -> Option<Vec<(Item, &'a Piece)>> {
    let mut items = items.iter();
    let mut found = Vec::with_capacity(items.len());
    // What was printed of a label that goes on in the next piece: `第二十条　　第（一）项`.
    let mut begun = String::new();
    let rows = rows.iter().map(|it| sheet.pieces_of(&sheet.rows[*it]));
    for pieces in rows {
        let has_words = pieces.iter().any(|it| it.kind == PieceKind::Words);
        let mut has_figure = false;
        for piece in pieces {
            let is_blank = piece.kind == PieceKind::Blank;
            let next = items.clone().next();
            match (next, piece.kind) {
                (_, PieceKind::Pad) => continue,
                (
                    Some(Item::Figure(_)),
                    PieceKind::Count(_) | PieceKind::Figure | PieceKind::Blank,
                ) => has_figure = true,
                // The rest of a merged head beside it; a blank on a line of its own is a cell.
                (Some(Item::Label(_)), _) if is_blank && has_words && !has_figure => continue,
                (Some(Item::Label(mark)), PieceKind::Words) => {
                    let printed = sheet.printed(piece);
                    if found.is_empty() && begun.is_empty() && is_heading(printed) {
                        continue;
                    }
                    if !begun.is_empty() || !is_label(printed, *mark) {
                        begun.push_str(printed);
                        if begun.len() > LONGEST {
                            return None;
                        }
                        if is_label(&begun, *mark) {
                            begun.clear();
                            items.next();
                        }
                        continue;
                    }
                }
                _ => return None,
            }
            found.extend(next.map(|it| (*it, piece)));
            items.next();
        }
    }
    (items.next().is_none() && begun.is_empty()).then_some(found)
}

/// Whether a text is the heading of a part.
fn is_heading(text: &str) -> bool {
    lexicon::find(text).is_some_and(|it| matches!(it.mark, Mark::Section(_)))
}

/// Whether a text is the wording that the form has for a label in any edition.
fn is_label(text: &str, mark: Mark) -> bool {
    let found = lexicon::find_exactly(text.as_bytes()).or_else(|| lexicon::find(text));
    found.is_some_and(|it| it.official != 0 && it.mark == mark)
}

/// The label of another edition is nonstandard.
fn note_label(draft: &mut Draft<'_>, piece: &Piece, mark: Mark, edition: Edition) {
    let printed = draft.sheet.printed(piece);
    let found = lexicon::find_exactly(printed.as_bytes()).or_else(|| lexicon::find(printed));
    if let Some(label) = mark.label()
        && found.is_some_and(|it| it.official & lexicon::bit(edition) == 0)
    {
        let printed = printed.to_owned();
        draft.note(NoteKind::LabelNonstandard { label, printed }, piece.span());
    }
}
