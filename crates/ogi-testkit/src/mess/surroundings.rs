//! What stands around the parts of a report (VARIANTS, B and C).

use ogi_model::{Date, Report, TableId};

use super::{Pen, Style};

const MENU: &[&str] = &[
    "登录| 注册",
    "无障碍阅读 | 长者模式 | 繁體",
    "首页 政务公开 办事服务 互动交流",
    "您现在的位置：首页 > 政务公开",
    "【字体：大 中 小】",
];

impl Pen<'_> {
    /// Lines above the title.
    pub(crate) fn menu(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        while lines.len() < 3 && self.applies(Style::MenuLines) {
            lines.push(self.one_of(MENU).to_owned());
        }
        lines
    }

    /// The title, on one line or several.
    pub(crate) fn title(&mut self, report: &Report) -> Vec<String> {
        let Some(title) = &report.title else { return Vec::new() };
        let (Some(agency), Some(year)) = (&report.agency, report.year) else {
            return vec![title.clone()];
        };
        if !self.applies(Style::Title) {
            return vec![title.clone()];
        }
        match self.below(7) {
            0 => vec![format!("{year}年{agency}政府信息公开工作年度报告")],
            1 => vec![format!("{agency}{year}年政府信息公开年报")],
            2 => vec![agency.clone(), format!("{year}年政府信息公开工作年度报告")],
            3 => vec![agency.clone(), format!("{year}年政府信息公开工作"), "年度报告".to_owned()],
            4 => vec![format!("{agency}政府信息公开工作年度报告"), format!("（{year}年度）")],
            5 => vec![format!("{agency}{year}年度政府信息公开工作年度报告")],
            _ => vec![format!("{agency} {year} 年政府信息公开工作年度报告")],
        }
    }

    /// The lines under the title; `signed` if the date stands below the report.
    pub(crate) fn metadata(&mut self, report: &Report, signed: bool) -> Vec<String> {
        let messy = self.applies(Style::Metadata);
        let published = report.published.filter(|_| !signed);
        let period = report.period.map(|it| (it.start, it.end));
        if !messy {
            let known: Vec<_> = [
                report.agency.as_ref().map(|it| format!("发布机构:{it}")),
                published.map(|it| format!("发布日期:{it}")),
                period.map(|(from, to)| format!("统计期限:{}至{}", words(from), words(to))),
            ]
            .into_iter()
            .flatten()
            .collect();
            return if known.is_empty() { Vec::new() } else { vec![known.join("    ")] };
        }
        let mut lines = Vec::new();
        if let Some(date) = published {
            let source = report.agency.as_deref().unwrap_or("本站");
            lines.push(match self.below(7) {
                0 => format!("发布日期:{date}    点击数:"),
                1 => format!("时间:{date}"),
                2 => format!("发布时间:{date} 17:49:57访问量:"),
                3 => format!("来源: {source} 发布时间:{date}"),
                4 => format!("（{}）", words(date)),
                5 => format!("发布日期：{}　来源：{source}　浏览次数：1286", words(date)),
                _ => format!("信息来源：{source}  公开日期：{date} 10:05  【字体：大 中 小】"),
            });
        }
        if let Some((from, to)) = period {
            let (from, to) = (words(from), words(to));
            lines.push(match self.below(4) {
                0 => format!("统计时限：{from}—{to}"),
                1 => format!("数据统计期限自{from}起至{to}止。"),
                2 => format!("统计时段:{from}至{to}"),
                _ => format!("统计周期为{from}到{to}"),
            });
        }
        lines
    }

    /// The signature below the report; empty if there is none.
    pub(crate) fn signature(&mut self, report: &Report) -> Vec<String> {
        match (&report.agency, report.published) {
            (Some(agency), Some(date)) if self.applies(Style::Signature) => {
                vec![agency.clone(), words(date)]
            }
            _ => Vec::new(),
        }
    }

    /// A line between a heading and its table.
    pub(crate) fn above_table(&mut self) -> Option<String> {
        self.applies(Style::TableNotes)
            .then(|| self.one_of(&["该部分以表格形式报告。表格如下:", "单位：件"]).to_owned())
    }

    /// A line below a table.
    pub(crate) fn below_table(&mut self, table: TableId) -> Option<String> {
        (table == TableId::Disputes && self.applies(Style::TableNotes))
            .then(|| "注：行政复议、行政诉讼数量含上年度结转数量。".to_owned())
    }
}

fn words(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}
