//! Reconsideration and litigation over a request.

use ogi_model::{CellId, Column, Row};

use super::request::why_not;
use super::words::{Meanings, Understood};
use super::{Scope, Why};
use crate::Field;
use crate::day::Day;
use crate::mapping::Columns;
use crate::register::Record;
use crate::words::Meaning;

/// The columns that state a result.
pub(super) const RESULTS: [Field; 4] = [
    Field::Reconsideration,
    Field::Litigation,
    Field::LitigationDirect,
    Field::LitigationAfterReconsideration,
];

/// What a row states of a dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Dispute {
    /// That there was none.
    None,
    /// One of another year.
    Elsewhere,
    /// One that counts in a cell; `dated` if its own day says that it is of the year.
    Counts { cell: CellId, dated: bool },
    /// One that counts nowhere, as far as is known.
    LeftOver { why: Vec<Why>, row: Option<Row>, result: Option<Column> },
}

/// What a row states in one of the columns. `in_year` says whether its request is of the year, if that is known.
///
/// A dispute is of the year of its own day; without a column for that, of those of its request; one that is pending
/// has no day yet.
pub(super) fn of(
    field: Field,
    columns: &Columns,
    record: &Record,
    in_year: Option<bool>,
    scope: Scope,
    meanings: &mut Meanings,
) -> Dispute {
    let (mut why, said) = (Vec::new(), meanings.of(columns, record, field));
    let result = match said {
        Understood::Blank | Understood::Is(Meaning::Nothing) => return Dispute::None,
        Understood::Is(Meaning::Column(column)) => Some(column),
        other => {
            why.extend(why_not(&other, field));
            None
        }
    };
    let date = date_of(field);
    let day = columns.said(record, date).map_or(Day::Blank, Day::of);
    match day {
        Day::Is(day) if day.year() != scope.year => return Dispute::Elsewhere,
        Day::Is(_) => {}
        Day::Unclear(printed) => {
            why.push(Why::NoDay { field: date, printed: printed.to_owned() });
        }
        Day::Blank if columns.has(date) && result.is_some_and(|it| it != Column::Pending) => {
            why.push(Why::Missing(date));
        }
        Day::Blank => match in_year {
            Some(true) => {}
            Some(false) => return Dispute::Elsewhere,
            // What is wrong with the request is said there; here its day is missing.
            None => why.push(Why::Missing(date)),
        },
    }
    let row = row_of(field, columns, record, meanings, &mut why);
    let cell = row.zip(result).and_then(|(row, result)| CellId::try_new(row, result));
    match cell {
        Some(cell) if why.is_empty() => Dispute::Counts { cell, dated: day != Day::Blank },
        _ => Dispute::LeftOver { why, row, result },
    }
}

const fn date_of(field: Field) -> Field {
    match field {
        Field::Reconsideration => Field::ReconsiderationDate,
        _ => Field::LitigationDate,
    }
}

/// The row of table four: litigation after reconsideration is where the same row speaks of reconsideration, unless a
/// column says which it is.
fn row_of(
    field: Field,
    columns: &Columns,
    record: &Record,
    meanings: &mut Meanings,
    why: &mut Vec<Why>,
) -> Option<Row> {
    match field {
        Field::Reconsideration => return Some(Row::Reconsideration),
        Field::LitigationDirect => return Some(Row::LitigationDirect),
        Field::LitigationAfterReconsideration => return Some(Row::LitigationAfterReconsideration),
        _ => {}
    }
    let kind = meanings.of(columns, record, Field::LitigationKind);
    match kind {
        Understood::Is(Meaning::Row(row)) => return Some(row),
        Understood::Unknown(_) | Understood::Several(_) => {
            why.extend(why_not(&kind, Field::LitigationKind));
            return None;
        }
        Understood::Blank | Understood::Is(_) => {}
    }
    if !columns.has(Field::Reconsideration) {
        why.push(Why::LitigationKindUnknown);
        return None;
    }
    match meanings.of(columns, record, Field::Reconsideration) {
        Understood::Blank | Understood::Is(Meaning::Nothing) => Some(Row::LitigationDirect),
        _ => Some(Row::LitigationAfterReconsideration),
    }
}
