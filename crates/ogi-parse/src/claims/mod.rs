//! What sentences say about figures: a grammar by parts.
//!
//! A sentence is taken apart into words that mean something here ([`lexicon`]), numbers with their units and hedges
//! ([`quantity`]), years and what is carried over ([`carried`]), and marks ([`token`]): each a table, to which a new word is
//! one word more. The words before a number, or behind it, state what it is about ([`subject`]); the sentence as a
//! whole states whose figures, of which year, and what is a part of what ([`sentence`]). What is not understood makes
//! a claim less firm, or none: never another.

mod carried;
mod known;
mod lexicon;
mod number;
mod phrase;
mod prose;
mod quantity;
mod sentence;
mod subject;
mod token;
mod word;
mod year;

use core::ops::Range;

use ogi_model::{Claim, GridPlace, Place, Report};

use crate::{Limits, ParseError};
use prose::paragraphs;
use sentence::{Antecedents, Reader, names_requests};

/// The longest paragraph, in characters, that is a heading over the next.
const HEADING: usize = 30;

/// Reads the sentences of narrative parts, each given by its lines. Places are bytes of the source.
pub(crate) fn read(
    source: &str,
    parts: &[Vec<Range<usize>>],
    report: &Report,
    limits: &Limits,
) -> Result<Vec<Claim>, ParseError> {
    let mut reader = Reader::new(report);
    for part in parts {
        let mut heading = false;
        for paragraph in paragraphs(source, part) {
            limits.go_on()?;
            let mut antecedents = Antecedents::of_paragraph(heading);
            let first = reader.claims.len();
            for range in paragraph.sentences() {
                reader.sentence(&paragraph.text, range, &mut antecedents);
            }
            heading = paragraph.text.chars().count() < HEADING && names_requests(&paragraph.text);
            for claim in &mut reader.claims[first..] {
                let Place::Text { start, end } = claim.place else { continue };
                let span = paragraph.source(source, start as usize..end as usize);
                claim.place = crate::draft::place(span);
            }
        }
        reader.end();
    }
    Ok(reader.claims)
}

/// Reads the narrative of a report without a source. The place of a claim is its paragraph, counted over all parts.
pub(crate) fn of_report(report: &Report) -> Vec<Claim> {
    let parts = [&report.preamble, &report.overview, &report.problems, &report.other_matters];
    let (mut text, mut lines) = (String::new(), Vec::new());
    for part in parts.into_iter().flatten() {
        let of_part = part.lines().map(|line| {
            let start = text.len();
            text += line;
            text.push('\n');
            start..start + line.len()
        });
        lines.push(of_part.collect::<Vec<_>>());
    }
    // Nobody stops it.
    let mut claims = read(&text, &lines, report, &Limits::default()).unwrap_or_default();
    for claim in &mut claims {
        let start = claim.place.span().map_or(0, |it| it.start);
        let row = lines.iter().flatten().take_while(|it| it.start <= start).count() as u32;
        claim.place = Place::Grid(Box::new(GridPlace { row, column: 1, ..GridPlace::default() }));
    }
    claims
}
