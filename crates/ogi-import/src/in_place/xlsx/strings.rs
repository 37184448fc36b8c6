//! The texts that cells share.

use super::rewrite;
use crate::in_place::markup::Element;
use crate::in_place::package::Package;
use crate::in_place::splices::Splices;
use crate::in_place::{Change, InPlaceError};

use super::book::Book;

/// The part that has them, and those that are new.
pub(super) struct Strings {
    part: Option<String>,
    text: String,
    new: Vec<String>,
    /// The XML of each, with those that are new.
    all: Vec<String>,
}

/// The texts of an item that are shown: readings beside characters are not.
pub(super) fn pieces<'e, 'x>(within: &'e [Element<'x>]) -> Vec<&'e Element<'x>> {
    let readings: Vec<_> = within.iter().filter(|it| it.local() == "rPh").collect();
    let is_shown = |it: &&Element<'x>| !readings.iter().any(|reading| reading.holds(it));
    within.iter().filter(|it| it.local() == "t").filter(is_shown).collect()
}

impl Strings {
    pub(super) fn open(package: &mut Package<'_>, book: &Book) -> Result<Self, InPlaceError> {
        let part = book.strings.clone();
        let text = match &part {
            Some(part) => package.part(part)?.unwrap_or_default(),
            None => String::new(),
        };
        let mut all = Vec::new();
        if part.is_some() {
            let elements = package.elements(&text)?;
            let items = elements.iter().filter(|it| it.local() == "si");
            all.extend(items.map(|it| text[it.whole()].to_owned()));
        }
        Ok(Self { part, text, new: Vec::new(), all })
    }

    /// The number of a text that is another one with a new figure. Other cells may have the old one: it stays.
    pub(super) fn changed(
        &mut self,
        number: usize,
        change: &Change,
    ) -> Result<usize, InPlaceError> {
        let unclear = || InPlaceError::NoPlainFigure(change.place.clone());
        let item = self.all.get(number).ok_or_else(unclear)?;
        let elements = crate::in_place::markup::elements(item).map_err(|_| unclear())?;
        let mut splices = Splices::default();
        rewrite(&pieces(&elements), change, |piece, new| splices.replace(piece.content(), new))?;
        let new = splices.apply(item);
        if let Some(known) = self.all.iter().position(|it| *it == new) {
            return Ok(known);
        }
        self.new.push(new.clone());
        self.all.push(new);
        Ok(self.all.len() - 1)
    }

    /// Adds those that are new at the end.
    pub(super) fn close(self, package: &mut Package<'_>) -> Result<(), InPlaceError> {
        let Some(part) = self.part.filter(|_| !self.new.is_empty()) else { return Ok(()) };
        let elements = package.elements(&self.text)?;
        let text = package.appended(&self.text, &elements, &self.new.concat())?;
        // How many there are is said at the begin.
        let old = elements.first().and_then(|it| it.attribute("uniqueCount"));
        let text = match old {
            Some(old) => {
                let said = |it: &str| format!("uniqueCount=\"{it}\"");
                text.replacen(&said(&old), &said(&self.all.len().to_string()), 1)
            }
            None => text,
        };
        package.put(&part, text)
    }
}
