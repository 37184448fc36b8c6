//! What counts a table holds, as far as it can be distinguished from what it prints.

use super::channel::{MOST_DIGITS, digits};

/// How likely a cell that is no total is to hold a count, before anything is known of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Values {
    zero: f64,
    /// The share of those with so many digits among all that are not 0.
    of_length: [f64; MOST_DIGITS + 1],
}

impl Values {
    /// Of a table that prints these. A few cells state less than many: to them is added what tables usually hold.
    pub(crate) fn of(printed: impl Iterator<Item = i64>) -> Self {
        const USUAL: f64 = 10.0;
        const USUALLY_ZERO: f64 = 6.0;
        // Half of those usual have one digit, a quarter two, and so on.
        let mut of_length = [0.0; MOST_DIGITS + 1];
        let mut usual = USUAL - USUALLY_ZERO;
        for share in &mut of_length[1..] {
            usual /= 2.0;
            *share = usual;
        }
        let mut zeros = USUALLY_ZERO;
        for count in printed {
            *(if count == 0 { &mut zeros } else { &mut of_length[digits(count)] }) += 1.0;
        }
        let others: f64 = of_length.iter().sum();
        of_length.iter_mut().for_each(|share| *share /= others);
        Self { zero: zeros / (zeros + others), of_length }
    }

    /// The share of a count among all.
    pub(super) fn share(&self, count: i64) -> f64 {
        if count <= 0 { self.zero } else { (1.0 - self.zero) * self.share_of_values(count) }
    }

    /// The share of a count among all that are not 0: small ones are likelier than great ones of the same length.
    pub(super) fn share_of_values(&self, count: i64) -> f64 {
        // The sum of 1/n over all of that length.
        let all = if count < 10 { 2.829 } else { 2.303 };
        self.of_length[digits(count)] / (all * count as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_about_one() {
        for printed in [&[0, 0, 0, 1, 4][..], &[0, 17, 3, 2048, 0, 0, 0, 9]] {
            let values = Values::of(printed.iter().copied());
            let sum: f64 = (0..1_000_000).map(|it| values.share(it)).sum();
            assert!((0.95..1.01).contains(&sum), "{sum}");
        }
    }
}
