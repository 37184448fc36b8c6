//! Ranges of counts: what cells allow, and what words allow.

use ogi_model::{Claim, ClaimValue, Hedge};

/// Whole numbers from `least` to `most`; without a most, any number from `least` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) least: i128,
    pub(crate) most: Option<i128>,
}

impl Interval {
    pub(super) const fn exactly(value: i128) -> Self {
        Self { least: value, most: Some(value) }
    }

    /// The only number in it.
    pub(crate) fn only(self) -> Option<i128> {
        self.most.filter(|most| *most == self.least)
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.most.is_none_or(|most| other.least <= most)
            && other.most.is_none_or(|most| self.least <= most)
    }

    /// The sum of two.
    pub(super) fn plus(self, other: Self) -> Self {
        let most = self.most.zip(other.most).map(|(a, b)| a.saturating_add(b));
        Self { least: self.least.saturating_add(other.least), most }
    }

    /// What is left of one when the other is taken away.
    pub(super) fn minus(self, other: Self) -> Self {
        let least = other.most.map_or(i128::MIN / 2, |most| self.least.saturating_sub(most));
        Self { least, most: self.most.map(|most| most.saturating_sub(other.least)) }
    }
}

/// The counts that a claim's words allow; `None` if it states no count.
pub(super) fn allowed(claim: &Claim) -> Option<Interval> {
    let stated = match claim.value {
        ClaimValue::Count(n) => i128::from(n),
        ClaimValue::None => 0,
        ClaimValue::Money(_) | ClaimValue::Percent(_) | ClaimValue::LeftOut => return None,
    };
    let round = round(stated);
    Some(match claim.hedge {
        Hedge::Exact => Interval::exactly(stated),
        // A tenth off is still about.
        Hedge::About => {
            let off = round.max(stated / 10).max(1);
            Interval { least: stated - off, most: Some(stated + off) }
        }
        Hedge::AtLeast => Interval { least: stated, most: None },
        Hedge::AtMost => Interval { least: 0, most: Some(stated) },
        Hedge::Over => Interval { least: stated, most: Some(stated + round.max(10)) },
    })
}

/// The power of ten that a number is rounded to, by its zeros: 100 of 5500.
fn round(stated: i128) -> i128 {
    let mut round = 1;
    while stated != 0 && stated % (round * 10) == 0 {
        round *= 10;
    }
    round
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding() {
        assert_eq!([0, 31, 200, 5500, 1000].map(round), [1, 1, 100, 100, 1000]);
    }

    #[test]
    fn sums_of_ranges() {
        let open = Interval { least: 2, most: None };
        let three = Interval::exactly(3);
        assert_eq!(open.plus(three), Interval { least: 5, most: None });
        assert_eq!(three.minus(open), Interval { least: i128::MIN / 2, most: Some(1) });
        assert_eq!(three.plus(three).only(), Some(6));
        assert!(open.meets(three) && !three.meets(Interval::exactly(4)));
    }
}
