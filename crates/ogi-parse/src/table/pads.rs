//! Empty cells that a merged label leaves beside it.

use ogi_model::{Content, Form, Grid, Row, TableId};

use crate::token::{Borders, Printed};

/// How the source flattens merged labels: with or without empty cells for the columns they cover.
#[derive(Debug)]
pub(super) struct Pads {
    /// How many columns the label of each row covers, beyond its own.
    covered: Vec<(Row, usize)>,
    /// Whether the source writes them; unknown if no complete row tells.
    written: Option<bool>,
}

impl Pads {
    /// Learns from the rows whose cells are counted: as many as columns, or as many more as the label covers.
    pub(super) fn learn<'a, R: Iterator<Item = (Row, &'a [Printed])>>(
        table: TableId,
        rows: impl Fn() -> R,
        columns: usize,
        borders: Borders,
    ) -> Self {
        if borders != Borders::Drawn || !rows().any(|(_, run)| leading_blanks(run) > 0) {
            return Self { covered: Vec::new(), written: Some(false) };
        }
        let covered = covered(table);
        let mut written = rows().filter_map(|(row, run)| {
            let covered = covered.iter().find(|it| it.0 == row)?.1;
            let cells = run.len();
            if covered == 0 {
                None
            } else if cells == columns {
                Some(false)
            } else {
                (cells == columns + covered && leading_blanks(run) >= covered).then_some(true)
            }
        });
        let first = written.next();
        let agreed = written.all(|it| Some(it) == first);
        Self { covered, written: first.filter(|_| agreed) }
    }

    /// The tokens of a row without its pads; `None` if nobody knows whether blanks before its figures are
    /// pads or cells.
    pub(super) fn strip<'a>(&self, row: Row, run: &'a [Printed]) -> Option<&'a [Printed]> {
        let covered = self.covered.iter().find(|it| it.0 == row).map_or(0, |it| it.1);
        match self.written {
            Some(false) => Some(run),
            _ if covered == 0 || leading_blanks(run) == 0 => Some(run),
            Some(true) if leading_blanks(run) >= covered => Some(&run[covered..]),
            _ => None,
        }
    }
}

fn leading_blanks(run: &[Printed]) -> usize {
    run.iter().take_while(|it| !it.is_figure()).count()
}

fn covered(table: TableId) -> Vec<(Row, usize)> {
    Form::ALL
        .iter()
        .filter(|form| form.table == table)
        .flat_map(|form| Grid::of(form).rows)
        .filter_map(|row| {
            let label = row.iter().rfind(|it| matches!(it.content, Content::Label(_)))?;
            row.iter().find_map(|it| match it.content {
                Content::Figure(cell) => Some((cell.row(), label.column_span - 1)),
                _ => None,
            })
        })
        .collect()
}
