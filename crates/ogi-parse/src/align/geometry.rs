//! Where columns stand across the page, learned from complete rows.
//!
//! `12              3` has its 3 under 总计, because rows with all figures have theirs there.

use super::weights::columns;
use super::zone::Figure;

/// The middle of a column, and how much its figures stray.
#[derive(Clone, Copy, Debug)]
pub(super) struct Centre {
    middle: f64,
    stray: f64,
}

impl Centre {
    /// What it costs that a figure is of this column.
    pub(super) fn cost(&self, figure: &Figure) -> f64 {
        if figure.is_pushed && self.middle < figure.x {
            return 0.0;
        }
        let far = (figure.x - self.middle) / self.stray;
        (far * far / 2.0).min(columns::STRAY_MOST)
    }
}

/// What it costs that the figures of a row are of some columns.
///
/// Where complete rows stray from their columns, they stray together: each figure stands behind the one before, and
/// a row of `pdftotext -raw` drifts. Then its figures are one witness, not several.
pub(super) fn stray<'a>(figures: impl Iterator<Item = (Centre, &'a Figure)>) -> Stray {
    let (mut sum, mut most, mut drifts) = (0.0, 0.0_f64, false);
    for (centre, figure) in figures {
        let cost = centre.cost(figure);
        sum += cost;
        most = most.max(cost);
        drifts |= centre.stray > columns::STRAY;
    }
    Stray(if drifts { most } else { sum })
}

/// What offsets cost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stray(f64);

impl Stray {
    /// The same where the row may stand elsewhere than the others as a whole, in any of so many ways.
    pub(super) fn or_shifted(self, ways: usize) -> f64 {
        let shifted = columns::SHIFTED + (ways as f64).ln();
        -((-self.0).exp() + (-shifted).exp()).ln()
    }
}

/// The complete rows of a table.
#[derive(Debug)]
pub(super) struct Geometry {
    rows: Vec<(u32, Vec<f64>)>,
}

/// The fewest complete rows that say where columns are, and how many near ones are asked.
const FEWEST: usize = 3;
const ASKED: usize = 5;
/// The most that figures may stray, in characters.
const MOST_STRAY: f64 = 3.0;

impl Geometry {
    pub(super) fn learn(figures: &[Figure], width: usize) -> Self {
        let mut rows: Vec<(u32, Vec<f64>)> = Vec::new();
        for figure in figures {
            match rows.last_mut() {
                Some(row) if row.0 == figure.line => row.1.push(figure.x),
                _ => rows.push((figure.line, vec![figure.x])),
            }
        }
        let apart = |xs: &[f64]| xs.windows(2).all(|it| it[0] < it[1]);
        rows.retain(|it| width > 1 && it.1.len() == width && apart(&it.1));
        Self { rows }
    }

    /// Where the columns are near a line.
    pub(super) fn near(&self, line: u32) -> Option<Vec<Centre>> {
        if self.rows.len() < FEWEST {
            return None;
        }
        let mut near: Vec<&(u32, Vec<f64>)> = self.rows.iter().collect();
        near.sort_by_key(|it| it.0.abs_diff(line));
        near.truncate(ASKED);
        let n = near.len() as f64;
        let centre = |column: usize| {
            let middle = near.iter().map(|it| it.1[column]).sum::<f64>() / n;
            let square = near.iter().map(|it| (it.1[column] - middle).powi(2)).sum::<f64>() / n;
            Centre { middle, stray: square.sqrt() }
        };
        let centres: Vec<Centre> = (0..near[0].1.len()).map(centre).collect();
        if centres.iter().any(|it| it.stray > MOST_STRAY) {
            return None;
        }
        let stray = |it: Centre| Centre { stray: it.stray.max(columns::STRAY), ..it };
        Some(centres.into_iter().map(stray).collect())
    }
}
