//! How often each rule is broken, over many reports.

use core::cmp::Reverse;
use core::ops::AddAssign;

use crate::{Language, Outcome, RULES, Rule, Severity, Verdict};

/// What checks of many reports came to: how many have which verdict, and how many findings of each rule there are.
///
/// ```
/// use ogi_check::{Policy, Statistics};
/// use ogi_model::Report;
///
/// let outcome = ogi_check::check(&Report::new(), &Policy::default());
/// let mut all = Statistics::default();
/// all += Statistics::of(&outcome);
/// all += Statistics::of(&outcome);
/// all += Statistics::unread();
/// assert_eq!((all.files(), all.not_read()), (3, 1));
/// let tables = all.rules().into_iter().find(|it| it.rule.id == "doc-table-missing").unwrap();
/// assert_eq!((tables.findings, tables.reports), (6, 2));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// By [`Verdict::ALL`].
    verdicts: [usize; Verdict::ALL.len()],
    unread: usize,
    /// In no order.
    rules: Vec<RuleCount>,
}

/// How often a rule is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct RuleCount {
    /// The rule.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::json::rule_id"))]
    pub rule: &'static Rule,
    /// How bad its findings are, by the policy.
    pub severity: Severity,
    /// How many findings that count.
    pub findings: usize,
    /// How many that are waived.
    pub waived: usize,
    /// In how many reports there are findings that count.
    pub reports: usize,
}

impl Statistics {
    /// Of one report.
    pub fn of(outcome: &Outcome) -> Self {
        let mut it = Self::default();
        it.verdicts[outcome.verdict as usize] += 1;
        for finding in &outcome.findings {
            let waived = usize::from(finding.waived.is_some());
            let (rule, severity) = (finding.rule, finding.severity);
            it.add(RuleCount { rule, severity, findings: 1 - waived, waived, reports: 0 });
        }
        for rule in &mut it.rules {
            rule.reports = usize::from(rule.findings > 0);
        }
        it
    }

    /// Of a file that could not be read.
    pub fn unread() -> Self {
        Self { unread: 1, ..Self::default() }
    }

    /// How many files there are, those that could not be read among them.
    pub fn files(&self) -> usize {
        self.verdicts.iter().sum::<usize>() + self.unread
    }

    /// How many files could not be read.
    pub const fn not_read(&self) -> usize {
        self.unread
    }

    /// How many reports have a verdict.
    pub const fn reports(&self, verdict: Verdict) -> usize {
        self.verdicts[verdict as usize]
    }

    /// How many findings of a severity count.
    pub fn findings(&self, severity: Severity) -> usize {
        self.rules.iter().filter(|it| it.severity == severity).map(|it| it.findings).sum()
    }

    /// How many findings are waived.
    pub fn waived(&self) -> usize {
        self.rules.iter().map(|it| it.waived).sum()
    }

    /// The rules that are broken: the worst first, then those with the most findings.
    pub fn rules(&self) -> Vec<RuleCount> {
        let mut rules = self.rules.clone();
        // Rules of the program's own come after ours.
        let number =
            |rule: &Rule| (RULES.iter().position(|it| *it == rule).unwrap_or(RULES.len()), rule.id);
        rules.sort_by_key(|it| (Reverse((it.severity, it.findings)), number(it.rule)));
        rules
    }

    /// How many files have which verdict, in one sentence without its end.
    ///
    /// ```
    /// use ogi_check::{Language, Statistics};
    ///
    /// let words = Statistics::unread().in_words(Language::Zh);
    /// assert_eq!(words, "共1份：通过0份，不通过0份，未完成核对0份，无法读取1份");
    /// ```
    pub fn in_words(&self, language: Language) -> String {
        let all = self.files();
        let [sound, incomplete, flawed] = self.verdicts;
        let (failed, waived) = (self.unread, self.waived());
        let mut words = match language {
            Language::Zh => format!(
                "共{all}份：通过{sound}份，不通过{flawed}份，未完成核对{incomplete}份，无法读取{failed}份"
            ),
            Language::En => format!(
                "{all} files: {sound} accepted, {flawed} not accepted, {incomplete} incomplete, {failed} not read"
            ),
        };
        if waived > 0 {
            words += &match language {
                Language::Zh => format!("；豁免{waived}处问题"),
                Language::En => format!("; {waived} findings waived"),
            };
        }
        words
    }

    fn add(&mut self, count: RuleCount) {
        match self.rules.iter_mut().find(|it| it.rule == count.rule) {
            Some(known) => {
                known.severity = known.severity.max(count.severity);
                known.findings += count.findings;
                known.waived += count.waived;
                known.reports += count.reports;
            }
            None => self.rules.push(count),
        }
    }
}

impl AddAssign for Statistics {
    fn add_assign(&mut self, other: Self) {
        for (all, of_other) in self.verdicts.iter_mut().zip(other.verdicts) {
            *all += of_other;
        }
        self.unread += other.unread;
        other.rules.into_iter().for_each(|it| self.add(it));
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Statistics {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("files", &self.files())?;
        for verdict in Verdict::ALL {
            map.serialize_entry(verdict.key(), &self.reports(*verdict))?;
        }
        map.serialize_entry("unread", &self.unread)?;
        for severity in Severity::ALL.iter().rev() {
            map.serialize_entry(severity.key(), &self.findings(*severity))?;
        }
        map.serialize_entry("waived", &self.waived())?;
        map.serialize_entry("rules", &self.rules())?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{CellId, Column, Edition, Row};

    use super::*;
    use crate::rules::tests::counts;
    use crate::{Policy, Waiver, check};

    #[test]
    fn the_worst_and_most_frequent_rules_come_first() {
        let mut report = counts(Edition::E2021);
        report.set(CellId::new(Row::Reconsideration, Column::Total), 900);
        for row in [Row::Granted, Row::PartiallyGranted] {
            report.set(CellId::new(row, Column::Total), 900);
        }
        report.set(CellId::new(Row::Rules, Column::Issued), ogi_model::Cell::Blank);
        let policy = Policy {
            select: ["t3-row", "t4-", "doc-cell"].map(Into::into).into(),
            ..Policy::default()
        };
        let outcome = check(&report, &policy);
        let statistics = Statistics::of(&outcome);
        let of = |it: &Statistics| {
            let rules = it.rules().into_iter();
            rules.map(|it| (it.rule.id, it.findings, it.waived, it.reports)).collect::<Vec<_>>()
        };
        assert_eq!(
            of(&statistics),
            [("t3-row-sum", 2, 0, 1), ("t4-sum", 1, 0, 1), ("doc-cell-blank", 1, 0, 1)]
        );
        assert_eq!(
            (statistics.findings(Severity::Error), statistics.reports(Verdict::Rejected)),
            (3, 1)
        );

        // What is waived does not count, and is not lost.
        let waivers = outcome.open().map(|it| Waiver::of(&report, it, "known")).collect();
        let waived = Statistics::of(&check(&report, &Policy { waivers, ..policy }));
        assert_eq!((waived.waived(), waived.findings(Severity::Error)), (4, 0));
        let mut both = statistics;
        both += waived;
        assert_eq!(of(&both)[0], ("t3-row-sum", 2, 2, 1));
        assert_eq!(both.files(), 2);
    }
}
