//! Whether a text holds several reports, side by side or one after the other.
//!
//! Names of other reports alone say nothing: portals list them beside each report. Two reports have two years, or two
//! agencies, and after each of these the same table or parts of their own.

use ogi_model::{AgencyKind, Section, TableForm};
use ogi_text::blank;
use ogi_text::date::first_period;

use crate::align::Twice;
use crate::grammar::{Title, title};

/// How many parts make a report of its own.
const OWN_PARTS: usize = 5;
/// How many headings beside themselves make two columns of text.
const COLUMNS: usize = 2;
/// What a sentence about the period of a report has.
const STATISTICS: &str = "统计";
/// The longest sentence about the period, in bytes.
const LONGEST_PERIOD: usize = 1200;

/// What the pass meets on its way.
#[derive(Debug, Default)]
pub(crate) struct Signs {
    headings: Vec<(usize, Section)>,
    beside_themselves: Vec<Section>,
}

/// A year or an agency, as a title or a period states it.
#[derive(Debug)]
struct TitleLine {
    at: usize,
    title: Title,
}

impl Signs {
    /// A heading was met.
    pub(crate) fn heading(&mut self, section: Section, at: usize) {
        self.headings.push((at, section));
    }

    /// A line holds the same heading more than once.
    pub(crate) fn heading_beside_itself(&mut self, section: Section) {
        if !self.beside_themselves.contains(&section) {
            self.beside_themselves.push(section);
        }
    }

    /// Whether these are the signs of several reports.
    pub(crate) fn of_several(&self, text: &str, table: Option<Twice>) -> bool {
        let columns = self.beside_themselves.len() >= COLUMNS;
        match table {
            Some(Twice::ForTwo) => return true,
            _ if has_periods_beside_another(text) => return true,
            None if !columns && self.headings.len() < 2 * OWN_PARTS => return false,
            _ => {}
        }
        let stated = title_lines(text);
        if (columns || table.is_some()) && stated.windows(2).any(are_beside_another) {
            return true;
        }
        if let Some(Twice::Alike { first, again }) = table {
            let (before, rest) = stated.split_at(stated.partition_point(|it| it.at < first));
            let between = &rest[..rest.partition_point(|it| it.at < again)];
            if are_of_others(before, between) {
                return true;
            }
        }
        self.years_with_parts(&stated) > 1
    }

    /// How many years are followed by the parts of a report.
    fn years_with_parts(&self, stated: &[TitleLine]) -> usize {
        let years: Vec<(usize, u16)> =
            stated.iter().filter_map(|it| Some((it.at, it.title.year?))).collect();
        let mut whole = Vec::new();
        for stretch in years.chunk_by(|a, b| a.1 == b.1) {
            let (start, year) = stretch[0];
            let next = years.partition_point(|it| it.0 <= stretch[stretch.len() - 1].0);
            let end = years.get(next).map_or(usize::MAX, |it| it.0);
            let from = self.headings.partition_point(|it| it.0 < start);
            let to = self.headings.partition_point(|it| it.0 < end);
            let mut parts: Vec<u8> = self.headings[from..to].iter().map(|it| it.1 as u8).collect();
            parts.sort_unstable();
            parts.dedup();
            if parts.len() >= OWN_PARTS && !whole.contains(&year) {
                whole.push(year);
            }
        }
        whole.len()
    }
}

/// Whether two titles of different years stand on one line.
fn are_beside_another(two: &[TitleLine]) -> bool {
    let year = |i: usize| two[i].title.year;
    two[0].at == two[1].at && year(0).is_some() && year(1).is_some() && year(0) != year(1)
}

/// Whether a line states the periods of two reports. Lists of reports have titles beside one another, and no periods.
fn has_periods_beside_another(text: &str) -> bool {
    let lines = text.lines().filter(|it| it.matches(STATISTICS).nth(1).is_some());
    lines.filter(|it| !is_unbroken(it)).any(|line| {
        let cells = line.split(['\t', '|']).flat_map(|it| it.split("   "));
        let periods = cells.filter(|it| it.contains(STATISTICS)).filter_map(|it| of_line("", it));
        let mut years = periods.filter_map(|it| it.year);
        years.next().is_some_and(|first| years.any(|it| it != first))
    })
}

/// Whether what was stated last before a table and before its repetition are two years, or two agencies.
fn are_of_others(first: &[TitleLine], second: &[TitleLine]) -> bool {
    let year = |stated: &[TitleLine]| stated.iter().rev().find_map(|it| it.title.year);
    let agency = |stated: &[TitleLine]| stated.iter().rev().find_map(|it| it.title.agency.clone());
    let years = year(first).zip(year(second)).is_some_and(|(a, b)| a != b);
    // 市民政局 may be the short name of 示例市民政局, and what is no name of an agency may be anything.
    let is_name = |name: &String| AgencyKind::of_name(name) != AgencyKind::Other;
    let agencies = agency(first)
        .filter(is_name)
        .zip(agency(second).filter(is_name))
        .is_some_and(|(a, b)| !a.ends_with(&b) && !b.ends_with(&a));
    years || agencies
}

/// All years and agencies that titles and periods state, in their order; those of one line at the same place.
fn title_lines(text: &str) -> Vec<TitleLine> {
    let mut stated = Vec::new();
    let mut before = "";
    for line in text.lines() {
        let at = line.as_ptr().addr() - text.as_ptr().addr();
        let words = is_unbroken(line);
        for piece in line.split(|c: char| c == '\t' || c == '|' || (words && c.is_whitespace())) {
            let start =
                if words { at + (piece.as_ptr().addr() - line.as_ptr().addr()) } else { at };
            for piece in piece.split("   ").flat_map(|it| it.split("\u{3000}\u{3000}")) {
                stated.extend(
                    of_line(before, blank::trimmed(piece))
                        .map(|title| TitleLine { at: start, title }),
                );
                if !blank::trimmed(piece).is_empty() {
                    before = blank::trimmed(piece);
                }
            }
        }
    }
    stated
}

/// What a line states. A title may begin on the line before.
fn of_line(before: &str, line: &str) -> Option<Title> {
    const LONGEST_LINE: usize = 120;
    if line.len() <= LONGEST_PERIOD && line.contains(STATISTICS) {
        let year = first_period(line).map(|(period, _)| period.start.year());
        return year.map(|year| Title { agency: None, year: Some(year) });
    }
    let joined = || {
        let may_be = !before.is_empty()
            && before.len() <= LONGEST_LINE
            && line.len() <= LONGEST_LINE
            && line.contains('年');
        may_be.then(|| title(&format!("{before}{line}"))).flatten()
    };
    match title(line) {
        Some(found) if found.year.is_none() => joined().or(Some(found)),
        None => joined(),
        found => found,
    }
}

/// A longer line, in bytes, may be a whole article.
const UNBROKEN: usize = 1500;

/// Whether a line is long and holds several heads of columns: the line ends of the article are lost.
fn is_unbroken(line: &str) -> bool {
    const MANY: usize = 4;
    // Shorter ones are words of the language.
    const SHORTEST: usize = "结果维持".len();
    if line.len() <= UNBROKEN {
        return false;
    }
    let line: String = line.split_whitespace().collect();
    let columns = |form: &'static TableForm| form.blocks.iter().flat_map(|it| it.columns);
    let mut found: Vec<&str> = TableForm::ALL
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
