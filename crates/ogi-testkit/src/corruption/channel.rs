//! How one figure is got wrong. Written from how people type and how machines see, without a look at what the solver
//! takes for likely.

use ogi_model::{CellId, Report};
use rand::seq::IndexedRandom as _;
use rand::{Rng, RngExt as _};

use crate::ErrorKind;

/// Who gets figures wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// People who type: another digit, digits in the wrong order, a digit left out or typed twice, a value not filled
    /// in, a miscount. Five of six wrong figures are some that should not be 0.
    People,
    /// Machines that read print: a digit taken for another that looks like it, one lost or found at an end, a value
    /// read twice. Every digit on the page is as likely, zeros too; nothing is left out or put in another order.
    Machines,
}

impl Channel {
    /// Both.
    pub const ALL: &'static [Self] = &[Self::People, Self::Machines];

    /// `people` or `machines`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Machines => "machines",
        }
    }

    /// One of these cells to get wrong.
    pub(super) fn cell(
        self,
        report: &Report,
        cells: &[CellId],
        rng: &mut impl Rng,
    ) -> Option<CellId> {
        let count = |cell: &CellId| report[*cell].count().unwrap_or_default();
        match self {
            Self::People => {
                let (zeros, values): (Vec<CellId>, Vec<CellId>) =
                    cells.iter().partition(|it| count(it) == 0);
                let likelier = if rng.random_ratio(1, 6) { &zeros } else { &values };
                likelier.choose(rng).or_else(|| cells.choose(rng)).copied()
            }
            Self::Machines => {
                let digits = |cell: &CellId| count(cell).to_string().len() as u32;
                cells.choose_weighted(rng, digits).ok().copied()
            }
        }
    }

    /// What is printed instead of a count.
    pub(super) fn wrong(self, right: i64, rng: &mut impl Rng) -> i64 {
        loop {
            let wrong = match self {
                Self::People => people(right, rng),
                Self::Machines => machines(right, rng),
            };
            if let Some(wrong) = wrong.filter(|it| *it != right && *it >= 0) {
                return wrong;
            }
        }
    }
}

fn people(right: i64, rng: &mut impl Rng) -> Option<i64> {
    if right == 0 {
        // Somebody else's figure: mostly a small one.
        let most = *[5, 5, 20, 200].choose(rng)?;
        return Some(rng.random_range(1..=most));
    }
    let kind = match rng.random_range(0..100) {
        0..38 => ErrorKind::Typo,
        38..55 => ErrorKind::Transposition,
        55..70 => ErrorKind::DroppedDigit,
        70..82 => ErrorKind::Zeroed,
        82..92 => ErrorKind::OffByOne,
        _ => return doubled(right, rng),
    };
    kind.wrong(right).choose(rng).copied()
}

fn doubled(right: i64, rng: &mut impl Rng) -> Option<i64> {
    let mut digits = right.to_string();
    let at = rng.random_range(0..digits.len());
    let digit = digits.as_bytes()[at] as char;
    digits.insert(at, digit);
    digits.parse().ok()
}

/// What each digit looks like.
const ALIKE: [&str; 10] = ["689", "74", "7", "85", "19", "683", "805", "12", "3069", "40"];

fn machines(right: i64, rng: &mut impl Rng) -> Option<i64> {
    let mut digits = right.to_string();
    match rng.random_range(0..100) {
        0..60 => {
            let at = rng.random_range(0..digits.len());
            let digit = usize::from(digits.as_bytes()[at] - b'0');
            let alike: Vec<char> = ALIKE[digit].chars().collect();
            digits.replace_range(at..=at, &alike.choose(rng)?.to_string());
        }
        60..72 => drop(digits.remove(0)),
        72..84 => drop(digits.pop()),
        84..92 => digits.push(char::from(rng.random_range(b'0'..=b'9'))),
        92..97 => digits.insert(0, '1'),
        _ => digits = digits.repeat(2),
    }
    // As it is printed: a zero in front is seen, and then the figure is the same as without.
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_another_count() {
        for channel in Channel::ALL {
            let mut rng = crate::rng(1);
            for right in (0..200).chain([1_000, 28_731]) {
                for _ in 0..50 {
                    let wrong = channel.wrong(right, &mut rng);
                    assert!(wrong != right && wrong >= 0, "{channel:?} {right}");
                }
            }
        }
    }
}
