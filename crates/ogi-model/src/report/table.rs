//! Which tables a report has, and of which edition.

use super::Report;
use crate::{Block, CellId, Edition, Equality, EqualityKind, Grid, Row, TableForm, TableId};

/// The edition of a table in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableEdition {
    /// All its blocks are of this edition.
    One(Edition),
    /// Its blocks are of several editions (real reports do that).
    Mixed,
}

impl TableEdition {
    /// `2021`, `2019` or `mixed`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::One(edition) => edition.key(),
            Self::Mixed => "mixed",
        }
    }

    /// The edition of this key.
    #[cfg(feature = "serde")]
    pub(crate) fn of_key(key: &str) -> Option<Self> {
        if key == Self::Mixed.key() {
            return Some(Self::Mixed);
        }
        key.parse().ok().map(Self::One)
    }
}

impl Report {
    /// The edition of a table, `None` if the source does not have the table.
    pub const fn table(&self, table: TableId) -> Option<TableEdition> {
        self.tables[table as usize]
    }

    /// Says that the source has a table, or that it does not.
    pub const fn set_table(&mut self, table: TableId, edition: Option<TableEdition>) {
        self.tables[table as usize] = edition;
    }

    /// The edition that the cells of a table state: the one that has all cells that are there, `otherwise` if
    /// several do, [`TableEdition::Mixed`] if none does.
    pub fn infer_edition(&self, table: TableId, otherwise: Edition) -> TableEdition {
        let fits = |edition: &Edition| {
            let form = TableForm::of(table, *edition);
            CellId::of_table(table).all(|it| form.contains(it) || !self[it].is_present())
        };
        if fits(&otherwise) {
            return TableEdition::One(otherwise);
        }
        Edition::ALL.iter().rev().copied().find(fits).map_or(TableEdition::Mixed, TableEdition::One)
    }

    /// The blocks of a table, each from the edition that the report uses there.
    ///
    /// ```
    /// use ogi_model::{Edition, Report, TableId};
    ///
    /// let report = Report::builder(Edition::E2019).agency("示例市司法局").year(2020).build()?;
    /// assert_eq!(report.blocks(TableId::ActiveDisclosure).len(), 5);
    /// # Ok::<(), ogi_model::BuildError>(())
    /// ```
    pub fn blocks(&self, table: TableId) -> Vec<(&'static TableForm, &'static Block)> {
        let all = |edition| {
            let form = TableForm::of(table, edition);
            form.blocks.iter().map(move |block| (form, block))
        };
        match self.table(table) {
            None => Vec::new(),
            Some(TableEdition::One(edition)) => all(edition).collect(),
            Some(TableEdition::Mixed) => {
                let mut blocks: Vec<_> = Edition::ALL
                    .iter()
                    .rev()
                    .flat_map(|edition| all(*edition))
                    .filter(|(form, block)| self.is_of(form, block))
                    .collect();
                blocks.sort_by_key(|(_, block)| block.rows[0].row);
                blocks.dedup_by_key(|(_, block)| block.rows[0].row);
                blocks
            }
        }
    }

    /// A table as the report has it, laid out: the blocks of its editions, with the rows and columns that are there.
    ///
    /// ```
    /// use ogi_model::{CellId, Column, Content, Report, Row, TableId};
    ///
    /// let mut report = Report::new();
    /// report.set(CellId::new(Row::Reconsideration, Column::Total), 3);
    /// let grid = report.grid(TableId::Disputes);
    /// let labels: Vec<_> = grid.rows.iter().flatten().filter_map(|it| it.content.label()).collect();
    /// assert_eq!(labels, ["行政复议", "总计"]);
    /// assert_eq!(grid.rows.last().unwrap()[0].figure().map(|it| report[it].to_string()), Some("3".into()));
    /// ```
    pub fn grid(&self, table: TableId) -> Grid {
        Grid::of_blocks(&self.blocks(table), |cell| self[cell].is_present())
    }

    /// Whether what the report has in the rows of a block is there and fits the block.
    fn is_of(&self, form: &TableForm, block: &Block) -> bool {
        let mut there = CellId::all()
            .filter(|it| self[*it].is_present() && has_row(block, it.row()))
            .peekable();
        there.peek().is_some() && there.all(|it| form.contains(it))
    }

    /// The equalities of the form that hold in a sound report of these editions.
    ///
    /// In a table three that has both （六）其他处理 as one row and its three parts, nothing says which of
    /// them （七）总计 counts, so that sum is left out; each of these rows has its own total all the same.
    pub fn equalities(&self) -> impl Iterator<Item = &'static Equality> + '_ {
        TableId::ALL.iter().flat_map(|table| {
            let (edition, older) = match self.table(*table) {
                Some(TableEdition::One(edition)) => (Some(edition), &[][..]),
                Some(TableEdition::Mixed) => (Some(Edition::LATEST), Edition::LATEST.replaced()),
                None => (None, &[][..]),
            };
            let of = |edition| TableForm::of(*table, edition).equalities().iter();
            let is_newer = |edition: Edition, cell| {
                let newer = edition.and_later().iter().skip(1);
                newer.into_iter().any(|it| TableForm::of(*table, *it).contains(cell))
            };
            let of_older_rows = older.iter().rev().flat_map(move |edition| {
                of(*edition).filter(move |it| !is_newer(*edition, it.total()))
            });
            edition
                .into_iter()
                .flat_map(of)
                .filter(|it| older.is_empty() || it.kind() != EqualityKind::OutcomeSum)
                .chain(of_older_rows)
        })
    }
}

fn has_row(block: &Block, row: Row) -> bool {
    block.rows.iter().any(|it| it.row == row)
}
