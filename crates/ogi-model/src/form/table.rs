//! What a table of the form consists of.

use super::{CellId, Column, Edition, Equality, Group, Row, Sign, TableId};

/// One table of the form in one edition: its blocks, rows, columns, groups and sums.
///
/// ```
/// use ogi_model::{TableForm, Row};
///
/// let row = TableForm::APPLICATIONS_2021.row(Row::DeniedInternalAffairs).unwrap();
/// assert_eq!(row.label, "5.属于三类内部事务信息");
/// assert_eq!(row.article, "16(1)");
/// assert_eq!(TableForm::APPLICATIONS_2021.rows().count(), 25);
/// assert_eq!(TableForm::APPLICATIONS_2019.equalities().len(), 37);
/// ```
#[derive(Debug)]
pub struct TableForm {
    /// Which table.
    pub table: TableId,
    /// Which edition of it. Table four is the same in both.
    pub edition: Edition,
    /// The blocks: the four or five 第二十条第…项 of table two, one block otherwise.
    pub blocks: &'static [Block],
    /// The merged heads over rows and columns.
    pub groups: &'static [FormGroup],
    /// The text printed in the upper left corner.
    pub corner: Option<&'static str>,
    /// How rows and columns lie on the page.
    pub layout: Layout,
    /// A function, because the equalities are computed from the very tables that hold this.
    pub(super) equalities: fn() -> &'static [Equality],
}

/// Rows of a table that share their columns.
#[derive(Debug)]
pub struct Block {
    /// The head printed over the block, `第二十条第（一）项`.
    pub label: Option<&'static str>,
    /// The head printed over the labels of its rows, `信息内容`.
    pub rows_label: Option<&'static str>,
    /// The columns, in the order of the form.
    pub columns: &'static [FormColumn],
    /// The rows, in the order of the form.
    pub rows: &'static [FormRow],
}

/// A row as an edition of the form prints it.
#[derive(Clone, Copy, Debug)]
pub struct FormRow {
    /// Which row.
    pub row: Row,
    /// Its official label, with its ordinal and gloss.
    pub label: &'static str,
    /// The articles of 《政府信息公开条例》 behind it, as `36(1)(2)`; empty if none.
    pub article: &'static str,
    /// The innermost merged head beside it.
    pub group: Option<Group>,
    /// What the row stands for if it is a total of other rows, in each column.
    pub sum: Option<Sum>,
}

/// A column as an edition of the form prints it.
#[derive(Clone, Copy, Debug)]
pub struct FormColumn {
    /// Which column.
    pub column: Column,
    /// Its official label.
    pub label: &'static str,
    /// The innermost merged head above it.
    pub group: Option<Group>,
    /// What its figures count.
    pub unit: Unit,
    /// Whether it is the sum of all other columns of its block (总计), in each row.
    pub is_total: bool,
    /// Whether the figures of the bodies below a government add up to its own (habit). Not so for what there is in
    /// all, such as documents in force: several bodies may count the same, and not all of it is theirs.
    pub is_additive: bool,
}

/// A merged head as the form prints it.
#[derive(Clone, Copy, Debug)]
pub struct FormGroup {
    /// Which group.
    pub group: Group,
    /// Its official label.
    pub label: &'static str,
    /// The merged head outside it.
    pub parent: Option<Group>,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Things (件): whole and not negative.
    Count,
    /// A change in the number of things: whole, may be negative (本年增/减).
    Change,
    /// Money in 万元, a decimal.
    Money,
}

/// What a total row stands for.
#[derive(Clone, Copy, Debug)]
pub enum Sum {
    /// All other rows within a group and its subgroups.
    Group(Group),
    /// These rows, with their signs.
    Signed(&'static [(Sign, Row)]),
}

/// How rows and columns of a table lie on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Rows below one another, blocks below one another.
    Down,
    /// All rows beside one another on one line; their labels are heads over their columns (table four).
    Across,
}

impl TableForm {
    /// Table two, edition 2021.
    pub const ACTIVE_DISCLOSURE_2021: &'static Self = &super::active_disclosure::FORM_2021;
    /// Table two, edition 2019.
    pub const ACTIVE_DISCLOSURE_2019: &'static Self = &super::active_disclosure::FORM_2019;
    /// Table three, edition 2021.
    pub const APPLICATIONS_2021: &'static Self = &super::applications::FORM_2021;
    /// Table three, edition 2019.
    pub const APPLICATIONS_2019: &'static Self = &super::applications::FORM_2019;
    /// Table four, edition 2021.
    pub const DISPUTES_2021: &'static Self = &super::disputes::FORM_2021;
    /// Table four, edition 2019: the same rows and columns.
    pub const DISPUTES_2019: &'static Self = &super::disputes::FORM_2019;

    /// Every table in every edition, the newest edition first.
    pub const ALL: &'static [&'static Self] = &[
        Self::ACTIVE_DISCLOSURE_2021,
        Self::ACTIVE_DISCLOSURE_2019,
        Self::APPLICATIONS_2021,
        Self::APPLICATIONS_2019,
        Self::DISPUTES_2021,
        Self::DISPUTES_2019,
    ];

    /// The form of a table in an edition.
    pub const fn of(table: TableId, edition: Edition) -> &'static Self {
        match (table, edition) {
            (TableId::ActiveDisclosure, Edition::E2021) => Self::ACTIVE_DISCLOSURE_2021,
            (TableId::ActiveDisclosure, Edition::E2019) => Self::ACTIVE_DISCLOSURE_2019,
            (TableId::Applications, Edition::E2021) => Self::APPLICATIONS_2021,
            (TableId::Applications, Edition::E2019) => Self::APPLICATIONS_2019,
            (TableId::Disputes, Edition::E2021) => Self::DISPUTES_2021,
            (TableId::Disputes, Edition::E2019) => Self::DISPUTES_2019,
        }
    }

    /// All rows, in the order of the form.
    pub fn rows(&self) -> impl Iterator<Item = &'static FormRow> + use<> {
        self.blocks.iter().flat_map(|block| block.rows)
    }

    /// All cells, row by row.
    ///
    /// ```
    /// # use ogi_model::TableForm;
    /// assert_eq!(TableForm::APPLICATIONS_2021.cells().count(), 175);
    /// ```
    pub fn cells(&self) -> impl Iterator<Item = CellId> + use<> {
        self.blocks.iter().flat_map(|block| {
            block.rows.iter().flat_map(|row| {
                block.columns.iter().map(|column| CellId::new(row.row, column.column))
            })
        })
    }

    /// The row as this edition prints it.
    pub fn row(&self, row: Row) -> Option<&'static FormRow> {
        self.rows().find(|it| it.row == row)
    }

    /// The block that holds a row.
    pub fn block(&self, row: Row) -> Option<&'static Block> {
        self.blocks.iter().find(|block| block.rows.iter().any(|it| it.row == row))
    }

    /// The column of a row as this edition prints it.
    pub fn column(&self, cell: CellId) -> Option<&'static FormColumn> {
        self.block(cell.row())?.columns.iter().find(|it| it.column == cell.column())
    }

    /// Whether this edition has the cell.
    pub const fn contains(&self, cell: CellId) -> bool {
        cell.editions() & (1 << self.edition as u8) != 0 && cell.table() as u8 == self.table as u8
    }

    /// A merged head.
    pub fn group(&self, group: Group) -> Option<&'static FormGroup> {
        self.groups.iter().find(|it| it.group == group)
    }

    /// A merged head and those around it, the outermost first.
    pub fn group_path(&self, innermost: Option<Group>) -> Vec<&'static FormGroup> {
        let mut path = Vec::new();
        let mut next = innermost;
        while let Some(group) = next.and_then(|group| self.group(group)) {
            path.push(group);
            next = group.parent;
        }
        path.reverse();
        path
    }

    /// The equalities between its figures, derived from the sums: along the rows, then down the columns.
    pub fn equalities(&self) -> &'static [Equality] {
        (self.equalities)()
    }
}

impl FormRow {
    /// The key of the row.
    pub const fn key(&self) -> &'static str {
        self.row.key()
    }
}

impl FormColumn {
    /// The key of the column.
    pub const fn key(&self) -> &'static str {
        self.column.key()
    }
}
