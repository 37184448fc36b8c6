//! Where in a sheet each table is: a chain over its pieces, from prose to table two, three, four and prose.
//!
//! `全年受理申请31件` in part one is prose, though it has a figure; 31 alone below 自然人 is of table three.

use core::ops::Range;

use ogi_model::TableId;

use super::letters::letters;
use super::scores::Scores;
use super::weights::zone;
use super::wording::cost_of_none;
use crate::grammar::PieceKind;
use crate::sheet::Sheet;

/// The longest text that may be a label, in letters.
const LONGEST: usize = 80;

/// Costs that differ by less are equal, and were only added up in another order.
const EQUAL: f64 = 1e-9;

/// The rows of a sheet that are of each table.
pub(super) fn find(
    sheet: &Sheet<'_>,
    rows: Range<usize>,
    scores: &[Vec<Scores>],
) -> [Vec<usize>; TableId::ALL.len()] {
    const STATES: usize = TableId::ALL.len() + 2;
    let mut cost = [f64::INFINITY; STATES];
    cost[0] = 0.0;
    let mut from: Vec<[u8; STATES]> = Vec::with_capacity(rows.len());
    for row in rows.clone() {
        let emitted = emissions(sheet, row, scores);
        let mut next = [f64::INFINITY; STATES];
        let mut back = [0_u8; STATES];
        for state in 0..STATES {
            for (before, cost) in cost.iter().enumerate().take(state + 1) {
                let step = match state - before {
                    0 => 0.0,
                    n => zone::STEP + zone::SKIP * (n - 1) as f64,
                };
                // Of equals the latest step: figures before a heading are those of the table before.
                if cost + step < next[state] - EQUAL {
                    next[state] = cost + step;
                    back[state] = before as u8;
                }
            }
            next[state] += emitted[state.min(STATES - 1)];
        }
        cost = next;
        from.push(back);
    }
    let mut state = (0..STATES).min_by(|a, b| cost[*a].total_cmp(&cost[*b])).unwrap_or(0);
    let mut tables: [Vec<usize>; TableId::ALL.len()] = Default::default();
    for (row, back) in rows.zip(&from).rev() {
        if let Some(table) = state.checked_sub(1).filter(|it| *it < TableId::ALL.len()) {
            tables[table].push(row);
        }
        state = back[state] as usize;
    }
    tables.iter_mut().for_each(|it| it.reverse());
    tables
}

/// What a row costs in each state.
fn emissions(
    sheet: &Sheet<'_>,
    row: usize,
    scores: &[Vec<Scores>],
) -> [f64; TableId::ALL.len() + 2] {
    let mut emitted = [0.0; TableId::ALL.len() + 2];
    let last = emitted.len() - 1;
    // Mixed templates have no labels of their own.
    let is_pure = |it: &&Scores| it.template.prior == 0.0;
    for piece in sheet.pieces_of(&sheet.rows[row]) {
        match piece.kind {
            PieceKind::Words => {
                let letters = letters(sheet.printed(piece));
                if letters.len() <= 1 {
                    // A letter of a head that is printed downwards says nothing alone.
                    continue;
                }
                let prose = (0.8 * cost_of_none(&letters) + 0.5).min(zone::MOST);
                emitted[0] += prose;
                emitted[last] += prose;
                for (table, scores) in scores.iter().enumerate() {
                    emitted[table + 1] += if letters.len() > LONGEST {
                        zone::MOST + 2.0
                    } else {
                        scores
                            .iter()
                            .filter(is_pure)
                            .map(|it| in_table(it, &letters))
                            .fold(zone::MOST + 2.0, f64::min)
                    };
                }
            }
            kind if kind.is_figure() => {
                emitted[0] += zone::FIGURE_IN_PROSE;
                emitted[last] += zone::FIGURE_IN_PROSE;
                (1..last).for_each(|it| emitted[it] += zone::FIGURE_IN_TABLE);
            }
            _ => {
                emitted[0] += zone::BLANK_IN_PROSE;
                emitted[last] += zone::BLANK_IN_PROSE;
            }
        }
    }
    emitted
}

fn in_table(scores: &Scores, letters: &[u16]) -> f64 {
    let costs = scores.of(letters);
    let none = costs.none + if costs.is_unknown { 2.0 } else { 0.0 };
    costs.best().map_or(none, |it| it.1.min(none))
}
