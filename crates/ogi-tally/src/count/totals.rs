//! Totals: a request counts in its cell and in every total above it.

use ogi_model::{CellId, Equality, EqualityKind, Sign, TableForm, TableId};

use super::Scope;

/// The tables that are counted.
pub(crate) const TABLES: [TableId; 2] = [TableId::Applications, TableId::Disputes];

/// The equalities whose totals are sums; the balance is none, for what is open is counted itself.
pub(crate) fn sums(scope: Scope) -> impl Iterator<Item = &'static Equality> {
    let all = TABLES.into_iter().flat_map(move |it| TableForm::of(it, scope.edition).equalities());
    all.filter(|it| it.kind() != EqualityKind::Balance)
}

/// Whether a cell is a total.
pub(crate) fn is_total(cell: CellId, scope: Scope) -> bool {
    sums(scope).any(|it| it.total() == cell)
}

/// The figures of all cells, from those that are no totals.
pub(super) fn add_up(leaves: &[i64; CellId::COUNT], scope: Scope) -> [i64; CellId::COUNT] {
    let sums: Vec<&Equality> = sums(scope).collect();
    let mut figures = *leaves;
    for leaf in CellId::all().filter(|it| leaves[it.index()] != 0) {
        let mut above: Vec<CellId> = Vec::new();
        let mut next = vec![leaf];
        while let Some(cell) = next.pop() {
            for sum in &sums {
                let is_part = sum.parts().iter().any(|it| it.cell == cell && it.sign == Sign::Plus);
                if is_part && !above.contains(&sum.total()) {
                    above.push(sum.total());
                    next.push(sum.total());
                }
            }
        }
        for total in above {
            figures[total.index()] += leaves[leaf.index()];
        }
    }
    figures
}
