/*!
Counts tables three and four of the statutory report 政府信息公开工作年度报告 from the register of requests
(依申请公开台账) that an office keeps, and says which rows of it a figure of the report consists of.

```
use ogi_import::Limits;
use ogi_model::{CellId, Column, Row};
use ogi_tally::{Mapping, Register, Scope, tally};

let text = "\
登记编号,收到日期,申请人类型,办理结果,答复日期,复议结果
2024-031,2024-12-20,公民,同意公开,2025-01-10,
2025-001,2025-03-04,企业,不予公开（商业秘密）,2025-03-20,维持
2025-002,2025-12-20,公民,办理中,,
";
let register = Register::read(text.as_bytes(), &Limits::default())?;
let scope = Scope::of_year(2025);
let mapping = Mapping::guess(&register, scope.edition)?;
let tally = tally(&register, &mapping, scope)?;

let figure = |row, column| tally.figure(CellId::new(row, column));
assert_eq!(figure(Row::CarriedIn, Column::NaturalPerson), 1);
assert_eq!(figure(Row::DeniedThirdParty, Column::CommercialEnterprise), 1);
assert_eq!(figure(Row::CarriedOut, Column::Total), 1);
assert_eq!(figure(Row::Reconsideration, Column::Upheld), 1);
assert_eq!(tally.left_over, []);
# Ok::<(), ogi_tally::TallyError>(())
```

# The register
A [`Register`] is CSV or a workbook, a request a row. A [`Mapping`] says which column states what, and what the office's words
are on the form. It is guessed from the labels of the form and from what offices usually write, and is for people to look
at: [`Mapping::to_toml`] writes it down, [`Mapping::from_toml`] reads it. Labels of the form need no mapping.

# What counts where
The days decide: what was received before 1 January and not answered by then was carried in; what was not answered by
31 December is carried out; what was answered before the year or received after it is of another year and counted apart.
Reconsideration and litigation are of the year of their own day, where there is a column for it, or else of their
request's.

# What does not count
Nothing is dropped. A row that fits nowhere is a [`LeftOver`] with its line and its reasons ([`Why`]): a word that is not
understood, a day that is missing, an answer before the request, a number that another row has. What it may belong to is
named where a report differs ([`Tally::compare`]).

# Features
- `encoding` (default): registers in GB18030, UTF-16 and other encodings.
- `xlsx` (default): workbooks (.xlsx, .xls).
- `serde` (default): [`TalliedRegister`], the JSON of the program.
- `schema`: its JSON Schema.
*/

mod compare;
mod count;
mod day;
mod error;
mod field;
#[cfg(feature = "serde")]
mod json;
#[cfg(feature = "schema")]
mod json_schema;
mod mapping;
mod register;
mod words;

pub use compare::{Comparison, Difference};
pub use count::{LeftOver, Scope, Tally, Why, tally};
pub use error::TallyError;
pub use field::{Field, UnknownField};
#[cfg(feature = "serde")]
pub use json::TalliedRegister;
#[cfg(feature = "schema")]
pub use json_schema::tally_schema;
pub use mapping::{Mapping, MappingError, MappingErrors};
pub use register::{Line, Register};
pub use words::{Meaning, Vocabulary};
