//! For the benchmarks of the project only, and nobody's interface: reading a page is compared with building its tree
//! alone, and neither the tree nor its sink is public.

use crate::{ImportError, Limits};

/// Builds the tree of a page and does nothing with it but count its nodes.
///
/// # Errors
/// [`ImportError`] if the page is beyond a limit.
pub fn html_tree(text: &str, limits: &Limits) -> Result<usize, ImportError> {
    crate::html::count_nodes(text, limits)
}
