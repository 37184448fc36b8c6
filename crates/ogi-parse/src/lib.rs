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
";
let reading = read(text, &ReadOptions::default())?;
let total = CellId::new(Row::Reconsideration, Column::Total);

assert_eq!(reading.report.agency.as_deref(), Some("示例市民政局"));
assert_eq!(reading.report[total].count(), Some(3));
let place = reading.place(total).and_then(|it| it.span()).unwrap();
assert_eq!(reading.lines().at(place.start).line, 7);
# Ok::<(), ogi_parse::ReadError>(())
```

# What it reads
Text in UTF-8, as copied from a page, converted from a document or written by `ogi-render`: one cell a line,
cells behind bars in all their ways, one row a line with bars, tabs or wide gaps, Markdown. Both editions of the
form, and tables that mix them.

# How it decides
Labels decide where a figure goes, and they are those of `ogi-model`'s form: folded (width, blanks and punctuation
do not count), with or without ordinal and gloss, misspelt within a bound, or torn over lines. Evidence counts in
this order:

1. the row's label beside its figures;
2. a label that nobody can read, alone between two rows that the form has exactly one row between;
3. column heads whose letters are all there in no readable order: the form's order, always with a note;
4. the equalities, only when exactly one placing of a row's figures lets all of them hold. Such a row has a note
   that names them, because they are no check of it any more.

Where a blank cell may have vanished and none of this settles the row, its cells are
[`Cell::Unreadable`](ogi_model::Cell::Unreadable) and a [note](ogi_model::NoteKind::RowUnreadable) says why. Figures that belong to no row make all rows
without drawn borders uncertain, unless label and figures are on one line. Nothing is a guess: an unreadable
figure is honest, a wrong one is not.

```
use ogi_model::{NoteKind, Row, RowProblem};
use ogi_parse::{ReadOptions, read};

// A blank cell left no trace: three figures, four columns and a total.
let text = "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n3\n0\n3\n";
let reading = read(text, &ReadOptions::default())?;
let problem = RowProblem::TooFewFigures { figures: 3, columns: 5 };
let kind = NoteKind::RowUnreadable { row: Row::Reconsideration, problem };
assert!(reading.notes.iter().any(|it| it.kind == kind));
# Ok::<(), ogi_parse::ReadError>(())
```

# Sentences
Sentences that tell figures become [claims](ogi_model::Claim), by a grammar of words, numbers and marks. What is not
understood makes a claim less firm, or none. [`ReadOptions::claims`] turns it off.

```
use ogi_model::{Said, Scope};
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
assert_eq!((claims[0].value, claims[0].scope), (Said::Count(31), Scope::Own));
assert_eq!((claims[1].value, claims[1].scope), (Said::Count(200), Scope::Others));
# Ok::<(), ogi_parse::ReadError>(())
```

# Errors
[`ReadError`] only says that there is nothing to read: no such report, no tables, too large, not UTF-8. What is odd
about a report is a [note](ogi_model::Note) with its place.
*/

mod align;
mod blank;
mod claims;
mod draft;
mod error;
mod fold;
mod front;
mod grammar;
mod heading;
mod layout;
mod lexicon;
mod markdown;
mod options;
mod outline;
mod radicals;
mod reader;
mod refusal;
mod several;
mod sheet;
mod traditional;
mod wrapped;

pub use error::ReadError;
pub use options::ReadOptions;
pub use sheet::{Columns, Metadata, Sheet};

use ogi_model::Reading;

/// Reads UTF-8 bytes; a byte order mark is skipped.
///
/// ```
/// use ogi_parse::{ReadError, ReadOptions, read_bytes};
/// let error = read_bytes(b"\xEF\xBB\xBFhello", &ReadOptions::default()).unwrap_err();
/// assert_eq!(error, ReadError::NotAReport);
/// ```
///
/// # Errors
/// [`ReadError`] if they are not UTF-8 or not such a report.
pub fn read_bytes(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    check_size(bytes.len(), options)?;
    let text =
        core::str::from_utf8(bytes).map_err(|e| ReadError::NotUtf8 { at: e.valid_up_to() })?;
    read(text.strip_prefix('\u{feff}').unwrap_or(text), options)
}

/// Reads text. Places are byte offsets into it.
///
/// # Errors
/// [`ReadError`] if it is no such report.
pub fn read(text: &str, options: &ReadOptions) -> Result<Reading, ReadError> {
    check_size(text.len(), options)?;
    let text = radicals::ideographs(text);
    let mut reading = reader::read(&layout::sheet(&text), &Metadata::default(), options)?;
    reading.text = text.into();
    Ok(reading)
}

/// Reads the content of a container. Places are those that the sheet gives its pieces; the reading has no text.
///
/// # Errors
/// [`ReadError`] if it is no such report.
pub fn read_sheet(sheet: &Sheet<'_>, options: &ReadOptions) -> Result<Reading, ReadError> {
    check_size(sheet.len(), options)?;
    reader::read(&sheet.in_ideographs(), &sheet.metadata.in_ideographs(), options)
}

/// Places are 32-bit offsets, whatever the options allow.
fn check_size(size: usize, options: &ReadOptions) -> Result<(), ReadError> {
    let limit = options.max_bytes.min(u32::MAX as usize);
    if size > limit { Err(ReadError::TooLarge { size, limit }) } else { Ok(()) }
}
