//! What cells allow: a printed figure one number, a blank those that the equalities leave it.

use ogi_model::{
    CellId, CellSum, Column, Decimal, EqualityKind, Group, Report, Row, TableForm, TableId,
};
use ogi_solve::{Figure, Figures, System};

use super::interval::Interval;

/// The figures of a report, with what its blanks can be.
pub(super) struct KnownFigures<'r> {
    report: &'r Report,
    /// By [`CellId::index`]. A cell that is not there can be anything.
    cells: Vec<Interval>,
    /// What each total stands for, along its row and down its column.
    parts: [Vec<Vec<CellId>>; 2],
}

/// The sums that a total may be the total of.
const SUMS: [EqualityKind; 2] = [EqualityKind::RowSum, EqualityKind::OutcomeSum];

const ANY: Interval = Interval { least: 0, most: None };

impl<'r> KnownFigures<'r> {
    pub(super) fn new(report: &'r Report, figures: &impl Figures) -> Self {
        let interval = |cell| match figures.figure(cell) {
            Figure::Known(value) => Interval::exactly(value.into()),
            Figure::NotApplicable => Interval::exactly(0),
            Figure::Unknown | Figure::NotWhole => ANY,
        };
        let mut cells: Vec<_> = CellId::all().map(interval).collect();
        let filling = System::new(report.equalities(), figures).filling();
        for it in &filling.filled {
            cells[it.cell.index()] = Interval::exactly(it.count);
        }
        for it in &filling.bounded {
            cells[it.cell.index()] = Interval { least: it.least, most: it.most };
        }
        let parts = SUMS.map(|kind| {
            let mut parts = vec![Vec::new(); CellId::COUNT];
            for it in report.equalities().filter(|it| it.kind() == kind) {
                parts[it.total().index()] = it.parts().iter().map(|it| it.cell).collect();
            }
            parts
        });
        Self { report, cells, parts }
    }

    /// What a sum of cells allows.
    pub(super) fn sum(&self, sum: &CellSum) -> Interval {
        let add = |cells: &[CellId]| {
            let cells = cells.iter().map(|it| self.cells[it.index()]);
            cells.fold(Interval::exactly(0), Interval::plus)
        };
        let sum = add(&sum.plus).minus(add(&sum.minus));
        Interval { least: sum.least.max(0), ..sum }
    }

    /// An amount in 万元, if the sum is one cell that prints it.
    pub(super) fn money(&self, sum: &CellSum) -> Option<Decimal> {
        match &sum.plus[..] {
            [cell] if sum.minus.is_empty() => self.report[*cell].decimal(),
            _ => None,
        }
    }

    /// The same sum with the parts of totals in their place: another number where a total is wrong.
    pub(super) fn by_parts(&self, sum: &CellSum) -> Vec<CellSum> {
        let by = |parts: &Vec<Vec<CellId>>| {
            let expand = |cells: &[CellId]| {
                let one = |cell: &CellId| match &parts[cell.index()][..] {
                    [] => vec![*cell],
                    parts => parts.to_vec(),
                };
                cells.iter().flat_map(one).collect()
            };
            CellSum { plus: expand(&sum.plus), minus: expand(&sum.minus) }
        };
        self.parts.iter().map(by).collect()
    }

    /// All the smallest parts of a sum, sorted; `None` if something is taken away in it.
    pub(super) fn leaves(&self, sum: &CellSum) -> Option<Vec<CellId>> {
        if !sum.minus.is_empty() {
            return None;
        }
        let mut open = sum.plus.clone();
        let mut leaves = Vec::new();
        while let Some(cell) = open.pop() {
            match self.parts.iter().rev().find(|it| !it[cell.index()].is_empty()) {
                Some(parts) => open.extend(&parts[cell.index()]),
                None => leaves.push(cell),
            }
        }
        leaves.sort();
        Some(leaves)
    }

    /// Sums that a sloppy sentence may mean where it names more: one row of several, natural persons alone.
    pub(super) fn narrower(&self, sum: &CellSum) -> Vec<CellSum> {
        let total = |it: &CellId| it.column() == Column::Total;
        if sum.plus.len() < 2 || !sum.minus.is_empty() || !sum.plus.iter().all(total) {
            return Vec::new();
        }
        let persons = |it: &CellId| CellId::try_new(it.row(), Column::NaturalPerson);
        let all = sum.plus.iter().filter_map(persons);
        let each = sum.plus.iter().flat_map(|it| [Some(*it), persons(it)]).flatten();
        [CellSum::of(all)].into_iter().chain(each.map(|it| CellSum::of([it]))).collect()
    }

    /// Sums that a sloppy sentence may mean where it names less: several ways of not giving what was asked for.
    pub(super) fn wider(&self, sum: &CellSum) -> Vec<CellSum> {
        const REFUSALS: [Group; 4] =
            [Group::Denied, Group::Unavailable, Group::Refused, Group::OtherProcessing];
        let group_of = |cell: &CellId| {
            let form = TableForm::of(cell.table(), crate::cells::edition(self.report));
            form.row(cell.row())?.group
        };
        let named: Vec<_> = sum.plus.iter().filter_map(group_of).collect();
        if named.is_empty() || !named.iter().all(|it| REFUSALS.contains(it)) {
            return Vec::new();
        }
        let others: Vec<_> = REFUSALS.into_iter().filter(|it| !named.contains(it)).collect();
        let with = |chosen: usize| {
            let chosen: Vec<_> =
                (0..others.len()).filter(|n| chosen & 1 << n != 0).map(|n| others[n]).collect();
            let total = |cell: &CellId| cell.column() == Column::Total;
            let more = CellId::of_table(TableId::Applications).filter(|it| {
                total(it) && group_of(it).is_some_and(|group| chosen.contains(&group))
            });
            CellSum::of(sum.plus.iter().copied().chain(more))
        };
        (1..1 << others.len()).map(with).collect()
    }

    /// What was carried in at the most.
    pub(super) fn carried_in(&self) -> Interval {
        self.cells[CellId::new(Row::CarriedIn, Column::Total).index()]
    }
}

/// Whether a cell is a result of table three.
pub(super) fn is_outcome(cell: CellId) -> bool {
    let row = cell.row().form_row();
    cell.table() == TableId::Applications && row.group.is_some() && row.sum.is_none()
}
