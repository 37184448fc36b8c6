//! Tables whose totals follow from the equalities of the form.

use ogi_model::{CellId, Report, Sign, TableForm};
use rand::{Rng, RngExt as _};

/// The cells of a table that are no total.
pub(super) fn leaves(form: &TableForm) -> impl Iterator<Item = CellId> + use<> {
    let equalities = form.equalities();
    form.cells().filter(move |cell| equalities.iter().all(|it| it.total() != *cell))
}

/// Random figures in the cells of table four that are no total.
pub(super) fn fill_leaves(
    report: &mut Report,
    form: &TableForm,
    requests: u32,
    rng: &mut impl Rng,
) {
    let most = i64::from(requests / 40) + 3;
    for cell in leaves(form) {
        let n = if rng.random_bool(0.6) { 0 } else { rng.random_range(0..=most) };
        report.set(cell, n);
    }
}

/// Computes every total whose parts are known, until none is left: totals have totals among their parts.
pub(super) fn add_up(report: &mut Report, form: &TableForm) {
    let mut open: Vec<_> = form.equalities().iter().collect();
    loop {
        let before = open.len();
        open.retain(|equality| {
            let sum = equality.parts().iter().try_fold(0, |sum, term| {
                let n = report[term.cell].count()?;
                Some(match term.sign {
                    Sign::Plus => sum + n,
                    Sign::Minus => sum - n,
                })
            });
            if let Some(sum) = sum {
                report.set(equality.total(), sum);
            }
            sum.is_none()
        });
        if open.len() == before {
            return;
        }
    }
}
