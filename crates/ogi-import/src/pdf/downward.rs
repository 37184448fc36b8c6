//! Tables that are ruled only downwards: an office program drops the borders between rows that a page gave it.
//!
//! Where a border begins or ends, a merged cell does; and a line of figures is a row. Rows whose labels are broken over
//! lines cannot be distinguished from their neighbours so: such a table is left as text.

use pdfplumber::{BBox, Edge, Line, Orientation, Page, Word, WordOptions};

use super::stroke;

/// Borders this close are one, in points.
const SNAP: f64 = 3.0;
/// A border is longer.
const SHORTEST: f64 = 8.0;

/// The lines between rows that such tables lack, and those at their sides.
pub(super) fn lacking(page: &Page) -> Vec<Line> {
    let (across, mut down): (Vec<Edge>, Vec<Edge>) = page
        .edges()
        .into_iter()
        .filter(|it| (it.x1 - it.x0).abs().max((it.bottom - it.top).abs()) > SHORTEST)
        .partition(|it| it.orientation == Orientation::Horizontal);
    down.retain(|it| it.orientation == Orientation::Vertical);
    let regions = regions(down, &across);
    if regions.is_empty() {
        return Vec::new();
    }
    let words = page.extract_words(&WordOptions::default());
    let ruled = regions.iter().filter_map(|it| Some(it.table(&words)?.lines()));
    ruled.flatten().collect()
}

/// Borders beside one another, with none across.
struct Region {
    down: Vec<Edge>,
    top: f64,
    bottom: f64,
}

fn regions(mut down: Vec<Edge>, across: &[Edge]) -> Vec<Region> {
    down.sort_by(|a, b| a.top.total_cmp(&b.top));
    let mut regions: Vec<Region> = Vec::new();
    for edge in down {
        match regions.last_mut().filter(|it| edge.top <= it.bottom + SNAP) {
            Some(region) => {
                region.bottom = region.bottom.max(edge.bottom);
                region.down.push(edge);
            }
            None => {
                let (top, bottom) = (edge.top, edge.bottom);
                regions.push(Region { down: vec![edge], top, bottom });
            }
        }
    }
    regions.retain(|it| {
        let is_crossed = across.iter().any(|line| {
            (it.top - SNAP..=it.bottom + SNAP).contains(&line.top)
                && it.down.iter().any(|down| line.x0 - SNAP <= down.x0 && down.x0 <= line.x1 + SNAP)
        });
        !is_crossed && it.down.iter().any(|other| (other.x0 - it.down[0].x0).abs() > SNAP)
    });
    regions
}

impl Region {
    /// The table that it is, if its rows can be stated.
    fn table(&self, words: &[Word]) -> Option<Ruled<'_>> {
        let y = |it: &BBox| (it.top + it.bottom) / 2.0;
        let mut words: Vec<&Word> =
            words.iter().filter(|it| (self.top..=self.bottom).contains(&y(&it.bbox))).collect();
        words.sort_by(|a, b| y(&a.bbox).total_cmp(&y(&b.bbox)));
        if words.iter().any(|it| self.cuts(&it.bbox)) {
            return None;
        }
        let first = words.iter().map(|it| it.bbox.x0).reduce(f64::min)?;
        let sides = words.iter().flat_map(|it| [it.bbox.x0 - 1.0, it.bbox.x1 + 1.0]);
        let sides = sides.chain(self.down.iter().map(|it| it.x0));
        let left = sides.clone().reduce(f64::min)?;
        let right = sides.reduce(f64::max)?;
        let mut lines: Vec<Vec<&Word>> = Vec::new();
        for word in words {
            match lines.last_mut() {
                Some(line) if y(&word.bbox) - y(&line[0].bbox) < SNAP => line.push(word),
                _ => lines.push(vec![word]),
            }
        }
        let mut between = Vec::new();
        for (at, line) in lines.iter().enumerate().filter(|it| self.is_row(it.1, first)) {
            if !line.iter().any(|it| self.is_leftmost(&it.bbox, first)) {
                return None;
            }
            let (top, bottom) = extent(line)?;
            let above = at.checked_sub(1).and_then(|it| extent(&lines[it]));
            let below = lines.get(at + 1).and_then(|it| extent(it));
            if above.is_some_and(|it| it.1 > top) || below.is_some_and(|it| it.0 < bottom) {
                return None;
            }
            between.push(above.map_or(self.top, |it| (it.1 + top) / 2.0));
            between.push(below.map_or(self.bottom, |it| (it.0 + bottom) / 2.0));
        }
        (!between.is_empty()).then_some(Ruled { region: self, left, right, between })
    }

    /// Whether a border goes through a word.
    fn cuts(&self, word: &BBox) -> bool {
        let y = (word.top + word.bottom) / 2.0;
        self.down.iter().any(|it| {
            (it.top..=it.bottom).contains(&y) && it.x0 > word.x0 + 1.0 && it.x0 < word.x1 - 1.0
        })
    }

    /// Whether no border stands between a word and where the leftmost words begin.
    fn is_leftmost(&self, word: &BBox, first: f64) -> bool {
        let y = (word.top + word.bottom) / 2.0;
        let mut before = self.down.iter().filter(|it| it.x0 > first && it.x0 <= word.x0 + 1.0);
        !before.any(|it| (it.top..=it.bottom).contains(&y))
    }

    /// Whether figures stand on a line, beside one another or where those beside a label do.
    fn is_row(&self, line: &[&Word], first: f64) -> bool {
        let is_figure =
            |it: &&&Word| it.text.bytes().all(|b| b.is_ascii_digit() || b".,-/".contains(&b));
        let is_leftmost = |it: &&&Word| self.is_leftmost(&it.bbox, first);
        line.iter().any(|it| is_figure(&it) && !is_leftmost(&it))
            && line.iter().all(|it| is_figure(&it) || is_leftmost(&it))
    }
}

/// How far a line of words reaches up and down.
fn extent(line: &[&Word]) -> Option<(f64, f64)> {
    let top = line.iter().map(|it| it.bbox.top).reduce(f64::min)?;
    let bottom = line.iter().map(|it| it.bbox.bottom).reduce(f64::max)?;
    Some((top, bottom))
}

/// A table whose rows are known.
struct Ruled<'a> {
    region: &'a Region,
    left: f64,
    right: f64,
    /// Where rows of figures begin and end.
    between: Vec<f64>,
}

impl Ruled<'_> {
    fn lines(&self) -> Vec<Line> {
        let Region { down, top, bottom } = self.region;
        let ends = down.iter().flat_map(|it| [it.top, it.bottom].map(|y| (it.x0, y)));
        let merged = ends.map(|(x, y)| {
            let crosses = |it: &&Edge| it.top < y - SNAP && it.bottom > y + SNAP;
            let at = down.iter().filter(crosses).map(|it| it.x0);
            let left = at.clone().filter(|it| *it < x - SNAP).fold(self.left, f64::max);
            let right = at.filter(|it| *it > x + SNAP).fold(self.right, f64::min);
            stroke::across(left, right, y)
        });
        let rows = [*top, *bottom].into_iter().chain(self.between.iter().copied());
        let rows = rows.map(|y| stroke::across(self.left, self.right, y));
        let sides = [self.left, self.right].map(|x| stroke::down(x, *top, *bottom));
        merged.chain(rows).chain(sides).collect()
    }
}
