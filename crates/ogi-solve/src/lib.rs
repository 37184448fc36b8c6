/*!
Exact integers over the equalities of the statutory form.

The form says which figures stand for which others: a 总计 is the sum of its parts, what is carried out is what
was received and carried in less what was concluded. This crate says, for the figures at hand, whether such
an [`Equality`](ogi_model::Equality) holds.

# One equality
[`evaluate`] has three answers. An equality [holds](Evaluation::Holds) only when all its figures are known; it is
[broken](Evaluation::Broken) only when no counts in the place of unknown figures could make it hold; otherwise
it is [open](Evaluation::Open).

```
use ogi_model::{CellId, Column, Edition, TableForm, Report, Row};
use ogi_solve::{Evaluation, Expected, evaluate};

let reconsideration = |column| CellId::new(Row::Reconsideration, column);
let mut report = Report::builder(Edition::E2021)
    .agency("示例市民政局")
    .year(2025)
    .set(reconsideration(Column::Upheld), 10)
    .set(reconsideration(Column::Corrected), 1)
    .set(reconsideration(Column::OtherResult), 0)
    .set(reconsideration(Column::Total), 11)
    .build()?;
let sum = &TableForm::DISPUTES_2021.equalities()[0];

// 尚未审结 is blank, and only 0 fits.
let Evaluation::Open(open) = evaluate(sum, &report) else { panic!("a figure is unknown") };
assert_eq!(open.implied().collect::<Vec<_>>(), [(reconsideration(Column::Pending), 0)]);

report.set(reconsideration(Column::Pending), 0);
assert_eq!(evaluate(sum, &report), Evaluation::Holds);

report.set(reconsideration(Column::Total), 0);
let Evaluation::Broken(broken) = evaluate(sum, &report) else { panic!("0 is not 11") };
assert_eq!(broken.observed, Some(0));
assert_eq!(broken.expected, Expected::Exactly(11));
assert_eq!(broken.residual(), Some(-11));
# Ok::<(), ogi_model::BuildError>(())
```

# Figures from elsewhere
Figures come from anything that is [`Figures`]: a [`Report`](ogi_model::Report), or a function of a cell, so that
candidates can be tried without a report.

```
use ogi_model::{CellId, Column, TableForm, Row};
use ogi_solve::{Figure, can_hold};

let sum = &TableForm::DISPUTES_2021.equalities()[0];
let candidate = |cell: CellId| match cell.column() {
    Column::Total => Figure::Known(3),
    Column::Upheld => Figure::Known(4),
    _ => Figure::Unknown,
};
// No counts beside a 4 make 3.
assert!(!can_hold(sum, &candidate));
```

# All equalities together
A [`System`] is all that the equalities of a report say together. Its [`Filling`] says what its blanks must be: by
several equalities together more than by each alone, and nothing where they contradict one another.

```
use ogi_model::{Cell, CellId, Column, Edition, TableForm, Report, Row, TableId};
use ogi_solve::System;

let zeros = TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells());
let mut report = zeros
    .fold(Report::builder(Edition::E2021).agency("示例市民政局").year(2025), |it, cell| it.set(cell, 0))
    .build()?;
let (person, total) = (
    CellId::new(Row::Granted, Column::NaturalPerson),
    CellId::new(Row::Granted, Column::Total),
);
// The sum along the row says only that they are the same; with the sums down the columns each is 0.
report.set(person, Cell::Blank);
report.set(total, Cell::Blank);
let filling = System::of_report(&report).filling();
let filled: Vec<_> = filling.filled.iter().map(|it| (it.cell, it.count)).collect();
assert_eq!(filled, [(person, 0), (total, 0)]);
# Ok::<(), ogi_model::BuildError>(())
```

Sums do not overflow, and the evaluation of one equality does not allocate.
*/

mod evaluate;
mod figure;
mod filling;
mod linear;
mod rank;
mod search;
mod system;

pub use evaluate::{Broken, Evaluation, Expected, Open, can_hold, evaluate};
pub use figure::{Figure, Figures};
pub use filling::{Bounded, Filled, Filling};
pub use rank::{Slip, weights::VERSION as WEIGHTS_VERSION};
pub use search::{Budget, Edit, Explanation, Localisation, Mechanism};
pub use system::{Equation, SoftEquality, System};

/// The example of the README runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
