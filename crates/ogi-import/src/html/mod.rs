//! Web pages: what a portal puts around a report, and the report in all the markup that editors leave.

mod article;
mod beside;
mod css;
mod flow;
mod grid;
mod info;
mod layout;
mod node;
mod sight;
mod sink;
mod style;
mod tag;
mod tree;
mod walk;

use ogi_parse::Sheet;

use crate::{ImportError, Limits};

/// A page, read.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its text and tables.
    pub(crate) sheet: Sheet<'static>,
    /// Why it may be no report: known only once nothing was read from it.
    pub(crate) shell: Option<Shell>,
}

/// What a page without a report is, if that can be stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shell {
    /// It links a document that may be the report.
    Links,
    /// It shows nothing until its scripts run.
    Scripts,
    /// There are pictures in its report.
    Pictures,
}

#[cfg(feature = "bench")]
/// How many nodes the tree of a page has: all the work on a page before anything is read from it.
pub(crate) fn count_nodes(text: &str, limits: &Limits) -> Result<usize, ImportError> {
    Ok(tree::build(text, limits)?.nodes.len())
}

/// What a page has beside the text that is read.
pub(crate) fn beside(text: &str, limits: &Limits) -> Result<Vec<crate::Beside>, ImportError> {
    Ok(beside::of(&tree::build(text, limits)?))
}

/// Reads a page.
pub(crate) fn read(text: &str, limits: &Limits) -> Result<Page, ImportError> {
    let tree = tree::build(text, limits)?;
    walk::read(&tree, limits)
}
