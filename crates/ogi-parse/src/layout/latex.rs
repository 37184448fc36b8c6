//! LaTeX: tables between `\begin{longtable}` and `\end{longtable}`, and text with commands in it.

use core::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::{tag, take, take_while, take_while1};
use nom::character::complete::{anychar, char, multispace0};
use nom::combinator::{opt, recognize, value};
use nom::sequence::preceded;
use nom::{IResult, Parser};
use ogi_text::blank;

use super::lines::Line;
use super::rows::Rows;
use super::spans::Spans;
use super::table::Table;

/// The environments that are tables, and how many arguments come before their content.
const TABLES: [(&str, usize); 8] = [
    ("longtable", 1),
    ("tabular", 1),
    ("tabular*", 2),
    ("tabularx", 2),
    ("tabulary", 2),
    ("xltabular", 2),
    ("array", 1),
    ("tblr", 1),
];
/// Commands whose arguments print nothing, and how many they are.
const SILENT: [(&str, usize); 16] = [
    ("begin", 1),
    ("end", 1),
    ("cline", 1),
    ("cmidrule", 1),
    ("noalign", 1),
    ("label", 1),
    ("usepackage", 1),
    ("documentclass", 1),
    ("setlength", 2),
    ("vspace", 1),
    ("hspace", 1),
    ("hypertarget", 1),
    ("textcolor", 1),
    ("color", 1),
    ("fontsize", 2),
    ("href", 1),
];
/// How deep arguments are looked into.
const DEEPEST: usize = 12;

/// Whether a text is LaTeX.
pub(super) fn is_latex(text: &str) -> bool {
    let has = |it: &str| memchr::memmem::find(text.as_bytes(), it.as_bytes()).is_some();
    memchr::memchr(b'\\', text.as_bytes()).is_some()
        && (has("\\documentclass")
            || has("\\begin{document}")
            || TABLES.iter().any(|it| has(&format!("\\begin{{{}}}", it.0))))
}

/// Writes a whole text.
pub(super) fn text<'t>(rows: &mut Rows<'t>, table: &mut Table<'t>, lines: &[Line]) {
    let source = rows.source();
    let body = source.find("\\begin{document}").unwrap_or(0);
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        let text = &source[line.start..line.end];
        let begins = text.find("\\begin{").map(|it| line.start + it);
        let begins = begins.filter(|it| table_begins(&source[*it..]).is_some());
        if let Some(begins) = begins {
            let end = self::table(rows, table, begins);
            while lines.get(at).is_some_and(|it| it.start < end) {
                at += 1;
            }
        } else if line.start >= body || text.starts_with("\\title") {
            let (start, end) = blank::trim(source.as_bytes(), line.start, line.end);
            rows.line(&printed(&source[start..end], 0), start..end);
        }
    }
}

/// The name of the table that begins here, and where its rows do.
fn table_begins(text: &str) -> Option<(&'static str, usize)> {
    let found: IResult<&str, &str> = preceded(tag("\\begin"), argument).parse(text);
    let (mut rest, name) = found.ok()?;
    let (name, arguments) = TABLES.iter().find(|it| it.0 == name)?;
    for _ in 0..*arguments {
        let found: IResult<&str, (Option<&str>, &str)> = (opt(option), argument).parse(rest);
        rest = found.ok()?.0;
    }
    Some((name, text.len() - rest.len()))
}

/// Writes the table that begins at a byte, and where it ends.
fn table<'t>(rows: &mut Rows<'t>, table: &mut Table<'t>, start: usize) -> usize {
    let source = rows.source();
    let Some((name, body)) = table_begins(&source[start..]) else { return start };
    let body = start + body;
    let end = source[body..].find(&format!("\\end{{{name}}}")).map_or(source.len(), |it| body + it);
    let mut columns = Spans::default();
    columns.next_row();
    let mut from = body;
    let mut at = body;
    while at < end {
        let (step, ends) = separator(&source[at..end]);
        if let Some(ends) = ends {
            cell(source, table, &mut columns, from..at);
            from = at + step;
            if ends {
                table.end_row(0);
                columns = Spans::default();
            }
        }
        at += step;
    }
    table.write(rows);
    end
}

/// How many bytes the next step takes, and whether it ends a cell (`false`) or a row (`true`).
fn separator(text: &str) -> (usize, Option<bool>) {
    let row = (tag("\\\\"), opt(char('*')), opt(option));
    let found: IResult<&str, Option<bool>> = alt((
        value(Some(true), alt((recognize(row), tag("\\tabularnewline")))),
        value(None, environment),
        value(None, recognize((char('\\'), anychar))),
        value(None, argument),
        value(None, comment),
        value(Some(false), tag("&")),
        value(None, recognize(anychar)),
    ))
    .parse(text);
    found.map_or((text.len().max(1), None), |(rest, ends)| (text.len() - rest.len(), ends))
}

fn cell(source: &str, table: &mut Table<'_>, columns: &mut Spans, span: Range<usize>) {
    let (start, end) = blank::trim(source.as_bytes(), span.start, span.end);
    let raw = source[start..end].trim_start();
    let found: IResult<&str, &str> = preceded((rules, tag("\\multicolumn")), argument).parse(raw);
    let covers = found.ok().and_then(|it| it.1.trim().parse().ok()).unwrap_or(1);
    table.cell(printed(raw, 0).trim().to_owned(), start..end, columns.place(covers, 1));
}

/// Rules and the like before the first cell of a row.
fn rules(text: &str) -> IResult<&str, &str> {
    let rule = alt((
        tag("\\toprule"),
        tag("\\midrule"),
        tag("\\bottomrule"),
        tag("\\hline"),
        tag("\\endhead"),
        tag("\\endfirsthead"),
        tag("\\endfoot"),
        tag("\\endlastfoot"),
        recognize((
            alt((tag("\\cline"), tag("\\cmidrule"), tag("\\noalign"))),
            opt(round),
            argument,
        )),
    ));
    recognize(nom::multi::many0_count((multispace0, rule, multispace0))).parse(text)
}

/// `{…}` with balanced braces.
fn argument(text: &str) -> IResult<&str, &str> {
    let (inner, _) = preceded(multispace0, char('{')).parse(text)?;
    let mut depth = 1_usize;
    let mut bytes = inner.bytes().enumerate();
    while let Some((at, b)) = bytes.next() {
        match b {
            b'\\' => {
                bytes.next();
            }
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Ok((&inner[at + 1..], &inner[..at]));
        }
        if at > LONGEST {
            break;
        }
    }
    Err(nom::Err::Error(nom::error::Error::new(text, nom::error::ErrorKind::Char)))
}

/// The longest argument, in bytes.
const LONGEST: usize = 4000;

/// An environment within a cell: what ends lines in it ends no row.
fn environment(text: &str) -> IResult<&str, &str> {
    let (rest, name) = preceded(tag("\\begin"), argument).parse(text)?;
    let end = format!("\\end{{{name}}}");
    // `take_until` is slow where there is no end.
    let near = &rest.as_bytes()[..LONGEST.min(rest.len())];
    match memchr::memmem::find(near, end.as_bytes()) {
        Some(at) => {
            let len = text.len() - rest.len() + at + end.len();
            Ok((&text[len..], &text[..len]))
        }
        None => Err(nom::Err::Error(nom::error::Error::new(text, nom::error::ErrorKind::Tag))),
    }
}

/// `[…]`.
fn option(text: &str) -> IResult<&str, &str> {
    recognize((char('['), take_while(|c| c != ']' && c != '\n'), char(']'))).parse(text)
}

/// `(…)`, as of `\cmidrule(lr)`.
fn round(text: &str) -> IResult<&str, &str> {
    recognize((char('('), take_while(|c| c != ')' && c != '\n'), char(')'))).parse(text)
}

fn comment(text: &str) -> IResult<&str, &str> {
    recognize((char('%'), take_while(|c| c != '\n'))).parse(text)
}

/// What a text prints.
fn printed(text: &str, depth: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = match c {
            '\\' => command(rest, &mut out, depth),
            '%' => comment(rest).map_or(&rest[1..], |it| it.0),
            '{' if depth < DEEPEST => match argument(rest) {
                Ok((left, inner)) => {
                    out.push_str(&printed(inner, depth + 1));
                    left
                }
                Err(_) => &rest[1..],
            },
            '{' | '}' | '$' => &rest[1..],
            '~' => {
                out.push('\u{a0}');
                &rest[1..]
            }
            '`' if rest.starts_with("``") => {
                out.push('“');
                &rest[2..]
            }
            '\'' if rest.starts_with("''") => {
                out.push('”');
                &rest[2..]
            }
            '\n' | '\r' => {
                // A line end between ideographs is none.
                let next = rest.trim_start().chars().next();
                if out.ends_with(|c: char| c.is_ascii()) || next.is_some_and(|c| c.is_ascii()) {
                    out.push(' ');
                }
                rest.trim_start()
            }
            c => {
                out.push(c);
                &rest[c.len_utf8()..]
            }
        };
    }
    out
}

/// Prints what a command does, and what is left behind it.
fn command<'a>(text: &'a str, out: &mut String, depth: usize) -> &'a str {
    let name: IResult<&str, &str> =
        preceded(char('\\'), take_while1(|c: char| c.is_ascii_alphabetic() || c == '@'))
            .parse(text);
    let Ok((mut rest, name)) = name else {
        // `\_`, `\,`.
        let sign: IResult<&str, &str> = preceded(char('\\'), take(1_usize)).parse(text);
        let Ok((rest, sign)) = sign else { return "" };
        out.push_str(match sign {
            "\\" | ";" | ":" | " " | "\n" => " ",
            // A thin space parts thousands.
            "!" | "," | "-" | "/" | "@" => "",
            sign => sign,
        });
        return rest;
    };
    rest = rest.strip_prefix('*').unwrap_or(rest);
    while let Ok((left, _)) = option(rest) {
        rest = left;
    }
    let skipped = match name {
        "multicolumn" | "multirow" => 2,
        name => SILENT.iter().find(|it| it.0 == name).map_or(0, |it| it.1),
    };
    if name == "begin" || name == "end" {
        // `\begin{minipage}[b]{\linewidth}\raggedright`.
        let Ok((left, environment)) = argument(rest) else { return rest };
        rest = left;
        while let Ok((left, _)) = option(rest) {
            rest = left;
        }
        let arguments = TABLES.iter().find(|it| it.0 == environment).map_or(0, |it| it.1);
        let arguments = if environment == "minipage" { 1 } else { arguments };
        for _ in 0..if name == "begin" { arguments } else { 0 } {
            rest = argument(rest).map_or(rest, |it| it.0);
        }
        return rest;
    }
    for _ in 0..skipped {
        rest = argument(rest).map_or(rest, |it| it.0);
        while let Ok((left, _)) = option(rest) {
            rest = left;
        }
    }
    match name {
        "textbackslash" => out.push('\\'),
        "ldots" | "dots" => out.push('…'),
        "textendash" => out.push('–'),
        "textemdash" => out.push('—'),
        "quad" | "qquad" | "newline" | "par" | "enspace" => out.push(' '),
        _ => {}
    }
    // The blank behind a command is part of it; what its braces hold is printed.
    if depth > DEEPEST { rest } else { rest.trim_start_matches(' ') }
}

#[cfg(test)]
mod tests {
    use super::super::sheet;
    use super::printed;

    #[test]
    fn a_table_of_latex() {
        let text = "\\documentclass{article}\n\\begin{document}\n\\textbf{题}\n\\begin{longtable}[]{@{}lll@{}}\n\\toprule\n\\endhead\n\\multicolumn{2}{l}{甲} & \\multirow{2}{*}{数} \\\\\n规\n章 & \\begin{tabular}[c]{@{}l@{}}结果\\\\ 维持\\end{tabular} & 1\\,113 \\\\ % 注\n\\bottomrule\n\\end{longtable}\n完\n\\end{document}";
        let shown = sheet(text).to_string();
        assert_eq!(shown, "\n  题\n| 甲[0-1] 数[2]\n| 规章[0] 结果  维持[1] #1113[2]\n\n  完\n");
    }

    #[test]
    fn commands_print_what_their_braces_hold() {
        assert_eq!(printed(r"\textbf{一、总体情况}", 0), "一、总体情况");
        assert_eq!(printed(r"{~0}{}", 0), "\u{a0}0");
        assert_eq!(printed(r"\multirow{3}{*}{（三）不予公开}", 0), "（三）不予公开");
        assert_eq!(printed(r"3.危及``三安全一稳定''", 0), "3.危及“三安全一稳定”");
        assert_eq!(
            printed("\\begin{minipage}[b]{\\linewidth}\\raggedright\n规章\n\\end{minipage}", 0)
                .trim(),
            "规章"
        );
        assert_eq!(printed(r"$-8$ \% \_", 0), "-8 % _");
    }
}
