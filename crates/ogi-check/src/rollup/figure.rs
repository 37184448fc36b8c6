//! What a child contributes to a cell of its parent.

use ogi_model::{Cell, CellId, Decimal, Unit, Value};

/// What a child contributes to a cell of its parent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChildFigure {
    /// What its report prints; absent if there is no report.
    pub printed: Cell,
    /// What it counts: what is printed, or the only count that its own sums leave for a blank; 0 where it does not apply.
    pub counted: Option<Value>,
    /// What it should be by the child's own sums, where they do not add up as printed.
    pub corrected: Option<Value>,
}

impl ChildFigure {
    /// What its own sums leave for it, where nothing is printed.
    ///
    /// ```
    /// use ogi_check::{Policy, roll_up};
    /// use ogi_model::{Cell, CellId, Column, Edition, TableForm, Report, Row, TableId, Value};
    ///
    /// let zeros = TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells());
    /// let mut child = zeros
    ///     .fold(Report::builder(Edition::E2021).agency("示例市民政局").year(2025), |it, cell| it.set(cell, 0))
    ///     .build()?;
    /// let mut parent = child.clone();
    /// parent.agency = Some("示例市人民政府".into());
    /// let blank = CellId::new(Row::Reconsideration, Column::Pending);
    /// child.set(blank, Cell::Blank);
    /// let rolled_up = roll_up(&parent, [&child], &Policy::default());
    /// let compared = rolled_up.cells.iter().find(|it| it.cell == blank).unwrap();
    /// assert_eq!(compared.figures[0].determined(), Some(Value::Count(0)));
    /// # Ok::<(), ogi_model::BuildError>(())
    /// ```
    pub fn determined(&self) -> Option<Value> {
        let is_printed = matches!(self.printed, Cell::Number { .. } | Cell::NotApplicable(_));
        self.counted.filter(|_| !is_printed)
    }

    /// What it counts when the child's own errors are corrected.
    pub fn when_corrected(&self) -> Option<Value> {
        self.corrected.or(self.counted)
    }
}

/// A figure that can be added: a count that is not whole is none.
pub(super) fn addable(cell: CellId, printed: &Cell) -> Option<Decimal> {
    match (cell.unit(), printed) {
        (_, Cell::NotApplicable(_)) => Some(Decimal::ZERO),
        (Unit::Money, printed) => printed.decimal(),
        (Unit::Count | Unit::Change, printed) => printed.count().map(Decimal::from),
    }
}

/// A sum as a value of a cell: a count is whole.
pub(crate) fn value(cell: CellId, sum: Decimal) -> Value {
    match i64::try_from(sum) {
        Ok(count) if cell.unit() != Unit::Money => Value::Count(count),
        _ => Value::Decimal(sum),
    }
}
