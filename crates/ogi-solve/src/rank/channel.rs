//! What a figure may have been before a slip: its digits.

use super::slip::Slip;
use super::weights::{CONFUSED, CONFUSIONS, slip};

/// The digits of a count, without zeros in front.
#[derive(Clone, Copy)]
struct Digits {
    digits: [u8; MOST_DIGITS],
    len: usize,
}

/// Those of the greatest count.
pub(super) const MOST_DIGITS: usize = 19;

impl Digits {
    fn of(mut count: u64) -> Self {
        let mut digits = [0; MOST_DIGITS];
        let mut len = 0;
        while len == 0 || count > 0 && len < MOST_DIGITS {
            digits[MOST_DIGITS - 1 - len] = (count % 10) as u8;
            count /= 10;
            len += 1;
        }
        digits.rotate_left(MOST_DIGITS - len);
        Self { digits, len }
    }

    fn as_slice(&self) -> &[u8] {
        &self.digits[..self.len]
    }
}

/// How likely a figure is to be printed where another, not the same, is right; and the likeliest slip between them.
///
/// Given that the figure is wrong at all. Both are counts from 0; the right one is not 0.
pub(super) fn likelihood(printed: i64, right: i64) -> (Slip, f64) {
    let (from, to) = (Digits::of(right.unsigned_abs()), Digits::of(printed.unsigned_abs()));
    let (from, to) = (from.as_slice(), to.as_slice());
    let mut best = (Slip::Other, 0.0);
    let mut sum = 0.0;
    let mut add = |slip: Slip, likelihood: f64| {
        sum += likelihood;
        if likelihood > best.1 {
            best = (slip, likelihood);
        }
    };
    if printed == 0 {
        add(Slip::Omitted, slip::OMITTED);
    }
    match printed.abs_diff(right) {
        1 => add(Slip::Miscounted, slip::MISCOUNTED / 2.0),
        2 => add(Slip::Miscounted, slip::MISCOUNTED_BY_TWO / 2.0),
        _ => {}
    }
    let len = from.len() as f64;
    if from.len() == to.len() {
        add(Slip::Substituted, slip::SUBSTITUTED / len * substitution(from, to));
        if from.len() > 1 && is_transposition(from, to) {
            add(Slip::Transposed, slip::TRANSPOSED / (len - 1.0));
        }
    } else if from.len() == to.len() + 1 {
        let ways = (0..from.len()).filter(|at| is_without(from, *at, to)).count();
        add(Slip::Dropped, slip::DROPPED / len * ways as f64);
    } else if from.len() + 1 == to.len() {
        let ways = (0..to.len()).filter(|at| is_without(to, *at, from)).count() as f64;
        let doubled = (1..to.len()).any(|at| to[at] == to[at - 1] && is_without(to, at, from));
        if doubled {
            add(Slip::Doubled, slip::DOUBLED / len);
        }
        add(Slip::Inserted, slip::INSERTED / ((len + 1.0) * 10.0) * ways);
    }
    if from.len() > to.len() + 1 && printed != 0 && (from.starts_with(to) || from.ends_with(to)) {
        add(Slip::Split, slip::SPLIT / (2.0 * (len - 2.0)));
    }
    if from.len() * 2 == to.len() && to.starts_with(from) && to.ends_with(from) {
        add(Slip::Repeated, slip::REPEATED);
    }
    add(Slip::Other, slip::OTHER * of_length(to.len()) * 0.4_f64.powi(apart(from, to)));
    (best.0, sum.max(slip::FLOOR))
}

fn apart(one: &[u8], other: &[u8]) -> i32 {
    one.len().abs_diff(other.len()) as i32
}

/// One value of so many digits.
fn of_length(len: usize) -> f64 {
    1.0 / (9.0 * 10_f64.powi(len as i32 - 1))
}

/// How many digits a count has.
pub(super) fn digits(count: i64) -> usize {
    Digits::of(count.unsigned_abs()).len
}

/// Of all substitutions at one place, the share that gives these digits; 0 if they differ in more than one.
fn substitution(from: &[u8], to: &[u8]) -> f64 {
    let mut differing = from.iter().zip(to).filter(|(from, to)| from != to);
    let (Some((from, to)), None) = (differing.next(), differing.next()) else { return 0.0 };
    let confusions = CONFUSIONS[usize::from(*from)];
    let any = (1.0 - CONFUSED) / 9.0;
    if confusions.contains(to) { any + CONFUSED / confusions.len() as f64 } else { any }
}

fn is_transposition(from: &[u8], to: &[u8]) -> bool {
    let Some(at) = from.iter().zip(to).position(|(from, to)| from != to) else { return false };
    at + 1 < from.len()
        && (from[at], from[at + 1]) == (to[at + 1], to[at])
        && from[at + 2..] == to[at + 2..]
}

/// Whether digits without the one at a place are these, zeros in front of them left out.
fn is_without(digits: &[u8], at: usize, rest: &[u8]) -> bool {
    digits[..at] == rest[..at.min(rest.len())] && digits[at + 1..] == rest[at..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_stated_apart() {
        let slip = |printed, right| likelihood(printed, right).0;
        assert_eq!(slip(82, 28), Slip::Transposed);
        assert_eq!(slip(23, 28), Slip::Substituted);
        assert_eq!(slip(18, 128), Slip::Dropped);
        assert_eq!(slip(1228, 128), Slip::Doubled);
        assert_eq!(slip(208, 28), Slip::Inserted);
        assert_eq!(slip(12, 1280), Slip::Split);
        assert_eq!(slip(2828, 28), Slip::Repeated);
        assert_eq!(slip(100, 99), Slip::Miscounted);
        assert_eq!(slip(0, 28), Slip::Omitted);
        assert_eq!(slip(777, 12), Slip::Other);
    }

    /// Together all wrong figures are no more than certain.
    #[test]
    fn likelihoods_add_up_to_no_more_than_one() {
        for right in [1, 9, 10, 28, 100, 128, 999] {
            let sum: f64 = (0..100_000)
                .filter(|printed| *printed != right)
                .map(|printed| likelihood(printed, right).1)
                .sum();
            assert!((0.5..1.2).contains(&sum), "{right}: {sum}");
        }
    }

    #[test]
    fn the_greatest_counts_have_likelihoods() {
        for (printed, right) in [(i64::MAX, 1), (1, i64::MAX), (i64::MAX, i64::MAX - 1)] {
            assert!(likelihood(printed, right).1 >= slip::FLOOR);
        }
    }
}
