//! How a policy is built in code.

use ogi_model::{Date, Decimal};

use super::Policy;
use crate::own::accept;
use crate::{Rule, RuleError, Severity, Thresholds, Waiver};

impl Policy {
    /// With rules of the program's own beside [`RULES`](crate::RULES), and beside those that it has: they are run after ours,
    /// and are selected, ignored, levelled and waived by their ids as ours are. See [`Rule::of_report`].
    ///
    /// # Errors
    /// [`RuleError`] if the id of one is taken, is no slug, or lacks an area of its own, or if its words are missing.
    pub fn with_rules(
        mut self,
        rules: impl IntoIterator<Item = &'static Rule>,
    ) -> Result<Self, RuleError> {
        for rule in rules {
            accept(&mut self.own_rules, rule)?;
        }
        Ok(self)
    }

    /// A finding of this severity or a greater one means that the report is not accepted.
    pub const fn with_fail_on(mut self, severity: Severity) -> Self {
        self.fail_on = severity;
        self
    }

    /// A blank cell counts 0, or does not.
    pub const fn with_blanks_as_zero(mut self, yes: bool) -> Self {
        self.blanks_as_zero = yes;
        self
    }

    /// These rules alone: ids or beginnings of ids.
    pub fn with_select<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.select = names.into_iter().map(Into::into).collect();
        self
    }

    /// Without these rules: ids or beginnings of ids.
    pub fn with_ignore<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.ignore = names.into_iter().map(Into::into).collect();
        self
    }

    /// Another severity for a rule, by its id.
    pub fn with_level(mut self, id: impl Into<String>, severity: Severity) -> Self {
        self.levels.insert(id.into(), severity);
        self
    }

    /// By how many 万元 two amounts of money may differ and count as equal.
    pub const fn with_money_tolerance(mut self, tolerance: Decimal) -> Self {
        self.money_tolerance = tolerance;
        self
    }

    /// From where on something stands out.
    pub const fn with_thresholds(mut self, thresholds: Thresholds) -> Self {
        self.thresholds = thresholds;
        self
    }

    /// These waivers, and no others.
    pub fn with_waivers(mut self, waivers: impl IntoIterator<Item = Waiver>) -> Self {
        self.waivers = waivers.into_iter().collect();
        self
    }

    /// The day that deadlines and expiries are judged on; `None` does not judge them.
    pub const fn with_as_of(mut self, day: Option<Date>) -> Self {
        self.as_of = day;
        self
    }
}
