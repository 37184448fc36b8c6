//! A sentence, from its first word to its last: numbers find what they are about.

mod lists;
mod none;
mod numbers;
mod requests;
mod state;

use core::ops::Range;

use ogi_model::{Claim, ClaimSubject, Place, Report, Scope};

use ogi_text::number;

use super::known::KnownFacts;
use super::quantity::Quantity;
use super::subject;
use super::token::{ItemStyle, Spanned, Token, tokens};
use super::word::{Topic, Whose, Word};

pub(super) use requests::names_requests;
use requests::{names_other_thing, speaks_of_requests};
use state::{List, Mention, State};

/// How deep brackets are followed.
const DEEPEST: usize = 4;

/// What the sentences of a paragraph hand on to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Antecedents {
    pub(super) requests: bool,
    /// Whether it was of what the form does not count: 信访, 政务服务.
    pub(super) other_things: bool,
    /// The latest claims on what was received and on what was concluded.
    pub(super) received: Option<usize>,
    pub(super) concluded: Option<usize>,
    /// The number that the last sentence ended with: the next may begin with 其中.
    latest: Option<Mention>,
}

impl Antecedents {
    /// At the beginning of a paragraph; `requests` says whether its heading is about requests.
    pub(super) fn of_paragraph(requests: bool) -> Self {
        Self { requests, ..Self::default() }
    }
}

/// Reads the sentences of a report.
pub(super) struct Reader<'r> {
    report: &'r Report,
    known: KnownFacts,
    pub(super) claims: Vec<Claim>,
    /// The list that the sentence before left open: it goes on with the items that follow.
    open: Option<List>,
}
impl<'r> Reader<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        Self { report, known: KnownFacts::of(report), claims: Vec::new(), open: None }
    }

    /// Reads a sentence, which is a range of the text of its paragraph. Places are bytes of that text.
    pub(super) fn sentence(
        &mut self,
        text: &str,
        range: Range<usize>,
        antecedents: &mut Antecedents,
    ) {
        let sentence = &text[range.clone()];
        let open = self.open.take();
        let style = ItemStyle::of(sentence);
        let goes_on = style.is_some() && open.is_some_and(|it| it.fresh || it.style == style);
        if !goes_on {
            self.end_list(open);
        }
        if !may_state(sentence) {
            antecedents.requests |= names_requests(sentence);
            antecedents.other_things |= !antecedents.requests && names_other_thing(sentence);
            antecedents.latest = None;
            return;
        }
        let tokens = tokens(sentence, range.start, &self.known);
        let has = |word| tokens.iter().any(|it| it.token == Token::Word(word));
        let named = antecedents.requests || has(Word::Topic(Topic::Requests));
        antecedents.other_things |= has(Word::OtherThing);
        let requests = named || !antecedents.other_things && speaks_of_requests(sentence, &tokens);
        let mut at = State::new(text, requests);
        at.cx.disclosure = antecedents.requests;
        at.list = open.filter(|_| goes_on);
        if tokens.first().is_some_and(|it| it.token == Token::Word(Word::Among)) {
            at.latest = antecedents.latest;
        }
        let mut i = 0;
        while let Some(it) = tokens.get(i) {
            i += 1;
            match it.token {
                Token::Word(word) => self.word(&mut at, word, it.span.clone(), antecedents),
                Token::Text => at.phrase.push_text(&text[it.span.clone()], it.span.start),
                Token::Year(year) => {
                    at.year = Some(year);
                    at.phrase.start.get_or_insert(it.span.start);
                }
                Token::Quantity(quantity) => {
                    let used = self.quantity(
                        &mut at,
                        quantity,
                        it.span.clone(),
                        &tokens[i..],
                        antecedents,
                    );
                    i += used;
                }
                Token::LeftOut => self.left_out(&mut at, it.span.clone(), antecedents),
                Token::Join => {}
                Token::Comma | Token::Stop | Token::Colon | Token::Open | Token::Close => {
                    self.boundary(&mut at, it.token, it.span.start, antecedents);
                }
            }
        }
        self.boundary(&mut at, Token::Stop, range.end, antecedents);
        self.leave_open(&mut at, &tokens);
        antecedents.requests = named;
        antecedents.latest = at.latest;
    }

    /// A list that the sentence ends with may go on in the next: the number that it splits is then a claim already.
    fn leave_open(&mut self, at: &mut State<'_>, tokens: &[Spanned]) {
        let last = tokens.iter().rev().map(|it| it.token).find(|it| *it != Token::Stop);
        let begins = last == Some(Token::Colon) && at.list.is_some_and(|it| it.fresh);
        if begins {
            self.whole(at);
        }
        let list = at.outer.or(at.list);
        let goes_on = |it: &List| begins || it.style.is_some();
        self.open = list.filter(|it| it.whole.claim.is_some() && goes_on(it));
        if self.open.is_none() {
            self.end_list(list);
        }
    }

    /// No item follows any more.
    pub(super) fn end(&mut self) {
        let open = self.open.take();
        self.end_list(open);
    }

    fn word(
        &mut self,
        at: &mut State<'_>,
        word: Word,
        span: Range<usize>,
        antecedents: &Antecedents,
    ) {
        match word {
            Word::Among => {
                self.boundary(at, Token::Comma, span.start, antecedents);
                self.begin_list(at);
            }
            Word::Namely => {
                self.boundary(at, Token::Comma, span.start, antecedents);
                self.begin_list_of_all(at);
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
                    (Whose::Own | Whose::Region, Scope::Others) if at.others => Scope::Others,
                    (Whose::Own, _) => Scope::Own,
                    (Whose::Region, _) if self.known.is_own_region(&at.text[span.clone()]) => {
                        Scope::Own
                    }
                    // 全县各级行政机关: all that a government adds up.
                    (Whose::Below, Scope::Own) if self.known.is_government() => Scope::Own,
                    (Whose::Region, Scope::Others) | (Whose::Others | Whose::Below, _) => {
                        Scope::Others
                    }
                    (Whose::Region, _) => Scope::Region,
                    (Whose::OnBehalf, _) => Scope::Unknown,
                };
                at.others |=
                    whose == Whose::Others || whose == Whose::Below && at.scope == Scope::Others;
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
    /// The end of a clause: what was said without a number, and what goes on.
    fn boundary(
        &mut self,
        at: &mut State<'_>,
        token: Token,
        end: usize,
        antecedents: &Antecedents,
    ) {
        let phrase = core::mem::take(&mut at.phrase);
        // 网站50条，公众号25条，内容丰富: what comes behind may be another part, without its number.
        let ends = token == Token::Stop;
        let unsaid = phrase.and_so || ends && !(phrase.is_empty() && at.carry.is_none());
        if let Some(list) = at.list.as_mut().filter(|_| unsaid) {
            list.names_all = false;
        }
        if phrase.no {
            self.none(at, &phrase, end);
        } else if phrase.all {
            self.all(at, &phrase, end, antecedents);
        } else if !phrase.is_empty() {
            // 行政复议案件中，维持3件: what follows is of these.
            let named = subject::disputes_named(&phrase);
            if !named.is_empty() {
                at.cx.disputes = named;
            }
            at.carry = Some(phrase).filter(|_| !at.behind_number);
        }
        at.behind_number = false;
        match token {
            // So deep nobody brackets: it is understood no more.
            Token::Open if at.brackets.len() == DEEPEST => at.brackets.clear(),
            Token::Open => {
                at.brackets.push((at.list, at.latest));
                at.carry = None;
                self.begin_list_in_bracket(at);
            }
            Token::Close => {
                if let Some((list, latest)) = at.brackets.pop() {
                    (at.list, at.latest) = (list, latest);
                }
                at.carry = None;
            }
            Token::Colon => {
                at.carry = None;
                if at.latest.is_some_and(|it| it.end == end) {
                    self.begin_list_of_all(at);
                }
            }
            Token::Stop => {
                at.carry = None;
                at.list = at.outer.take().or(at.list);
            }
            _ => {}
        }
        (at.compared, at.others) = (false, false);
    }
    fn push(
        &mut self,
        at: &State<'_>,
        about: ClaimSubject,
        quantity: Quantity,
        range: Range<usize>,
        of: Option<usize>,
    ) -> usize {
        let place = Place::Text { start: range.start as u32, end: range.end as u32 };
        let claim = Claim::new(&at.text[range], about, quantity.said, place)
            .with_hedge(quantity.hedge)
            .with_scope(at.scope)
            .with_year(at.year)
            .with_whole(of);
        self.claims.push(claim);
        self.claims.len() - 1
    }
}

/// Whether a sentence may state a figure: it has a digit, a word for none or for all, or a unit where a number or the
/// end of a clause is beside it.
fn may_state(sentence: &str) -> bool {
    let mut before = ' ';
    for c in sentence.chars() {
        let antecedents = match c {
            '0'..='9' | '未' | '无' | '没' | '零' => true,
            '部' => before == '全',
            '件' | '条' | '份' | '起' | '次' | '个' | '宗' | '项' | '篇' | '例' => {
                number::is_chinese(before)
            }
            '，' | '。' | '；' | '、' | '）' => matches!(before, '件' | '条' | '份' | '篇'),
            _ => false,
        };
        if antecedents {
            return true;
        }
        before = c;
    }
    matches!(before, '件' | '条' | '份' | '篇')
}
