//! Limits, for sources that nobody vouches for.

use core::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;

use crate::ParseError;

/// How much of a source is read, and until when.
///
/// ```
/// use ogi_parse::{Limits, ReadOptions, read};
///
/// let limits = Limits::default().with_bytes(10);
/// let error = read("政府信息公开", &ReadOptions::default().with_limits(limits)).unwrap_err();
/// assert_eq!(error.kind(), "too-large");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The most bytes of a source; 64 MiB by default.
    pub bytes: usize,
    /// The most bytes that anything packed may have when unpacked; 256 MiB by default.
    pub unpacked_bytes: u64,
    /// The most entries of an archive; 10,000 by default.
    pub entries: usize,
    /// The deepest nesting of elements; 512 by default, as in browsers.
    pub depth: usize,
    /// The most elements and texts of a page together; 2,000,000 by default.
    pub nodes: usize,
    /// The most cells, paragraphs and lines together; 200,000 by default, some hundred times what a report has.
    pub cells: usize,
    /// The most pages of a document; 300 by default, several times what the longest report has.
    pub pages: usize,
    /// What ends the reading before it is done; nothing by default.
    pub stop: Option<Stop>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            unpacked_bytes: 256 << 20,
            entries: 10_000,
            depth: 512,
            nodes: 2_000_000,
            cells: 200_000,
            pages: 300,
            stop: None,
        }
    }
}

impl Limits {
    /// The most bytes of a source.
    pub const fn with_bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }

    /// The most bytes that anything packed may have when unpacked.
    pub const fn with_unpacked_bytes(mut self, bytes: u64) -> Self {
        self.unpacked_bytes = bytes;
        self
    }

    /// The most entries of an archive.
    pub const fn with_entries(mut self, entries: usize) -> Self {
        self.entries = entries;
        self
    }

    /// The deepest nesting of elements.
    pub const fn with_depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }

    /// The most elements and texts of a page together.
    pub const fn with_nodes(mut self, nodes: usize) -> Self {
        self.nodes = nodes;
        self
    }

    /// The most cells, paragraphs and lines together.
    pub const fn with_cells(mut self, cells: usize) -> Self {
        self.cells = cells;
        self
    }

    /// The most pages of a document.
    pub const fn with_pages(mut self, pages: usize) -> Self {
        self.pages = pages;
        self
    }

    /// What ends the reading before it is done.
    pub fn with_stop(mut self, stop: &Stop) -> Self {
        self.stop = Some(stop.clone());
        self
    }

    /// Whether the reading should end now: its [`Stop`] is set.
    pub fn is_stopped(&self) -> bool {
        self.stop.as_ref().is_some_and(Stop::is_set)
    }

    /// Ends the reading if it should end.
    pub(crate) fn go_on(&self) -> Result<(), ParseError> {
        if self.is_stopped() { Err(ParseError::Stopped) } else { Ok(()) }
    }
}

/// A flag that ends the reading of a long source: whoever waits for it keeps a clone and sets it, from another thread, when
/// a deadline has passed or nobody waits any more. There is no clock here.
///
/// ```
/// use ogi_parse::{Limits, ReadOptions, Stop, read};
///
/// let stop = Stop::new();
/// let options = ReadOptions::default().with_limits(Limits::default().with_stop(&stop));
/// stop.set();
/// assert_eq!(read("政府信息公开工作年度报告", &options).unwrap_err().kind(), "stopped");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// A flag that is not set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets it, for all its clones and for good.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it is set.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The same flag.
impl PartialEq for Stop {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Stop {}
