//! Reports of one agency and year: whoever adds up would count it twice.

use std::collections::BTreeMap;

use ogi_render::data::ReportRecord;

/// Several reports of one agency and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twins {
    /// Whose.
    pub agency: String,
    /// Of which year.
    pub year: u16,
    /// Where they lie.
    pub paths: Vec<String>,
}

/// Finds reports of one agency and year, and says in the record of each which others there are.
///
/// ```
/// use ogi::Policy;
/// use ogi::check::Aliases;
/// use ogi::embed::{ReportFile, name_twins};
///
/// let text = include_bytes!("../../../../examples/reports/garden-street-2024.txt");
/// let file = |path| ReportFile::read(path, text, &Aliases::default()).checked(&Policy::default());
/// let mut records: Vec<_> = ["a.txt", "b.txt"].iter().filter_map(|it| file(*it).report()).collect();
/// assert_eq!(name_twins(&mut records)[0].paths, ["a.txt", "b.txt"]);
/// ```
pub fn name_twins(reports: &mut [ReportRecord]) -> Vec<Twins> {
    let mut by_agency: BTreeMap<(String, u16), Vec<usize>> = BTreeMap::new();
    for (n, report) in reports.iter().enumerate() {
        if let Some((agency, year)) = report.agency_and_year() {
            by_agency.entry((agency.to_owned(), year)).or_default().push(n);
        }
    }
    let several = by_agency.into_iter().filter(|it| it.1.len() > 1);
    several
        .map(|((agency, year), twins)| {
            let paths: Vec<_> = twins.iter().map(|n| reports[*n].path().to_owned()).collect();
            for (at, n) in twins.into_iter().enumerate() {
                let others = paths.iter().enumerate().filter(|it| it.0 != at);
                reports[n].set_twins(others.map(|it| it.1.clone()).collect());
            }
            Twins { agency, year, paths }
        })
        .collect()
}
