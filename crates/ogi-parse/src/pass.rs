//! The report as a whole: its parts, in one pass over the lines.

use memchr::{memchr, memchr2};
use ogi_model::{Field, Form, NoteKind, Section, TableId};

use crate::blank;
use crate::claims;
use crate::draft::Draft;
use crate::error::ReadError;
use crate::explain;
use crate::front::{Front, Signature};
use crate::heading;
use crate::interpretation;
use crate::lexicon::{self, Found, Mark};
use crate::markdown::{unescaped, without_marks};
use crate::options::ReadOptions;
use crate::several::Signs;
use crate::sheet::Metadata;
use crate::table;
use crate::token::{Kind, Tokens, What, is_page_number};
use crate::wrapped::Pages;

/// The longest line that is looked up as a heading or label, in bytes.
const LONGEST_LABEL: usize = 160;
/// The longest line in narrative, in bytes, that may be the first of a table whose heading is lost, worded
/// otherwise than the form does.
const LONGEST_TABLE_START: usize = 60;

/// A longer line, in bytes, may be a whole article.
const UNBROKEN: usize = 1500;

/// About how many tokens and cells each table has.
const USUAL: [(usize, usize); TableId::ALL.len()] = [(32, 16), (96, 200), (48, 16)];

/// Where the pass is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Front,
    Narrative(Section),
    Table(TableId),
}

/// The pass over the lines.
struct Pass<'t> {
    text: &'t str,
    draft: Draft<'t>,
    /// The tokens of each table; one that goes on after a break, or is there twice, has them all.
    tokens: [Tokens<'t>; TableId::ALL.len()],
    front: Front<'t>,
    part: Part,
    /// Where the heading of each part was met.
    headings: [Option<core::ops::Range<usize>>; Section::ALL.len()],
    paragraphs: Vec<(Section, core::ops::Range<usize>)>,
    latest: usize,
    several: Signs,
    /// Where the first part begins.
    parts_begin: Option<usize>,
}

/// Reads a text.
pub(crate) fn read(
    text: &str,
    metadata: &Metadata,
    options: &ReadOptions,
) -> Result<ogi_model::Reading, ReadError> {
    let mut pass = Pass {
        text,
        draft: Draft::new(text, options.explain),
        tokens: USUAL.map(|(tokens, cells)| Tokens::with_capacity(text, tokens, cells)),
        front: Front::new(text),
        part: Part::Front,
        headings: [const { None }; Section::ALL.len()],
        paragraphs: Vec::new(),
        latest: 0,
        several: Signs::default(),
        parts_begin: None,
    };
    pass.lines();
    pass.finish(metadata, options)
}

impl Pass<'_> {
    fn lines(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] == b'\n' {
                at += 1;
                continue;
            }
            if let Part::Table(table) = self.part
                && let Some(next) = self.plain_number(table, at)
            {
                at = next;
                continue;
            }
            let end = memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |i| at + i);
            if is_unbroken(&self.text[at..end]) {
                self.words(at, end);
            } else {
                self.line(at, end);
            }
            at = end + 1;
        }
    }

    /// A whole article on one line: its words are its lines. Those of one paragraph are joined again.
    fn words(&mut self, start: usize, end: usize) {
        let text = self.text;
        let mut at = start;
        let mut words = text[start..end].split_whitespace().peekable();
        while let Some(word) = words.next() {
            let from = text[at..end].find(word).map_or(at, |i| at + i);
            at = from + word.len();
            // `6 .属于…`: the number is an ordinal and no figure.
            if word.ends_with(|c: char| c.is_numeric())
                && let Some(label) = words.next_if(|it| it.starts_with(['.', '．', '、']))
            {
                at = text[at..end].find(label).map_or(at, |i| at + i + label.len());
            }
            let before = self.paragraphs.len();
            self.line(from, at);
            if let [.., (section, paragraph), (same, word)] = &mut self.paragraphs[..]
                && before > 0
                && section == same
                && paragraph.start >= start
            {
                paragraph.end = word.end;
                self.paragraphs.pop();
            }
        }
    }

    /// A line of a table with a plain number and nothing else: most lines of the standard layout.
    fn plain_number(&mut self, table: TableId, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        let start = at;
        let mut value = 0_i64;
        while let Some(digit) = bytes.get(at).filter(|it| it.is_ascii_digit()) {
            value = value.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
            at += 1;
        }
        // What begins with 0 is no number but several, glued.
        if start == at || at - start > 18 || (bytes[start] == b'0' && at - start > 1) {
            return None;
        }
        let end = at;
        while matches!(bytes.get(at), Some(b' ' | b'\r')) {
            at += 1;
        }
        match bytes.get(at) {
            None | Some(b'\n') => {
                let tokens = &mut self.tokens[table as usize];
                tokens.push_cell(What::Count(value), start, end);
                Some(at + 1)
            }
            Some(_) => None,
        }
    }

    fn line(&mut self, start: usize, end: usize) {
        let text = self.text;
        let (first, last) = blank::trim(text.as_bytes(), start, end);
        let line = &text[first..last];
        let found = self.label(line);
        if let Some(Mark::Section(section)) = found.as_whole.map(|it| it.mark) {
            let official = found.as_whole.is_some_and(|it| it.official != 0);
            return self.heading(section, first, last, official);
        }
        let opens = || {
            let opens = self.part == Part::Front && heading::opens_part_one(without_marks(line));
            opens.then_some(Section::Overview)
        };
        if found.as_whole.is_none()
            && let Some(section) = heading::reworded(without_marks(line)).or_else(opens)
        {
            return self.heading(section, first, last, false);
        }
        if let Some(Found { mark: Mark::Section(section), official, .. }) = found.leading
            && let Some(end) = heading::beside_itself(line, section)
        {
            self.several.heading_beside_itself(section);
            return self.heading(section, first, first + end, official != 0);
        }
        let mark = found.as_whole.or(found.leading).map(|it| it.mark);
        let table = match self.part {
            // Within a table any row of another begins that one; elsewhere only what nothing else would say.
            Part::Table(_) => mark.and_then(Mark::table_of_row),
            Part::Front | Part::Narrative(_) => mark.and_then(Mark::table),
        };
        if let Some(table) = table.filter(|it| self.part != Part::Table(*it)) {
            self.enter(Part::Table(table), first);
        }
        match self.part {
            Part::Table(table) => {
                let tokens = &mut self.tokens[table as usize];
                match found.as_whole {
                    Some(found) => tokens.push(Kind::Label(found), first, last),
                    None => tokens.push_line(start, end),
                }
            }
            _ if line.is_empty() => {}
            Part::Front => self.front.push(first, last),
            Part::Narrative(_) if is_page_number(line) => {}
            Part::Narrative(section) => self.paragraphs.push((section, first..last)),
        }
    }

    /// The label that a line is, or that its first cell is.
    fn label(&self, line: &str) -> LabelOfLine {
        let may_be_label = matches!(self.part, Part::Table(_))
            || line.starts_with(['#', '*', '|'])
            || heading::ordinal(line).is_some();
        let longest = if may_be_label { LONGEST_LABEL } else { LONGEST_TABLE_START };
        let exact = || lexicon::find_exactly(line.as_bytes());
        let as_whole = if line.len() <= LONGEST_LABEL { exact() } else { None };
        if as_whole.is_some() {
            return LabelOfLine { as_whole, leading: None };
        }
        // Bars and tabs separate cells, which are looked up one by one.
        if memchr2(b'|', b'\t', line.as_bytes()).is_some() {
            let first = line.split(['|', '\t']).map(blank::trimmed).find(|it| !it.is_empty());
            let leading = first.filter(|it| it.len() <= LONGEST_LABEL).and_then(lexicon::find);
            return LabelOfLine { as_whole: None, leading };
        }
        let as_whole = if line.len() <= longest { lexicon::find(line) } else { None };
        // Columns aligned by blanks.
        let leading = if may_be_label { line.find("   ").map(|gap| &line[..gap]) } else { None };
        LabelOfLine { as_whole, leading: leading.and_then(lexicon::find) }
    }

    fn heading(&mut self, section: Section, start: usize, end: usize, official: bool) {
        let printed = &self.text[start..end];
        if printed.starts_with('#') {
            self.draft.markdown = true;
            self.tokens.iter_mut().for_each(|it| it.markdown = true);
        }
        self.enter(section.table().map_or(Part::Narrative(section), Part::Table), start);
        if !official {
            let kind = NoteKind::HeadingNonstandard { section, printed: printed.to_owned() };
            self.draft.note(kind, start..end);
        }
        let number = heading::ordinal(without_marks(printed));
        if number.is_some_and(|it| it != section.number()) {
            let kind = NoteKind::SectionMisnumbered { section, printed: printed.to_owned() };
            self.draft.note(kind, start..end);
        }
        if section.number() < self.latest {
            self.draft.note(NoteKind::SectionOutOfOrder { section }, start..end);
        }
        self.latest = self.latest.max(section.number());
        explain::heading(&mut self.draft, section, start..end);
        self.headings[section as usize] = Some(start..end);
        self.several.heading(section, start);
    }

    /// Leaves a part and enters another. A table that was there before goes on, on a row of its own.
    fn enter(&mut self, part: Part, at: usize) {
        self.part = part;
        self.parts_begin.get_or_insert(at);
        if let Part::Table(table) = part {
            self.tokens[table as usize].end_row();
        }
    }

    /// The paragraphs of a part, joined; lines that end only because the page does are one paragraph.
    fn narrative(&self, section: Section, pages: &Pages<'_>) -> Option<String> {
        let spans =
            || self.paragraphs.iter().filter(move |it| it.0 == section).map(|it| it.1.clone());
        let length: usize = spans().map(|it| it.len() + 1).sum();
        let mut text = String::with_capacity(length.checked_sub(1)?);
        let mut before: Option<core::ops::Range<usize>> = None;
        for span in spans() {
            if before.is_some_and(|it| !pages.goes_on(&it, &span)) {
                text.push('\n');
            }
            text.push_str(&self.text[span.clone()]);
            before = Some(span);
        }
        Some(if self.draft.markdown { unescaped(&text).into_owned() } else { text })
    }

    fn finish(
        mut self,
        metadata: &Metadata,
        options: &ReadOptions,
    ) -> Result<ogi_model::Reading, ReadError> {
        let year = self.front.year();
        for (table, tokens) in TableId::ALL.iter().zip(&mut self.tokens) {
            table::read(&mut self.draft, tokens, *table, year);
        }
        if self.several.of_several(self.text, self.draft.twice) {
            return Err(ReadError::SeveralReports);
        }
        let title = metadata.title.as_deref();
        if interpretation::is_title(
            title,
            &self.text[..self.parts_begin.unwrap_or(self.text.len())],
        ) && !interpretation::has_report(&self.draft.reading.report)
        {
            return Err(ReadError::NotAReport);
        }
        let tables =
            TableId::ALL.iter().filter(|it| self.draft.reading.report.table(**it).is_some());
        if tables.count() == 0
            || (!self.draft.headed && interpretation::is_prose(&self.draft.reading.report))
        {
            let headings = self.headings.iter().flatten().count();
            return Err(if headings > 1 { ReadError::NoTables } else { ReadError::NotAReport });
        }
        self.note_missing();
        let signature = Signature::take(self.text, &mut self.paragraphs);
        let pages = Pages::learn(self.text, self.paragraphs.iter().map(|it| &it.1));
        let parts = [Section::Overview, Section::Problems, Section::OtherMatters];
        let [overview, problems, other_matters] = parts.map(|it| self.narrative(it, &pages));
        let report = &mut self.draft.reading.report;
        (report.overview, report.problems, report.other_matters) =
            (overview, problems, other_matters);
        self.place_narrative();
        let preamble = self.front.fill(&mut self.draft, metadata, signature);
        if options.claims {
            let lines = |section| {
                self.paragraphs.iter().filter(move |it| it.0 == section).map(|it| it.1.clone())
            };
            let parts = parts.map(|it| lines(it).collect());
            let parts: Vec<_> = [preamble].into_iter().chain(parts).collect();
            self.draft.reading.claims = claims::read(self.text, &parts, &self.draft.reading.report);
        }
        self.draft.reading.notes.sort_by_key(|it| it.place.span().map(|span| span.start));
        Ok(self.draft.finish())
    }

    /// Where the text of each part stands, or its heading where there is none.
    fn place_narrative(&mut self) {
        for section in Section::ALL {
            let Some(field) = Field::of_section(*section) else { continue };
            let mut spans = self.paragraphs.iter().filter(|it| it.0 == *section).map(|it| &it.1);
            let text = spans.next().map(|first| {
                let last = spans.next_back().unwrap_or(first);
                first.start..last.end
            });
            if let Some(span) = text.or_else(|| self.headings[*section as usize].clone()) {
                self.draft.set_field(field, span);
            }
        }
    }

    /// Parts and tables that are not there, noted where the next one begins.
    fn note_missing(&mut self) {
        let mut next = self.text.len()..self.text.len();
        for section in Section::ALL.iter().rev().copied() {
            let heading = self.headings[section as usize].clone();
            let place = heading.clone().unwrap_or(next.start..next.start);
            if heading.is_none() {
                self.draft.note(NoteKind::SectionMissing { section }, place.clone());
            }
            if let Some(table) = section.table()
                && self.draft.reading.report.table(table).is_none()
            {
                self.draft.note(NoteKind::TableMissing { table }, place.clone());
            }
            next = place;
        }
    }
}

/// The label that a line, or its first cell, is.
struct LabelOfLine {
    as_whole: Option<Found>,
    leading: Option<Found>,
}

/// Whether a line is long and holds several heads of columns: the line ends of the article are lost.
pub(crate) fn is_unbroken(line: &str) -> bool {
    const MANY: usize = 4;
    if line.len() <= UNBROKEN {
        return false;
    }
    // Shorter ones are words of the language.
    const SHORTEST: usize = "结果维持".len();
    let line: String = line.split_whitespace().collect();
    let columns = |form: &'static Form| form.blocks.iter().flat_map(|it| it.columns);
    let mut found: Vec<&str> = Form::ALL
        .iter()
        .flat_map(|form| columns(form))
        .map(|it| it.label)
        .filter(|label| label.len() >= SHORTEST)
        .filter(|label| memchr::memmem::find(line.as_bytes(), label.as_bytes()).is_some())
        .collect();
    found.sort_unstable();
    found.dedup();
    found.len() >= MANY
}
