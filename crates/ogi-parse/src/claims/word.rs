//! The words that sentences about figures are made of.

use ogi_model::{Column, Group, Row};

/// A word that means something here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// What the claim is about.
    Topic(Topic),
    /// 申请 alone: a request, where the talk is of requests.
    Request,
    /// 共, 共计, 合计
    Total,
    /// 其中, 包括, 含
    Among,
    /// 具体为, 具体如下: all parts are named.
    Namely,
    /// 全部, 均, 都
    All,
    /// 分别
    Respectively,
    /// 各: each of those named before.
    Each,
    /// 未收到, 无, 没有发生
    No,
    /// 占
    Share,
    /// 同比, 较, 比, 去年
    Compare,
    /// 增加, 下降
    Differ,
    /// 将, 计划: not yet.
    Future,
    /// 上半年, 累计: another span of time than the year.
    OtherTime,
    /// 其他, 其余
    Rest,
    /// 等: what is named before is not all.
    AndSo,
    /// 通过网络, 信函, 各渠道: how a request came. A single one may be a part of all.
    Channel,
    /// Whose figures.
    Whose(Whose),
    /// 信访, 培训, 抽查: what is counted is something else than the form counts.
    OtherThing,
    /// Says nothing about the number: 的, 了, 本年度.
    Filler,
}

/// What a claim can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// 政府信息公开申请, 依申请公开
    Requests,
    /// 受理, 收到
    Receive,
    /// 新收
    ReceiveNew,
    /// 办理, 处理
    Handle,
    /// 办结
    Conclude,
    /// 答复
    Answer,
    /// 办结率: the share of what was received that was concluded.
    Rate,
    /// 上年结转
    CarriedIn,
    /// 结转下年
    CarriedOut,
    /// 予以公开 and other results: a row of table three.
    Outcome(Row),
    /// 不予公开 and other groups of results.
    Outcomes(Group),
    /// 自然人: a column of table three.
    Applicant(Column),
    /// 法人或其他组织: the columns below that head.
    Organizations,
    /// 行政复议
    Reconsideration,
    /// 行政诉讼: both rows.
    Litigation,
    /// One of its rows.
    LitigationRow(Row),
    /// 结果维持: a column of table four.
    Result(Column),
    /// 因政府信息公开引发的: states which disputes are meant.
    Disclosure,
    /// 案件, 被申请: goes with disputes, and alone says nothing.
    Case,
    /// 受理, 审理 of a body that decides on disputes: then they are not those against it.
    Tribunal,
    /// 规章, 规范性文件
    Documents(Row),
    /// 制定, 制发
    Issue,
    /// 公开, 发布
    Publish,
    /// 废止
    Repeal,
    /// 现行有效
    InForce,
    /// 行政许可, 行政处罚, 行政强制
    Decisions(Row),
    /// 处理决定
    Decision,
    /// 行政事业性收费
    Fees,
    /// 收取费用: some fee.
    Charge,
    /// 信息处理费
    ProcessingFee,
    /// 各类政府信息: what the form does not count.
    Information,
}

impl Topic {
    /// Whether it is what a body does: 收到, 发布.
    pub(super) const fn is_verb(&self) -> bool {
        matches!(
            self,
            Self::Receive
                | Self::ReceiveNew
                | Self::Handle
                | Self::Conclude
                | Self::Answer
                | Self::Issue
                | Self::Publish
                | Self::Repeal
        )
    }
}

/// Whose figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// 我局, 本机关
    Own,
    /// 全市, 我县
    Region,
    /// 指导, 其他部门
    Others,
    /// 各级, 各部门: those below a government, which are its own figures, and others to anybody else.
    Below,
    /// 代表
    OnBehalf,
}
