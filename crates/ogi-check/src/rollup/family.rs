//! The children of a parent, each once.

use std::collections::BTreeMap;

use ogi_model::{Cell, CellId, Report};

use super::Child;
use crate::{Message, agency};

/// The children of a parent, each once, in the order in which they were first named.
pub(crate) struct Family<'a> {
    members: Vec<Member<'a>>,
    /// Whether the parent was given as one of its own children.
    has_parent: bool,
}

/// A child, and all its reports of the parent's year.
pub(crate) struct Member<'a> {
    pub(crate) name: String,
    reports: Vec<&'a Report>,
    /// The year of a report of another year.
    other_year: Option<u16>,
    /// Why a report of it could not be read.
    unreadable: Option<Message>,
}

impl<'a> Family<'a> {
    /// The children of a parent that reports on this year; reports of any year count if that is not known.
    pub(crate) fn new<C: Into<Child<'a>>>(
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
                members.push(Member {
                    name,
                    reports: Vec::new(),
                    other_year: None,
                    unreadable: None,
                });
            }
            members[at].unreadable = members[at].unreadable.take().or(unreadable);
            let Some(report) = subject.map(|it| it.report()) else { continue };
            if year.is_none() || report.year == year {
                members[at].reports.push(report);
            } else {
                members[at].other_year = report.year;
            }
        }
        Self { members, has_parent: false }
    }

    /// Leaves out the parent, where it stands among its own children: a report of its name with all its figures, while
    /// others have figures too. A report of its name with other figures is that of its own office.
    pub(crate) fn without_parent(mut self, parent: &Report) -> Self {
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

    /// Whether the parent stood among its own children.
    pub(crate) const fn has_parent(&self) -> bool {
        self.has_parent
    }

    pub(crate) const fn members(&self) -> &[Member<'a>] {
        self.members.as_slice()
    }
}

impl<'a> Member<'a> {
    pub(crate) const fn reports(&self) -> &[&'a Report] {
        self.reports.as_slice()
    }

    /// Whether it has no report of the year.
    pub(crate) const fn is_missing(&self) -> bool {
        self.reports.is_empty()
    }

    /// Why its only report could not be read.
    pub(crate) fn unreadable(&self) -> Option<&Message> {
        self.unreadable.as_ref().filter(|_| self.is_missing())
    }

    /// Whether it has several reports of the year, of which only one counts.
    pub(crate) const fn is_there_twice(&self) -> bool {
        self.reports.len() > 1
    }

    /// The year of a report that it has instead of one of the parent's year.
    pub(crate) fn other_year(&self) -> Option<u16> {
        self.other_year.filter(|_| self.is_missing())
    }

    /// What its report prints in a cell; nothing if it has none, or several that differ.
    pub(crate) fn cell(&self, cell: CellId) -> &'a Cell {
        const NOTHING: &Cell = &Cell::Absent;
        match self.reports.as_slice() {
            [] => NOTHING,
            [one, others @ ..] if others.iter().all(|it| it[cell] == one[cell]) => &one[cell],
            _ => NOTHING,
        }
    }
}
