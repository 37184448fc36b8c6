//! Table three: 三、收到和处理政府信息公开申请情况, both editions.

use super::equality::{Equality, count, derive};
use super::table::{Block, FormColumn, FormGroup, FormRow, Layout, Sum, TableForm, Unit};
use super::{Column, Edition, Group, Row, Sign, TableId};

const fn row(
    row: Row,
    label: &'static str,
    article: &'static str,
    group: Option<Group>,
) -> FormRow {
    FormRow { row, label, article, group, sum: None }
}

const fn column(column: Column, label: &'static str, group: Group) -> FormColumn {
    FormColumn {
        column,
        label,
        group: Some(group),
        unit: Unit::Count,
        is_total: false,
        is_additive: true,
    }
}

const fn group(group: Group, label: &'static str, parent: Option<Group>) -> FormGroup {
    FormGroup { group, label, parent }
}

/// A merged head in edition 2021, a row with figures in edition 2019.
const OTHER_PROCESSING: &str = "（六）其他处理";

const GROUPS: &[FormGroup] = &[
    group(Group::Applicants, "申请人情况", None),
    group(Group::Organizations, "法人或其他组织", Some(Group::Applicants)),
    group(Group::Outcome, "三、本年度办理结果", None),
    group(Group::Denied, "（三）不予公开", Some(Group::Outcome)),
    group(Group::Unavailable, "（四）无法提供", Some(Group::Outcome)),
    group(Group::Refused, "（五）不予处理", Some(Group::Outcome)),
    group(Group::OtherProcessing, OTHER_PROCESSING, Some(Group::Outcome)),
];

const CORNER: Option<&str> =
    Some("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）");

const COLUMNS: &[FormColumn] = &[
    column(Column::NaturalPerson, "自然人", Group::Applicants),
    column(Column::CommercialEnterprise, "商业企业", Group::Organizations),
    column(Column::ResearchInstitution, "科研机构", Group::Organizations),
    column(Column::PublicWelfareOrganization, "社会公益组织", Group::Organizations),
    column(Column::LegalServiceOrganization, "法律服务机构", Group::Organizations),
    column(Column::OtherOrganization, "其他", Group::Organizations),
    FormColumn { is_total: true, ..column(Column::Total, "总计", Group::Applicants) },
];

const OUTCOME: Option<Group> = Some(Group::Outcome);
const DENIED: Option<Group> = Some(Group::Denied);
const UNAVAILABLE: Option<Group> = Some(Group::Unavailable);
const REFUSED: Option<Group> = Some(Group::Refused);
const OTHER: Option<Group> = Some(Group::OtherProcessing);

/// The rows before （六）其他处理.
const BEFORE: [FormRow; 20] = [
    row(Row::NewlyReceived, "一、本年新收政府信息公开申请数量", "29-31", None),
    row(Row::CarriedIn, "二、上年结转政府信息公开申请数量", "", None),
    row(Row::Granted, "（一）予以公开", "36(1)(2)", OUTCOME),
    row(
        Row::PartiallyGranted,
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "37",
        OUTCOME,
    ),
    row(Row::DeniedStateSecret, "1.属于国家秘密", "14", DENIED),
    row(Row::DeniedByLaw, "2.其他法律行政法规禁止公开", "14", DENIED),
    row(Row::DeniedSecurityStability, "3.危及“三安全一稳定”", "14", DENIED),
    row(Row::DeniedThirdParty, "4.保护第三方合法权益", "15, 32", DENIED),
    row(Row::DeniedInternalAffairs, "5.属于三类内部事务信息", "16(1)", DENIED),
    row(Row::DeniedDeliberative, "6.属于四类过程性信息", "16(2)", DENIED),
    row(Row::DeniedEnforcementFile, "7.属于行政执法案卷", "16(2)", DENIED),
    row(Row::DeniedInquiryMatter, "8.属于行政查询事项", "36(7)", DENIED),
    row(Row::UnavailableNotHeld, "1.本机关不掌握相关政府信息", "36(4)(5)", UNAVAILABLE),
    row(Row::UnavailableNeedsCreation, "2.没有现成信息需要另行制作", "38", UNAVAILABLE),
    row(Row::UnavailableUnclear, "3.补正后申请内容仍不明确", "30", UNAVAILABLE),
    row(Row::RefusedPetition, "1.信访举报投诉类申请", "39", REFUSED),
    row(Row::RefusedRepeat, "2.重复申请", "36(6)", REFUSED),
    row(Row::RefusedPublished, "3.要求提供公开出版物", "39", REFUSED),
    row(Row::RefusedExcessive, "4.无正当理由大量反复申请", "35", REFUSED),
    row(Row::RefusedConfirmation, "5.要求行政机关确认或重新出具已获取信息", "", REFUSED),
];

const OTHER_2021: [FormRow; 3] = [
    row(
        Row::OtherNotCorrected,
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "30",
        OTHER,
    ),
    row(
        Row::OtherFeeUnpaid,
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "42",
        OTHER,
    ),
    row(Row::OtherReasons, "3.其他", "", OTHER),
];

const OTHER_2019: [FormRow; 1] = [row(Row::OtherProcessing, OTHER_PROCESSING, "", OUTCOME)];

/// The rows after （六）其他处理.
const AFTER: [FormRow; 2] = [
    FormRow {
        sum: Some(Sum::Group(Group::Outcome)),
        ..row(Row::Concluded, "（七）总计", "", OUTCOME)
    },
    FormRow {
        // 第一项加第二项之和，等于第三项加第四项之和 (form, printed in the corner)
        sum: Some(Sum::Signed(&[
            (Sign::Plus, Row::NewlyReceived),
            (Sign::Plus, Row::CarriedIn),
            (Sign::Minus, Row::Concluded),
        ])),
        ..row(Row::CarriedOut, "四、结转下年度继续办理", "", None)
    },
];

const fn join<const N: usize>(parts: [&[FormRow]; 3]) -> [FormRow; N] {
    let mut all = [AFTER[0]; N];
    let (mut n, mut p) = (0, 0);
    while p < parts.len() {
        let mut i = 0;
        while i < parts[p].len() {
            all[n] = parts[p][i];
            n += 1;
            i += 1;
        }
        p += 1;
    }
    all
}

const fn block(rows: &'static [FormRow]) -> Block {
    Block { label: None, rows_label: None, columns: COLUMNS, rows }
}

const fn form(
    edition: Edition,
    blocks: &'static [Block],
    equalities: fn() -> &'static [Equality],
) -> TableForm {
    let table = TableId::Applications;
    TableForm {
        table,
        edition,
        blocks,
        groups: GROUPS,
        corner: CORNER,
        layout: Layout::Down,
        equalities,
    }
}

const ROWS_2021: &[FormRow] =
    &join::<{ BEFORE.len() + OTHER_2021.len() + AFTER.len() }>([&BEFORE, &OTHER_2021, &AFTER]);
const BLOCK_2021: Block = block(ROWS_2021);
static EQUALITIES_2021: [Equality; count(&BLOCK_2021)] = derive(&BLOCK_2021, GROUPS);

pub(super) static FORM_2021: TableForm = form(Edition::E2021, &[BLOCK_2021], || &EQUALITIES_2021);

const ROWS_2019: &[FormRow] =
    &join::<{ BEFORE.len() + OTHER_2019.len() + AFTER.len() }>([&BEFORE, &OTHER_2019, &AFTER]);
const BLOCK_2019: Block = block(ROWS_2019);
static EQUALITIES_2019: [Equality; count(&BLOCK_2019)] = derive(&BLOCK_2019, GROUPS);

pub(super) static FORM_2019: TableForm = form(Edition::E2019, &[BLOCK_2019], || &EQUALITIES_2019);
