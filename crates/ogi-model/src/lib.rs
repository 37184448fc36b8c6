/*!
The Chinese statutory report 政府信息公开工作年度报告 (open government information annual report) as data.

This crate has the form itself as constant tables, the report with its figures and text, and the types that
say where in a source each of them stood. It reads, checks and writes nothing: see the crate `ogi` for that.

# The form
[`TableForm`] is a table of the form in one edition. Its blocks, rows, columns, labels, legal articles and sums are
constants; spans ([`Grid`]) and equalities ([`Equality`]) are computed from them.

```
use ogi_model::{TableForm, Row};

for row in TableForm::APPLICATIONS_2021.rows() {
    assert_eq!(row.row.to_string(), row.key());
}
let sum = &TableForm::APPLICATIONS_2021.equalities()[0];
assert_eq!(sum.total().row(), Row::NewlyReceived);
```

# The report
A [`Report`] holds what the source prints, cell by cell. A blank is not 0, `/` is not a blank, and a total is
what is printed, not what it should be.

```
use ogi_model::{Cell, CellId, Column, Edition, Report, Row};

let report = Report::builder(Edition::E2021)
    .agency("示例市民政局")
    .year(2025)
    .set(CellId::new(Row::Granted, Column::NaturalPerson), 28)
    .build()?;
assert_eq!(report[CellId::new(Row::Granted, Column::NaturalPerson)].count(), Some(28));
assert_eq!(report[CellId::new(Row::Granted, Column::Total)], Cell::Blank);
# Ok::<(), ogi_model::BuildError>(())
```

# The reading
A [`Reading`] is a report with the place of every figure and a note for everything odd about the source.

# Features
- `serde` (default): JSON in the exchange format of the project, `Report` and `Reading` in both directions.
- `schema`: JSON Schema of that format.
*/

mod agency;
mod cell;
mod date;
mod error;
mod form;
#[cfg(feature = "serde")]
mod json;
mod language;
pub mod names;
mod place_in_words;
mod reading;
mod report;
mod rounded;
mod severity;
mod words;

pub use agency::{AgencyKind, AgencyLevel, infer_county};
pub use cell::{Cell, NotApplicable, Value};
pub use date::{BadDate, Date, Period};
pub use error::{BuildError, UnknownKey};
pub use form::{
    Block, CellId, Column, Content, Edition, Equality, EqualityId, EqualityKind, FormColumn,
    FormGroup, FormRow, Grid, GridCell, Group, Layout, PlacedCell, Row, Section, Sign, Sum,
    TableForm, TableId, Term, Unit,
};
#[cfg(feature = "schema")]
pub use json::schema;
#[cfg(feature = "serde")]
pub use json::{CellFault, JsonFault, JsonFaults, JsonPlace};
pub use language::{Language, UnknownLanguage};
pub use reading::{
    AssignedFigure, CellSum, Claim, ClaimSubject, ClaimValue, Cost, CostOf, Decision, Evidence,
    Field, GridPlace, Hedge, Label, LineColumn, LineIndex, Note, NoteKind, PagePlace, Place,
    Places, Reading, Rejected, RowProblem, Scope, Target,
};
pub use report::{Part, Quantity, REPORT_RANGE, Report, ReportBuilder, TableEdition, Undefined};
pub use rounded::rounded;
pub use rust_decimal::Decimal;
pub use severity::{Severity, UnknownSeverity};
pub use words::{Message, Words};
