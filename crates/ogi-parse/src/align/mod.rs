//! Tables by one alignment of what a source shows against the form.

mod arcs;
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
mod weights;
mod wording;
mod zone;
mod zones;

use ogi_model::TableId;

use crate::sheet::Sheet;
use arcs::Arcs;
use heads::Orders;
use labels::Labels;
use posterior::{Posterior, Readings, posterior};
use scores::Scores;
use search::Search;
use template::Template;
use zone::Zone;

/// A prototype dump for looking.
pub(crate) fn survey(sheet: &Sheet<'_>) -> String {
    let mut out = String::new();
    let templates: Vec<Vec<Template>> = TableId::ALL.iter().map(|it| Template::of(*it)).collect();
    let scores: Vec<Vec<Scores<'_>>> =
        templates.iter().map(|it| it.iter().map(Scores::new).collect()).collect();
    let zones = zones::find(sheet, 0..sheet.rows.len(), &scores);
    for (table, rows) in zones.iter().enumerate() {
        let (zone, posterior) = read(sheet, rows, &templates[table], &scores[table]);
        let best = posterior
            .templates
            .iter()
            .enumerate()
            .max_by(|a, b| a.1.total_cmp(b.1))
            .map_or(0, |it| it.0);
        out += &format!("{{\"table\":\"{}\",\"cells\":[", TableId::ALL[table].key());
        let mut first = true;
        for row in &templates[table][best].rows {
            for column in row.columns {
                let Some(c) =
                    posterior.cells.get(&(row.row, column.column)).and_then(|it| it.first())
                else {
                    continue;
                };
                let printed = c.figure.map_or("", |at| {
                    sheet.printed(&sheet.pieces[zone.figures[at as usize].piece as usize])
                });
                if !core::mem::take(&mut first) {
                    out.push(',');
                }
                out += &format!(
                    "[\"{}\",\"{}\",{:?},{},{}]",
                    row.row.key(),
                    column.column.key(),
                    if c.value == 0 { "" } else { printed },
                    c.with_sums,
                    c.without_sums
                );
            }
        }
        out += "]}\n";
    }
    out
}

fn read(
    sheet: &Sheet<'_>,
    rows: &[usize],
    templates: &[Template],
    scores: &[Scores<'_>],
) -> (Zone, Posterior) {
    let across = templates[0].is_across;
    let total = templates[0].rows[0].columns.iter().find(|it| it.is_total && across);
    let total = total.map(|it| letters::letters(it.label)).unwrap_or_default();
    let zone = Zone::new(sheet, rows, |it| across && *it == total);
    let readings: Vec<Readings<'_>> = templates
        .iter()
        .zip(scores)
        .map(|(template, scores)| {
            let labels = Labels::find(scores, &zone);
            let arcs = Arcs::new(&zone, template).all();
            let found = Search::new(template, &labels, &arcs, &zone.figures).run();
            let orders = Orders::find(template, &zone);
            Readings { template, labels, arcs, found, orders }
        })
        .collect();
    let posterior = posterior(&zone, &readings);
    drop(readings);
    (zone, posterior)
}
