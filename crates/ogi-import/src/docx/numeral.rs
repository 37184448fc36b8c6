//! Ordinals as Word prints them.

use ogi_text::number::DIGITS;

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Numeral {
    #[default]
    Decimal,
    /// 01, 02
    TwoDigits,
    /// １, ２
    FullWidth,
    /// 一, 十一, 二十
    Chinese,
    /// 一, 一一, 二〇
    ChineseDigits,
    /// 壹, 拾壹
    Formal,
    /// ①
    Circled,
    /// ⑴
    Parenthesized,
    /// ⒈
    FullStop,
    /// ㈠
    ChineseParenthesized,
    /// 甲, 乙
    Stem,
    /// 子, 丑
    Branch,
    Letter {
        upper: bool,
    },
    Roman {
        upper: bool,
    },
    /// A bullet, or nothing.
    None,
}

impl Numeral {
    /// The numeral of a name in `w:numFmt`; what is not known is decimal.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "decimalZero" => Self::TwoDigits,
            "decimalFullWidth" | "decimalFullWidth2" => Self::FullWidth,
            "chineseCounting"
            | "chineseCountingThousand"
            | "japaneseCounting"
            | "taiwaneseCounting"
            | "taiwaneseCountingThousand"
            | "koreanDigital2" => Self::Chinese,
            "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
                Self::ChineseDigits
            }
            "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => {
                Self::Formal
            }
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::Circled,
            "decimalEnclosedParen" => Self::Parenthesized,
            "decimalEnclosedFullstop" => Self::FullStop,
            "ideographEnclosedCircle" => Self::ChineseParenthesized,
            "ideographTraditional" => Self::Stem,
            "ideographZodiac" => Self::Branch,
            "upperLetter" => Self::Letter { upper: true },
            "lowerLetter" => Self::Letter { upper: false },
            "upperRoman" => Self::Roman { upper: true },
            "lowerRoman" => Self::Roman { upper: false },
            "bullet" | "none" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// A number in this writing; decimal where it has no such number.
    pub(super) fn write(self, n: u32) -> String {
        let written = match self {
            Self::Decimal => None,
            Self::None => Some(String::new()),
            Self::TwoDigits => Some(format!("{n:02}")),
            Self::FullWidth => Some(digits(n, "０１２３４５６７８９")),
            Self::Chinese => Some(counted(n, DIGITS, ["", "十", "百", "千"])),
            Self::ChineseDigits => Some(digits(n, "〇一二三四五六七八九")),
            Self::Formal => Some(counted(n, "零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟"])),
            Self::Circled => beyond(n, 20, '①'),
            Self::Parenthesized => beyond(n, 20, '⑴'),
            Self::FullStop => beyond(n, 20, '⒈'),
            Self::ChineseParenthesized => beyond(n, 10, '㈠'),
            Self::Stem => one_of(n, "甲乙丙丁戊己庚辛壬癸"),
            Self::Branch => one_of(n, "子丑寅卯辰巳午未申酉戌亥"),
            Self::Letter { upper } => letter(n, upper),
            Self::Roman { upper } => roman(n, upper),
        };
        written.unwrap_or_else(|| n.to_string())
    }
}

fn digits(n: u32, of: &str) -> String {
    n.to_string().bytes().filter_map(|b| of.chars().nth(usize::from(b - b'0'))).collect()
}

/// A number in words: units in front of their powers of ten, and of ten thousand.
fn counted(n: u32, units: &str, powers: [&str; 4]) -> String {
    let unit = |n: u32| units.chars().nth(n as usize).unwrap_or('零');
    let group = |n: u32, first: bool| {
        let mut out = String::new();
        let mut gap = false;
        for power in (0..4).rev() {
            let digit = n / 10_u32.pow(power) % 10;
            if digit == 0 {
                gap = true;
                continue;
            }
            if gap && (!out.is_empty() || !first) {
                out.push(unit(0));
            }
            gap = false;
            // 十一, not 一十一; but 拾 always has its unit in front.
            if !(power == 1 && digit == 1 && out.is_empty() && first && powers[1] == "十") {
                out.push(unit(digit));
            }
            out.push_str(powers[power as usize]);
        }
        out
    };
    if n == 0 {
        return unit(0).to_string();
    }
    let mut out = String::new();
    for (size, name) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let part = n / size % 10_000;
        if part > 0 {
            let first = out.is_empty();
            out.push_str(&group(part, first));
            out.push_str(name);
        }
    }
    out
}

/// The `n`th character from one on, of so many.
fn beyond(n: u32, many: u32, first: char) -> Option<String> {
    let offset = n.checked_sub(1).filter(|it| *it < many)?;
    char::from_u32(first as u32 + offset).map(String::from)
}

fn one_of(n: u32, of: &str) -> Option<String> {
    of.chars().nth(n.checked_sub(1)? as usize).map(String::from)
}

/// a to z, aa to zz, aaa to zzz, and no more.
fn letter(n: u32, upper: bool) -> Option<String> {
    let n = n.checked_sub(1).filter(|it| *it < 78)?;
    let first = if upper { 'A' } else { 'a' };
    let letter = char::from_u32(first as u32 + n % 26)?;
    Some(std::iter::repeat_n(letter, n as usize / 26 + 1).collect())
}

fn roman(mut n: u32, upper: bool) -> Option<String> {
    const PARTS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if n == 0 || n >= 4000 {
        return None;
    }
    let mut out = String::new();
    for (value, letters) in PARTS {
        while n >= value {
            out.push_str(letters);
            n -= value;
        }
    }
    Some(if upper { out.to_uppercase() } else { out })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let cases = [
            ("chineseCounting", 1, "一"),
            ("japaneseCounting", 10, "十"),
            ("chineseCountingThousand", 11, "十一"),
            ("chineseCountingThousand", 20, "二十"),
            ("chineseCountingThousand", 105, "一百零五"),
            ("chineseCountingThousand", 111, "一百一十一"),
            ("chineseCountingThousand", 10_020, "一万零二十"),
            ("ideographDigital", 20, "二〇"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("decimal", 7, "7"),
            ("decimalFullWidth", 12, "１２"),
            ("decimalEnclosedCircle", 3, "③"),
            ("decimalEnclosedCircle", 30, "30"),
            ("upperLetter", 28, "BB"),
            ("lowerRoman", 9, "ix"),
            ("upperRoman", u32::MAX, "4294967295"),
            ("bullet", 1, ""),
            ("of no such kind", 4, "4"),
        ];
        for (name, n, written) in cases {
            assert_eq!(Numeral::named(name).write(n), written, "{name} {n}");
        }
    }
}
