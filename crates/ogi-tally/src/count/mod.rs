//! Counting: where on the form each row of a register counts.

mod dispute;
mod left_over;
mod request;
mod scope;
mod tallied;
mod totals;
mod words;

#[cfg(feature = "schema")]
pub(crate) use left_over::REASONS;
pub use left_over::{LeftOver, Why};
pub use scope::Scope;
pub use tallied::Tally;
pub(crate) use totals::{TABLES, is_total, sums};

use std::collections::hash_map::Entry;

use ogi_model::{Message, Period};
use rustc_hash::FxHashMap;

use crate::mapping::{Columns, find};
use crate::register::{Record, Register};
use crate::{Field, Line, Mapping, TallyError};
use request::Request;
use words::Meanings;

/// Counts a register. Rows that are of other years are counted apart; what fits nowhere is left over, and said to be.
///
/// ```
/// use ogi_import::Limits;
/// use ogi_model::{CellId, Column, Row};
/// use ogi_tally::{Mapping, Register, Scope, tally};
///
/// let text = "\
/// 收到日期,申请人类型,办理结果,答复日期
/// 2024-12-20,自然人,予以公开,2025-01-10
/// 2025-03-04,商业企业,部分公开,2025-03-20
/// 2025-12-20,自然人,,
/// 2025-02-01,自然人,已阅,2025-02-10
/// ";
/// let register = Register::read(text.as_bytes(), &Limits::default())?;
/// let scope = Scope::of_year(2025);
/// let mapping = Mapping::guess(&register, scope.edition)?;
/// let tally = tally(&register, &mapping, scope)?;
/// let total = |row| tally.figure(CellId::new(row, Column::Total));
/// assert_eq!((total(Row::NewlyReceived), total(Row::CarriedIn)), (2, 1));
/// assert_eq!((total(Row::Concluded), total(Row::CarriedOut)), (2, 1));
/// // “已阅” is no outcome: the row is left out, and named.
/// assert_eq!(tally.left_over[0].line.number, 5);
/// assert_eq!(tally.left_over[0].message().zh, "办理结果“已阅”没有对应的项");
/// # Ok::<(), ogi_tally::TallyError>(())
/// ```
///
/// # Errors
/// [`TallyError`] if a column of the mapping is not there, or there is no such year.
pub fn tally(register: &Register, mapping: &Mapping, scope: Scope) -> Result<Tally, TallyError> {
    Period::of_year(scope.year).map_err(|_| TallyError::NoSuchYear(scope.year))?;
    let columns = find(register, mapping)?;
    let mut counting = Counting {
        scope,
        meanings: Meanings::new(mapping, scope.edition),
        numbers: FxHashMap::default(),
        tally: Tally::new(scope, register.names()),
    };
    for (sheet, (rows, columns)) in (0..).zip(register.sheets.iter().zip(&columns)) {
        let Some(columns) = columns else {
            counting.tally.skip_sheet(sheet, &rows.rows);
            continue;
        };
        for record in rows.rows.iter().skip(columns.below) {
            let line = Line { sheet, number: record.line };
            counting.count(columns, record, line);
        }
    }
    Ok(counting.tally.done())
}

/// A count that goes on.
struct Counting<'a> {
    scope: Scope,
    meanings: Meanings,
    /// Where each number was seen first, within a year.
    numbers: FxHashMap<(&'a str, Option<u16>), Line>,
    tally: Tally,
}

impl<'a> Counting<'a> {
    fn count(&mut self, columns: &Columns, record: &'a Record, line: Line) {
        if columns.is_head(record) || says_nothing(columns, record) {
            self.tally.aside.push(line);
            return;
        }
        let mut in_year = None;
        if columns.has_requests() {
            let request = Request::of(columns, record, self.scope, &mut self.meanings);
            self.tally.unread_carried += usize::from(request.carried_unread);
            let first = self.first_of_number(columns, record, &request, line);
            let standing = request.standing(self.scope, first);
            in_year = standing.in_year();
            self.tally.take(standing, line);
        }
        for field in dispute::RESULTS {
            let dispute =
                dispute::of(field, columns, record, in_year, self.scope, &mut self.meanings);
            self.tally.take_dispute(dispute, line);
        }
    }

    /// The line that has the number of this request already. Numbers begin anew each year.
    fn first_of_number(
        &mut self,
        columns: &Columns,
        record: &'a Record,
        request: &Request<'_>,
        line: Line,
    ) -> Option<(Line, Message)> {
        let number = columns.said(record, Field::Number)?;
        match self.numbers.entry((number, request.year_received())) {
            Entry::Occupied(first) => Some((*first.get(), self.tally.name_of(*first.get()))),
            Entry::Vacant(free) => {
                free.insert(line);
                None
            }
        }
    }
}

/// Whether a row says nothing that counts: a remark, a sum, a signature below the list.
fn says_nothing(columns: &Columns, record: &Record) -> bool {
    let mut counting =
        Field::REQUIRED.into_iter().chain(dispute::RESULTS).filter(|it| columns.has(*it));
    counting.all(|it| columns.said(record, it).is_none())
}
