//! Which words mean what. The labels of the form are taken from the form; here are the other wordings.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use ogi_model::{Column, Group, Row, TableForm};
use ogi_text::ordinal::stem;

use super::word::Topic::{self, *};
use super::word::Whose::{Below, OnBehalf, Others, Own, Region};
use super::word::Word::{self, *};
use super::{carried, quantity};

/// Words other than the labels of the form.
const TOPICS: &[(Topic, &str)] = &[
    (
        Requests,
        "各类政府信息公开申请 各类信息公开申请 依申请公开政府信息申请 依申请公开政府信息 依申请公开信息 依申请公开申请 依申请公开案件 依申请公开事项 \
         依申请公开件 依申请公开 依申请信息公开申请 依申请信息公开 依申请政府信息公开 依申请案件 依申请件 依申请信息 依申请办件 依申请事项 \
         政府信息依申请公开 政府信息公开申请件 政府信息公开申请 政务信息公开申请 政务公开申请 信息公开申请件 信息公开申请 \
         公开政府信息申请 申请公开信息 申请公开的信息 申请公开的政府信息 公开信息申请 公开申请 政府信息申请 申请公开政府信息",
    ),
    (
        Receive,
        "受理 收到 接收 接到 收悉 收取到 登记 接收受理 收件 收件量 收件数 受理量 受理数 接收量 接收数",
    ),
    (ReceiveNew, "新收到 新接收 新受理 新接到 新收 新增 新增收到 新增受理"),
    (Handle, "收办 处理 办理 承办"),
    (
        Conclude,
        "办结 办理完毕 处理完毕 办理办结 办理完结 完成办理 完成办结 完成处理 办毕 作出处理 办结量 办结数",
    ),
    (
        Answer,
        "答复 回复 办复 办理答复 完成答复 完成回复 答复量 答复数 出具答复书 出具告知书 送达答复书",
    ),
    (Rate, "办结率 答复率 办复率"),
    (Outcome(Row::Granted), "同意公开"),
    (Outcome(Row::UnavailableNotHeld), "不掌握相关政府信息 不掌握 信息不存在 政府信息不存在"),
    (Outcome(Row::UnavailableNeedsCreation), "没有现成信息 需要另行制作 需另行制作"),
    (Outcome(Row::UnavailableUnclear), "补正后仍不明确 申请内容仍不明确 申请内容不明确"),
    (
        Outcome(Row::RefusedPetition),
        "信访举报投诉类 信访投诉举报类 信访投诉类 投诉举报类 信访、举报、投诉类 信访、投诉、举报类 信访类申请",
    ),
    (Outcome(Row::RefusedExcessive), "大量反复申请"),
    (Outcome(Row::OtherNotCorrected), "逾期不补正"),
    (Outcome(Row::DeniedStateSecret), "涉及国家秘密"),
    (Outcome(Row::DeniedInternalAffairs), "内部事务信息"),
    (Outcome(Row::DeniedDeliberative), "过程性信息"),
    (Outcome(Row::DeniedEnforcementFile), "行政执法案卷信息"),
    (Outcome(Row::DeniedInquiryMatter), "属于行政查询"),
    (Applicant(Column::NaturalPerson), "公民个人 公民 个人 自然人申请"),
    (Applicant(Column::CommercialEnterprise), "企业申请 企业提出的申请"),
    (Organizations, "法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织 法人组织"),
    (Reconsideration, "行政复议 复议 申请行政复议 被申请行政复议 提起行政复议 申请复议"),
    (Litigation, "行政诉讼 诉讼 提起行政诉讼 提起诉讼 被提起行政诉讼 行政应诉 应诉"),
    (
        LitigationRow(Row::LitigationDirect),
        "未经复议直接提起诉讼 未经复议直接提起行政诉讼 直接起诉",
    ),
    (
        LitigationRow(Row::LitigationAfterReconsideration),
        "复议后提起诉讼 复议后提起行政诉讼 复议后诉讼 经复议后起诉",
    ),
    (Result(Column::Upheld), "获维持 被维持 维持"),
    (Result(Column::Corrected), "被纠错 被纠正 纠错 纠正"),
    (Result(Column::Pending), "未审结 正在审理 尚在审理"),
    (
        Disclosure,
        "因政府信息公开工作 因政府信息公开 因信息公开 涉及政府信息公开 涉及信息公开 涉政府信息公开 涉信息公开 政府信息公开类 政府信息公开 政务信息公开 \
         政务公开 信息公开类 信息公开",
    ),
    (
        Case,
        "案件 引发的 引起的 导致的 产生的 被申请 被提起 被 参与 涉及 发生 引发 引起 应对 发生的 类",
    ),
    (Tribunal, "审理 审结 立案 裁决"),
    (Issue, "新制定 新制发 新出台 新印发 制定 制发 出台 印发"),
    (Publish, "主动公开 新增公开 公开 发布 公布 新发布 集中规范公开 集中公开 公示"),
    (Repeal, "废止 宣布失效"),
    (InForce, "现行有效 继续有效"),
    (Decision, "处理决定 决定"),
    (ProcessingFee, "政府信息公开信息处理费 信息公开处理费 信息公开信息处理费 信息处理费 处理费"),
    (Charge, "收取费用 收费金额 收费"),
    (Information, "各类政府信息 政府信息 各类信息 信息 政务信息 各类公开信息 公开政府信息"),
];

const WORDS: &[(Word, &str)] = &[
    (Request, "申请数量 申请量 申请件 申请"),
    (Total, "共计 总计 合计 累计 一共 总共 共 共有 总数 总量 全年共"),
    (Among, "其中 包括 包含 含有 含"),
    (Namely, "具体为 具体是 具体如下 具体情况如下"),
    (All, "全部为 全部 均为 均 都是 都 皆"),
    (Respectively, "分别为 分别是 分别"),
    (Each, "各"),
    (
        No,
        "未收到过 未收到 未接到 未接收到 未接收 未接收受理过 未接收受理 未受理过 未受理 未发生过 未发生 未出现 未产生 未涉及 未收取 未收 没有收取 未有 未被 没有收到 没有发生 没有出现 没有 \
         无 无人 零 不存在 未新收 暂无 并无",
    ),
    (Share, "占比为 占比 占比达 占"),
    (
        Compare,
        "同比 环比 与去年相比 与上年相比 相比 较去年 较上年 较上年度 比去年 比上年 比上年度 较 上年同期 去年同期",
    ),
    (Differ, "增长 增加 上升 下降 减少 回落 降低 提高 提升 上涨 增幅 降幅 多了 少了"),
    (Future, "下一步 将 计划 力争 拟 目标 预计"),
    (
        OtherTime,
        "上半年 下半年 季度 月份 近年来 近三年 近两年 近几年 历年 以来 自成立 每月 每年 每季",
    ),
    (
        OtherThing,
        "信访 投诉 举报 咨询 工单 诉求 留言 信箱 提案 建议案 议案 问政 政务服务 培训 会议 清单 文书 范本 模板 案例 专栏 栏目 \
         问答 研讨 演练 规划计划 计划规划 计划总结 工作计划 年度计划 发展计划 抽查 抽取 审查 评查 代理 出庭",
    ),
    (Rest, "其他 其余 其它"),
    (AndSo, "等原因 等情形 等情况 等"),
    (
        Channel,
        "通过 经由 来自 以 书面 网络 网上 网站 政府门户网站 门户网站 网络平台 在线平台 平台 信函 邮寄 邮件 电子邮件 当面 当场 现场 \
         传真 渠道 方式 形式 等方式 等形式 等渠道 途径 等途径 市政府门户网站 区政府门户网站 县政府门户网站 省政府门户网站 市政府网站 区政府网站 \
         县政府网站 省政府网站",
    ),
    (
        Whose(Own),
        "我办 我局 我委 我厅 我镇 我乡 我街道 我单位 我中心 我院 我会 我处 我站 本办 本局 本委 本厅 本镇 本乡 本街道 \
         本单位 本机关 本部门 本中心 本级机关 全镇 全乡 全街道",
    ),
    (
        Whose(Region),
        "全市 全县 全区 全省 全州 全盟 全旗 我市 我县 我区 我省 我州 我旗 本市 本县 本区 本省 全系统 市县两级",
    ),
    (
        Whose(Others),
        "指导 督促 协助 督办 转办 交办 协调 配合 各科室 下属 所属 下级 基层 镇街 其他部门 其他单位 部门办件 相关部门 有关部门 \
         市级部门 区级部门 县级部门 市级机关",
    ),
    (
        Whose(Below),
        "各级 各级各部门 各级行政机关 各部门 各部门单位 各单位 各镇街 各镇 各乡镇 各街道 \
         各行政机关 行政机关",
    ),
    (Whose(OnBehalf), "代表 以市政府名义 以区政府名义 以县政府名义 代市政府 代区政府 代县政府"),
    (
        Filler,
        "的 了 到 为 是 有 计 达 年内 全年 本年度 本年 当年 今年 年度 一年来 期间 数量 数 件数 事项 情况 依法 依规 按时 及时 \
         按期 共有 属于 属 因 由 该 并 还 另有 另 已 提出的 提出 量 相关 有关 行为 工作 事件 年 \
         各渠道 各种渠道 各类渠道 多渠道 各种方式 提交的 提交 递交的 递交 转来的 转来 群众 公众 社会公众 市民 居民 村民 \
         公民、法人和其他组织 公民、法人及其他组织 公民、法人或其他组织 公民、法人或者其他组织 案 现象 即 作出 做出 收取 法定期限内 在法定期限内 截至目前 \
         截至年底 申请人 办件 件次 而 各类 各种 各项 方面 等方面 情形 针对 完成 动态更新 更新 加上 连同 按规定 按规定时限 按照规定 规定时限内 在规定时限内 \
         规定期限内 按要求 严格 来件 来源于 尚 有 目前 现 现有 截止目前 今年以来 过 任何 任何形式 就 向 对 实施 采取 措施 要求 \
         予以 依照 按照 严格按照 法定 程序 时限 期限 范围 规定 条例 《条例》 《政府信息公开条例》 《中华人民共和国政府信息公开条例》 规范 \
         高效 妥善 稳妥 圆满 顺利 快速 限时 准时 如期 认真 及时高效 逐一 逐件 做到 实现 确保 在 内 之内 从 看 来看 均按 事务 申诉件 不再处理 不再办理 延期 经延期 \
         较为 较好 较强 较高 较大 较多 较少",
    ),
];

/// All words by their first character, the longest first.
struct Lexicon {
    /// For each character of the basic plane the number of its words, from 1; 0 where nothing begins, [`NO_WORD`]
    /// where only numbers, marks and dates do.
    first: Vec<u16>,
    words: Vec<Vec<(&'static str, Word)>>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(build)
}

impl Lexicon {
    fn of(&self, first: char) -> Option<&[(&'static str, Word)]> {
        let at = self.first.get(first as usize)?.checked_sub(1)?;
        self.words.get(usize::from(at)).map(Vec::as_slice)
    }
}

/// Whether a word, a number, a mark or a date may begin with a character.
pub(super) fn begins(first: char) -> bool {
    lexicon().first.get(first as usize).is_some_and(|it| *it > 0)
}

const NO_WORD: u16 = u16::MAX;

/// What marks, numbers and comparisons begin with.
const OTHERS: &str =
    "，；：。！？（）以及其和与或者、比较同相自从截百零〇一二两三四五六七八九十百千万亿件条份篇";

/// 未, before a verb: none.
const NOT: &[&str] = &["从未", "尚未", "并未", "未曾", "未能", "未有", "不曾", "没有", "没", "未"];

/// The verb that a text denies, where it begins with 未 or another such word: each verb of what comes to a body or is issued
/// by it.
pub(super) fn negated(text: &str) -> Option<&str> {
    let verb = NOT.iter().find_map(|it| text.strip_prefix(it))?;
    let is_verb = |it: Word| matches!(it, Topic(Receive | ReceiveNew | Issue | Repeal));
    // A longer word may be the whole: 未收到过.
    let whole = word(text).is_some_and(|it| it.0 == No && it.1.len() < verb.len());
    (!whole && is_verb(word(verb)?.0)).then_some(verb)
}

/// The longest word that a text begins with, and what follows it.
pub(super) fn word(text: &str) -> Option<(Word, &str)> {
    let words = lexicon().of(text.chars().next()?)?;
    words.iter().find_map(|(printed, word)| Some((*word, text.strip_prefix(printed)?)))
}

fn build() -> Lexicon {
    let mut all: BTreeMap<char, Vec<(&'static str, Word)>> = BTreeMap::new();
    let mut add = |printed: &'static str, word| {
        let Some(first) = printed.chars().next() else { return };
        let words = all.entry(first).or_default();
        if !words.iter().any(|it| it.0 == printed) {
            words.push((printed, word));
        }
    };
    for (topic, words) in TOPICS {
        words.split_whitespace().for_each(|it| add(it, Topic(*topic)));
    }
    for (word, words) in WORDS {
        words.split_whitespace().for_each(|it| add(it, *word));
    }
    for form in TableForm::ALL {
        for (label, topic) in of_form(form) {
            add(label, Topic(topic));
        }
    }
    let mut lexicon = Lexicon { first: vec![0; 0x1_0000], words: Vec::new() };
    for (first, mut words) in all {
        words.sort_by_key(|it| core::cmp::Reverse(it.0.len()));
        lexicon.words.push(words);
        if let (Some(at), Ok(number)) =
            (lexicon.first.get_mut(first as usize), u16::try_from(lexicon.words.len()))
        {
            *at = number;
        }
    }
    let not = NOT.iter().filter_map(|it| it.chars().next());
    let others = OTHERS.chars().chain(carried::first()).chain(quantity::begins()).chain(not);
    for first in others.chain((0..0x80_u8).map(char::from)) {
        if let Some(at) = lexicon.first.get_mut(first as usize).filter(|it| **it == 0) {
            *at = NO_WORD;
        }
    }
    lexicon
}

/// The labels of a table that sentences use, without ordinals and glosses.
fn of_form(form: &'static TableForm) -> impl Iterator<Item = (&'static str, Topic)> {
    let rows = form.rows().filter_map(|it| Some((stem(it.label), topic_of_row(it.row)?)));
    let groups =
        form.groups.iter().filter_map(|it| Some((stem(it.label), topic_of_group(it.group)?)));
    let columns = form.blocks.iter().flat_map(|it| it.columns);
    let columns = columns.filter_map(|it| Some((stem(it.label), topic_of_column(it.column)?)));
    rows.chain(groups).chain(columns)
}

const fn topic_of_row(row: Row) -> Option<Topic> {
    Some(match row {
        Row::Rules | Row::NormativeDocuments => Documents(row),
        Row::Licensing | Row::Penalties | Row::CompulsoryMeasures => Decisions(row),
        Row::Fees => Fees,
        Row::Reconsideration => Reconsideration,
        Row::LitigationDirect | Row::LitigationAfterReconsideration => LitigationRow(row),
        Row::OtherProcessing => Outcomes(Group::OtherProcessing),
        Row::OtherServices | Row::Procurement | Row::NewlyReceived | Row::CarriedIn => return None,
        Row::OtherReasons | Row::Concluded | Row::CarriedOut => return None,
        _ => Outcome(row),
    })
}

const fn topic_of_group(group: Group) -> Option<Topic> {
    Some(match group {
        Group::Denied | Group::Unavailable | Group::Refused | Group::OtherProcessing => {
            Outcomes(group)
        }
        Group::Organizations => Organizations,
        Group::Litigation => Litigation,
        Group::Outcome | Group::Applicants => return None,
    })
}

const fn topic_of_column(column: Column) -> Option<Topic> {
    Some(match column {
        Column::NaturalPerson
        | Column::CommercialEnterprise
        | Column::ResearchInstitution
        | Column::PublicWelfareOrganization
        | Column::LegalServiceOrganization => Applicant(column),
        Column::Upheld | Column::Corrected | Column::OtherResult | Column::Pending => {
            Result(column)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_counts() {
        assert_eq!(word("申请行政复议3件"), Some((Topic(Reconsideration), "3件")));
        assert_eq!(word("无法提供4件"), Some((Topic(Outcomes(Group::Unavailable)), "4件")));
        assert_eq!(word("行政复议、"), Some((Topic(Reconsideration), "、")));
        assert_eq!(word("甲"), None);
    }

    #[test]
    fn labels_of_the_form_are_words() {
        for (text, topic) in [
            ("予以公开", Outcome(Row::Granted)),
            ("部分公开", Outcome(Row::PartiallyGranted)),
            ("国家秘密", Outcome(Row::DeniedStateSecret)),
            ("本机关不掌握相关政府信息", Outcome(Row::UnavailableNotHeld)),
            ("重复申请", Outcome(Row::RefusedRepeat)),
            ("其他处理", Outcomes(Group::OtherProcessing)),
            ("法人或其他组织", Organizations),
            ("商业企业", Applicant(Column::CommercialEnterprise)),
            ("复议后起诉", LitigationRow(Row::LitigationAfterReconsideration)),
            ("结果维持", Result(Column::Upheld)),
            ("尚未审结", Result(Column::Pending)),
            ("行政规范性文件", Documents(Row::NormativeDocuments)),
            ("规范性文件", Documents(Row::NormativeDocuments)),
            ("行政处罚", Decisions(Row::Penalties)),
            ("行政事业性收费", Fees),
        ] {
            assert_eq!(word(text), Some((Topic(topic), "")), "{text}");
        }
    }
}
