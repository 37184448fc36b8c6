//! A table with what its cells print.

use pdfplumber::{
    BBox, Char, Edge, Image, Orientation, Page, Table, Word, WordExtractor, WordOptions,
};

use super::columns::Columns;
use super::frame::{holds, innermost};
use super::ink::Ink;
use crate::seen::{PICTURE, Print, Seen};

/// Borders this close are one, in points.
const SNAP: f64 = 3.0;

/// A table.
pub(super) struct Grid {
    pub(super) bbox: BBox,
    /// The cells that begin in each row.
    pub(super) rows: Vec<Vec<Drawn>>,
}

/// A cell.
pub(super) struct Drawn {
    /// Its place among those of its table, from 1.
    pub(super) column: u32,
    pub(super) bbox: BBox,
    pub(super) text: String,
    /// Whether its borders are known.
    pub(super) is_closed: bool,
}

impl Drawn {
    /// The columns that it covers. Of words without borders nobody knows how far their cell reaches.
    pub(super) fn columns(&self, columns: &Columns) -> ogi_parse::Columns {
        let covered = columns.of(&self.bbox);
        let is_figure = !self.text.chars().any(char::is_alphabetic);
        if self.is_closed || is_figure { covered } else { ogi_parse::Columns::Loose }
    }
}

impl Grid {
    pub(super) fn of(table: &Table, page: &Page, ink: &Ink) -> Self {
        let inner: Vec<&Char> =
            page.chars().iter().filter(|it| holds(&table.bbox, &it.bbox)).collect();
        let borders = page.edges();
        let mut starts: Vec<f64> = table.cells.iter().map(|it| it.bbox.x0).collect();
        starts.sort_by(f64::total_cmp);
        starts.dedup_by(|next, kept| *next - *kept <= SNAP);
        let innermost = innermost(core::slice::from_ref(table));
        let rows = table.rows.iter().map(|row| {
            let cells =
                (1..).zip(row).filter(|(_, it)| it.text.is_some() && innermost.contains(&it.bbox));
            cells
                .flat_map(|(column, it)| {
                    let chars = inner.iter().filter(|char| holds(&it.bbox, &char.bbox));
                    let chars: Vec<Char> = chars.map(|it| (*it).clone()).collect();
                    parted(&it.bbox, &chars, &starts, ink)
                        .unwrap_or_else(|| {
                            let plain = wrapped(&it.bbox, &chars).or_else(|| it.text.clone());
                            let plain = plain.unwrap_or_default();
                            vec![(it.bbox, text(&plain, &it.bbox, &chars, ink, page.images()))]
                        })
                        .into_iter()
                        .map(move |(bbox, text)| Drawn { column, bbox, text, is_closed: true })
                })
                .collect::<Vec<_>>()
        });
        let mut rows: Vec<Vec<Drawn>> = rows.filter(|it| !it.is_empty()).collect();
        add_homeless(&mut rows, &innermost, &inner, ink);
        for row in &mut rows {
            add_open(row, &table.bbox, &starts, |it| {
                let is_printed = |char: &&Char| !char.text.trim().is_empty();
                !inner.iter().filter(|char| is_printed(char)).any(|char| holds(it, &char.bbox))
                    && !innermost.iter().any(|cell| holds(cell, it))
                    && is_bounded(it, &borders)
            });
        }
        // A blank strip over several columns is the frame of a page around the table, or the ground between two lines.
        let is_strip = |row: &Vec<Drawn>| match row.as_slice() {
            [it] => it.text.trim().is_empty() && covers_several(&it.bbox, &starts),
            _ => false,
        };
        rows.retain(|it| !is_strip(it));
        Self { bbox: table.bbox, rows }
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = &Drawn> {
        self.rows.iter().flatten()
    }
}

/// Adds the words of a table that stand in none of its cells, each as a cell of the row that it stands in: nothing
/// printed is lost.
fn add_homeless(rows: &mut [Vec<Drawn>], cells: &[BBox], inner: &[&Char], ink: &Ink) {
    let homeless: Vec<Char> = inner
        .iter()
        .filter(|char| !cells.iter().any(|it| holds(it, &char.bbox)))
        .map(|it| (*it).clone())
        .collect();
    for word in words(&homeless) {
        let y = (word.bbox.top + word.bbox.bottom) / 2.0;
        // The flattest cell at this height is of one row.
        let flattest = |row: &Vec<Drawn>| {
            let at = row.iter().filter(|it| (it.bbox.top..=it.bbox.bottom).contains(&y));
            at.map(|it| it.bbox.bottom - it.bbox.top).min_by(f64::total_cmp)
        };
        let row = rows
            .iter()
            .enumerate()
            .filter_map(|(at, row)| Some((at, flattest(row)?)))
            .min_by(|a, b| a.1.total_cmp(&b.1));
        let Some(row) = row.and_then(|(at, _)| rows.get_mut(at)) else { continue };
        let at = row.partition_point(|it| it.bbox.x0 < word.bbox.x0);
        let column = row.get(at.saturating_sub(1)).map_or(1, |it| it.column);
        let text = text(&word.text, &word.bbox, &word.chars, ink, &[]);
        let drawn = Drawn { column, bbox: word.bbox, text, is_closed: false };
        row.insert(at, drawn);
    }
}

/// Adds the blank cells at the end of a row that are not closed: browsers draw no borders around cells with nothing in
/// them, and printing cuts off the border at the right.
fn add_open(
    row: &mut Vec<Drawn>,
    table: &BBox,
    starts: &[f64],
    is_blank_cell: impl Fn(&BBox) -> bool,
) {
    let height = |it: &Drawn| it.bbox.bottom - it.bbox.top;
    let Some(flattest) = row.iter().min_by(|a, b| height(a).total_cmp(&height(b))) else { return };
    let (top, bottom) = (flattest.bbox.top, flattest.bbox.bottom);
    let end = row.iter().map(|it| it.bbox.x1).fold(flattest.bbox.x1, f64::max);
    let ends = starts.iter().skip(1).copied().chain([table.x1]);
    let open: Vec<(u32, BBox)> = (1..)
        .zip(starts.iter().zip(ends))
        .map(|(column, (from, to))| (column, BBox::new(*from, top, to, bottom)))
        .filter(|(_, it)| it.x0 >= end - SNAP && it.x1 - it.x0 > SNAP)
        .collect();
    let is_printed = row.iter().any(|it| !it.text.trim().is_empty());
    if is_printed && open.iter().all(|(_, it)| is_blank_cell(it)) {
        let blank = |(column, bbox)| Drawn { column, bbox, text: String::new(), is_closed: true };
        row.extend(open.into_iter().map(blank));
    }
}

/// Whether borders say that there is a cell: at its right, or above and below it.
fn is_bounded(cell: &BBox, borders: &[Edge]) -> bool {
    let y = (cell.top + cell.bottom) / 2.0;
    let reach = |it: &Edge| it.x1.min(cell.x1) - it.x0.max(cell.x0);
    let is_at = |it: &Edge, at: f64| {
        it.orientation == Orientation::Horizontal
            && (it.top - at).abs() <= SNAP
            && reach(it) > 0.8 * (cell.x1 - cell.x0)
    };
    let is_right = |it: &Edge| {
        it.orientation == Orientation::Vertical
            && (it.x0 - cell.x1).abs() <= SNAP
            && (it.top..=it.bottom).contains(&y)
    };
    borders.iter().any(is_right)
        || borders.iter().any(|it| is_at(it, cell.top))
            && borders.iter().any(|it| is_at(it, cell.bottom))
}

/// Whether several columns begin within a cell.
fn covers_several(cell: &BBox, starts: &[f64]) -> bool {
    starts.iter().filter(|it| **it > cell.x0 - SNAP && **it < cell.x1 - SNAP).count() > 1
}

/// What a cell prints.
fn text(plain: &str, cell: &BBox, chars: &[Char], ink: &Ink, images: &[Image]) -> String {
    let mut print = Print::default();
    if chars.iter().any(|it| ink.seen(it, Some(cell)) != Seen::Plainly) {
        print = ink.print(&words(chars), Some(cell));
    } else {
        print.push(plain);
    }
    if images.iter().any(|it| is_in(it, cell)) {
        print.push_unclear(PICTURE);
    }
    if has_raised_digits(chars) {
        print.push_unclear("上标");
    }
    print.into_cell()
}

/// A whole number that is broken over lines because its cell is too narrow: there is no room for one more digit on any
/// line but the last. Other figures below one another are two.
fn wrapped(cell: &BBox, chars: &[Char]) -> Option<String> {
    /// What no cell is without, left and right of its text.
    const PADDING: f64 = 3.0;
    let words = words(chars);
    let is_number = |it: &Word| it.text.bytes().all(|b| b.is_ascii_digit());
    let (last, above) = words.split_last()?;
    let is_full = |it: &Word| {
        let width = it.bbox.x1 - it.bbox.x0;
        let room = cell.x1 - cell.x0 - 2.0 * PADDING - width;
        room < width / it.text.len() as f64
    };
    let is_below = |pair: &[Word]| matches!(pair, [a, b] if b.bbox.top > a.bbox.bottom - SNAP);
    let fits = !above.is_empty()
        && words.iter().all(is_number)
        && above.iter().all(is_full)
        && last.text.len() <= above[0].text.len()
        && words.windows(2).all(is_below);
    fits.then(|| words.iter().map(|it| it.text.as_str()).collect())
}

/// Whether some digits stand higher than others on the same line, and are smaller.
fn has_raised_digits(chars: &[Char]) -> bool {
    let digits: Vec<&Char> =
        chars.iter().filter(|it| it.text.chars().all(char::is_numeric)).collect();
    digits.windows(2).any(|pair| {
        let [a, b] = pair else { return false };
        let (large, small) = if a.size >= b.size { (a, b) } else { (b, a) };
        let overlap = large.bbox.bottom.min(small.bbox.bottom) - large.bbox.top.max(small.bbox.top);
        small.size < 0.8 * large.size
            && small.bbox.bottom < large.bbox.bottom - 0.1 * large.size
            && overlap > 0.0
    })
}

/// The cells that a cell without inner borders holds: a label and figures, or figures, each within a column of its own
/// that other rows of the table have. Nothing if it is one cell.
fn parted(cell: &BBox, chars: &[Char], starts: &[f64], ink: &Ink) -> Option<Vec<(BBox, String)>> {
    let inner: Vec<f64> =
        starts.iter().copied().filter(|it| *it > cell.x0 + SNAP && *it < cell.x1 - SNAP).collect();
    if inner.is_empty() || chars.is_empty() {
        return None;
    }
    let bounds: Vec<f64> = [cell.x0].into_iter().chain(inner).chain([cell.x1]).collect();
    let mut parts: Vec<Vec<Word>> = vec![Vec::new(); bounds.len() - 1];
    for word in words(chars) {
        let at = bounds
            .windows(2)
            .position(|it| word.bbox.x0 >= it[0] - SNAP && word.bbox.x1 <= it[1] + SNAP)?;
        parts[at].push(word);
    }
    let first = parts.iter().position(|it| !it.is_empty())?;
    let is_figure = |it: &Word| it.text.chars().all(|c| c.is_ascii_digit() || ",.-/".contains(c));
    let figures = parts.get(first + 1..).filter(|it| !it.is_empty())?;
    if !figures.iter().all(|it| !it.is_empty() && it.iter().all(is_figure)) {
        return None;
    }
    // What stands before the label is its own.
    let mut cells = Vec::new();
    let mut left = cell.x0;
    for (part, bound) in parts.iter().zip(bounds.iter().skip(1)).skip(first) {
        let plain: Vec<&str> = part.iter().map(|it| it.text.as_str()).collect();
        let chars: Vec<Char> = part.iter().flat_map(|it| it.chars.iter().cloned()).collect();
        let bbox = BBox::new(left, cell.top, *bound, cell.bottom);
        cells.push((bbox, text(&plain.join(" "), &bbox, &chars, ink, &[])));
        left = *bound;
    }
    Some(cells)
}

fn words(chars: &[Char]) -> Vec<Word> {
    WordExtractor::extract(chars, &WordOptions::default())
}

/// Whether an image is in a cell: one that lies behind the whole page is not.
fn is_in(image: &Image, cell: &BBox) -> bool {
    image.x0 >= cell.x0 - SNAP
        && image.x1 <= cell.x1 + SNAP
        && image.top >= cell.top - SNAP
        && image.bottom <= cell.bottom + SNAP
}
