//! What the rows before and after a row tell about it.

use ogi_model::{Decided, Form, Label, NoteKind, Row};

use super::Met;
use crate::draft::Draft;
use crate::explain;
use crate::table::beside;
use crate::table::fit::Fit;
use crate::token::{Borders, Kind};

/// A row whose label nobody can read is told by its neighbours, if it stands alone between two rows that the
/// form has exactly one row between, and has the right number of figures.
pub(super) fn adopt(draft: &mut Draft<'_>, form: &Form, met: &mut [Met<'_>]) {
    let rows: Vec<Row> = form.rows().map(|it| it.row).collect();
    for i in 1..met.len().saturating_sub(1) {
        let at = |it: &Met<'_>| rows.iter().position(|row| Some(*row) == it.row);
        let (Some(before), Some(after)) = (at(&met[i - 1]), at(&met[i + 1])) else { continue };
        let fits = matches!(met[i].fit, Fit::Figures(_) | Fit::Cells(_) | Fit::Digits(_));
        if met[i].row.is_none() && fits && before + 2 == after {
            let row = rows[before + 1];
            met[i].row = Some(row);
            let printed = draft.printed(met[i].label);
            let label = Label::Row(row);
            explain::told(draft, met[i].label, Decided::Row(row));
            draft.note(NoteKind::LabelNonstandard { label, printed }, met[i].label.span());
        }
    }
}

/// Doubts rows without figures next to figures that may be theirs: those beside a label that nobody can read, and,
/// where lines cut the label, those before it.
pub(super) fn doubt(draft: &Draft<'_>, borders: Borders, met: &mut [Met<'_>]) {
    for i in 0..met.len() {
        let (before, after) = met.split_at_mut(i);
        let Some((it, after)) = after.split_first_mut() else { return };
        let is_empty = |it: &&mut Met<'_>| !it.fit.has_figures();
        if it.row.is_none() && it.fit.has_figures() {
            before.iter_mut().rev().take_while(is_empty).for_each(|it| it.doubtful = true);
            after.iter_mut().take_while(is_empty).for_each(|it| it.doubtful = true);
        }
        let is_torn = matches!(it.label.kind, Kind::Torn(_));
        if borders == Borders::None && is_torn && !it.fit.has_figures() {
            it.doubtful = true;
            if let Some(it) = before.last_mut().filter(|it| !beside(draft.text, it.label, it.run)) {
                it.doubtful = true;
            }
        }
    }
}
