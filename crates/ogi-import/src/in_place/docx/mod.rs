//! Word documents, as the walk that reads them finds everything in them.

mod comments;

use ogi_model::Place;

pub(super) use comments::annotate;

use super::markup::escaped;
use super::package::Package;
use super::splices::Splices;
use super::{Change, Changed, InPlaceError, figure};
use crate::docx::{Held, Spot, Trace, Traced, trace};
use crate::{Limits, words};

/// Changes figures in the texts of their runs.
pub(super) fn change(
    bytes: &[u8],
    changes: &[Change],
    limits: &Limits,
) -> Result<Changed, InPlaceError> {
    let mut package = Package::open(bytes, limits, words::WORD_DOCUMENT)?;
    let Traced { part, text, trace } = trace(bytes, limits)?;
    let trace = trace.ok_or(InPlaceError::Embeds)?;
    let mut splices = Splices::default();
    for change in changes {
        let spot = spot(&trace, &change.place);
        let spot = spot.ok_or_else(|| InPlaceError::NotFound(change.place.clone()))?;
        write(&mut splices, &trace, spot, change)?;
    }
    package.put(&part, splices.apply(&text))?;
    Ok(Changed { bytes: package.finish()?, has_formulas: false })
}

fn spot<'t>(trace: &'t Trace, place: &Place) -> Option<&'t Spot> {
    match place {
        Place::Grid(place) => trace.at(place),
        _ => None,
    }
}

/// Writes a figure into the texts that the old one stands in, which may be several: Word begins a new run wherever somebody
/// has typed again.
fn write(
    splices: &mut Splices,
    trace: &Trace,
    spot: &Spot,
    change: &Change,
) -> Result<(), InPlaceError> {
    let texts = &trace.texts[spot.texts.clone()];
    let pieces: Vec<&str> = texts.iter().map(|it| it.text.as_str()).collect();
    let old = figure::find(&pieces.concat(), &change.place)?;
    for (number, new) in figure::replaced(&pieces, &old, &change.to) {
        let place = || change.place.clone();
        match texts[number].held {
            Some(Held::Field) => return Err(InPlaceError::Formula(place())),
            Some(Held::Sign | Held::Twice | Held::Bound) => {
                return Err(InPlaceError::NoPlainFigure(place()));
            }
            None => splices.replace(texts[number].span.clone(), escaped(new)),
        }
    }
    Ok(())
}
