//! What a rule is.

use core::fmt;
use core::hash::{Hash, Hasher};

use ogi_model::Edition;

use crate::judge::RuleKind;
use crate::{Severity, Words};

/// A rule: one record in one file, with everything that is ever said about it.
///
/// Ours are the constants of [`RULES`](crate::RULES). A program adds its own to a [`Policy`](crate::Policy::with_rules), and
/// everything that holds for ours holds for them. Two are equal when their ids are.
///
/// ```
/// use ogi_check::{Rule, Severity};
///
/// let rule = Rule::find("t3-balance").unwrap();
/// assert_eq!(rule.severity, Severity::Error);
/// assert!(rule.statement.zh.contains("第一项加第二项之和"));
/// ```
#[derive(Clone, Copy)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Rule {
    /// Stable id, never reused: a slug with its area in front.
    pub id: &'static str,
    /// What it is about, in a few words.
    pub title: Words,
    /// What it demands, in the words of the form where the form says it.
    pub statement: Words,
    /// What a finding says; `{names}` in braces stand for arguments.
    pub message: Words,
    /// Why it may be demanded.
    pub basis: Basis,
    /// The editions of the form that it is for.
    pub editions: &'static [Edition],
    /// How bad a finding is by default.
    pub severity: Severity,
    /// The milder severities that a finding has by the case. The level that a policy sets replaces all.
    pub severities: &'static [Severity],
    /// The first version that has it: of this crate, or of the program whose rule it is.
    pub since: &'static str,
    /// Judges all its targets.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) judge: RuleKind,
}

/// Why a rule may be demanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Basis {
    /// How strong it is.
    pub kind: BasisKind,
    /// Where it stands.
    pub source: Words,
}

/// How strong the basis of a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum BasisKind {
    /// The Regulation demands it.
    Law,
    /// A notice on the form demands it.
    Notice,
    /// The form prints it.
    Form,
    /// The meaning of the form's words, held by nearly every report.
    Sense,
    /// No more than a habit.
    Habit,
}

impl Rule {
    /// The rule of this id.
    pub fn find(id: &str) -> Option<&'static Self> {
        crate::RULES.iter().copied().find(|rule| rule.id == id)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl Hash for Rule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Rule").field(&self.id).finish()
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}
