//! For each cell the posterior of its value over all hypotheses, with the sums and without them.
//!
//! Where some likely readings have 12 for a cell and others 21, it is unreadable, with both.

use core::ops::Range;
use std::collections::BTreeMap;
use std::rc::Rc;

use ogi_model::{Column, EqualityId, EqualityKind, Row};
use rustc_hash::FxHashMap;

use super::arcs::Arc;
use super::column_sums::{ColumnSum, Likely, OfColumns, Verdict, sums_of_columns};
use super::extra_column;
use super::heads::Orders;
use super::labels::Labels;
use super::logs::log_sum;
use super::placing::Placing;
use super::search::{Found, Hypothesis, TakenArc};
use super::template::Template;
use super::weights::{LIKELY, REGULAR, label, relation, search, sums};
use super::zone::{FigureKind, Zone};

/// All readings of a zone by one template.
pub(super) struct Readings<'a> {
    pub(super) template: &'a Template,
    pub(super) labels: Labels,
    /// Whether the label of each row is on the page.
    on_page: Vec<bool>,
    /// The rows that labels name, whole or by all but one end.
    named: Vec<usize>,
    pub(super) arcs: Vec<Vec<Arc>>,
    pub(super) found: Found,
    pub(super) orders: Orders,
    /// What its heads cost.
    pub(super) heads: f64,
}

impl<'a> Readings<'a> {
    pub(super) fn new(
        template: &'a Template,
        labels: Labels,
        arcs: Vec<Vec<Arc>>,
        found: Found,
        orders: Orders,
        heads: f64,
    ) -> Self {
        let on_page = labels.on_page(template.rows.len());
        let named = named(&labels);
        Self { template, labels, on_page, named, arcs, found, orders, heads }
    }

    /// Whether the cheapest of them is more than the likeliest of guesses; a short table is always understood.
    fn is_understood(&self) -> bool {
        let is_long = self.template.has_totals() && !self.template.is_across;
        let Some(first) = self.found.hypotheses.first().filter(|_| is_long) else { return true };
        // What blanks cost that left no trace speaks against no label.
        let weight = |it: &TakenArc| self.arcs[it.from][it.arc].weight;
        let of_placings: f64 = first.taken.iter().map(weight).sum();
        let cost = first.cost + self.heads + of_placings;
        cost < search::UNDERSTOOD * self.template.rows.len() as f64
    }
}

/// Where the search ended before all readings near the best were seen: what those not seen weigh, as much as the last,
/// with the sums of any.
fn unseen<'a>(
    pool: &'a [Weighed<'_>],
    all: &'a [Readings<'_>],
    log: impl Fn(&Weighed<'_>) -> f64 + 'a,
) -> impl Iterator<Item = f64> + 'a {
    let of = move |(template, readings): (usize, &Readings<'_>)| {
        let own = pool.iter().filter(move |it| it.template == template);
        let last = own.clone().map(|it| it.log).fold(f64::INFINITY, f64::min);
        let sums = own.clone().map(|it| log(it) - it.log).fold(f64::NEG_INFINITY, f64::max);
        (readings.found.ran_out && last.is_finite()).then_some(last + sums)
    };
    all.iter().enumerate().filter_map(of)
}

/// What a cell may print.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The value; 0 is blank.
    pub(super) value: u32,
    /// A figure that prints it; `None` for a blank that left no trace.
    pub(super) figure: Option<u32>,
    pub(super) with_sums: f64,
    pub(super) without_sums: f64,
}

/// The posterior of a table.
#[derive(Debug, Default)]
pub(super) struct Posterior {
    /// What each cell may print, the likeliest first.
    pub(super) cells: BTreeMap<(Row, Column), Vec<Candidate>>,
    /// How likely each template is.
    pub(super) templates: Vec<f64>,
    /// How likely it is that the source has a row of figures, or blanks, for a row.
    pub(super) rows: BTreeMap<Row, f64>,
    /// The sums that speak for figures, by the cells that they speak for.
    pub(super) sums: BTreeMap<(Row, Column), Vec<EqualityId>>,
}

/// A row in a hypothesis.
#[derive(Clone)]
pub(super) struct RowReading {
    pub(super) placings: Rc<[Placing]>,
    /// Its figures, where no other row shares them.
    pub(super) figures: Range<usize>,
    regular: usize,
    /// What its label, its order and its lines cost.
    cost: f64,
    /// Whether a label says which row it is: its own, or those of the rows before and behind.
    pub(super) is_named: bool,
}

impl RowReading {
    pub(super) fn likeliest(&self) -> Option<&Placing> {
        self.placings.iter().max_by(|a, b| a.log().total_cmp(&b.log()))
    }
}

/// The last class of `REGULAR`: no figures at all.
const WITHOUT_FIGURES: usize = REGULAR.len() - 1;
/// The class of rows in a long run of figures.
const IN_RUN: usize = 2;
/// The class of rows that are broken.
const BROKEN: usize = 3;

/// A hypothesis with what the sums say of it.
struct Weighed<'a> {
    readings: &'a Readings<'a>,
    template: usize,
    log: f64,
    log_of_sums: f64,
    rows: BTreeMap<usize, RowReading>,
    of_columns: OfColumns,
    doubt: f64,
    /// More rows may fall into the columns in several ways than are weighed together.
    too_many_open: bool,
}

/// Whether the sums of columns are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Columns {
    Counted,
    Ignored,
}

/// The posterior over all readings of a zone by all templates; `is_blank` where no table of the source has any figure.
pub(super) fn posterior(zone: &Zone, all: &[Readings<'_>], is_blank: bool) -> Posterior {
    let pool = |columns: Columns| -> Vec<Weighed<'_>> {
        let mut pool = Vec::new();
        for (template, readings) in all.iter().enumerate() {
            for hypothesis in &readings.found.hypotheses {
                pool.extend(weigh(zone, readings, template, hypothesis, is_blank, columns));
            }
        }
        pool
    };
    let counted = pool(Columns::Counted);
    // What cannot be asked of the best is asked of none: one that leaves out rows would be praised for their sums.
    let best = counted.iter().max_by(|a, b| a.log.total_cmp(&b.log));
    let too_many_open = best.is_some_and(|it| it.too_many_open);
    let pool = if too_many_open { pool(Columns::Ignored) } else { counted };
    let mut posterior = Posterior { templates: vec![0.0; all.len()], ..Posterior::default() };
    for with_sums in [true, false] {
        let log = |it: &Weighed<'_>| it.log + if with_sums { it.log_of_sums } else { 0.0 };
        let logs: Vec<f64> = pool.iter().map(log).chain(unseen(&pool, all, log)).collect();
        let whole = log_sum(logs.into_iter());
        let mut rows = Rows::default();
        for weighed in &pool {
            let weight = (log(weighed) - whole).exp();
            if weight < 1e-9 {
                continue;
            }
            if with_sums {
                posterior.templates[weighed.template] += weight;
                for (row, column, id) in &weighed.of_columns.holding {
                    let row = &weighed.readings.template.rows[*row];
                    posterior.note_sum((row.row, row.columns[*column].column), *id);
                }
            }
            rows.add(weighed, weight, with_sums);
        }
        for (row, weight) in &rows.all {
            posterior.add(zone, row, *weight, with_sums);
        }
    }
    for candidates in posterior.cells.values_mut() {
        candidates.sort_by(|a, b| b.with_sums.total_cmp(&a.with_sums));
    }
    posterior
}

/// A row as some hypotheses read it, all in the same way.
#[derive(Clone, Copy)]
struct RowOf<'a> {
    weighed: &'a Weighed<'a>,
    at: usize,
    reading: &'a RowReading,
}

/// What two hypotheses must have in common to read a row in the same way.
#[derive(PartialEq, Eq, Hash)]
struct SameRow {
    template: usize,
    at: usize,
    placings: *const Placing,
    regular: usize,
    cost: u64,
    is_named: bool,
    doubt: u64,
    columns: Box<[u64]>,
}

/// The rows of all hypotheses: what hundreds of these share is looked at once.
#[derive(Default)]
struct Rows<'a> {
    all: Vec<(RowOf<'a>, f64)>,
    positions: FxHashMap<SameRow, usize>,
}

impl<'a> Rows<'a> {
    fn add(&mut self, weighed: &'a Weighed<'a>, weight: f64, with_sums: bool) {
        for (at, reading) in &weighed.rows {
            let columns = if with_sums { weighed.of_columns.of_row(*at) } else { &[] };
            let same = SameRow {
                template: weighed.template,
                at: *at,
                placings: reading.placings.as_ptr(),
                regular: reading.regular,
                cost: reading.cost.to_bits(),
                is_named: reading.is_named,
                doubt: weighed.doubt.to_bits(),
                columns: columns.iter().map(|it| it.to_bits()).collect(),
            };
            let new = self.all.len();
            match *self.positions.entry(same).or_insert(new) {
                known if known < new => self.all[known].1 += weight,
                _ => self.all.push((RowOf { weighed, at: *at, reading }, weight)),
            }
        }
    }
}

impl Posterior {
    fn add(&mut self, zone: &Zone, of: &RowOf<'_>, weight: f64, with_sums: bool) {
        let RowOf { weighed, at, reading } = *of;
        let template = weighed.readings.template;
        let row = &template.rows[at];
        if with_sums {
            *self.rows.entry(row.row).or_default() += weight;
        }
        let order = weighed.readings.orders.of(row.row);
        let log = |it: &Placing| it.weight + if with_sums { it.sum } else { 0.0 };
        let whole = log_sum(reading.placings.iter().map(log));
        let figure = |it: Option<u32>| it.map(|at| &zone.figures[at as usize]);
        let value = |it: Option<u32>| figure(it).map_or(0, |it| it.value);
        // Where several figures are taken for one, the blanks beside it are none: `3000036` among such as
        // `31111` may be seven.
        let is_whole = |it: &Option<u32>| {
            figure(*it).is_some_and(|it| {
                it.kind == FigureKind::Glued || zone.has_glued && it.number > Some(9)
            })
        };
        let several = |it: &Option<u32>| figure(*it).is_some_and(|it| it.may_be_several);
        let is_glued = |it: &Placing| {
            // A sum that does not hold may be one of digits that belong to two cells: `１　４2 ２３` of 1, 4, 2, 23.
            (it.figures.contains(&None) || it.sum < 0.0) && it.figures.iter().any(is_whole)
                || it.figures.iter().any(several)
        };
        let is_same = |it: &Placing| it.figures.windows(2).all(|it| value(it[0]) == value(it[1]));
        let weights = reading.placings.iter().map(|it| (it, weight * (log(it) - whole).exp()));
        let placings: Vec<(&Placing, f64, bool, bool)> = weights
            .filter(|it| it.1 >= 1e-9 && !it.0.figures.is_empty())
            .map(|it| (it.0, it.1, is_same(it.0), is_glued(it.0)))
            .collect();
        let broken_across = template.is_across && reading.regular == BROKEN;
        // Figures beside the label of another row are hardly this row's.
        let order_of_figures = REGULAR[reading.regular] - (reading.cost - relation::ODD).max(0.0);
        for (column, form) in row.columns.iter().enumerate() {
            let Some(from) = order.printed(column) else { continue };
            let of_column = weighed.of_columns.of_row(at)[column];
            let key = (row.row, form.column);
            let candidates = self.cells.entry(key).or_default();
            let mut has_sum = false;
            for (placing, weight, same, is_glued) in placings.iter().copied() {
                let it = placing.figures[from];
                let number = figure(it).and_then(|it| it.number);
                let mut garbage = order_of_figures;
                if with_sums {
                    // Figures out of order are likelier where their sum does not hold.
                    garbage += placing.sum.clamp(-sums::BROKEN, 0.0);
                }
                if with_sums && number != Some(0) && it.is_some() && !broken_across {
                    garbage += placing.sum.max(0.0) + of_column;
                }
                let some = if same && reading.regular != BROKEN { 0.1 } else { 1.0 };
                let mut good = (1.0 - some * (-garbage).exp()).max(0.0);
                // One merged cell may print its figure in every column: 164351 | 164351 | 164351.
                let is_merged =
                    zone.repeats_merged && row.columns.len() > 1 && same && value(it) != 0;
                if !reading.is_named || is_glued || is_merged && number != Some(0) {
                    good = 0.0;
                }
                if value(it) == 0 {
                    good *= 1.0 - weighed.doubt;
                }
                put(candidates, value(it), it, weight * good, with_sums);
                has_sum |= with_sums && placing.sum > 0.0 && good > 0.5;
            }
            if candidates.is_empty() {
                self.cells.remove(&key);
            }
            if has_sum {
                self.note_row_sum(template, row.row, key);
            }
        }
    }

    fn note_row_sum(&mut self, template: &Template, row: Row, key: (Row, Column)) {
        let total = template
            .position(row)
            .and_then(|at| template.rows[at].columns.iter().find(|it| it.is_total));
        if let Some(total) = total
            && let Some(cell) = ogi_model::CellId::try_new(row, total.column)
        {
            self.note_sum(key, EqualityId { kind: EqualityKind::RowSum, total: cell });
        }
    }

    fn note_sum(&mut self, cell: (Row, Column), id: EqualityId) {
        let sums = self.sums.entry(cell).or_default();
        if !sums.contains(&id) {
            sums.push(id);
        }
    }
}

fn put(
    candidates: &mut Vec<Candidate>,
    value: u32,
    figure: Option<u32>,
    weight: f64,
    with_sums: bool,
) {
    let at = candidates.iter().position(|it| it.value == value).unwrap_or_else(|| {
        candidates.push(Candidate { value, figure, with_sums: 0.0, without_sums: 0.0 });
        candidates.len() - 1
    });
    let candidate = &mut candidates[at];
    candidate.figure = candidate.figure.or(figure);
    *if with_sums { &mut candidate.with_sums } else { &mut candidate.without_sums } += weight;
}

/// A hypothesis with its rows, and what the sums say of it; `None` if it has no row.
fn weigh<'a>(
    zone: &Zone,
    readings: &'a Readings<'a>,
    template: usize,
    hypothesis: &Hypothesis,
    is_blank: bool,
    columns: Columns,
) -> Option<Weighed<'a>> {
    let form = readings.template;
    let log = -hypothesis.cost - readings.heads;
    let is_understood = readings.is_understood();
    let mut rows: BTreeMap<usize, RowReading> = BTreeMap::new();
    let mut left_over = 0;
    for taken in &hypothesis.taken {
        let arc = &readings.arcs[taken.from][taken.arc];
        left_over += arc.left_over;
        if let Some(first) = taken.row {
            for (i, placings) in arc.rows.iter().enumerate() {
                let placings = Rc::clone(placings);
                // The labels of a block stand together before or behind it.
                let cost = if arc.rows.len() == 1 { taken.cost } else { 0.0 };
                let is_named = is_understood && !form.is_unnamed(first + i, &readings.on_page);
                // Of more cells than columns, a figure in a column without a head may be that of the one beside it.
                let figures = &zone.figures[arc.from..arc.to];
                let is_surplus =
                    figures.len() > arc.rows.len() * form.rows[first + i].columns.len();
                let strays = is_surplus && figures.iter().any(|it| it.is_under_none);
                let has_sum = placings.first().is_some_and(|it| it.sum > 0.0);
                let is_odd = strays && !has_sum;
                let regular = if is_odd { arc.regular.max(BROKEN) } else { arc.regular };
                let figures = if arc.rows.len() == 1 { arc.from..arc.to } else { 0..0 };
                let reading = RowReading { placings, figures, regular, cost, is_named };
                rows.entry(first + i).or_insert(reading);
            }
        }
    }
    if left_over == 0 {
        let named = &readings.named;
        let first = named.first().copied().unwrap_or(0);
        let together = named.len() >= 3.min(form.rows.len())
            && first == 0
            && named.last() == Some(&(named.len() - 1));
        let regular = if is_blank && together {
            // A form that nobody filled in.
            0
        } else {
            WITHOUT_FIGURES
        };
        for row in named.iter().copied() {
            // Its label stands there, and no figure is left over.
            let width = form.rows[row].columns.len();
            let blank = Placing { weight: 0.0, sum: 0.0, figures: vec![None; width].into() };
            let placings = [blank].into();
            let (figures, cost, is_named) = (0..0, 0.0, true);
            let reading = RowReading { placings, figures, regular, cost, is_named };
            rows.entry(row).or_insert(reading);
        }
    }
    if rows.is_empty() {
        return None;
    }
    let arcs = hypothesis.taken.iter().map(|it| &readings.arcs[it.from][it.arc]);
    if extra_column::is_there(zone, arcs, rows.len()) {
        // Any of the figures may be the one too many.
        rows.values_mut().for_each(|it| it.regular = it.regular.max(BROKEN));
        extra_column::leave_out(&mut rows);
    }
    doubt_starts(zone, &mut rows);
    let is_blank = |it: &Option<u32>| it.is_none_or(|at| zone.figures[at as usize].value == 0);
    let blanks: usize = rows
        .values()
        .map(|it| it.placings[0].figures.iter().filter(|it| is_blank(it)).count())
        .sum();
    let doubt = match (left_over, blanks) {
        (0, _) | (_, 0) => 0.0,
        _ => (0.5 * left_over as f64 / blanks as f64).min(0.5),
    };
    if form.is_across {
        let odd = |it: &RowReading| it.regular >= BROKEN || it.placings[0].weight < -3.0;
        if left_over > 0 || rows.len() < form.rows.len() || rows.values().any(odd) {
            // One odd body puts all in doubt.
            for reading in rows.values_mut().filter(|it| it.regular > 0 || left_over > 0) {
                reading.regular = BROKEN;
            }
        }
    }
    let mut log_of_sums = 0.0;
    let mut likely: Likely = vec![None; form.rows.len()];
    for (row, reading) in &rows {
        let base = log_sum(reading.placings.iter().map(|it| it.weight));
        let whole = log_sum(reading.placings.iter().map(Placing::log));
        log_of_sums += whole - base;
        let is_stated = |it: &&Placing| it.log() - whole > LIKELY.ln() && !it.figures.is_empty();
        if let Some(best) = reading.likeliest().filter(is_stated) {
            likely[*row] = Some(Rc::clone(&best.figures));
        }
    }
    let mut too_many_open = false;
    let likely = match columns {
        Columns::Ignored => vec![None; form.rows.len()],
        Columns::Counted => match joint(zone, form, &mut rows, &likely) {
            Joint::Weighed { gain, likely } => {
                log_of_sums += gain;
                likely
            }
            Joint::TooManyOpen => {
                too_many_open = true;
                likely
            }
            Joint::NoneOpen => likely,
        },
    };
    let of_columns = sums_of_columns(zone, form, &likely);
    log_of_sums += of_columns.verdict.with_habit(rows.values().map(of_row));
    Some(Weighed { readings, template, log, log_of_sums, of_columns, doubt, rows, too_many_open })
}

/// In a long run of figures a row may begin a cell too early: all its figures are 0 or blank, and no sum says otherwise,
/// but that of the row beside it does not hold; or it has a blank, and the row beside it no sum either.
fn doubt_starts(zone: &Zone, rows: &mut BTreeMap<usize, RowReading>) {
    let in_run =
        |it: &RowReading| it.regular == IN_RUN || it.regular > 0 && it.cost > relation::DISPLACED;
    let of_rows: BTreeMap<usize, f64> =
        rows.iter().filter(|it| in_run(it.1)).map(|(at, it)| (*at, of_row(it))).collect();
    let is_blank = |it: &Option<u32>| it.is_none_or(|at| zone.figures[at as usize].is_blank());
    for (row, reading) in
        rows.iter_mut().filter(|it| of_rows.get(it.0).is_some_and(|it| *it <= 0.0))
    {
        let has_blank = reading.likeliest().is_some_and(|it| it.figures.iter().any(is_blank));
        let least = if has_blank { 0.0 } else { -sums::BROKEN };
        let mut beside = [row.checked_sub(1), Some(row + 1)].into_iter().flatten();
        if beside.any(|it| of_rows.get(&it).is_some_and(|it| *it <= least)) {
            reading.regular = BROKEN;
        }
    }
}

fn named(labels: &Labels) -> Vec<usize> {
    let sure = |it: &&super::labels::LabelText| {
        it.costs.best().is_some_and(|best| best.1 < it.costs.none - 1.0 && best.1 <= label::EDGE)
    };
    let mut named: Vec<usize> =
        labels.all.iter().filter(sure).filter_map(|it| Some(it.costs.best()?.0)).collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// The most rows with several placings, and combinations of these, that are weighed together.
const MOST_AMBIGUOUS: usize = 8;
const MOST_COMBINATIONS: usize = 4096;
/// By how much worse than the best a placing may be to be weighed with those of other rows.
const NEAR: f64 = 12.0;

/// What the sums of the columns say of rows that their own sums leave open.
enum Joint {
    NoneOpen,
    TooManyOpen,
    /// How much likelier the sums make the whole, and the figures of all rows then.
    Weighed {
        gain: f64,
        likely: Likely,
    },
}

/// Weighs the placings of rows that their own sums leave open by the sums of the columns, all such rows together.
fn joint(
    zone: &Zone,
    template: &Template,
    rows: &mut BTreeMap<usize, RowReading>,
    likely: &Likely,
) -> Joint {
    if !template.has_totals() || template.is_across {
        return Joint::NoneOpen;
    }
    let open: Vec<usize> = rows.keys().copied().filter(|it| likely[*it].is_none()).collect();
    if open.is_empty() {
        return Joint::NoneOpen;
    }
    if open.len() > MOST_AMBIGUOUS {
        return Joint::TooManyOpen;
    }
    let near: Vec<Vec<usize>> = open
        .iter()
        .map(|row| {
            let placings = &rows[row].placings;
            let best = placings.iter().map(Placing::log).fold(f64::NEG_INFINITY, f64::max);
            let is_near = |it: &usize| placings[*it].log() >= best - NEAR;
            (0..placings.len()).filter(is_near).collect()
        })
        .collect();
    let many = near.iter().try_fold(1_usize, |all, it| all.checked_mul(it.len()));
    let Some(many @ 1..=MOST_COMBINATIONS) = many else { return Joint::TooManyOpen };
    let of_settled: Vec<f64> =
        rows.iter().filter(|it| !open.contains(it.0)).map(|it| of_row(it.1)).collect();
    // The combination of a number: of each row the digit that chooses its placing.
    let strides: Vec<usize> = near
        .iter()
        .scan(1, |stride, it| Some(core::mem::replace(stride, *stride * it.len())))
        .collect();
    let placing_of = |number: usize, row: usize| near[row][number / strides[row] % near[row].len()];
    // Sums of other rows say the same of every combination.
    let (of_open, of_others): (Vec<&ColumnSum>, Vec<&ColumnSum>) =
        template.sums.iter().partition(|it| it.is_of(&open));
    let others = Verdict::default().with(zone, of_others.into_iter(), likely);
    let mut figures = likely.clone();
    let placings: Vec<Vec<&Placing>> = open
        .iter()
        .zip(&near)
        .map(|(row, near)| near.iter().map(|it| &rows[row].placings[*it]).collect())
        .collect();
    let mut weighed: Vec<f64> = Vec::with_capacity(many);
    for number in 0..many {
        let chosen =
            || placings.iter().zip(&strides).map(|(all, stride)| all[number / stride % all.len()]);
        for (row, placing) in open.iter().zip(chosen()) {
            let is_stated = !placing.figures.is_empty();
            figures[*row] = is_stated.then(|| Rc::clone(&placing.figures));
        }
        let verdict = others.with_placed(zone, of_open.iter().copied(), &figures, &open);
        let of_rows = of_settled.iter().copied().chain(chosen().map(|it| it.sum));
        weighed.push(chosen().map(Placing::log).sum::<f64>() + verdict.with_habit(of_rows));
    }
    let before = |row: &usize| log_sum(rows[row].placings.iter().map(Placing::log));
    let gain = log_sum(weighed.iter().copied()) - open.iter().map(before).sum::<f64>();
    let best = (0..many).max_by(|a, b| weighed[*a].total_cmp(&weighed[*b])).unwrap_or(0);
    let best: Vec<usize> = (0..open.len()).map(|it| placing_of(best, it)).collect();
    let mut with_best = likely.clone();
    for (row, at) in open.iter().zip(&best) {
        let it = &rows[row].placings[*at].figures;
        with_best[*row] = (!it.is_empty()).then(|| Rc::clone(it));
    }
    let broken = sums_of_columns(zone, template, &with_best).broken;
    for (i, row) in open.iter().enumerate() {
        let Some(reading) = rows.get_mut(row) else { continue };
        // Of two ways that have a sum, none is chosen that breaks a sum of a column in which they differ.
        let chosen = &reading.placings[best[i]].figures;
        let is_open = |at: &usize| {
            let Placing { figures: other, sum, .. } = &reading.placings[*at];
            *sum > 0.0 && broken.iter().any(|it| other.get(*it) != chosen.get(*it))
        };
        if near[i].iter().any(is_open) {
            figures[*row] = None;
            continue;
        }
        let (stride, digits) = (strides[i], near[i].len());
        let placings = near[i].iter().enumerate().map(|(digit, at)| {
            let runs = weighed.chunks(stride).skip(digit).step_by(digits);
            let placing = &reading.placings[*at];
            Placing { sum: log_sum(runs.flatten().copied()) - placing.weight, ..placing.clone() }
        });
        let placings: Vec<Placing> = placings.collect();
        let largest = placings.iter().map(Placing::log).fold(f64::NEG_INFINITY, f64::max);
        let whole = log_sum(placings.iter().map(Placing::log));
        let likeliest = &reading.placings[best[i]].figures;
        let is_stated = largest - whole > LIKELY.ln() && !likeliest.is_empty();
        figures[*row] = is_stated.then(|| Rc::clone(likeliest));
        reading.placings = placings.into();
    }
    // The caller counts the sums that the figures of all rows then have.
    let columns = sums_of_columns(zone, template, &figures);
    let gain = gain - columns.verdict.with_habit(rows.values().map(of_row));
    Joint::Weighed { gain, likely: figures }
}

/// What the sum of a row says of its likeliest placing.
fn of_row(reading: &RowReading) -> f64 {
    reading.likeliest().map_or(0.0, |it| it.sum)
}
