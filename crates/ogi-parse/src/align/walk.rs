//! The fast path: a table whose pieces are the form's, cell by cell.
//!
//! Every label is the form's own and stands where the form has it, and every figure stands in its cell: a reading that
//! costs nothing. Any other would have to read a label in full as another's, which costs more than the threshold allows.

use std::sync::LazyLock;

use ogi_model::{CellId, Content, Edition, Form, Grid, NoteKind, TableEdition, TableId};

use crate::draft::Draft;
use crate::grammar::PieceKind;
use crate::lexicon::{self, Mark};
use crate::sheet::Piece;

/// What the form prints in a cell.
#[derive(Clone, Copy, Debug)]
enum Item {
    Label(Mark),
    Figure(CellId),
}

/// The cells of each table in each edition, in the order of the page.
static PAGES: LazyLock<Vec<(TableId, Edition, Vec<Item>)>> = LazyLock::new(|| {
    let items = |form: &'static Form| {
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
    Form::ALL.iter().map(|form| (form.table, form.edition, items(form))).collect()
});

/// Reads the rows of a table that prints the form and nothing else; whether it does.
pub(crate) fn walk(
    draft: &mut Draft<'_>,
    table: TableId,
    rows: &[usize],
    year: Option<u16>,
) -> bool {
    let mut found = None;
    for (_, edition, items) in PAGES.iter().filter(|it| it.0 == table) {
        if fits(draft, rows, items) {
            // Table four is the same in every edition.
            if found.is_none() || year.map(Edition::of_year) == Some(*edition) {
                found = Some((*edition, items));
            }
        }
    }
    let Some((edition, items)) = found else { return false };
    draft.reading.report.set_table(table, Some(TableEdition::One(edition)));
    let sheet = draft.sheet;
    let pieces = rows.iter().flat_map(|it| sheet.pieces_of(&sheet.rows[*it]));
    for (piece, item) in pieces.filter(|it| it.kind != PieceKind::Pad).zip(items) {
        match item {
            Item::Figure(cell) => draft.set(*cell, piece),
            Item::Label(mark) => note_label(draft, piece, *mark, edition),
        }
    }
    true
}

/// Whether the pieces of the rows are those of the form, each in its place.
fn fits(draft: &Draft<'_>, rows: &[usize], items: &[Item]) -> bool {
    let sheet = draft.sheet;
    let mut items = items.iter();
    for row in rows {
        for piece in sheet.pieces_of(&sheet.rows[*row]) {
            let fits = match (items.next(), piece.kind) {
                (
                    Some(Item::Figure(_)),
                    PieceKind::Count(_) | PieceKind::Figure | PieceKind::Blank,
                ) => true,
                (Some(Item::Label(mark)), PieceKind::Words) => {
                    let printed = sheet.printed(piece);
                    let found = lexicon::find_exactly(printed.as_bytes())
                        .or_else(|| lexicon::find(printed));
                    found.is_some_and(|it| it.official != 0 && it.mark == *mark)
                }
                _ => false,
            };
            if !fits {
                return false;
            }
        }
    }
    items.next().is_none()
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
