//! The rules at work: targets in, verdicts out.

use core::cell::OnceCell;
use core::cmp::Reverse;
use std::sync::Arc;

use ogi_model::{
    Cell, CellId, Claim, Equality, EqualityId, NoteKind, Place, Reading, Report, TableId,
};
use ogi_solve::{Evaluation, Figure, Figures};

use crate::claims::{self, ClaimVerdict};
use crate::explain::{self, Explained};
use crate::failure::Failure;
use crate::judge::Context;
use crate::rollup::Family;
use crate::series::Years;
use crate::{
    Coverage, Finding, Outcome, Policy, RULES, Reason, Rule, Severity, Subject, Summary,
    Unevaluated, Verdict, cells, rules,
};

/// Checks a [`Reading`](ogi_model::Reading) or a [`Report`].
///
/// ```
/// use ogi_check::Policy;
/// use ogi_model::{CellId, Column, Edition, Report, Row};
///
/// let total = CellId::new(Row::Reconsideration, Column::Total);
/// let report = Report::builder(Edition::E2021)
///     .agency("示例市民政局")
///     .year(2025)
///     .set(CellId::new(Row::Reconsideration, Column::Upheld), 10)
///     .set(total, 0)
///     .build()?;
///
/// let outcome = ogi_check::check(&report, &Policy::default());
/// let finding = outcome.findings.iter().find(|it| it.rule.id == "t4-sum").unwrap();
/// assert_eq!(finding.cell, Some(total));
/// // The other parts are blank, and blank is not 0.
/// assert_eq!(finding.message.zh, "“行政复议·总计”为0，而各部分相加至少为10");
/// assert!(!outcome.accepted);
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn check<'a>(subject: impl Into<Subject<'a>>, policy: &Policy) -> Outcome {
    Run::new(subject.into(), policy).judge(Context::Nothing)
}

/// A run of the rules over one report: what a rule sees, and where it says what became of its targets.
///
/// A rule of a program's own ([`Rule::of_report`](crate::Rule::of_report)) is a function of this. It judges its targets one
/// by one: each [passes](Self::pass), [fails](Self::fail), is [not applicable](Self::not_applicable), or is
/// [not evaluated](Self::not_evaluated) because something is missing. Figures are as the policy wants them read.
///
/// ```
/// use ogi_check::{Evaluation, Failure, Policy, Reason, Rule, Run};
/// use ogi_model::{Edition, Report};
///
/// // Every sum of the form by a program's own words.
/// static SUMS: Rule = Rule::of_report("acme-sums", &sums)
///     .with_title("合计", "Sums")
///     .with_statement("各合计数正确", "All sums are right")
///     .with_message("合计有误", "a sum is wrong");
///
/// fn sums(run: &mut Run<'_>) {
///     for equality in run.report().equalities() {
///         match run.evaluate(equality) {
///             Evaluation::Holds => run.pass(),
///             Evaluation::Broken(_) => run.fail(Failure::of(equality.total())),
///             Evaluation::Open(open) => {
///                 let missing = open.unknown().collect();
///                 run.not_evaluated(equality.total(), Reason::Unknown).missing = missing;
///             }
///         }
///     }
/// }
///
/// let policy = Policy::default().with_rules([&SUMS])?.with_select(["acme-"]);
/// let blank = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build()?;
/// assert_eq!(ogi_check::check(&blank, &policy).summary.not_evaluated, 42);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Run<'a> {
    subject: Subject<'a>,
    beside: Context<'a>,
    pub(crate) policy: &'a Policy,
    /// Whether a note says that equalities settled something, so that it is worth a look which.
    settled: bool,
    rule: &'static Rule,
    severity: Severity,
    /// Whether the form requires the targets of the rule.
    is_required: bool,
    summary: Summary,
    coverage: Coverage,
    /// Whether any figure was compared with those of children.
    has_compared: bool,
    findings: Vec<Finding>,
    unevaluated: Vec<Unevaluated>,
    /// What the figures say about the claims of the text, once a rule asks.
    verdicts: OnceCell<Arc<[ClaimVerdict]>>,
    /// The equalities of the form that are broken, and the rules that say so.
    broken: Vec<(EqualityId, &'static Rule)>,
}

impl<'a> Run<'a> {
    pub(crate) fn new(subject: Subject<'a>, policy: &'a Policy) -> Self {
        let settled =
            subject.notes().iter().any(|note| matches!(note.kind, NoteKind::RowSettled { .. }));
        Run {
            subject,
            beside: Context::Nothing,
            policy,
            settled,
            rule: RULES[0],
            severity: RULES[0].severity,
            is_required: false,
            summary: Summary::default(),
            coverage: Coverage::default(),
            has_compared: false,
            findings: Vec::new(),
            unevaluated: Vec::new(),
            verdicts: OnceCell::new(),
            broken: Vec::new(),
        }
    }

    /// Judges by all rules of the policy that judge a report, or a report beside this.
    pub(crate) fn judge(mut self, beside: Context<'a>) -> Outcome {
        self.beside = beside;
        let policy = self.policy;
        for rule in policy.rules().filter(|rule| policy.runs(rule)) {
            self.rule = rule;
            self.severity = policy.severity(rule);
            self.is_required = rules::is_required(rule, self.severity);
            let before = self.summary.pass + self.summary.fail;
            rule.judge.run(&mut self, beside);
            self.has_compared |=
                *rule == *rules::ROLLUP_SUM && self.summary.pass + self.summary.fail > before;
        }
        self.finish()
    }

    /// What is checked: the report, its text, notes, claims, and the places of all.
    pub const fn subject(&self) -> Subject<'a> {
        self.subject
    }

    /// The report.
    pub const fn report(&self) -> &'a Report {
        self.subject.report()
    }

    /// By which policy.
    pub const fn policy(&self) -> &'a Policy {
        self.policy
    }

    /// The reports of the same agency that came before it, if they are looked at
    /// ([`check_series`](crate::check_series)).
    pub const fn years(&self) -> Option<&'a Years<'a>> {
        match self.beside {
            Context::Years(years) => Some(years),
            _ => None,
        }
    }

    /// Its children, if they are looked at ([`check_rollup`](crate::check_rollup)).
    pub const fn family(&self) -> Option<&'a Family<'a>> {
        match self.beside {
            Context::Family(family) => Some(family),
            _ => None,
        }
    }

    /// What sentences say about figures.
    pub fn claims(&self) -> &'a [Claim] {
        self.subject.claims()
    }

    /// What the figures say about the claims, one verdict each.
    pub fn verdicts(&self) -> Arc<[ClaimVerdict]> {
        let verdicts = || claims::judge(self.subject, self).into();
        Arc::clone(self.verdicts.get_or_init(verdicts))
    }

    /// Whether the report has a table, and the rule is for an edition of it.
    pub fn applies_to(&self, table: TableId) -> bool {
        match self.report().table(table) {
            Some(ogi_model::TableEdition::One(edition)) => self.rule.editions.contains(&edition),
            Some(ogi_model::TableEdition::Mixed) => true,
            None => false,
        }
    }

    /// What a cell prints, as the policy wants it read.
    #[inline]
    pub fn cell(&self, cell: CellId) -> &'a Cell {
        self.cell_of(self.report(), cell)
    }

    /// What a cell of another report prints, as the policy wants it read.
    #[inline]
    pub fn cell_of<'r>(&self, report: &'r Report, cell: CellId) -> &'r Cell {
        self.as_read(&report[cell])
    }

    /// A cell as the policy wants it read.
    #[inline]
    pub(crate) fn as_read<'c>(&self, printed: &'c Cell) -> &'c Cell {
        self.policy.as_read(printed)
    }

    /// Where the figures of a table begin.
    #[cold]
    pub(crate) fn place_of_table(&self, table: TableId) -> Option<Place> {
        CellId::of_table(table).find_map(|cell| self.subject.place(cell)).cloned()
    }

    /// Says that a target is sound.
    #[inline]
    pub const fn pass(&mut self) {
        self.summary.pass += 1;
        self.judged();
    }

    #[inline]
    const fn judged(&mut self) {
        self.coverage.required += self.is_required as usize;
        self.coverage.judged += self.is_required as usize;
    }

    /// Targets that are about the source of a report that has none.
    #[cold]
    pub(crate) fn without_source(&mut self, targets: usize) {
        for _ in 0..targets {
            self.not_evaluated(None, Reason::NoSource);
        }
    }

    /// Says that the rule is not about so many targets.
    pub const fn not_applicable(&mut self, targets: usize) {
        self.summary.not_applicable += targets;
    }

    /// Judges every cell of a table; not applicable are those of a table that [the rule is not for](Self::applies_to).
    #[inline]
    pub fn each_cell(&mut self, table: TableId, judge: impl Fn(&mut Self, CellId)) {
        let cells = cells::of_table(self.report(), table);
        if self.applies_to(table) {
            cells.for_each(|cell| judge(self, cell));
        } else {
            self.not_applicable(cells.count());
        }
    }

    /// An equality of the form, evaluated in the figures of the report.
    pub fn evaluate<'e>(&self, equality: &'e Equality) -> Evaluation<'e> {
        ogi_solve::evaluate(equality, self)
    }

    /// Whether the reader used an equality to place the figures of a row, so that it is no evidence about them.
    #[inline]
    pub fn is_settled(&self, equality: &Equality) -> bool {
        let settled = |it: &Reading| it.is_settled_by(equality.id());
        self.settled && self.subject.reading().is_some_and(settled)
    }

    /// Says that an equality of the form is broken: what may have gone wrong is worth a search.
    pub(crate) fn is_broken(&mut self, equality: &Equality) {
        self.broken.push((equality.id(), self.rule));
    }

    /// The equalities that are broken.
    pub(crate) fn broken(&self) -> impl Iterator<Item = EqualityId> + '_ {
        self.broken.iter().map(|it| it.0)
    }

    /// Says that a target could not be judged, and why; what is missing can be added to what it gives.
    #[cold]
    pub fn not_evaluated(
        &mut self,
        cell: impl Into<Option<CellId>>,
        reason: Reason,
    ) -> &mut Unevaluated {
        self.summary.not_evaluated += 1;
        self.coverage.required += usize::from(self.is_required);
        let (cell, missing, implied) = (cell.into(), Vec::new(), Vec::new());
        let it = Unevaluated { rule: self.rule, cell, missing, implied, reason };
        self.unevaluated.push_mut(it)
    }

    /// Says that a target is not sound: a finding with the message of the rule.
    #[cold]
    pub fn fail(&mut self, failure: Failure<'_>) {
        let Failure { cell, cells, observed, expected, residual, place, severity, arguments } =
            failure;
        let severity = severity.filter(|it| self.rule.severities.contains(it));
        self.summary.fail += 1;
        self.judged();
        // Words about a cell are known by the words: another sentence is another finding.
        let printed = match cell {
            Some(cell) if place.is_none() => self.report()[cell].to_string(),
            _ => arguments.iter().map(|it| &it.1.zh[..]).collect::<Vec<_>>().join("；"),
        };
        // A total that is not there has no place, but its parts have.
        let place = place.or_else(|| {
            cell.iter().chain(&cells).find_map(|cell| self.subject.place(*cell)).cloned()
        });
        self.findings.push(Finding {
            id: 0,
            rule: self.rule,
            severity: self.policy.severity_by_case(self.rule, severity),
            message: self.rule.message.render(arguments),
            cell,
            cells,
            printed,
            observed,
            expected,
            residual,
            place,
            explanations: Vec::new(),
            waived: None,
        });
    }

    fn finish(mut self) -> Outcome {
        let beside = self.beside;
        let explained =
            if self.broken.is_empty() { None } else { Some(explain::localise(&self, beside)) };
        let broken = core::mem::take(&mut self.broken);
        let Self { policy, subject, mut findings, mut unevaluated, summary, coverage, .. } = self;
        let nothing_compared = matches!(beside, Context::Family(_))
            && policy.runs(rules::ROLLUP_SUM)
            && !self.has_compared;
        // Stable: what is equal here stays in the order of the rules.
        findings.sort_by_key(|it| (Reverse(it.severity), it.cell));
        unevaluated.sort_by_key(|it| it.cell);
        for (n, finding) in findings.iter_mut().enumerate() {
            finding.id = n + 1;
        }
        let Explained { explanations, unexplained, exhaustive } =
            explained.map(|it| explain::explain(&it, &broken, &mut findings)).unwrap_or_default();
        let was_run = |rule: &Rule| policy.runs(rule) && rule.judge.is_for(beside);
        let idle_waivers =
            policy.waivers.apply(policy.as_of, subject.report(), &mut findings, was_run);
        let rejects = |it: &Finding| it.waived.is_none() && it.severity >= policy.fail_on;
        let verdict = if findings.iter().any(rejects) {
            Verdict::Rejected
        } else if coverage.open() > 0 || nothing_compared {
            Verdict::Incomplete
        } else {
            Verdict::Accepted
        };
        Outcome {
            own_rules: policy.own_rules.iter().copied().filter(|rule| was_run(rule)).collect(),
            fail_on: policy.fail_on,
            coverage,
            verdict,
            accepted: verdict == Verdict::Accepted,
            idle_waivers,
            findings,
            explanations,
            unexplained,
            exhaustive,
            summary,
            unevaluated,
        }
    }
}

impl Figures for Run<'_> {
    #[inline]
    fn figure(&self, cell: CellId) -> Figure {
        Figure::from(self.cell(cell))
    }
}
