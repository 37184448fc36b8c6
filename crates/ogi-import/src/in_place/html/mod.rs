//! Web pages: figures are changed in their texts. The tree of a page does not know where in the source its texts stand, so each
//! figure of the source gets a mark before it; the page is read with all of them, and where a mark comes out its figure is.

mod bytes;
mod marks;

use core::ops::Range;

use ogi_model::Place;
use ogi_parse::Sheet;

use super::{Change, Changed, InPlaceError, figure};
use crate::{Limits, encoding};
use marks::Marks;

/// Changes figures in the texts of a page.
pub(super) fn change(
    bytes: &[u8],
    changes: &[Change],
    limits: &Limits,
) -> Result<Changed, InPlaceError> {
    let (text, encoding) = encoding::decode_named(bytes)?;
    let marks = Marks::of(&text);
    let page = crate::html::read(&marks.put(&text), limits)?;
    let mut splices: Vec<(Range<usize>, String)> = Vec::new();
    for change in changes {
        splices.extend(write(&page.sheet, &text, &marks, change)?);
    }
    splices.sort_by_key(|it| it.0.start);
    let bytes = bytes::replaced(bytes, &text, encoding, &splices).ok_or(InPlaceError::Misread)?;
    Ok(Changed { bytes, has_formulas: false })
}

/// What is to be written in the place of which bytes of the source.
fn write(
    sheet: &Sheet<'_>,
    text: &str,
    marks: &Marks,
    change: &Change,
) -> Result<Vec<(Range<usize>, String)>, InPlaceError> {
    let at = |it: &Place| *it == change.place;
    let printed: Vec<&str> = sheet.prints().filter(|it| at(it.1)).map(|it| it.0).collect();
    if printed.is_empty() {
        return Err(InPlaceError::NotFound(change.place.clone()));
    }
    let pieces = marks.pieces(text, &printed.concat());
    let texts: Vec<&str> = pieces.iter().map(|it| it.text.as_str()).collect();
    let old = figure::find(&texts.concat(), &change.place)?;
    let changed = figure::replaced(&texts, &old, &change.to).into_iter();
    let spans = changed.map(|(number, new)| Some((pieces[number].span.clone()?, new)));
    let spans: Option<Vec<_>> = spans.collect();
    spans.ok_or_else(|| InPlaceError::NoPlainFigure(change.place.clone()))
}
