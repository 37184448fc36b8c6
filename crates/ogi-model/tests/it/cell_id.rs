//! Addresses of cells.

use std::collections::BTreeSet;

use ogi_model::{CellId, Column, Row, TableForm};

#[test]
fn every_pair_that_a_form_has_is_one_address() {
    let of_forms: BTreeSet<CellId> = TableForm::ALL.iter().flat_map(|form| form.cells()).collect();
    let of_pairs: BTreeSet<CellId> = Row::ALL
        .iter()
        .flat_map(|row| Column::ALL.iter().filter_map(|it| CellId::try_new(*row, *it)))
        .collect();
    assert_eq!(of_forms, of_pairs);
    assert_eq!(of_forms.len(), CellId::COUNT);
    assert!(of_forms.into_iter().eq(CellId::all()));
}

#[test]
fn index_and_pair_lead_back_to_the_address() {
    for (index, cell) in CellId::all().enumerate() {
        assert_eq!(cell.index(), index);
        assert_eq!(CellId::new(cell.row(), cell.column()), cell);
        assert_eq!(cell.table(), cell.row().table());
    }
}

#[test]
fn order_is_that_of_the_rows_and_columns() {
    let pairs: Vec<_> = CellId::all().map(|cell| (cell.row(), cell.column())).collect();
    assert!(pairs.is_sorted());
}

#[test]
#[should_panic(expected = "no edition of the form has this row and column together")]
fn a_pair_that_no_form_has_is_a_mistake() {
    let _ = CellId::new(Row::Rules, Column::Total);
}
