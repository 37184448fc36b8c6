//! From posteriors to cells: read, settled by sums, unreadable, or absent.
//!
//! `（一）予以公开 1 0 0 0 2` has five figures for seven columns: read is what all likely readings agree on, nothing else.

use core::ops::Range;

use ogi_model::{
    CellId, Edition, EqualityId, Label, NoteKind, Row, RowProblem, TableEdition, TableId,
};

use super::arcs::ArcKind;
use super::heads::Order;
use super::labels::LabelText;
use super::posterior::{Candidate, Posterior, Readings};
use super::scores::Scores;
use super::template::{Template, TemplateRow};
use super::weights::{READ_AT, label};
use super::zone::{Figure, Zone};
use crate::draft::Draft;
use crate::lexicon::{self, Mark, bit};
use crate::sheet::Piece;

/// The longest text that is noted, in bytes: more is prose, not a label.
const LONGEST_NOTED: usize = 180;
/// The most figures of no row that are noted.
const MOST_LEFT_OVER: usize = 20;
/// From which share of hypotheses on a row counts as there.
const THERE: f64 = 0.5;

/// Puts what the posterior says down in a draft. `year` decides between editions that differ in nothing that the
/// table prints.
pub(super) fn decide(
    draft: &mut Draft<'_>,
    zone: &Zone,
    readings: &[Readings<'_>],
    posterior: &Posterior,
    scores: &Scores,
    year: Option<u16>,
    explain: bool,
) {
    let best = (0..readings.len())
        .max_by(|a, b| posterior.templates[*a].total_cmp(&posterior.templates[*b]).then(b.cmp(a)));
    let Some(best) = best else { return };
    // Where nothing that can be read states the edition, the year does.
    let of_year = |at: &usize| {
        let edition = year.map(Edition::of_year);
        readings[*at].template.blocks.iter().all(|it| Some(it.0) == edition)
    };
    let certain = posterior.templates[best] >= READ_AT;
    // A cell that only this edition has, and that is read, is what states it.
    let cells = |at: usize| {
        let rows = readings[at].template.rows.iter();
        rows.flat_map(|it| it.columns.iter().map(move |column| (it.row, column.column)))
    };
    let is_read = |cell: &(Row, ogi_model::Column)| {
        let first = posterior.cells.get(cell).and_then(|it| it.first());
        first.is_some_and(|it| it.with_sums >= READ_AT)
    };
    let is_stated =
        |other: &usize| cells(best).filter(is_read).any(|it| !cells(*other).any(|cell| cell == it));
    let is_possible = |it: &usize| posterior.templates[*it] >= 1.0 - READ_AT;
    let by_year = (0..readings.len()).find(of_year);
    let by_year = by_year.filter(|it| !is_stated(it) || !certain && is_possible(it));
    let best = &readings[by_year.unwrap_or(best)];
    let it = Decider { table: best.template.table, zone, best, posterior };
    let there: Vec<bool> = best.template.rows.iter().map(|row| it.is_there(row)).collect();
    if !there.contains(&true) {
        return;
    }
    it.set_edition(draft, &there, year);
    for (at, row) in best.template.rows.iter().enumerate() {
        if there[at] {
            it.row(draft, at, row);
        }
    }
    it.note_missing(draft, &there);
    it.note_heads(draft);
    it.note_left_over(draft);
    it.note_labels(draft, scores);
    if explain {
        it.explain(draft, &there);
    }
}

/// What is decided about, and by what.
pub(super) struct Decider<'a> {
    pub(super) table: TableId,
    zone: &'a Zone,
    pub(super) best: &'a Readings<'a>,
    posterior: &'a Posterior,
}

impl Decider<'_> {
    pub(super) fn template(&self) -> &Template {
        self.best.template
    }

    /// Whether the source has a row: its label, or figures that are taken for it.
    fn is_there(&self, row: &TemplateRow) -> bool {
        let has_figures = self.posterior.rows.get(&row.row).is_some_and(|it| *it >= THERE);
        has_figures || self.label_of(row.row).is_some()
    }

    /// The label that names a row best.
    pub(super) fn label_of(&self, row: Row) -> Option<&LabelText> {
        let at = self.template().position(row)?;
        let names = |it: &&LabelText| {
            it.costs
                .best()
                .is_some_and(|best| best.0 == at && best.1 < it.costs.none && best.1 <= label::EDGE)
        };
        let cost = |it: &LabelText| it.costs.of_row(at).unwrap_or(f64::INFINITY);
        self.best.labels.all.iter().filter(names).min_by(|a, b| cost(a).total_cmp(&cost(b)))
    }

    pub(super) fn piece(&self, figure: u32) -> &Piece {
        &self.zone.figures[figure as usize].piece
    }

    /// The text right before a figure.
    pub(super) fn text_before(&self, figure: u32) -> Option<&Piece> {
        let text = self.zone.texts.iter().rfind(|it| it.before <= figure as usize)?;
        (text.before == figure as usize).then_some(&text.piece)
    }

    /// The pieces of a label.
    pub(super) fn pieces(&self, label: &LabelText) -> Vec<&Piece> {
        label.texts.iter().map(|it| &self.zone.texts[*it].piece).collect()
    }

    /// Where a row stands: its label and its figures.
    pub(super) fn span_of(&self, row: Row) -> Range<usize> {
        let label = self.label_of(row).map(|it| self.pieces(it)).unwrap_or_default();
        let figures = self.figures_of(row).into_iter().map(|it| self.piece(it));
        let pieces: Vec<&Piece> = label.into_iter().chain(figures).collect();
        let start = pieces.iter().map(|it| it.start).min();
        let end = pieces.iter().map(|it| it.end).max();
        start.zip(end).map_or(0..0, |(start, end)| start as usize..end as usize)
    }

    /// The figures that the best reading takes for a row, in the order of the page.
    pub(super) fn figures_of(&self, row: Row) -> Vec<u32> {
        let Some((arc, place)) = self.arc_of(row) else { return Vec::new() };
        match self.best.arcs[arc.0][arc.1].kind {
            ArcKind::Row { .. } => (arc.0 as u32..self.best.arcs[arc.0][arc.1].to as u32).collect(),
            _ => {
                let placing = self.best.arcs[arc.0][arc.1].rows[place].first();
                placing.map(|it| it.figures.iter().flatten().copied().collect()).unwrap_or_default()
            }
        }
    }

    /// The arc that the best reading takes for a row, and which of its rows it is.
    pub(super) fn arc_of(&self, row: Row) -> Option<((usize, usize), usize)> {
        let at = self.template().position(row)?;
        let best = self.best.found.hypotheses.first()?;
        best.taken.iter().find_map(|taken| {
            let first = taken.row?;
            let many = self.best.arcs[taken.from][taken.arc].rows.len();
            (first..first + many).contains(&at).then(|| ((taken.from, taken.arc), at - first))
        })
    }

    /// Whether a row is printed again with other figures beside its label.
    fn is_contradicted(&self, at: usize, row: &TemplateRow) -> bool {
        let own = self.figures_of(row.row);
        let values = |figures: &mut dyn Iterator<Item = usize>| -> Vec<u32> {
            figures.map(|it| self.zone.figures[it].value).collect()
        };
        let printed = values(&mut own.iter().map(|it| *it as usize));
        let names = |it: &&LabelText| {
            it.costs.of_row(at).is_some_and(|cost| cost < label::EDGE && cost < it.costs.none)
        };
        let beside = self.best.labels.all.iter().filter(names).filter_map(|it| it.beside);
        own.first().is_some_and(|first| {
            beside.filter(|it| it.1 < *first as usize || *first as usize + own.len() <= it.0).any(
                |(from, to)| {
                    to + 1 - from == row.columns.len() && values(&mut (from..=to)) != printed
                },
            )
        })
    }

    fn row(&self, draft: &mut Draft<'_>, at: usize, row: &TemplateRow) {
        let span = self.span_of(row.row);
        let contradicted = self.is_contradicted(at, row);
        let label = self.label_of(row.row).map(|it| self.pieces(it)[0].span());
        let label = label.unwrap_or(span.start..span.start);
        let mut unread: Vec<CellId> = Vec::new();
        let mut settled: Vec<EqualityId> = Vec::new();
        for column in row.columns {
            let cell = CellId::new(row.row, column.column);
            let candidates: &[Candidate] =
                self.posterior.cells.get(&(row.row, column.column)).map_or(&[], Vec::as_slice);
            match candidates.first().filter(|it| it.with_sums >= READ_AT && !contradicted) {
                Some(it) => {
                    match it.figure {
                        Some(figure) => {
                            let piece = *self.piece(figure);
                            draft.set(cell, &piece);
                        }
                        None => draft.set_blank(cell, label.clone()),
                    }
                    if it.without_sums < READ_AT {
                        let sums = self.posterior.sums.get(&(row.row, column.column));
                        settled.extend(sums.into_iter().flatten());
                    }
                }
                None => {
                    let printed = match self.stands_instead(row) {
                        Some(piece) => draft.printed(piece),
                        None => self.likeliest(draft, candidates, row.row),
                    };
                    draft.set_unreadable(cell, &printed, span.clone());
                    unread.push(cell);
                }
            }
        }
        if !settled.is_empty() {
            settled.sort_unstable();
            settled.dedup();
            draft.note(NoteKind::RowSettled { row: row.row, by: settled }, span.clone());
        }
        if unread.len() == row.columns.len() {
            let problem = self.problem(at, row);
            draft.note(NoteKind::RowUnreadable { row: row.row, problem }, span);
        } else {
            for cell in unread {
                let printed =
                    draft.reading.report[cell].unreadable().unwrap_or_default().to_owned();
                draft.note(NoteKind::CellUnreadable { cell, printed }, span.clone());
            }
        }
    }

    /// What stands behind the label of a row of one figure where that should: `见附件`.
    fn stands_instead(&self, row: &TemplateRow) -> Option<&Piece> {
        let label = self.label_of(row.row).filter(|_| row.columns.len() == 1)?;
        let last = *label.texts.last()?;
        let next = self.zone.texts.get(last + 1)?;
        let is_label = self.best.labels.all.iter().any(|it| it.texts.contains(&(last + 1)));
        let is_head = self.template().heads.contains(&next.letters);
        let follows = next.before == self.zone.texts[last].before && !is_label && !is_head;
        follows.then_some(&next.piece)
    }

    /// The two likeliest readings of a cell; the figures of its row where there are none.
    fn likeliest(&self, draft: &Draft<'_>, candidates: &[Candidate], row: Row) -> String {
        const LIKELY: f64 = 0.01;
        let likely: Vec<String> = candidates
            .iter()
            .filter(|it| it.with_sums >= LIKELY)
            .take(2)
            .filter_map(|it| Some(draft.printed(self.piece(it.figure?))))
            .filter(|it| !it.trim().is_empty())
            .collect();
        if !likely.is_empty() {
            return likely.join(" / ");
        }
        let figures = self.figures_of(row).into_iter();
        let printed: Vec<String> = figures
            .map(|it| draft.printed(self.piece(it)))
            .filter(|it| !it.trim().is_empty())
            .collect();
        printed.join(" ")
    }

    /// Why a row cannot be read.
    fn problem(&self, at: usize, row: &TemplateRow) -> RowProblem {
        let order = self.best.orders.of(row.row);
        if (0..row.columns.len()).any(|it| order.printed(it).is_none()) {
            return RowProblem::ColumnsUnknown;
        }
        let columns = row.columns.len();
        match self.figures_of(row.row).len() {
            0 => RowProblem::FiguresTornOff,
            figures if figures < columns => RowProblem::TooFewFigures { figures, columns },
            figures if figures > columns => RowProblem::TooManyFigures { figures, columns },
            _ => {
                let names = |it: &&LabelText| it.costs.best().is_some_and(|best| best.0 == at);
                let many = self.best.labels.all.iter().filter(names).count();
                if many > 1 { RowProblem::Repeated } else { RowProblem::LabelUncertain }
            }
        }
    }

    fn set_edition(&self, draft: &mut Draft<'_>, there: &[bool], year: Option<u16>) {
        let rows = self.template().rows.iter().zip(there).filter(|it| *it.1).map(|it| it.0.row);
        let mut editions: Vec<Edition> =
            rows.filter_map(|it| self.template().edition_of(it)).collect();
        editions.sort_unstable();
        editions.dedup();
        let edition = match editions[..] {
            // What the table prints is the same in all editions.
            [_] if self.fits_all() => TableEdition::One(Edition::of_year_or_latest(year)),
            [one] => TableEdition::One(one),
            _ => TableEdition::Mixed,
        };
        if edition == TableEdition::Mixed {
            let first = self.template().rows[0].row;
            draft.note(NoteKind::EditionsMixed { table: self.table }, self.span_of(first));
        }
        draft.reading.report.set_table(self.table, Some(edition));
    }

    fn fits_all(&self) -> bool {
        CellId::of_table(self.table).all(|it| it.is_in_every_edition())
    }

    /// Rows that are not there; where all rows from one on are not, the table is cut.
    fn note_missing(&self, draft: &mut Draft<'_>, there: &[bool]) {
        let last = there.iter().rposition(|it| *it).unwrap_or(0);
        let rows = &self.template().rows;
        let end = self.span_of(rows[last].row);
        let end = end.end..end.end;
        for (at, row) in rows.iter().enumerate().filter(|it| !there[it.0]) {
            if at < last || last + 1 == rows.len() {
                draft.note(NoteKind::RowMissing { row: row.row }, end.clone());
            }
        }
        if last + 1 < rows.len() {
            let last = rows[last].row;
            draft.note(NoteKind::TableCut { table: self.table, last }, end);
        }
    }

    fn note_heads(&self, draft: &mut Draft<'_>) {
        let table = self.table;
        let first = self.template().rows.iter().find_map(|it| self.label_of(it.row));
        let Some(at) = first.map(|it| self.pieces(it)[0].span()) else { return };
        let has = |order: Order| {
            self.template().rows.iter().any(|it| *self.best.orders.of(it.row) == order)
        };
        if has(Order::Torn) {
            draft.note(NoteKind::HeadTorn { table }, at.clone());
        }
        if has(Order::Unnamed) {
            draft.note(NoteKind::HeadUnnamed { table }, at);
        }
    }

    /// Figures that the best reading leaves to no row.
    fn note_left_over(&self, draft: &mut Draft<'_>) {
        let Some(best) = self.best.found.hypotheses.first() else { return };
        for taken in best.taken.iter().filter(|it| it.row.is_none()) {
            let arc = &self.best.arcs[taken.from][taken.arc];
            let figures: Vec<&Figure> =
                self.zone.figures[arc.from..arc.to].iter().filter(|it| it.is_number()).collect();
            let (Some(first), Some(last)) = (figures.first(), figures.last()) else { continue };
            let span = |it: &Figure| it.piece.span();
            let span = span(first).start..span(last).end;
            let printed = figures.iter().take(MOST_LEFT_OVER);
            let printed: Vec<String> = printed.map(|it| draft.printed(&it.piece)).collect();
            let printed = printed.join(" ");
            draft.note(NoteKind::FiguresLeftOver { table: self.table, printed }, span);
        }
    }

    /// Whether a text and those beside or below it are the label: `2.重`, `复申` and `请`.
    fn is_continued(&self, at: usize, row: &TemplateRow) -> bool {
        const MOST: usize = 6;
        let texts = &self.zone.texts;
        (at.saturating_sub(MOST)..=at).any(|from| {
            let mut letters: Vec<u16> = Vec::new();
            texts[from..].iter().take(MOST).enumerate().any(|(i, text)| {
                letters.extend_from_slice(&text.letters);
                i > 0 && from + i >= at && row.wordings.contains(&letters)
            })
        })
    }

    /// Labels that are not worded as in the edition, and texts that are none.
    fn note_labels(&self, draft: &mut Draft<'_>, scores: &Scores) {
        let official = match draft.reading.report.table(self.table) {
            Some(TableEdition::One(edition)) => bit(edition),
            _ => u8::MAX,
        };
        let mut of_row = vec![None; self.zone.texts.len()];
        for label in &self.best.labels.all {
            let Some((row, cost)) = label.costs.best().filter(|it| it.1 < label.costs.none) else {
                continue;
            };
            label.texts.iter().for_each(|it| of_row[*it] = Some((row, cost, label.texts.len())));
        }
        for (at, text) in self.zone.texts.iter().enumerate() {
            let piece = text.piece;
            let printed = draft.printed(&piece);
            if let Some(found) = lexicon::find(&printed) {
                // `（五` and `）不予处理` are its label.
                let is_continued = of_row[at]
                    .is_some_and(|(row, _, _)| self.is_continued(at, &self.template().rows[row]));
                let is_other_row = matches!(found.mark, Mark::Row(_)) && of_row[at].is_none();
                // `（五）` and `不予处理` are the head, torn behind its ordinal.
                let is_torn = || {
                    let before = self.zone.texts[..at].last().map(|it| draft.printed(&it.piece));
                    let whole = before.and_then(|it| lexicon::find(&(it + &printed)));
                    whole.is_some_and(|it| it.mark == found.mark && it.official & official != 0)
                };
                if found.official & official == 0
                    && !is_other_row
                    && !is_continued
                    && !is_torn()
                    && let Some(label) = found.mark.label()
                {
                    draft.note(NoteKind::LabelNonstandard { label, printed }, piece.span());
                }
                continue;
            }
            match of_row[at] {
                // Only line ends tore it.
                Some((_, cost, pieces)) if pieces > 1 && cost == 0.0 => {}
                Some((row, _, _)) if self.is_continued(at, &self.template().rows[row]) => {}
                // The label as it is, behind the merged heads over it.
                Some((row, _, _))
                    if self.template().rows[row].is_under_its_heads(&text.letters) => {}
                Some((row, _, _)) => {
                    let label = Label::Row(self.template().rows[row].row);
                    draft.note(NoteKind::LabelNonstandard { label, printed }, piece.span());
                }
                None => {
                    let costs = scores.of(&text.letters);
                    let like_a_head = label::HEAD_LIKE * text.letters.len() as f64;
                    let like_a_head = like_a_head.max(label::HEAD_LIKE_SHORT);
                    if (costs.is_unknown || costs.none > like_a_head)
                        && text.letters.len() > 1
                        && piece.span().len() <= LONGEST_NOTED
                    {
                        let table = self.table;
                        draft.note(NoteKind::LabelUnknown { table, printed }, piece.span());
                    }
                }
            }
        }
    }
}
