//! Workbooks, by the addresses of their cells.

mod book;
mod notes;
mod shapes;
mod sheet;
mod strings;

use std::collections::BTreeMap;

use ogi_model::{GridPlace, Place};

pub(super) use notes::annotate;

use super::markup::{Element, escaped};
use super::package::Package;
use super::splices::Splices;
use super::{Change, Changed, InPlaceError, figure};
use crate::{Limits, words};
use book::Book;
use sheet::Sheet;
use strings::Strings;

/// Changes figures in their cells, each as the kind that it is: a number, a text of its own, one of the texts that cells
/// share. What formulas came to is kept; the workbook says that they are to be computed anew when it is opened.
pub(super) fn change(
    bytes: &[u8],
    changes: &[Change],
    limits: &Limits,
) -> Result<Changed, InPlaceError> {
    let mut package = Package::open(bytes, limits, words::WORKBOOK)?;
    let book = Book::open(&mut package)?;
    let mut of_sheets: BTreeMap<String, Vec<(&GridPlace, &Change)>> = BTreeMap::new();
    for change in changes {
        let found = match &change.place {
            Place::Grid(place) => book.sheet(place).map(|part| (part.to_owned(), &**place)),
            _ => None,
        };
        let (part, place) = found.ok_or_else(|| InPlaceError::NotFound(change.place.clone()))?;
        of_sheets.entry(part).or_default().push((place, change));
    }
    let mut strings = Strings::open(&mut package, &book)?;
    for (part, changes) in of_sheets {
        let text = package.part(&part)?.unwrap_or_default();
        let sheet = Sheet::of(package.elements(&text)?);
        let mut splices = Splices::default();
        for (place, change) in changes {
            write(&sheet, &mut strings, place, change, &mut splices)?;
        }
        package.put(&part, splices.apply(&text))?;
    }
    strings.close(&mut package)?;
    let has_formulas = book.has_formulas(&mut package)?;
    if has_formulas {
        book.compute_when_opened(&mut package)?;
    }
    Ok(Changed { bytes: package.finish()?, has_formulas })
}

/// Writes a figure into its cell.
fn write(
    sheet: &Sheet<'_>,
    strings: &mut Strings,
    place: &GridPlace,
    change: &Change,
    splices: &mut Splices,
) -> Result<(), InPlaceError> {
    let at = || change.place.clone();
    let cell = sheet.cell(place.row, place.column).ok_or_else(|| InPlaceError::NotFound(at()))?;
    let child = |name: &str| sheet.children(cell).find(|it| it.local() == name);
    if child("f").is_some() {
        return Err(InPlaceError::Formula(at()));
    }
    let kind = sheet.element(cell).attribute("t");
    match (kind.as_deref().unwrap_or("n"), child("v"), child("is")) {
        ("n", Some(value), _) => {
            // As a number it may be stored in another way than it is shown: 12 as 12.000000000000001.
            figure::find(&value.printed(), &change.place)?;
            splices.replace(value.content(), escaped(&change.to));
        }
        ("str", Some(value), _) => {
            let pieces = [value];
            rewrite(&pieces, change, |piece, new| splices.replace(piece.content(), new))?;
        }
        ("inlineStr", _, Some(own)) => {
            let pieces = strings::pieces(sheet.within(own));
            rewrite(&pieces, change, |piece, new| splices.replace(piece.content(), new))?;
        }
        ("s", Some(value), _) => {
            let number = value.printed().trim().parse().ok();
            let number = number.ok_or_else(|| InPlaceError::NoPlainFigure(at()))?;
            let new = strings.changed(number, change)?;
            splices.replace(value.content(), new.to_string());
        }
        ("n" | "str" | "inlineStr", None, None) => return Err(InPlaceError::Blank(at())),
        _ => return Err(InPlaceError::NoPlainFigure(at())),
    }
    Ok(())
}

/// Writes a figure into the pieces that the old one stands in.
fn rewrite(
    pieces: &[&Element<'_>],
    change: &Change,
    mut put: impl FnMut(&Element<'_>, String),
) -> Result<(), InPlaceError> {
    let printed: Vec<String> = pieces.iter().map(|it| it.printed()).collect();
    let printed: Vec<&str> = printed.iter().map(String::as_str).collect();
    let old = figure::find(&printed.concat(), &change.place)?;
    for (number, new) in figure::replaced(&printed, &old, &change.to) {
        put(pieces[number], escaped(new));
    }
    Ok(())
}
