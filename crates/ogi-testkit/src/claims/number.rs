//! The ways in which people write numbers.

use rand::{Rng, RngExt as _};

/// A number as somebody writes it.
pub(super) fn written(n: i64, rng: &mut impl Rng) -> String {
    match rng.random_range(0..8) {
        0 if n < 100 => in_words(n),
        1 => thousands(n),
        2 => format!(" {n} "),
        3 => n.to_string().chars().map(wide).collect(),
        _ => n.to_string(),
    }
}

fn wide(c: char) -> char {
    char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap_or(c)
}

fn thousands(n: i64) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(c);
    }
    text
}

/// Below a hundred.
fn in_words(n: i64) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |it: i64| DIGITS[usize::try_from(it).unwrap_or(0) % 10];
    match (n / 10, n % 10) {
        (0, 2) => "两".to_owned(),
        (0, ones) => digit(ones).to_owned(),
        (1, 0) => "十".to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, 0) => format!("{}十", digit(tens)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_thousands() {
        assert_eq!(
            [0, 2, 10, 12, 20, 31].map(in_words),
            ["零", "两", "十", "十二", "二十", "三十一"]
        );
        assert_eq!([7, 1_113, 100_000].map(thousands), ["7", "1,113", "100,000"]);
    }
}
