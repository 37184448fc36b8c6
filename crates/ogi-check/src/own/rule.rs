//! A rule of a program's own.

use ogi_model::Edition;

use super::RuleError;
use crate::judge::{ContextKind, JudgeFn, RuleKind};
use crate::{Basis, BasisKind, RULES, Rule, Severity, Words};

const NOTHING: Words = Words { zh: "", en: "" };

impl Rule {
    /// A rule of a program's own that judges a report.
    ///
    /// Its id is a slug with an area of the program in front, `acme-fees-explained`: the areas of [`RULES`](crate::RULES) stay
    /// ours, so that no rule that we add has the id of one of yours. It needs a title, a statement and a message in both
    /// languages; [`Policy::with_rules`](crate::Policy::with_rules) says what is missing.
    ///
    /// ```
    /// use ogi_check::{Failure, Policy, Rule, Run, Severity};
    /// use ogi_model::{CellId, Column, Edition, Message, Report, Row};
    ///
    /// static FEES: Rule = Rule::of_report("acme-fees", &no_fees)
    ///     .with_title("收费应为零", "No fees")
    ///     .with_statement("本市已取消行政事业性收费", "The city has abolished administrative fees")
    ///     .with_message("本市已无收费，而表中为{amount}万元", "there are no fees any more, but {amount} are printed")
    ///     .with_severity(Severity::Warning);
    ///
    /// fn no_fees(run: &mut Run<'_>) {
    ///     let cell = CellId::new(Row::Fees, Column::Amount);
    ///     match run.cell(cell).decimal() {
    ///         None => run.not_applicable(1),
    ///         Some(amount) if amount.is_zero() => run.pass(),
    ///         Some(amount) => {
    ///             run.fail(Failure::of(cell).with_arguments(&[("amount", Message::same(amount))]));
    ///         }
    ///     }
    /// }
    ///
    /// let fees = CellId::new(Row::Fees, Column::Amount);
    /// let report = Report::builder(Edition::E2021).agency("示例市财政局").year(2025).set(fees, 12).build()?;
    /// let policy = Policy::default().with_rules([&FEES])?;
    /// let outcome = ogi_check::check(&report, &policy);
    /// let finding = outcome.findings.iter().find(|it| it.rule == &FEES).unwrap();
    /// assert_eq!(finding.message.zh, "本市已无收费，而表中为12万元");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn of_report(id: &'static str, judge: &'static JudgeFn) -> Self {
        Self::own(id, ContextKind::Nothing, judge)
    }

    /// A rule of a program's own that judges a report beside those of the same agency that came before it
    /// ([`Run::years`](crate::Run::years)); it is run by [`check_series`](crate::check_series) alone.
    pub const fn of_series(id: &'static str, judge: &'static JudgeFn) -> Self {
        Self::own(id, ContextKind::Years, judge)
    }

    /// A rule of a program's own that judges the report of a parent beside those of its children
    /// ([`Run::family`](crate::Run::family)); it is run by [`check_rollup`](crate::check_rollup) and
    /// [`roll_up`](crate::roll_up) alone.
    pub const fn of_rollup(id: &'static str, judge: &'static JudgeFn) -> Self {
        Self::own(id, ContextKind::Family, judge)
    }

    const fn own(id: &'static str, beside: ContextKind, judge: &'static JudgeFn) -> Self {
        Self {
            id,
            title: NOTHING,
            statement: NOTHING,
            message: NOTHING,
            basis: Basis {
                kind: BasisKind::Habit,
                source: Words { zh: "本单位自定", en: "set by the user's own program" },
            },
            editions: Edition::ALL,
            severity: Severity::Error,
            severities: &[],
            since: "",
            judge: RuleKind::Own(beside, judge),
        }
    }

    /// What it is about, in a few words.
    pub const fn with_title(mut self, zh: &'static str, en: &'static str) -> Self {
        self.title = Words { zh, en };
        self
    }

    /// What it demands.
    pub const fn with_statement(mut self, zh: &'static str, en: &'static str) -> Self {
        self.statement = Words { zh, en };
        self
    }

    /// What a finding says; `{names}` in braces stand for the [arguments](crate::Failure::with_arguments).
    pub const fn with_message(mut self, zh: &'static str, en: &'static str) -> Self {
        self.message = Words { zh, en };
        self
    }

    /// Why it may be demanded; else it is the program's own habit.
    pub const fn with_basis(mut self, kind: BasisKind, zh: &'static str, en: &'static str) -> Self {
        self.basis = Basis { kind, source: Words { zh, en } };
        self
    }

    /// The editions of the form that it is for; else all.
    pub const fn with_editions(mut self, editions: &'static [Edition]) -> Self {
        self.editions = editions;
        self
    }

    /// How bad a finding is by default; else an error.
    pub const fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The milder severities that a finding may have by the case.
    pub const fn with_severities(mut self, severities: &'static [Severity]) -> Self {
        self.severities = severities;
        self
    }

    /// The first version of the program that has it.
    pub const fn with_since(mut self, version: &'static str) -> Self {
        self.since = version;
        self
    }

    /// Whether it is a program's own, and none of [`RULES`](crate::RULES).
    pub const fn is_own(&self) -> bool {
        matches!(self.judge, RuleKind::Own(..))
    }

    /// The area of its id: what stands before the first hyphen.
    pub fn area(&self) -> &'static str {
        self.id.split_once('-').map_or("", |it| it.0)
    }
}

/// Looks at rules of a program's own, one after another, beside those that were accepted before.
pub(crate) fn accept(own: &mut Vec<&'static Rule>, rule: &'static Rule) -> Result<(), RuleError> {
    let id = rule.id;
    let is_slug = |part: &str| {
        !part.is_empty() && part.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
    };
    if RULES.iter().chain(own.iter()).any(|it| it.id == id) {
        return Err(RuleError::Taken { id });
    }
    if !id.split('-').all(is_slug) {
        return Err(RuleError::NoSlug { id });
    }
    let area = rule.area();
    if area.is_empty() {
        return Err(RuleError::NoArea { id });
    }
    if RULES.iter().any(|it| it.area() == area) {
        return Err(RuleError::AreaTaken { id, area });
    }
    let words = [
        (rule.title, Words { zh: "名称", en: "title" }),
        (rule.statement, Words { zh: "要求", en: "statement" }),
        (rule.message, Words { zh: "提示语", en: "message" }),
    ];
    for (words, what) in words {
        if words.zh.trim().is_empty() || words.en.trim().is_empty() {
            return Err(RuleError::NoWords { id, what });
        }
    }
    own.push(rule);
    Ok(())
}
