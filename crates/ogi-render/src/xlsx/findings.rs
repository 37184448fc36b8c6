//! The sheet of what a check found.

use ogi_check::{Outcome, cell_name};
use ogi_model::Report;
use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::book::{A4, Places};
use super::styles::Styles;
use crate::cause;
use crate::line::printable;

/// The columns, with their widths in characters.
const COLUMNS: [(&str, f64); 8] = [
    ("编号", 6.0),
    ("级别", 8.0),
    ("规则", 22.0),
    ("问题", 70.0),
    ("所在单元格", 44.0),
    ("表中", 12.0),
    ("应为", 12.0),
    ("可能的原因", 60.0),
];

pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report,
    outcome: &Outcome,
    places: &Places,
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.set_name("核对结果")?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    for (column, (head, width)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, column, head, &styles.list_head)?;
        sheet.set_column_width(column, width)?;
    }
    for (row, finding) in (1..).zip(&outcome.findings) {
        sheet.write_number_with_format(row, 0, finding.id as f64, &styles.list)?;
        let causes: Vec<_> =
            cause::of(report, outcome, finding).iter().map(ToString::to_string).collect();
        let texts = [
            (1, finding.severity.words().zh.to_owned()),
            (2, finding.rule.id.to_owned()),
            (3, printable(&finding.message.zh)),
            (5, finding.observed.map(|it| it.to_string()).unwrap_or_default()),
            (6, finding.expected.map(|it| it.to_string()).unwrap_or_default()),
            (7, causes.join("；")),
        ];
        for (column, text) in texts {
            sheet.write_string_with_format(row, column, text, &styles.list)?;
        }
        let name = finding.cell.map(|it| cell_name(report, it).zh).unwrap_or_default();
        match finding.cell.and_then(|it| places[it.index()].as_ref()) {
            Some((name_of_sheet, address)) => {
                let link = Url::new(format!("internal:'{name_of_sheet}'!{address}")).set_text(name);
                sheet.write_url_with_format(row, 4, link, &styles.link)?;
            }
            None => {
                sheet.write_string_with_format(row, 4, name, &styles.list)?;
            }
        }
    }
    Ok(())
}
