//! The sheet of all figures, one a row.

use ogi_model::{Cell, Reading, Report, Value};
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::book::A4;
use super::number::number;
use super::styles::Styles;
use crate::data::{Datum, Record, Source, figures};
use crate::line::printable;

/// Whether a column says something in the report's own workbook.
fn is_stated(name: &str) -> bool {
    !name.starts_with("place_") && !["report_path", "agency_key", "unread_number"].contains(&name)
}

pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report,
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.set_name("数据")?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    let reading = Reading::of_report(report.clone());
    for (row, figure) in (1..).zip(&figures(Source::default(), &reading)) {
        for (column, (field, datum)) in (0..).zip(figure.data().filter(|it| is_stated(it.0.name))) {
            if row == 1 {
                sheet.write_string_with_format(0, column, field.name, &styles.list_head)?;
                sheet.set_column_width(column, 16.0)?;
            }
            let value = match datum {
                Datum::Nothing => continue,
                Datum::Text(text) => {
                    sheet.write_string(row, column, printable(&text))?;
                    continue;
                }
                Datum::Date(date) => {
                    sheet.write_string(row, column, date.to_string())?;
                    continue;
                }
                Datum::Integer(count) => Value::Count(count),
                Datum::Decimal(amount) => Value::Decimal(amount),
            };
            match number(&Cell::from(value)) {
                Some(number) => sheet.write_number(row, column, number)?,
                None => sheet.write_string(row, column, value.to_string())?,
            };
        }
    }
    Ok(())
}
