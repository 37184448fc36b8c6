//! Series that seem to go on under another name.

use std::collections::BTreeMap;

use ogi_model::{Report, Section};

use super::Reuse;
use crate::{Message, Thresholds};

/// An agency whose reports end where those of another begin, with nearly the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Successor {
    /// The name that the reports end with.
    pub earlier: String,
    /// The name that they seem to go on with.
    pub later: String,
    /// The first year of the later name.
    pub year: u16,
    /// How many per cent of that year's words are those of the year before.
    pub percent: usize,
}

impl Successor {
    /// What to do about it, in both languages.
    pub fn message(&self) -> Message {
        let Self { earlier, later, year, percent } = self;
        let before = year.saturating_sub(1);
        Message::new(
            format!(
                "“{earlier}”的报告止于{before}年，“{later}”的始于{year}年，文字有{percent}%相同：若为同一机关更名，请用 --aliases 写明"
            ),
            format!(
                "the reports of “{earlier}” end in {before}, those of “{later}” begin in {year} with {percent} % of the same words: if it is the same agency, say so by --aliases"
            ),
        )
    }
}

/// The series that seem to go on under another name. `agencies` has the numbers of the reports of each, as
/// [`Aliases::by_agency`](crate::Aliases::by_agency) gives them.
///
/// ```
/// use ogi_check::{Aliases, Thresholds, successors};
/// use ogi_model::{Edition, Report, Section};
///
/// // Three hundred characters, each of its own.
/// let text: String = ('\u{4e00}'..).take(300).collect();
/// let of = |agency, year| {
///     Report::builder(Edition::E2021).agency(agency).year(year).narrative(Section::Overview, &text).build()
/// };
/// let reports = [of("示例市大数据管理局", 2023)?, of("示例市数据局", 2024)?];
/// let agencies = Aliases::default().by_agency(&reports);
/// let found = successors(&reports, &agencies, &Thresholds::default());
/// assert_eq!((found[0].earlier.as_str(), found[0].year), ("示例市大数据管理局", 2024));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn successors<'a>(
    reports: impl IntoIterator<Item = &'a Report>,
    agencies: &[Vec<usize>],
    thresholds: &Thresholds,
) -> Vec<Successor> {
    let reports: Vec<&Report> = reports.into_iter().collect();
    let of_agency = |all: &Vec<usize>| {
        let of_year = |n: &usize| {
            let report = *reports.get(*n)?;
            Some((report.year?, report))
        };
        let mut years: Vec<_> = all.iter().filter_map(of_year).collect();
        years.sort_by_key(|it| it.0);
        Some((*years.first()?, *years.last()?))
    };
    let ends: Vec<_> = agencies.iter().filter_map(of_agency).collect();
    let mut by_first: BTreeMap<u16, Vec<&Report>> = BTreeMap::new();
    for ((year, report), _) in &ends {
        by_first.entry(*year).or_default().push(report);
    }
    let mut found = Vec::new();
    for (_, (year, last)) in &ends {
        let next = year.saturating_add(1);
        for first in by_first.get(&next).into_iter().flatten() {
            let (Some(earlier), Some(later)) = (&last.agency, &first.agency) else { continue };
            let reuse = reuse(first, last);
            let is_long = reuse.0 >= thresholds.reused_text_characters as usize;
            if earlier != later && is_long && reuse.1 >= thresholds.reused_text_percent as usize {
                let (earlier, later) = (earlier.clone(), later.clone());
                found.push(Successor { earlier, later, year: next, percent: reuse.1 });
            }
        }
    }
    found
}

/// How long the narrative is, and how many per cent of it are old.
fn reuse(new: &Report, old: &Report) -> (usize, usize) {
    let text = |it: &Report| {
        let parts = [Section::Overview, Section::Problems];
        parts.iter().filter_map(|part| it.narrative(*part)).collect::<Vec<_>>().join("\n")
    };
    let (new, old) = (text(new), text(old));
    let reuse = Reuse::of(&new, &old);
    (reuse.characters, reuse.percent())
}

#[cfg(test)]
mod tests {
    use ogi_model::Edition;

    use super::*;
    use crate::Aliases;

    #[test]
    fn only_a_series_that_begins_when_another_ends_goes_on() {
        let of = |agency: &str, year, from: u32| {
            let text: String = (from..).filter_map(char::from_u32).take(300).collect();
            Report::builder(Edition::E2021)
                .agency(agency)
                .year(year)
                .narrative(Section::Overview, &text)
                .build()
                .unwrap()
        };
        for (year, from, found) in [(2024, 0x4e00, 1), (2025, 0x4e00, 0), (2024, 0x6000, 0)] {
            let reports = [of("示例市大数据局", 2023, 0x4e00), of("示例市数据局", year, from)];
            let agencies = Aliases::default().by_agency(&reports);
            let all = successors(&reports, &agencies, &Thresholds::default());
            assert_eq!(all.len(), found, "{year}");
        }
    }
}
