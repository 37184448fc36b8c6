/*!
Writes the Chinese statutory report 政府信息公开工作年度报告 (open government information annual report).

[`write()`] takes a [`Report`](ogi_model::Report) and a [`Format`]; [`text`], [`markdown`], [`json`] and the others are the formats one by
one.

```
use ogi_model::{CellId, Column, Edition, Report, Row, Section};

let report = Report::builder(Edition::E2021)
    .agency("示例市民政局")
    .year(2025)
    .set(CellId::new(Row::Rules, Column::Issued), 0)
    .narrative(Section::Overview, "2025年，我局主动公开政府信息532条。")
    .build()?;

let text = ogi_render::text(&report);
assert!(text.starts_with("示例市民政局2025年政府信息公开工作年度报告\n"));
assert!(text.contains("\n规章\n\n0\n"));
# Ok::<(), ogi_model::BuildError>(())
```

# The formats
- [`Format::Text`]: the standard text layout, one cell a line, as the offices' sites print it.
- [`Format::Markdown`]: complete tables, each row with all its cells under one line of heads.
- [`Format::Json`]: the exchange format of the project.
- [`Format::Html`]: one page, ready to be published; [`html_with_findings`] marks on it what a check found.
- [`Format::Docx`]: a Word document, as offices file it.
- [`Format::Xlsx`]: a workbook with totals as formulas; [`xlsx_with_findings`] adds what a check found, [`xlsx_form`] is
  to be filled in.

What checks of many reports came to is an [`Overview`]: a page with a link to each marked one, or a workbook. [`Html`] says
how pages are written: in which language, and whether whole or as a fragment for another page.

Every one of them keeps the whole report, so that reading what was written gives an equal report. A figure is
written as the report has it: a blank stays blank, money keeps its scale (but a workbook has no zeros at the end of a
number), what is unreadable is marked `无法辨认（…）`, and no total is computed.

The format of a file follows from its name:

```
use ogi_render::Format;

assert_eq!(Format::of_path("report.md"), Some(Format::Markdown));
assert_eq!("json".parse(), Ok(Format::Json));
```

# Features
- `html`, `docx`, `xlsx`, `csv`, `svg` (default): pages, Word documents, workbooks, tables as CSV, pictures.
- `findings` (default): what checks found, in pages, workbooks, tables, SARIF and Markdown; `junit` (default) as JUnit. Without
  it reports are written, and nothing of `ogi-check` is compiled.

# What text cannot keep
Text and Markdown have no way to say "this cell is not there": a cell that is missing from a row which has
others is written blank. Line breaks within a cell become spaces, paragraphs are trimmed and empty ones left out.
A paragraph that reads like one of the six official headings is that heading to any reader of text; JSON keeps it.
*/

#[cfg(any(feature = "html", all(feature = "findings", feature = "xlsx")))]
#[cfg_attr(
    not(feature = "findings"),
    allow(dead_code, unused_imports, reason = "a page without findings has no causes")
)]
mod cause;
#[cfg(feature = "svg")]
mod chart;
#[cfg(any(feature = "html", feature = "docx", feature = "xlsx"))]
mod columns;
#[cfg(feature = "csv")]
mod csv;
pub mod data;
#[cfg(feature = "docx")]
mod docx;
mod error;
#[cfg(feature = "findings")]
mod findings;
mod format;
#[cfg(feature = "html")]
mod html;
mod json;
mod line;
mod markdown;
#[cfg(all(feature = "findings", any(feature = "html", feature = "xlsx")))]
#[cfg_attr(
    not(all(feature = "html", feature = "xlsx")),
    allow(
        dead_code,
        unused_imports,
        reason = "some of it is only for pages or only for workbooks"
    )
)]
mod overview;
mod report;
mod text;
#[cfg(feature = "findings")]
mod uri;
#[cfg_attr(
    not(all(feature = "findings", feature = "html", feature = "xlsx")),
    allow(dead_code, unused_imports, reason = "most of it is about findings, some only for pages")
)]
mod words;
mod writer;
#[cfg(feature = "xlsx")]
mod xlsx;

#[cfg(all(feature = "findings", feature = "svg"))]
pub use chart::years_chart;
#[cfg(feature = "svg")]
pub use chart::{applicants_chart, outcomes_chart};
#[cfg(feature = "csv")]
pub use csv::Csv;
#[cfg(feature = "docx")]
pub use docx::docx;
pub use error::{UnknownFormat, WriteError};
#[cfg(feature = "junit")]
pub use findings::junit;
#[cfg(feature = "findings")]
pub use findings::{SARIF_RESULTS, sarif, summary};
pub use format::Format;
#[cfg(all(feature = "findings", feature = "html"))]
pub use html::html_with_findings;
#[cfg(feature = "html")]
pub use html::{Html, html};
pub use json::json;
pub use markdown::markdown;
#[cfg(all(feature = "findings", any(feature = "html", feature = "xlsx")))]
pub use overview::{Entry, Overview};
pub use report::{Fact, PartContent, ReportPart, facts, parts};
pub use text::text;
pub use writer::{Writer, write};
#[cfg(all(feature = "findings", feature = "xlsx"))]
pub use xlsx::{rollup_xlsx, xlsx_overview, xlsx_with_findings};
#[cfg(feature = "xlsx")]
pub use xlsx::{xlsx, xlsx_form};
