//! What is made of the facts.

mod build;
mod ledger;
#[cfg(feature = "toml")]
mod toml;
mod waiver;
mod waivers;

use std::collections::BTreeMap;

use ogi_model::{Cell, Date, Decimal, Value};

use crate::{RULES, Rule, Severity, Thresholds};

pub use ledger::WaiverLedger;
#[cfg(feature = "schema")]
pub use toml::policy_schema;
#[cfg(feature = "toml")]
pub use toml::{PolicyError, PolicyErrors, PolicyName};
pub use waiver::{UnusedReason, UnusedWaiver, Waived, Waiver};
pub use waivers::Waivers;

/// Which rules are run, how bad their findings are, and what is accepted.
///
/// Rules give facts; a policy turns them into a verdict.
///
/// ```
/// use ogi_check::{Policy, Severity};
///
/// // All rules but those on the document; a sum of table four that is wrong is a warning.
/// let policy =
///     Policy::default().with_ignore(["doc-"]).with_level("t4-sum", Severity::Warning);
/// assert_eq!(policy.fail_on, Severity::Error);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// A finding of this severity or a greater one means that the report is not accepted.
    pub fail_on: Severity,
    /// Whether a blank cell counts 0. It is reported as blank all the same.
    pub blanks_as_zero: bool,
    /// The rules to run: ids or beginnings of ids; empty for all.
    pub select: Vec<String>,
    /// The rules not to run: ids or beginnings of ids. Where a rule is both selected and ignored, the longer
    /// text counts, and `ignore` if they are the same.
    pub ignore: Vec<String>,
    /// Severities other than the rule's own, by id.
    pub levels: BTreeMap<String, Severity>,
    /// By how many 万元 two amounts of money may differ and count as equal.
    pub money_tolerance: Decimal,
    /// From where on something stands out.
    pub thresholds: Thresholds,
    /// Findings that are waived. They stay visible, and do not count.
    pub waivers: Waivers,
    /// The day that deadlines and expiries are judged on. Without one they are not judged: there is no clock here.
    pub as_of: Option<Date>,
    /// The rules of the program's own, in the order in which it gave them.
    pub(crate) own_rules: Vec<&'static Rule>,
}

/// All rules at their own severity; errors are not accepted; a blank is not 0; money is exact; no day.
impl Default for Policy {
    fn default() -> Self {
        Self {
            fail_on: Severity::Error,
            blanks_as_zero: false,
            select: Vec::new(),
            ignore: Vec::new(),
            levels: BTreeMap::new(),
            money_tolerance: Decimal::ZERO,
            thresholds: Thresholds::default(),
            waivers: Waivers::default(),
            as_of: None,
            own_rules: Vec::new(),
        }
    }
}

impl Policy {
    /// All rules that it knows: ours, then those of the program's own.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        RULES.iter().chain(&self.own_rules).copied()
    }

    /// The rule of this id, if it knows one.
    pub fn rule(&self, id: &str) -> Option<&'static Rule> {
        self.rules().find(|it| it.id == id)
    }

    /// Whether a rule is run.
    pub fn runs(&self, rule: &Rule) -> bool {
        if rule.is_own() && !self.own_rules.contains(&rule) {
            return false;
        }
        let longest = |names: &[String]| {
            names.iter().filter(|it| rule.id.starts_with(it.as_str())).map(String::len).max()
        };
        let selected = if self.select.is_empty() { Some(0) } else { longest(&self.select) };
        selected > longest(&self.ignore)
    }

    /// How bad a finding of a rule is.
    pub fn severity(&self, rule: &Rule) -> Severity {
        self.levels.get(rule.id).copied().unwrap_or(rule.severity)
    }

    /// How bad a finding is that may be milder by the case.
    pub(crate) fn severity_by_case(&self, rule: &Rule, by_case: Option<Severity>) -> Severity {
        let level = self.levels.get(rule.id).copied();
        level.or(by_case).unwrap_or(rule.severity)
    }

    /// Whether two amounts of money, in 万元, count as equal.
    ///
    /// ```
    /// # use ogi_check::Policy;
    /// use ogi_model::Decimal;
    ///
    /// let (cell, text) = (Decimal::new(471, 1), Decimal::new(4709, 2));
    /// assert!(!Policy::default().is_same_money(cell, text));
    /// let policy = Policy::default().with_money_tolerance(Decimal::new(1, 2));
    /// assert!(policy.is_same_money(cell, text));
    /// ```
    pub fn is_same_money(&self, one: Decimal, other: Decimal) -> bool {
        // What does not fit is far apart.
        one.checked_sub(other).is_some_and(|it| it.abs() <= self.money_tolerance)
    }

    /// A cell as this policy wants it read.
    #[inline]
    pub(crate) fn as_read<'c>(&self, printed: &'c Cell) -> &'c Cell {
        const ZERO: &Cell = &Cell::Number { value: Value::Count(0), remark: None };
        match printed {
            Cell::Blank if self.blanks_as_zero => ZERO,
            printed => printed,
        }
    }

    /// The names in this policy that match no rule: very likely slips of the pen.
    ///
    /// ```
    /// # use ogi_check::Policy;
    /// let policy = Policy::default().with_ignore(["t3-rowsum"]);
    /// assert_eq!(policy.unknown_names().collect::<Vec<_>>(), ["t3-rowsum"]);
    /// ```
    pub fn unknown_names(&self) -> impl Iterator<Item = &str> {
        let prefixes = self.select.iter().chain(&self.ignore).map(String::as_str);
        let ids = self.levels.keys().map(String::as_str);
        prefixes
            .filter(|name| !self.rules().any(|rule| rule.id.starts_with(name)))
            .chain(ids.filter(|id| self.rule(id).is_none()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_name_counts() {
        let runs = |select: &[&str], ignore: &[&str], id| {
            let policy = Policy::default()
                .with_select(select.iter().copied())
                .with_ignore(ignore.iter().copied());
            policy.runs(Rule::find(id).unwrap())
        };
        assert!(runs(&[], &[], "t4-sum"));
        assert!(!runs(&["t3-"], &[], "t4-sum"));
        assert!(runs(&["t3-"], &["t3-row"], "t3-balance"));
        assert!(!runs(&["t3-"], &["t3-row"], "t3-row-sum"));
        assert!(runs(&["t3-balance"], &["t3-"], "t3-balance"));
        assert!(!runs(&["t3-"], &["t3-"], "t3-balance"));
        assert!(!runs(&[], &[""], "t3-balance"));
    }
}
