//! The equalities between figures, derived from the sums of the form.

use super::table::{Block, FormGroup};
use super::{CellId, Group, Sum, TableId};

/// An equality of the form in one report: a total and the signed parts it stands for.
///
/// ```
/// use ogi_model::{EqualityKind, TableForm};
///
/// let balance = TableForm::APPLICATIONS_2021
///     .equalities()
///     .iter()
///     .find(|it| it.kind() == EqualityKind::Balance)
///     .unwrap();
/// assert_eq!(balance.total().to_string(), "applications.carried_out.natural_person");
/// assert_eq!(balance.parts().len(), 3);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Equality {
    kind: EqualityKind,
    total: CellId,
    len: u8,
    parts: [Term; MOST_PARTS],
}

/// What an equality says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EqualityKind {
    /// A row's 总计 is the sum of its columns (tables three and four).
    RowSum,
    /// （七）总计 is the sum of the result rows (table three).
    OutcomeSum,
    /// 第一项加第二项之和，等于第三项加第四项之和 (table three).
    Balance,
}

/// Names an equality within a report: its kind and its total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EqualityId {
    /// What it says.
    pub kind: EqualityKind,
    /// The cell that stands for the others.
    pub total: CellId,
}

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Added.
    Plus,
    /// Taken away.
    Minus,
}

impl Sign {
    /// The value with this sign.
    pub const fn of(self, value: i64) -> i64 {
        match self {
            Self::Plus => value,
            Self::Minus => value.wrapping_neg(),
        }
    }
}

/// A signed part of a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Added or taken away.
    pub sign: Sign,
    /// The cell.
    pub cell: CellId,
}

impl Equality {
    /// What it says.
    pub const fn kind(&self) -> EqualityKind {
        self.kind
    }

    /// The cell that stands for the others: the primary cell of a finding.
    pub const fn total(&self) -> CellId {
        self.total
    }

    /// The cells that the total stands for, with their signs.
    pub fn parts(&self) -> &[Term] {
        &self.parts[..self.len as usize]
    }

    /// The total and its parts.
    pub fn cells(&self) -> impl Iterator<Item = CellId> + '_ {
        self.parts().iter().map(|term| term.cell).chain([self.total])
    }

    /// Its name within a report.
    pub const fn id(&self) -> EqualityId {
        EqualityId { kind: self.kind, total: self.total }
    }

    /// Which table it belongs to.
    pub const fn table(&self) -> TableId {
        self.total.table()
    }
}

/// The longest sum of the form: the result rows of table three.
const MOST_PARTS: usize = 24;

/// The number of equalities of a block.
pub(super) const fn count(block: &Block) -> usize {
    let (mut n, mut i) = (0, 0);
    while i < block.columns.len() {
        n += block.columns[i].is_total as usize * block.rows.len();
        i += 1;
    }
    i = 0;
    while i < block.rows.len() {
        n += block.rows[i].sum.is_some() as usize * block.columns.len();
        i += 1;
    }
    n
}

/// The equalities of a block: those along its rows, then those down its columns, total by total.
pub(super) const fn derive<const N: usize>(
    block: &Block,
    groups: &'static [FormGroup],
) -> [Equality; N] {
    let mut all = [Equality::new(EqualityKind::RowSum, cell(block, 0, 0)); N];
    let (mut n, mut row) = (0, 0);
    while row < block.rows.len() {
        let mut column = 0;
        while column < block.columns.len() {
            if block.columns[column].is_total {
                all[n] = along_row(block, row, column);
                n += 1;
            }
            column += 1;
        }
        row += 1;
    }
    row = 0;
    while row < block.rows.len() {
        if let Some(sum) = block.rows[row].sum {
            let mut column = 0;
            while column < block.columns.len() {
                all[n] = down_column(block, groups, row, column, sum);
                n += 1;
                column += 1;
            }
        }
        row += 1;
    }
    all
}

impl Equality {
    const fn new(kind: EqualityKind, total: CellId) -> Self {
        let parts = [Term { sign: Sign::Plus, cell: total }; MOST_PARTS];
        Self { kind, total, len: 0, parts }
    }

    const fn with(mut self, sign: Sign, cell: CellId) -> Self {
        self.parts[self.len as usize] = Term { sign, cell };
        self.len += 1;
        self
    }
}

const fn cell(block: &Block, row: usize, column: usize) -> CellId {
    CellId::new(block.rows[row].row, block.columns[column].column)
}

const fn along_row(block: &Block, row: usize, total: usize) -> Equality {
    let mut it = Equality::new(EqualityKind::RowSum, cell(block, row, total));
    let mut column = 0;
    while column < block.columns.len() {
        if column != total {
            it = it.with(Sign::Plus, cell(block, row, column));
        }
        column += 1;
    }
    it
}

const fn down_column(
    block: &Block,
    groups: &'static [FormGroup],
    total: usize,
    column: usize,
    sum: Sum,
) -> Equality {
    let kind = match sum {
        Sum::Group(_) => EqualityKind::OutcomeSum,
        Sum::Signed(_) => EqualityKind::Balance,
    };
    let mut it = Equality::new(kind, cell(block, total, column));
    let mut row = 0;
    while row < block.rows.len() {
        match sum {
            Sum::Group(group) if row != total && within(block.rows[row].group, group, groups) => {
                it = it.with(Sign::Plus, cell(block, row, column));
            }
            Sum::Group(_) => {}
            Sum::Signed(terms) => {
                let mut t = 0;
                while t < terms.len() {
                    if terms[t].1 as u8 == block.rows[row].row as u8 {
                        it = it.with(terms[t].0, cell(block, row, column));
                    }
                    t += 1;
                }
            }
        }
        row += 1;
    }
    it
}

/// Whether a group is another one or lies within it.
const fn within(group: Option<Group>, outer: Group, groups: &'static [FormGroup]) -> bool {
    let mut next = group;
    while let Some(group) = next {
        if group as u8 == outer as u8 {
            return true;
        }
        next = None;
        let mut i = 0;
        while i < groups.len() {
            if groups[i].group as u8 == group as u8 {
                next = groups[i].parent;
            }
            i += 1;
        }
    }
    false
}
