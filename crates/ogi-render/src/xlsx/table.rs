//! A table of the form on its sheet.

use ogi_model::{
    Cell, CellId, Content, Grid, Layout, PlacedCell, Report, TableForm, TableId, Unit,
};
use rust_xlsxwriter::{
    ColNum, DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, RowNum,
    Worksheet, XlsxError,
};

use super::address::{Addresses, Place};
use super::formula::Formulas;
use super::number::{decimals, number};
use super::styles::Styles;
use crate::columns;
use crate::line::printable;

/// How wide a table is, in characters.
const WIDTH: usize = 108;
/// How wide the column beside it is.
const CHECK_WIDTH: f64 = 40.0;
/// The height of a line of text in points.
const LINE: f64 = 15.0;

/// A table that goes on a sheet.
pub(super) struct Table<'a> {
    report: &'a Report,
    grid: Grid,
    placed: Vec<PlacedCell>,
    widths: Vec<usize>,
    layout: Layout,
    table: TableId,
}

impl<'a> Table<'a> {
    pub(super) fn new(report: &'a Report, table: TableId) -> Self {
        let blocks = report.blocks(table);
        let layout = blocks.first().map_or(Layout::Down, |(form, _): &(&TableForm, _)| form.layout);
        let grid = report.grid(table);
        let placed = grid.placed();
        Self { report, widths: columns::widths(&grid, WIDTH), grid, placed, layout, table }
    }

    /// How many columns it has.
    pub(super) fn columns(&self) -> ColNum {
        self.grid.width as ColNum
    }

    /// Whether it is wider than high.
    pub(super) const fn is_wide(&self) -> bool {
        matches!(self.layout, Layout::Across)
    }

    /// Where each figure goes if the table begins in a row.
    pub(super) fn addresses(&self, top: RowNum) -> Addresses {
        let mut addresses = [None; CellId::COUNT];
        for it in &self.placed {
            if let Some(cell) = it.cell.figure() {
                addresses[cell.index()] = Some(place(it, top));
            }
        }
        addresses
    }

    /// Writes it from a row on; the row after it.
    pub(super) fn write(
        &self,
        sheet: &mut Worksheet,
        top: RowNum,
        styles: &Styles,
        fill_in: bool,
    ) -> Result<RowNum, XlsxError> {
        let equalities: Vec<_> =
            self.report.equalities().filter(|it| it.table() == self.table).collect();
        let addresses = self.addresses(top);
        // Of a formula whose result is an empty text the library would say 0.
        sheet.set_formula_result_default("");
        let formulas = Formulas::of(self.report, self.layout, &equalities, &addresses, fill_in);
        for (column, width) in (0..).zip(&self.widths) {
            sheet.set_column_width(column, *width as f64)?;
        }
        for row in 0..self.grid.rows.len() {
            sheet.set_row_height(top + row as RowNum, self.height(row))?;
        }
        for it in &self.placed {
            self.cell(sheet, it, top, styles, &formulas)?;
        }
        self.validations(sheet, top)?;
        for (row, formula) in formulas.checks {
            sheet.write_formula_with_format(row, self.columns(), formula, &styles.check)?;
            sheet.set_column_width(self.columns(), CHECK_WIDTH)?;
        }
        Ok(top + self.grid.rows.len() as RowNum)
    }

    fn cell(
        &self,
        sheet: &mut Worksheet,
        it: &PlacedCell,
        top: RowNum,
        styles: &Styles,
        formulas: &Formulas,
    ) -> Result<(), XlsxError> {
        let (row, column) = place(it, top);
        let over_block = it.cell.column_span == self.grid.width;
        let format = match it.cell.content {
            Content::Head(_) if !over_block => &styles.head,
            Content::Head(_) | Content::Label(_) => &styles.label,
            Content::Figure(_) => &styles.figure,
        };
        if it.cell.row_span * it.cell.column_span > 1 {
            let last =
                (row + it.cell.row_span as RowNum - 1, column + it.cell.column_span as ColNum - 1);
            sheet.merge_range(row, column, last.0, last.1, "", format)?;
        }
        let at = (row, column);
        match it.cell.content {
            Content::Head(label) | Content::Label(label) => {
                sheet.write_string_with_format(row, column, label, format)?;
            }
            Content::Figure(id) => {
                let formula = formulas.totals.iter().find(|it| it.0 == id).map(|it| &it.1);
                figure(sheet, at, &self.report[id], formula, styles)?;
            }
        }
        Ok(())
    }

    /// Programs do not fit the height of rows to merged cells by themselves.
    fn height(&self, row: usize) -> f64 {
        let of_row = self.placed.iter().filter(|it| it.row == row && it.cell.row_span == 1);
        let lines = of_row.filter_map(|it| {
            let width: usize = self.widths.iter().skip(it.column).take(it.cell.column_span).sum();
            // A Chinese character is two wide; a little room is left at the sides.
            let letters = it.cell.content.label()?.chars().count() * 2;
            Some(letters.div_ceil(width.saturating_sub(2).max(2)))
        });
        LINE * lines.max().unwrap_or(1).max(1) as f64 + 3.0
    }

    /// What is typed into a cell of figures is asked to be a whole number, or money.
    fn validations(&self, sheet: &mut Worksheet, top: RowNum) -> Result<(), XlsxError> {
        for row in self.placed.chunk_by(|a, b| a.row == b.row) {
            let figures = row.iter().filter_map(|it| Some((it, it.cell.figure()?.unit())));
            let figures: Vec<_> = figures.collect();
            for same in figures.chunk_by(|a, b| a.1 == b.1) {
                let ((first, unit), (last, _)) = (same[0], same[same.len() - 1]);
                let (row, from) = place(first, top);
                let to = place(last, top).1 + last.cell.column_span as ColNum - 1;
                sheet.add_data_validation(row, from, row, to, &validation(unit)?)?;
            }
        }
        Ok(())
    }
}

fn place(it: &PlacedCell, top: RowNum) -> Place {
    (top + it.row as RowNum, it.column as ColNum)
}

fn figure(
    sheet: &mut Worksheet,
    (row, column): Place,
    cell: &Cell,
    formula: Option<&Formula>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let printed = printable(&cell.to_string());
    match (formula, number(cell), cell.value()) {
        (Some(formula), ..) => {
            sheet.write_formula_with_format(row, column, formula.clone(), &styles.number(0))?
        }
        (None, Some(number), Some(value)) => {
            let format = styles.number(decimals(value));
            sheet.write_number_with_format(row, column, number, &format)?
        }
        _ if printed.is_empty() => sheet.write_blank(row, column, &styles.figure)?,
        _ => sheet.write_string_with_format(row, column, printed, &styles.figure)?,
    };
    Ok(())
}

/// A warning, no refusal: `/` and remarks are allowed.
fn validation(unit: Unit) -> Result<DataValidation, XlsxError> {
    let (rule, what) = match unit {
        Unit::Count => (
            DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)),
            "应为不小于0的整数",
        ),
        Unit::Change => (
            DataValidation::new()
                .allow_whole_number(DataValidationRule::Between(i32::MIN, i32::MAX)),
            "应为整数，减少的填负数",
        ),
        Unit::Money => (
            DataValidation::new()
                .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
            "应为以万元计的金额",
        ),
    };
    let message = format!("{what}。确不适用的可填“/”。");
    rule.set_error_style(DataValidationErrorStyle::Warning).set_error_message(message)
}
