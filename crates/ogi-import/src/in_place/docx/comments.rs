//! Comments of Word: a part that holds them, and marks in the text where they belong.

use std::collections::BTreeMap;

use crate::docx::{Markable, Trace, Traced, trace};
use crate::in_place::markup::{Element, escaped};
use crate::in_place::package::Package;
use crate::in_place::splices::Splices;
use crate::in_place::{Comments, InPlaceError, by_place};
use crate::{Limits, words};

const CONTENT_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// Puts comments into a document.
pub(in crate::in_place) fn annotate(
    bytes: &[u8],
    comments: &Comments<'_>,
    limits: &Limits,
) -> Result<Vec<u8>, InPlaceError> {
    let mut package = Package::open(bytes, limits, words::WORD_DOCUMENT)?;
    let Traced { part, text, trace } = trace(bytes, limits)?;
    let trace = trace.ok_or(InPlaceError::Embeds)?;
    let all = package.elements(&text)?;
    let word = vocabulary(&all).ok_or_else(|| package.damaged("it has no text"))?;

    let mut book = Book::open(&mut package, &part, &all, word)?;
    let mut marks = Marks::default();
    let of = |place: Option<&_>| super::spot(&trace, place?).map(|it| it.paragraphs.clone());
    // At the begin of the document, if it has no title.
    let begin = 0..trace.paragraphs.len().min(1);
    for (paragraphs, lines) in by_place(comments, of, begin) {
        if !paragraphs.is_empty() {
            let id = book.add(comments, &lines);
            marks.put(&book.word, id, paragraphs.start, paragraphs.end - 1);
        }
    }
    let marked = marks.apply(&text, &trace);
    book.close(&mut package)?;
    package.put(&part, marked)?;
    package.finish()
}

/// The vocabulary of a document, as it names it.
fn vocabulary(all: &[Element<'_>]) -> Option<String> {
    let root = all.first()?;
    root.vocabulary(root.prefix())
}

/// The comments of a document.
struct Book {
    part: String,
    text: String,
    /// The vocabulary of the document.
    word: String,
    /// The number of the next comment.
    next: u32,
    /// The comments that are new.
    new: String,
}

impl Book {
    /// The comments that a document has; none yet, if it has no such part.
    fn open(
        package: &mut Package<'_>,
        document: &str,
        all: &[Element<'_>],
        word: String,
    ) -> Result<Self, InPlaceError> {
        let relations = package.relations(document)?;
        let known = relations.into_iter().find(|it| it.is("comments")).map(|it| it.target);
        let (part, text) = match known {
            Some(part) => {
                let text = package.part(&part)?;
                let text = text.ok_or_else(|| package.damaged(format!("it has no {part}")))?;
                (part, text)
            }
            None => {
                let folder = document.rsplit_once('/').map_or("", |it| it.0);
                let part = package.free_name(&format!("{folder}/comments"), ".xml");
                let part = part.trim_start_matches('/').to_owned();
                let (_, relations) = package.main(document)?;
                package.relate(document, &format!("{relations}comments"), &part)?;
                package.declare(&part, CONTENT_TYPE)?;
                let text = format!(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{word}\"></w:comments>"
                );
                (part, text)
            }
        };
        let mut numbers: Vec<u32> = ids(all).collect();
        numbers.extend(ids(&package.elements(&text)?));
        let next = numbers.into_iter().max().map_or(0, |it| it.saturating_add(1));
        Ok(Self { part, text, word, next, new: String::new() })
    }

    /// Adds a comment of several lines; its number.
    fn add(&mut self, comments: &Comments<'_>, lines: &[&str]) -> u32 {
        let id = self.next;
        self.next = self.next.saturating_add(1);
        let author = escaped(comments.author);
        let date =
            comments.date.map(|it| format!(" w:date=\"{it}T00:00:00Z\"")).unwrap_or_default();
        self.new += &format!(
            "<w:comment xmlns:w=\"{}\" w:id=\"{id}\" w:author=\"{author}\" w:initials=\"{author}\"{date}>",
            self.word
        );
        for (number, line) in lines.iter().enumerate() {
            let mark = if number == 0 { "<w:r><w:annotationRef/></w:r>" } else { "" };
            let line = escaped(line);
            self.new +=
                &format!("<w:p>{mark}<w:r><w:t xml:space=\"preserve\">{line}</w:t></w:r></w:p>");
        }
        self.new += "</w:comment>";
        id
    }

    fn close(self, package: &mut Package<'_>) -> Result<(), InPlaceError> {
        let all = package.elements(&self.text)?;
        let text = package.appended(&self.text, &all, &self.new)?;
        package.put(&self.part, text)
    }
}

/// The numbers of comments, in the text or in the part that has them.
fn ids<'x>(all: &'x [Element<'x>]) -> impl Iterator<Item = u32> + 'x {
    let of_comments = ["comment", "commentRangeStart", "commentRangeEnd", "commentReference"];
    let found = all.iter().filter(move |it| of_comments.contains(&it.local()));
    found.filter_map(|it| it.attribute("id")?.trim().parse().ok())
}

/// What is put at the begin and at the end of paragraphs, by their numbers.
#[derive(Default)]
struct Marks(BTreeMap<usize, (String, String)>);

impl Marks {
    /// A comment from one paragraph to another. The marks say themselves which vocabulary they are of, since a document may
    /// call it as it likes.
    fn put(&mut self, word: &str, id: u32, first: usize, last: usize) {
        let names = format!("xmlns:w=\"{word}\"");
        let (begin, _) = self.0.entry(first).or_default();
        *begin += &format!("<w:commentRangeStart {names} w:id=\"{id}\"/>");
        let (_, end) = self.0.entry(last).or_default();
        *end += &format!(
            "<w:commentRangeEnd {names} w:id=\"{id}\"/><w:r {names}><w:commentReference w:id=\"{id}\"/></w:r>"
        );
    }

    fn apply(&self, text: &str, trace: &Trace) -> String {
        let mut splices = Splices::default();
        let marked =
            self.0.iter().filter_map(|(it, marks)| Some((trace.paragraphs.get(*it)?, marks)));
        for (Markable { tag, begin, end }, marks) in marked {
            if text[tag.clone()].ends_with("/>") {
                let name = text[tag.start + 1..tag.end].split(|c: char| !is_of_name(c)).next();
                let name = name.unwrap_or_default();
                splices.replace(tag.end - 2..tag.end, format!(">{}{}</{name}>", marks.0, marks.1));
            } else {
                splices.insert(*begin, marks.0.as_str());
                splices.insert(*end, marks.1.as_str());
            }
        }
        splices.apply(text)
    }
}

const fn is_of_name(c: char) -> bool {
    !c.is_ascii_whitespace() && !matches!(c, '/' | '>')
}
