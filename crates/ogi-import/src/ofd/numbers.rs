//! Lists of numbers in attributes.

/// The numbers of a list; what is no number ends it.
pub(super) fn numbers(text: &str) -> Vec<f64> {
    let parts = text.split([' ', ',', '\t', '\n', '\r']).filter(|it| !it.is_empty());
    parts.map_while(|it| it.parse().ok().filter(|it: &f64| it.is_finite())).collect()
}

/// So many numbers, if there are as many.
pub(super) fn exactly<const N: usize>(text: &str) -> Option<[f64; N]> {
    numbers(text).try_into().ok()
}

/// The steps from character to character, with `g 3 2.5` for 2.5 three times; no more than there are characters.
pub(super) fn steps(text: &str, most: usize) -> Vec<f64> {
    let mut steps = Vec::new();
    let mut parts = text.split_ascii_whitespace();
    while let Some(part) = parts.next()
        && steps.len() < most
    {
        if part.eq_ignore_ascii_case("g") {
            let many = parts.next().and_then(|it| it.parse::<usize>().ok()).unwrap_or(0);
            let step = parts.next().and_then(|it| it.parse().ok()).unwrap_or(0.0);
            steps.extend(core::iter::repeat_n(step, many.min(most - steps.len())));
        } else {
            steps.push(part.parse().unwrap_or(0.0));
        }
    }
    steps
}

/// A matrix as OFD has it: `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix([f64; 6]);

impl Matrix {
    pub(super) const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn of(text: &str) -> Self {
        exactly(text).map_or(Self::SAME, Self)
    }

    /// What moves by so much.
    pub(super) const fn moving(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this, then the other.
    pub(super) fn then(self, other: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let ((a, b), (c, d)) = (other.turn(a, b), other.turn(c, d));
        let (e, f) = other.apply(e, f);
        Self([a, b, c, d, e, f])
    }

    pub(super) fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let (x, y) = self.turn(x, y);
        (x + self.0[4], y + self.0[5])
    }

    /// The same without moving.
    pub(super) fn turn(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a * x + c * y, b * x + d * y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_may_be_counted() {
        assert_eq!(steps("1 g 2 2.5 3", 9), [1.0, 2.5, 2.5, 3.0]);
        assert_eq!(steps("g 99999999999 1", 2), [1.0, 1.0]);
        assert_eq!(numbers("0 0 210,297 x 3"), [0.0, 0.0, 210.0, 297.0]);
    }

    #[test]
    fn matrices_follow_one_another() {
        let twice = Matrix::of("2 0 0 2 0 0");
        assert_eq!(twice.then(Matrix::moving(1.0, 5.0)).apply(3.0, 4.0), (7.0, 13.0));
        assert_eq!(Matrix::of("1 0"), Matrix::SAME);
    }
}
