//! What a page says about its article: `<meta>`, and the table or list of facts before it.

use ogi_model::Date;
use ogi_parse::Metadata;
use ogi_text::date::date_at;
use ogi_text::page_fact::{self, PageFact};

use super::flow::trimmed;

/// The longest name of an agency, in characters.
const LONGEST_NAME: usize = 40;

/// What was found so far. What is found first counts.
#[derive(Debug, Default)]
pub(super) struct Info {
    title: Option<String>,
    title_of_page: Option<String>,
    published_by_meta: Option<Date>,
    agency: Option<String>,
    published: Option<Date>,
    /// The label whose value comes next.
    awaited: Option<PageFact>,
    /// Whether the report itself has begun.
    closed: bool,
}

impl Info {
    /// A `<meta>`. The source of the article (`ContentSource`) is not taken: it may be a site or an author.
    pub(super) fn meta(&mut self, name: &str, content: &str) {
        let content = trimmed(content);
        if name.eq_ignore_ascii_case("ArticleTitle") && !content.is_empty() {
            self.title.get_or_insert_with(|| content.to_owned());
        } else if name.eq_ignore_ascii_case("PubDate") {
            self.published_by_meta = self.published_by_meta.or_else(|| day(content));
        }
    }

    /// The `<title>`, which counts where no `<meta>` states that of the article.
    pub(super) fn title_of_page(&mut self, title: &str) {
        let title = trimmed(title);
        if !title.is_empty() {
            self.title_of_page.get_or_insert_with(|| title.to_owned());
        }
    }

    /// A paragraph or cell, in the order of the page.
    pub(super) fn piece(&mut self, text: &str) {
        if self.closed || text.is_empty() {
            return;
        }
        if text.starts_with("一、") {
            self.closed = true;
            return;
        }
        if let Some(label) = label(text) {
            self.awaited = Some(label);
        } else if let Some(label) = self.awaited.take() {
            self.value(label, text);
        } else if let Some((name, value)) = text.split_once(['：', ':'])
            && let Some(label) = label(name)
        {
            // More may follow on the line: the first word is the value.
            self.value(
                label,
                trimmed(value).split([' ', '\u{a0}', '\u{3000}']).next().unwrap_or_default(),
            );
        }
    }

    /// Whether the report itself has begun.
    pub(super) const fn has_ended(&self) -> bool {
        self.closed
    }

    /// A row ends, and with it what its labels may name.
    pub(super) fn end_row(&mut self) {
        self.awaited = None;
    }

    fn value(&mut self, label: PageFact, text: &str) {
        match label {
            PageFact::Agency => {
                let length = text.chars().count();
                let is_name = (3..=LONGEST_NAME).contains(&length)
                    && !text.contains(['：', ':', '/', '。'])
                    && !text.starts_with(|c: char| c.is_ascii_digit());
                if is_name {
                    self.agency.get_or_insert_with(|| text.to_owned());
                }
            }
            PageFact::Published => self.published = self.published.or_else(|| day(text)),
            PageFact::Title | PageFact::Day | PageFact::Period | PageFact::Other => {}
        }
    }

    pub(super) fn into_metadata(self) -> Metadata {
        let published = self.published.or(self.published_by_meta);
        Metadata { title: self.title.or(self.title_of_page), agency: self.agency, published }
    }
}

/// The day that a text begins with.
fn day(text: &str) -> Option<Date> {
    date_at(text).map(|it| it.0)
}

/// The label that a text is, blanks within and a colon after it aside.
fn label(text: &str) -> Option<PageFact> {
    const LONGEST: usize = 48;
    if text.len() > LONGEST {
        return None;
    }
    let text: String =
        text.chars().filter(|c| !c.is_whitespace() && !"：:【】[]".contains(*c)).collect();
    // Days of crawling (采集时间) or generation are not days of publication.
    page_fact::of_label(&text).filter(|it| matches!(it, PageFact::Agency | PageFact::Published))
}
