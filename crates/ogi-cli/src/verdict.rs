//! How a run ends.

use std::process::ExitCode;

use ogi::Outcome;

/// What the exit code says, from good to bad: of several files the worst counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// Read whole, or accepted.
    Sound,
    /// Nothing is wrong, but what the form requires could not all be judged.
    Incomplete,
    /// Read with unreadable cells, or findings at or above the level that fails.
    Flawed,
    /// Something could not be read or run.
    Failed,
}

impl Verdict {
    /// What a check came to.
    pub(crate) const fn of(outcome: &Outcome) -> Self {
        match outcome.verdict {
            ogi::Verdict::Accepted => Self::Sound,
            ogi::Verdict::Incomplete => Self::Incomplete,
            ogi::Verdict::Rejected => Self::Flawed,
        }
    }

    /// Where somebody is content with an incomplete check, it is sound.
    pub(crate) const fn allowing_incomplete(self, allowed: bool) -> Self {
        match self {
            Self::Incomplete if allowed => Self::Sound,
            other => other,
        }
    }

    const fn code(self) -> u8 {
        match self {
            Self::Sound => 0,
            Self::Flawed => 1,
            Self::Failed => 2,
            Self::Incomplete => 3,
        }
    }
}

impl From<Verdict> for ExitCode {
    fn from(verdict: Verdict) -> Self {
        Self::from(verdict.code())
    }
}
