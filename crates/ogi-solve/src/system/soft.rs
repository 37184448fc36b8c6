//! Equalities from elsewhere.

use ogi_model::Term;

/// An equality that does not come from the form: what a sentence claims, what last year's report carried out, what
/// departments add up to.
///
/// It may fail although every figure is right: a sentence may count otherwise, last year's report may be wrong. Its
/// `doubt` says how often; to give it up costs an explanation as much as a slip of that rarity.
///
/// ```
/// use ogi_model::{CellId, Column, Row, Sign, Term};
/// use ogi_solve::SoftEquality;
///
/// // “全年新收政府信息公开申请31件”
/// let cell = CellId::new(Row::NewlyReceived, Column::Total);
/// let terms = vec![Term { sign: Sign::Plus, cell }];
/// let claim = SoftEquality { terms, value: 31, doubt: 0.1 };
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SoftEquality {
    /// The cells that it is about, with their signs.
    pub terms: Vec<Term>,
    /// What they should come to.
    pub value: i64,
    /// How likely it is to fail where all figures are right; between 0 and 1.
    pub doubt: f64,
}
