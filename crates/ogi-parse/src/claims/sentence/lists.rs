//! Lists of parts: 其中.

use core::ops::Range;

use ogi_model::{ClaimSubject, ClaimValue, Hedge};

use super::super::phrase::Phrase;
use super::super::quantity::Quantity;
use super::super::token::ItemStyle;
use super::super::word::Topic;
use super::Reader;
use super::state::{List, Mention, State};

impl Reader<'_> {
    /// The number before 其中 becomes the whole of a list.
    pub(super) fn begin_list(&mut self, at: &mut State<'_>) {
        let Some(whole) = at.latest else { return };
        // Another 其中 at the same place splits the part before it, until the items go on; figures of the form may
        // split the whole once more: nobody can know.
        if let Some(outer) = at.list.take() {
            if outer.fresh || outer.depth != at.brackets.len() {
                self.end_list(Some(outer));
            } else {
                let is_part = whole.claim.is_some_and(|it| {
                    let claim = &self.claims[it];
                    claim.of == outer.whole.claim
                        && matches!(claim.about, ClaimSubject::Other { .. })
                });
                if !is_part {
                    self.end_list(Some(outer));
                    return;
                }
                at.outer = Some(outer);
            }
        }
        if !matches!(whole.quantity.said, ClaimValue::Count(_)) || at.compared || at.future {
            return;
        }
        let about = whole.claim.map(|it| &self.claims[it].about);
        at.cx.whole = match about {
            Some(ClaimSubject::Figures { any_of, .. }) => any_of.clone(),
            _ => Vec::new(),
        };
        at.list = Some(List::of(whole, at.brackets.len()));
    }

    /// The number before a colon, or before 具体为, becomes the whole of a list that names all its parts.
    pub(super) fn begin_list_of_all(&mut self, at: &mut State<'_>) {
        self.begin_list(at);
        if let Some(list) = &mut at.list {
            list.names_all = true;
        }
    }

    /// The numbers in a bracket behind a part of a list are parts of that part.
    pub(super) fn begin_list_in_bracket(&self, at: &mut State<'_>) {
        let is_part = |it: &Mention| it.claim.is_some_and(|it| self.claims[it].of.is_some());
        let part = at.latest.filter(|it| at.list.is_some() && is_part(it));
        if let Some(part) = part {
            at.list = Some(List::of(part, at.brackets.len()));
        }
    }

    /// What a list comes to know when it ends: after a colon the last part is the rest, if nothing was said behind it.
    pub(super) fn end_list(&mut self, list: Option<List>) {
        let Some(List { names_all: true, parts: 2.., last: Some(last), .. }) = list else { return };
        if let ClaimSubject::Other { rest } = &mut self.claims[last].about {
            *rest = true;
        }
    }

    /// The claim on the whole of the list.
    pub(super) fn whole(&mut self, at: &mut State<'_>) -> Option<usize> {
        let whole = at.list?.whole;
        let claim = whole.claim.unwrap_or_else(|| {
            let about = ClaimSubject::Other { rest: false };
            self.push(at, about, whole.quantity, whole.start..whole.end, None)
        });
        if let Some(list) = &mut at.list {
            list.whole.claim = Some(claim);
        }
        // Around a bracket the same number goes on.
        for mention in
            [&mut at.latest].into_iter().chain(at.brackets.iter_mut().map(|it| &mut it.1))
        {
            if let Some(it) =
                mention.as_mut().filter(|it| (it.start, it.end) == (whole.start, whole.end))
            {
                it.claim = Some(claim);
            }
        }
        Some(claim)
    }

    /// A part of a list that the form does not count.
    pub(super) fn part_of_list(
        &mut self,
        at: &mut State<'_>,
        phrase: &Phrase,
        quantity: Quantity,
        range: Range<usize>,
    ) -> Option<usize> {
        let unit = at.list?.whole.quantity.unit;
        let same_unit = quantity.unit.is_empty() || unit == quantity.unit;
        if !same_unit || phrase.is_empty() {
            at.list = None;
            return None;
        }
        // 政务类61条，业务类62条，同时发布解读12条: with a verb of its own, or behind parts that add up, it is none.
        let has_verb = phrase.topics.iter().any(Topic::is_verb);
        let is_behind = |it: List| {
            let adds_up = it.whole.quantity.said == ClaimValue::Count(it.sum);
            it.names_all && it.parts > 1 && (adds_up || has_verb && !it.has_verb)
        };
        if at.list.is_some_and(is_behind) {
            let list = at.list.take();
            self.end_list(list);
            return None;
        }
        let style = ItemStyle::of(&at.text[range.start..]);
        let whole = self.whole(at)?;
        let about = ClaimSubject::Other { rest: phrase.rest };
        let part = self.push(at, about, quantity, range, Some(whole));
        if let Some(list) = &mut at.list {
            if list.parts == 0 {
                (list.style, list.has_verb) = (style, has_verb);
            }
            list.fresh = false;
            list.names_all &= !phrase.and_so && quantity.hedge == Hedge::Exact;
            (list.parts, list.last) = (list.parts + 1, Some(part));
            if let ClaimValue::Count(count) = quantity.said {
                list.sum = list.sum.saturating_add(count);
            }
        }
        Some(part)
    }
}
