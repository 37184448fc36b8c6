//! Word documents, as Word and WPS leave them.
//!
//! What is read is what a print shows when all tracked changes are accepted: no hidden text, no field codes, the
//! automatic numbers of headings. A paragraph's place is in table 0, its row the number of the paragraph in the
//! text; the columns of a table are those of its grid.
//!
//! Two kinds of XML without an archive hold the same: that of Word 2003 (`w:wordDocument`), and the parts of an archive
//! one after the other (`pkg:package`).

mod chunk;
mod look;
mod numbering;
mod numeral;
mod package;
mod paragraph;
mod styles;
mod trace;
mod walk;

use core::fmt;

use ogi_parse::Sheet;

use crate::{ImportError, Limits, words};
use chunk::Chunks;
use numbering::Numbering;
use package::Package;
use styles::Styles;
use walk::Walk;

pub(crate) use trace::{Held, Markable, Spot, Trace};

/// Reads a document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    read_parts(&mut Package::open(bytes, limits)?, limits, true)
}

/// Reads a document within another one, which may hold none itself.
fn read_within(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    read_parts(&mut Package::open(bytes, limits)?, limits, false)
}

/// Reads a document that is one file of XML.
pub(crate) fn read_xml(text: &str, limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    let mut package = Package::open_flat(text)?;
    if !package.is_empty() {
        return read_parts(&mut package, limits, false);
    }
    let styles = Styles::read(text, limits)?;
    Walk::new(styles, Numbering::default(), Chunks::new(), limits).read(text)
}

/// The text of a document, with where everything in it stands.
pub(crate) struct Traced {
    /// The name of the part that holds it.
    pub(crate) part: String,
    pub(crate) text: String,
    /// Nothing if it takes other documents in: their tables are counted as its own are.
    pub(crate) trace: Option<Trace>,
}

/// Walks over a document as a reader does.
pub(crate) fn trace(bytes: &[u8], limits: &Limits) -> Result<Traced, ImportError> {
    let mut package = Package::open(bytes, limits)?;
    let Opened { part, text, walk, holds_others } = open(&mut package, limits, true)?;
    let trace = if holds_others { None } else { Some(walk.trace(&text)?) };
    Ok(Traced { part, text, trace })
}

fn read_parts(
    package: &mut Package<'_>,
    limits: &Limits,
    with_chunks: bool,
) -> Result<Sheet<'static>, ImportError> {
    let opened = open(package, limits, with_chunks)?;
    opened.walk.read(&opened.text)
}

/// A document before the walk over it.
struct Opened<'a> {
    part: String,
    text: String,
    walk: Walk<'a>,
    /// Whether it takes other documents in.
    holds_others: bool,
}

fn open<'a>(
    package: &mut Package<'_>,
    limits: &'a Limits,
    with_chunks: bool,
) -> Result<Opened<'a>, ImportError> {
    const USUAL: &str = "word/document.xml";
    let relations = package.relations("", limits)?;
    let main = relations.iter().find(|it| it.kind == "officeDocument");
    let main = main.map_or(USUAL, |it| it.target.as_str());
    let text = package.part(main)?.ok_or_else(|| damaged(format!("it has no {main}")))?;
    let beside = package.relations(main, limits)?;
    let mut part = |kind: &str, usual: &str| {
        let target = beside.iter().find(|it| it.kind == kind).map(|it| it.target.as_str());
        let folder = main.rsplit_once('/').map_or("", |it| it.0);
        let usual = format!("{folder}/{usual}");
        package.part(target.unwrap_or(usual.trim_start_matches('/')))
    };
    let styles = match part("styles", "styles.xml")? {
        Some(text) => Styles::read(&text, limits)?,
        None => Styles::default(),
    };
    let numbering = match part("numbering", "numbering.xml")? {
        Some(text) => Numbering::read(&text, limits)?,
        None => Numbering::default(),
    };
    let chunks = chunk::read(package, &beside, limits, with_chunks)?;
    let holds_others = !chunks.is_empty();
    let walk = Walk::new(styles, numbering, chunks, limits);
    Ok(Opened { part: main.to_owned(), text, walk, holds_others })
}

fn damaged(detail: impl fmt::Display) -> ImportError {
    ImportError::Damaged { container: words::WORD_DOCUMENT, detail: detail.to_string() }
}
