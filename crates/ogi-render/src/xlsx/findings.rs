//! The sheet of what a check found.

use ogi_check::{Outcome, cell_name, grouped};
use ogi_model::Language;
use ogi_model::Report;
use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::book::{A4, Places};
use super::styles::Styles;
use crate::line::printable;
use crate::{cause, words};

/// A workbook is in the language of the report.
const LANGUAGE: Language = Language::Zh;

/// The columns, with their widths in characters.
const COLUMNS: [(&str, f64); 8] = [
    ("编号", 6.0),
    (words::SEVERITY.zh, 8.0),
    (words::RULE.zh, 22.0),
    (words::FINDING.zh, 70.0),
    (words::CELL.zh, 44.0),
    (words::PRINTED.zh, 12.0),
    (words::EXPECTED.zh, 12.0),
    (words::CAUSE.zh, 60.0),
];

pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report,
    outcome: &Outcome,
    places: &Places,
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.set_name(words::RESULT.zh)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    for (column, (head, width)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, column, head, &styles.list_head)?;
        sheet.set_column_width(column, width)?;
    }
    for (row, group) in (1..).zip(grouped(report, &outcome.findings)) {
        let finding = group.first;
        sheet.write_number_with_format(row, 0, finding.id as f64, &styles.list)?;
        let causes: Vec<_> =
            cause::of(report, outcome, finding, LANGUAGE).iter().map(ToString::to_string).collect();
        let others = group.others_in_words(report, LANGUAGE);
        let others = others.map_or_else(String::new, |it| format!("；{it}"));
        let texts = [
            (1, finding.severity.words().zh.to_owned()),
            (2, finding.rule.id.to_owned()),
            (3, printable(&format!("{}{others}", finding.message.zh))),
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
