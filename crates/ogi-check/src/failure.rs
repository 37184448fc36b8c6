//! A target that fails.

use ogi_model::{CellId, Place, Value};

use crate::{Expected, Message, Severity};

/// A target that fails: what a rule has to say of it. [`Run::fail`](crate::Run::fail) makes a finding of it.
///
/// ```
/// use ogi_check::{Expected, Failure};
/// use ogi_model::{CellId, Column, Message, Row, Value};
///
/// let total = CellId::new(Row::Reconsideration, Column::Total);
/// let failure = Failure::of(total)
///     .compared(Value::Count(0), Expected::Exactly(Value::Count(11)))
///     .with_arguments(&[("observed", Message::same(0))]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Failure<'m> {
    pub(crate) cell: Option<CellId>,
    pub(crate) cells: Vec<CellId>,
    pub(crate) observed: Option<Value>,
    pub(crate) expected: Option<Expected>,
    pub(crate) residual: Option<Value>,
    /// Where, if it is not where the cells are.
    pub(crate) place: Option<Place>,
    /// How bad, if that is milder than the rule's.
    pub(crate) severity: Option<Severity>,
    pub(crate) arguments: &'m [(&'m str, Message)],
}

impl<'m> Failure<'m> {
    /// Of a cell; `Failure::default()` is one of the whole report, or of words in it.
    pub fn of(cell: CellId) -> Self {
        Self { cell: Some(cell), ..Self::default() }
    }

    /// With all cells that it is about: for a sum the parts, then the total.
    pub fn with_cells(mut self, cells: impl IntoIterator<Item = CellId>) -> Self {
        self.cells = cells.into_iter().collect();
        self
    }

    /// With what the cell prints, and what the others imply for it; the residual is the difference of the two.
    pub fn compared(mut self, observed: Value, expected: Expected) -> Self {
        self.observed = Some(observed);
        self.expected = Some(expected);
        self.residual = expected.exactly().and_then(|it| difference(observed, it));
        self
    }

    /// Where it stands, if that is not where its cells do.
    pub fn at(mut self, place: Option<Place>) -> Self {
        self.place = place;
        self
    }

    /// How bad it is: one of the rule's [milder severities](crate::Rule::severities). Another one has no effect, and the
    /// level that a policy sets for the rule replaces it.
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// What the `{names}` of the rule's message stand for.
    pub fn with_arguments(mut self, arguments: &'m [(&'m str, Message)]) -> Self {
        self.arguments = arguments;
        self
    }
}

/// One value less another: a count where both are, as far as that fits.
fn difference(one: Value, other: Value) -> Option<Value> {
    let counts = match (one, other) {
        (Value::Count(one), Value::Count(other)) => one.checked_sub(other),
        _ => None,
    };
    counts
        .map(Value::Count)
        .or_else(|| one.decimal().checked_sub(other.decimal()).map(Value::Decimal))
}
