//! Tables by one alignment of what a source shows against the form.

mod arcs;
mod column_sums;
mod decide;
mod editions;
mod explain;
mod extra_column;
mod geometry;
mod heads;
mod labels;
mod letters;
mod logs;
mod placing;
mod posterior;
mod relation;
mod scores;
mod search;
mod segmentation;
mod sums;
mod template;
mod twice;
mod walk;
mod weights;
mod wording;
mod zone;
mod zones;

use std::sync::LazyLock;

use ogi_model::TableId;

use crate::draft::Draft;
use crate::grammar::PieceKind;
use crate::sheet::{Sheet, SheetRow};
use arcs::Arcs;
use heads::Orders;
use labels::Labels;
use posterior::{Readings, posterior};
use scores::Scores;
use search::{Found, Search};
use template::Template;
pub(crate) use twice::Twice;
pub(crate) use walk::walk;
use zone::Zone;

static TEMPLATES: LazyLock<Vec<Vec<Template>>> =
    LazyLock::new(|| TableId::ALL.iter().map(|it| Template::of(*it)).collect());

/// The form of every table, in every edition, as the alignment sees it; made when the first page needs it.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    scores: Vec<Vec<Scores>>,
    has_heads: bool,
    twice: Option<Twice>,
    /// Whether no table of the source has any figure.
    is_blank: bool,
}

impl Forms {
    fn prepare(&mut self) {
        if self.scores.is_empty() {
            self.scores = TEMPLATES.iter().map(|it| Scores::of_table(it)).collect();
        }
    }

    /// Whether a head of columns or of a block was met.
    pub(crate) const fn has_heads(&self) -> bool {
        self.has_heads
    }

    /// How table three stands there twice, if it does.
    pub(crate) const fn twice(&self) -> Option<Twice> {
        self.twice
    }

    /// The rows of a sheet that are of each table.
    pub(crate) fn zones(&mut self, sheet: &Sheet<'_>) -> [Vec<usize>; TableId::ALL.len()] {
        self.prepare();
        let tables = zones::find(sheet, 0..sheet.rows.len(), &self.scores);
        // Rows of figures alone are of some table, wherever they stand.
        let only_figures = |row: &SheetRow| {
            let pieces = sheet.pieces_of(row);
            pieces.iter().all(|it| it.kind != PieceKind::Words)
        };
        let has_figure = |row: &SheetRow| sheet.pieces_of(row).iter().any(|it| it.kind.is_figure());
        let in_table = |at: &usize| tables.iter().any(|it| it.contains(at));
        self.is_blank = !sheet
            .rows
            .iter()
            .enumerate()
            .any(|(at, row)| has_figure(row) && (only_figures(row) || in_table(&at)));
        tables
    }

    /// Reads the rows of a table into a draft. Whether there was a table at all shows in the draft.
    ///
    /// `year` is the year of the report as far as it is known yet; it only decides between editions where the table
    /// itself leaves that open.
    pub(crate) fn read(
        &mut self,
        draft: &mut Draft<'_>,
        table: TableId,
        rows: &[usize],
        year: Option<u16>,
        explain: bool,
    ) {
        self.prepare();
        let scores = &self.scores[table as usize];
        let template = |at: usize| scores[at].template;
        let is_across = template(0).is_across;
        let total = template(0).rows[0].columns.iter().find(|it| it.is_total && is_across);
        let total = total.map(|it| letters::letters(it.label)).unwrap_or_default();
        let is_total = |it: &[u16]| !it.is_empty() && *it == total;
        let labels: Vec<letters::Letters> = scores
            .iter()
            .flat_map(|it| it.template.blocks.iter())
            .flat_map(|it| it.1.columns)
            .map(|it| letters::letters(it.label))
            .collect();
        // A head is reworded as a label is: `采购总金额（万元）`. It is none that is as well the label of a row.
        let is_of = |it: &[u16], cost: f64| {
            let costs = |at: &Scores| at.of(it);
            scores.iter().map(costs).all(|it| it.best().is_none_or(|row| cost < row.1))
        };
        let is_reworded = |it: &[u16], label: &[u16]| {
            wording::cost(it, label)
                .is_some_and(|cost| cost < wording::cost_of_none(it) && is_of(it, cost))
        };
        let is_column =
            |it: &[u16]| labels.iter().any(|label| label == it || is_reworded(it, label));
        let is_head = |it: &[u16]| scores.iter().any(|at| at.of(it).none == 0.0) && is_of(it, 0.0);
        // The heads of a block, or of all rows beside one another.
        let is_complete = |many: usize| {
            let of = |it: &Template| {
                it.widths().contains(&many) || it.is_across && many == it.rows.len() * it.width()
            };
            scores.iter().any(|it| of(it.template))
        };
        let beside = is_across.then(|| template(0).rows.len() * template(0).width());
        let zone = Zone::new(draft.sheet, rows, is_total, is_column, is_head, is_complete, beside);
        // What a template costs before any figure is looked at: its heads, labels that it lacks, labels that it has too
        // many. The cheapest comes first; one that alone costs more than a whole reading is none.
        let mut order: Vec<(f64, usize, Labels)> = (0..scores.len())
            .map(|at| {
                let labels = Labels::find(&scores[at], &zone);
                let heads = editions::cost(template(at), &scores[at], &zone) + template(at).prior;
                (
                    heads + Search::new(template(at), &labels, &[], &zone.figures).absent(),
                    at,
                    labels,
                )
            })
            .collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut readings: Vec<Readings<'_>> = Vec::new();
        let mut best = f64::INFINITY;
        for (cost, at, labels) in order {
            if cost > best + weights::search::KEPT {
                break;
            }
            let (template, scores) = (template(at), &scores[at]);
            // So many figures or labels are no table of the form; its rows are unreadable, which is no guess.
            let is_too_large = zone.printed > weights::search::MOST_FIGURES
                || labels.all.len() > weights::search::MOST_LABELS;
            let arcs = if is_too_large { Vec::new() } else { Arcs::new(&zone, template).all() };
            let search = Search::new(template, &labels, &arcs, &zone.figures);
            let heads = cost - search.absent();
            let found = if is_too_large {
                Found { ran_out: true, ..Found::default() }
            } else {
                // Sums may make up for what a reading costs more.
                let has_sums = template.has_totals();
                let most = if has_sums { f64::INFINITY } else { best + weights::search::KEPT };
                search.run(most - heads)
            };
            let orders = Orders::find(template, scores, &zone);
            if let Some(first) = found.hypotheses.first() {
                best = best.min(first.cost + heads);
            }
            readings.push(Readings::new(template, labels, arcs, found, orders, heads));
        }
        let is_head = |it: &zone::Text| template(0).heads.contains(&it.letters);
        let has_heads = zone.texts.iter().any(is_head);
        let posterior = posterior(&zone, &readings, self.is_blank);
        decide::decide(draft, &zone, &readings, &posterior, &scores[0], year, explain);
        let twice = twice::twice(draft.sheet, &zone, &readings);
        drop(readings);
        self.has_heads |= has_heads;
        if table == TableId::Applications {
            self.twice = twice;
        }
    }
}
