//! The figures `from..to` of a zone as one row of the form, or as none: the arcs of the lattice.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::geometry::Geometry;
use super::logs::log_sum;
use super::placing::{Columns, Habits, Lead, Placing, placings};
use super::segmentation::{segmentations, segmentations_across};
use super::template::{Template, TemplateRow};
use super::weights::{cut, search};
use super::wording;
use super::zone::{Break, Figure, FigureKind, Text, Zone};

/// An arc of the lattice.
#[derive(Clone, Debug)]
pub(super) struct Arc {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) cost: f64,
    pub(super) kind: ArcKind,
    /// The ways in which its figures fall into the columns, for each of its rows.
    pub(super) rows: Vec<Rc<[Placing]>>,
    /// The logarithm of all weights of its placings together.
    pub(super) weight: f64,
    /// How regular it is printed: an index of the weights' `REGULAR`.
    pub(super) regular: usize,
    /// How many numbers it leaves to no row.
    pub(super) left_over: usize,
}

/// What an arc is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ArcKind {
    /// A row with so many columns.
    Row { width: usize },
    /// Figures of no row.
    Noise,
    /// A stretch of about so many rows that is not understood.
    Jumble { rows: usize },
    /// All rows beside one another.
    Across,
    /// So many rows, column by column.
    ColumnMajor { rows: usize },
}

/// The fewest figures of a stretch that is not understood, and the most.
const SHORTEST_JUMBLE: usize = 9;
const LONGEST_JUMBLE: usize = 200;

/// The arcs that begin at each figure.
pub(super) struct Arcs<'a> {
    zone: &'a Zone,
    template: &'a Template,
    widths: Vec<usize>,
    habits: Habits,
    /// Of each text, how the row beside it begins, as the label states it: where merged labels have pads.
    leads: Vec<Lead>,
    geometry: Geometry,
    /// The first figure of each line, and how many it has.
    lines: BTreeMap<u32, (usize, usize)>,
}

impl<'a> Arcs<'a> {
    pub(super) fn new(zone: &'a Zone, template: &'a Template) -> Self {
        let mut lines: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
        for (at, figure) in zone.figures[..zone.printed].iter().enumerate() {
            lines.entry(figure.line).or_insert((at, 0)).1 += 1;
        }
        let width = template.width();
        let habits = Habits {
            blanks_vanish: template.has_totals()
                && !template.is_across
                && blanks_vanish(zone, width, lines.len()),
            blanks_are_rare: blanks_are_rare(zone),
            ends_empty: ends_empty(zone, &lines, width),
            pads_lead: match pads_lead(zone, &lines, width) {
                true => Lead::Perhaps,
                false => Lead::Never,
            },
            has_total: template.has_totals(),
        };
        let geometry = Geometry::learn(&zone.figures[..zone.printed], width);
        let lead = |it: &Text| match habits.pads_lead {
            Lead::Never => Lead::Never,
            _ => lead_of(template, &it.letters),
        };
        let leads = zone.texts.iter().map(lead).collect();
        Self { zone, template, widths: template.widths(), habits, leads, geometry, lines }
    }

    pub(super) fn all(&self) -> Vec<Vec<Arc>> {
        let text_lines: Vec<u32> = self.zone.texts.iter().map(|it| it.line).collect();
        (0..self.zone.printed)
            .map(|from| {
                let mut arcs = Vec::new();
                for width in &self.widths {
                    self.rows(from, *width, &mut arcs);
                    self.glued(from, *width, &mut arcs);
                }
                self.noise(from, &text_lines, &mut arcs);
                if self.habits.has_total && !self.template.is_across {
                    self.jumbles(from, &mut arcs);
                    self.column_major(from, &mut arcs);
                }
                if self.template.is_across {
                    self.across(from, &mut arcs);
                    self.across_glued(from, &mut arcs);
                }
                arcs
            })
            .collect()
    }

    fn figures(&self) -> &'a [Figure] {
        &self.zone.figures[..self.zone.printed]
    }

    fn breaks(&self, at: usize) -> Break {
        self.zone.breaks[at]
    }

    /// Whether a row that begins or ends here cuts a line.
    fn cuts(&self, at: usize, width: usize) -> bool {
        at > 0
            && at < self.figures().len()
            && self.breaks(at) == Break::None
            && !(self.template.is_across && (at - self.line(at).0).is_multiple_of(width))
    }

    /// The first figure of a figure's line, and how many the line has.
    fn line(&self, at: usize) -> (usize, usize) {
        self.lines[&self.figures()[at].line]
    }

    fn placings(&self, row: &[u32], width: usize, vanish: bool) -> Rc<[Placing]> {
        let figures = self.figures();
        let at = |it: &u32| &figures[*it as usize];
        let first = at(&row[0]);
        let one_line = row.iter().all(|it| at(it).line == first.line);
        let mut xs: Vec<f64> = row.iter().map(|it| at(it).x).collect();
        xs.sort_by(f64::total_cmp);
        let apart = xs.windows(2).all(|it| it[0] < it[1]);
        let centres = if apart && (one_line || row.len() == width) && width == self.template.width()
        {
            self.geometry.near(first.line)
        } else {
            None
        };
        let from = row[0] as usize;
        let begins = from == 0 || self.breaks(from) == Break::Text;
        let pads_lead =
            if begins && !figures[from].has_pad { self.lead(from) } else { Lead::Never };
        let habits = Habits { pads_lead, blanks_vanish: vanish, ..self.habits };
        placings(row, Columns { all: figures, width, centres: centres.as_deref(), habits }).into()
    }

    /// Whether the row that begins with a figure has the pad of a merged label: by the label before, as far as that is
    /// known.
    fn lead(&self, figure: usize) -> Lead {
        let text = self.zone.texts.iter().rposition(|it| it.before <= figure);
        text.map_or(self.habits.pads_lead, |it| self.leads[it])
    }

    fn rows(&self, from: usize, width: usize, arcs: &mut Vec<Arc>) {
        let figures = self.figures();
        let n = figures.len();
        // Behind its cells a row may have any number of pads.
        let (first, many) = self.line(from);
        let end = first + many;
        let is_padded = |end: &usize| {
            *end > from + width + 2
                && !figures[from].is_blank()
                && figures[from + width..*end].iter().all(Figure::is_blank)
        };
        let to_end = Some(end).filter(is_padded);
        for to in (from + 1..=n.min(from + width + 2)).chain(to_end) {
            let real = (to - from).min(width + 2);
            let grid = figures[from].line == figures[to - 1].line;
            let whole = self.breaks(from) == Break::Text && self.breaks(to) == Break::Text;
            let most_missing = if grid || whole { width } else { 2 };
            if real > width + if grid { 2 } else { 1 }
                || real < width.saturating_sub(most_missing).max(1)
            {
                continue;
            }
            let inner = &self.zone.breaks[from + 1..to];
            let cuts = [from, to].iter().filter(|it| self.cuts(**it, width)).count();
            let texts = inner.iter().filter(|it| **it == Break::Text).count();
            let mut cost = cut::LINE * cuts as f64 + cut::TEXT * texts as f64;
            let counts = [Break::None, Break::Line, Break::Gap]
                .map(|kind| inner.iter().filter(|it| **it == kind).count());
            let kinds = counts.iter().filter(|it| **it > 0).count();
            if kinds > 1 {
                let least = counts.iter().filter(|it| **it > 0).min().copied().unwrap_or(0);
                cost += cut::MIXED * least as f64;
            }
            // A row of a grid does not go on in the next.
            let drawn = figures[from..to].iter().all(|it| it.is_drawn || it.shows_column());
            if drawn && !grid && inner.contains(&Break::None) {
                cost += cut::LINE;
            }
            let edges = [self.breaks(from), if to < n { self.breaks(to) } else { Break::Text }];
            let widest = inner.iter().max().copied().unwrap_or(Break::None);
            let bare = edges.iter().filter(|it| **it <= widest).count();
            let mut regular = usize::from(!grid);
            if !grid && !inner.is_empty() && bare > 0 {
                cost += cut::BARE * bare as f64;
                regular = 2;
            }
            let cut_across = self.template.is_across
                && grid
                && edges.contains(&Break::None)
                && !self.line(from).1.is_multiple_of(width);
            if texts > 0 || kinds > 1 || cut_across {
                regular = 3;
            }
            if !grid && width > 1 && real < width {
                if figures[from..to].iter().all(Figure::is_blank) {
                    continue;
                }
                if !self.habits.blanks_vanish {
                    cost += 1.0;
                }
            }
            if cost > search::BEAM {
                continue;
            }
            if figures[from..to].iter().any(|it| it.kind == FigureKind::Glued) {
                continue;
            }
            let row: Vec<u32> = (from as u32..(from + real) as u32).collect();
            let placings = self.placings(&row, width, self.habits.blanks_vanish && whole);
            let weight = log_sum(placings.iter().map(|it| it.weight));
            arcs.push(Arc {
                from,
                to,
                cost,
                kind: ArcKind::Row { width },
                rows: vec![placings],
                weight,
                regular,
                left_over: 0,
            });
        }
    }

    /// The rest of a line with figures that have nothing between them.
    fn glued(&self, from: usize, width: usize, arcs: &mut Vec<Arc>) {
        let (first, many) = self.line(from);
        let to = first + many;
        let is_glued = |it: &Figure| it.kind == FigureKind::Glued;
        if to - from > width || !self.figures()[from..to].iter().any(is_glued) {
            return;
        }
        let placings: Rc<[Placing]> =
            segmentations(self.zone, from..to, width, self.habits.has_total).into();
        if placings.is_empty() {
            return;
        }
        let weight = log_sum(placings.iter().map(|it| it.weight));
        let cost = if self.cuts(from, width) { cut::LINE } else { 0.0 };
        let arc = without_rows(from, to, cost, ArcKind::Row { width });
        arcs.push(Arc { rows: vec![placings], weight, regular: 2, ..arc });
    }

    /// One figure, and the rest of its line.
    fn noise(&self, from: usize, text_lines: &[u32], arcs: &mut Vec<Arc>) {
        let figures = self.figures();
        let (first, many) = self.line(from);
        let mut ends = vec![from + 1];
        if first + many > from + 1 {
            ends.push(first + many);
        }
        for to in ends {
            let stretch = &figures[from..to];
            let left_over = stretch.iter().filter(|it| it.is_number()).count();
            let big = stretch.iter().any(|it| it.is_number() && !it.may_be_page());
            let cost = if left_over > 0 {
                cut::NOISE
                    + cut::NOISE_EACH * left_over as f64
                    + if big { cut::NOISE_BIG } else { 0.0 }
            } else if text_lines.contains(&stretch[0].line) && stretch.iter().all(Figure::is_blank)
            {
                // What is printed, `/`, is no pad.
                cut::NOISE_HEAD
            } else {
                cut::NOISE_BLANK
            };
            arcs.push(Arc { left_over, ..without_rows(from, to, cost, ArcKind::Noise) });
        }
    }

    fn jumbles(&self, from: usize, arcs: &mut Vec<Arc>) {
        let n = self.figures().len();
        if from > 0 && self.breaks(from) != Break::Text {
            return;
        }
        let width = self.template.width();
        for to in from + SHORTEST_JUMBLE..=n.min(from + LONGEST_JUMBLE) {
            let lines = self.lines.range(self.figures()[from].line..=self.figures()[to - 1].line);
            if self.breaks(to) != Break::Text || lines.count() <= 3 {
                continue;
            }
            // Where blanks are gone, there may be a row more than the figures fill.
            let fewest = (to - from).div_ceil(width);
            let most = fewest + usize::from(!(to - from).is_multiple_of(width));
            for rows in fewest..=most {
                let jumble = without_rows(from, to, cut::JUMBLE, ArcKind::Jumble { rows });
                arcs.push(Arc { left_over: to - from, ..jumble });
            }
        }
    }

    fn across(&self, from: usize, arcs: &mut Vec<Arc>) {
        let width = self.template.width();
        let rows = self.template.rows.len();
        let (n, to) = (self.figures().len(), from + rows * width);
        if to > n || self.zone.breaks[from + 1..to].contains(&Break::Text) {
            return;
        }
        let stretch = &self.figures()[from..to];
        let grid = stretch[0].line == stretch[stretch.len() - 1].line;
        let apart = stretch.windows(2).all(|it| it[0].line != it[1].line);
        if !(grid || apart) || (grid && from > 0 && self.breaks(from) == Break::None) {
            return;
        }
        let cuts = grid && to < n && self.breaks(to) == Break::None;
        let row = |at: usize| -> Vec<u32> {
            let first = (from + at * width) as u32;
            (first..first + width as u32).collect()
        };
        arcs.push(Arc {
            rows: (0..rows).map(|at| self.placings(&row(at), width, false)).collect(),
            regular: usize::from(!grid),
            ..without_rows(
                from,
                to,
                cut::ACROSS + if cuts { cut::LINE } else { 0.0 },
                ArcKind::Across,
            )
        });
    }

    /// All rows on one line, with figures that have nothing between them.
    fn across_glued(&self, from: usize, arcs: &mut Vec<Arc>) {
        let (first, many) = self.line(from);
        let is_glued = |it: &Figure| it.kind == FigureKind::Glued;
        let line = first..first + many;
        if first != from || !self.figures()[line.clone()].iter().any(is_glued) {
            return;
        }
        let (rows, width) = (self.template.rows.len(), self.template.width());
        if let Some(found) = segmentations_across(self.zone, line.clone(), rows, width) {
            let arc = without_rows(from, line.end, cut::ACROSS, ArcKind::Across);
            let rows = found.into_iter().map(Into::into).collect();
            arcs.push(Arc { rows, regular: 0, ..arc });
        }
    }

    /// Groups of figures with blank lines between them: one group a column. One figure may stand alone between.
    fn column_major(&self, from: usize, arcs: &mut Vec<Arc>) {
        let n = self.figures().len();
        let width = self.template.width();
        if from > 0 && self.breaks(from) < Break::Gap {
            return;
        }
        let is_wide = |at: usize| self.breaks(at) >= Break::Gap;
        let size = (from + 1..n).find(|it| is_wide(*it)).unwrap_or(n) - from;
        if size < 2 {
            return;
        }
        let lone: Vec<usize> = (from + 1..n.min(from + size * width + 1))
            .filter(|it| is_wide(*it) && (*it + 1 == n || is_wide(it + 1)))
            .collect();
        let mut drops = vec![None];
        if let [alone] = lone[..] {
            drops.push(Some(alone));
        }
        for drop in drops {
            let block: Vec<usize> = (from..n
                .min(from + size * width + usize::from(drop.is_some())))
                .filter(|it| Some(*it) != drop)
                .collect();
            if block.len() < size * width {
                continue;
            }
            let to = block[block.len() - 1] + 1;
            let fits = block.iter().enumerate().skip(1).all(|(i, at)| {
                Some(at - 1) == drop
                    || (is_wide(*at) == (i % size == 0) && self.breaks(*at) != Break::None)
            });
            if !fits || (to < n && !is_wide(to)) {
                continue;
            }
            let texts = block[1..].iter().filter(|it| self.breaks(**it) == Break::Text).count();
            let cost = cut::COLUMN_MAJOR
                + cut::TEXT * texts as f64
                + if drop.is_some() { cut::NOISE } else { 0.0 };
            let row = |at: usize| -> Vec<u32> {
                (0..width).map(|column| block[at + column * size] as u32).collect()
            };
            arcs.push(Arc {
                rows: (0..size).map(|at| self.placings(&row(at), width, false)).collect(),
                regular: 2,
                ..without_rows(from, to, cost, ArcKind::ColumnMajor { rows: size })
            });
        }
    }
}

/// Whether the row of a label has the pad of a merged one where others have: of the nearest, `（二）部分公开（…其他情况）`.
fn lead_of(template: &Template, letters: &[u16]) -> Lead {
    let cost = |row: &TemplateRow| {
        row.wordings.iter().filter_map(|it| wording::cost(letters, it)).reduce(f64::min)
    };
    let costs = template.rows.iter().filter_map(|row| Some((cost(row)?, row.is_merged)));
    let nearest = costs.min_by(|a, b| a.0.total_cmp(&b.0));
    match nearest.filter(|it| it.0 < wording::cost_of_none(letters)) {
        None => Lead::Perhaps,
        Some((_, true)) => Lead::Always,
        Some((_, false)) => Lead::Never,
    }
}

fn without_rows(from: usize, to: usize, cost: f64, kind: ArcKind) -> Arc {
    Arc { from, to, cost, kind, rows: Vec::new(), weight: 0.0, regular: 3, left_over: 0 }
}

/// Whether many rows of a table with a line for each cell have too few figures.
fn blanks_vanish(zone: &Zone, width: usize, lines: usize) -> bool {
    if lines as f64 <= 0.8 * zone.printed as f64 {
        return false;
    }
    let runs: Vec<&[Figure]> = zone.runs().collect();
    runs.iter().filter(|it| it.len() < width).count() >= (runs.len() / 3).max(4)
}

fn blanks_are_rare(zone: &Zone) -> bool {
    zone.figures[..zone.printed].iter().filter(|it| it.is_blank()).count() <= 2
}

/// Whether rows end in an empty cell beyond their last column.
fn ends_empty(zone: &Zone, lines: &BTreeMap<u32, (usize, usize)>, width: usize) -> bool {
    const FEWEST: usize = 3;
    let beyond = lines
        .values()
        .filter(|(first, many)| *many == width + 1 && zone.figures[first + many - 1].is_blank())
        .filter(|(first, _)| !zone.figures[*first].is_blank());
    beyond.count() >= FEWEST
}

/// Whether rows begin with a blank cell more: one with all its figures does, or all that have a cell too many do, and
/// do not end in one. A row is a line, or what stands between two texts.
fn pads_lead(zone: &Zone, lines: &BTreeMap<u32, (usize, usize)>, width: usize) -> bool {
    const FEWEST: usize = 3;
    let lines = lines.values().map(|(first, many)| &zone.figures[*first..first + many]).collect();
    let is_whole = |it: &[Figure]| it.iter().filter(|it| !it.is_blank()).count() == width;
    let is_habit = |rows: Vec<&[Figure]>| {
        let mut longer = rows.iter().filter(|it| it.len() > width);
        rows.iter().any(|it| !it.is_empty() && it[0].is_blank() && is_whole(it))
            || longer.clone().count() >= FEWEST
                && longer.clone().all(|it| it[0].is_blank())
                && longer.any(|it| !it[it.len() - 1].is_blank())
    };
    width > 1 && (is_habit(lines) || is_habit(zone.runs().collect()))
}
