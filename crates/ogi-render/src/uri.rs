//! Paths as references.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// A path as a reference that may stand in a URI.
pub(crate) fn of_path(path: &str) -> String {
    const KEPT: &AsciiSet =
        &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_').remove(b'~');
    let path = path.replace('\\', "/");
    // A colon in the first part would be a scheme; it is escaped like all else.
    utf8_percent_encode(&path, KEPT).to_string()
}
