//! Requests received, concluded and carried over: table three.

use ogi_model::{CellId, CellSum, Column, Group, Row};

use super::super::phrase::Phrase;
use super::super::word::Topic;
use super::columns::columns;
use super::outcomes::rows_of;
use super::{Context, Kind, Subject, total, totals};

/// What was received: newly, or with what was carried in.
pub(in super::super) fn received() -> Vec<CellSum> {
    vec![totals([Row::NewlyReceived]), totals([Row::NewlyReceived, Row::CarriedIn])]
}

pub(super) fn requests(phrase: &Phrase, cx: &Context) -> Option<Subject> {
    let named = phrase.has(Topic::Requests) || phrase.request && cx.requests;
    // 受理网络问政: it is about something else.
    if !requests_meant(phrase, cx) || phrase.has_text() && !named {
        return None;
    }
    // 依申请公开案例研讨: without a verb it is about something else, too.
    if phrase.has_text() && verbs(phrase).is_empty() {
        return None;
    }
    let other = |it: &Topic| {
        matches!(
            it,
            Topic::Publish
                | Topic::Information
                | Topic::Issue
                | Topic::Documents(_)
                | Topic::Decisions(_)
                | Topic::Fees
                | Topic::ProcessingFee
                | Topic::Charge
                | Topic::Case
                | Topic::Decision
                | Topic::Tribunal
                | Topic::Repeal
        )
    };
    if phrase.topics.iter().any(other) {
        return None;
    }
    let (new, old) = (Row::NewlyReceived, Row::CarriedIn);
    let (done, left) = (Row::Concluded, Row::CarriedOut);
    let all = || totals([new, old]);
    let answered_of_new = || totals([new]).less([total(left)]);
    let done_of_new = || totals([done]).less([total(old)]);
    let mut any_of = Vec::new();
    let mut firm = true;
    let verbs = verbs(phrase);
    let mut kind = Kind::Received;
    for verb in &verbs {
        match verb {
            Topic::ReceiveNew => any_of.push(totals([new])),
            Topic::Receive => any_of.extend(received()),
            Topic::Handle => {
                any_of.extend([all(), totals([new]), totals([done]), totals([done, left])]);
            }
            Topic::Conclude => {
                any_of.extend([totals([done]), answered_of_new(), done_of_new()]);
                kind = Kind::Concluded;
            }
            Topic::Answer => {
                any_of.extend([totals([done]), answered_of_new(), done_of_new()]);
                // What was not processed, or ended otherwise, may not count as answered.
                for rows in rows_of(Group::OtherProcessing) {
                    let other = || rows.iter().copied().map(total);
                    let refused = rows_of(Group::Refused).into_iter().take(1).flatten().map(total);
                    any_of.push(totals([done]).less(other()));
                    any_of.push(totals([done]).less(other().chain(refused)));
                }
                kind = Kind::Concluded;
            }
            _ => {}
        }
    }
    if verbs.is_empty() {
        if !named {
            return None;
        }
        any_of.extend(received());
        // 政府信息公开申请共计81件: what else but received.
        firm = phrase.total;
    }
    // 受理并答复: both, or either.
    any_of.dedup();
    Some(Subject { any_of, firm, kind })
}

pub(super) fn carried(phrase: &Phrase) -> Option<Subject> {
    let row = match (phrase.has(Topic::CarriedIn), phrase.has(Topic::CarriedOut)) {
        (true, false) => Row::CarriedIn,
        (false, true) => Row::CarriedOut,
        _ => return None,
    };
    let column = columns(phrase).unwrap_or_else(|| vec![Column::Total]);
    let other = |it: &Topic| {
        matches!(it, Topic::Conclude | Topic::Answer | Topic::Outcome(_) | Topic::Outcomes(_))
    };
    let firm = !phrase.topics.iter().any(other);
    let cells = column.into_iter().map(|column| CellId::new(row, column));
    Some(Subject { any_of: vec![CellSum::of(cells)], firm, kind: Kind::Carried })
}

pub(super) fn verbs(phrase: &Phrase) -> Vec<Topic> {
    let verb = |it: &Topic| {
        matches!(
            it,
            Topic::Receive | Topic::ReceiveNew | Topic::Handle | Topic::Conclude | Topic::Answer
        )
    };
    phrase.topics.iter().copied().filter(verb).collect()
}

pub(super) fn requests_meant(phrase: &Phrase, cx: &Context) -> bool {
    cx.requests || phrase.has(Topic::Requests)
}
