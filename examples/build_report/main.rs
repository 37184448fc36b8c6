//! Builds a report from figures, checks it, and writes it as text: `cargo run -p build_report`

use std::error::Error;
use std::io;

use ogi::{
    CellId, Column, Decimal, Edition, Format, Policy, Report, Row, Section, TableForm, TableId,
};

/// Rows of table three that are not 0: seven columns, from 自然人 to 总计.
const REQUESTS: [(Row, [i64; 7]); 6] = [
    (Row::NewlyReceived, [28, 2, 0, 0, 0, 1, 31]),
    (Row::Granted, [13, 0, 0, 0, 0, 1, 14]),
    (Row::UnavailableNotHeld, [13, 2, 0, 0, 0, 0, 15]),
    (Row::RefusedRepeat, [1, 0, 0, 0, 0, 0, 1]),
    (Row::Concluded, [27, 2, 0, 0, 0, 1, 30]),
    (Row::CarriedOut, [1, 0, 0, 0, 0, 0, 1]),
];

fn main() -> Result<(), Box<dyn Error>> {
    let edition = Edition::E2021;
    let mut report = Report::builder(edition)
        .agency("示例市水务局")
        .year(2025)
        .published("2026-01-15".parse()?)
        .narrative(
            Section::Overview,
            "2025年，我局主动公开政府信息318条，新收政府信息公开申请31件；信息发布前严格审核；政府网站专栏每周更新；全年开展业务培训2次。",
        )
        .narrative(Section::Problems, "公开目录更新不够及时。下一步，改进更新流程，按月核对。")
        .narrative(Section::OtherMatters, "本年度未收取信息处理费。");

    for cell in TableId::ALL.iter().flat_map(|table| TableForm::of(*table, edition).cells()) {
        report = report.set(cell, 0);
    }
    let columns = TableForm::APPLICATIONS_2021.blocks[0].columns;
    for (row, counts) in REQUESTS {
        for (column, count) in columns.iter().zip(counts) {
            report = report.set(CellId::new(row, column.column), count);
        }
    }
    let report = report
        .set(CellId::new(Row::Licensing, Column::Decisions), 46)
        .set(CellId::new(Row::Fees, Column::Amount), Decimal::new(1_260, 2))
        .build()?;

    let outcome = ogi::check(&report, &Policy::default());
    assert!(outcome.is_valid(), "{:?}", outcome.findings);
    ogi::write(&report, Format::Text, &mut io::stdout())?;
    Ok(())
}
