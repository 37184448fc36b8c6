/*!
Reads the Chinese statutory report 政府信息公开工作年度报告 from text, every figure with its place.

```
use ogi_model::{CellId, Column, Row};
use ogi_parse::{ReadOptions, read};

let text = "
示例市民政局2025年政府信息公开工作年度报告

四、政府信息公开行政复议、行政诉讼情况

| 类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 3 | 0 | 0 | / | 3 |
| 未经复议直接起诉 | 1 | 0 | 0 | 0 | 1 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
";
let reading = read(text, &ReadOptions::default())?;
let total = CellId::new(Row::Reconsideration, Column::Total);

assert_eq!(reading.report.agency.as_deref(), Some("示例市民政局"));
assert_eq!(reading.report[total].count(), Some(3));
let place = reading.place(total).and_then(|it| it.span()).unwrap();
assert_eq!(reading.lines().at(place.start).line, 7);
# Ok::<(), ogi_parse::ParseError>(())
```

# What it reads
Text in UTF-8, as copied from a page, converted from a document or written by `ogi-render`: one cell a line, bars, tabs and
gaps in all their ways, Markdown with tables of HTML in it, CSV, box drawing, wikis, LaTeX, figures glued to their
labels and to one another. Both editions of the form, and tables that mix them. A source becomes a [`Sheet`]: rows of
pieces with their places, kinds and columns. From there on one mechanism decides, whatever the layout.

# How it decides
The pieces of each table are aligned with the form: labels with a cost for every row, rows of figures with all the ways
in which they fall into the columns, the order of the rows, the heads, the sums. For each cell the posterior of its
value is summed up over all readings that come near the best, and there are four outcomes:

1. read, independently of the sums;
2. settled by sums, which a [note](ogi_model::NoteKind::RowSettled) names, because they are no check of it any more;
3. [`Cell::Unreadable`], with the likeliest readings, and a
   [note](ogi_model::NoteKind::RowUnreadable) that says why;
4. absent, where the source does not have the row; a table that ends early [says so](ogi_model::NoteKind::TableCut).

A page whose cells are the form's, one by one, is read without a search. Nothing is a guess: an unreadable figure is
honest, a wrong one is not. [`ReadOptions::explain`] keeps for each row what the winning reading costs, the runner-up
and the gap.

```
use ogi_model::{NoteKind, Row, RowProblem};
use ogi_parse::{ReadOptions, read};

// A blank cell left no trace: three figures, four columns and a total.
let text = "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n3\n0\n3\n";
let reading = read(text, &ReadOptions::default())?;
let problem = RowProblem::TooFewFigures { figures: 3, columns: 5 };
let kind = NoteKind::RowUnreadable { row: Row::Reconsideration, problem };
assert!(reading.notes.iter().any(|it| it.kind == kind));
# Ok::<(), ogi_parse::ParseError>(())
```

# Sentences
Sentences that state figures become [claims](ogi_model::Claim), by a grammar of words, numbers and marks. What is not
understood makes a claim less firm, or none. [`ReadOptions::claims`] turns it off.

```
use ogi_model::{ClaimValue, Scope};
use ogi_parse::{ReadOptions, read};

let text = "
示例市民政局2025年政府信息公开工作年度报告
一、总体情况
我局共收到政府信息公开申请三十一件，指导各街道办理200余件。
四、政府信息公开行政复议、行政诉讼情况
| 类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 3 | 0 | 0 | 0 | 3 |
";
let claims = read(text, &ReadOptions::default())?.claims;
assert_eq!((claims[0].value, claims[0].scope), (ClaimValue::Count(31), Scope::Own));
assert_eq!((claims[1].value, claims[1].scope), (ClaimValue::Count(200), Scope::Others));
# Ok::<(), ogi_parse::ParseError>(())
```

# Errors
[`ParseError`] only says that there is nothing to read: no such report, no tables, too large, not UTF-8. What is odd
about a report is a [note](ogi_model::Note) with its place.
*/

mod align;
mod claims;
mod draft;
mod error;
mod front;
mod grammar;
mod heading;
mod layout;
mod lexicon;
mod limits;
mod markdown;
mod options;
mod outline;
mod reader;
mod refusal;
mod several;
mod sheet;
mod wrapped;

pub use error::ParseError;
pub use limits::{Limits, Stop};
pub use options::ReadOptions;
pub use sheet::{Columns, Metadata, Sheet};

use ogi_model::{Cell, Claim, Reading, Report, Unit};

/// What a cell of the form says in which somebody typed or printed this: by the grammar of figures that reading uses, so that
/// nothing becomes 0, and what is no figure is kept as unreadable.
///
/// ```
/// use ogi_model::{Cell, NotApplicable, Unit};
/// use ogi_parse::cell;
///
/// assert_eq!(cell(" １,２０４件 ", Unit::Count), Cell::from(1204));
/// assert_eq!(cell("/", Unit::Count), NotApplicable::Slash.into());
/// assert_eq!(cell("", Unit::Count), Cell::Blank);
/// assert_eq!(cell("约30", Unit::Count).unreadable(), Some("约30"));
/// ```
pub fn cell(text: &str, unit: Unit) -> Cell {
    let text = ogi_text::blank::trimmed(text);
    if text.is_empty() {
        return Cell::Blank;
    }
    grammar::figure(text, unit).map_or_else(|| Cell::Unreadable(text.into()), |it| it.0)
}

/// Reads UTF-8 bytes; a byte order mark is skipped.
///
/// ```
/// use ogi_parse::{ParseError, ReadOptions, read_bytes};
/// let error = read_bytes(b"\xEF\xBB\xBFhello", &ReadOptions::default()).unwrap_err();
/// assert_eq!(error, ParseError::NotAReport);
/// ```
///
/// # Errors
/// [`ParseError`] if they are not UTF-8 or not such a report.
pub fn read_bytes(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ParseError> {
    check_size(bytes.len(), options)?;
    let text =
        core::str::from_utf8(bytes).map_err(|e| ParseError::NotUtf8 { at: e.valid_up_to() })?;
    read(text.strip_prefix('\u{feff}').unwrap_or(text), options)
}

/// Reads text. Places are byte offsets into it.
///
/// # Errors
/// [`ParseError`] if it is no such report.
pub fn read(text: &str, options: &ReadOptions) -> Result<Reading, ParseError> {
    check_size(text.len(), options)?;
    let text = ogi_text::radicals::ideographs(text);
    let sheet = layout::sheet_of_at_most(&text, options.limits.cells);
    let mut reading = reader::read(&sheet, &text, &Metadata::default(), options)?;
    reading.text = text.into();
    Ok(reading)
}

/// Reads the content of a container. Places are those that the sheet gives its pieces; the reading has no text.
///
/// # Errors
/// [`ParseError`] if it is no such report.
pub fn read_sheet(sheet: &Sheet<'_>, options: &ReadOptions) -> Result<Reading, ParseError> {
    check_size(sheet.len(), options)?;
    let sheet = sheet.in_ideographs();
    reader::read(&sheet, &sheet.text, &sheet.metadata.in_ideographs(), options)
}

/// What sentences of a report say about figures, for a report that came without its source: a paragraph of narrative,
/// counted from 1 over all parts, is the place of a claim.
///
/// ```
/// use ogi_model::{Edition, Place, Report};
///
/// let mut report = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build()?;
/// report.overview = Some("我局重视公开工作。\n2025年共受理政府信息公开申请99件。".into());
/// let claims = ogi_parse::claims(&report);
/// assert_eq!(claims[0].printed, "2025年共受理政府信息公开申请99件");
/// assert!(matches!(&claims[0].place, Place::Grid(it) if it.row == 2));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn claims(report: &Report) -> Vec<Claim> {
    claims::of_report(report)
}

/// Places are 32-bit offsets, whatever the options allow.
fn check_size(size: usize, options: &ReadOptions) -> Result<(), ParseError> {
    let limit = options.limits.bytes.min(u32::MAX as usize);
    if size > limit { Err(ParseError::TooLarge { size, limit }) } else { Ok(()) }
}
