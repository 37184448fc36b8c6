//! Reports of one agency and year: whoever adds up would count it twice.

use ogi::embed::{Twins, name_twins};
use ogi::render::data::ReportRecord;
use ogi::terminal::{Language, visible};

use crate::output;

/// States which reports are of one agency and year, and says it in their records too.
pub(super) fn name(reports: &mut [ReportRecord], language: Language) {
    for Twins { agency, year, paths } in name_twins(reports) {
        let count = paths.len();
        let line = match language {
            Language::Zh => format!("{agency}{year}年的报告有{count}份：{}", paths.join("、")),
            Language::En => format!("{agency} has {count} reports of {year}: {}", paths.join(", ")),
        };
        output::complain(&visible(&line));
    }
}
