//! A register beside the report that was made of it.

use ogi_model::{Cell, CellId, Report, Value};

use crate::Line;
use crate::count::{Tally, is_total, sums};

/// What differs between a register and a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Cells that print something else than the register comes to, in table order.
    pub differences: Vec<Difference>,
    /// Cells that print no number, which cannot be compared.
    pub not_compared: Vec<CellId>,
    /// How many cells were compared.
    pub compared: usize,
}

/// A cell that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub cell: CellId,
    /// What the register comes to.
    pub counted: i64,
    /// What the report prints.
    pub printed: Value,
    /// The rows of the register that are counted there; none for a total.
    pub lines: Vec<Line>,
    /// Rows that are counted nowhere and may belong there.
    pub left_over: Vec<Line>,
    /// Whether it is a total that differs just as its parts do.
    pub follows: bool,
}

impl Tally {
    /// Compares with a report, cell by cell.
    ///
    /// ```
    /// use ogi_import::Limits;
    /// use ogi_model::{CellId, Column, Row};
    /// use ogi_tally::{Mapping, Register, Scope, tally};
    ///
    /// let text = "收到日期,申请人类型,办理结果,答复日期\n2025-03-04,自然人,予以公开,2025-03-20\n";
    /// let register = Register::read(text.as_bytes(), &Limits::default())?;
    /// let mapping = Mapping::guess(&register, Scope::of_year(2025).edition)?;
    /// let tally = tally(&register, &mapping, Scope::of_year(2025))?;
    /// let mut report = tally.report(Some("示例市民政局"));
    /// assert_eq!(tally.compare(&report).differences, []);
    ///
    /// let granted = CellId::new(Row::Granted, Column::NaturalPerson);
    /// report.set(granted, 0);
    /// let differences = tally.compare(&report).differences;
    /// assert_eq!((differences[0].cell, differences[0].counted), (granted, 1));
    /// assert_eq!(differences[0].lines[0].number, 2);
    /// # Ok::<(), ogi_tally::TallyError>(())
    /// ```
    pub fn compare(&self, report: &Report) -> Comparison {
        let mut comparison = Comparison::default();
        for cell in self.cells() {
            let counted = self.figure(cell);
            let Some(printed) = value(&report[cell]) else {
                comparison.not_compared.push(cell);
                continue;
            };
            comparison.compared += 1;
            if printed == Value::Count(counted) {
                continue;
            }
            let is_less = printed.decimal() <= counted.into();
            let candidates = self.left_over.iter().filter(|it| it.may_be_in(cell, self.scope));
            comparison.differences.push(Difference {
                cell,
                counted,
                printed,
                lines: self.lines(cell).to_vec(),
                left_over: if is_less {
                    Vec::new()
                } else {
                    candidates.map(|it| it.line).collect()
                },
                follows: self.follows(cell, report),
            });
        }
        comparison
    }

    /// Whether a total is off by as much as its parts are together.
    fn follows(&self, cell: CellId, report: &Report) -> bool {
        let is_off = |it: CellId| report[it].count().map(|printed| printed - self.figure(it));
        is_total(cell, self.scope)
            && sums(self.scope).filter(|it| it.total() == cell).all(|sum| {
                let parts: Option<Vec<i64>> =
                    sum.parts().iter().map(|it| is_off(it.cell)).collect();
                parts.is_some_and(|it| Some(it.iter().sum()) == is_off(cell))
            })
    }
}

/// What a cell counts; what is not applicable counts 0.
fn value(cell: &Cell) -> Option<Value> {
    match cell {
        Cell::NotApplicable(_) => Some(Value::Count(0)),
        other => other.value(),
    }
}
