//! A file as it is, with comments put into it or figures changed, and everything else kept byte for byte.
//!
//! The places are those that reading the file gave. Of a document they are found by the same walk that read it, of a
//! workbook by the addresses of its cells, on a page by marks that are put before its figures and read again.

#[cfg(feature = "docx")]
mod docx;
mod error;
#[cfg_attr(not(any(feature = "docx", feature = "xlsx", feature = "html")), allow(dead_code))]
mod figure;
#[cfg(feature = "html")]
mod html;
#[cfg(any(feature = "docx", feature = "xlsx"))]
#[cfg_attr(not(all(feature = "docx", feature = "xlsx")), allow(dead_code))]
mod markup;
#[cfg(any(feature = "docx", feature = "xlsx"))]
#[cfg_attr(not(all(feature = "docx", feature = "xlsx")), allow(dead_code))]
mod package;
#[cfg(any(feature = "docx", feature = "xlsx"))]
#[cfg_attr(not(all(feature = "docx", feature = "xlsx")), allow(dead_code))]
mod relations;
#[cfg_attr(not(any(feature = "docx", feature = "xlsx")), allow(dead_code))]
mod splices;
#[cfg(feature = "xlsx")]
mod xlsx;

use ogi_model::{Date, Place};

pub use error::InPlaceError;

use crate::{Limits, import};

/// Something to say at a place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Where; nothing if it is about the file as a whole.
    pub place: Option<Place>,
    /// What, in lines.
    pub text: String,
}

/// Comments, and who makes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comments<'a> {
    /// The comments; those for one place are put down as one.
    pub all: &'a [Comment],
    /// Where those go that have no place in the file: its title. Without one they go to the begin of the file.
    pub title: Option<&'a Place>,
    /// Their author.
    pub author: &'a str,
    /// Their day; without one they have none.
    pub date: Option<Date>,
}

/// What is said where, by the places in a file: those that have none there are said at the title. In the order in which the
/// places are first met.
#[cfg(any(feature = "docx", feature = "xlsx"))]
fn by_place<'c, T: Clone + PartialEq>(
    comments: &Comments<'c>,
    find: impl Fn(Option<&Place>) -> Option<T>,
    begin: T,
) -> Vec<(T, Vec<&'c str>)> {
    let title = find(comments.title).unwrap_or(begin);
    let mut placed: Vec<(T, Vec<&str>)> = Vec::new();
    for comment in comments.all {
        let place = find(comment.place.as_ref()).unwrap_or_else(|| title.clone());
        let lines = comment.text.lines();
        match placed.iter_mut().find(|it| it.0 == place) {
            Some(it) => it.1.extend(lines),
            None => placed.push((place, lines.collect())),
        }
    }
    placed
}

/// A figure to write in the place of another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where the figure stands.
    pub place: Place,
    /// The new figure.
    pub to: String,
}

/// A file that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Changed {
    /// The new file.
    pub bytes: Vec<u8>,
    /// Whether it has formulas. What they came to when they were last computed is kept, and the file states the program that
    /// opens it to compute them anew.
    pub has_formulas: bool,
}

/// Puts comments into a Word document (.docx) or a workbook (.xlsx): comments of Word, notes of cells. What is there, earlier
/// comments among it, stays.
///
/// ```
/// use ogi_import::{Comments, InPlaceError, Kind, Limits, annotate};
///
/// let comments = Comments { all: &[], title: None, author: "ogi", date: None };
/// let error = annotate(b"%PDF-1.7", &comments, &Limits::default()).unwrap_err();
/// assert_eq!(error, InPlaceError::NotAnnotated(Kind::Pdf));
/// ```
///
/// # Errors
/// [`InPlaceError`] if it is of another kind, damaged, signed, or beyond a limit.
pub fn annotate(
    bytes: &[u8],
    comments: &Comments<'_>,
    limits: &Limits,
) -> Result<Vec<u8>, InPlaceError> {
    // Unused when no feature that writes one is on.
    let _ = comments;
    match import::kind(bytes, limits)? {
        #[cfg(feature = "docx")]
        crate::Kind::Docx => docx::annotate(bytes, comments, limits),
        #[cfg(feature = "xlsx")]
        crate::Kind::Workbook if bytes.starts_with(b"PK") => {
            xlsx::annotate(bytes, comments, limits)
        }
        kind => Err(InPlaceError::NotAnnotated(kind)),
    }
}

/// Changes figures of a Word document (.docx), a workbook (.xlsx) or a web page where they stand, and nothing else: other
/// parts of the file stay byte for byte, a page keeps its encoding, a remark in the cell stays.
///
/// Whether the file then says what it should is known by reading it again.
///
/// ```
/// use ogi_import::{Change, InPlaceError, Limits, change};
/// use ogi_model::{GridPlace, Place};
///
/// // Where a reading found the figure; a place that prints none is refused, and nothing is written.
/// let place = Place::Grid(Box::new(GridPlace { table: 1, row: 1, column: 2, ..GridPlace::default() }));
/// let to_13 = Change { place, to: "13".to_owned() };
/// let refused = change("<p>行政许可12件".as_bytes(), &[to_13], &Limits::default());
/// assert!(matches!(refused, Err(InPlaceError::NotFound(_))));
/// ```
///
/// # Errors
/// [`InPlaceError`] if it is of another kind, damaged, signed, or beyond a limit, or if a figure is none that can be changed:
/// a formula, a blank cell, words.
pub fn change(bytes: &[u8], changes: &[Change], limits: &Limits) -> Result<Changed, InPlaceError> {
    let _ = changes;
    match import::kind(bytes, limits)? {
        #[cfg(feature = "docx")]
        crate::Kind::Docx => docx::change(bytes, changes, limits),
        #[cfg(feature = "xlsx")]
        crate::Kind::Workbook if bytes.starts_with(b"PK") => xlsx::change(bytes, changes, limits),
        #[cfg(feature = "html")]
        crate::Kind::Html => html::change(bytes, changes, limits),
        kind => Err(InPlaceError::NotChanged(kind)),
    }
}
