//! Applicants: columns of table three.

use ogi_model::{CellId, CellSum, Column};

use super::super::phrase::Phrase;
use super::super::word::Topic;

const ORGANIZATIONS: [Column; 5] = [
    Column::CommercialEnterprise,
    Column::ResearchInstitution,
    Column::PublicWelfareOrganization,
    Column::LegalServiceOrganization,
    Column::OtherOrganization,
];

/// The columns of applicants that a phrase names.
pub(super) fn columns(phrase: &Phrase) -> Option<Vec<Column>> {
    let mut columns = Vec::new();
    for topic in &phrase.topics {
        match topic {
            Topic::Applicant(column) => columns.push(*column),
            Topic::Organizations => columns.extend(ORGANIZATIONS),
            _ => {}
        }
    }
    columns.sort();
    columns.dedup();
    (!columns.is_empty()).then_some(columns)
}

/// The same sums in other columns; `None` if they are not sums of totals.
pub(in super::super) fn in_columns(sums: &[CellSum], columns: &[Column]) -> Option<Vec<CellSum>> {
    let split = |cells: &[CellId]| -> Option<Vec<CellId>> {
        let split =
            cells.iter().flat_map(|cell| columns.iter().map(|it| CellId::try_new(cell.row(), *it)));
        split.collect()
    };
    let is_total = |sum: &CellSum| sum.cells().all(|it| it.column() == Column::Total);
    let sums: Option<Vec<_>> = sums
        .iter()
        .filter(|it| is_total(it))
        .map(|it| Some(CellSum { plus: split(&it.plus)?, minus: split(&it.minus)? }))
        .collect();
    sums.filter(|it| !it.is_empty())
}

/// The columns of organisations, or that of natural persons: those that the others leave.
pub(in super::super) fn other_columns(phrase: &Phrase) -> Option<Vec<Column>> {
    let columns = columns(phrase)?;
    let all = ORGANIZATIONS.into_iter().chain([Column::NaturalPerson]);
    Some(all.filter(|it| !columns.contains(it)).collect())
}
