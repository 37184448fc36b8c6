//! What a report prints in place of, or beside, a plain number.

use ogi_model::{Cell, CellId, NotApplicable, Report, TableId, Unit};
use rand::seq::IndexedRandom as _;
use rand::{Rng, RngExt as _};

/// The shares of cells that are no plain numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Gaps {
    pub(crate) blanks: f64,
    pub(crate) not_applicable: f64,
    pub(crate) remarks: f64,
}

/// The tokens that are met (VARIANTS, F).
const TOKENS: &[NotApplicable] = &[
    NotApplicable::Slash,
    NotApplicable::Slash,
    NotApplicable::Hyphen,
    NotApplicable::Dash,
    NotApplicable::DoubleDash,
    NotApplicable::None,
];

impl Gaps {
    pub(super) fn open(self, report: &mut Report, rng: &mut impl Rng) {
        let there: Vec<CellId> = report.cells().map(|(id, _)| id).collect();
        // An agency has one way to say "not applicable".
        let token = TOKENS.choose(rng).copied().unwrap_or(NotApplicable::Slash);
        for id in there {
            let Some(value) = report[id].value() else { continue };
            let zero = value.decimal().is_zero();
            if chance(self.blanks, rng) {
                report.set(id, Cell::Blank);
            } else if zero && chance(self.not_applicable, rng) {
                report.set(id, token);
            } else if !zero && takes_remarks(id) && chance(self.remarks, rng) {
                let remark = remark(value.whole().unwrap_or(1), rng);
                let cell = report[id].clone().with_remark(&remark);
                report.set(id, cell);
            }
        }
    }
}

fn takes_remarks(id: CellId) -> bool {
    id.table() == TableId::ActiveDisclosure && id.unit() == Unit::Count
}

fn remark(of: i64, rng: &mut impl Rng) -> String {
    let part = rng.random_range(1..=of.max(1));
    match rng.random_range(0..3) {
        0 => format!("其中修订{part}件"),
        1 => format!("含自然失效 {part} 件"),
        _ => format!("其中：新制定{part}件"),
    }
}

/// `true` with this likelihood; anything out of 0 to 1 counts as the nearer end.
fn chance(share: f64, rng: &mut impl Rng) -> bool {
    let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
    // Without a share nothing is drawn, so that a knob which is not touched changes nothing else.
    share > 0.0 && rng.random_bool(share)
}
