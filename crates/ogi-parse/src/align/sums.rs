//! What the sums say of figures: log-odds that a reading is right, given that its sums hold or do not.
//!
//! `1 0 0 0 0 0 1` holds as a row; `1 0 0 0 0 0 7` is wrong on the page, or read in the wrong place.

use super::weights::sums;
use super::zone::{Figure, FigureKind};

/// Minus the logarithm of the chance to meet a value: zeros are no evidence.
pub(super) fn surprise(value: i64) -> f64 {
    if value == 0 {
        -sums::ZERO.ln()
    } else {
        let size = value.unsigned_abs() as f64;
        -((1.0 - sums::ZERO) * 0.35 / (size.powf(1.2) + 0.5)).ln()
    }
}

/// The log-odds of `total` being the sum of `parts`. A blank counts nothing; what is no whole number says nothing.
pub(super) fn equality<'a>(
    total: Option<&Figure>,
    parts: impl Iterator<Item = Option<&'a Figure>>,
) -> f64 {
    let mut sum = 0_i64;
    let mut has_blank = false;
    for part in parts {
        has_blank |= part.is_none_or(Figure::is_blank);
        let Some(part) = part else { continue };
        let Some(number) = part.number else { return 0.0 };
        sum = sum.saturating_add(number);
    }
    match total.filter(|it| !it.is_blank()) {
        None if sum == 0 => 0.0,
        None => -sums::BLANK_TOTAL,
        Some(total) if total.kind == FigureKind::NotApplicable && sum == 0 => 0.0,
        Some(total) => match total.number {
            None => 0.0,
            Some(n) if n == sum && total.kind == FigureKind::Number => {
                if sum == 0 {
                    0.0
                } else {
                    surprise(sum)
                }
            }
            // A blank cell may be what is missing, whether it is drawn or left no trace, and as well as a blank total.
            Some(n) if has_blank && sum < n => -sums::BLANK_PART,
            Some(_) => -sums::BROKEN,
        },
    }
}
