//! Where the reading of a sentence is.

use ogi_model::{CellId, CellSum, Row, Scope};

use super::super::phrase::Phrase;
use super::super::quantity::Quantity;
use super::super::subject::{Context, Subject};
use super::super::token::ItemStyle;

/// A number that was met, and the claim that was made of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub(super) quantity: Quantity,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) claim: Option<usize>,
}

/// A list of parts (其中).
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    /// The number that it splits; the claim of it is made when the first part is met.
    pub(super) whole: Mention,
    /// Whether nothing was stated since it began.
    pub(super) fresh: bool,
    /// How many brackets are around it.
    pub(super) depth: usize,
    /// Whether all parts are named, as after a colon.
    pub(super) names_all: bool,
    /// How its items are numbered, if they are.
    pub(super) style: Option<ItemStyle>,
    /// Whether its first part has a verb of its own: 网站发布50条.
    pub(super) has_verb: bool,
    /// How many parts that the form does not count it has, what they come to, and the claim on the last.
    pub(super) parts: u32,
    pub(super) sum: i64,
    pub(super) last: Option<usize>,
}

/// Where the reading of a sentence is.
pub(super) struct State<'s> {
    pub(super) text: &'s str,
    pub(super) cx: Context,
    pub(super) phrase: Phrase,
    /// The words before the last comma, if no number took them.
    pub(super) carry: Option<Phrase>,
    /// Whether the words since the last mark stand behind a number: they belong to it, and to none that follows.
    pub(super) behind_number: bool,
    pub(super) latest: Option<Mention>,
    pub(super) list: Option<List>,
    /// The list that goes on after the ； that ends the present one.
    pub(super) outer: Option<List>,
    /// The lists and mentions around the open brackets.
    pub(super) brackets: Vec<(Option<List>, Option<Mention>)>,
    /// The rows of all disputes that were named.
    pub(super) disputes: Vec<Row>,
    /// What 分别 hands out.
    pub(super) queue: Vec<Subject>,
    /// The unit in which documents were counted last: 制作文件572份, so that 依申请公开39份 are of them as well.
    pub(super) documents: Option<&'s str>,
    pub(super) scope: Scope,
    /// Whether others were named since the last comma.
    pub(super) others: bool,
    pub(super) year: Option<u16>,
    pub(super) compared: bool,
    pub(super) future: bool,
    pub(super) other_time: bool,
}

impl List {
    /// The parts of a number.
    pub(super) const fn of(whole: Mention, depth: usize) -> Self {
        Self {
            whole,
            fresh: true,
            depth,
            names_all: false,
            style: None,
            has_verb: false,
            parts: 0,
            sum: 0,
            last: None,
        }
    }
}

impl<'s> State<'s> {
    /// At the beginning of a sentence; `requests` says whether the talk is of requests.
    pub(super) fn new(text: &'s str, requests: bool) -> Self {
        Self {
            text,
            cx: Context { requests, ..Context::default() },
            phrase: Phrase::default(),
            carry: None,
            behind_number: false,
            latest: None,
            list: None,
            outer: None,
            brackets: Vec::new(),
            disputes: Vec::new(),
            queue: Vec::new(),
            documents: None,
            scope: Scope::Own,
            others: false,
            year: None,
            compared: false,
            future: false,
            other_time: false,
        }
    }
}

/// The rows of sums, each once.
pub(super) fn rows(sums: &[CellSum]) -> Vec<Row> {
    let mut rows: Vec<_> = sums.iter().flat_map(CellSum::cells).map(CellId::row).collect();
    rows.sort();
    rows.dedup();
    rows
}
