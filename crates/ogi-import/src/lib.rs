/*!
What offices publish, made ready for `ogi-parse`: web pages, documents of office programs, workbooks, mails, archives
and text, in any encoding.

```
use ogi_import::{Imported, Limits, import};
use ogi_parse::{ReadOptions, read_sheet};

let page = "<html><head><meta name=PubDate content='2026-01-27 09:30'></head><body>
<h1>示例市民政局2025年政府信息公开工作年度报告</h1>
<table><tr><td colspan=2>第二十条第（五）项</td></tr>
<tr><td>信息内容</td><td><p>本年处理</p><p>决定数量</p></td></tr>
<tr><td><span>行政</span><span>许可</span></td><td>447</td></tr>
<tr><td colspan=2>第二十条第（六）项</td></tr>
<tr><td>信息内容</td><td>本年处理决定数量</td></tr>
<tr><td>行政处罚</td><td>12</td></tr>
<tr><td>行政强制</td><td>0</td></tr>
<tr><td colspan=2>第二十条第（八）项</td></tr>
<tr><td>信息内容</td><td>本年收费金额（单位：万元）</td></tr>
<tr><td>行政事业性收费</td><td>0</td></tr></table>";
let Imported::Sheet(sheet) = import(page.as_bytes(), &Limits::default())? else { panic!() };
let reading = read_sheet(&sheet, &ReadOptions::default())?;

assert_eq!(reading.report.agency.as_deref(), Some("示例市民政局"));
assert_eq!(reading.report.published.unwrap().to_string(), "2026-01-27");
# use ogi_model::{CellId, Column, Place, Row};
let licensing = CellId::new(Row::Licensing, Column::Decisions);
assert_eq!(reading.report[licensing].count(), Some(447));
let Some(Place::Grid(place)) = reading.place(licensing) else { panic!() };
assert_eq!((place.table, place.row, place.column, place.line), (1, 3, 2, Some(5)));
# Ok::<(), ogi_import::ReadError>(())
```

The kind is taken from the content ([`Kind::of`]), never from a file's name. Nothing is decided here about what a
figure means: an importer says what stands beside what, and where. Merged cells are given once, in the row where
they begin, and text over several lines of a cell is joined to one label, while figures are never joined.

# The file itself
[`annotate`] puts comments into a Word document or a workbook, [`change`] other figures into one or into a web page; everything
else in the file stays byte for byte. The places are those that reading it gave.

# Errors
[`ImportError`] has advice for what offices also file and are not read safely: scans, pages that only link the report.
[`Limits`] hold for every kind, so that no file from anywhere takes more time or memory than they allow.

# Features
On by default: `html`, `doc`, `docx`, `xlsx`, `rtf`, `mail`, `zip`, and `encoding`, for text that is not UTF-8. `pdf` and `ofd`
bring many dependencies and are off unless asked for. `bench` is for the benchmarks of the project alone.
*/

mod archive;
#[cfg(feature = "bench")]
pub mod bench;
mod beside;
// What no feature needs that is on is unused.
#[cfg_attr(
    not(all(feature = "html", feature = "docx", feature = "xlsx", feature = "pdf")),
    allow(dead_code)
)]
mod compound;
#[cfg(feature = "doc")]
mod doc;
#[cfg(any(feature = "doc", feature = "docx", feature = "rtf"))]
#[cfg_attr(not(feature = "docx"), allow(dead_code))]
mod document;
#[cfg(feature = "docx")]
mod docx;
mod encoding;
mod error;
#[cfg(any(feature = "doc", feature = "docx", feature = "rtf"))]
#[cfg_attr(not(feature = "docx"), allow(dead_code))]
mod field;
#[cfg(any(feature = "doc", feature = "rtf"))]
mod flow;
#[cfg(any(feature = "pdf", feature = "xlsx"))]
mod guarded;
#[cfg(feature = "html")]
mod html;
mod import;
mod in_place;
mod kind;
mod limits;
#[cfg(any(feature = "doc", feature = "docx"))]
mod look;
#[cfg(feature = "docx")]
mod odf;
#[cfg(feature = "ofd")]
mod ofd;
mod packed;
#[cfg(feature = "pdf")]
mod pdf;
mod read;
mod refused;
#[cfg(any(feature = "doc", feature = "rtf"))]
#[cfg_attr(not(feature = "doc"), allow(dead_code))]
mod rows;
#[cfg(feature = "rtf")]
mod rtf;
#[cfg(any(
    feature = "html",
    feature = "doc",
    feature = "docx",
    feature = "xlsx",
    feature = "rtf",
    feature = "pdf"
))]
#[cfg_attr(
    not(all(feature = "html", feature = "docx", feature = "xlsx", feature = "pdf")),
    allow(dead_code)
)]
mod seen;
#[cfg(any(feature = "doc", feature = "docx", feature = "rtf"))]
mod symbol;
#[cfg(any(feature = "doc", feature = "docx", feature = "rtf"))]
#[cfg_attr(not(feature = "docx"), allow(dead_code))]
mod table;
#[cfg_attr(
    not(all(feature = "html", feature = "docx", feature = "xlsx", feature = "pdf")),
    allow(dead_code)
)]
mod words;
#[cfg(feature = "xlsx")]
mod xlsx;
#[cfg(any(feature = "docx", feature = "xlsx", feature = "ofd"))]
#[cfg_attr(not(feature = "docx"), allow(dead_code))]
mod xml;
#[cfg(any(feature = "docx", feature = "xlsx", feature = "ofd", feature = "zip"))]
#[cfg_attr(not(feature = "docx"), allow(dead_code))]
mod zipped;

pub use beside::{Beside, BesideKind, beside};
pub use error::{ImportError, ReadError};
pub use import::{Imported, import};
pub use in_place::{Change, Changed, Comment, Comments, InPlaceError, annotate, change};
pub use kind::Kind;
pub use ogi_parse::{Limits, Stop};
pub use packed::{Packed, unpack};
pub use read::read;
pub use refused::Refused;
pub use words::Words;
#[cfg(feature = "xlsx")]
pub use xlsx::{SheetRow, SheetRows, rows};
