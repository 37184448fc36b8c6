//! What a rule judges, and beside what.

use crate::across::Resemblance;
use crate::rollup::Family;
use crate::run::Run;
use crate::series::Years;

/// How a rule judges all its targets.
#[derive(Clone, Copy)]
pub(crate) enum RuleKind {
    /// A rule of a program's own, which judges a report where it is checked beside these.
    Own(ContextKind, &'static JudgeFn),
    /// A report on its own.
    Report(fn(&mut Run<'_>)),
    /// A report on its own, or beside those of the same agency that came before it.
    ReportBesideYears(fn(&mut Run<'_>, Option<&Years<'_>>)),
    /// A report beside those of the same agency that came before it.
    Series(fn(&mut Run<'_>, &Years<'_>)),
    /// The report of a parent beside those of its children.
    RollUp(fn(&mut Run<'_>, &Family<'_>)),
    /// A report beside those of other bodies.
    Across(fn(&mut Run<'_>, &Resemblance)),
}

/// How a rule of a program's own judges: a function, or a closure that lives as long as the program.
pub type JudgeFn = dyn Fn(&mut Run<'_>) + Send + Sync;

/// What a rule of a program's own judges a report beside.
#[derive(Clone, Copy)]
pub(crate) enum ContextKind {
    /// Nothing.
    Nothing,
    /// Those of the same agency that came before it.
    Years,
    /// Those of its children.
    Family,
}

/// What a report is judged beside.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Context<'a> {
    Nothing,
    Years(&'a Years<'a>),
    Family(&'a Family<'a>),
    Others(&'a Resemblance),
}

impl RuleKind {
    /// Whether it judges a report beside this.
    pub(crate) const fn is_for(self, beside: Context<'_>) -> bool {
        matches!(
            (self, beside),
            (Self::Report(_) | Self::ReportBesideYears(_) | Self::Own(ContextKind::Nothing, _), _)
                | (Self::Series(_) | Self::Own(ContextKind::Years, _), Context::Years(_))
                | (Self::RollUp(_) | Self::Own(ContextKind::Family, _), Context::Family(_))
                | (Self::Across(_), Context::Others(_))
        )
    }

    /// Judges, if this is what the rule judges.
    pub(crate) fn run(self, run: &mut Run<'_>, beside: Context<'_>) {
        match (self, beside) {
            (Self::Own(_, judge), _) if self.is_for(beside) => judge(run),
            (Self::Report(judge), _) => judge(run),
            (Self::ReportBesideYears(judge), Context::Years(years)) => judge(run, Some(years)),
            (Self::ReportBesideYears(judge), _) => judge(run, None),
            (Self::Series(judge), Context::Years(years)) => judge(run, years),
            (Self::RollUp(judge), Context::Family(family)) => judge(run, family),
            (Self::Across(judge), Context::Others(others)) => judge(run, others),
            (Self::Series(_) | Self::RollUp(_) | Self::Across(_) | Self::Own(..), _) => {}
        }
    }
}
