//! How characters of a page are seen: crossed out by a line, or in white.

use pdfplumber::{BBox, Char, Color, Edge, Orientation, Page, Word};

use super::frame::holds;
use crate::seen::{Print, Seen};

/// Borders this close to that of a cell are its own, in points.
const SNAP: f64 = 3.0;

/// What of a page states how its characters are seen.
pub(super) struct Ink {
    /// The lines across the page, from top to bottom.
    across: Vec<Edge>,
    /// Grounds that are not white.
    grounds: Vec<BBox>,
    /// The height of the page, if characters stand upright on it.
    height: Option<f64>,
}

impl Ink {
    pub(super) fn of(page: &Page) -> Self {
        let edges = page.edges().into_iter();
        let mut across: Vec<Edge> =
            edges.filter(|it| it.orientation == Orientation::Horizontal).collect();
        across.sort_by(|a, b| a.top.total_cmp(&b.top));
        let grounds = page.rects().iter().filter(|it| it.fill && !is_white(Some(&it.fill_color)));
        let grounds = grounds.map(|it| BBox::new(it.x0, it.top, it.x1, it.bottom)).collect();
        Self { across, grounds, height: (page.rotation() == 0).then(|| page.height()) }
    }

    /// How a character is seen in a cell, or outside of tables.
    pub(super) fn seen(&self, char: &Char, cell: Option<&BBox>) -> Seen {
        if self.is_struck(char, cell) {
            Seen::Struck
        } else if is_white(char.non_stroking_color.as_ref()) && !self.is_grounded(&char.bbox) {
            Seen::White
        } else {
            Seen::Plainly
        }
    }

    /// Whether something lies under a character that white is seen on.
    fn is_grounded(&self, char: &BBox) -> bool {
        self.grounds.iter().any(|it| holds(it, char))
    }

    /// What words print, the characters of each as they are seen.
    pub(super) fn print(&self, words: &[Word], cell: Option<&BBox>) -> Print {
        let mut print = Print::default();
        for (at, word) in words.iter().enumerate() {
            if at > 0 {
                print.push(" ");
            }
            for char in &word.chars {
                print.push_seen(&char.text, self.seen(char, cell));
            }
        }
        print
    }

    /// Whether a line goes through a character, and is no border of its cell. It crosses the middle of its box, or that
    /// of its digits, which stand on the baseline.
    fn is_struck(&self, char: &Char, cell: Option<&BBox>) -> bool {
        let BBox { x0, top, x1, bottom } = char.bbox;
        let height = bottom - top;
        let middle = (top + 0.3 * height, bottom - 0.3 * height);
        let (from, to) = match self.baseline(char) {
            Some(base) => (middle.0.min(base - 0.6 * char.size), base - 0.1 * char.size),
            None => middle,
        };
        let first = self.across.partition_point(|it| it.top < from);
        self.across[first..].iter().take_while(|it| it.top <= to).any(|line| {
            let is_border =
                cell.is_some_and(|it| line.top - it.top < SNAP || it.bottom - line.top < SNAP);
            !is_border && line.x1.min(x1) - line.x0.max(x0) > 0.8 * (x1 - x0)
        })
    }

    /// Where a character stands, if it is within its box or close to it.
    fn baseline(&self, char: &Char) -> Option<f64> {
        let base = self.height? - char.ctm[5];
        let below = char.bbox.bottom - base;
        (char.upright && char.size > 0.0 && (-0.1..=0.45).contains(&(below / char.size)))
            .then_some(base)
    }
}

fn is_white(color: Option<&Color>) -> bool {
    let is = |it: &f32, wanted: f32| (it - wanted).abs() < 0.01;
    match color {
        Some(Color::Gray(it)) => is(it, 1.0),
        Some(Color::Rgb(r, g, b)) => [r, g, b].into_iter().all(|it| is(it, 1.0)),
        Some(Color::Cmyk(c, m, y, k)) => [c, m, y, k].into_iter().all(|it| is(it, 0.0)),
        _ => false,
    }
}
