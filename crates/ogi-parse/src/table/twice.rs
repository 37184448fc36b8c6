//! Whether table three stands there twice, and whether that is for two reports.

use std::collections::BTreeSet;

use ogi_model::{Column, Form, Row};

use super::same;
use crate::lexicon::Mark;
use crate::token::{Printed, Token};

/// How a table stands there twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Twice {
    /// With other figures, or with one row beside itself: for two reports.
    ForTwo,
    /// For all that its figures tell, it may be the same table: where it begins, and where it begins again.
    Alike {
        /// Where its first row is.
        first: usize,
        /// Where its first row is that was there before.
        again: usize,
    },
}

/// A row with its label and what follows that.
pub(super) type Line<'a> = (Row, &'a Token, &'a [Printed]);

/// Tells how often most rows are there.
pub(super) fn tell(form: &Form, text: &str, head: &[Token], rows: &[Line<'_>]) -> Option<Twice> {
    let width = form.blocks[0].columns.len();
    if side_by_side(width, head, rows) {
        return Some(Twice::ForTwo);
    }
    if rows.len() <= form.blocks[0].rows.len() {
        return None;
    }
    let neighbours = rows.windows(2).filter(|it| {
        it[0].0 == it[1].0 && it.iter().all(|(_, _, run)| run.iter().any(Printed::is_figure))
    });
    let neighbours: BTreeSet<Row> = neighbours.map(|it| it[0].0).collect();
    let mut sorted: Vec<&Line<'_>> = rows.iter().collect();
    sorted.sort_by_key(|it| it.0);
    let each = || sorted.chunk_by(|a, b| a.0 == b.0);
    let most = |many: usize| many * 2 > each().count();
    let differ = |it: &&[&Line<'_>]| {
        let mut figures = it.iter().map(|it| it.2).filter(|run| run.iter().any(Printed::is_figure));
        figures.next().is_some_and(|first| figures.any(|other| !same(text, first, other)))
    };
    if most(neighbours.len()) || most(each().filter(differ).count()) {
        return Some(Twice::ForTwo);
    }
    if !most(each().filter(|it| it.len() > 1).count()) {
        return None;
    }
    let is_again = |i: &usize| rows[..*i].iter().any(|it| it.0 == rows[*i].0);
    let again = (1..rows.len()).find(is_again)?;
    Some(Twice::Alike { first: rows[0].1.start as usize, again: rows[again].1.start as usize })
}

/// Whether the heads are there twice before the rows, and most rows have twice the figures.
fn side_by_side(width: usize, head: &[Token], rows: &[Line<'_>]) -> bool {
    let total =
        |it: &&Token| it.label().is_some_and(|it| matches!(it.mark, Mark::Column(Column::Total)));
    let is_column = |it: &&Token| it.label().is_some_and(|it| matches!(it.mark, Mark::Column(_)));
    if head.iter().filter(total).count() < 2 || head.iter().filter(is_column).count() < 2 * width {
        return false;
    }
    let twice = |(_, _, run): &&Line<'_>| {
        let figures = run.iter().filter(|it| it.is_figure()).count();
        figures > width && run.len() >= 2 * width
    };
    rows.iter().filter(twice).count() * 2 > rows.len()
}
