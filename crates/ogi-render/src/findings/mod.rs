//! What checks found, for other programs and for people.

#[cfg(feature = "junit")]
mod junit;
mod sarif;
mod summary;

#[cfg(feature = "junit")]
pub use junit::junit;
pub use sarif::{SARIF_RESULTS, sarif};
pub use summary::summary;

use ogi_check::Finding;
use ogi_model::Language;
use ogi_model::{LineIndex, Place};

/// Where a finding stands, in words: nothing for a finding without a place.
fn place(place: Option<&Place>, lines: &LineIndex<'_>, language: Language) -> String {
    place.map_or_else(String::new, |it| language.of_place(it, lines))
}

/// The message of a finding on one line, without what no document may hold.
fn message(finding: &Finding, language: Language) -> String {
    crate::line::printable(language.of(&finding.message))
}
