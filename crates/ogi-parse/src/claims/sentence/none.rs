//! What is said without a number: none of something, or all of one kind.

use ogi_model::{CellId, CellSum, ClaimSubject, ClaimValue, Column, Hedge, Scope};

use super::super::phrase::Phrase;
use super::super::quantity::Quantity;
use super::super::subject::{self, Kind};
use super::super::word::Topic;
use super::state::{State, rows};
use super::{Antecedents, Reader};

impl Reader<'_> {
    /// 未收到…, 无…: each thing that is named is none.
    pub(super) fn none(&mut self, at: &mut State<'_>, phrase: &Phrase, end: usize) {
        if at.future || at.compared || phrase.text_before && !phrase.other_thing {
            return;
        }
        let quantity = Quantity { said: ClaimValue::None, hedge: Hedge::Exact, unit: "" };
        let range = phrase.start.unwrap_or(end)..end;
        if phrase.has(Topic::ProcessingFee) {
            self.push(at, ClaimSubject::ProcessingFee, quantity, range, None);
            return;
        }
        let mut subjects = subject::one_by_one(phrase, &at.cx, self.report);
        if subjects.is_empty() {
            subjects.extend(subject::of(phrase, &at.cx, self.report));
        }
        if phrase.names_body && at.scope == Scope::Own {
            at.scope = Scope::Unknown;
        }
        for subject in subjects {
            if subject.kind == Kind::Disputes {
                at.cx.disputes = rows(&subject.any_of);
            }
            // 未答复 is no claim that nothing was answered.
            if subject.kind != Kind::Concluded {
                let firm = (subject.firm || subject.kind == Kind::Received)
                    && (!phrase.has_text() || phrase.other_thing)
                    && !at.other_time;
                let about = ClaimSubject::Figures { any_of: subject.any_of, firm };
                self.push(at, about, quantity, range.clone(), None);
            }
        }
    }

    /// 全部为自然人申请, 均获维持: the others are none.
    pub(super) fn all(
        &mut self,
        at: &mut State<'_>,
        phrase: &Phrase,
        end: usize,
        antecedents: &Antecedents,
    ) {
        let range = phrase.start.unwrap_or(end)..end;
        let quantity = Quantity { said: ClaimValue::None, hedge: Hedge::Exact, unit: "" };
        let any_of = if phrase.has(Topic::Result(Column::Upheld)) {
            let cells = at.disputes.iter().map(|row| CellId::new(*row, Column::Corrected));
            vec![CellSum::of(cells)].into_iter().filter(|it| !it.plus.is_empty()).collect()
        } else if let Some(columns) = subject::other_columns(phrase) {
            let ClaimSubject::Figures { any_of, .. } = antecedents
                .received
                .map_or(&ClaimSubject::ProcessingFee, |it| &self.claims[it].about)
            else {
                return;
            };
            subject::in_columns(any_of, &columns).unwrap_or_default()
        } else {
            return;
        };
        if !any_of.is_empty() && !phrase.has_text() && !at.future {
            let about = ClaimSubject::Figures { any_of, firm: true };
            self.push(at, about, quantity, range, None);
        }
    }
}
