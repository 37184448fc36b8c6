//! The metadata of the report, with its places.
//!
//! The title names agency and year, `发布日期：2026-01-20` the day, the preamble the period.

use core::ops::Range;

use ogi_model::{AgencyKind, Date, Field, NoteKind};
use ogi_text::date::first_period;
use ogi_text::page_fact::PageFact;

use super::body;
use super::line::{Kind, Line};
use super::preamble::{Preamble, first_sentence};
use super::{Front, Signature, title};
use crate::draft::Draft;
use crate::grammar::year_of_report;
use crate::sheet::Metadata;
use crate::wrapped::Pages;

/// What a sentence about the period of the figures says; there are periods of other things.
const OF_FIGURES: [&str; 3] = ["统计", "所列数据", "报告期"];
/// An agency that is no statistics.
const NO_STATISTICS: &str = "统计局";
/// What a sentence that presents a report does with it; the name of the body follows.
const PRESENTS: [&str; 4] = ["公布", "发布", "公开", "现将"];

/// Something stated, and where; nowhere if the container says it.
type Stated<T> = Option<(T, Option<Range<usize>>)>;

impl Front<'_> {
    /// Fills in what the front states, and the signature. Gives the lines of the preamble.
    pub(crate) fn fill(
        self,
        draft: &mut Draft<'_>,
        metadata: &Metadata,
        signature: Option<Signature>,
        pages: &Pages<'_>,
    ) -> Vec<Range<usize>> {
        let in_text = title::find(&self.lines);
        let after = in_text.as_ref().map_or(0, |it| it.lines.end);
        let behind = &self.lines[after..];

        // The title of the text, or of its container where that states more.
        let states_all = in_text.as_ref().is_some_and(|it| it.title.facts() == 3);
        let outside =
            metadata.title.as_deref().filter(|_| !states_all).and_then(title::of_container);
        let title = match (outside, in_text) {
            (Some((title, printed)), _) => Some((title, printed, None)),
            (None, Some(found)) => {
                let first = self.lines[found.lines.start].span.start;
                let last = self.lines[found.lines.end - 1].span.end;
                Some((found.title, found.printed, Some(first..last)))
            }
            (None, None) => None,
        };
        let publisher = self.publisher(metadata);
        let of_title = title.as_ref().and_then(|it| it.0.agency.as_deref());
        let agency = body::agency(of_title, publisher.as_ref().map(|it| it.0));
        let agency_place = match &publisher {
            Some((name, place)) if agency == Some(name) => place.clone(),
            _ => title.as_ref().and_then(|it| it.2.clone()),
        };
        let published = self.published(metadata).or_else(|| day_under_title(behind));
        let preamble = Preamble::new(self.text, behind, agency, draft.markdown, pages);

        draft.reading.report.agency = agency.map(str::to_owned);
        if let Some(place) = agency_place.filter(|_| agency.is_some()) {
            draft.set_field(Field::Agency, place);
        }
        if let Some((day, place)) = published {
            draft.reading.report.published = Some(day);
            place.into_iter().for_each(|it| draft.set_field(Field::Published, it));
        }
        if let Some((title, printed, place)) = title {
            draft.reading.report.year = title.year;
            draft.reading.report.title = Some(printed);
            if let Some(place) = place {
                if title.year.is_some() {
                    draft.set_field(Field::Year, place.clone());
                }
                draft.set_field(Field::Title, place);
            }
        }
        if let Some(span) = preamble.span.clone() {
            draft.set_field(Field::Preamble, span);
        }
        self.fill_period(draft, &preamble);
        let presented = year_of_report(&preamble.text);
        if let (None, Some((year, span))) = (draft.reading.report.year, &presented) {
            draft.reading.report.year = Some(*year);
            if let Some(place) = draft.find_in(Field::Preamble, &preamble.text[span.clone()]) {
                draft.set_field(Field::Year, place);
            }
        }
        if let Some(signature) = signature {
            sign(draft, signature);
        }
        if let (None, Some((_, span))) = (&draft.reading.report.agency, presented)
            && let Some(name) = presented_body(&preamble.text[..span.start])
        {
            draft.reading.report.agency = Some(name.to_owned());
            if let Some(place) = draft.find_in(Field::Preamble, name) {
                draft.set_field(Field::Agency, place);
            }
        }
        let report = &mut draft.reading.report;
        report.preamble = Some(preamble.text).filter(|it| !it.is_empty());
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

    /// Who published it, as the page says.
    fn publisher<'s>(&'s self, metadata: &'s Metadata) -> Stated<&'s str> {
        let of_container = metadata.agency.as_deref().map(|it| (it, None));
        let named = |(fact, line): (super::Fact<'s>, &Line<'_>)| {
            let is_agency = fact.label == PageFact::Agency;
            Some((fact.body().filter(|_| is_agency)?, Some(line.span.clone())))
        };
        of_container.or_else(|| self.facts().find_map(named))
    }

    /// When it was published, as the page says.
    fn published(&self, metadata: &Metadata) -> Stated<Date> {
        let of_container = metadata.published.map(|it| (it, None));
        let stated = |label| {
            let mut facts = self.facts().filter(move |it| it.0.label == label);
            facts.find_map(|(fact, line)| Some((fact.day()?, Some(line.span.clone()))))
        };
        of_container.or_else(|| stated(PageFact::Published)).or_else(|| stated(PageFact::Day))
    }

    /// The period, as a fact or the preamble states it, or else the overview.
    fn fill_period(&self, draft: &mut Draft<'_>, preamble: &Preamble) {
        let stated = self
            .facts()
            .filter(|it| it.0.label == PageFact::Period)
            .find_map(|(fact, line)| Some((first_period(fact.value)?.0, line.span.clone())));
        if let Some((period, place)) = stated {
            draft.reading.report.period = Some(period);
            return draft.set_field(Field::Period, place);
        }
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
            let (at, (period, span)) =
                of_figures.find_map(|(at, it)| Some((at, first_period(it)?)))?;
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
}

/// A day on a line of its own between the title and the first sentence.
fn day_under_title(behind: &[Line<'_>]) -> Stated<Date> {
    behind[..first_sentence(behind)].iter().find_map(|it| match it.kind {
        Kind::Day(day) => Some((day, Some(it.span.clone()))),
        _ => None,
    })
}

/// The body whose report a sentence presents: 现公布示例市民政局2023年…年度报告, up to the year.
fn presented_body(before: &str) -> Option<&str> {
    let clause = before.rsplit(['，', '。', '；', '\n', ',']).next()?;
    let verb = PRESENTS.iter().filter_map(|it| Some(clause.rfind(it)? + it.len())).max()?;
    Some(clause[verb..].trim()).filter(|it| body::is_body(it))
}

/// What the signature states, where nothing before it did; another name than the agency's is noted.
fn sign(draft: &mut Draft<'_>, Signature { name, date, day }: Signature) {
    if draft.reading.report.published.is_none() {
        draft.reading.report.published = Some(date);
        draft.set_field(Field::Published, day);
    }
    let Some(span) = name else { return };
    let printed = draft.prose[span.clone()].to_owned();
    match draft.reading.report.agency.as_deref() {
        None => {
            draft.reading.report.agency = Some(printed);
            draft.set_field(Field::Agency, span);
        }
        Some(agency) if agency == printed => {}
        Some(_) => draft.note_prose(NoteKind::SignedOtherwise { printed }, span),
    }
}
