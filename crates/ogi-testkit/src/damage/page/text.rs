//! Text, letter by letter.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{CellNumber, Page};
use crate::Layout;
use crate::damage::rows::PageRow;
use crate::ink::Letter;

/// Text in which every letter knows its cell.
pub(in crate::damage) struct TextPage {
    lines: Vec<Vec<Letter>>,
    layout: Layout,
}

/// Letters of one cell that stand side by side.
struct Run {
    line: usize,
    at: Range<usize>,
}

impl TextPage {
    pub(in crate::damage) fn new(letters: &[Letter], layout: Layout) -> Self {
        Self { lines: letters.split(|it| it.c == '\n').map(<[_]>::to_vec).collect(), layout }
    }

    pub(in crate::damage) fn text(&self) -> String {
        let lines: Vec<String> =
            self.lines.iter().map(|line| line.iter().map(|it| it.c).collect()).collect();
        lines.join("\n")
    }

    /// Where the cell is printed; what stands within it, as a comma in a figure, is part of it.
    fn runs(&self, cell: CellNumber) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (line, letters) in self.lines.iter().enumerate() {
            let mut last: Option<usize> = None;
            for (i, letter) in letters.iter().enumerate() {
                let Some((owner, number)) = letter.of else { continue };
                if owner != cell {
                    last = None;
                    continue;
                }
                match runs.last_mut() {
                    Some(run)
                        if last.is_some_and(|it| it < number)
                            && !letters[run.at.end..i].iter().any(|it| it.c.is_whitespace()) =>
                    {
                        run.at.end = i + 1;
                    }
                    _ => runs.push(Run { line, at: i..i + 1 }),
                }
                last = Some(number);
            }
        }
        runs
    }

    fn only_run(&self, cell: CellNumber) -> Option<Run> {
        let mut runs = self.runs(cell);
        runs.pop().filter(|_| runs.is_empty())
    }

    fn is_empty(&self, line: usize) -> bool {
        self.lines[line].iter().all(|it| it.c.is_whitespace())
    }

    fn has_ink(&self, line: usize) -> bool {
        self.lines[line].iter().any(|it| it.of.is_some())
    }

    fn owners(&self, lines: Range<usize>) -> BTreeSet<CellNumber> {
        self.lines[lines].iter().flatten().filter_map(Letter::cell).collect()
    }

    /// The lines of a row, if nothing of another row stands on them.
    fn lines_of(&self, row: &PageRow) -> Option<Range<usize>> {
        let mut own: BTreeSet<CellNumber> = row.cells().collect();
        let lines: Vec<usize> =
            own.iter().flat_map(|it| self.runs(*it)).map(|it| it.line).collect();
        let range = *lines.iter().min()?..lines.iter().max()? + 1;
        if self.layout.repeats_merged_cells() {
            own.extend(&row.groups);
        }
        (row.is_complete() && self.owners(range.clone()).is_subset(&own)).then_some(range)
    }

    /// The same with the lines below it that are no row's.
    fn lines_with_gap(&self, row: &PageRow) -> Option<Range<usize>> {
        let range = self.lines_of(row)?;
        let end = (range.end..self.lines.len()).find(|it| self.has_ink(*it))?;
        Some(range.start..end)
    }

    fn figures_share_a_line(&self, row: &PageRow) -> bool {
        let runs = row.figures.iter().flat_map(|it| self.runs(it.cell));
        runs.map(|it| it.line).collect::<BTreeSet<_>>().len() == 1
    }

    /// A stretch of a line becomes this. In aligned text what follows stays where it is, if there is room.
    fn put(&mut self, line: usize, at: Range<usize>, letters: Vec<Letter>) {
        let (before, after) = (width(&self.lines[line][at.clone()]), width(&letters));
        let end = at.start + letters.len();
        let is_narrower = before.saturating_sub(after);
        self.lines[line].splice(at, letters);
        if !self.layout.is_aligned() {
            return;
        }
        self.lines[line].splice(end..end, core::iter::repeat_n(Letter::plain(' '), is_narrower));
        for _ in before..after {
            let rest = &self.lines[line][end..];
            if rest.len() > 1 && rest[..2].iter().all(|it| it.c == ' ') {
                self.lines[line].remove(end);
            }
        }
    }
}

fn width(letters: &[Letter]) -> usize {
    letters.iter().map(|it| if it.c.is_ascii() { 1 } else { 2 }).sum()
}

impl Page for TextPage {
    fn erase(&mut self, cell: CellNumber) -> bool {
        let runs = self.runs(cell);
        for run in runs.iter().rev() {
            self.put(run.line, run.at.clone(), Vec::new());
        }
        !runs.is_empty()
    }

    fn reprint(&mut self, cell: CellNumber, text: &str) -> bool {
        let runs = self.runs(cell);
        for run in runs.iter().rev() {
            let letters = text.chars().enumerate().map(|(i, c)| Letter { c, of: Some((cell, i)) });
            self.put(run.line, run.at.clone(), letters.collect());
        }
        !runs.is_empty()
    }

    fn replace_character(&mut self, cell: CellNumber, at: usize, by: Option<char>) -> bool {
        let mut places = Vec::new();
        for (line, letters) in self.lines.iter().enumerate() {
            let them = letters.iter().enumerate().filter(|it| it.1.of == Some((cell, at)));
            places.extend(them.map(|(i, _)| (line, i)));
        }
        for (line, i) in places.iter().rev() {
            let letters = by.map(|c| Letter { c, of: Some((cell, at)) }).into_iter().collect();
            self.put(*line, *i..i + 1, letters);
        }
        !places.is_empty()
    }

    fn split(&mut self, cell: CellNumber, at: usize) -> bool {
        let Some(run) = self.only_run(cell) else { return false };
        if self.layout.is_one_line() {
            return false;
        }
        let letters = &self.lines[run.line][run.at.clone()];
        let Some(i) = letters.iter().position(|it| it.of == Some((cell, at))) else { return false };
        let rest = self.lines[run.line].split_off(run.at.start + i);
        self.lines.insert(run.line + 1, rest);
        true
    }

    fn exchange(&mut self, one: CellNumber, other: CellNumber) -> bool {
        let letters_of = |cell| -> Vec<Letter> {
            let runs = self.runs(cell);
            let letters = runs.iter().flat_map(|it| &self.lines[it.line][it.at.clone()]);
            let mut letters: Vec<Letter> = letters.copied().filter(|it| it.of.is_some()).collect();
            letters.sort_by_key(|it| it.of);
            letters.dedup();
            letters
        };
        let (first, second) = (letters_of(one), letters_of(other));
        // Of the same length, they are exchanged letter by letter wherever they stand.
        if first.len() != second.len() || first.is_empty() {
            return false;
        }
        for letter in self.lines.iter_mut().flatten() {
            if let Some(i) = first.iter().position(|it| it.of == letter.of && letter.of.is_some()) {
                *letter = second[i];
            } else if let Some(i) =
                second.iter().position(|it| it.of == letter.of && letter.of.is_some())
            {
                *letter = first[i];
            }
        }
        true
    }

    fn join_heads(&mut self, heads: &[CellNumber]) -> bool {
        let runs: Vec<Run> = heads.iter().filter_map(|it| self.only_run(*it)).collect();
        let lines = || runs.iter().map(|it| it.line);
        let (Some(first), Some(last)) = (lines().min(), lines().max()) else { return false };
        let all: BTreeSet<CellNumber> = heads.iter().copied().collect();
        if runs.len() < heads.len()
            || self.layout.is_aligned()
            || self.layout.is_one_line()
            || self.owners(first..last + 1) != all
        {
            return false;
        }
        let mut runs = runs;
        runs.sort_by_key(|it| (it.line, it.at.start));
        let words = runs.iter().map(|it| self.lines[it.line][it.at.clone()].to_vec());
        let line = words.reduce(|mut line, word| {
            line.push(Letter::plain(' '));
            line.extend(word);
            line
        });
        self.lines.splice(first..=last, line);
        true
    }

    fn drop_blank(&mut self, row: &PageRow, at: usize) -> bool {
        let beside = |i: usize| row.figures.get(i).and_then(|it| self.only_run(it.cell));
        let (Some(before), Some(after)) = (at.checked_sub(1).and_then(beside), beside(at + 1))
        else {
            return false;
        };
        if before.line != after.line {
            let between = before.line + 1..after.line;
            let mut filled = between.filter(|it| !self.lines[*it].is_empty());
            let (Some(blank), None) = (filled.next(), filled.next()) else { return false };
            if !self.is_empty(blank) {
                return false;
            }
            self.lines.remove(blank);
            return true;
        }
        let between = before.at.end..after.at.start;
        let marks: Vec<usize> = between
            .filter(|it| ['|', '\t', ',', '，'].contains(&self.lines[before.line][*it].c))
            .collect();
        let [first, second] = marks[..] else { return false };
        if self.layout.is_aligned() {
            return false;
        }
        self.lines[before.line].drain(first..second);
        true
    }

    /// Only where an empty line means nothing.
    fn add_blank_paragraph(&mut self, cell: CellNumber) -> bool {
        let Some(run) = self.only_run(cell) else { return false };
        if !self.layout.is_cell_a_line() || run.line + 1 >= self.lines.len() {
            return false;
        }
        self.lines.insert(run.line + 1, Vec::new());
        true
    }

    fn repeat(&mut self, row: &PageRow) -> bool {
        let Some(range) = self.lines_with_gap(row) else { return false };
        if self.layout.needs_marks_between_rows() {
            return false;
        }
        let again = self.lines[range.clone()].to_vec();
        self.lines.splice(range.end..range.end, again);
        true
    }

    fn exchange_rows(&mut self, row: &PageRow, next: &PageRow) -> bool {
        let (Some(first), Some(second)) = (self.lines_of(row), self.lines_of(next)) else {
            return false;
        };
        if first.end > second.start || (first.end..second.start).any(|it| self.has_ink(it)) {
            return false;
        }
        let lines = [second.clone(), first.end..second.start, first.clone()];
        let exchanged: Vec<Vec<Letter>> =
            lines.into_iter().flat_map(|it| self.lines[it].to_vec()).collect();
        self.lines.splice(first.start..second.end, exchanged);
        true
    }

    fn move_label_behind(&mut self, row: &PageRow) -> bool {
        let runs: Option<Vec<Run>> = row.cells().map(|it| self.only_run(it)).collect();
        let Some(runs) = runs.filter(|_| self.layout.has_no_columns() && row.is_complete()) else {
            return false;
        };
        let is_in_order =
            runs.windows(2).all(|it| (it[0].line, it[0].at.end) < (it[1].line, it[1].at.start + 1));
        if !is_in_order || self.lines_of(row).is_none() {
            return false;
        }
        let mut words: Vec<Vec<Letter>> =
            runs.iter().map(|it| self.lines[it.line][it.at.clone()].to_vec()).collect();
        words.rotate_left(1);
        for (run, word) in runs.iter().zip(words).rev() {
            self.put(run.line, run.at.clone(), word);
        }
        true
    }

    fn cut(&mut self, rest: &[PageRow]) -> bool {
        let cells: BTreeSet<CellNumber> = rest.iter().flat_map(PageRow::cells).collect();
        let lines: Vec<usize> =
            cells.iter().flat_map(|it| self.runs(*it)).map(|it| it.line).collect();
        let (Some(first), Some(last)) = (lines.iter().min(), lines.iter().max()) else {
            return false;
        };
        if !self.owners(*first..last + 1).is_subset(&cells) {
            return false;
        }
        self.lines.drain(*first..=*last);
        true
    }

    fn pad(&mut self, row: &PageRow, many: usize) -> bool {
        let Some(pad) = self.layout.pad() else { return false };
        let Some(run) = row.figures.last().and_then(|it| self.only_run(it.cell)) else {
            return false;
        };
        let padding: Vec<Letter> = pad.repeat(many).chars().map(Letter::plain).collect();
        self.lines[run.line].extend(padding);
        true
    }

    fn insert(&mut self, row: &PageRow, within: bool, line: &str) -> bool {
        let Some(range) = self.lines_with_gap(row) else { return false };
        // Where each figure has a line of its own, a number alone on its line is one.
        let is_figure = line.chars().all(|it| it.is_ascii_digit());
        if self.layout.is_one_line() || (is_figure && !self.figures_share_a_line(row)) {
            return false;
        }
        let own = self.lines_of(row).unwrap_or(range.clone());
        let at = if within { own.start + own.len().div_ceil(2) } else { range.end };
        if within && (own.len() < 2 || self.layout.has_cells_of_lines()) {
            return false;
        }
        let lines = ["", line, ""].map(|it| it.chars().map(Letter::plain).collect());
        self.lines.splice(at..at, lines);
        true
    }

    fn join_lines(&mut self, row: &PageRow) -> bool {
        let Some(range) = self.lines_of(row) else { return false };
        if !self.layout.has_free_lines() {
            return false;
        }
        let line = range.end - 1;
        let Some(next) = (line + 1..self.lines.len()).find(|it| !self.lines[*it].is_empty()) else {
            return false;
        };
        // `1` and `113` are 1 113; a line of blanks is a blank cell.
        let digits = self.lines[next].iter().take_while(|it| it.c.is_ascii_digit()).count();
        if self.is_empty(next) || !self.has_ink(next) || digits == 3 {
            return false;
        }
        let rest: Vec<Vec<Letter>> = self.lines.drain(line + 1..=next).collect();
        self.lines[line].push(Letter::plain(' '));
        self.lines[line].extend(rest.into_iter().flatten());
        true
    }
}
