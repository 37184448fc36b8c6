//! Judges what was read of a source by its hand-written truth.

mod folder;
mod judge;

use core::fmt;
use core::ops::AddAssign;

pub use folder::{KnownSource, known_sources};
pub use judge::{Judged, Verdict, judge};

/// How many values of a truth came how.
///
/// ```
/// use ogi_testkit::{Score, judge};
/// use serde_json::json;
///
/// let truth = json!({"year": 2024, "disputes": {"reconsideration": {"upheld": 0, "total": 3}}});
/// let read = json!({"disputes": {"reconsideration": {"upheld": null, "total": {"unreadable": "3?"}}}});
/// let score: Score = judge(&truth, Some(&read)).iter().collect();
/// assert_eq!(score.to_string(), "0 right, 1 wrong, 1 unreadable, 1 missing of 3");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Equal to the truth.
    pub right: usize,
    /// Another value; a value where nothing is printed; a blank where there is a value.
    pub wrong: usize,
    /// Given as unreadable.
    pub unreadable: usize,
    /// Not given at all.
    pub missing: usize,
}

impl Score {
    /// How many values there were.
    pub const fn all(&self) -> usize {
        self.right + self.wrong + self.unreadable + self.missing
    }

    /// One value more.
    pub const fn count(&mut self, verdict: Verdict) {
        *match verdict {
            Verdict::Right => &mut self.right,
            Verdict::Wrong => &mut self.wrong,
            Verdict::Unreadable => &mut self.unreadable,
            Verdict::Missing => &mut self.missing,
        } += 1;
    }
}

impl<'a> FromIterator<&'a Judged> for Score {
    fn from_iter<I: IntoIterator<Item = &'a Judged>>(judged: I) -> Self {
        let mut score = Self::default();
        judged.into_iter().for_each(|it| score.count(it.verdict));
        score
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.unreadable += other.unreadable;
        self.missing += other.missing;
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { right, wrong, unreadable, missing } = self;
        let all = self.all();
        write!(
            f,
            "{right} right, {wrong} wrong, {unreadable} unreadable, {missing} missing of {all}"
        )
    }
}
