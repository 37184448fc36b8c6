//! How a run ends.

use std::process::ExitCode;

/// What the exit code says, from good to bad: of several files the worst counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// Read whole, or accepted.
    Sound,
    /// Read with unreadable cells, or findings at or above the level that fails.
    Flawed,
    /// Something could not be read or run.
    Failed,
}

impl From<Verdict> for ExitCode {
    fn from(verdict: Verdict) -> Self {
        Self::from(verdict as u8)
    }
}
