//! From a sheet to a reading: outline, tables, front matter, narrative, claims.

use ogi_model::{Field, NoteKind, Section, TableId};
use ogi_text::traditional::in_simplified;

use crate::align;
use crate::claims;
use crate::draft::Draft;
use crate::error::ParseError;
use crate::front::Signature;
use crate::markdown::unescaped;
use crate::options::ReadOptions;
use crate::outline::{self, Outline};
use crate::refusal::{self, Evidence};
use crate::several::Signs;
use crate::sheet::{Metadata, Sheet};
use crate::wrapped::Pages;

/// Reads a sheet; `prose` is what its sentences are read from: the source where that is a text, or else its own text.
pub(crate) fn read(
    sheet: &Sheet<'_>,
    prose: &str,
    metadata: &Metadata,
    options: &ReadOptions,
) -> Result<ogi_model::Reading, ParseError> {
    let limits = &options.limits;
    limits.go_on()?;
    if refusal::is_stranger(prose) {
        return Err(ParseError::NotAReport);
    }
    if sheet.is_full() {
        return Err(ParseError::TooManyPieces { limit: sheet.most() });
    }
    let mut draft = Draft::new(sheet, prose);
    let mut signs = Signs::default();
    let headings = outline::headings(sheet, prose, &mut signs);
    let clean = outline::between_headings(sheet, &headings);
    let is_clean = clean.is_some();
    let mut forms = align::Forms::default();
    let zones = |forms: &mut align::Forms| {
        let mut tables = forms.zones(sheet);
        outline::without_prose(sheet, &headings, &mut tables);
        tables
    };
    let tables = clean.unwrap_or_else(|| zones(&mut forms));
    let mut outline = Outline::new(&mut draft, &headings, tables, &mut signs);
    let year = outline.front.year();
    let mut tables = outline.tables.clone();
    // A clean table has one reading and nothing to explain; whoever asks is shown how it is weighed all the same.
    let walk = |draft: &mut Draft<'_>, table: TableId, rows: &[usize]| {
        !options.explain && align::walk(draft, table, rows, year)
    };
    let mut walked =
        is_clean && TableId::ALL.iter().all(|it| walk(&mut draft, *it, &tables[*it as usize]));
    if !walked {
        if is_clean {
            tables = zones(&mut forms);
            // What was noted of the first tables is noted again.
            draft = Draft::new(sheet, prose);
            outline = Outline::new(&mut draft, &headings, tables.clone(), &mut Signs::default());
        }
        for table in TableId::ALL {
            limits.go_on()?;
            let rows = &tables[*table as usize];
            if walk(&mut draft, *table, rows) {
                walked = true;
            } else {
                forms.read(&mut draft, *table, rows, year, options.explain);
            }
        }
        draft.forget_unknown_labels(headings.iter().map(|it| it.span_in_sheet.clone()));
    }
    if options.explain {
        draft.place_decisions();
        let of_headings = headings.iter().map(|it| it.decision(&draft));
        let of_headings: Vec<_> = of_headings.collect();
        draft.reading.decisions.splice(0..0, of_headings);
    }
    if signs.of_several(prose, forms.twice()) {
        return Err(ParseError::SeveralReports);
    }
    if !refusal::has_report(&draft.reading.report) {
        let seen = in_simplified(prose);
        let evidence = Evidence {
            text: &seen,
            of_container: metadata.title.as_deref(),
            parts_begin: outline.parts_begin,
            headings: outline.headings.iter().flatten().count(),
            has_heads: walked || forms.has_heads(),
            report: &draft.reading.report,
        };
        if let Some(error) = refusal::of(&evidence) {
            return Err(error);
        }
    }
    limits.go_on()?;
    note_missing(&mut draft, &outline);
    let signature = Signature::take(prose, &mut outline.paragraphs);
    let pages = Pages::learn(prose, outline.paragraphs.iter().map(|it| &it.1));
    let parts = [Section::Overview, Section::Problems, Section::OtherMatters];
    let [overview, problems, other_matters] =
        parts.map(|it| narrative(&draft, &outline, it, &pages));
    let report = &mut draft.reading.report;
    (report.overview, report.problems, report.other_matters) = (overview, problems, other_matters);
    place_narrative(&mut draft, &outline);
    let Outline { front, paragraphs, .. } = outline;
    let preamble = front.fill(&mut draft, metadata, signature, &pages);
    if options.claims {
        let lines =
            |section| paragraphs.iter().filter(move |it| it.0 == section).map(|it| it.1.clone());
        let parts = parts.map(|it| lines(it).collect());
        let parts: Vec<_> = [preamble].into_iter().chain(parts).collect();
        draft.reading.claims = claims::read(prose, &parts, &draft.reading.report, limits)?;
    }
    Ok(draft.finish())
}

/// The paragraphs of a part, joined; lines that end only because the page does are one paragraph.
fn narrative(
    draft: &Draft<'_>,
    outline: &Outline<'_>,
    section: Section,
    pages: &Pages<'_>,
) -> Option<String> {
    let spans =
        || outline.paragraphs.iter().filter(move |it| it.0 == section).map(|it| it.1.clone());
    let length: usize = spans().map(|it| it.len() + 1).sum();
    let mut text = String::with_capacity(length.checked_sub(1)?);
    let mut before: Option<core::ops::Range<usize>> = None;
    for span in spans() {
        if before.is_some_and(|it| !pages.goes_on(&it, &span)) {
            text.push('\n');
        }
        text.push_str(&draft.prose[span.clone()]);
        before = Some(span);
    }
    Some(if draft.markdown { unescaped(&text).into_owned() } else { text })
}

/// Where the text of each part stands, or its heading where there is none.
fn place_narrative(draft: &mut Draft<'_>, outline: &Outline<'_>) {
    for section in Section::ALL {
        let Some(field) = Field::of_section(*section) else { continue };
        let mut spans = outline.paragraphs.iter().filter(|it| it.0 == *section).map(|it| &it.1);
        let text = spans.next().map(|first| {
            let last = spans.next_back().unwrap_or(first);
            first.start..last.end
        });
        if let Some(span) = text.or_else(|| outline.headings[*section as usize].clone()) {
            draft.set_field(field, span);
        }
    }
}

/// Parts and tables that are not there, noted where the next one begins.
fn note_missing(draft: &mut Draft<'_>, outline: &Outline<'_>) {
    let end = draft.prose.len();
    let mut next = end..end;
    for section in Section::ALL.iter().rev().copied() {
        let heading = outline.headings[section as usize].clone();
        let place = heading.clone().unwrap_or(next.start..next.start);
        if heading.is_none() {
            draft.note_prose(NoteKind::SectionMissing { section }, place.clone());
        }
        if let Some(table) = section.table()
            && draft.reading.report.table(table).is_none()
        {
            draft.note_prose(NoteKind::TableMissing { table }, place.clone());
        }
        next = place;
    }
}
