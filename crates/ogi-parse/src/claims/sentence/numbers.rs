//! Numbers, and what they are about.

use core::ops::Range;

use ogi_model::{CellSum, ClaimSubject, ClaimValue, Hedge, Scope};

use super::super::phrase::Phrase;
use super::super::quantity::Quantity;
use super::super::subject::{self, Kind, Subject};
use super::super::token::{Spanned, Token};
use super::super::word::{Topic, Word};
use super::state::{Mention, State, rows};
use super::{Antecedents, Reader};

impl Reader<'_> {
    pub(super) fn quantity<'s>(
        &mut self,
        at: &mut State<'s>,
        quantity: Quantity,
        span: Range<usize>,
        after: &[Spanned],
        antecedents: &mut Antecedents,
    ) -> usize {
        let mut phrase = core::mem::take(&mut at.phrase);
        if phrase.is_empty()
            && let Some(carry) = at.carry.take()
        {
            let (all, start) = (phrase.all, carry.start);
            phrase = Phrase { all: carry.all || all, start, ..carry };
        }
        at.carry = None;
        let start = phrase.start.unwrap_or(span.start);
        let mut mention = Mention { quantity, start, end: span.end, claim: None };
        let mut used = 0;
        if phrase.no && quantity.said == ClaimValue::Count(0) {
            // 未收到申请0件
            self.none(at, &phrase, span.end);
        } else if at.future || phrase.no {
            // 没有超过30件: nobody knows, nor whether a list goes on.
            at.list = None;
        } else if let ClaimValue::Percent(_) = quantity.said {
            mention.claim = self.percent(at, &phrase, quantity, start..span.end, antecedents);
            if !at.compared && mention.claim.is_some() {
                // The share belongs to the number before it, which stays the latest.
                return 0;
            }
        } else if at.compared || phrase.differ {
        } else if let ClaimValue::Money(_) = quantity.said {
            mention.claim = self.money(at, &phrase, quantity, start..span.end);
        } else if !at.queue.is_empty() && phrase.is_empty() {
            let subject = at.queue.remove(0);
            mention.claim =
                Some(self.figures(at, subject, quantity, start..span.end, &phrase, antecedents));
        } else if quantity.counts() {
            let many = phrase.respectively
                || phrase.each
                || phrase.all && quantity.said == ClaimValue::Count(0);
            let own_words = phrase.topics.iter().any(|it| *it != Topic::Requests);
            // 收到8份政府信息公开申请: the object stands behind its number.
            let verb =
                |it: &Topic| matches!(it, Topic::Receive | Topic::ReceiveNew | Topic::Handle);
            if let Some(Spanned { token: Token::Word(object), .. }) = after.first()
                && matches!(object, Word::Topic(Topic::Requests) | Word::Request)
                && phrase.topics.iter().any(verb)
            {
                phrase.push(*object, span.end);
                used = 1;
            }
            let mut subjects = if many {
                subject::one_by_one(&phrase, &at.cx, self.report)
            } else {
                subject::of(&phrase, &at.cx, self.report).into_iter().collect()
            };
            if phrase.respectively && subjects.len() > 1 {
                at.queue = subjects.split_off(1);
            }
            let mut range = start..span.end;
            if subjects.is_empty() {
                let (behind, tokens) = behind(at.text, after);
                let found = (!own_words).then(|| subject::behind(&behind, &at.cx, self.report));
                if let Some(found) = found.flatten() {
                    let count = after[..tokens].last().map_or(span.end, |it| it.span.end);
                    range.end = count;
                    used = tokens;
                    at.cx.disclosure |=
                        behind.has(Topic::Disclosure) || behind.has(Topic::Requests);
                    subjects.push(found);
                }
            }
            // Documents by their class, unless requests are named or were counted before.
            let of_documents = is_unit_of_documents(quantity.unit);
            let among_documents = of_documents && at.documents == Some(quantity.unit);
            let no_requests = antecedents.received.or(antecedents.concluded).is_none();
            subjects.retain(|it| match it.kind {
                Kind::Outcome => {
                    has_requests(&phrase) || !(among_documents || of_documents && no_requests)
                }
                Kind::Received => !among_documents || phrase.topics != [Topic::Requests],
                _ => true,
            });
            for subject in subjects {
                mention.claim =
                    Some(self.figures(at, subject, quantity, range.clone(), &phrase, antecedents));
            }
            if mention.claim.is_none() {
                mention.claim = self.part_of_list(at, &phrase, quantity, range);
                if of_documents {
                    at.documents = Some(quantity.unit);
                }
            }
        } else {
            // A list that goes on with something else is not understood.
            at.list = None;
        }
        at.latest = Some(mention);
        at.behind_number = true;
        used
    }

    fn figures(
        &mut self,
        at: &mut State<'_>,
        subject: Subject,
        quantity: Quantity,
        range: Range<usize>,
        phrase: &Phrase,
        antecedents: &mut Antecedents,
    ) -> usize {
        let whole_again = matches!(
            subject.kind,
            Kind::Received | Kind::Concluded | Kind::Disputes | Kind::Documents
        );
        // 规章13件（含新制定5件，废止4件）: parts of what was disclosed, not all that was repealed.
        let mixed = subject.kind == Kind::Documents && at.list.is_some();
        let mut part_of_dispute = false;
        if let Some(list) = &mut at.list {
            let whole = list.whole.claim.map(|it| &self.claims[it]);
            let cells = |sums: &[CellSum]| sums.iter().flat_map(CellSum::cells).collect::<Vec<_>>();
            // 未经复议直接起诉 of 行政诉讼, 新收 of all that was handled.
            let of_whole = whole.is_some_and(|it| {
                let parts = cells(&subject.any_of);
                it.cells().any(|it| !parts.contains(&it))
                    && parts.iter().all(|part| it.cells().any(|it| it == *part))
            });
            part_of_dispute = of_whole && subject.kind == Kind::Disputes;
            if whole_again && !list.fresh && !of_whole {
                at.list = None;
            } else {
                list.fresh = false;
            }
        }
        let of = self.whole(at).or(match subject.kind {
            Kind::Outcome => antecedents.concluded,
            _ => None,
        });
        // A part is of the same scope and year as its whole.
        if let Some(whole) = of.and_then(|of| self.claims.get(of)) {
            at.scope = whole.scope;
            at.year = at.year.or(whole.year);
        }
        if phrase.names_body && at.scope == Scope::Own {
            at.scope = Scope::Unknown;
        }
        let kind = subject.kind;
        if part_of_dispute {
            at.cx.split = true;
        } else if kind == Kind::Disputes {
            at.cx.disputes = rows(&subject.any_of);
            at.disputes.extend(&at.cx.disputes);
            at.disputes.sort();
            at.disputes.dedup();
            at.cx.handled |= subject::is_handled(phrase);
        }
        let firm = subject.firm && !at.other_time && !mixed;
        let about = ClaimSubject::Figures { any_of: subject.any_of, firm };
        // 办理行政复议36起: those against the body, or those that it decided on.
        // 行政复议12件: those over disclosure, or all.
        let in_doubt = match kind {
            Kind::Disputes => at.cx.handled || !subject::is_over_disclosure(phrase, &at.cx),
            Kind::Results => !subject::is_over_disclosure(phrase, &at.cx),
            _ => false,
        };
        let of_whom = in_doubt && at.scope == Scope::Own;
        let claim = self.push(at, about, quantity, range, of);
        if of_whom {
            self.claims[claim].scope = Scope::Unknown;
        }
        match kind {
            Kind::Received if of.is_none() => antecedents.received = Some(claim),
            Kind::Concluded if of.is_none() => antecedents.concluded = Some(claim),
            _ => {}
        }
        claim
    }

    fn percent(
        &mut self,
        at: &mut State<'_>,
        phrase: &Phrase,
        quantity: Quantity,
        range: Range<usize>,
        antecedents: &Antecedents,
    ) -> Option<usize> {
        if at.compared || phrase.differ {
            let requests = antecedents.received.and_then(|it| self.claims.get(it));
            let named = phrase.request || phrase.has(Topic::Requests) || phrase.topics.is_empty();
            let ClaimSubject::Figures { any_of, .. } = &requests?.about else { return None };
            let about = ClaimSubject::Change { any_of: any_of.clone() };
            return named.then(|| self.push(at, about, quantity, range, None));
        }
        if phrase.has(Topic::Rate) {
            return self.rate(at, phrase, quantity, range, antecedents);
        }
        let latest = at.latest.or_else(|| at.brackets.last().and_then(|it| it.1))?;
        let in_bracket =
            phrase.start.is_none() && at.brackets.last().is_some_and(|it| it.1.is_some());
        let about_requests = phrase.topics.iter().all(|it| {
            matches!(
                it,
                Topic::Requests | Topic::Receive | Topic::Handle | Topic::Conclude | Topic::Answer
            )
        });
        if !(phrase.share || in_bracket) || phrase.has_text() || !about_requests {
            return None;
        }
        let claim = latest.claim?;
        let ClaimSubject::Figures { any_of, .. } = &self.claims[claim].about else { return None };
        // 占全市总量的5%: a share of what others have.
        let scope = core::mem::replace(&mut at.scope, self.claims[claim].scope);
        if scope != at.scope {
            return None;
        }
        let of = subject::in_report(subject::wholes(any_of), self.report);
        let start = latest.start;
        Some(self.push(at, ClaimSubject::Share { of }, quantity, start..range.end, Some(claim)))
    }

    /// 办结率: of what was received. All of it may mean all that was due.
    fn rate(
        &mut self,
        at: &State<'_>,
        phrase: &Phrase,
        quantity: Quantity,
        range: Range<usize>,
        antecedents: &Antecedents,
    ) -> Option<usize> {
        let all = quantity.said == ClaimValue::Percent(ogi_model::Decimal::ONE_HUNDRED);
        let done = antecedents.concluded?;
        if all || phrase.has_text() || phrase.topics.len() > 1 || antecedents.received.is_none() {
            return None;
        }
        let of = subject::in_report(subject::received(), self.report);
        Some(self.push(at, ClaimSubject::Share { of }, quantity, range, Some(done)))
    }

    fn money(
        &mut self,
        at: &mut State<'_>,
        phrase: &Phrase,
        quantity: Quantity,
        range: Range<usize>,
    ) -> Option<usize> {
        let about = if phrase.has(Topic::ProcessingFee) {
            ClaimSubject::ProcessingFee
        } else {
            let subject =
                subject::of(phrase, &at.cx, self.report).filter(|it| it.kind == Kind::Fee)?;
            ClaimSubject::Figures { any_of: subject.any_of, firm: subject.firm }
        };
        Some(self.push(at, about, quantity, range, None))
    }

    pub(super) fn left_out(&mut self, at: &mut State<'_>, span: Range<usize>, _: &Antecedents) {
        // 无结转件: nothing is left out.
        if at.phrase.no {
            return;
        }
        let phrase = core::mem::take(&mut at.phrase);
        let counted = phrase.total || at.list.is_some();
        let start = phrase.start.unwrap_or(span.start);
        if counted && !phrase.has_text() && !at.future {
            let quantity = Quantity { said: ClaimValue::LeftOut, hedge: Hedge::Exact, unit: "" };
            let about = match subject::of(&phrase, &at.cx, self.report) {
                Some(subject) => {
                    ClaimSubject::Figures { any_of: subject.any_of, firm: subject.firm }
                }
                None => ClaimSubject::Other { rest: false },
            };
            self.push(at, about, quantity, start..span.end, None);
        }
    }
}

/// Whether a unit is rather that of documents than of requests: 不予公开52条.
fn is_unit_of_documents(unit: &str) -> bool {
    !["件", "起", "宗", ""].contains(&unit)
}

/// Whether requests are named.
fn has_requests(phrase: &Phrase) -> bool {
    phrase.request || phrase.has(Topic::Requests)
}

/// The words behind a number, up to the next mark or number, and how many tokens they are.
fn behind(text: &str, after: &[Spanned]) -> (Phrase, usize) {
    let mut phrase = Phrase::default();
    for (n, it) in after.iter().enumerate() {
        match it.token {
            Token::Word(Word::Among | Word::Compare | Word::No | Word::Whose(_)) => {
                return (phrase, n);
            }
            Token::Word(word) => phrase.push(word, it.span.start),
            Token::Text => phrase.push_text(&text[it.span.clone()], it.span.start),
            Token::Join => {}
            _ => return (phrase, n),
        }
    }
    (phrase, after.len())
}
