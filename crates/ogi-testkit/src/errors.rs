//! Figures made wrong, in the ways that people make them wrong.

use ogi_model::{Cell, CellId, Report, TableId};
use rand::Rng;
use rand::seq::{IndexedRandom as _, SliceRandom as _};

/// A way to make a figure wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// One digit is another: 28, 23.
    Typo,
    /// Two neighbouring digits change places: 28, 82.
    Transposition,
    /// A digit is left out: 128, 18.
    DroppedDigit,
    /// The figure is left at zero.
    Zeroed,
    /// One more or one less.
    OffByOne,
}

/// A wrong figure that was put into a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planted {
    /// Where.
    pub cell: CellId,
    /// What stood there.
    pub from: i64,
    /// What stands there now.
    pub to: i64,
    /// How it was made wrong.
    pub kind: ErrorKind,
}

/// Makes one figure of table three or four wrong, by a kind that fits it.
///
/// Only figures are touched whose error can be found: those in an equality without unknown cells. In a valid
/// report with a figure in every cell that is each of them. `None` if there is no such figure.
///
/// ```
/// use ogi_testkit::{Generator, plant, rng};
///
/// let sound = Generator::new(7).report();
/// let mut wrong = sound.clone();
/// let planted = plant(&mut wrong, &mut rng(1)).unwrap();
/// assert_eq!(sound[planted.cell].count(), Some(planted.from));
/// assert_eq!(wrong[planted.cell].count(), Some(planted.to));
/// assert_ne!(planted.from, planted.to);
/// ```
pub fn plant(report: &mut Report, rng: &mut impl Rng) -> Option<Planted> {
    let mut kinds = ErrorKind::ALL.to_vec();
    kinds.shuffle(rng);
    kinds.into_iter().find_map(|kind| plant_kind(report, kind, rng))
}

/// The same with one kind of error. `None` if no figure takes it: without a figure of two digits there is
/// nothing to transpose.
///
/// ```
/// use ogi_testkit::{ErrorKind, Generator, plant_kind, rng};
///
/// let mut report = Generator::new(7).report();
/// let planted = plant_kind(&mut report, ErrorKind::Zeroed, &mut rng(1)).unwrap();
/// assert_eq!(planted.to, 0);
/// ```
pub fn plant_kind(report: &mut Report, kind: ErrorKind, rng: &mut impl Rng) -> Option<Planted> {
    let fitting: Vec<_> = findable(report)
        .into_iter()
        .filter_map(|cell| {
            let from = report[cell].count()?;
            let wrong = kind.wrong(from);
            (!wrong.is_empty()).then_some((cell, from, wrong))
        })
        .collect();
    let (cell, from, wrong) = fitting.choose(rng)?;
    let to = *wrong.choose(rng)?;
    let new = match report[*cell].remark() {
        Some(remark) => Cell::from(to).with_remark(remark),
        None => Cell::from(to),
    };
    report.set(*cell, new);
    Some(Planted { cell: *cell, from: *from, to, kind })
}

/// The cells with a count that stand in an equality without unknowns.
fn findable(report: &Report) -> Vec<CellId> {
    let known = |cell| matches!(report[cell], Cell::Number { .. } | Cell::NotApplicable(_));
    let mut cells: Vec<_> = report
        .equalities()
        .filter(|it| matches!(it.table(), TableId::Applications | TableId::Disputes))
        .filter(|it| it.cells().all(known))
        .flat_map(|it| it.cells())
        .collect();
    cells.sort_unstable();
    cells.dedup();
    cells
}

impl ErrorKind {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Typo, Self::Transposition, Self::DroppedDigit, Self::Zeroed, Self::OffByOne];

    /// Every value that a right one can become; none of them is that value, none is negative, and none would be
    /// printed with a zero in front.
    ///
    /// ```
    /// use ogi_testkit::ErrorKind;
    ///
    /// assert_eq!(ErrorKind::Transposition.wrong(128), [218, 182]);
    /// assert_eq!(ErrorKind::DroppedDigit.wrong(128), [28, 18, 12]);
    /// assert!(ErrorKind::Transposition.wrong(8).is_empty());
    /// ```
    pub fn wrong(self, value: i64) -> Vec<i64> {
        if value < 0 {
            return Vec::new();
        }
        let digits = value.to_string().into_bytes();
        let mut wrong: Vec<i64> = match self {
            Self::Typo => (0..digits.len())
                .flat_map(|at| (b'0'..=b'9').map(move |digit| (at, digit)))
                .filter_map(|(at, digit)| {
                    let mut digits = digits.clone();
                    *digits.get_mut(at)? = digit;
                    printed(&digits)
                })
                .collect(),
            Self::Transposition => (1..digits.len())
                .filter_map(|at| {
                    let mut digits = digits.clone();
                    digits.swap(at - 1, at);
                    printed(&digits)
                })
                .collect(),
            Self::DroppedDigit => (0..digits.len())
                .filter_map(|at| {
                    let mut digits = digits.clone();
                    digits.remove(at);
                    printed(&digits)
                })
                .collect(),
            Self::Zeroed => vec![0],
            Self::OffByOne => [value.checked_sub(1), value.checked_add(1)]
                .into_iter()
                .flatten()
                .filter(|it| *it >= 0)
                .collect(),
        };
        wrong.retain(|it| *it != value);
        wrong.dedup();
        wrong
    }
}

/// The number that these digits print, if they print one as people write it.
fn printed(digits: &[u8]) -> Option<i64> {
    if digits.len() > 1 && digits.first() == Some(&b'0') {
        return None;
    }
    core::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_kind_gives_the_value_itself() {
        for kind in ErrorKind::ALL {
            for value in (0..300).chain([1_000, 1_111, 10_203, i64::MAX]) {
                assert!(kind.wrong(value).iter().all(|it| *it != value && *it >= 0), "{kind:?}");
            }
            assert!(kind.wrong(-3).is_empty());
        }
    }

    #[test]
    fn zero_can_only_become_another_digit() {
        assert_eq!(ErrorKind::Typo.wrong(0), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(ErrorKind::OffByOne.wrong(0), [1]);
        assert!(ErrorKind::Zeroed.wrong(0).is_empty());
        assert!(ErrorKind::DroppedDigit.wrong(0).is_empty());
    }

    #[test]
    fn a_typo_keeps_the_number_of_digits() {
        assert!(ErrorKind::Typo.wrong(28).iter().all(|it| it.to_string().len() == 2));
        assert_eq!(ErrorKind::Typo.wrong(28).len(), 8 + 9);
    }
}
