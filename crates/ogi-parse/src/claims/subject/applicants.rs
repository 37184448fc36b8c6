//! Requests by their applicants.

use super::super::phrase::Phrase;
use super::columns::{columns, in_columns, other_columns};
use super::requests::{received, requests, requests_meant, verbs};
use super::{Context, Kind, Subject};

pub(super) fn applicants(phrase: &Phrase, cx: &Context) -> Option<Subject> {
    let columns = columns(phrase)?;
    if !requests_meant(phrase, cx) {
        return None;
    }
    let verb = requests(&Phrase { topics: verbs(phrase), request: true, ..Phrase::default() }, cx);
    // All kinds of applicants are no part.
    if other_columns(phrase).is_some_and(|it| it.is_empty()) {
        let any_of = verb.map_or_else(received, |it| it.any_of);
        return Some(Subject { any_of, firm: true, kind: Kind::Received });
    }
    let whole = if cx.whole.is_empty() {
        verb.map_or_else(received, |it| it.any_of)
    } else {
        cx.whole.clone()
    };
    Some(Subject { any_of: in_columns(&whole, &columns)?, firm: true, kind: Kind::Applicants })
}
