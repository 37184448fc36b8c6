//! Between what counts an unknown figure lies.

use crate::linear::{MOST, Row};

/// No counts make all equations hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Contradiction;

/// The least and the greatest count of each column.
#[derive(Clone, Debug)]
pub(super) struct Bounds([(i128, Option<i128>); MOST]);

/// Bounds that chase one another upwards without end are left where they are: they are true, if not tight.
const MOST_ROUNDS: usize = 100;

/// Far beyond what any printed figures add up to.
const MOST_COUNT: i128 = 1 << 90;

impl Bounds {
    /// Counts from 0.
    pub(super) const fn new() -> Self {
        Self([(0, None); MOST])
    }

    pub(super) const fn of(&self, column: usize) -> (i128, Option<i128>) {
        self.0[column]
    }

    pub(super) fn is_settled(&self, column: usize) -> bool {
        let (least, most) = self.0[column];
        most == Some(least)
    }

    /// Draws them together until these equations allow no more.
    pub(super) fn tighten(&mut self, rows: &[Row]) -> Result<(), Contradiction> {
        for _ in 0..MOST_ROUNDS {
            let before = self.0;
            for row in rows {
                self.tighten_by(row)?;
            }
            if self.0 == before {
                break;
            }
        }
        Ok(())
    }

    /// Each term is the value less the others.
    fn tighten_by(&mut self, row: &Row) -> Result<(), Contradiction> {
        let all = row.terms().map(|term| self.range(term)).fold(Range::ZERO, Range::plus);
        if !all.holds(row.value) {
            return Err(Contradiction);
        }
        for (column, coefficient) in row.terms() {
            let (low, high) = all.less(self.range((column, coefficient)));
            // coefficient * x lies between value - high and value - low.
            let (from, to) = (high.map(|it| row.value - it), low.map(|it| row.value - it));
            let (from, to) = if coefficient > 0 { (from, to) } else { (to, from) };
            let (least, most) = &mut self.0[column];
            if let Some(from) = from {
                *least = (*least).max(divide_up(from, coefficient));
            }
            if let Some(to) = to {
                let to = divide_down(to, coefficient);
                *most = Some(most.map_or(to, |most| most.min(to)));
            }
            if *least > MOST_COUNT || most.is_some_and(|most| most < *least) {
                return Err(Contradiction);
            }
        }
        Ok(())
    }

    fn range(&self, (column, coefficient): (usize, i128)) -> Range {
        let (least, most) = self.0[column];
        let (least, most) = (Some(coefficient * least), most.map(|it| coefficient * it));
        let (low, high) = if coefficient > 0 { (least, most) } else { (most, least) };
        let end = |it: Option<i128>| (it.unwrap_or(0), usize::from(it.is_none()));
        Range { low: end(low), high: end(high) }
    }
}

/// Between what a sum lies: what the bounded terms come to, and the number of those without a bound.
#[derive(Clone, Copy, Debug)]
struct Range {
    low: (i128, usize),
    high: (i128, usize),
}

impl Range {
    const ZERO: Self = Self { low: (0, 0), high: (0, 0) };

    const fn plus(self, other: Self) -> Self {
        Self {
            low: (self.low.0 + other.low.0, self.low.1 + other.low.1),
            high: (self.high.0 + other.high.0, self.high.1 + other.high.1),
        }
    }

    const fn holds(&self, value: i128) -> bool {
        (self.low.1 > 0 || self.low.0 <= value) && (self.high.1 > 0 || value <= self.high.0)
    }

    /// Without one of its terms; `None` for an end without a bound.
    fn less(self, term: Self) -> (Option<i128>, Option<i128>) {
        let end = |all: (i128, usize), one: (i128, usize)| (all.1 == one.1).then(|| all.0 - one.0);
        (end(self.low, term.low), end(self.high, term.high))
    }
}

const fn divide_down(value: i128, by: i128) -> i128 {
    let down = value / by;
    if value % by != 0 && (value < 0) != (by < 0) { down - 1 } else { down }
}

const fn divide_up(value: i128, by: i128) -> i128 {
    -divide_down(-value, by)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn division_goes_up_and_down() {
        assert_eq!([7, -7].map(|n| divide_down(n, 2)), [3, -4]);
        assert_eq!([7, -7].map(|n| divide_down(n, -2)), [-4, 3]);
        assert_eq!([7, -7, 6].map(|n| divide_up(n, 2)), [4, -3, 3]);
    }
}
