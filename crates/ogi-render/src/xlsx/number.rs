//! Figures that a workbook can hold as numbers.

use ogi_model::{Cell, Decimal, Value};

/// The most digits that a workbook keeps of a number.
const DIGITS: usize = 15;

/// The number of a cell, if it is nothing but a number and a workbook keeps all of it.
pub(super) fn number(cell: &Cell) -> Option<f64> {
    let Cell::Number { value, remark: None } = cell else { return None };
    let printed = value.to_string();
    let number: f64 = printed.parse().ok()?;
    let digits = printed.bytes().filter(u8::is_ascii_digit).count();
    let kept = number.to_string().parse::<Decimal>().ok()? == value.decimal();
    (digits <= DIGITS && kept).then_some(number)
}

/// How many decimals a figure is printed with.
pub(super) fn decimals(value: Value) -> usize {
    value.to_string().split_once('.').map_or(0, |it| it.1.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_kept_is_a_number() {
        assert_eq!(number(&Cell::from(-4)), Some(-4.0));
        assert_eq!(number(&Cell::from(Decimal::new(961_716, 1))), Some(96_171.6));
        assert_eq!(number(&Cell::from(i64::MAX)), None);
        assert_eq!(number(&Cell::from(Decimal::new(10_000_000_000_000_001, 4))), None);
        assert_eq!(number(&Cell::from(3).with_remark("其中1件")), None);
        assert_eq!(number(&Cell::Blank), None);
    }
}
