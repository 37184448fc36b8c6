//! Of which edition the table is.

use ogi_model::{CellId, Column, Edition, Form, Row};

use super::{Met, TABLE};

/// The edition that has the rows that were met, and the row that only it has: （六）其他处理 is one row or three.
pub(super) fn told_by_rows(met: &[Met<'_>], year: Option<u16>) -> (Edition, Option<Row>) {
    let has = |edition: Edition, row: Row| {
        Form::of(TABLE, edition).contains(CellId::new(row, Column::Total))
    };
    // A label before rows that nobody can read may be their head or a row.
    let certain = |it: &&Met<'_>| it.instead.is_none();
    let only = |edition: Edition| {
        let other = Edition::ALL.iter().filter(move |it| **it != edition);
        met.iter()
            .filter(certain)
            .filter_map(|it| it.row)
            .find(|row| has(edition, *row) && other.clone().all(|other| !has(*other, *row)))
    };
    // The head of the three rows has the label of the one row.
    [Edition::E2021, Edition::E2019]
        .into_iter()
        .find_map(|edition| Some((edition, Some(only(edition)?))))
        .unwrap_or_else(|| (year.map_or(Edition::E2021, Edition::of_year), None))
}
