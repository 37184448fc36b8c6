//! What portals print around an article: buttons, paths, and what browsers print around a page.
//!
//! `首页 > 政务公开 > 年度报告`, `分享到：`, `打印本页`.

use ogi_text::traditional::in_simplified;

/// Buttons and names of columns; a line of nothing else is none of the report.
const WORDS: [&str; 78] = [
    "微信",
    "新浪微博",
    "微博",
    "QQ空间",
    "QQ好友",
    "QQ",
    "朋友圈",
    "分享到",
    "分享至",
    "分享",
    "全真版",
    "文字版",
    "图片版",
    "PDF版",
    "Word版",
    "文件下载",
    "附件下载",
    "下载",
    "相关链接",
    "相关文件",
    "相关解读",
    "相关阅读",
    "打印本页",
    "打印",
    "关闭窗口",
    "关闭本页",
    "关闭",
    "收藏",
    "字号",
    "字体",
    "大",
    "中",
    "小",
    "放大",
    "缩小",
    "默认",
    "简体版",
    "繁体版",
    "简体",
    "繁体",
    "无障碍浏览",
    "无障碍",
    "长者模式",
    "适老化",
    "关怀版",
    "智能问答",
    "语音播报",
    "首页",
    "返回顶部",
    "返回",
    "上一篇",
    "下一篇",
    "登录",
    "注册",
    "移动版",
    "手机版",
    "电脑版",
    "扫一扫",
    "二维码",
    "时效",
    "搜索",
    "请输入关键词",
    "政务公开",
    "政府信息公开年报",
    "政府信息公开",
    "信息公开年报",
    "年度报告",
    "解读回应",
    "办事服务",
    "互动交流",
    "政民互动",
    "数据开放",
    "网站地图",
    "保护视力色",
    "视力保护色",
    "网站支持IPV6",
    "正文",
    "点赞",
];
/// What opens a line with the path to a page.
const PATHS: [&str; 5] = ["当前位置", "您的位置", "您现在的位置", "您所在的位置", "您当前的位置"];

/// Whether a line is made of buttons or shows the path to the page.
pub(super) fn is_chrome(line: &str) -> bool {
    const LONGEST: usize = 160;
    if line.len() > LONGEST || line.contains('。') {
        return false;
    }
    let line = in_simplified(line);
    if PATHS.iter().any(|it| line.starts_with(it)) || line.matches(" > ").count() > 1 {
        return true;
    }
    let mut words =
        line.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).peekable();
    words.peek().is_some() && words.all(is_of_buttons)
}

/// Whether a word is one button or several without a blank between (微信微博).
fn is_of_buttons(mut word: &str) -> bool {
    while let Some(rest) = WORDS.iter().find_map(|it| word.strip_prefix(it)) {
        if rest.is_empty() {
            return true;
        }
        word = rest;
    }
    false
}

/// Whether a line separates, or is what a browser prints at the edge of a page: the time, the address, the page.
pub(crate) fn is_edge(line: &str) -> bool {
    let has_words = line.chars().any(char::is_alphanumeric);
    let is_address = ["file:", "http:", "https:", "ﬁle:"].iter().any(|it| line.starts_with(it))
        && line.split_whitespace().count() <= 2;
    let is_page = line.bytes().all(|it| it.is_ascii_digit() || b" /-".contains(&it));
    !has_words || is_address || is_page || is_printed_at(line)
}

/// Whether a line begins with the time that a browser prints: `11/25/26, 11:21 PM`, `2026/11/25 23:21`.
fn is_printed_at(line: &str) -> bool {
    let time = line.trim_start_matches(|c: char| c.is_ascii_digit() || "/,: ".contains(c));
    let printed = &line[..line.len() - time.len()];
    printed.matches('/').count() == 2 && printed.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_and_paths() {
        for line in [
            "微信 微博 QQ空间",
            "微信微博 QQ空间",
            "全真版",
            "相关链接：",
            "【字体：大 中 小】",
            "打印本页 | 关闭窗口",
            "当前位置： 首页 政务公开",
            "首页 > 政务公开 > 政府信息公开 > 年报",
            "登录| 注册",
            "繁體版",
        ] {
            assert!(is_chrome(line), "{line}");
        }
        for line in ["本报告按条例编制。", "示例市民政局", "大力推进政务公开", "市政府办公室："]
        {
            assert!(!is_chrome(line), "{line}");
        }
    }

    #[test]
    fn edges_of_printed_pages() {
        for line in
            ["====", "-->", "11/25/26, 11:21 PM 示例市年报", "file:///a/b.html 1/8", "1/8", "- 3 -"]
        {
            assert!(is_edge(line), "{line}");
        }
        for line in ["2026年1月23日", "（一）概述", "350400；电话/传真：000-1234。"]
        {
            assert!(!is_edge(line), "{line}");
        }
    }
}
