//! Claims beside one another.

use ogi_model::{Claim, ClaimValue};

/// All claims, and what is a part of what.
pub(super) struct ClaimParts<'a> {
    pub(super) claims: &'a [Claim],
    /// The parts that each claim was asked to have, shares left out.
    pub(super) parts: Vec<Vec<usize>>,
    /// What they come to.
    pub(super) sums_of_parts: Vec<i128>,
}

impl<'a> ClaimParts<'a> {
    pub(super) fn new(claims: &'a [Claim]) -> Self {
        let mut parts = vec![Vec::new(); claims.len()];
        let mut sums_of_parts = vec![0; claims.len()];
        for (n, claim) in claims.iter().enumerate() {
            let Some(whole) = claim.of.filter(|it| *it < n) else { continue };
            if !matches!(claim.value, ClaimValue::Percent(_)) {
                parts[whole].push(n);
                sums_of_parts[whole] += counts(claim).unwrap_or(0);
            }
        }
        Self { claims, parts, sums_of_parts }
    }
}

/// The count that a claim states.
pub(super) fn counts(claim: &Claim) -> Option<i128> {
    match claim.value {
        ClaimValue::Count(n) => Some(n.into()),
        _ => None,
    }
}
