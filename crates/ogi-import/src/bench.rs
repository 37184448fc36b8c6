//! What the benchmarks of the project compare with: reading a page takes little longer than building its tree alone.

use crate::{ImportError, Limits};

/// Builds the tree of a page and does nothing with it but count its nodes.
///
/// # Errors
/// [`ImportError`] if the page is beyond a limit.
pub fn html_tree(text: &str, limits: &Limits) -> Result<usize, ImportError> {
    crate::html::count_nodes(text, limits)
}
