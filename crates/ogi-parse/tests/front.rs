//! What stands before the first part.

use ogi_parse::{ReadOptions, read};

const TABLE: &str = "二、主动公开政府信息情况\n第二十条第（五）项\n| 行政许可 | 0 |\n";

/// Lists of reports and names of pages stand before the report's own title, and are not its preamble.
#[test]
fn the_title_next_to_the_report_counts() {
    let text = format!(
        "标题：示例市民政局2025年政府信息公开年度报告-示例市\n政府信息公开年报\n\
         示例市民政局2024年政府信息公开年度报告\n首页\n示例市民政局2025年政府信息公开年度报告\n\
         本报告按条例编制。\n{TABLE}"
    );
    let report = read(&text, &ReadOptions::default()).unwrap().report;
    assert_eq!(report.title.as_deref(), Some("示例市民政局2025年政府信息公开年度报告"));
    assert_eq!(report.year, Some(2025));
    assert_eq!(report.preamble.as_deref(), Some("本报告按条例编制。"));
}

/// A caption that tells less than the title above it is none.
#[test]
fn a_title_with_less_in_it_does_not_count() {
    let text = format!("示例市民政局2025年政府信息公开年度报告\n政府信息公开工作年度报告\n{TABLE}");
    let report = read(&text, &ReadOptions::default()).unwrap().report;
    assert_eq!(report.title.as_deref(), Some("示例市民政局2025年政府信息公开年度报告"));
}
