//! Percentages: what they may be shares of.

use ogi_model::{Claim, ClaimSubject, ClaimValue, Decimal, Hedge};

use super::claim_parts::{ClaimParts, counts};
use super::figures::KnownFigures;
use super::{Agreement, Unlinked};

/// How many lists within lists are looked at.
const DEEPEST: usize = 4;

/// Whether a percentage follows from any of its readings, by rounding or by truncation.
pub(super) fn judge(known: &KnownFigures<'_>, stated: &ClaimParts<'_>, claim: &Claim) -> Agreement {
    let claims = stated.claims;
    let (ClaimValue::Percent(percent), ClaimSubject::Share { of }) = (claim.value, &claim.about)
    else {
        return Agreement::Unlinked(Unlinked::NotInForm);
    };
    let Some(part) = claim.of.and_then(|it| claims.get(it)) else {
        return Agreement::Unlinked(Unlinked::NotInForm);
    };
    let mut open = false;
    let mut parts: Vec<_> = counts(part).into_iter().collect();
    let mut wholes = Vec::new();
    let sums = match &part.about {
        ClaimSubject::Figures { any_of, .. } => &any_of[..],
        _ => &[],
    };
    for sum in sums {
        let narrower = known.narrower(sum);
        for sum in [sum].into_iter().chain(&narrower) {
            let interval = known.sum(sum);
            open |= interval.only().is_none();
            parts.extend(interval.only());
        }
    }
    for sum in of {
        let interval = known.sum(sum);
        open |= interval.only().is_none();
        wholes.extend(interval.only());
    }
    // The numbers that the sentence names: the wholes, and what all the parts beside it come to.
    let mut next = part.of;
    for _ in 0..DEEPEST {
        let Some(whole) = next.and_then(|it| claims.get(it)) else { break };
        wholes.extend(counts(whole));
        next = whole.of;
    }
    wholes.extend(part.of.map(|it| stated.sums_of_parts[it]));
    let fits = wholes
        .iter()
        .any(|whole| parts.iter().any(|part| fits(percent, claim.hedge, *part, *whole)));
    if fits {
        Agreement::Agree
    } else if open || wholes.is_empty() || part.hedge != Hedge::Exact {
        Agreement::Unlinked(Unlinked::FiguresMissing)
    } else {
        Agreement::Contradict
    }
}

/// Whether a share is what is printed, rounded or cut off to as many decimals.
fn fits(stated: Decimal, hedge: Hedge, part: i128, whole: i128) -> bool {
    let Some(share) = share(part, whole) else { return false };
    let unit = Decimal::new(1, stated.scale());
    let off = (share - stated).abs();
    match hedge {
        // Rounded either way, or cut off.
        Hedge::Exact => off * Decimal::TWO <= unit || share >= stated && share - stated < unit,
        Hedge::About | Hedge::Over => off <= unit.max(Decimal::ONE),
        Hedge::AtLeast => share >= stated,
        Hedge::AtMost => share <= stated,
    }
}

fn share(part: i128, whole: i128) -> Option<Decimal> {
    let decimal = |it: i128| Decimal::try_from_i128_with_scale(it, 0).ok();
    decimal(part)?
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(decimal(whole).filter(|it| !it.is_zero())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_or_cut_off() {
        let stated = |it: &str| Decimal::from_str_exact(it).unwrap();
        for (text, part, whole, right) in [
            ("4.34", 35, 805, true),
            ("4.35", 35, 805, true),
            ("4.36", 35, 805, false),
            ("33.9", 258, 805, false),
            ("100", 5, 5, true),
            ("66.7", 2, 3, true),
            ("66.6", 2, 3, true),
            ("67", 2, 3, true),
            ("50", 0, 0, false),
        ] {
            assert_eq!(
                fits(stated(text), Hedge::Exact, part, whole),
                right,
                "{text} {part}/{whole}"
            );
        }
    }
}
