//! Characters by their number in a font (`w:sym`).

/// Fonts of icons: what has the number of a digit is none.
const ICONS: [&str; 3] = ["wingdings", "webdings", "mt extra"];

/// The text of a symbol; nothing if it is a drawing that no text stands for.
pub(crate) fn text(code: &str, font: &str) -> Option<char> {
    let code = u32::from_str_radix(code.trim(), 16).ok()?;
    let font = font.to_lowercase();
    let is_icon = ICONS.iter().any(|it| font.starts_with(it));
    // Fonts of symbols have their characters in a private range, at the places of ASCII.
    let of_font = (0xF020..=0xF07E).contains(&code);
    let c = char::from_u32(if of_font { code - 0xF000 } else { code })?;
    let is_private = ('\u{e000}'..='\u{f8ff}').contains(&c);
    // Of letters in such a font nobody knows what they look like.
    let is_known =
        if of_font { c.is_ascii_digit() || c.is_ascii_punctuation() } else { !is_private };
    (!is_icon && is_known && !c.is_control()).then_some(c)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn digits_are_digits_unless_the_font_has_icons() {
        for (code, font, read) in [
            ("F036", "Symbol", Some('6')),
            ("f030", "宋体", Some('0')),
            ("2460", "宋体", Some('①')),
            ("F036", "Wingdings 2", None),
            ("0031", "Wingdings", None),
            ("F041", "Symbol", None),
            ("F0FE", "宋体", None),
            ("xyz", "", None),
        ] {
            assert_eq!(text(code, font), read, "{code} {font}");
        }
    }
}
