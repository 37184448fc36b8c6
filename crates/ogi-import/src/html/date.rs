//! Days, as pages print them.

use ogi_model::Date;

/// The day that a text begins with: `2024-01-17 10:00`, `2024年1月17日`, `2024/1/17`.
pub(super) fn day(text: &str) -> Option<Date> {
    let mut rest = text.trim_start();
    let mut numbers = [0_u16; 3];
    for (i, number) in numbers.iter_mut().enumerate() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > if i == 0 { 4 } else { 2 } {
            return None;
        }
        *number = rest[..digits].parse().ok()?;
        rest = rest[digits..].trim_start();
        if i < 2 {
            rest = rest.strip_prefix(['-', '/', '.', '年', '月'])?.trim_start();
        }
    }
    let [year, month, day] = numbers;
    let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()?;
    (year > 1900).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_all_writings() {
        for text in
            ["2024-01-17 10:00", " 2024年1月17日", "2024/1/17", "2024.01.17", "2024-01-17T1:2"]
        {
            assert_eq!(day(text).map(|it| it.to_string()).as_deref(), Some("2024-01-17"), "{text}");
        }
        for text in ["", "2024", "24-1-17", "2024-13-01", "昨天"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
