//! Reports to write.

use ogi_model::{
    Cell, CellId, Column, Decimal, Edition, NotApplicable, Report, Row, Section, TableEdition,
    TableForm, TableId,
};

/// Every report of this module with a name for its goldens.
pub(crate) fn all() -> Vec<(&'static str, Report)> {
    vec![
        ("edition_2021", edition_2021()),
        ("edition_2019", edition_2019()),
        ("hybrid", hybrid()),
        ("odd_cells", odd_cells()),
        ("missing_parts", missing_parts()),
        ("missing_rows", missing_rows()),
        ("awkward_text", awkward_text()),
        ("nothing", Report::new()),
    ]
}

/// A figure in every cell, each another, so that none can stand in the place of another unseen.
fn filled(edition: Edition, agency: &str, year: u16) -> Report {
    let mut report = Report::builder(edition)
        .agency(agency)
        .year(year)
        .published(format!("{}-01-27", year + 1).parse().expect("a date"))
        .preamble(
            "根据《中华人民共和国政府信息公开条例》规定，现公布年度报告。\n本报告由六部分组成。",
        )
        .narrative(Section::Overview, "（一）主动公开。\n全年主动公开信息1,286条，办结率100%。")
        .narrative(Section::Problems, "1.解读形式单一；\n2.下一步加强培训。")
        .narrative(Section::OtherMatters, "无其他需要报告的事项。")
        .build()
        .expect("figures of the form only");
    let mut next = 0;
    for table in TableId::ALL {
        for cell in TableForm::of(*table, edition).cells() {
            next += 1;
            report.set(
                cell,
                match cell.column() {
                    Column::Amount => Cell::from(Decimal::new(next * 10_000 + 7_100, 4)),
                    Column::Change => Cell::from(-next),
                    _ => Cell::from(next),
                },
            );
        }
    }
    report
}

pub(crate) fn edition_2021() -> Report {
    filled(Edition::E2021, "示例市民政局", 2025)
}

pub(crate) fn edition_2019() -> Report {
    filled(Edition::E2019, "示例县人民政府", 2020)
}

/// Block one of table two is of 2019, the others of 2021: met in real reports.
pub(crate) fn hybrid() -> Report {
    let mut report = edition_2021();
    let block = |edition| &TableForm::of(TableId::ActiveDisclosure, edition).blocks[0];
    let (old, new) = (block(Edition::E2019), block(Edition::E2021));
    for row in old.rows {
        for column in new.columns {
            report.set(CellId::new(row.row, column.column), Cell::Absent);
        }
        for column in old.columns {
            report.set(CellId::new(row.row, column.column), 3);
        }
    }
    report.set_table(TableId::ActiveDisclosure, Some(TableEdition::Mixed));
    report
}

/// Everything that is no plain number.
pub(crate) fn odd_cells() -> Report {
    let mut report = edition_2021();
    let rules = |column| CellId::new(Row::Rules, column);
    report.set(rules(Column::Issued), NotApplicable::Slash);
    report.set(rules(Column::Repealed), NotApplicable::Backslash);
    report.set(rules(Column::InForce), NotApplicable::DoubleDash);
    let documents = |column| CellId::new(Row::NormativeDocuments, column);
    report.set(documents(Column::Issued), Cell::from(22).with_remark("其中修订16件"));
    report.set(documents(Column::Repealed), Cell::Unreadable("1|2 *3".into()));
    report.set(documents(Column::InForce), Cell::Unreadable("".into()));
    report.set(CellId::new(Row::Licensing, Column::Decisions), Cell::Blank);
    report.set(CellId::new(Row::Penalties, Column::Decisions), Decimal::new(40, 1));
    report.set(CellId::new(Row::Fees, Column::Amount), Decimal::new(0, 2));
    for column in TableForm::APPLICATIONS_2021.blocks[0].columns {
        report.set(CellId::new(Row::Granted, column.column), Cell::Blank);
    }
    report.set(CellId::new(Row::Concluded, Column::Total), -4);
    report.set(CellId::new(Row::CarriedOut, Column::Total), i64::MAX);
    report.set(CellId::new(Row::Reconsideration, Column::Total), Cell::Blank);
    report.set(CellId::new(Row::LitigationAfterReconsideration, Column::Total), Cell::Blank);
    report
}

/// No table three, no part five, no date, no preamble.
pub(crate) fn missing_parts() -> Report {
    let mut report = edition_2021();
    report.set_table(TableId::Applications, None);
    report.problems = None;
    report.preamble = None;
    report.published = None;
    report
}

/// Rows and a cell that the source did not have.
pub(crate) fn missing_rows() -> Report {
    let mut report = edition_2019();
    let gone: Vec<_> = report
        .cells()
        .map(|(id, _)| id)
        .filter(|id| match id.row() {
            Row::Rules | Row::Procurement | Row::CarriedIn | Row::LitigationDirect => true,
            Row::DeniedByLaw => id.column() == Column::Total,
            row => (Row::UnavailableNotHeld..=Row::UnavailableUnclear).contains(&row),
        })
        .collect();
    for id in gone {
        report.set(id, Cell::Absent);
    }
    report
}

/// Text that means something to a format, or does not fit a line.
pub(crate) fn awkward_text() -> Report {
    let mut report = missing_parts();
    report.set_table(TableId::ActiveDisclosure, None);
    report.set_table(TableId::Disputes, None);
    report.title = Some("示例市_民政局_\n2025年 *政府信息公开* 工作年度报告".to_owned());
    report.preamble = Some("# 不是标题\n\n   | 不是 | 表格 |\n\t- 不是列表\r\n".to_owned());
    report.overview = Some(
        "1. 不是列表\n1~3月与4~6月\n<b>A&amp;B</b> & C\\D [链接](x) `代码`\n---\n\u{a0}\n==="
            .to_owned(),
    );
    report.other_matters = Some(String::new());
    report
}

/// Zeros, but for one request of a natural person that was granted.
pub(crate) fn sound() -> Report {
    let mut report =
        Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build().unwrap();
    for cell in TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells())
    {
        report.set(cell, 0);
    }
    for row in [Row::NewlyReceived, Row::Granted, Row::Concluded] {
        for column in [Column::NaturalPerson, Column::Total] {
            report.set(CellId::new(row, column), 1);
        }
    }
    report
}
