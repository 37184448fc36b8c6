//! The labels of facts about a page, beside its article: in a table, a list or a line (`发布机构：…    发布日期：…`).

/// What a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageFact {
    /// The title of the article.
    Title,
    /// Who publishes it.
    Agency,
    /// The day of publication.
    Published,
    /// A day that is that of publication where nothing else is.
    Day,
    /// The time that figures are of, in our own standard layout.
    Period,
    /// Something else: other days (成文日期, 采集时间), where the page comes from, how often it was read.
    Other,
}

/// The label of the agency that our own layouts print.
pub const AGENCY: &str = "发布机构";
/// The label of the day of publication that our own layouts print.
pub const PUBLISHED: &str = "发布日期";
/// The label of the period that our own layouts print.
pub const PERIOD: &str = "统计期限";

/// The longest label, in bytes.
pub const LONGEST_LABEL: usize = 24;

/// The labels; of two that begin alike the longer one counts.
pub const LABELS: [(&str, PageFact); 63] = [
    ("标题", PageFact::Title),
    ("名称", PageFact::Title),
    ("题名", PageFact::Title),
    ("信息名称", PageFact::Title),
    ("文件名称", PageFact::Title),
    ("ArticleTitle", PageFact::Title),
    ("title", PageFact::Title),
    (AGENCY, PageFact::Agency),
    ("发布单位", PageFact::Agency),
    ("发文机关", PageFact::Agency),
    ("发文单位", PageFact::Agency),
    ("公开机构", PageFact::Agency),
    ("公开主体", PageFact::Agency),
    ("公开日期", PageFact::Published),
    ("公开时间", PageFact::Published),
    (PUBLISHED, PageFact::Published),
    ("发布时间", PageFact::Published),
    ("发文日期", PageFact::Published),
    ("PubDate", PageFact::Published),
    ("日期", PageFact::Day),
    ("时间", PageFact::Day),
    (PERIOD, PageFact::Period),
    ("成文日期", PageFact::Other),
    ("成文时间", PageFact::Other),
    ("采集时间", PageFact::Other),
    ("生成日期", PageFact::Other),
    ("生成时间", PageFact::Other),
    ("打印时间", PageFact::Other),
    ("打印日期", PageFact::Other),
    ("更新时间", PageFact::Other),
    ("更新日期", PageFact::Other),
    ("生效日期", PageFact::Other),
    ("失效日期", PageFact::Other),
    ("索引号", PageFact::Other),
    ("索引码", PageFact::Other),
    ("发文字号", PageFact::Other),
    ("文件编号", PageFact::Other),
    ("文号", PageFact::Other),
    ("主题分类", PageFact::Other),
    ("体裁分类", PageFact::Other),
    ("信息分类", PageFact::Other),
    ("信息类别", PageFact::Other),
    ("公开类别", PageFact::Other),
    ("公开形式", PageFact::Other),
    ("公开方式", PageFact::Other),
    ("公开范围", PageFact::Other),
    ("分类", PageFact::Other),
    ("主题词", PageFact::Other),
    ("关键词", PageFact::Other),
    ("内容概述", PageFact::Other),
    ("有效性", PageFact::Other),
    ("栏目", PageFact::Other),
    ("来源", PageFact::Other),
    ("信息来源", PageFact::Other),
    ("稿源", PageFact::Other),
    ("作者", PageFact::Other),
    ("单位", PageFact::Other),
    ("责任编辑", PageFact::Other),
    ("点击数", PageFact::Other),
    ("访问量", PageFact::Other),
    ("浏览次数", PageFact::Other),
    ("原文链接", PageFact::Other),
    ("本地目录", PageFact::Other),
];

/// The fact that a text is the label of, and nothing else.
///
/// ```
/// use ogi_text::page_fact::{PageFact, of_label};
/// assert_eq!(of_label("公开日期"), Some(PageFact::Published));
/// assert_eq!(of_label("公开日期：2026-01-27"), None);
/// ```
pub fn of_label(text: &str) -> Option<PageFact> {
    LABELS.iter().find(|it| it.0 == text).map(|it| it.1)
}
