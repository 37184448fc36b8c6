//! Headings of the six parts as offices word them (VARIANTS, C), as far as they still say which part it is.

use ogi_model::{Edition, Section};

use super::{Pen, Style};

const fn wordings(section: Section) -> &'static [&'static str] {
    match section {
        Section::Overview => &["概述", "工作总体推进情况", "政务信息公开情况概述"],
        Section::ActiveDisclosure => &[
            "主动公开政府信息的情况",
            "行政机关主动公开政府信息情况",
            "政府信息主动公开情况",
            "主动公开信息情况",
        ],
        Section::Applications => {
            &["行政机关收到和处理政府信息公开申请情况", "依申请公开政府信息情况"]
        }
        Section::Disputes => &[
            "政府信息公开行政复议及行政诉讼情况",
            "政府信息公开行政复议和行政诉讼情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        ],
        Section::Problems => {
            &["存在问题及改进情况", "存在的主要问题及整改措施", "存在的主要问题及下一步工作情况"]
        }
        Section::OtherMatters => &["其他需要报告事项"],
    }
}

impl Pen<'_> {
    /// The heading as this page words it; its ordinal stays.
    pub(crate) fn heading(&mut self, section: Section, edition: Edition) -> String {
        let official = section.heading(edition);
        let (ordinal, words) = official.split_once('、').unwrap_or(("", official));
        if !self.applies(Style::Headings) {
            return official.to_owned();
        }
        let ways = wordings(section);
        match self.below(ways.len() + 2) {
            0 => format!("{ordinal}、 {words}"),
            1 => format!("{ordinal}、{words}："),
            _ => format!("{ordinal}、{}", self.one_of(ways)),
        }
    }
}
