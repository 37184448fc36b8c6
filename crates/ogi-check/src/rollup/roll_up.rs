//! A parent beside its children, cell by cell.

use ogi_model::TableId;

use super::call::{self, Call};
use super::{Child, Compared, Family, Standing};
use crate::judge::Context;
use crate::run::Run;
use crate::{Message, Outcome, Policy, Subject, cells};

/// A parent beside its children: whom to call, and every figure with those that it should be the sum of.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RollUp {
    /// Whose report the parent's is.
    pub agency: Option<String>,
    /// Of which year.
    pub year: Option<u16>,
    /// The children, each once.
    pub bodies: Vec<Body>,
    /// Bodies that have reports of other years only, each with the latest: perhaps their report is missing.
    pub former: Vec<(String, u16)>,
    /// The children whose own reports have errors.
    pub calls: Vec<Call>,
    /// Every figure of the parent, in table order.
    pub cells: Vec<Compared>,
    /// What a check of the parent says.
    pub outcome: Outcome,
}

/// A child of a roll-up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Body {
    /// What it is called.
    pub name: String,
    /// Whether it has a report of the year.
    pub has_report: bool,
    /// Why its report could not be read, if it has one that could not.
    pub unreadable: Option<Message>,
}

impl RollUp {
    /// The figures that stand so to the sum of the children's.
    pub fn standing(&self, standing: Standing) -> impl Iterator<Item = &Compared> {
        self.cells.iter().filter(move |it| it.standing == standing)
    }

    /// The figures that differ from the sum as printed, or fall below what is known of it.
    pub fn differences(&self) -> impl Iterator<Item = &Compared> {
        self.cells.iter().filter(|it| it.standing.is_difference())
    }

    /// The figures that differ whatever children correct, and what those who have no report would have to hold in them to
    /// make up for it.
    pub fn lacking(&self) -> impl Iterator<Item = (&Compared, ogi_model::Value)> {
        let lacks = |it: &ogi_model::Value| !it.decimal().is_zero();
        self.cells.iter().filter_map(move |it| Some((it, it.lacking.filter(lacks)?)))
    }

    /// The children without a report that could be read.
    pub fn missing(&self) -> impl Iterator<Item = &Body> {
        self.bodies.iter().filter(|it| !it.has_report)
    }
}

/// Checks the report of a parent as [`check_rollup`](crate::check_rollup) does, and says all that leads to its findings:
/// which children's own reports have errors, since most differences come from them, and every child's figure.
///
/// ```
/// use ogi_check::{Policy, Standing, roll_up};
/// use ogi_model::{CellId, Column, Edition, TableForm, Report, Row, TableId};
///
/// let zeros = TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells());
/// let [upheld, total] = [Column::Upheld, Column::Total].map(|it| CellId::new(Row::Reconsideration, it));
/// let mut child = zeros
///     .fold(Report::builder(Edition::E2021).agency("示例县民政局").year(2025), |it, cell| it.set(cell, 0))
///     .set(upheld, 3)
///     .build()?;
/// // The parent has asked and counts 3; the child left its total at 0.
/// let mut parent = child.clone();
/// parent.agency = Some("示例县人民政府".into());
/// parent.set(total, 3);
///
/// let rolled_up = roll_up(&parent, [&child], &Policy::default());
/// let said = &rolled_up.calls[0].message.zh;
/// assert!(said.starts_with("示例县民政局：“行政复议·总计”为0，应为3"), "{said}");
/// let compared = rolled_up.cells.iter().find(|it| it.cell == total).unwrap();
/// assert_eq!(compared.standing, Standing::EqualWhenCorrected);
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn roll_up<'a, C: Into<Child<'a>>>(
    parent: impl Into<Subject<'a>>,
    children: impl IntoIterator<Item = C>,
    policy: &Policy,
) -> RollUp {
    let subject = parent.into();
    let report = subject.report();
    let family = Family::below(report, children, policy);
    let of_table = |table: &TableId| {
        let is_there = report.table(*table).is_some();
        cells::of_table(report, *table).filter(move |_| is_there)
    };
    let cells = TableId::ALL.iter().flat_map(of_table);
    RollUp {
        agency: report.agency.clone(),
        year: report.year,
        bodies: family.members().iter().map(Body::of).collect(),
        former: family.former().iter().map(|it| (it.name.clone(), it.year)).collect(),
        calls: family.members().iter().filter_map(|it| call::of(it, policy)).collect(),
        cells: cells.map(|cell| Compared::new(cell, report, &family, policy)).collect(),
        outcome: Run::new(subject, policy).judge(Context::Family(&family)),
    }
}

impl Body {
    fn of(member: &super::family::Member<'_>) -> Self {
        Self {
            name: member.name.clone(),
            has_report: !member.is_missing(),
            unreadable: member.unreadable().cloned(),
        }
    }
}
