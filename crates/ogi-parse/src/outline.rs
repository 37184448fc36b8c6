//! The outline of a report: where its parts begin, which rows are narrative, which are tables.
//!
//! `三、收到和处理…` opens table three; the same words in a menu above the title open nothing.

use core::ops::Range;

use ogi_model::{Decision, Evidence, NoteKind, Rejected, Section, TableId, Target};
use ogi_text::blank;
use ogi_text::ordinal;

use crate::draft::Draft;
use crate::front::Front;
use crate::grammar::PieceKind;
use crate::heading;
use crate::layout::is_page_number;
use crate::lexicon::{self, Mark};
use crate::markdown::without_marks;
use crate::several::Signs;
use crate::sheet::{Piece, Sheet};

/// The longest line that may be a heading, in bytes.
const LONGEST_HEADING: usize = 160;
/// The longest line that may be a heading although it has neither a number nor a mark, in bytes.
const LONGEST_UNMARKED: usize = 60;

/// A heading of a part.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    pub(crate) section: Section,
    /// Its row in the sheet.
    pub(crate) row: usize,
    /// Where it stands in the prose, and in the sheet.
    pub(crate) span: Range<usize>,
    pub(crate) span_in_sheet: Range<usize>,
    /// Whether it has the official wording.
    pub(crate) is_official: bool,
}

impl Heading {
    /// How it was known.
    pub(crate) fn decision(&self, draft: &Draft<'_>) -> Decision {
        let printed = &draft.prose[self.span.clone()];
        let words = heading::words(without_marks(printed));
        let known = if lexicon::is_wording(printed, Mark::Section(self.section)) {
            Evidence::Exact
        } else if self.is_official {
            Evidence::Folded
        } else {
            let word = words.iter().find(|it| it.1 == self.section);
            word.map_or(Evidence::Unknown, |(word, _)| Evidence::Word { word: (*word).into() })
        };
        let others = words.iter().filter(|it| it.1 != self.section);
        let place = draft.place(self.span_in_sheet.clone());
        let mut decision = Decision::new(Target::Section(self.section), place);
        (decision.printed, decision.known) = (printed.to_owned(), known);
        decision.lost = others
            .map(|(word, section)| Rejected::Word { section: *section, word: (*word).into() })
            .collect();
        decision
    }
}

/// The headings of a sheet, in its order.
pub(crate) fn headings(sheet: &Sheet<'_>, prose: &str, signs: &mut Signs) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    for (row, it) in sheet.rows.iter().enumerate() {
        let Some((at, many)) = only_text(sheet, sheet.pieces_of(it)) else { continue };
        let piece = &sheet.pieces_of(it)[at];
        let printed = sheet.printed(piece);
        if printed.len() > LONGEST_HEADING {
            continue;
        }
        let is_first = found.is_empty();
        if let Some((section, is_official)) = heading_of(printed, is_first) {
            if many > 1 {
                signs.heading_beside_itself(section);
            }
            let at = it.from as usize + at;
            let span = span_in_prose(sheet, prose, at..at + 1);
            let span_in_sheet = piece.span();
            found.push(Heading { section, row, span, span_in_sheet, is_official });
        }
    }
    found
}

/// The text of a row that prints nothing else, and how often: reports beside one another have each heading twice.
fn only_text(sheet: &Sheet<'_>, pieces: &[Piece]) -> Option<(usize, usize)> {
    let is_printed = |it: &&Piece| !matches!(it.kind, PieceKind::Blank | PieceKind::Pad);
    let at = pieces.iter().position(|it| it.kind == PieceKind::Words)?;
    let same = |it: &Piece| sheet.printed(it) == sheet.printed(&pieces[at]);
    let all_same = pieces.iter().filter(is_printed).all(same);
    all_same.then(|| (at, pieces.iter().filter(is_printed).count()))
}

/// Where pieces stand in the prose: in the source where that is a text, or else in the sheet.
fn span_in_prose(sheet: &Sheet<'_>, prose: &str, pieces: Range<usize>) -> Range<usize> {
    let (first, last) = (pieces.start, pieces.end.saturating_sub(1));
    if core::ptr::eq(prose, &*sheet.text) {
        sheet.pieces[first].span().start..sheet.pieces[last].span().end
    } else {
        sheet.source_span(first).start..sheet.source_span(last).end
    }
}

/// The part that a line is the heading of, and whether it has the official wording.
fn heading_of(line: &str, is_first: bool) -> Option<(Section, bool)> {
    let official = lexicon::find_exactly(line.as_bytes());
    let is_marked = || line.starts_with(['#', '*']) || ordinal::of_heading(line).is_some();
    let found = official.or_else(|| {
        let may_be = line.len() <= LONGEST_UNMARKED || is_marked();
        if may_be { lexicon::find(line) } else { None }
    });
    match found {
        Some(found) => match found.mark {
            Mark::Section(section) => Some((section, found.official != 0)),
            _ => None,
        },
        None => {
            let line = without_marks(line);
            let opens = || (is_first && heading::opens_part_one(line)).then_some(Section::Overview);
            Some((heading::reworded(line).or_else(opens)?, false))
        }
    }
}

/// Where the parts of a report are.
#[derive(Debug)]
pub(crate) struct Outline<'s> {
    pub(crate) front: Front<'s>,
    /// Where the heading of each part was met.
    pub(crate) headings: [Option<Range<usize>>; Section::ALL.len()],
    /// The lines of narrative.
    pub(crate) paragraphs: Vec<(Section, Range<usize>)>,
    /// The rows of each table.
    pub(crate) tables: [Vec<usize>; TableId::ALL.len()],
    /// Where the first part begins.
    pub(crate) parts_begin: Option<usize>,
}

impl<'s> Outline<'s> {
    /// Parts the rows of a sheet; what is odd about headings is noted.
    pub(crate) fn new(
        draft: &mut Draft<'s>,
        headings: &[Heading],
        tables: [Vec<usize>; TableId::ALL.len()],
        signs: &mut Signs,
    ) -> Self {
        let sheet = draft.sheet;
        let mut outline = Self {
            front: Front::new(draft.prose),
            headings: [const { None }; Section::ALL.len()],
            paragraphs: Vec::new(),
            tables,
            parts_begin: None,
        };
        let mut latest = 0;
        let mut part: Option<Section> = None;
        let mut next_heading = headings.iter().peekable();
        let mut line: Option<(Option<Section>, Range<usize>)> = None;
        let mut in_table = vec![false; sheet.rows.len()];
        outline.tables.iter().flatten().for_each(|it| in_table[*it] = true);
        for (at, row) in sheet.rows.iter().enumerate() {
            if let Some(heading) = next_heading.next_if(|it| it.row == at) {
                outline.end_line(&mut line);
                outline.heading(draft, heading, &mut latest, signs);
                part = Some(heading.section);
                continue;
            }
            if row.pieces().is_empty() {
                continue;
            }
            let span = span_in_prose(sheet, draft.prose, row.pieces());
            if in_table[at] {
                outline.end_line(&mut line);
                outline.parts_begin.get_or_insert(span.start);
                part = part.or(Some(Section::ActiveDisclosure));
                continue;
            }
            match &mut line {
                Some((section, before))
                    if *section == part
                        && draft
                            .prose
                            .get(before.end..span.start)
                            .is_some_and(|it| !it.contains('\n')) =>
                {
                    before.end = span.end;
                }
                _ => {
                    outline.end_line(&mut line);
                    line = Some((part, span));
                }
            }
        }
        outline.end_line(&mut line);
        outline
    }

    /// Puts a line of prose down where it belongs.
    fn end_line(&mut self, line: &mut Option<(Option<Section>, Range<usize>)>) {
        let Some((part, span)) = line.take() else { return };
        let text = self.front.text();
        let (start, end) = blank::trim(text.as_bytes(), span.start, span.end);
        match part {
            _ if start == end => {}
            None => self.front.push(start, end),
            Some(section) if section.table().is_some() => {}
            Some(_) if is_page_number(&text[start..end]) => {}
            Some(section) => self.paragraphs.push((section, start..end)),
        }
    }

    fn heading(
        &mut self,
        draft: &mut Draft<'_>,
        heading: &Heading,
        latest: &mut usize,
        signs: &mut Signs,
    ) {
        let Heading { section, span, is_official, .. } = heading;
        let (section, printed) = (*section, draft.prose[span.clone()].to_owned());
        let mark = draft.prose[..span.start].trim_end_matches(' ');
        draft.markdown |= printed.starts_with('#') || mark.ends_with('#');
        self.parts_begin.get_or_insert(span.start);
        let number = ordinal::of_heading(without_marks(&printed));
        if number.is_some_and(|it| it != section.number()) {
            let kind = NoteKind::SectionMisnumbered { section, printed: printed.clone() };
            draft.note_prose(kind, span.clone());
        }
        if !is_official {
            draft.note_prose(NoteKind::HeadingNonstandard { section, printed }, span.clone());
        }
        if section.number() < *latest {
            draft.note_prose(NoteKind::SectionOutOfOrder { section }, span.clone());
        }
        *latest = section.number().max(*latest);
        self.headings[section as usize] = Some(span.clone());
        signs.heading(section, span.start);
    }
}

/// The rows of each table where all parts have their official headings, once and in order.
pub(crate) fn between_headings(
    sheet: &Sheet<'_>,
    headings: &[Heading],
) -> Option<[Vec<usize>; TableId::ALL.len()]> {
    let official = headings.len() == Section::ALL.len()
        && headings
            .iter()
            .zip(Section::ALL)
            .all(|(it, section)| it.section == *section && it.is_official);
    if !official {
        return None;
    }
    let ends = headings.iter().skip(1).map(|it| it.row).chain([sheet.rows.len()]);
    let parts = headings.iter().zip(ends).filter(|it| it.0.section.table().is_some());
    let mut rows = parts.map(|(heading, end)| (heading.row + 1..end).collect());
    Some(core::array::from_fn(|_| rows.next().unwrap_or_default()))
}

/// So many figures are those of a table, whatever stands beside them.
const MANY_FIGURES: usize = 6;

/// Takes the rows off tables that stand under no heading of a table and have no figure under a label of the form: labels as
/// words of a sentence, a name over a day, a title, the number of a document.
pub(crate) fn without_prose(
    sheet: &Sheet<'_>,
    headings: &[Heading],
    tables: &mut [Vec<usize>; TableId::ALL.len()],
) {
    let mut may_be_prose = Vec::new();
    let mut from = 0;
    let mut part = None;
    let next = headings.iter().map(|it| (it.row, Some(it.section)));
    for (end, section) in next.chain([(sheet.rows.len(), None)]) {
        if part.and_then(Section::table).is_none() {
            may_be_prose.push(from..end);
        }
        (from, part) = (end, section);
    }
    for stretch in may_be_prose {
        let is_within = |it: &usize| stretch.contains(it);
        let rows = tables.iter().flatten().filter(|it| is_within(it));
        let pieces = || rows.clone().flat_map(|it| sheet.pieces_of(&sheet.rows[*it]));
        let is_cell = |it: &Piece| it.kind.is_figure() || it.kind == PieceKind::Blank;
        let figures = pieces().filter(|it| is_cell(it)).count();
        let is_label =
            |it: &Piece| it.kind == PieceKind::Words && lexicon::find(sheet.printed(it)).is_some();
        if figures < MANY_FIGURES && (figures == 0 || !pieces().any(is_label)) {
            tables.iter_mut().for_each(|it| it.retain(|row| !is_within(row)));
        }
    }
}
