//! The metadata of the report, with its places.

use core::ops::Range;

use ogi_model::{AgencyKind, Field, NoteKind};

use super::page::{PERIOD, agency_in, is_about_page, is_lone_label, published_in};
use super::{Found, Front, Signature};
use crate::draft::Draft;
use crate::grammar::{first_period, is_date, title, year_of_report};
use crate::markdown::unescaped;
use crate::sheet::Metadata;

/// What a sentence about the period of the figures says; there are periods of other things.
const OF_FIGURES: [&str; 3] = ["统计", "所列数据", "报告期"];
/// An agency that is no statistics.
const NO_STATISTICS: &str = "统计局";

/// The text before part one, and where it stands.
#[derive(Debug, Default)]
struct Preamble {
    text: String,
    span: Option<Range<usize>>,
    lines: Vec<Range<usize>>,
}

impl Preamble {
    fn push(&mut self, paragraph: &str, span: Range<usize>) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(paragraph);
        self.lines.push(span.clone());
        self.span = Some(self.span.as_ref().map_or(span.start, |it| it.start)..span.end);
    }
}

impl Front<'_> {
    /// Fills in what the front tells, and the signature. Gives the lines of the preamble.
    pub(crate) fn fill(
        mut self,
        draft: &mut Draft<'_>,
        metadata: &Metadata,
        signature: Option<Signature>,
    ) -> Vec<Range<usize>> {
        self.find_title();
        let report = &mut draft.reading.report;
        (report.agency, report.published) = (metadata.agency.clone(), metadata.published);
        let preamble = self.lines(draft);
        self.tell_title(draft, metadata);
        if let Some(span) = preamble.span.clone() {
            draft.set_field(Field::Preamble, span);
        }
        if draft.reading.report.period.is_none() {
            tell_period(draft, &preamble);
        }
        if draft.reading.report.year.is_none()
            && let Some((year, span)) = year_of_report(&preamble.text)
        {
            draft.reading.report.year = Some(year);
            if let Some(place) = draft.find_in(Field::Preamble, &preamble.text[span]) {
                draft.set_field(Field::Year, place);
            }
        }
        draft.reading.report.preamble = Some(preamble.text).filter(|it| !it.is_empty());
        if let Some(signature) = signature {
            sign(draft, signature);
        }
        let report = &mut draft.reading.report;
        report.agency_kind = report.agency.as_deref().map(AgencyKind::of_name);
        if let (None, Some(period)) = (report.year, report.period) {
            report.year = Some(period.start.year());
            let sources = &mut draft.reading.sources;
            sources
                .field(Field::Period)
                .cloned()
                .into_iter()
                .for_each(|it| sources.set_field(Field::Year, it));
        }
        preamble.lines
    }

    /// The preamble; what lines about the page tell is told to the draft.
    fn lines(&self, draft: &mut Draft<'_>) -> Preamble {
        let mut preamble = Preamble::default();
        let after = self.title.as_ref().map_or(self.lines.len(), |it| it.lines.end);
        let mut told = 0..0;
        for (i, span) in self.lines.iter().enumerate() {
            if told.contains(&i) {
                continue;
            }
            let printed = self.line(i);
            let escaped = draft.markdown || printed.contains('\\');
            let mut line = if escaped { unescaped(printed) } else { printed.into() };
            if is_lone_label(&line) && i + 1 < self.lines.len() && !is_about_page(self.line(i + 1))
            {
                line = format!("{line}：{}", self.line(i + 1)).into();
                told = i + 1..i + 2;
            }
            let line = line.as_ref();
            let mut published = None;
            if is_about_page(line) {
                published = published_in(line);
                if draft.reading.report.agency.is_none()
                    && let Some(agency) = agency_in(line)
                {
                    draft.reading.report.agency = Some(agency);
                    draft.set_field(Field::Agency, span.clone());
                }
                if draft.reading.report.period.is_none()
                    && let Some(at) = line.find(PERIOD)
                    && let Some((period, _)) = first_period(&line[at..])
                {
                    draft.reading.report.period = Some(period);
                    draft.set_field(Field::Period, span.clone());
                }
            } else if i == after && is_date(line).is_some() {
                published = is_date(line);
            } else if i >= after {
                preamble.push(line, span.clone());
            }
            if draft.reading.report.published.is_none() && published.is_some() {
                draft.reading.report.published = published;
                draft.set_field(Field::Published, span.clone());
            }
        }
        preamble
    }

    /// Title, year and agency, from the title of the text, or of its container where that tells more.
    fn tell_title(self, draft: &mut Draft<'_>, metadata: &Metadata) {
        let tells_all = |it: &Found| it.title.agency.is_some() && it.title.year.is_some();
        let outside =
            metadata.title.as_ref().filter(|_| !self.title.as_ref().is_some_and(tells_all));
        let (found, printed, span) = match outside.and_then(|it| Some((title(it)?, it))) {
            Some((found, printed)) => (found, printed.clone(), None),
            None => {
                let Some(Found { title, printed, lines }) = self.title else { return };
                let span = self.lines[lines.start].start..self.lines[lines.end - 1].end;
                (title, printed, Some(span))
            }
        };
        // An escape may be part of the agency's name.
        let escaped = draft.markdown && printed.contains('\\');
        let printed = if escaped { unescaped(&printed).into_owned() } else { printed };
        let found = if escaped { title(&printed).unwrap_or(found) } else { found };
        let report = &mut draft.reading.report;
        let names_agency = report.agency.is_none() && found.agency.is_some();
        report.agency = report.agency.take().or(found.agency);
        report.year = found.year;
        report.title = Some(printed);
        if let Some(span) = span {
            draft.set_field(Field::Title, span.clone());
            if found.year.is_some() {
                draft.set_field(Field::Year, span.clone());
            }
            if names_agency {
                draft.set_field(Field::Agency, span);
            }
        }
    }
}

/// The period, as the preamble tells it, or else the overview.
fn tell_period(draft: &mut Draft<'_>, preamble: &Preamble) {
    let of_preamble = first_period(&preamble.text).map(|it| (it, Field::Preamble));
    let overview = draft.reading.report.overview.as_deref().unwrap_or_default();
    let of_overview = || {
        let mut end = 0;
        let sentences = overview.split_inclusive('。').map(|it| {
            end += it.len();
            (end - it.len(), it)
        });
        let mut of_figures = sentences.filter(|(_, it)| {
            OF_FIGURES.iter().any(|word| it.contains(word)) && !it.contains(NO_STATISTICS)
        });
        let (at, (period, span)) = of_figures.find_map(|(at, it)| Some((at, first_period(it)?)))?;
        Some(((period, at + span.start..at + span.end), Field::Overview))
    };
    let Some(((period, span), field)) = of_preamble.or_else(of_overview) else { return };
    let text = if field == Field::Preamble { &preamble.text } else { overview };
    let place = draft.find_in(field, &text[span]);
    draft.reading.report.period = Some(period);
    if let Some(place) = place {
        draft.set_field(Field::Period, place);
    }
}

/// What the signature tells, where nothing before it did; another name than the agency's is noted.
fn sign(draft: &mut Draft<'_>, Signature { name, date, day }: Signature) {
    if draft.reading.report.published.is_none() {
        draft.reading.report.published = Some(date);
        draft.set_field(Field::Published, day);
    }
    let Some(span) = name else { return };
    let printed = draft.text[span.clone()].to_owned();
    match draft.reading.report.agency.as_deref() {
        None => {
            draft.reading.report.agency = Some(printed);
            draft.set_field(Field::Agency, span);
        }
        Some(agency) if agency == printed => {}
        Some(_) => draft.note(NoteKind::SignedOtherwise { printed }, span),
    }
}
