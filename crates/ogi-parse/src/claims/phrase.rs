//! The words before a number, put together.

use super::word::{Topic, Word};

/// The words that belong to one number.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    /// What it may be about, in order.
    pub(super) topics: Vec<Topic>,
    /// Where it begins in the paragraph.
    pub(super) start: Option<usize>,
    /// Whether there are words that are not understood before the first topic.
    pub(super) text_before: bool,
    /// Whether there are such words after it.
    pub(super) text_after: bool,
    /// Whether the words not understood name a body.
    pub(super) names_body: bool,
    /// 申请
    pub(super) request: bool,
    pub(super) all: bool,
    pub(super) each: bool,
    pub(super) respectively: bool,
    pub(super) share: bool,
    pub(super) differ: bool,
    pub(super) rest: bool,
    pub(super) and_so: bool,
    pub(super) no: bool,
    pub(super) total: bool,
    /// 信访, 培训: what the form does not count.
    pub(super) other_thing: bool,
    /// How many channels are named.
    pub(super) channels: u8,
}

/// The most topics of one number.
const MOST_TOPICS: usize = 16;

/// What names of bodies end with.
const BODIES: &[&str] = &[
    "局",
    "委",
    "厅",
    "办公室",
    "政府",
    "部门",
    "镇",
    "乡",
    "街道",
    "单位",
    "中心",
    "院",
    "机关",
    "机构",
    "公司",
    "处",
    "站",
    "所",
    "大队",
    "学校",
    "协会",
];

impl Phrase {
    /// Whether it says nothing of what the number is about, and so goes on with the words before it.
    pub(super) fn is_empty(&self) -> bool {
        let has_word = self.request || self.rest || self.no || self.channels > 0;
        self.topics.is_empty() && !self.text_before && !has_word
    }

    pub(super) fn has(&self, topic: Topic) -> bool {
        self.topics.contains(&topic)
    }

    pub(super) fn has_text(&self) -> bool {
        self.text_before || self.text_after
    }

    /// Whether it is of one channel alone, which may have a part of all.
    pub(super) const fn is_of_one_channel(&self) -> bool {
        self.channels == 1 && !self.total
    }

    /// Adds a word that begins at a byte.
    pub(super) fn push(&mut self, word: Word, at: usize) {
        match word {
            // So many words are no phrase any more.
            Word::Topic(_) if self.topics.len() == MOST_TOPICS => self.text_after = true,
            Word::Topic(topic) => self.topics.push(topic),
            Word::Request => self.request = true,
            Word::All => self.all = true,
            Word::Each => self.each = true,
            Word::Respectively => self.respectively = true,
            Word::Share => self.share = true,
            Word::Differ => self.differ = true,
            Word::Rest => self.rest = true,
            Word::AndSo => self.and_so = true,
            Word::No => self.no = true,
            Word::Total => self.total = true,
            Word::OtherThing => {
                self.other_thing = true;
                self.count_as_text();
            }
            Word::Channel => self.channels = self.channels.saturating_add(1),
            Word::Among
            | Word::Namely
            | Word::Compare
            | Word::Future
            | Word::OtherTime
            | Word::Whose(_)
            | Word::Filler => {}
        }
        self.start.get_or_insert(at);
    }

    /// Words that say nothing of what the form counts.
    const fn count_as_text(&mut self) {
        let before = self.topics.is_empty() && !self.request;
        self.text_before |= before;
        self.text_after |= !before;
    }

    /// Adds words that are not understood.
    pub(super) fn push_text(&mut self, text: &str, at: usize) {
        self.count_as_text();
        self.names_body = self.names_body || names_body(text);
        self.start.get_or_insert(at);
    }
}

/// One walk over the text: most of its characters begin no such word.
fn names_body(text: &str) -> bool {
    let begins = |(at, c): (usize, char)| {
        BODIES.iter().any(|it| it.starts_with(c) && text[at..].starts_with(it))
    };
    text.char_indices().any(begins)
}
