//! Which explanation is likelier.

mod channel;
mod margins;
mod slip;
mod values;
pub(crate) mod weights;

use ogi_model::{CellId, Equality, EqualityKind};

pub(crate) use margins::Margins;
pub use slip::Slip;
pub(crate) use values::Values;

use crate::search::{Changes, Mechanism, Problem, StructuralSlip};
use weights::{BY_MARGINS, COPIED_WITH_TOTAL, FORWARDS, OF_ZEROS, mechanism as prior};

/// How a cell came to print what it prints, where a change says what it should.
pub(crate) fn slip(problem: &Problem<'_>, column: usize, change: i128) -> Option<(Slip, f64)> {
    let (printed, right) = (problem.printed(column)?, problem.right(column, change)?);
    Some(match (printed, right) {
        (..0, _) => (Slip::Other, weights::slip::FLOOR),
        (_, 0) => (Slip::Spurious, problem.values.share_of_values(printed)),
        _ => channel::likelihood(printed, right),
    })
}

/// How likely this cell is to be the wrong one of its part, and to print this.
///
/// Where the cell is right, what it prints has its own likelihood, which this is set against; but not that of a total,
/// which follows from others.
pub(crate) fn one_cell(problem: &Problem<'_>, column: usize, change: i128) -> f64 {
    let (Some((_, likelihood)), Some(right), Some(printed)) =
        (slip(problem, column, change), problem.right(column, change), problem.printed(column))
    else {
        return 0.0;
    };
    let to_begin_with = if problem.grid.is_total(column) {
        1.0
    } else {
        share(problem, column, right) / share(problem, column, printed)
    };
    place(problem, right == 0) * likelihood * to_begin_with
}

/// How likely a cell that is no total is to hold a count, before anything is known of it: by what its table holds, and by
/// what its row and its column do.
fn share(problem: &Problem<'_>, column: usize, count: i64) -> f64 {
    let alone = problem.values.share(count);
    let Some(mean) = problem.margins.mean(&problem.grid, |it| problem.printed(it), column) else {
        return alone;
    };
    // Geometric: tables vary far more than by chance.
    let times = i32::try_from(count).unwrap_or(i32::MAX);
    let beside = (mean / (1.0 + mean)).powi(times) / (1.0 + mean);
    (1.0 - BY_MARGINS) * alone + BY_MARGINS * beside
}

/// How likely a cell is to be the wrong one, by whether it should be 0.
fn place(problem: &Problem<'_>, zero: bool) -> f64 {
    if zero { OF_ZEROS / problem.zeros.max(1) as f64 } else { (1.0 - OF_ZEROS) / values(problem) }
}

/// How many cells should not be 0, as far as can be stated: a single request is in eight cells of table three, whatever
/// the others print.
fn values(problem: &Problem<'_>) -> f64 {
    const OF_ONE_REQUEST: usize = 8;
    let cells = problem.grid.cells();
    (cells - problem.zeros).max(cells.min(OF_ONE_REQUEST)) as f64
}

/// What an explanation by one more figure would weigh if its slips were neither likely nor rare: where a smaller one
/// weighs more, it is not worth the search.
pub(crate) fn worth_searching(problem: &Problem<'_>, cells: usize) -> f64 {
    const A_SLIP: f64 = 0.05;
    independent(cells) * (place(problem, false) * A_SLIP).powi(cells as i32)
}

/// So many figures wrong, each for itself, in whatever order.
fn independent(cells: usize) -> f64 {
    match cells {
        0 => 1.0,
        1 => prior::ONE_FIGURE,
        2 => prior::TWO_FIGURES * 2.0,
        _ => prior::THREE_FIGURES * 6.0,
    }
}

/// The weight of a slip of a whole line.
pub(crate) fn undone(it: &StructuralSlip) -> f64 {
    let prior = match it.mechanism {
        Mechanism::RowShifted => prior::ROW_SHIFTED,
        Mechanism::RowsExchanged => prior::ROWS_EXCHANGED,
        Mechanism::ColumnsExchanged => prior::COLUMNS_EXCHANGED,
        Mechanism::RowPrintedTwice => prior::ROW_PRINTED_TWICE,
        Mechanism::CarriedIntoAllTotals => prior::CARRIED_INTO_ALL_TOTALS,
        _ => 0.0,
    };
    prior * it.share
}

/// The weight of a few changes, over all mechanisms that lead to them, and the likeliest of these.
pub(crate) fn few_cells(problem: &Problem<'_>, changes: &Changes) -> (Mechanism, f64) {
    let doubted = |column: usize| problem.system.soft.get(column.checked_sub(CellId::COUNT)?);
    let doubt: f64 = changes.iter().filter_map(|it| doubted(it.0)).map(|it| it.doubt).product();
    let cells: Vec<(usize, i128)> =
        changes.iter().filter(|it| it.0 < CellId::COUNT).copied().collect();
    let mut sum = 0.0;
    let mut best = (Mechanism::SourceOutside, 0.0);
    let mut add = |mechanism, weight: f64| {
        sum += weight;
        if weight > best.1 {
            best = (mechanism, weight);
        }
    };
    let each: f64 = cells.iter().map(|it| one_cell(problem, it.0, it.1)).product();
    let own = match cells.len() {
        0 => Mechanism::SourceOutside,
        1 => Mechanism::OneFigure,
        2 => Mechanism::TwoFigures,
        3 => Mechanism::ThreeFigures,
        _ => Mechanism::SeveralFigures,
    };
    add(own, independent(cells.len()) * each);
    match cells[..] {
        [one] => {
            of_a_total(problem, one, &mut add);
            copied(problem, one, false, &mut add);
        }
        [one, other] => of_two(problem, one, other, &mut add),
        _ => {}
    }
    (best.0, sum * doubt)
}

/// A total left at 0, or added up wrongly.
fn of_a_total(
    problem: &Problem<'_>,
    (column, change): (usize, i128),
    add: &mut impl FnMut(Mechanism, f64),
) {
    if !problem.grid.is_total(column) {
        return;
    }
    let totals = problem.grid.totals() as f64;
    let right = problem.right(column, change).unwrap_or(0);
    if problem.printed(column) == Some(0) && right != 0 {
        add(Mechanism::TotalLeftZero, prior::TOTAL_LEFT_ZERO / totals);
    }
    for equality in problem.equalities().filter(|it| it.total().index() == column) {
        let addends = equality.parts().iter().filter_map(|term| {
            let printed = problem.printed(term.cell.index())?;
            (printed != 0).then(|| i128::from(term.sign.of(printed)))
        });
        let (mut all, mut omitted, mut doubled) = (0, 0, 0);
        for addend in addends {
            all += 1;
            omitted += usize::from(addend == -change);
            doubled += usize::from(addend == change);
        }
        // With a single part, leaving it out is leaving the total at 0.
        if all > 1 {
            let share = |of: usize| of as f64 / all as f64 / totals;
            add(Mechanism::AddendOmitted, prior::ADDEND_OMITTED * share(omitted));
            add(Mechanism::AddendDoubled, prior::ADDEND_DOUBLED * share(doubled));
        }
    }
}

/// A figure copied from the row above, and whether into the total of its row as well; or from the left, alone.
fn copied(
    problem: &Problem<'_>,
    (column, change): (usize, i128),
    with_total: bool,
    add: &mut impl FnMut(Mechanism, f64),
) {
    let grid = &problem.grid;
    let (Some(printed), Some(right)) = (problem.printed(column), problem.right(column, change))
    else {
        return;
    };
    if printed == 0 || grid.is_total(column) {
        return;
    }
    let [above, left] = grid
        .above_and_left(column)
        .map(|it| it.is_some_and(|it| problem.printed(it) == Some(printed)));
    // Any figure that is not 0 may be the one that is copied.
    let copies = (grid.cells() - problem.zeros).max(1) as f64;
    let to_begin_with = share(problem, column, right) / share(problem, column, printed);
    let weight = |prior: f64| prior / copies * to_begin_with;
    if above {
        let share = if with_total { COPIED_WITH_TOTAL } else { 1.0 - COPIED_WITH_TOTAL };
        add(Mechanism::CopiedFromAbove, weight(prior::COPIED_FROM_ABOVE * share));
    }
    if left && !with_total {
        add(Mechanism::CopiedFromLeft, weight(prior::COPIED_FROM_LEFT));
    }
}

/// A value that moved, two that changed places, or one that was carried into a total.
fn of_two(
    problem: &Problem<'_>,
    one: (usize, i128),
    other: (usize, i128),
    add: &mut impl FnMut(Mechanism, f64),
) {
    let grid = &problem.grid;
    let (Some((row, column)), Some((lower_row, other_column))) = (grid.at(one.0), grid.at(other.0))
    else {
        return;
    };
    let cells = grid.cells() as f64;
    let same_row = row == lower_row;
    let same_column = column == other_column && grid.are_alike(row, lower_row);
    let beside = same_row && other_column == column + 1;
    let below = same_column && lower_row == row + 1;
    if beside || below {
        let printed = [one, other].map(|it| problem.printed(it.0));
        let right = [one, other].map(|it| problem.right(it.0, it.1));
        if printed == [right[1], right[0]] {
            let (moved, prior) = if beside {
                (Mechanism::MovedColumn, prior::MOVED_COLUMN)
            } else {
                (Mechanism::MovedRow, prior::MOVED_ROW)
            };
            let values = values(problem);
            match printed {
                [Some(0), _] => add(moved, prior * FORWARDS / values),
                [_, Some(0)] => add(moved, prior * (1.0 - FORWARDS) / values),
                _ => add(Mechanism::CellsExchanged, prior::CELLS_EXCHANGED / cells),
            }
        }
    }
    if one.1 == other.1 {
        let slip = one_cell(problem, one.0, one.1);
        if same_row && grid.is_last(row, other_column) {
            add(Mechanism::CarriedIntoRowTotal, prior::CARRIED_INTO_ROW_TOTAL * slip);
            copied(problem, one, true, add);
        }
        let is_sum = |it: &Equality| {
            it.kind() == EqualityKind::OutcomeSum
                && it.total().index() == other.0
                && it.parts().iter().any(|term| term.cell.index() == one.0)
        };
        if same_column && problem.equalities().any(is_sum) {
            add(Mechanism::CarriedIntoColumnTotal, prior::CARRIED_INTO_COLUMN_TOTAL * slip);
        }
    }
}
