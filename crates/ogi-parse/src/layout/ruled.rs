//! Columns that a line shows for all rows of a block: rules of dashes (`---- ----`, as pandoc, rst and many programs
//! draw them), or heads with numbered rows below (pandas).

use core::ops::Range;
use std::borrow::Cow;

use ogi_text::blank;

use super::content::of_markdown;
use super::lines::Line;
use super::table::Table;
use super::width::is_wide;
use crate::sheet::Columns;

/// How many lines of heads may stand above the rule, or rows below numbered ones be looked at.
const HEADS: usize = 6;
/// The shortest dash or dashes of a rule.
const SHORTEST: usize = 2;
/// The longest line, in bytes, whose columns are looked for.
const WIDEST: usize = 4000;
/// More columns than any table has.
const MOST: usize = 400;

/// Writes the block that begins with the first line into a table; how many lines it has, 0 if none begins.
pub(super) fn block<'t>(source: &'t str, table: &mut Table<'t>, lines: &[Line]) -> usize {
    let second = lines.get(1).map(|it| &source[it.start..it.end]).unwrap_or_default();
    let first = &source[lines[0].start..lines[0].end];
    if looks_ruled(first) || looks_ruled(second) && !blank::trimmed(first).is_empty() {
        return below_rule(source, table, lines);
    }
    if first.starts_with("  ") && second.starts_with("0 ") {
        return numbered(source, table, lines);
    }
    0
}

/// Cheap, and true of few lines.
fn looks_ruled(line: &str) -> bool {
    let bytes = line.as_bytes();
    let from = bytes.iter().position(|it| *it != b' ').unwrap_or(bytes.len());
    matches!(bytes[from..], [b'-', b'-', ..] | [b'=', b'=', ..])
}

/// The dashes of a rule, in characters.
fn rule(line: &str) -> Option<Vec<Range<usize>>> {
    let line = line.trim_end();
    if !looks_ruled(line) || !line.bytes().all(|b| matches!(b, b'-' | b'=' | b' ')) {
        return None;
    }
    let mut at = 0;
    let mut all = Vec::new();
    for dashes in line.split(' ') {
        if !dashes.is_empty() {
            all.push(at..at + dashes.len());
        }
        at += dashes.len() + 1;
    }
    (all.len() <= MOST && all.iter().all(|it| it.len() >= SHORTEST)).then_some(all)
}

fn below_rule<'t>(source: &'t str, table: &mut Table<'t>, lines: &[Line]) -> usize {
    let rule_at = |i: usize| lines.get(i).and_then(|it| rule(&source[it.start..it.end]));
    let is_blank = |i: usize| lines.get(i).is_none_or(|it| it.trimmed(source).is_empty());
    let Some((top, dashes)) =
        (0..=HEADS).find_map(|i| rule_at(i).filter(|it| it.len() > 1).map(|it| (i, it)))
    else {
        return 0;
    };
    let opened = rule_at(0).is_some();
    if top > 1 && !opened {
        return 0;
    }
    // A rule of the same columns, or one over all of them, ends the table where nothing follows.
    let same = |it: &Vec<Range<usize>>| *it == dashes || it.len() == 1;
    let mut end = None;
    let mut at = top + 1;
    while at < lines.len() {
        if let Some(found) = rule_at(at) {
            if same(&found) && is_blank(at + 1) {
                end = Some(at + 1);
                break;
            }
            // The rule under the heads of rst; another table otherwise.
            if !(found == dashes && opened && !is_blank(at + 1)) {
                break;
            }
        }
        at += 1;
    }
    let closed = end.is_some();
    let end = end.unwrap_or_else(|| (top + 1..).find(|i| is_blank(*i)).unwrap_or(lines.len()));
    let end = end.min(lines.len());
    let content: Vec<&Line> =
        lines[..end].iter().filter(|it| rule(&source[it.start..it.end]).is_none()).collect();
    // Rows of several lines have a blank line between them.
    let inner = lines[top + 1..end].iter().rev().skip(1);
    let is_tall = closed && inner.clone().any(|it| it.trimmed(source).is_empty());
    let starts: Vec<usize> = dashes.iter().map(|it| it.start).collect();
    let sliced = |width| {
        let slices = content.iter().map(|it| slices(source, it, &starts, width));
        let (slices, cuts): (Vec<_>, Vec<_>) = slices.unzip();
        (slices, cuts.iter().sum::<usize>())
    };
    let [(one, cuts), (two, wide_cuts)] = [1, 2].map(sliced);
    write(source, table, if wide_cuts < cuts { two } else { one }, starts.len(), is_tall);
    end
}

/// Rows that a program numbered, below right-aligned heads.
fn numbered<'t>(source: &'t str, table: &mut Table<'t>, lines: &[Line]) -> usize {
    let row = |i: usize| {
        let line = lines.get(i + 1)?;
        let rest = source[line.start..line.end].strip_prefix(&i.to_string())?;
        rest.starts_with(' ').then_some(line)
    };
    let rows = (0..).take_while(|i| row(*i).is_some()).count();
    if rows < 2 {
        return 0;
    }
    let content: Vec<&Line> = lines[..=rows].iter().collect();
    let heads = source[lines[0].start..lines[0].end].split("  ").filter(|it| !it.trim().is_empty());
    let columns = heads.count() + 1;
    let found = [1, 2].into_iter().find_map(|width| {
        let has_head = filled(source, &content[..1], width)?;
        let mut starts = Vec::new();
        let mut open = None;
        for column in filled(source, &content, width)? {
            let start = *open.get_or_insert(column.start);
            // Blanks within a cell may stand in every line: what has no head goes on.
            if column.start == 0 || has_head.iter().any(|it| column.contains(&it.start)) {
                starts.push(start);
                open = None;
            }
        }
        (starts.len() == columns && open.is_none()).then_some((starts, width))
    });
    let Some((starts, width)) = found else { return 0 };
    let cells = content.iter().map(|it| slices(source, it, &starts, width).0).collect();
    write(source, table, cells, starts.len(), false);
    rows + 1
}

/// The columns that have something in them, with a blank in every line between them; `None` if lines are too long, or
/// columns too many.
fn filled(source: &str, lines: &[&Line], width: usize) -> Option<Vec<Range<usize>>> {
    let mut filled = vec![false; WIDEST];
    for line in lines {
        let text = source[line.start..line.end].trim_end();
        if text.len() > WIDEST {
            return None;
        }
        let mut column = 0;
        let mut before = ' ';
        for (i, c) in text.char_indices() {
            // One blank may be within a cell.
            let within = c == ' ' && before != ' ' && !text[i + 1..].starts_with(' ');
            let wide = if is_wide(c) { width } else { 1 };
            filled.iter_mut().skip(column).take(wide).for_each(|it| *it |= c != ' ' || within);
            column += wide;
            before = c;
        }
    }
    let mut columns: Vec<Range<usize>> = Vec::new();
    for at in (0..WIDEST).filter(|it| filled[*it]) {
        match columns.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => columns.push(at..at + 1),
        }
    }
    (columns.len() <= MOST).then_some(columns)
}

/// The spans of the cells of a line.
type Slices = Vec<Range<usize>>;

fn write<'t>(
    source: &'t str,
    table: &mut Table<'t>,
    slices: Vec<Slices>,
    width: usize,
    is_tall: bool,
) {
    if !is_tall {
        for row in slices {
            for (i, place) in row.into_iter().enumerate() {
                table.cell(of_markdown(&source[place.clone()]), place, Columns::exact(i as u32, 1));
            }
            table.end_row(0);
        }
        return;
    }
    let is_gap = |row: &[Range<usize>]| row.iter().all(Range::is_empty);
    for lines in slices.split(|it| is_gap(it)) {
        for column in 0..width {
            let mut cell: Option<(Cow<'t, str>, Range<usize>)> = None;
            for place in lines.iter().filter_map(|it| it.get(column)).filter(|it| !it.is_empty()) {
                let text = source[place.clone()].trim_end_matches('\\');
                cell = Some(match cell {
                    None => (text.into(), place.clone()),
                    Some((above, at)) => (joined(&above, text).into(), at.start..place.end),
                });
            }
            let end = lines.last().and_then(|it| it.last()).map_or(0, |it| it.end);
            let (text, place) = cell.unwrap_or((Cow::Borrowed(""), end..end));
            let text = match text {
                Cow::Borrowed(text) => of_markdown(text),
                Cow::Owned(text) => of_markdown(&text).into_owned().into(),
            };
            if !lines.is_empty() {
                table.cell(text, place, Columns::exact(column as u32, 1));
            }
        }
        table.end_row(0);
    }
}

/// Two lines of a cell. Between ideographs nothing stands where the line ended.
fn joined(above: &str, below: &str) -> String {
    let is_ascii = |c: char| c.is_ascii();
    let gap = if above.ends_with(is_ascii) || below.starts_with(is_ascii) { " " } else { "" };
    format!("{above}{gap}{below}")
}

/// The cells of a line where columns start at these characters and an ideograph is so wide; and how many words are cut
/// by a start. What is cut belongs to the column that it begins in.
fn slices(source: &str, line: &Line, starts: &[usize], width: usize) -> (Slices, usize) {
    let text = &source[line.start..line.end];
    let mut cells = Vec::with_capacity(starts.len());
    let (mut column, mut from, mut cuts) = (0, 0, 0);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if cells.len() + 1 < starts.len() && column >= starts[cells.len() + 1] {
            if before == ' ' || c == ' ' {
                cells.push(from..at);
                from = at;
            } else {
                cuts += 1;
            }
        }
        column += if is_wide(c) { width } else { 1 };
        before = c;
    }
    cells.push(from..text.len());
    cells.resize(starts.len(), text.len()..text.len());
    let trim = |it: &Range<usize>| {
        let (start, end) =
            blank::trim(source.as_bytes(), line.start + it.start, line.start + it.end);
        start..end
    };
    (cells.iter().map(trim).collect(), cuts)
}

#[cfg(test)]
mod tests {
    use super::super::sheet;

    #[test]
    fn rules_of_dashes_show_columns() {
        let text = "
  -------- -------- ------
  信息内容 本年制发 现行
           件数     有效

  规章     1,113
  -------- -------- ------

完";
        assert_eq!(
            sheet(text).to_string(),
            "\n| 信息内容[0] 本年制发件数[1] 现行有效[2]\n| 规章[0] =1,113[1] _[2]\n\n  完\n"
        );
        let simple = "0     1    2\n----  ---  ---\n规章    0    12\n行政许可  7    7\n\n完";
        assert_eq!(
            sheet(simple).to_string(),
            "| 0[0] 1[1] 2[2]\n| 规章[0] #0[1] #12[2]\n| 行政许可[0] #7[1] #7[2]\n\n  完\n"
        );
    }

    #[test]
    fn rows_that_a_program_numbered() {
        let text =
            "      0    1    2\n0    规章    1  NaN\n1  行政许可  447    7\n2    其他    0    0\n";
        assert_eq!(
            sheet(text).to_string(),
            "| [0] 0[1] 1[2] 2[3]\n| 0[0] 规章[1] #1[2] _NaN[3]\n| 1[0] 行政许可[1] #447[2] #7[3]\n| 2[0] 其他[1] #0[2] #0[3]\n"
        );
    }
}
