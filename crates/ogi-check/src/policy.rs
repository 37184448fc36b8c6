//! What is made of the facts.

use std::collections::BTreeMap;

use crate::{RULES, Rule, Severity};

/// Which rules are run, how bad their findings are, and what is accepted.
///
/// Rules give facts; a policy turns them into a verdict.
///
/// ```
/// use ogi_check::{Policy, Severity};
///
/// // All rules but those on the document; an error in table four is put up with.
/// let policy = Policy {
///     ignore: vec!["doc-".into()],
///     levels: [("t4-sum".into(), Severity::Warning)].into(),
///     ..Policy::default()
/// };
/// assert_eq!(policy.fail_on, Severity::Error);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
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
}

/// All rules at their own severity; errors are not accepted; a blank is not 0.
impl Default for Policy {
    fn default() -> Self {
        Self {
            fail_on: Severity::Error,
            blanks_as_zero: false,
            select: Vec::new(),
            ignore: Vec::new(),
            levels: BTreeMap::new(),
        }
    }
}

impl Policy {
    /// Whether a rule is run.
    pub fn runs(&self, rule: &Rule) -> bool {
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

    /// The names in this policy that match no rule: very likely slips of the pen.
    ///
    /// ```
    /// # use ogi_check::Policy;
    /// let policy = Policy { ignore: vec!["t3-rowsum".into()], ..Policy::default() };
    /// assert_eq!(policy.unknown_names().collect::<Vec<_>>(), ["t3-rowsum"]);
    /// ```
    pub fn unknown_names(&self) -> impl Iterator<Item = &str> {
        let prefixes = self.select.iter().chain(&self.ignore).map(String::as_str);
        let ids = self.levels.keys().map(String::as_str);
        prefixes
            .filter(|name| !RULES.iter().any(|rule| rule.id.starts_with(name)))
            .chain(ids.filter(|id| Rule::find(id).is_none()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_name_counts() {
        let names = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect();
        let runs = |select: &[&str], ignore: &[&str], id| {
            let policy =
                Policy { select: names(select), ignore: names(ignore), ..Policy::default() };
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
