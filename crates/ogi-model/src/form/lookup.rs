//! Labels of rows, columns and cells without naming an edition: the newest edition that has them.

use super::{CellId, Column, FormColumn, FormRow, Row, TableForm};

impl Row {
    /// The row as the newest edition that has it prints it.
    pub fn form_row(self) -> &'static FormRow {
        let table = self.table();
        TableForm::ALL
            .iter()
            .filter(|form| form.table == table)
            .find_map(|form| form.row(self))
            .unwrap_or(&super::applications::FORM_2021.blocks[0].rows[0])
    }

    /// The official label, with ordinal and gloss, of the newest edition that has the row.
    ///
    /// ```
    /// # use ogi_model::Row;
    /// assert_eq!(Row::Granted.label(), "（一）予以公开");
    /// assert_eq!(Row::OtherServices.label(), "其他对外管理服务事项");
    /// ```
    pub fn label(self) -> &'static str {
        self.form_row().label
    }

    /// The articles of 《政府信息公开条例》 behind the row; empty if none.
    pub fn article(self) -> &'static str {
        self.form_row().article
    }
}

impl CellId {
    /// The column as the newest edition that has the cell prints it.
    pub fn form_column(self) -> &'static FormColumn {
        let table = self.row().table();
        TableForm::ALL
            .iter()
            .filter(|form| form.table == table)
            .find_map(|form| form.column(self))
            .unwrap_or(&super::applications::FORM_2021.blocks[0].columns[0])
    }

    /// Whether the figures of the bodies below a government add up to its own, see [`FormColumn::is_additive`].
    ///
    /// ```
    /// # use ogi_model::{CellId, Column, Row};
    /// assert!(CellId::new(Row::NormativeDocuments, Column::Issued).is_additive());
    /// assert!(!CellId::new(Row::NormativeDocuments, Column::InForce).is_additive());
    /// ```
    pub fn is_additive(self) -> bool {
        self.form_column().is_additive
    }
}

impl Column {
    /// The official label of the newest edition that has the column.
    ///
    /// ```
    /// # use ogi_model::Column;
    /// assert_eq!(Column::Decisions.label(), "本年处理决定数量");
    /// ```
    pub fn label(self) -> &'static str {
        TableForm::ALL
            .iter()
            .flat_map(|form| form.blocks)
            .flat_map(|block| block.columns)
            .find(|it| it.column == self)
            .map_or("", |it| it.label)
    }
}
