//! How wide the columns of a table are.

use ogi_model::Grid;

/// Of each column of merged heads beside rows, its share of the width in tenths of a percent.
const GROUP: usize = 75;
/// The same of the column of labels.
const LABEL: usize = 280;
const ALL: usize = 1000;

/// The share of each column in tenths of a percent, together exactly 1000.
pub(crate) fn shares(grid: &Grid) -> Vec<usize> {
    let labels = grid.label_columns();
    let mut shares = vec![GROUP; labels];
    if let Some(label) = shares.last_mut() {
        *label = LABEL;
    }
    let (left, figures) = (ALL - shares.iter().sum::<usize>(), grid.width - labels);
    shares.extend((0..figures).map(|i| left * (i + 1) / figures - left * i / figures));
    shares
}

/// The width of each column where all together have this many units; together exactly as many.
#[cfg(any(feature = "docx", feature = "xlsx"))]
pub(crate) fn widths(grid: &Grid, all: usize) -> Vec<usize> {
    let mut before = 0;
    let widths = shares(grid).into_iter().map(|share| {
        let width = all * (before + share) / ALL - all * before / ALL;
        before += share;
        width
    });
    widths.collect()
}

#[cfg(test)]
mod tests {
    use ogi_model::TableForm;

    use super::*;

    #[test]
    fn shares_are_the_whole() {
        for form in TableForm::ALL {
            let grid = Grid::of(form);
            let shares = shares(&grid);
            assert_eq!(shares.len(), grid.width);
            assert_eq!(shares.iter().sum::<usize>(), ALL, "{shares:?}");
            assert!(shares.iter().all(|it| *it >= 60), "{shares:?}");
            #[cfg(any(feature = "docx", feature = "xlsx"))]
            assert_eq!(widths(&grid, 8844).iter().sum::<usize>(), 8844);
        }
    }
}
