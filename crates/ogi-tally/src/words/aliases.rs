//! What offices write in registers, beside the labels of the form.

use ogi_model::{Column, Row};

use super::Meaning::{self, Nothing};
use super::Vocabulary::{self, Applicants, Carried, Litigation, Outcomes, Results};

const fn column(column: Column) -> Meaning {
    Meaning::Column(column)
}

const fn row(row: Row) -> Meaning {
    Meaning::Row(row)
}

/// Words, with blanks between them. They are only guesses until somebody has looked at them.
pub(super) const ALIASES: &[(Vocabulary, Meaning, &str)] = &[
    (Applicants, column(Column::NaturalPerson), "公民 个人 公民个人 居民 村民"),
    (Applicants, column(Column::CommercialEnterprise), "企业 公司 企业法人 有限公司 有限责任公司"),
    (
        Applicants,
        column(Column::ResearchInstitution),
        "科研院所 科研单位 研究机构 研究院 高校 高等院校 高等学校 大学",
    ),
    (
        Applicants,
        column(Column::PublicWelfareOrganization),
        "公益组织 公益机构 社会公益机构 社会公益类组织",
    ),
    (
        Applicants,
        column(Column::LegalServiceOrganization),
        "律师事务所 律所 法律服务组织 法律服务所 律师",
    ),
    (Applicants, column(Column::OtherOrganization), "其它 其他组织 其它组织 其他法人 其他单位"),
    (
        Outcomes,
        row(Row::Granted),
        "公开 同意公开 全部公开 全文公开 已公开 已主动公开 主动公开 告知获取方式 告知获取途径",
    ),
    (Outcomes, row(Row::PartiallyGranted), "区分处理 部分予以公开 同意部分公开"),
    (Outcomes, row(Row::DeniedStateSecret), "涉密 涉及国家秘密 国家秘密不予公开"),
    (
        Outcomes,
        row(Row::DeniedByLaw),
        "法律法规禁止公开 法律行政法规禁止公开 其他法律法规禁止公开 法律法规规定禁止公开",
    ),
    (Outcomes, row(Row::DeniedSecurityStability), "三安全一稳定 影响三安全一稳定"),
    (
        Outcomes,
        row(Row::DeniedThirdParty),
        "第三方合法权益 第三方权益 商业秘密 个人隐私 涉及商业秘密 涉及个人隐私 第三方不同意公开",
    ),
    (
        Outcomes,
        row(Row::DeniedInternalAffairs),
        "内部事务 内部事务信息 三类内部事务 属于内部事务信息",
    ),
    (Outcomes, row(Row::DeniedDeliberative), "过程性信息 四类过程性 属于过程性信息"),
    (Outcomes, row(Row::DeniedEnforcementFile), "执法案卷 执法案卷信息 行政执法案卷信息"),
    (Outcomes, row(Row::DeniedInquiryMatter), "行政查询 查询事项 登记资料查询"),
    (
        Outcomes,
        row(Row::UnavailableNotHeld),
        "不掌握 本机关不掌握 信息不存在 政府信息不存在 不存在 非本机关职责 不属于本机关职责 不属于本机关公开 不属于本机关负责公开",
    ),
    (
        Outcomes,
        row(Row::UnavailableNeedsCreation),
        "没有现成信息 无现成信息 需要另行制作 需另行制作 需加工分析 需要加工分析",
    ),
    (
        Outcomes,
        row(Row::UnavailableUnclear),
        "补正后仍不明确 补正后内容仍不明确 申请内容不明确 内容不明确",
    ),
    (
        Outcomes,
        row(Row::RefusedPetition),
        "信访 举报 投诉 信访类 信访事项 信访举报投诉 信访举报投诉类 信访投诉举报类",
    ),
    (Outcomes, row(Row::RefusedRepeat), "重复 重复申请不予处理 重复提出申请"),
    (Outcomes, row(Row::RefusedPublished), "公开出版物 提供公开出版物"),
    (Outcomes, row(Row::RefusedExcessive), "大量反复申请 反复申请 大量申请 无正当理由大量申请"),
    (
        Outcomes,
        row(Row::RefusedConfirmation),
        "确认或重新出具 要求确认或重新出具 重新出具已获取信息 确认或者重新出具已获取信息",
    ),
    (
        Outcomes,
        row(Row::OtherNotCorrected),
        "逾期不补正 逾期未补正 无正当理由逾期不补正 未按期补正",
    ),
    (Outcomes, row(Row::OtherFeeUnpaid), "逾期未缴费 逾期不缴费 未缴费 逾期未缴纳费用"),
    (
        Outcomes,
        row(Row::OtherReasons),
        "其它 其他情形 撤回 撤回申请 申请人撤回 主动撤回 申请人撤回申请 申请人主动撤回 申请人主动撤回申请",
    ),
    (
        Outcomes,
        row(Row::CarriedOut),
        "办理中 正在办理 在办 待办 待答复 未答复 未办结 尚未办结 尚未答复 结转 结转下年 结转下年度",
    ),
    (Results, column(Column::Upheld), "维持 予以维持 维持原行政行为 驳回诉讼请求 判决驳回诉讼请求"),
    (
        Results,
        column(Column::Corrected),
        "纠正 撤销 被纠正 责令履行 责令重新答复 确认违法 变更 责令重新作出 撤销并责令重新答复",
    ),
    (
        Results,
        column(Column::OtherResult),
        "其它 其它结果 撤回 撤诉 终止 不予受理 驳回起诉 驳回申请 驳回复议申请 调解",
    ),
    (Results, column(Column::Pending), "未审结 审理中 正在审理 在审 未结 尚未结案 办理中"),
    (Results, Nothing, "否 未复议 未诉讼 未起诉 未申请 未提起 没有 不涉及 0"),
    (Litigation, row(Row::LitigationDirect), "直接起诉 未经复议 直接诉讼 未经复议直接诉讼"),
    (
        Litigation,
        row(Row::LitigationAfterReconsideration),
        "经复议 复议后诉讼 经复议后起诉 先复议后起诉",
    ),
    (Litigation, Nothing, "否 未诉讼 未起诉 没有"),
    (
        Carried,
        row(Row::CarriedIn),
        "上年结转 上一年结转 上年度结转 去年结转 上年转入 上年结转政府信息公开申请 结转自上年",
    ),
    (
        Carried,
        row(Row::CarriedOut),
        "结转下年 结转下年度 结转下一年 结转下一年度 转入下年 结转至下年 结转次年",
    ),
    (Carried, Nothing, "否 非结转 不结转 未结转 没有 0"),
];

/// Words that agree with what the head of their column says.
pub(super) const YES: &str = "是 有 √ ✓ 对 1 y yes";
