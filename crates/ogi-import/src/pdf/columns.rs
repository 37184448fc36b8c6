//! Which columns of a table a cell covers, over all pages that the table goes on over.

use pdfplumber::BBox;

use super::grid::Grid;

/// Borders this close are one, in points; the finder of tables snaps them so on one page.
const SNAP: f64 = 3.0;

/// Where the columns of a table begin.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// The left and the right border of the table.
    sides: Option<(f64, f64)>,
    /// Where columns begin, from left to right.
    starts: Vec<f64>,
}

impl Columns {
    /// Whether a table may be the rest of this one: it is as wide, and stands right below it.
    pub(super) fn go_on_in(&self, table: &Grid) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() <= SNAP;
        let BBox { x0, x1, .. } = table.bbox;
        self.sides.is_some_and(|(left, right)| near(left, x0) && near(right, x1))
    }

    /// Adds the columns of a table, or of the rest of one.
    pub(super) fn add(&mut self, table: &Grid) {
        self.sides.get_or_insert((table.bbox.x0, table.bbox.x1));
        self.starts.extend(table.cells().filter(|it| it.is_closed).map(|it| it.bbox.x0));
        self.starts.sort_by(f64::total_cmp);
        self.starts.dedup_by(|next, kept| *next - *kept <= SNAP);
    }

    /// The first and the last column that a cell covers, from 0.
    pub(super) fn of(&self, cell: &BBox) -> ogi_parse::Columns {
        let begun = |before: f64| self.starts.partition_point(|start| *start <= before);
        let first = begun(cell.x0 + SNAP).saturating_sub(1);
        let after = begun(cell.x1 - SNAP).max(first + 1);
        ogi_parse::Columns::exact(first as u32, (after - first) as u32)
    }
}

#[cfg(test)]
mod tests {
    use ogi_parse::Columns as Covered;

    use super::*;
    use crate::pdf::grid::Drawn;

    fn table(cells: &[(f64, f64)]) -> Grid {
        let boxes = cells.iter().map(|(x0, x1)| BBox::new(*x0, 0.0, *x1, 10.0));
        let row: Vec<_> = boxes
            .map(|bbox| Drawn { column: 1, bbox, text: String::new(), is_closed: true })
            .collect();
        let bbox = row.iter().map(|it| it.bbox).reduce(|a, b| a.union(&b)).unwrap();
        Grid { bbox, rows: vec![row] }
    }

    #[test]
    fn a_cell_covers_what_begins_within_it() {
        let mut columns = Columns::default();
        columns.add(&table(&[(50.0, 250.0), (50.0, 100.0), (100.0, 150.5), (150.0, 250.0)]));
        let of = |x0, x1| columns.of(&BBox::new(x0, 0.0, x1, 10.0));
        assert_eq!(of(50.0, 250.0), Covered::exact(0, 3));
        assert_eq!(of(50.2, 150.4), Covered::exact(0, 2));
        assert_eq!(of(150.0, 250.0), Covered::exact(2, 1));
    }

    #[test]
    fn the_rest_of_a_table_has_its_columns() {
        let mut columns = Columns::default();
        columns.add(&table(&[(50.0, 100.0), (100.0, 250.0)]));
        let rest = table(&[(50.1, 150.0), (150.0, 250.0)]);
        assert!(columns.go_on_in(&rest));
        assert!(!columns.go_on_in(&table(&[(50.0, 100.0), (100.0, 300.0)])));
        columns.add(&rest);
        assert_eq!(columns.of(&BBox::new(50.1, 0.0, 150.0, 10.0)), Covered::exact(0, 2));
        assert_eq!(columns.of(&BBox::new(100.0, 0.0, 250.0, 10.0)), Covered::exact(1, 2));
    }
}
