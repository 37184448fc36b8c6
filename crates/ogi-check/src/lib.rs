/*!
Checks the Chinese open government information annual report: rules, findings, verdict.

[`check`] takes a [`Reading`](ogi_model::Reading) or a bare [`Report`](ogi_model::Report) and a [`Policy`], and
gives an [`Outcome`].

```
use ogi_check::Policy;
use ogi_model::{CellId, Column, Edition, TableForm, Report, Row, TableId};

// A report of zeros is sound.
let zeros = TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells());
let mut report = zeros
    .fold(Report::builder(Edition::E2021).agency("示例市民政局").year(2025), |it, cell| it.set(cell, 0))
    .build()?;
let outcome = ogi_check::check(&report, &Policy::default());
assert!(outcome.is_valid());

// One request granted, and nowhere else counted.
report.set(CellId::new(Row::Granted, Column::NaturalPerson), 1);
let outcome = ogi_check::check(&report, &Policy::default());
let found: Vec<_> =
    outcome.findings.iter().map(|it| (it.rule.id, it.message.en.as_str())).collect();
assert_eq!(found, [
    ("t3-row-sum", "“Granted / Total” is 0, but its parts come to 1"),
    ("t3-outcome-sum", "“Concluded, total / Natural persons” is 0, but its parts come to 1"),
]);
# Ok::<(), ogi_model::BuildError>(())
```

# Rules
A [`Rule`] is a record: what it demands, in which words, on what basis, since when. [`RULES`] lists them all.

A program adds rules of its own to a [policy](Policy::with_rules): see [`Rule::of_report`] and [`Run`].

Each rule judges its targets one by one, and each target has one of four outcomes: it passes, fails, is not
applicable, or is not evaluated because figures are missing. A blank is not 0 but unknown, and a figure
that the reader could place only by an equality is no evidence for that equality. So an outcome
[is valid](Outcome::is_valid) only when nothing failed and nothing was left without a verdict.

# Findings
A [`Finding`] says in Chinese and in English what is wrong, about which cell, what the cell prints, what the others
imply for it, and where it stands in the source.

# Years and roll-ups
[`check_series`] checks the reports of one agency over years, each beside those before it; [`Aliases`] states which
reports are those of one agency. [`check_rollup`] checks the report of a parent beside those of its children, and
[`roll_up`] says with it whom to call, since most differences come from the children's own errors, and what every child
contributes to every figure. [`aggregate`] adds up what the children report. [`compare`] says what differs between two reports.

# Explanations
Where sums are broken, an [`Explanation`] says which figures may be wrong, what they should be, which findings that
mends, and how likely it is. It is a proposal: nothing is changed until [`repair`] is asked to.
[`Outcome::stories`] puts findings that one change mends together.

```
# use ogi_check::Policy;
# use ogi_model::{CellId, Column, Edition, TableForm, Report, Row, TableId, Value};
# let zeros = TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells());
# let mut report = zeros
#     .fold(Report::builder(Edition::E2021).agency("示例市民政局").year(2025), |it, cell| it.set(cell, 0))
#     .build()?;
// The same report: two sums are broken, and a single figure explains both.
# let granted = CellId::new(Row::Granted, Column::NaturalPerson);
report.set(granted, 1);
let outcome = ogi_check::check(&report, &Policy::default());
let likeliest = &outcome.explanations[0];
assert_eq!((likeliest.edits[0].cell, likeliest.edits[0].to), (granted, Value::Count(0)));
assert_eq!(likeliest.mends, [1, 2]);
# Ok::<(), ogi_model::BuildError>(())
```

# Features
- `serde` (default): [`Envelope`] and [`FileOutcome`], the JSON of the program, and the rules as JSON.
- `toml`: [policies](Policy::from_toml) and [baselines](Waivers::from_toml) as TOML.
- `schema`: [`policy_schema`] and [`findings_schema`], the JSON Schemas of a policy and of findings.
*/

mod across;
mod agency;
mod catalogue;
mod cells;
mod claims;
mod compare;
mod counts;
mod explain;
mod failure;
mod group;
mod indicators;
#[cfg(feature = "serde")]
mod json;
#[cfg(feature = "schema")]
mod json_schema;
mod judge;
mod outcome;
mod own;
mod policy;
mod rollup;
mod rule;
mod rules;
mod run;
mod series;
mod statistics;
mod subject;
mod thresholds;
mod verdict;

pub use across::{Across, Resemblances, check_across};
pub use agency::{AliasTaken, Aliases};
pub use claims::{Agreement, ClaimVerdict, Unlinked, verdicts};
#[cfg(feature = "serde")]
pub use compare::ComparedFiles;
pub use compare::{CellChange, Comparison, YearOnYear, compare};
pub use explain::{InCommon, RepairError, Repaired, Story, repair};
pub use failure::Failure;
pub use group::{Group, grouped};
pub use indicators::{INDICATORS, Indicator, IndicatorKind, Measure, measure};
#[cfg(feature = "serde")]
pub use json::{Envelope, FileError, FileOutcome};
#[cfg(feature = "schema")]
pub use json_schema::findings_schema;
pub use judge::JudgeFn;
pub use ogi_model::names::{
    cell as cell_name, column as column_name, label as label_name, section as section_name,
    sum as sum_name,
};
pub use ogi_model::{
    Language, Message, Part, Quantity, Severity, Undefined, UnknownLanguage, UnknownSeverity, Words,
};
pub use ogi_solve::Evaluation;
pub use outcome::{
    Edit, Expected, Explanation, Finding, Mechanism, Outcome, Reason, Summary, Unevaluated,
};
pub use own::RuleError;
#[cfg(feature = "schema")]
pub use policy::policy_schema;
pub use policy::{Policy, UnusedReason, UnusedWaiver, Waived, Waiver, WaiverLedger, Waivers};
#[cfg(feature = "toml")]
pub use policy::{PolicyError, PolicyErrors, PolicyName};
pub use rollup::{
    Body, Call, Child, ChildFigure, Compared, Correction, Determined, Family, Former, Ground,
    LowerBound, Member, Reference, RollUp, Standing, SumNote, Summed, Unbalanced, aggregate,
    check_rollup, roll_up,
};
pub use rule::{Basis, BasisKind, Rule};
pub use rules::RULES;
pub use run::{Run, check};
pub use series::{Successor, Years, check_series, successors};
pub use statistics::{RuleCount, Statistics};
pub use subject::Subject;
pub use thresholds::Thresholds;
pub use verdict::{Coverage, Verdict};

use judge::RuleKind;
use ogi_model::names;

/// The example of the README runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
