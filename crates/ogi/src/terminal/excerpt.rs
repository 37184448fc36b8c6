//! The lines of the source that a finding is about.

use core::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};
use ogi_check::Finding;
use ogi_model::{CellId, Layout, LineIndex, Reading, TableForm};

use super::{Language, visible};

/// How far above its first figure a row's label is looked for.
const LABEL_WITHIN: usize = 4;

/// An excerpt with the place of a finding marked, if the finding has a place in the text of the reading.
pub(super) fn of(
    finding: &Finding,
    reading: &Reading,
    lines: &LineIndex<'_>,
    language: Language,
) -> Option<Snippet<'static, Annotation<'static>>> {
    let text = lines.text();
    let marked = finding.place.as_ref()?.span()?;
    text.get(marked.clone())?;
    let label = finding.cell.and_then(|cell| label_above(cell, &marked, reading, lines));
    let first = label.as_ref().map_or(marked.start, |label| label.start);
    let start = text[..first].rfind('\n').map_or(0, |it| it + 1);
    let end = text[marked.end..].find('\n').map_or(text.len(), |it| marked.end + it);
    let within = |span: Range<usize>| span.start - start..span.end - start;

    let primary =
        AnnotationKind::Primary.span(within(marked)).label(beside(finding, reading, language));
    let label = label.map(|label| AnnotationKind::Context.span(within(label)));
    Some(
        Snippet::source(visible(&text[start..end]).into_owned())
            .line_start(lines.at(start).line)
            .annotations(label.into_iter().chain([primary])),
    )
}

/// What the other figures imply for a cell; beside a sentence about a cell, what that prints.
fn beside(finding: &Finding, reading: &Reading, language: Language) -> Option<String> {
    let expected = finding.expected?;
    let of_cell = finding.cell.and_then(|it| reading.place(it));
    if of_cell == finding.place.as_ref() {
        return Some(format!("{} {expected}", language.pick("应为", "expected")));
    }
    let observed = finding.observed?;
    Some(format!("{} {observed}", language.pick("表中为", "in the table")))
}

/// The label of a row that stands above its figures, as in layouts with one cell a line; `None` where it stands
/// on the line that is shown anyway.
fn label_above(
    cell: CellId,
    marked: &Range<usize>,
    reading: &Reading,
    lines: &LineIndex<'_>,
) -> Option<Range<usize>> {
    let form = TableForm::ALL.iter().find(|form| form.contains(cell))?;
    let is_label = |line: usize| lines.line(line).contains(char::is_alphabetic);
    if form.layout == Layout::Across || is_label(lines.at(marked.start).line) {
        return None;
    }
    let figures = reading.sources.iter().filter(|(it, _)| it.row() == cell.row());
    let first = figures.filter_map(|(_, place)| Some(place.span()?.start)).min()?;
    let below = lines.at(first.min(marked.start)).line;
    let line = (below.saturating_sub(LABEL_WITHIN).max(1)..below).rev().find(|it| is_label(*it))?;
    let printed = lines.line(line).trim();
    let start = printed.as_ptr().addr() - lines.text().as_ptr().addr();
    Some(start..start + printed.len())
}
