//! Figures printed in other ways (VARIANTS, F).

use ogi_model::{Cell, Decimal, Unit, Value};

use super::labels::full_width_digit;
use super::{Pen, Style};

impl Pen<'_> {
    /// What this page prints in a cell.
    pub(crate) fn figure(&mut self, cell: &Cell, unit: Unit) -> String {
        let printed = match cell {
            Cell::Number { value, remark } => {
                let number = self.number(*value, unit);
                match remark {
                    None => number,
                    Some(remark) if self.applies(Style::RemarkBrackets) => {
                        format!("{number}({remark})")
                    }
                    Some(remark) => format!("{number}（{remark}）"),
                }
            }
            other => other.to_string(),
        };
        self.padded(printed)
    }

    fn number(&mut self, value: Value, unit: Unit) -> String {
        let (mut number, mut behind) = (value.to_string(), "");
        if unit == Unit::Money && self.applies(Style::Units) {
            behind = self.one_of(&["万元", "元"]);
            if behind == "元" {
                match value.decimal().checked_mul(Decimal::from(10_000)) {
                    Some(yuan) => number = yuan.normalize().to_string(),
                    None => behind = "",
                }
            }
        }
        if self.applies(Style::Thousands) {
            number = grouped(&number);
        }
        let grows = unit == Unit::Change && value.decimal() > Decimal::ZERO;
        if grows && self.applies(Style::PlusSigns) {
            number.insert(0, '+');
        }
        if self.applies(Style::FullWidthFigures) {
            number = number.chars().map(full_width_digit).collect();
        }
        number + behind
    }
}

/// `1,113` for `1113`; decimals are left as they are.
fn grouped(number: &str) -> String {
    let (whole, decimals) = match number.find('.') {
        Some(at) => number.split_at(at),
        None => (number, ""),
    };
    let digits = whole.bytes().filter(u8::is_ascii_digit).count();
    let mut grouped = String::new();
    let mut left = digits;
    for c in whole.chars() {
        grouped.push(c);
        if c.is_ascii_digit() {
            left -= 1;
            if left > 0 && left % 3 == 0 {
                grouped.push(',');
            }
        }
    }
    grouped + decimals
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands() {
        for (plain, printed) in [
            ("0", "0"),
            ("999", "999"),
            ("1113", "1,113"),
            ("-1234567", "-1,234,567"),
            ("59237.2449", "59,237.2449"),
            ("282.1000", "282.1000"),
        ] {
            assert_eq!(grouped(plain), printed);
        }
    }
}
