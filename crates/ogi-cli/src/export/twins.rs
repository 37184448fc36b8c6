//! Reports of one agency and year: whoever adds up would count it twice.

use std::collections::BTreeMap;

use ogi::render::data::ReportRecord;
use ogi::terminal::{Language, visible};

use crate::output;

/// States which reports are of one agency and year, and says it in their records too.
pub(super) fn name(reports: &mut [ReportRecord], language: Language) {
    let mut by_agency: BTreeMap<(String, u16), Vec<usize>> = BTreeMap::new();
    for (n, report) in reports.iter().enumerate() {
        if let Some((agency, year)) = report.agency_and_year() {
            by_agency.entry((agency.to_owned(), year)).or_default().push(n);
        }
    }
    for ((agency, year), twins) in by_agency.into_iter().filter(|it| it.1.len() > 1) {
        let path = |n: &usize| reports[*n].path().to_owned();
        let paths: Vec<_> = twins.iter().map(path).collect();
        let count = paths.len();
        let line = match language {
            Language::Zh => format!("{agency}{year}年的报告有{count}份：{}", paths.join("、")),
            Language::En => format!("{agency} has {count} reports of {year}: {}", paths.join(", ")),
        };
        output::complain(&visible(&line));
        for (at, n) in twins.into_iter().enumerate() {
            let others = paths.iter().enumerate().filter(|it| it.0 != at);
            reports[n].set_twins(others.map(|it| it.1.clone()).collect());
        }
    }
}
