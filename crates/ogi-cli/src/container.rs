//! Files that may hold a report, by their names.

use std::path::Path;

/// The names of files that may hold a report, beside those that are written too.
const DOCUMENTS: [&str; 20] = [
    "html", "htm", "shtml", "mht", "mhtml", "eml", "docx", "doc", "wps", "rtf", "odt", "fodt",
    "xlsx", "xls", "et", "ods", "fods", "pdf", "ofd", "zip",
];

/// Whether a file of this name may hold a report, read or not.
pub(crate) fn may_hold_report(path: &Path) -> bool {
    let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    DOCUMENTS.iter().any(|it| it.eq_ignore_ascii_case(extension))
}
