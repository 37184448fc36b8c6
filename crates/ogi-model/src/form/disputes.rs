//! Table four: 四、政府信息公开行政复议、行政诉讼情况, the same in both editions.

use super::equality::{Equality, count, derive};
use super::table::{Block, FormColumn, FormGroup, FormRow, Layout, TableForm, Unit};
use super::{Column, Edition, Group, Row, TableId};

const fn row(row: Row, label: &'static str, group: Option<Group>) -> FormRow {
    FormRow { row, label, article: "", group, sum: None }
}

const fn column(column: Column, label: &'static str) -> FormColumn {
    FormColumn { column, label, group: None, unit: Unit::Count, is_total: false, is_additive: true }
}

const GROUPS: &[FormGroup] =
    &[FormGroup { group: Group::Litigation, label: "行政诉讼", parent: None }];

const BLOCK: Block = Block {
    label: None,
    rows_label: None,
    columns: &[
        column(Column::Upheld, "结果维持"),
        column(Column::Corrected, "结果纠正"),
        column(Column::OtherResult, "其他结果"),
        column(Column::Pending, "尚未审结"),
        FormColumn { is_total: true, ..column(Column::Total, "总计") },
    ],
    rows: &[
        row(Row::Reconsideration, "行政复议", None),
        row(Row::LitigationDirect, "未经复议直接起诉", Some(Group::Litigation)),
        row(Row::LitigationAfterReconsideration, "复议后起诉", Some(Group::Litigation)),
    ],
};

static EQUALITIES: [Equality; count(&BLOCK)] = derive(&BLOCK, GROUPS);

const fn form(edition: Edition) -> TableForm {
    TableForm {
        table: TableId::Disputes,
        edition,
        blocks: &[BLOCK],
        groups: GROUPS,
        corner: None,
        layout: Layout::Across,
        equalities: || &EQUALITIES,
    }
}

pub(super) static FORM_2021: TableForm = form(Edition::E2021);
pub(super) static FORM_2019: TableForm = form(Edition::E2019);
