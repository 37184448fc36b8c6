//! Amounts of money in 万元, the unit of the form.

use ogi_model::Decimal;

/// A unit of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoneyUnit {
    /// Its name: `元`.
    pub name: &'static str,
    /// By how many places the point of an amount moves to the right to give 万元.
    pub places: i32,
}

/// The units that offices use. None begins with another, so the first that a text begins with is its unit.
pub const UNITS: [MoneyUnit; 3] = [
    MoneyUnit { name: "万元", places: 0 },
    MoneyUnit { name: "亿元", places: 4 },
    MoneyUnit { name: "元", places: -4 },
];

/// The unit that a text begins with.
///
/// ```
/// assert_eq!(ogi_text::money::unit_at("亿元。").unwrap().places, 4);
/// assert_eq!(ogi_text::money::unit_at("万件"), None);
/// ```
pub fn unit_at(text: &str) -> Option<MoneyUnit> {
    UNITS.into_iter().find(|it| text.starts_with(it.name))
}

impl MoneyUnit {
    /// An amount in this unit, in 万元, no digit lost; `None` beyond what a decimal holds.
    ///
    /// ```
    /// use ogi_text::money::unit_at;
    /// let yuan = unit_at("元").unwrap();
    /// assert_eq!(yuan.in_ten_thousands("251000".parse().unwrap()).unwrap().to_string(), "25.1000");
    /// ```
    pub fn in_ten_thousands(self, amount: Decimal) -> Option<Decimal> {
        let places = self.places.unsigned_abs();
        if self.places < 0 {
            let scale = amount.scale().checked_add(places)?;
            Decimal::try_from_i128_with_scale(amount.mantissa(), scale).ok()
        } else {
            amount.checked_mul(Decimal::from(10_u32.checked_pow(places)?))
        }
    }
}
