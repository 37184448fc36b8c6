//! Lines without their markup: what a person sees of a list item, a link, a tag or a LaTeX command.
//!
//! `[首页](/)` is 首页, `<b>一、总体情况</b>` is 一、总体情况.

use std::borrow::Cow;

/// What begins an item of a list, or a heading.
const BULLETS: [&str; 7] = ["* ", "- ", "+ ", "• ", "· ", "> ", "○ "];
/// Marks of strong and other text, where they are doubled.
const STRONG: [&str; 5] = ["**", "__", "'''", "''", "~~"];

/// What a line prints. Places stay those of the line.
pub(super) fn plain(line: &str) -> Cow<'_, str> {
    const MARKUP: &[u8] = b"[]<>*_'#\\{}~`\"";
    let starts_marked = line.starts_with(['-', '+', '•', '·', '○', ':']) || line.starts_with("![");
    if !starts_marked && !line.bytes().any(|it| MARKUP.contains(&it)) {
        return Cow::Borrowed(line);
    }
    let mut line = line.trim_start_matches('#').trim();
    while let Some(rest) = BULLETS.iter().find_map(|it| line.strip_prefix(it)) {
        line = rest.trim_start();
    }
    if line.starts_with(":::") {
        return Cow::Borrowed("");
    }
    let mut out = String::with_capacity(line.len());
    without_markup(line, &mut out);
    Cow::Owned(out.trim().to_owned())
}

fn without_markup(text: &str, out: &mut String) {
    // Braces are LaTeX where it has a command, or a group opens the line.
    let is_latex = text.starts_with('{')
        || text.match_indices('\\').any(|(at, _)| {
            text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()) && text.contains('{')
        });
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(mark) = STRONG.iter().find(|it| rest.starts_with(**it)) {
            rest = &rest[mark.len()..];
            continue;
        }
        let after = &rest[c.len_utf8()..];
        rest = match c {
            '\\' => match after.chars().next() {
                Some(escaped) if escaped.is_ascii_punctuation() => {
                    out.push(escaped);
                    &after[escaped.len_utf8()..]
                }
                Some(letter) if is_latex && letter.is_ascii_alphabetic() => command(after),
                _ => {
                    out.push(c);
                    after
                }
            },
            '{' | '}' if is_latex => after,
            '<' if after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c)) => {
                after.split_once('>').map_or("", |it| it.1)
            }
            '[' => match link(after) {
                Some((shown, rest)) => {
                    without_markup(shown, out);
                    rest
                }
                None => {
                    out.push(c);
                    after
                }
            },
            _ => {
                out.push(c);
                after
            }
        };
    }
}

/// A LaTeX command is not shown, and of a link only its second group.
fn command(text: &str) -> &str {
    let name = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let rest = name.trim_start_matches('*');
    if text.starts_with("href{") {
        return rest.split_once('}').map_or("", |it| it.1);
    }
    rest
}

/// What a link shows, and what follows it: `[shown](address)`, `[shown]{.class}`, `[[page|shown]]`, `[address shown]`.
fn link(text: &str) -> Option<(&str, &str)> {
    if let Some(wiki) = text.strip_prefix('[') {
        let (inside, rest) = wiki.split_once("]]")?;
        return Some((inside.rsplit('|').next().unwrap_or(inside), rest));
    }
    let (inside, rest) = text.split_once(']')?;
    for (open, close) in [('(', ')'), ('{', '}')] {
        if let Some(address) = rest.strip_prefix(open) {
            // Addresses may have escaped brackets in them: the last one closes.
            let end = match address.contains(['[', '\u{3000}']) {
                true => address.find(close),
                false => address.rfind(close),
            };
            return end.map(|at| (inside, &address[at + 1..]));
        }
    }
    let address = ["http:", "https:", "javascript:", "/"].iter().any(|it| inside.starts_with(it));
    address.then(|| (inside.split_once(' ').map_or("", |it| it.1), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_not_shown() {
        for (line, shown) in [
            ("**示例市民政局2025年政府信息公开年报**", "示例市民政局2025年政府信息公开年报"),
            ("'''示例市民政局'''", "示例市民政局"),
            ("*   [首页](/)", "首页"),
            ("* [政务公开](https://example.gov.cn/ \"政务公开\")", "政务公开"),
            ("[[../|首页]]", "首页"),
            ("[javascript:; 文字版]", "文字版"),
            ("[时间：2024-01-27]{.time}", "时间：2024-01-27"),
            (
                "<span class=\"source\">来源：示例市人民政府</span> <span>时间：2024-01-27</span>",
                "来源：示例市人民政府 时间：2024-01-27",
            ),
            ("\\href{javascript:void(0);}{\\emph{}微信}", "微信"),
            ("\\textbf{示例市2025年政府信息公开年报}", "示例市2025年政府信息公开年报"),
            ("{来源：示例市} {时间：2024-01-27}", "来源：示例市 时间：2024-01-27"),
            ("# 示例市民政局2025年\\_年报", "示例市民政局2025年_年报"),
            ("</div>", ""),
            ("::: trt-row", ""),
            ("-   全真版", "全真版"),
        ] {
            assert_eq!(plain(line), shown, "{line}");
        }
    }

    #[test]
    fn what_is_no_markup_stays() {
        for line in ["（2026年1月23日）", "按照<条例>[2025]2号编制", "3-5日"] {
            assert_eq!(plain(line), line);
        }
    }
}
