//! Tables by one alignment of what a source shows against the form.

mod arcs;
mod decide;
mod editions;
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
mod sums;
mod template;
mod twice;
mod walk;
mod weights;
mod wording;
mod zone;
mod zones;

use ogi_model::TableId;

use crate::draft::Draft;
use crate::sheet::Sheet;
use arcs::Arcs;
use heads::Orders;
use labels::Labels;
use posterior::{Readings, posterior};
use scores::Scores;
use search::Search;
use template::Template;
pub(crate) use twice::Twice;
pub(crate) use walk::walk;
use zone::Zone;

/// The form of every table, in every edition, as the alignment sees it; made when the first page needs it.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    templates: Vec<Vec<Template>>,
    has_heads: bool,
    twice: Option<Twice>,
}

impl Forms {
    fn prepare(&mut self) {
        if self.templates.is_empty() {
            self.templates = TableId::ALL.iter().map(|it| Template::of(*it)).collect();
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
        let scores: Vec<Vec<Scores<'_>>> =
            self.templates.iter().map(|it| it.iter().map(Scores::new).collect()).collect();
        zones::find(sheet, 0..sheet.rows.len(), &scores)
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
        let _ = explain;
        let templates = &self.templates[table as usize];
        let scores: Vec<Scores<'_>> = templates.iter().map(Scores::new).collect();
        let total =
            templates[0].rows[0].columns.iter().find(|it| it.is_total && templates[0].is_across);
        let total = total.map(|it| letters::letters(it.label)).unwrap_or_default();
        let zone = Zone::new(draft.sheet, rows, |it| !it.is_empty() && *it == total);
        // The templates that the heads speak for come first; one whose heads alone cost more than a whole reading is
        // none.
        let cost =
            |at: usize| editions::cost(&templates[at], &scores[at], &zone) + templates[at].prior;
        let mut order: Vec<(f64, usize)> = (0..templates.len()).map(|at| (cost(at), at)).collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut readings: Vec<Readings<'_>> = Vec::new();
        let mut best = f64::INFINITY;
        for (cost, at) in order {
            if cost > best + weights::search::KEPT {
                break;
            }
            let (template, scores) = (&templates[at], &scores[at]);
            let labels = Labels::find(scores, &zone);
            let arcs = Arcs::new(&zone, template).all();
            let found = Search::new(template, &labels, &arcs, &zone.figures).run();
            let orders = Orders::find(template, scores, &zone);
            if let Some(first) = found.hypotheses.first() {
                best = best.min(first.cost + cost);
            }
            readings.push(Readings { template, labels, arcs, found, orders, heads: cost });
        }
        let is_head = |it: &zone::Text| templates[0].heads.contains(&it.letters);
        let has_heads = zone.texts.iter().any(is_head);
        let posterior = posterior(&zone, &readings);
        decide::decide(draft, table, &zone, &readings, &posterior, &scores[0], year);
        let twice = twice::tell(&zone, &readings);
        drop(readings);
        self.has_heads |= has_heads;
        if table == TableId::Applications {
            self.twice = twice;
        }
    }
}
