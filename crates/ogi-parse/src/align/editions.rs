//! What the heads of a table say for the edition of each of its blocks.
//!
//! `本年制发件数` is a head of 2021, `本年新制作数量` one of 2019: a page may have both, each over a block.

use ogi_model::{Block, TableForm};

use super::letters::{Letters, letters};
use super::scores::Scores;
use super::template::Template;
use super::weights::label;
use super::weights::order::MIXED;
use super::wording;
use super::zone::Zone;

/// What it costs that a template's blocks are of these editions, by the heads over them: 上一年项目数量 over 行政许可
/// is no head of edition 2021.
pub(super) fn cost(template: &Template, scores: &Scores, zone: &Zone) -> f64 {
    let mut cost = 0.0;
    let mut block: Option<usize> = None;
    // From the last text to the first: a head is that of the row label behind it.
    for text in zone.texts.iter().rev() {
        let costs = scores.of(&text.letters);
        if let Some((row, of_row)) = costs.best()
            && of_row < costs.none
            && of_row <= label::EDGE
        {
            let row = template.rows[row].row;
            let holds = |it: &Block| it.rows.iter().any(|it| it.row == row);
            block = template.blocks.iter().position(|it| holds(it.1));
            continue;
        }
        let Some((edition, own)) = block.map(|it| template.blocks[it]) else { continue };
        let others =
            TableForm::ALL.iter().filter(|it| it.table == template.table && it.edition != edition);
        let others = others.flat_map(|it| it.blocks).filter(|it| it.rows[0].row == own.rows[0].row);
        let best = |blocks: &mut dyn Iterator<Item = &Block>| {
            let labels: Vec<Letters> =
                blocks.flat_map(|it| it.columns).map(|it| letters(it.label)).collect();
            let costs = labels.iter().filter_map(|it| wording::cost(&text.letters, it));
            costs.fold(wording::cost_of_none(&text.letters), f64::min)
        };
        let own = best(&mut [own].into_iter());
        let other = best(&mut others.into_iter());
        cost += (own - other).clamp(0.0, MIXED);
    }
    cost
}
