//! A sentence, from its first word to its last: numbers find what they are about.

use core::ops::Range;

use ogi_model::{About, CellId, CellSum, Claim, Column, Hedge, Place, Report, Row, Said, Scope};

use super::known::Known;
use super::phrase::Phrase;
use super::quantity::Quantity;
use super::subject::{self, Context, Kind, Subject};
use super::token::{Spanned, Token, tokens};
use super::word::{Topic, Whose, Word};

/// What the sentences of a paragraph hand on to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    pub(super) requests: bool,
    /// The latest claims on what was received and on what was concluded.
    pub(super) received: Option<usize>,
    pub(super) concluded: Option<usize>,
}

/// Reads the sentences of a report.
pub(super) struct Reader<'r> {
    report: &'r Report,
    known: Known,
    pub(super) claims: Vec<Claim>,
}

/// A number that was met, and the claim that was made of it.
#[derive(Clone, Copy, Debug)]
struct Mention<'s> {
    quantity: Quantity<'s>,
    start: usize,
    end: usize,
    claim: Option<usize>,
}

/// A list of parts (其中).
#[derive(Clone, Copy, Debug)]
struct List<'s> {
    /// The number that it splits; the claim of it is made when the first part is met.
    whole: Mention<'s>,
    /// Whether nothing was told since it began.
    fresh: bool,
    /// How many brackets are around it.
    depth: usize,
}

/// Where the reading of a sentence is.
struct State<'s> {
    text: &'s str,
    cx: Context,
    phrase: Phrase,
    /// The words before the last comma, if no number took them.
    carry: Option<Phrase>,
    latest: Option<Mention<'s>>,
    list: Option<List<'s>>,
    /// The lists and mentions around the open brackets.
    brackets: Vec<(Option<List<'s>>, Option<Mention<'s>>)>,
    /// The rows of all disputes that were named.
    disputes: Vec<Row>,
    /// What 分别 hands out.
    queue: Vec<Subject>,
    scope: Scope,
    /// Whether others were named since the last comma.
    others: bool,
    year: Option<u16>,
    compared: bool,
    future: bool,
    other_time: bool,
}

impl<'r> Reader<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        Self { report, known: Known::of(report), claims: Vec::new() }
    }

    /// Reads a sentence, which is a range of the text of its paragraph. Places are bytes of that text.
    pub(super) fn sentence(&mut self, text: &str, range: Range<usize>, told: &mut Told) {
        let sentence = &text[range.clone()];
        if !may_tell(sentence) {
            told.requests |= sentence.contains("公开申请") || sentence.contains("申请公开");
            return;
        }
        let tokens = tokens(sentence, range.start, &self.known);
        let requests = told.requests
            || tokens.iter().any(|it| it.token == Token::Word(Word::Topic(Topic::Requests)));
        let mut at = State {
            text,
            cx: Context { requests, ..Context::default() },
            phrase: Phrase::default(),
            carry: None,
            latest: None,
            list: None,
            brackets: Vec::new(),
            disputes: Vec::new(),
            queue: Vec::new(),
            scope: Scope::Own,
            others: false,
            year: None,
            compared: false,
            future: false,
            other_time: false,
        };
        let mut i = 0;
        while let Some(it) = tokens.get(i) {
            i += 1;
            match it.token {
                Token::Word(word) => self.word(&mut at, word, it.span.clone(), told),
                Token::Text => at.phrase.push_text(&text[it.span.clone()], it.span.start),
                Token::Year(year) => {
                    at.year = Some(year);
                    at.phrase.start.get_or_insert(it.span.start);
                }
                Token::Quantity(quantity) => {
                    let used =
                        self.quantity(&mut at, quantity, it.span.clone(), &tokens[i..], told);
                    i += used;
                }
                Token::LeftOut => self.left_out(&mut at, it.span.clone(), told),
                Token::Join => {}
                Token::Comma | Token::Stop | Token::Open | Token::Close => {
                    self.boundary(&mut at, it.token, it.span.start, told);
                }
            }
        }
        self.boundary(&mut at, Token::Stop, range.end, told);
        told.requests = requests;
    }

    fn word(&mut self, at: &mut State<'_>, word: Word, span: Range<usize>, told: &Told) {
        match word {
            Word::Among => {
                self.boundary(at, Token::Comma, span.start, told);
                self.begin_list(at);
            }
            Word::Compare => {
                at.compared = true;
                at.phrase.start.get_or_insert(span.start);
            }
            Word::Future => at.future = true,
            Word::OtherTime => at.other_time = true,
            Word::Whose(whose) => {
                at.scope = match (whose, at.scope) {
                    // 指导各部门向我局…: still about others.
                    (Whose::Own, Scope::Others) if at.others => Scope::Others,
                    (Whose::Own, _) => Scope::Own,
                    (Whose::Region, _) if self.known.is_government => Scope::Own,
                    (Whose::Region, Scope::Others) | (Whose::Others, _) => Scope::Others,
                    (Whose::Region, _) => Scope::Region,
                    (Whose::OnBehalf, _) => Scope::Unknown,
                };
                at.others |= whose == Whose::Others;
                at.phrase.start.get_or_insert(span.start);
            }
            Word::Topic(topic) => {
                match topic {
                    Topic::Disclosure | Topic::Requests => at.cx.disclosure = true,
                    Topic::Issue | Topic::Publish | Topic::Repeal | Topic::InForce => {
                        at.cx.document_verb = Some(topic);
                    }
                    Topic::Documents(row) => at.cx.documents = Some(row),
                    Topic::Tribunal => at.cx.decides = true,
                    _ => {}
                }
                at.phrase.push(word, span.start);
            }
            _ => at.phrase.push(word, span.start),
        }
    }

    /// The number before 其中 becomes the whole of a list.
    fn begin_list(&self, at: &mut State<'_>) {
        let Some(whole) = at.latest else { return };
        // Another 其中 at the same place splits the part before it, or the whole once more: nobody can tell.
        if at.list.take().is_some_and(|it| !it.fresh && it.depth == at.brackets.len()) {
            return;
        }
        if !matches!(whole.quantity.said, Said::Count(_)) || at.compared || at.future {
            return;
        }
        let about = whole.claim.map(|it| &self.claims[it].about);
        at.cx.whole = match about {
            Some(About::Figures { any_of, .. }) => any_of.clone(),
            _ => Vec::new(),
        };
        at.list = Some(List { whole, fresh: true, depth: at.brackets.len() });
    }

    /// The claim on the whole of the list.
    fn whole(&mut self, at: &mut State<'_>) -> Option<usize> {
        let whole = at.list?.whole;
        let claim = whole.claim.unwrap_or_else(|| {
            let about = About::Other { rest: false };
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

    fn quantity<'s>(
        &mut self,
        at: &mut State<'s>,
        quantity: Quantity<'s>,
        span: Range<usize>,
        after: &[Spanned<'s>],
        told: &mut Told,
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
        if phrase.no && quantity.said == Said::Count(0) {
            // 未收到申请0件
            self.none(at, &phrase, span.end);
        } else if at.future || phrase.no {
            // 没有超过30件: nobody knows.
        } else if let Said::Percent(_) = quantity.said {
            mention.claim = self.percent(at, &phrase, quantity, start..span.end, told);
            if !at.compared && mention.claim.is_some() {
                // The share belongs to the number before it, which stays the latest.
                return 0;
            }
        } else if at.compared || phrase.differ {
        } else if let Said::Money(_) = quantity.said {
            mention.claim = self.money(at, &phrase, quantity, start..span.end);
        } else if !at.queue.is_empty() && phrase.is_empty() {
            let subject = at.queue.remove(0);
            mention.claim =
                Some(self.figures(at, subject, quantity, start..span.end, &phrase, told));
        } else if quantity.counts() {
            let many =
                phrase.respectively || phrase.each || phrase.all && quantity.said == Said::Count(0);
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
                let own_words = phrase.topics.iter().any(|it| *it != Topic::Requests);
                if !own_words && let Some(found) = subject::behind(&behind, &at.cx, self.report) {
                    let count = after[..tokens].last().map_or(span.end, |it| it.span.end);
                    range.end = count;
                    used = tokens;
                    at.cx.disclosure |=
                        behind.has(Topic::Disclosure) || behind.has(Topic::Requests);
                    subjects.push(found);
                }
            }
            for subject in subjects {
                mention.claim =
                    Some(self.figures(at, subject, quantity, range.clone(), &phrase, told));
            }
            if mention.claim.is_none() {
                mention.claim = self.part_of_list(at, &phrase, quantity, range);
            }
        } else {
            // A list that goes on with something else is not understood.
            at.list = None;
        }
        at.latest = Some(mention);
        used
    }

    /// A part of a list that the form does not count.
    fn part_of_list(
        &mut self,
        at: &mut State<'_>,
        phrase: &Phrase,
        quantity: Quantity<'_>,
        range: Range<usize>,
    ) -> Option<usize> {
        let unit = at.list?.whole.quantity.unit;
        let same_unit = quantity.unit.is_empty() || unit == quantity.unit;
        if !same_unit || phrase.is_empty() {
            at.list = None;
            return None;
        }
        let whole = self.whole(at)?;
        at.list = at.list.map(|it| List { fresh: false, ..it });
        let about = About::Other { rest: phrase.rest };
        Some(self.push(at, about, quantity, range, Some(whole)))
    }

    fn figures(
        &mut self,
        at: &mut State<'_>,
        subject: Subject,
        quantity: Quantity<'_>,
        range: Range<usize>,
        phrase: &Phrase,
        told: &mut Told,
    ) -> usize {
        let whole_again = matches!(
            subject.kind,
            Kind::Received | Kind::Concluded | Kind::Disputes | Kind::Documents
        );
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
            Kind::Outcome => told.concluded,
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
            // Results that follow may be those of the part or of the whole.
            at.cx.decides = true;
        } else if kind == Kind::Disputes {
            at.cx.disputes = rows(&subject.any_of);
            at.disputes.extend(&at.cx.disputes);
            at.cx.decides |= subject::is_handled(phrase);
        }
        let about = About::Figures { any_of: subject.any_of, firm: subject.firm && !at.other_time };
        let claim = self.push(at, about, quantity, range, of);
        match kind {
            Kind::Received if of.is_none() => told.received = Some(claim),
            Kind::Concluded if of.is_none() => told.concluded = Some(claim),
            _ => {}
        }
        claim
    }

    fn percent(
        &mut self,
        at: &mut State<'_>,
        phrase: &Phrase,
        quantity: Quantity<'_>,
        range: Range<usize>,
        told: &Told,
    ) -> Option<usize> {
        if at.compared || phrase.differ {
            let requests = told.received.and_then(|it| self.claims.get(it));
            let named = phrase.request || phrase.has(Topic::Requests) || phrase.topics.is_empty();
            let About::Figures { any_of, .. } = &requests?.about else { return None };
            let about = About::Change { any_of: any_of.clone() };
            return named.then(|| self.push(at, about, quantity, range, None));
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
        let About::Figures { any_of, .. } = &self.claims[claim].about else { return None };
        let of = subject::in_report(subject::wholes(any_of), self.report);
        let start = latest.start;
        Some(self.push(at, About::Share { of }, quantity, start..range.end, Some(claim)))
    }

    fn money(
        &mut self,
        at: &mut State<'_>,
        phrase: &Phrase,
        quantity: Quantity<'_>,
        range: Range<usize>,
    ) -> Option<usize> {
        let about = if phrase.has(Topic::ProcessingFee) {
            About::ProcessingFee
        } else {
            let subject =
                subject::of(phrase, &at.cx, self.report).filter(|it| it.kind == Kind::Fee)?;
            About::Figures { any_of: subject.any_of, firm: subject.firm }
        };
        Some(self.push(at, about, quantity, range, None))
    }

    fn left_out(&mut self, at: &mut State<'_>, span: Range<usize>, _: &Told) {
        let phrase = core::mem::take(&mut at.phrase);
        let counted = phrase.total || at.list.is_some();
        let start = phrase.start.unwrap_or(span.start);
        if counted && !phrase.has_text() && !at.future {
            let quantity = Quantity { said: Said::LeftOut, hedge: Hedge::Exact, unit: "" };
            let about = match subject::of(&phrase, &at.cx, self.report) {
                Some(subject) => About::Figures { any_of: subject.any_of, firm: subject.firm },
                None => About::Other { rest: false },
            };
            self.push(at, about, quantity, start..span.end, None);
        }
    }

    /// The end of a clause: what was said without a number, and what goes on.
    fn boundary(&mut self, at: &mut State<'_>, token: Token<'_>, end: usize, told: &Told) {
        let phrase = core::mem::take(&mut at.phrase);
        if phrase.no {
            self.none(at, &phrase, end);
        } else if phrase.all {
            self.all(at, &phrase, end, told);
        } else if !phrase.is_empty() {
            at.carry = Some(phrase);
        }
        match token {
            Token::Open => {
                at.brackets.push((at.list, at.latest));
                at.carry = None;
            }
            Token::Close => {
                if let Some((list, latest)) = at.brackets.pop() {
                    (at.list, at.latest) = (list, latest);
                }
                at.carry = None;
            }
            Token::Stop => at.carry = None,
            _ => {}
        }
        (at.compared, at.others) = (false, false);
    }

    /// 未收到…, 无…: each thing that is named is none.
    fn none(&mut self, at: &mut State<'_>, phrase: &Phrase, end: usize) {
        if at.future || at.compared || phrase.text_before {
            return;
        }
        let quantity = Quantity { said: Said::None, hedge: Hedge::Exact, unit: "" };
        let range = phrase.start.unwrap_or(end)..end;
        if phrase.has(Topic::ProcessingFee) {
            self.push(at, About::ProcessingFee, quantity, range, None);
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
                    && !phrase.has_text()
                    && !at.other_time;
                let about = About::Figures { any_of: subject.any_of, firm };
                self.push(at, about, quantity, range.clone(), None);
            }
        }
    }

    /// 全部为自然人申请, 均获维持: the others are none.
    fn all(&mut self, at: &mut State<'_>, phrase: &Phrase, end: usize, told: &Told) {
        let range = phrase.start.unwrap_or(end)..end;
        let quantity = Quantity { said: Said::None, hedge: Hedge::Exact, unit: "" };
        let any_of = if phrase.has(Topic::Result(Column::Upheld)) {
            at.disputes.sort();
            at.disputes.dedup();
            let cells = at.disputes.iter().map(|row| CellId::new(*row, Column::Corrected));
            vec![CellSum::of(cells)].into_iter().filter(|it| !it.plus.is_empty()).collect()
        } else if let Some(columns) = subject::other_columns(phrase) {
            let About::Figures { any_of, .. } =
                told.received.map_or(&About::ProcessingFee, |it| &self.claims[it].about)
            else {
                return;
            };
            subject::in_columns(any_of, &columns).unwrap_or_default()
        } else {
            return;
        };
        if !any_of.is_empty() && !phrase.has_text() && !at.future {
            let about = About::Figures { any_of, firm: true };
            self.push(at, about, quantity, range, None);
        }
    }

    fn push(
        &mut self,
        at: &State<'_>,
        about: About,
        quantity: Quantity<'_>,
        range: Range<usize>,
        of: Option<usize>,
    ) -> usize {
        self.claims.push(Claim {
            printed: at.text[range.clone()].to_owned(),
            about,
            value: quantity.said,
            hedge: quantity.hedge,
            scope: at.scope,
            year: at.year,
            of,
            place: Place::Text { start: range.start as u32, end: range.end as u32 },
        });
        self.claims.len() - 1
    }
}

/// Whether a sentence may tell a figure: it has a digit, or a word for a number or for none.
fn may_tell(sentence: &str) -> bool {
    sentence.contains(|c: char| c.is_ascii_digit() || "未无没零均全件条〇".contains(c))
}

/// The words behind a number, up to the next mark or number, and how many tokens they are.
fn behind(text: &str, after: &[Spanned<'_>]) -> (Phrase, usize) {
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

fn rows(sums: &[CellSum]) -> Vec<Row> {
    let mut rows: Vec<_> = sums.iter().flat_map(CellSum::cells).map(CellId::row).collect();
    rows.sort();
    rows.dedup();
    rows
}
