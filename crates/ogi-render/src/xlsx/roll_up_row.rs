//! A row of the sheet of all figures of all bodies.

use ogi_check::{Body, ChildFigure, Compared, Standing};
use ogi_model::{Cell, Value};
use rust_xlsxwriter::{ColNum, Format, Formula, Note, RowNum, Worksheet, XlsxError};

use super::address::address;
use super::number::number;
use super::styles::RollUpStyles;
use crate::line::printable;

/// The columns of the children.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) first: ColNum,
    pub(super) last: ColNum,
}

/// The columns of the parent's figure, the sums and the differences, after the names.
const PARENT: ColNum = 3;
const SUM: ColNum = 4;
const DIFFERENCE: ColNum = 5;
const CORRECTED: ColNum = 6;
const CORRECTED_DIFFERENCE: ColNum = 7;

pub(super) struct Row<'a> {
    pub(super) sheet: &'a mut Worksheet,
    pub(super) row: RowNum,
    pub(super) columns: Columns,
    pub(super) compared: &'a Compared,
    pub(super) bodies: &'a [Body],
    pub(super) styles: &'a RollUpStyles,
}

impl Row<'_> {
    pub(super) fn write(mut self) -> Result<(), XlsxError> {
        let (compared, styles) = (self.compared, self.styles);
        let mut are_numbers = true;
        for (n, (figure, body)) in compared.figures.iter().zip(self.bodies).enumerate() {
            let column = self.columns.first + n as ColNum;
            are_numbers &= self.child(column, figure, body)?;
        }
        self.cell(PARENT, &compared.parent, &styles.figure)?;
        let (sum, corrected) = (Cell::from(compared.sum), Cell::from(compared.corrected));
        let of_sum = if are_numbers { self.sum_of_children() } else { None };
        self.formula(SUM, of_sum, &sum, &styles.figure)?;
        let is_changed = compared.sum != compared.corrected;
        let mark = if is_changed { &styles.corrected } else { &styles.figure };
        self.cell(CORRECTED, &corrected, mark)?;
        for (column, sum_at, sum) in
            [(DIFFERENCE, SUM, compared.sum), (CORRECTED_DIFFERENCE, CORRECTED, compared.corrected)]
        {
            let difference = self.difference(sum);
            let style = match difference {
                Some(it) if compared.standing.is_difference() && !it.decimal().is_zero() => {
                    &styles.different
                }
                _ => &styles.figure,
            };
            let formula = difference.map(|_| {
                let [parent, sum] = [PARENT, sum_at].map(|it| address((self.row, it)));
                format!("=ROUND({parent}-{sum},6)")
            });
            let printed = difference.map_or(Cell::Blank, Cell::from);
            self.formula(column, formula, &printed, style)?;
        }
        Ok(())
    }

    /// What the parent prints less a sum, where that means anything.
    fn difference(&self, sum: Value) -> Option<Value> {
        let compared = self.compared;
        let is_compared =
            !matches!(compared.standing, Standing::ForReference | Standing::NotPrinted);
        let printed = compared.parent.decimal().filter(|_| is_compared)?;
        printed.checked_sub(sum.decimal()).map(Value::Decimal)
    }

    fn sum_of_children(&self) -> Option<String> {
        let Columns { first, last } = self.columns;
        let [first, last] = [first, last].map(|it| address((self.row, it)));
        Some(format!("=SUM({first}:{last})"))
    }

    /// Writes the figure of a child; whether it counts as the workbook adds up: a number, or nothing.
    fn child(
        &mut self,
        column: ColNum,
        figure: &ChildFigure,
        body: &Body,
    ) -> Result<bool, XlsxError> {
        let styles = self.styles;
        if let Some(to) = figure.corrected {
            let note = Note::new(format!("据{}自身勾稽关系，应为{to}", printable(&body.name)))
                .set_author("ogi")
                .add_author_prefix(false);
            self.sheet.insert_note(self.row, column, &note)?;
            return self.cell(column, &figure.printed, &styles.corrected);
        }
        if let Some(value) = figure.determined() {
            return self.cell(column, &Cell::from(value), &styles.determined);
        }
        if figure.counted.is_none() {
            let why = match figure.printed {
                _ if !body.has_report => "缺报",
                Cell::Absent => "未列",
                Cell::Blank => "未填",
                _ => Cell::UNREADABLE,
            };
            self.sheet.write_string_with_format(self.row, column, why, &styles.unknown)?;
            return Ok(true);
        }
        self.cell(column, &figure.printed, &styles.figure)
    }

    /// Writes a cell as it is printed; whether the workbook takes it for what it counts.
    fn cell(&mut self, column: ColNum, cell: &Cell, format: &Format) -> Result<bool, XlsxError> {
        match (cell, number(cell)) {
            (_, Some(number)) => {
                self.sheet.write_number_with_format(self.row, column, number, format)?;
                Ok(true)
            }
            (Cell::Blank | Cell::Absent, None) => {
                self.sheet.write_blank(self.row, column, format)?;
                Ok(true)
            }
            (cell, None) => {
                let text = printable(&cell.to_string());
                self.sheet.write_string_with_format(self.row, column, text, format)?;
                Ok(matches!(cell, Cell::NotApplicable(_)))
            }
        }
    }

    /// Writes a formula with what it gives; without one, or where that is no number of a workbook, what it should give.
    fn formula(
        &mut self,
        column: ColNum,
        formula: Option<String>,
        result: &Cell,
        format: &Format,
    ) -> Result<(), XlsxError> {
        match formula.filter(|_| number(result).is_some()) {
            Some(formula) => {
                let formula = Formula::new(formula).set_result(result.to_string());
                self.sheet.write_formula_with_format(self.row, column, formula, format)?;
            }
            None => {
                self.cell(column, result, format)?;
            }
        }
        Ok(())
    }
}
