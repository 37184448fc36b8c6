//! What a report that is written anew has otherwise than its source, or not at all.
//!
//! ```
//! use ogi::{ReadOptions, losses};
//!
//! let page = include_str!("../../../../examples/reports/civil-affairs-bureau-2025.txt");
//! let page = format!("首页 > 政务公开\n{page}\n示例市民政局\n2026年1月20日\n附件：统计表.xlsx\n");
//! let reading = ogi::read(&page, &ReadOptions::default())?;
//! let lost = losses::of(page.as_bytes(), &reading)?;
//! let lost: Vec<_> = lost.iter().map(|it| it.message(&reading).zh).collect();
//! assert!(lost[0].contains("第1行") && lost[0].contains("“首页 > 政务公开”没有写入"), "{lost:?}");
//! assert!(lost.iter().any(|it| it.contains("“附件：统计表.xlsx”没有写入")), "{lost:?}");
//! # Ok::<(), ogi::ReadError>(())
//! ```

mod message;
mod text;
mod written;

use ogi_import::{Beside, Imported, Kind, Limits, ReadError, beside, import, unpack};
use ogi_model::{CellId, Label, NoteKind, Place, Reading, Section};
use ogi_parse::{ReadOptions, Sheet};

/// Something that a report has otherwise than its source, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Loss {
    /// A label that becomes that of the form.
    Label {
        /// Which.
        label: Label,
        /// As printed.
        printed: String,
        /// Where.
        place: Place,
    },
    /// A heading that becomes that of the form.
    Heading {
        /// Of which part.
        section: Section,
        /// As printed.
        printed: String,
        /// Where.
        place: Place,
    },
    /// A figure that is written otherwise, as without the marks between its thousands.
    Figure {
        /// Of which cell.
        cell: CellId,
        /// As printed.
        printed: String,
        /// Where.
        place: Place,
    },
    /// Text that stands nowhere in the report: a menu of the site, a signature, the name of an attachment. Texts that
    /// stand one after the other are together where they are many.
    Text {
        /// As printed; the first of many.
        printed: Vec<String>,
        /// How many there are.
        count: usize,
        /// Where the first and the last stand.
        from: Place,
        /// Where the last stands.
        to: Place,
    },
    /// What the source has beside its text.
    Beside(Beside),
    /// The same where many of a kind come one after the other: the first, and how many there are.
    Several(Beside, usize),
    /// Fonts, margins, the widths of columns: the report is laid out anew.
    Layout,
    /// What is not looked into of this kind of source: its page headers, pictures, attachments.
    NotLookedInto,
}

/// What the report of a reading lacks of its source, in the order of the source: words, then what is no text.
///
/// # Errors
/// [`ReadError`] if the source cannot be opened.
pub fn of(source: &[u8], reading: &Reading) -> Result<Vec<Loss>, ReadError> {
    let limits = Limits::default();
    // JSON is a report and nothing beside.
    if reading.sources.iter().next().is_none() {
        return Ok(Vec::new());
    }
    if let Some(files) = unpack(source, &limits)? {
        return of_packed(files, reading);
    }
    let kind = Kind::of(source)?;
    let sheet = match import(source, &limits)? {
        Imported::Text(_) => None,
        Imported::Sheet(sheet) => Some(sheet),
        _ => return Ok(vec![Loss::NotLookedInto]),
    };
    let mut losses = match &sheet {
        Some(sheet) => text::of(&sheet.in_ideographs(), reading),
        None => text::of(&Sheet::of_text(&reading.text), reading),
    };
    losses.extend(together(&beside(source, &limits)?));
    if !matches!(kind, Kind::Text | Kind::Html) && !is_looked_into(source, kind) {
        losses.push(Loss::NotLookedInto);
    }
    if sheet.is_some() {
        losses.push(Loss::Layout);
    }
    Ok(losses)
}

/// Whether the parts of such a source state what it has beside its text.
fn is_looked_into(source: &[u8], kind: Kind) -> bool {
    let is_archive = matches!(kind, Kind::Docx | Kind::OpenDocument | Kind::Workbook | Kind::Ofd);
    is_archive && source.starts_with(b"PK")
}

/// Of files within a file: the report itself, and those that are none.
fn of_packed(files: Vec<ogi_import::Packed>, reading: &Reading) -> Result<Vec<Loss>, ReadError> {
    let mut losses = Vec::new();
    for file in files {
        let read = ogi_import::read(&file.bytes, &ReadOptions::default());
        match read {
            Ok(read) if read.report == reading.report => losses.extend(of(&file.bytes, reading)?),
            _ => losses.push(Loss::Beside(Beside::attachment(file.name))),
        }
    }
    Ok(losses)
}

/// More of a kind one after the other are stated together.
const TOGETHER: usize = 8;

fn together(all: &[Beside]) -> Vec<Loss> {
    let runs = all.chunk_by(|one, next| one.kind == next.kind);
    runs.flat_map(|run| match run {
        [first, ..] if run.len() > TOGETHER => vec![Loss::Several(first.clone(), run.len())],
        _ => run.iter().cloned().map(Loss::Beside).collect(),
    })
    .collect()
}

/// The notes of a reading that say what is written otherwise.
fn of_notes(reading: &Reading) -> impl Iterator<Item = Loss> + '_ {
    reading.notes.iter().filter_map(|note| {
        let place = note.place.clone();
        match &note.kind {
            NoteKind::LabelNonstandard { label, printed } => {
                Some(Loss::Label { label: *label, printed: printed.clone(), place })
            }
            NoteKind::HeadingNonstandard { section, printed }
            | NoteKind::SectionMisnumbered { section, printed } => {
                Some(Loss::Heading { section: *section, printed: printed.clone(), place })
            }
            _ => None,
        }
    })
}
