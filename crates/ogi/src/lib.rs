/*!
Reads, checks and writes the Chinese statutory report 政府信息公开工作年度报告 (open government information annual
report), which every office files each January under article 50 of the Regulation (《政府信息公开条例》).

# Overview
- [`read`] takes what an office published (text in any encoding, a web page, a Word document, a workbook, PDF, OFD; each behind a
  feature) and gives a [`Reading`]: the [`Report`] with all its figures, the [`Place`] of each, and a [`Note`] for everything odd.
- [`check`](fn@check) judges a reading or a report by the [`RULES`] and gives an [`Outcome`]: findings with their cells,
  places, and the values that the other figures imply.
- [`check_series`](check::check_series) judges the years of an agency beside one another,
  [`check_rollup`](check::check_rollup) a parent beside its children; [`aggregate`](check::aggregate) adds children up, and
  [`compare`](check::compare) says what differs between two reports.
- `tally` counts tables three and four from the register of requests that an office keeps.
- [`write`](fn@write) gives a report as a page of HTML, a Word document, a workbook, in the standard text layout, in
  Markdown or in JSON.
- [`annotate`] puts what was found into the user's own document or workbook as comments, and [`repair_in_place`] puts figures
  right in it; everything else in the file stays.

What is printed is kept: a blank is not 0, `/` is not a blank, and no total is computed on reading. A figure that
cannot be read for certain is [`Cell::Unreadable`], never a guess.

# Read, check, write
```
use ogi::{Cell, CellId, Column, Format, Policy, ReadOptions, Row};

let text = include_str!("../../../examples/reports/garden-street-2024.txt");

let reading = ogi::read(text, &ReadOptions::default())?;
assert_eq!(reading.report.agency.as_deref(), Some("示例区花园街道办事处"));
assert_eq!(reading.report[CellId::new(Row::NewlyReceived, Column::Total)].count(), Some(20));
// 收费金额 is there and blank.
assert_eq!(reading.report[CellId::new(Row::Fees, Column::Amount)], Cell::Blank);

let outcome = ogi::check(&reading, &Policy::default());
assert!(!outcome.accepted);
let sum = outcome.findings.iter().find(|it| it.rule.id == "t4-sum").unwrap();
assert_eq!(sum.message.zh, "“行政复议·总计”为0，而各部分相加为2");

let mut markdown = Vec::new();
ogi::write(&reading.report, Format::Markdown, &mut markdown)?;
# Ok::<(), Box<dyn std::error::Error>>(())
```

# Where a figure stands
Every figure keeps its place in the source. Lines and columns are computed when asked for.

```
# use ogi::{CellId, Column, ReadOptions, Row};
# let text = include_str!("../../../examples/reports/garden-street-2024.txt");
let reading = ogi::read(text, &ReadOptions::default())?;
let total = CellId::new(Row::Reconsideration, Column::Total);
let span = reading.place(total).and_then(|place| place.span()).unwrap();
assert_eq!(&reading.text[span.clone()], "0");
assert_eq!(reading.lines().at(span.start).column, 1);
# Ok::<(), ogi::ReadError>(())
```

# Figures from elsewhere
A program that has the figures builds a report; checking and writing it needs no text.

```
use ogi::{CellId, Column, Edition, Format, Policy, Report, Row};

let report = Report::builder(Edition::E2021)
    .agency("示例市民政局")
    .year(2025)
    .set(CellId::new(Row::NewlyReceived, Column::NaturalPerson), 28)
    .set(CellId::new(Row::NewlyReceived, Column::Total), 31)
    .build()?;
// The other columns are blank, so nothing is wrong yet, and nothing is proved.
let outcome = ogi::check(&report, &Policy::default());
assert_eq!(outcome.verdict, ogi::Verdict::Incomplete);
ogi::write(&report, Format::Text, &mut std::io::sink())?;
# Ok::<(), Box<dyn std::error::Error>>(())
```

# The form
The statutory form is data: [`TableForm`] has its rows, columns, labels, articles and sums in both editions, and reading,
checking and writing are walks over it.

```
use ogi::TableForm;

let labels: Vec<_> = TableForm::DISPUTES_2021.rows().map(|row| row.label).collect();
assert_eq!(labels, ["行政复议", "未经复议直接起诉", "复议后起诉"]);
```

# JSON
[`Report`] implements `Serialize` and `Deserialize` for the exchange format of the project, and [`Reading`]
`Serialize`. The schema of a report is committed as `schema/report.schema.json`.

# Policies and waivers
A [`Policy`] says which rules are run, how bad their findings are, and which single findings are waived. It
comes from TOML (feature `toml`) or is built in code. A [`Waiver`](check::Waiver) is for one value in one cell of one
report: another value opens its finding again.

```
use ogi::check::Waiver;
use ogi::{Policy, ReadOptions};

let text = include_str!("../../../examples/reports/garden-street-2024.txt");
let reading = ogi::read(text, &ReadOptions::default())?;
# #[cfg(feature = "toml")]
let policy = Policy::from_toml(include_str!("../../../examples/policy.toml"))?;
# #[cfg(not(feature = "toml"))]
# let policy = Policy::default();
let outcome = ogi::check(&reading, &policy);

// Everything known is waived; what is new is not.
let known = outcome.open().map(|it| Waiver::of(&reading.report, it, "known in January"));
let waivers: Vec<_> = policy.waivers.iter().cloned().chain(known).collect();
let outcome = ogi::check(&reading, &policy.with_waivers(waivers));
assert_ne!(outcome.verdict, ogi::Verdict::Rejected);
# Ok::<(), Box<dyn std::error::Error>>(())
```

# Features
- `html`, `docx`, `xlsx`, `doc`, `rtf`, `mail`, `zip`, `encoding` (default): web pages, Word documents and OpenDocument,
  workbooks, documents of Word 97 and WPS, Rich Text, mails and pages saved as one file, archives, text that is not UTF-8. The
  first three are written, too.
- `csv`, `junit`, `svg` (default): tables of figures and findings, findings for build servers, pictures.
- `pdf`, `ofd`: PDF and OFD with text.
- `terminal` (default): [`terminal`], findings as text with excerpts of the source.
- `tally` (default): `tally`, tables three and four from a register of requests.
- `toml` (default): [`Policy::from_toml`] and baselines.
- `embed`: `embed`, what programs in other languages call.
- `schema`: [`model::schema`], the JSON Schema of the exchange format, and that of policies.

# Crates
The parts can be used alone: [`model`], [`solve`], [`parse`], [`import`], [`check`](mod@check) and [`render`] are the crates
`ogi-model`, `ogi-solve`, `ogi-parse`, `ogi-import`, `ogi-check` and `ogi-render`; `tally` is `ogi-tally`.
*/

#[cfg(feature = "embed")]
pub mod embed;
mod in_place;
pub mod json;
pub mod losses;
#[cfg(feature = "terminal")]
pub mod terminal;

pub use in_place::{annotate, repair_in_place};

pub use ogi_check as check;
pub use ogi_import as import;
pub use ogi_model as model;
pub use ogi_parse as parse;
pub use ogi_render as render;
pub use ogi_solve as solve;
#[cfg(feature = "tally")]
pub use ogi_tally as tally;

pub use ogi_check::{Finding, Outcome, Policy, RULES, Rule, Severity, Verdict, check};
pub use ogi_import::{ImportError, InPlaceError, ReadError};
pub use ogi_model::{
    AgencyKind, Cell, CellId, Column, Date, Decimal, Edition, Grid, LineIndex, Note, NoteKind,
    Period, Place, Reading, Report, Row, Section, TableForm, TableId, Value,
};
pub use ogi_parse::{Limits, ReadOptions, Stop};
pub use ogi_render::{Format, write};

/// Reads a report from whatever an office published: text in any encoding, a web page, a Word document, a workbook.
/// What it is is known by the content.
///
/// ```
/// use ogi::ReadOptions;
///
/// let error = ogi::read("关于放假的通知", &ReadOptions::default()).unwrap_err();
/// assert_eq!(error.kind(), "not-a-report");
/// ```
///
/// # Errors
/// [`ReadError`] if it is of a kind or encoding that is not read, damaged, beyond a limit, or no such report. What is
/// odd about a report is no error but a note in the reading.
pub fn read(source: impl AsRef<[u8]>, options: &ReadOptions) -> Result<Reading, ReadError> {
    ogi_import::read(source.as_ref(), options)
}

/// The examples of the READMEs and of the pages for vendors run.
#[cfg(doctest)]
mod readme {
    #[doc = include_str!("../README.md")]
    struct OfCrate;
    #[doc = include_str!("../../../README.md")]
    struct InEnglish;
    #[doc = include_str!("../../../README.zh-CN.md")]
    struct InChinese;
    #[doc = include_str!("../../../docs/en/vendor.md")]
    struct ForVendorsInEnglish;
    #[doc = include_str!("../../../docs/zh/vendor.md")]
    struct ForVendorsInChinese;
}
