//! Lists of parts: whether they can be parts of their whole.

use ogi_model::{CellId, CellSum, Claim, ClaimSubject, ClaimValue, Hedge, Scope};

use super::claim_parts::ClaimParts;
use super::figures::KnownFigures;

/// A list of parts that states all of its whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The claim on the whole.
    pub(crate) whole: usize,
    /// What it says.
    pub(crate) stated: i64,
    /// What its parts come to.
    pub(crate) sum: i64,
    /// The claims on the parts.
    pub(crate) parts: Vec<usize>,
}

impl Parts {
    pub(crate) const fn add_up(&self) -> bool {
        self.stated == self.sum
    }
}

/// The lists that have all the parts of their whole, once each.
pub(super) fn lists(known: &KnownFigures<'_>, stated: &ClaimParts<'_>) -> Vec<Parts> {
    let claims = stated.claims;
    let mut lists = Vec::new();
    for (n, whole) in claims.iter().enumerate() {
        let all: Vec<_> = stated.parts[n].iter().map(|it| (*it, &claims[*it])).collect();
        let Some(value) = exact(whole).filter(|_| !all.is_empty()) else { continue };
        let parts = match &whole.about {
            ClaimSubject::Other { .. } => stated_parts(whole, value, &all),
            ClaimSubject::Figures { any_of, .. } => {
                of_cells(known, any_of, &all).or_else(|| stated_parts(whole, value, &all))
            }
            _ => None,
        };
        let Some(parts) = parts else { continue };
        let sum = parts.iter().filter_map(|it| exact(&claims[*it])).sum();
        let list = Parts { whole: n, stated: value, sum, parts };
        if list.add_up() || !may_differ(known, whole, &list) {
            lists.push(list);
        }
    }
    lists
}

/// The parts of a list, if they have all of whichever sum the whole means. One with something taken away is never
/// more than the others.
fn of_cells(
    known: &KnownFigures<'_>,
    any_of: &[CellSum],
    all: &[(usize, &Claim)],
) -> Option<Vec<usize>> {
    let mut meant =
        any_of.iter().filter(|it| it.minus.is_empty()).map(|it| partition(known, it, all));
    let first = meant.next()??;
    meant.all(|it| it.as_ref() == Some(&first)).then_some(first)
}

/// How many parts a list has at least that nobody makes to leave some out, if they nearly come to the whole.
const MANY: usize = 8;

/// The parts of a list that ends with the rest (其他), or that are so many and come so near the whole that it has all
/// of them: eleven items that come to 2533 of 2599. What a list inside a list names behind its rest are parts of the
/// outer one: 网站70条，其中文件40条，其他30条，公众号20条.
fn stated_parts(of: &Claim, whole: i64, all: &[(usize, &Claim)]) -> Option<Vec<usize>> {
    let is_rest = |it: &(usize, &Claim)| matches!(it.1.about, ClaimSubject::Other { rest: true });
    let inner = all.iter().position(is_rest).filter(|_| of.of.is_some());
    let all = inner.map_or(all, |end| &all[..=end]);
    let rest = is_rest(all.last()?);
    let others = |it: &(usize, &Claim)| {
        matches!(it.1.about, ClaimSubject::Other { .. }) && exact(it.1).is_some()
    };
    let sum: i64 = all.iter().filter_map(|it| exact(it.1)).fold(0, i64::saturating_add);
    let is_near = || i128::from(sum.abs_diff(whole)) * 10 <= i128::from(whole);
    let is_whole = rest && all.len() > 1 || all.len() >= MANY && is_near();
    (is_whole && all.iter().all(others)).then(|| all.iter().map(|it| it.0).collect())
}

/// The parts whose cells are all those of the whole, each once.
fn partition(
    known: &KnownFigures<'_>,
    whole: &CellSum,
    all: &[(usize, &Claim)],
) -> Option<Vec<usize>> {
    let mut left = known.leaves(whole)?;
    let mut parts = Vec::new();
    for (n, claim) in all {
        let ClaimSubject::Figures { any_of, .. } = &claim.about else { continue };
        let fitting = any_of.iter().find_map(|it| {
            let leaves = known.leaves(it)?;
            leaves.iter().all(|leaf| left.contains(leaf)).then_some(leaves)
        });
        let touches = || {
            any_of
                .iter()
                .flat_map(|it| known.leaves(it))
                .flatten()
                .any(|it| is_of(known, whole, it))
        };
        match fitting {
            Some(leaves) => {
                exact(claim)?;
                left.retain(|it| !leaves.contains(it));
                parts.push(*n);
            }
            // Stated twice, or split in two ways.
            None if touches() => return None,
            None => {}
        }
    }
    (left.is_empty() && parts.len() > 1).then_some(parts)
}

fn is_of(known: &KnownFigures<'_>, whole: &CellSum, cell: CellId) -> bool {
    known.leaves(whole).is_some_and(|it| it.contains(&cell))
}

/// Whether the whole may be stated of something else than its parts are: without what was carried in, say.
fn may_differ(known: &KnownFigures<'_>, whole: &Claim, list: &Parts) -> bool {
    let ClaimSubject::Figures { any_of, firm } = &whole.about else { return false };
    let meant = any_of.iter().any(|it| known.sum(it).only() == Some(list.sum.into()));
    // The parts of all that the whole may count are never fewer than it.
    !firm || list.sum > list.stated && (meant || any_of.len() > 1 && whole.scope != Scope::Own)
}

fn exact(claim: &Claim) -> Option<i64> {
    match (claim.value, claim.hedge) {
        (ClaimValue::Count(n), Hedge::Exact) => Some(n),
        (ClaimValue::None, _) => Some(0),
        _ => None,
    }
}
