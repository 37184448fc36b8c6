//! What a child should have printed, where its own sums do not add up.
//!
//! Most differences between a parent and its children are slips of a child in its own report: a bureau left the 总计 of
//! four rows at 0, and the government, which asked, counted 3, 1, 2 and 3. What arithmetic cannot distinguish is known by
//! the parent's figure, if it agrees with one of the ways to put it right and not with the others.

use std::collections::BTreeSet;

use ogi_model::{CellId, Equality, EqualityKind, Value};
use ogi_solve::{Budget, Figure, Figures, System};

use crate::{Edit, Words};

/// What a child should have printed in cells that are tied together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Correction {
    /// The figures that are wrong, in table order.
    pub edits: Vec<Edit>,
    /// What says so.
    pub ground: Ground,
}

/// What says which of a child's figures are wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Ground {
    /// The child's own sums: there is no other likely way to make them hold.
    OwnSums,
    /// The child's own sums leave several ways, and the parent's figures agree with this one best.
    Parent,
}

impl Ground {
    /// In words.
    pub const fn words(self) -> Words {
        match self {
            Self::OwnSums => Words { zh: "据其自身勾稽关系推定", en: "by its own sums" },
            Self::Parent => Words {
                zh: "据其自身勾稽关系推定，与汇总数一致",
                en: "by its own sums, and the parent agrees",
            },
        }
    }
}

/// From this likelihood on, one of several ways to make sums hold is taken without further evidence.
const SURE: f64 = 0.9;

/// A way to make the sums of a part hold.
struct Way {
    /// The new counts, in table order.
    counts: Vec<(CellId, i64)>,
    /// How likely the search for explanations finds it; 0 where that did not find it.
    likelihood: f64,
}

/// The corrections of a child, one for each part of its report whose sums do not add up and can be put right in one way.
///
/// `by_parent` is the count of a cell that the parent's figure leaves for this child, where all others' are known.
pub(super) fn all(system: &System, by_parent: impl Fn(CellId) -> Option<i64>) -> Vec<Correction> {
    let parts = system.tied().into_iter().map(|it| System::new(it, system));
    let broken = parts.filter(|it| !it.is_sound());
    broken.filter_map(|part| chosen(&part, ways(&part), &by_parent)).collect()
}

/// All ways that are worth a thought.
fn ways(part: &System) -> Vec<Way> {
    let localised = part.localise(Budget::default()).explanations.into_iter();
    let mut ways: Vec<Way> = localised
        .map(|it| Way {
            counts: it.edits.iter().map(|edit| (edit.cell, edit.to)).collect(),
            likelihood: it.posterior,
        })
        .collect();
    for counts in totals_left_zero(part) {
        if ways.iter().all(|it| it.counts != counts) {
            ways.push(Way { counts, likelihood: 0.0 });
        }
    }
    ways
}

/// The ways by which totals that were left at 0, however many they are, get what their parts come to; where that is not
/// enough, together with one more figure. A body that leaves out the column 总计 leaves out all of it.
fn totals_left_zero(part: &System) -> Vec<Vec<(CellId, i64)>> {
    let is_sum = |it: &Equality| it.kind() != EqualityKind::Balance;
    let broken = part.broken().map(|it| it.equality).filter(|it| is_sum(it));
    let zeros: BTreeSet<CellId> =
        broken.map(Equality::total).filter(|it| part.figure(*it) == Figure::Known(0)).collect();
    if zeros.is_empty() {
        return Vec::new();
    }
    let alone: Vec<_> = left_out(part, &zeros).into_iter().collect();
    if !alone.is_empty() {
        return alone;
    }
    let cells: BTreeSet<CellId> = part.equations().flat_map(|it| it.equality.cells()).collect();
    let with = |cell: CellId| left_out(part, &zeros.iter().copied().chain([cell]).collect());
    let found: BTreeSet<_> = cells.difference(&zeros).filter_map(|it| with(*it)).collect();
    let fewest = found.iter().map(Vec::len).min();
    found.into_iter().filter(|it| Some(it.len()) == fewest).collect()
}

/// What cells must count if nothing is known of them: the counts that differ from what is printed. Nothing if the others
/// leave several, or the sums do not hold even so.
fn left_out(part: &System, cells: &BTreeSet<CellId>) -> Option<Vec<(CellId, i64)>> {
    let equalities = || part.equations().map(|it| it.equality);
    let open = |cell: CellId| match cells.contains(&cell) {
        true => Figure::Unknown,
        false => part.figure(cell),
    };
    let filling = System::new(equalities(), &open).filling();
    let count = |cell: &CellId| Some((*cell, i64::try_from(filling.count(*cell)?).ok()?));
    let mut counts: Vec<_> = cells.iter().map(count).collect::<Option<_>>()?;
    counts.retain(|(cell, count)| part.figure(*cell) != Figure::Known(*count));
    let mended = System::new(equalities(), &changed(part, &counts));
    mended.is_sound().then_some(counts)
}

/// Figures with other counts in some cells.
pub(super) fn changed<'a>(
    figures: &'a System,
    counts: &'a [(CellId, i64)],
) -> impl Fn(CellId) -> Figure + 'a {
    move |cell| {
        let new = counts.iter().find(|it| it.0 == cell);
        new.map_or_else(|| figures.figure(cell), |it| Figure::Known(it.1))
    }
}

/// The way to be taken, if there is one: of those that the parent agrees with best, the only or the sure one.
fn chosen(
    part: &System,
    mut ways: Vec<Way>,
    by_parent: impl Fn(CellId) -> Option<i64>,
) -> Option<Correction> {
    let touched: BTreeSet<CellId> = ways.iter().flat_map(|it| &it.counts).map(|it| it.0).collect();
    let agreement = |counts: &[(CellId, i64)]| {
        let figures = changed(part, counts);
        let agrees = |cell: &&CellId| {
            by_parent(**cell).is_some_and(|it| figures(**cell) == Figure::Known(it))
        };
        touched.iter().filter(agrees).count()
    };
    let as_printed = agreement(&[]);
    let best = ways.iter().map(|it| agreement(&it.counts)).max()?;
    let ground = if best > as_printed {
        ways.retain(|it| agreement(&it.counts) == best);
        Ground::Parent
    } else {
        Ground::OwnSums
    };
    let way = match &ways[..] {
        [only] => only,
        ways => ways.iter().find(|it| it.likelihood >= SURE)?,
    };
    let edit = |(cell, to): &(CellId, i64)| Edit {
        cell: *cell,
        from: match part.figure(*cell) {
            Figure::Known(count) => Some(Value::Count(count)),
            _ => None,
        },
        to: Value::Count(*to),
    };
    Some(Correction { edits: way.counts.iter().map(edit).collect(), ground })
}
