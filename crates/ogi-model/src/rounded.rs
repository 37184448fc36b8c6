//! Rounding, as shares are printed.

use crate::Decimal;

/// A share to so many places after the point, half of the last away from 0, without zeros at its end.
///
/// ```
/// use ogi_model::{Decimal, rounded};
/// assert_eq!(rounded(Decimal::new(66_665, 5), 4).to_string(), "0.6667");
/// ```
pub fn rounded(share: Decimal, places: u32) -> Decimal {
    let strategy = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
    share.round_dp_with_strategy(places, strategy).normalize()
}
