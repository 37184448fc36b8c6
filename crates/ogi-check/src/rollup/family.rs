//! The children of a parent, each once.

use std::collections::BTreeMap;

use ogi_model::{Cell, CellId, Report};

use super::Child;
use crate::agency;

/// The children of a parent, each once, in the order in which they were first named.
pub(crate) struct Family<'a> {
    members: Vec<Member<'a>>,
}

/// A child, and all its reports of the parent's year.
pub(crate) struct Member<'a> {
    pub(crate) name: String,
    reports: Vec<&'a Report>,
    /// The year of a report of another year.
    other_year: Option<u16>,
}

impl<'a> Family<'a> {
    /// The children of a parent that reports on this year; reports of any year count if that is not known.
    pub(crate) fn new<C: Into<Child<'a>>>(
        year: Option<u16>,
        children: impl IntoIterator<Item = C>,
    ) -> Self {
        let mut members: Vec<Member<'_>> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for Child { name, subject } in children.into_iter().map(Into::into) {
            let new = members.len();
            // Nobody knows whether two without a name are the same.
            let at = match agency::fold(&name) {
                folded if folded.is_empty() => new,
                folded => *known.entry(folded).or_insert(new),
            };
            if at == new {
                members.push(Member { name, reports: Vec::new(), other_year: None });
            }
            let Some(report) = subject.map(|it| it.report()) else { continue };
            if year.is_none() || report.year == year {
                members[at].reports.push(report);
            } else {
                members[at].other_year = report.year;
            }
        }
        Self { members }
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
