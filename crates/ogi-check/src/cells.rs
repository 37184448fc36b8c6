//! The cells that rules judge.

use ogi_model::{CellId, Column, Edition, Report, Row, TableEdition, TableForm, TableId};

/// Every cell of every edition, in table order.
static ALL: [CellId; CellId::COUNT] = {
    let mut all = [CellId::new(Row::Rules, Column::Issued); CellId::COUNT];
    let (mut n, mut row) = (0, 0);
    while row < Row::ALL.len() {
        let mut column = 0;
        while column < Column::ALL.len() {
            if let Some(cell) = CellId::try_new(Row::ALL[row], Column::ALL[column]) {
                all[n] = cell;
                n += 1;
            }
            column += 1;
        }
        row += 1;
    }
    all
};

/// Where the cells of each table begin in [`ALL`], and where the last end.
const STARTS: [usize; TableId::ALL.len() + 1] = {
    let mut starts = [0; TableId::ALL.len() + 1];
    let mut n = 0;
    while n < CellId::COUNT {
        starts[ALL[n].table() as usize + 1] = n + 1;
        n += 1;
    }
    starts
};

/// Which cells an edition has, by [`CellId::index`].
static IN_EDITION: [[bool; CellId::COUNT]; Edition::ALL.len()] = {
    let mut has = [[false; CellId::COUNT]; Edition::ALL.len()];
    let mut f = 0;
    while f < TableForm::ALL.len() {
        let form = TableForm::ALL[f];
        let mut b = 0;
        while b < form.blocks.len() {
            let block = &form.blocks[b];
            let mut r = 0;
            while r < block.rows.len() {
                let mut c = 0;
                while c < block.columns.len() {
                    let cell = CellId::new(block.rows[r].row, block.columns[c].column);
                    has[form.edition as usize][cell.index()] = true;
                    c += 1;
                }
                r += 1;
            }
            b += 1;
        }
        f += 1;
    }
    has
};

/// The cells of a table that rules judge: those of its edition, and any others that the report has. Of a
/// table that mixes editions those that the report has; of a table that is not there those of its year.
#[inline]
pub(crate) fn of_table(report: &Report, table: TableId) -> impl Iterator<Item = CellId> + '_ {
    let there = report.table(table);
    let of_edition = match there {
        Some(TableEdition::One(edition)) => Some(&IN_EDITION[edition as usize]),
        Some(TableEdition::Mixed) => None,
        None => Some(&IN_EDITION[edition(report) as usize]),
    };
    ALL[STARTS[table as usize]..STARTS[table as usize + 1]].iter().copied().filter(move |cell| {
        of_edition.is_some_and(|has| has[cell.index()])
            || there.is_some() && report[*cell].is_present()
    })
}

/// The edition that a report of its year uses.
pub(crate) fn edition(report: &Report) -> Edition {
    Edition::of_year_or_latest(report.year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_those_of_the_form() {
        for edition in Edition::ALL {
            let report =
                Report::builder(*edition).agency("示例市民政局").year(2025).build().unwrap();
            for table in TableId::ALL {
                let mut of_form: Vec<_> = TableForm::of(*table, *edition).cells().collect();
                of_form.sort();
                assert_eq!(of_table(&report, *table).collect::<Vec<_>>(), of_form);
            }
        }
    }
}
