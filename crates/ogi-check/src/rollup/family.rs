//! The children of a parent, each once.

use std::collections::BTreeMap;

use ogi_model::{Cell, CellId, Decimal, Report};
use ogi_solve::{Figure, System};

use super::figure::{ChildFigure, addable};
use super::own_sums::OwnSums;
use super::{Child, Correction};
use crate::{Message, Policy, Subject, agency};

/// The children of a parent, each once, in the order in which they were first named.
///
/// [`Run::family`](crate::Run::family) gives them to a rule.
#[derive(Debug)]
pub struct Family<'a> {
    members: Vec<Member<'a>>,
    former: Vec<Former>,
    /// Whether the parent was given as one of its own children.
    has_parent: bool,
}

/// A child, and all its reports of the parent's year.
#[derive(Debug)]
#[non_exhaustive]
pub struct Member<'a> {
    /// What it is called.
    pub name: String,
    reports: Vec<Subject<'a>>,
    /// Whether somebody said that it should have a report.
    is_expected: bool,
    /// The latest year of its reports of other years.
    other_year: Option<u16>,
    /// Why a report of it could not be read.
    unreadable: Option<Message>,
    own_sums: OwnSums,
}

/// A body that has a report of another year only. Nobody says that it should have one of this year: it may have been
/// dissolved.
#[derive(Debug)]
#[non_exhaustive]
pub struct Former {
    /// What it is called.
    pub name: String,
    /// The latest year that it has a report of.
    pub year: u16,
}

impl<'a> Family<'a> {
    /// The children of a parent that reports on this year; reports of any year count if that is not known.
    pub(super) fn new<C: Into<Child<'a>>>(
        year: Option<u16>,
        children: impl IntoIterator<Item = C>,
    ) -> Self {
        let mut members: Vec<Member<'_>> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for Child { name, subject, unreadable } in children.into_iter().map(Into::into) {
            let new = members.len();
            // Nobody knows whether two without a name are the same.
            let at = match agency::fold(&name) {
                folded if folded.is_empty() => new,
                folded => *known.entry(folded).or_insert(new),
            };
            if at == new {
                members.push(Member::named(name));
            }
            let member = &mut members[at];
            member.is_expected |= subject.is_none();
            member.unreadable = member.unreadable.take().or(unreadable);
            let Some(subject) = subject else { continue };
            let of = subject.report().year;
            if year.is_none() || of == year {
                member.reports.push(subject);
            } else {
                member.other_year = member.other_year.max(of);
            }
        }
        let is_former = |it: &mut Member<'_>| it.reports.is_empty() && !it.is_expected;
        let former = members
            .extract_if(.., is_former)
            .filter_map(|it| Some(Former { year: it.other_year?, name: it.name }));
        let former = former.collect();
        Self { members, former, has_parent: false }
    }

    /// The children of a parent, judged beside it.
    pub(crate) fn below<C: Into<Child<'a>>>(
        parent: &Report,
        children: impl IntoIterator<Item = C>,
        policy: &Policy,
    ) -> Self {
        Self::new(parent.year, children).without_parent(parent).settle(Some(parent), policy)
    }

    /// Leaves out the parent, where it stands among its own children: a report of its name with all its figures, while
    /// others have figures too. A report of its name with other figures is that of its own office.
    fn without_parent(mut self, parent: &Report) -> Self {
        let name = agency::fold(parent.agency.as_deref().unwrap_or_default());
        let is_parent = |it: &Member<'_>| {
            !name.is_empty()
                && agency::fold(&it.name) == name
                && !it.is_missing()
                && CellId::all().all(|cell| it.cell(cell) == &parent[cell])
        };
        let has_figures = |it: &Member<'_>| {
            CellId::all()
                .filter(|cell| cell.is_additive())
                .any(|cell| it.cell(cell).decimal().is_some_and(|figure| !figure.is_zero()))
        };
        if self.members.iter().any(|it| !is_parent(it) && has_figures(it)) {
            let before = self.members.len();
            self.members.retain(|it| !is_parent(it));
            self.has_parent = self.members.len() < before;
        }
        self
    }

    /// Has each child's own sums say what its blanks are, and what it should have printed where they do not add up: what
    /// they leave open, the parent's figures may state.
    pub(super) fn settle(mut self, parent: Option<&Report>, policy: &Policy) -> Self {
        let systems: Vec<_> = self.members.iter().map(|it| it.system(policy)).collect();
        for (member, system) in self.members.iter_mut().zip(&systems) {
            member.own_sums = OwnSums::of(system);
        }
        let settled: Vec<_> = systems
            .iter()
            .enumerate()
            .filter(|it| !it.1.is_sound())
            .map(|(n, system)| {
                let left = |cell| self.left_by(parent?, n, cell, policy);
                (n, OwnSums::corrected(system, left))
            })
            .collect();
        for (n, own_sums) in settled {
            self.members[n].own_sums = own_sums;
        }
        self
    }

    /// The count that a parent's figure leaves for one of the children, where those of all others are known.
    fn left_by(&self, parent: &Report, n: usize, cell: CellId, policy: &Policy) -> Option<i64> {
        let others = self.members.iter().enumerate().filter(|it| it.0 != n);
        let sum = others
            .map(|(_, it)| Some(it.figure(cell, policy).counted?.decimal()))
            .try_fold(Decimal::ZERO, |sum, figure| sum.checked_add(figure?))?;
        let left = addable(cell, policy.as_read(&parent[cell]))?.checked_sub(sum)?;
        i64::try_from(left).ok()
    }

    /// Whether the parent stood among its own children.
    pub const fn has_parent(&self) -> bool {
        self.has_parent
    }

    /// All of them.
    pub const fn members(&self) -> &[Member<'a>] {
        self.members.as_slice()
    }

    /// Who has only reports of other years.
    pub const fn former(&self) -> &[Former] {
        self.former.as_slice()
    }

    /// What each child contributes to a cell.
    pub fn figures(&self, cell: CellId, policy: &Policy) -> Vec<ChildFigure> {
        self.members.iter().map(|it| it.figure(cell, policy)).collect()
    }
}

impl<'a> Member<'a> {
    const fn named(name: String) -> Self {
        let own_sums = OwnSums { determined: BTreeMap::new(), corrections: Vec::new() };
        Self {
            name,
            reports: Vec::new(),
            is_expected: false,
            other_year: None,
            unreadable: None,
            own_sums,
        }
    }

    /// Its reports of the parent's year: one, as a rule.
    pub const fn reports(&self) -> &[Subject<'a>] {
        self.reports.as_slice()
    }

    /// Whether it has no report of the year.
    pub const fn is_missing(&self) -> bool {
        self.reports.is_empty()
    }

    /// Why its only report could not be read.
    pub fn unreadable(&self) -> Option<&Message> {
        self.unreadable.as_ref().filter(|_| self.is_missing())
    }

    /// Whether it has several reports of the year, of which only one counts.
    pub const fn is_there_twice(&self) -> bool {
        self.reports.len() > 1
    }

    /// What it should have printed where its own sums do not add up.
    pub(super) fn corrections(&self) -> &[Correction] {
        &self.own_sums.corrections
    }

    /// What its report prints in a cell; nothing if it has none, or several that differ.
    pub fn cell(&self, cell: CellId) -> &'a Cell {
        const NOTHING: &Cell = &Cell::Absent;
        match self.reports.as_slice() {
            [] => NOTHING,
            [one, others @ ..] => {
                let printed = &one.report()[cell];
                if others.iter().all(|it| &it.report()[cell] == printed) {
                    printed
                } else {
                    NOTHING
                }
            }
        }
    }

    /// What it contributes to a cell.
    fn figure(&self, cell: CellId, policy: &Policy) -> ChildFigure {
        let printed = self.cell(cell);
        let counted = match addable(cell, policy.as_read(printed)) {
            Some(figure) => Some(super::figure::value(cell, figure)),
            // What is printed and unreadable, or printed otherwise in another report, is no blank.
            None if printed.unreadable().is_some() || self.is_there_twice() => None,
            None => self.own_sums.determined.get(&cell).copied(),
        };
        let corrected = self.own_sums.correction(cell);
        ChildFigure { printed: printed.clone(), counted, corrected }
    }

    /// The equalities of its report, but for those that the reader used to place its figures.
    fn system(&self, policy: &Policy) -> System {
        let equalities = self.reports.first().into_iter().flat_map(|it| {
            let is_settled = |equality: &ogi_model::Equality| {
                it.reading().is_some_and(|it| it.is_settled_by(equality.id()))
            };
            it.report().equalities().filter(move |it| !is_settled(it))
        });
        System::new(equalities, &|cell| Figure::from(policy.as_read(self.cell(cell))))
    }
}
