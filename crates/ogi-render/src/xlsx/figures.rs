//! The sheet of all figures, one a row.

use ogi_model::{Cell, Reading, Report};
use rust_xlsxwriter::{Worksheet, XlsxError};
use serde_json::Value;

use super::book::A4;
use super::number::number;
use super::styles::Styles;
use crate::line::printable;
use crate::tidy;

/// What says nothing in the report's own workbook.
const LEFT_OUT: [&str; 2] = ["source", "place"];

pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report,
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.set_name("数据")?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    let reading = Reading::of_report(report.clone());
    for (row, figure) in (1..).zip(tidy(&reading, "")) {
        let Ok(Value::Object(fields)) = serde_json::to_value(&figure) else { continue };
        let fields = fields.iter().filter(|it| !LEFT_OUT.contains(&it.0.as_str()));
        for (column, (name, value)) in (0..).zip(fields) {
            if row == 1 {
                sheet.write_string_with_format(0, column, name, &styles.list_head)?;
                sheet.set_column_width(column, 16.0)?;
            }
            match value {
                Value::Null => {}
                Value::Number(number) => {
                    sheet.write_number(row, column, number.as_f64().unwrap_or_default())?;
                }
                Value::String(text) => {
                    let text = printable(text);
                    let decimal = text.parse::<ogi_model::Decimal>().ok().map(Cell::from);
                    match decimal.filter(|_| name == "value").and_then(|it| number(&it)) {
                        Some(number) => sheet.write_number(row, column, number)?,
                        None => sheet.write_string(row, column, text)?,
                    };
                }
                other => {
                    sheet.write_string(row, column, other.to_string())?;
                }
            }
        }
    }
    Ok(())
}
