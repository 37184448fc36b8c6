//! What may have gone wrong, as fixes that an editor can offer.

use ogi_check::{Edit, Explanation, Subject};
use ogi_model::Language;
use ogi_model::{LineIndex, Place};
use serde_json::{Value, json};

use super::region;
use crate::uri;

/// An explanation as a fix: only where every figure that it changes stands in text by itself, so that nothing else is
/// replaced.
pub(super) fn fix(
    path: &str,
    subject: &Subject<'_>,
    explanation: &Explanation,
    lines: &LineIndex<'_>,
    language: Language,
) -> Option<Value> {
    let replacement = |edit: &Edit| {
        let place = subject.reading()?.place(edit.cell)?;
        let printed = subject.text().get(place.span()?)?;
        let Place::Text { start, end } = place else { return None };
        (printed == edit.from?.to_string()).then(|| {
            json!({
                "deletedRegion": region(*start, *end, lines),
                "insertedContent": { "text": edit.to.to_string() },
            })
        })
    };
    let replacements: Vec<Value> =
        explanation.edits.iter().map(replacement).collect::<Option<_>>()?;
    (!replacements.is_empty()).then(|| {
        json!({
            "description": { "text": language.of_words(explanation.mechanism.name) },
            "artifactChanges": [{
                "artifactLocation": { "uri": uri::of_path(path) },
                "replacements": replacements,
            }],
        })
    })
}
