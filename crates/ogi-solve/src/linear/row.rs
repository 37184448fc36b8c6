//! Equations in integers, and how a column is taken out of them.

use super::{MOST, Set};

/// A linear equation in integers: what its columns come to, each so many times.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    coefficients: [i8; MOST],
    support: Set,
    /// What they come to.
    pub(crate) value: i128,
}

/// Numbers grew beyond their room. The sums of the form never do that: their coefficients stay within ±2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Overflow;

impl Row {
    pub(crate) const fn new(value: i128) -> Self {
        Self { coefficients: [0; MOST], support: Set::of_nothing(), value }
    }

    /// Sets a coefficient.
    pub(crate) const fn set(&mut self, column: usize, coefficient: i8) {
        self.coefficients[column] = coefficient;
        if coefficient == 0 {
            self.support.remove(column);
        } else {
            self.support.insert(column);
        }
    }

    #[inline]
    pub(crate) fn coefficient(&self, column: usize) -> i128 {
        i128::from(self.coefficients[column])
    }

    /// The same as [`Row::coefficient`], as it is kept.
    pub(crate) const fn kept(&self, column: usize) -> i8 {
        self.coefficients[column]
    }

    /// The columns in it.
    #[inline]
    pub(crate) const fn support(&self) -> &Set {
        &self.support
    }

    /// The columns in it, with their coefficients.
    pub(crate) fn terms(&self) -> impl Iterator<Item = (usize, i128)> + '_ {
        self.support.iter().map(|column| (column, self.coefficient(column)))
    }

    /// Takes a column out by means of a row that has it.
    pub(crate) fn reduce(&mut self, pivot: &Self, column: usize) -> Result<(), Overflow> {
        let (ours, theirs) =
            (i32::from(self.coefficients[column]), i32::from(pivot.coefficients[column]));
        let common = gcd(ours.unsigned_abs(), theirs.unsigned_abs()) as i32;
        // Ours stays positive, so that rows keep their sign.
        let (times, less) = if theirs < 0 {
            (-theirs / common, -ours / common)
        } else {
            (theirs / common, ours / common)
        };
        if times != 1 {
            for at in self.support.iter() {
                self.coefficients[at] = small(times * i32::from(self.coefficients[at]))?;
            }
        }
        for at in pivot.support.iter() {
            let new = i32::from(self.coefficients[at]) - less * i32::from(pivot.coefficients[at]);
            self.set(at, small(new)?);
        }
        self.value = (i128::from(times).checked_mul(self.value))
            .zip(i128::from(less).checked_mul(pivot.value))
            .and_then(|(ours, theirs)| ours.checked_sub(theirs))
            .ok_or(Overflow)?;
        if times != 1 {
            self.cancel();
        }
        Ok(())
    }

    /// Divides by what all its numbers have in common.
    fn cancel(&mut self) {
        let mut common = 0;
        for at in self.support.iter() {
            common = gcd(common, u32::from(self.coefficients[at].unsigned_abs()));
        }
        if common > 1 && self.value % i128::from(common) == 0 {
            for at in self.support.iter() {
                self.coefficients[at] /= common as i8;
            }
            self.value /= i128::from(common);
        }
    }
}

fn small(coefficient: i32) -> Result<i8, Overflow> {
    coefficient.try_into().map_err(|_| Overflow)
}

const fn gcd(mut a: u32, mut b: u32) -> u32 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Takes a column out of all rows, by means of the shortest that has it; that row leaves them and is returned.
/// `None` if no row has it.
pub(crate) fn eliminate(rows: &mut Vec<Row>, column: usize) -> Result<Option<Row>, Overflow> {
    let with = rows.iter().enumerate().filter(|(_, row)| row.support.contains(column));
    let Some((at, _)) = with.min_by_key(|(_, row)| row.support.len()) else { return Ok(None) };
    let pivot = rows.swap_remove(at);
    for row in rows.iter_mut().filter(|row| row.support.contains(column)) {
        row.reduce(&pivot, column)?;
    }
    Ok(Some(pivot))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(terms: &[(usize, i8)], value: i128) -> Row {
        let mut row = Row::new(value);
        terms.iter().for_each(|(column, coefficient)| row.set(*column, *coefficient));
        row
    }

    #[test]
    fn a_column_is_taken_out_exactly() {
        // 2a + 3b + c = 7, 4a - b = 3: the shorter one leaves, and what is left is 7b + 2c = 11.
        let mut rows =
            vec![row(&[(0, 2), (1, 3), (2, 1)], 7), row(&[(0, 4), (1, -1)], 3), row(&[(5, 1)], 9)];
        let pivot = eliminate(&mut rows, 0).unwrap().unwrap();
        assert_eq!(pivot.terms().collect::<Vec<_>>(), [(0, 4), (1, -1)]);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].terms().collect::<Vec<_>>(), [(1, 7), (2, 2)]);
        assert_eq!(rows[0].value, 11);
        assert_eq!(rows[1].value, 9);
        assert!(eliminate(&mut rows, 0).unwrap().is_none());
    }

    #[test]
    fn what_has_no_room_is_stated() {
        let mut rows = vec![row(&[(0, 100), (1, 99)], 1), row(&[(0, 99), (1, 100)], 1)];
        assert_eq!(eliminate(&mut rows, 0).unwrap_err(), Overflow);
        let mut rows = vec![row(&[(0, 1), (1, 1)], i128::MAX), row(&[(0, 2), (1, 1)], 1)];
        assert_eq!(eliminate(&mut rows, 0).unwrap_err(), Overflow);
    }
}
