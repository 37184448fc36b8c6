//! From the tokens of a table to its cells.

mod active_disclosure;
mod applications;
mod broken;
mod disputes;
mod fit;
mod letters;
mod order;
mod pads;
mod settle;
mod spare;
mod twice;
mod unnamed;

use broken::goes_on_below;
use ogi_model::{Label, NoteKind, TableEdition, TableId};
pub(crate) use twice::Twice;

use crate::draft::Draft;
use crate::explain;
use crate::lexicon::{Mark, bit};
use crate::token::{Kind, Printed, Token, Tokens, What};
use crate::torn;

/// Reads the tokens of a table into a draft. Whether there was a table at all shows in the draft.
///
/// `year` is the year of the report as far as it is known yet; it only decides between editions where the
/// table itself leaves that open.
pub(crate) fn read(
    draft: &mut Draft<'_>,
    tokens: &mut Tokens<'_>,
    table: TableId,
    year: Option<u16>,
) {
    if !tokens.all.iter().any(|it| it.label().is_some()) {
        return;
    }
    torn::mend(tokens, table);
    let is_head = |it: &Token| {
        let mark = it.label().map(|it| it.mark);
        matches!(mark, Some(Mark::Block | Mark::Corner(_) | Mark::Column(_)))
    };
    draft.headed |= tokens.all.iter().any(is_head);
    match table {
        TableId::ActiveDisclosure => active_disclosure::read(draft, tokens, year),
        TableId::Applications => applications::read(draft, tokens, year),
        TableId::Disputes => disputes::read(draft, tokens, year),
    }
    if draft.reading.report.table(table).is_some() {
        note_labels(draft, tokens, table);
        explain::table(draft, tokens, table, year);
    }
}

/// The longest text that is noted, in bytes: more is prose, not a label.
pub(crate) const LONGEST_NOTED: usize = 180;

/// Notes labels that are not the official wording of the edition that was found, and texts that are none.
fn note_labels(draft: &mut Draft<'_>, tokens: &Tokens<'_>, table: TableId) {
    let official = match draft.reading.report.table(table) {
        Some(TableEdition::One(edition)) => bit(edition),
        _ => u8::MAX,
    };
    for (at, token) in tokens.all.iter().enumerate() {
        if let Some(found) = token.label() {
            if found.official & official == 0
                && let Some(label) = found.mark.label()
                && !matches!(label, Label::Column(it) if goes_on_below(draft.text, tokens, at, table, it))
            {
                let printed = draft.printed(token);
                draft.note(NoteKind::LabelNonstandard { label, printed }, token.span());
            }
        } else if matches!(token.kind, Kind::Text) && token.span().len() <= LONGEST_NOTED {
            let printed = draft.printed(token);
            draft.note(NoteKind::LabelUnknown { table, printed }, token.span());
        }
    }
}

/// Whether a cell of a row is blank between or behind its figures: figures that stand alone next to it may be its.
fn has_gap(run: &[Printed]) -> bool {
    let first = run.iter().position(Printed::is_figure).unwrap_or_default();
    run[first..].iter().any(|it| !it.is_figure())
}

/// Notes figures that belong to no row, and says whether there are any.
fn left_over(draft: &mut Draft<'_>, table: TableId, cells: &[Printed]) -> bool {
    const SHOWN: usize = 20;
    let mut figures = cells.iter().filter(|it| it.is_figure());
    let Some(first) = figures.next() else { return false };
    let span = first.start as usize..figures.next_back().unwrap_or(first).end as usize;
    let printed: Vec<_> = cells
        .iter()
        .filter(|it| it.is_figure())
        .take(SHOWN)
        .map(|it| &draft.text[it.span()])
        .collect();
    let printed = printed.join(" ");
    draft.note(NoteKind::FiguresLeftOver { table, printed }, span);
    true
}

/// The text that is no label and stands where cells should: the rest of a label, or what they print.
fn text_instead(tokens: &Tokens<'_>, run: &[Printed], after: usize) -> Option<Printed> {
    let text =
        tokens.all.get(after).filter(|it| run.is_empty() && matches!(it.kind, Kind::Text))?;
    Some(Printed { what: What::Odd, start: text.start, end: text.end })
}

/// Whether there are figures on the line of the label: nothing can have slipped between them.
fn beside(text: &str, label: &Token, run: &[Printed]) -> bool {
    run.iter().rfind(|it| it.is_figure()).is_some_and(|it| {
        text.get(label.end as usize..it.start as usize).is_some_and(|it| !it.contains('\n'))
    })
}

/// Whether a text is a caption, `单位：件`, and not a head.
fn is_caption(text: &str) -> bool {
    text.contains([':', '：', '。']) || text.starts_with("单位") || text.starts_with('注')
}

/// Whether two rows print the same.
fn same(text: &str, a: &[Printed], b: &[Printed]) -> bool {
    core::ptr::eq(a, b)
        || Iterator::eq(
            a.iter().filter(|it| it.is_figure()).map(|it| &text[it.span()]),
            b.iter().filter(|it| it.is_figure()).map(|it| &text[it.span()]),
        )
}
