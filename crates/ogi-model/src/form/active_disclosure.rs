//! Table two: 二、主动公开政府信息情况, both editions.

use super::table::{Block, FormColumn, FormRow, Layout, TableForm, Unit};
use super::{Column, Edition, Row, TableId};

const fn row(row: Row, label: &'static str, article: &'static str) -> FormRow {
    FormRow { row, label, article, group: None, sum: None }
}

const fn column(column: Column, label: &'static str, unit: Unit) -> FormColumn {
    FormColumn { column, label, group: None, unit, is_total: false, is_additive: true }
}

/// What there is in all, or how that changed.
const fn stock(it: Column, label: &'static str, unit: Unit) -> FormColumn {
    FormColumn { is_additive: false, ..column(it, label, unit) }
}

const fn block(
    label: &'static str,
    columns: &'static [FormColumn],
    rows: &'static [FormRow],
) -> Block {
    Block { label: Some(label), rows_label: Some("信息内容"), columns, rows }
}

const ARTICLE_1: &str = "第二十条第（一）项";
const ARTICLE_5: &str = "第二十条第（五）项";
const ARTICLE_6: &str = "第二十条第（六）项";
const ARTICLE_8: &str = "第二十条第（八）项";
const ARTICLE_9: &str = "第二十条第（九）项";

const RULES: FormRow = row(Row::Rules, "规章", "20(1)");
const LICENSING: FormRow = row(Row::Licensing, "行政许可", "20(5)");
const ENFORCEMENT: &[FormRow] =
    &[row(Row::Penalties, "行政处罚", "20(6)"), row(Row::CompulsoryMeasures, "行政强制", "20(6)")];
const FEES: &[FormRow] = &[row(Row::Fees, "行政事业性收费", "20(8)")];

const DECISIONS_2021: &[FormColumn] = &[column(Column::Decisions, "本年处理决定数量", Unit::Count)];

pub(super) static FORM_2021: TableForm = TableForm {
    table: TableId::ActiveDisclosure,
    edition: Edition::E2021,
    blocks: &[
        block(
            ARTICLE_1,
            &[
                column(Column::Issued, "本年制发件数", Unit::Count),
                column(Column::Repealed, "本年废止件数", Unit::Count),
                stock(Column::InForce, "现行有效件数", Unit::Count),
            ],
            &[RULES, row(Row::NormativeDocuments, "行政规范性文件", "20(1)")],
        ),
        block(ARTICLE_5, DECISIONS_2021, &[LICENSING]),
        block(ARTICLE_6, DECISIONS_2021, ENFORCEMENT),
        block(
            ARTICLE_8,
            &[column(Column::Amount, "本年收费金额（单位：万元）", Unit::Money)],
            FEES,
        ),
    ],
    groups: &[],
    corner: None,
    layout: Layout::Down,
    equalities: || &[],
};

const ITEMS_2019: [FormColumn; 2] = [
    stock(Column::ItemsLastYear, "上一年项目数量", Unit::Count),
    stock(Column::Change, "本年增/减", Unit::Change),
];
const DECISIONS_2019: &[FormColumn] =
    &[ITEMS_2019[0], ITEMS_2019[1], column(Column::Decisions, "处理决定数量", Unit::Count)];

pub(super) static FORM_2019: TableForm = TableForm {
    table: TableId::ActiveDisclosure,
    edition: Edition::E2019,
    blocks: &[
        block(
            ARTICLE_1,
            &[
                column(Column::Produced, "本年新制作数量", Unit::Count),
                column(Column::NewlyDisclosed, "本年新公开数量", Unit::Count),
                stock(Column::DisclosedTotal, "对外公开总数量", Unit::Count),
            ],
            &[RULES, row(Row::NormativeDocuments, "规范性文件", "20(1)")],
        ),
        block(
            ARTICLE_5,
            DECISIONS_2019,
            &[LICENSING, row(Row::OtherServices, "其他对外管理服务事项", "20(5)")],
        ),
        block(ARTICLE_6, DECISIONS_2019, ENFORCEMENT),
        block(ARTICLE_8, &ITEMS_2019, FEES),
        block(
            ARTICLE_9,
            &[
                column(Column::Projects, "采购项目数量", Unit::Count),
                column(Column::Amount, "采购总金额", Unit::Money),
            ],
            &[row(Row::Procurement, "政府集中采购", "20(9)")],
        ),
    ],
    groups: &[],
    corner: None,
    layout: Layout::Down,
    equalities: || &[],
};
