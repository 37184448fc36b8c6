//! The cheapest readings of a zone: a path over its figures, each arc a row of the form or none, labels passed on the
//! way.
//!
//! A forward pass keeps what is within the beam, a backward pass makes the rest of each path exact, and the K best
//! readings come out in order (A*).

use core::ops::Range;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet};

use super::arcs::{Arc, ArcKind};
use super::labels::Labels;
use super::relation::{Mode, Relations};
use super::template::Template;
use super::weights::{cut, order, relation, search};
use super::zone::Figure;

/// Where a path is: the last row, the row furthest down, the next label, and how labels stand here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct State {
    last: Option<u8>,
    furthest: Option<u8>,
    label: u16,
    mode: Mode,
}

impl Hash for State {
    /// All of it at once: a state is looked up for every step.
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let byte = |it: Option<u8>| it.map_or(0, |it| u64::from(it) + 1);
        let rows = byte(self.last) << 16 | byte(self.furthest) << 32;
        (u64::from(self.label) | rows | (self.mode as u64) << 48).hash(hasher);
    }
}

/// How labels may stand at the beginning, and what that costs.
const STARTS: [(Mode, f64); 2] = [(Mode::Strict, 0.0), (Mode::Loose, relation::SWITCH)];

/// A step of a path.
#[derive(Clone, Copy, Debug)]
struct Edge {
    to: u32,
    /// The state there, by its position among those that were reached.
    state: u32,
    cost: f64,
    arc: u32,
    row: Option<u8>,
}

/// The steps from before one figure, by the position of the state that they begin in.
#[derive(Debug, Default)]
struct Layer {
    edges: Vec<Edge>,
    /// Behind the last step of each state.
    ends: Vec<usize>,
}

impl Layer {
    fn of(&self, state: usize) -> &[Edge] {
        let from = state.checked_sub(1).map_or(0, |it| self.ends[it]);
        &self.edges[from..self.ends[state]]
    }
}

/// The states that paths reach before a figure, in the order in which they were reached, and the least that each costs.
#[derive(Debug, Default)]
struct Reached {
    states: Vec<(State, f64)>,
    positions: FxHashMap<State, u32>,
}

impl Reached {
    fn reach(&mut self, state: State, cost: f64) -> u32 {
        let new = self.states.len() as u32;
        let at = *self.positions.entry(state).or_insert(new);
        match self.states.get_mut(at as usize) {
            Some(known) => known.1 = known.1.min(cost),
            None => self.states.push((state, cost)),
        }
        at
    }
}

/// An arc that a hypothesis takes, and the first row that it is; none for what is no row.
#[derive(Clone, Copy, Debug)]
pub(super) struct TakenArc {
    pub(super) from: usize,
    pub(super) arc: usize,
    pub(super) row: Option<usize>,
    /// What it costs, labels and order with it.
    pub(super) cost: f64,
}

/// A reading of the whole zone.
#[derive(Clone, Debug)]
pub(super) struct Hypothesis {
    pub(super) cost: f64,
    pub(super) taken: Vec<TakenArc>,
}

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The best readings, the cheapest first.
    pub(super) hypotheses: Vec<Hypothesis>,
    /// Whether the budget ran out before all readings near the best were seen.
    pub(super) ran_out: bool,
}

pub(super) struct Search<'a> {
    template: &'a Template,
    labels: &'a Labels,
    relations: Relations<'a>,
    arcs: &'a [Vec<Arc>],
    figures: &'a [Figure],
    /// Whether the label of each row is on the page.
    on_page: Vec<bool>,
    /// The rows from the first to the last of these; all where there is none.
    part: Range<usize>,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        template: &'a Template,
        labels: &'a Labels,
        arcs: &'a [Vec<Arc>],
        figures: &'a [Figure],
    ) -> Self {
        let relations = Relations::new(labels, template.rows.len());
        let on_page = labels.on_page(template.rows.len());
        let part = match (on_page.iter().position(|it| *it), on_page.iter().rposition(|it| *it)) {
            (Some(first), Some(last)) => first..last + 1,
            _ => 0..on_page.len(),
        };
        Self { template, labels, relations, arcs, figures, on_page, part }
    }

    /// The K best readings of those that cost no more than `most`.
    pub(super) fn run(&self, most: f64) -> Found {
        let n = self.arcs.len();
        let rest = self.cheapest_rest();
        let mut reached: Vec<Reached> = (0..=n).map(|_| Reached::default()).collect();
        for (mode, cost) in STARTS {
            reached[0].reach(State { last: None, furthest: None, label: 0, mode }, cost);
        }
        let mut least = vec![f64::INFINITY; n + 1];
        least[0] = rest[0];
        let mut layers: Vec<Layer> = Vec::with_capacity(n);
        for at in 0..n {
            let limit = |at: usize, least: &[f64]| most.min(least[at] + search::BEAM);
            let here = core::mem::take(&mut reached[at]).states;
            let mut layer = Layer::default();
            for (state, cost) in here {
                if cost + rest[at] <= limit(at, &least) {
                    for (index, arc) in self.arcs[at].iter().enumerate() {
                        let to = arc.to;
                        // What the step may cost at most, labels and all.
                        let spare = limit(to, &least) - cost - rest[to];
                        self.steps(state, arc, spare, |step, row, state| {
                            let whole = cost + step + rest[to];
                            if whole <= limit(to, &least) {
                                least[to] = least[to].min(whole);
                                let state = reached[to].reach(state, cost + step);
                                let (to, arc) = (to as u32, index as u32);
                                layer.edges.push(Edge { to, state, cost: step, arc, row });
                            }
                        });
                    }
                }
                layer.ends.push(layer.edges.len());
            }
            layers.push(layer);
        }
        self.best_paths(&layers, &reached[n].states, most)
    }

    /// From each figure on, the least that its arcs cost, labels and order left out.
    fn cheapest_rest(&self) -> Vec<f64> {
        let n = self.arcs.len();
        let mut rest = vec![0.0; n + 1];
        for at in (0..n).rev() {
            rest[at] = self.arcs[at]
                .iter()
                .map(|it| it.cost - it.weight + rest[it.to])
                .fold(f64::INFINITY, f64::min);
        }
        rest
    }

    fn best_paths(&self, layers: &[Layer], ends: &[(State, f64)], most: f64) -> Found {
        let n = self.arcs.len();
        // The exact cost to go, by figure and state; infinite where no path goes on.
        let absent = self.absent();
        let mut to_go: Vec<Vec<f64>> = vec![Vec::new(); n + 1];
        to_go[n] = ends.iter().map(|it| self.end(&it.0) + absent).collect();
        for (at, layer) in layers.iter().enumerate().rev() {
            let go = |it: &Edge| it.cost + to_go[it.to as usize][it.state as usize];
            let best = |state| layer.of(state).iter().map(go).fold(f64::INFINITY, f64::min);
            to_go[at] = (0..layer.ends.len()).map(best).collect();
        }
        self.a_star(layers, &to_go, most)
    }

    fn a_star(&self, layers: &[Layer], to_go: &[Vec<f64>], most: f64) -> Found {
        let n = self.arcs.len();
        let mut nodes: Vec<Node> = Vec::new();
        let mut open = BinaryHeap::new();
        for (state, (_, cost)) in STARTS.iter().enumerate() {
            // Where there are no figures, the end is where it starts.
            let go = to_go[0][state];
            if go < f64::INFINITY && cost + go <= most {
                open.push(Open { whole: cost + go, node: nodes.len() });
                nodes.push(Node::start(*cost, state));
            }
        }
        let mut seen: FxHashSet<(usize, usize, u64)> = FxHashSet::default();
        let mut done: FxHashSet<u64> = FxHashSet::default();
        let mut found = Found::default();
        let (mut steps, mut limit) = (0, None);
        while let Some(Open { whole, node: index }) = open.pop() {
            let node = nodes[index];
            // The same rows at a higher cost.
            if !seen.insert((node.at, node.state, node.rows)) {
                continue;
            }
            steps += 1;
            let bound = limit.get_or_insert(whole + search::KEPT + relation::SWITCH).min(most);
            if steps > search::STEPS {
                found.ran_out = true;
                break;
            }
            if node.at == n {
                if done.insert(node.rows) {
                    if found.hypotheses.is_empty() {
                        limit = Some(whole + search::KEPT);
                    }
                    found.hypotheses.push(Hypothesis { cost: whole, taken: path(&nodes, index) });
                    if found.hypotheses.len() >= search::HYPOTHESES {
                        found.ran_out = !open.is_empty();
                        break;
                    }
                }
                continue;
            }
            for edge in layers[node.at].of(node.state) {
                let cost = node.cost + edge.cost;
                let whole = cost + to_go[edge.to as usize][edge.state as usize];
                if whole > bound {
                    continue;
                }
                let Some(next) = self.step(&nodes, index, edge, cost) else { continue };
                open.push(Open { whole, node: nodes.len() });
                nodes.push(next);
            }
        }
        found
    }

    /// The node behind an edge; `None` where a row would be there twice with different figures.
    fn step(&self, nodes: &[Node], index: usize, edge: &Edge, cost: f64) -> Option<Node> {
        let node = nodes[index];
        let arc = &self.arcs[node.at][edge.arc as usize];
        let mut next =
            Node { at: arc.to, state: edge.state as usize, cost, before: index, arc: None, ..node };
        match edge.row {
            None if arc.left_over == 0 => {}
            None => {
                next.arc = Some((node.at, edge.arc as usize, None));
                next.rows = mixed(node.rows, node.at, edge.arc, None);
            }
            Some(row) => {
                let mask = ((1_u64 << arc.rows.len()) - 1) << row;
                if node.taken & mask != 0 {
                    let same = arc.rows.len() == 1
                        && self.values_of(nodes, index, usize::from(row))
                            == Some(self.values(arc, 0));
                    if !same {
                        return None;
                    }
                } else {
                    next.taken |= mask;
                    next.arc = Some((node.at, edge.arc as usize, Some(usize::from(row))));
                    next.rows = mixed(node.rows, node.at, edge.arc, Some(row));
                }
            }
        }
        Some(next)
    }

    /// The figures that a path took for a row, as they are placed most likely.
    fn values_of(&self, nodes: &[Node], from: usize, row: usize) -> Option<Vec<u32>> {
        let mut index = from;
        loop {
            let node = &nodes[index];
            if let Some((at, arc, Some(first))) = node.arc {
                let arc = &self.arcs[at][arc];
                if (first..first + arc.rows.len()).contains(&row) {
                    return Some(self.values(arc, row - first));
                }
            }
            if index == node.before {
                return None;
            }
            index = node.before;
        }
    }

    /// The values of a row of an arc as they are placed most likely.
    fn values(&self, arc: &Arc, row: usize) -> Vec<u32> {
        let value = |it: &Option<u32>| it.map_or(0, |at| self.figures[at as usize].value);
        let best = arc.rows[row].first();
        best.map(|it| it.figures.iter().map(value).collect()).unwrap_or_default()
    }

    /// Labels that are nowhere, and labels of other editions.
    pub(super) fn absent(&self) -> f64 {
        let missing = self.on_page.iter().filter(|it| !**it).count();
        let none = missing == self.on_page.len();
        let missing = if none { 0.0 } else { order::ABSENT * missing as f64 };
        missing + order::ALIEN * self.labels.aliens as f64
    }

    /// What it costs that the table ends here.
    fn end(&self, state: &State) -> f64 {
        let rows = self.part.end;
        let furthest = state.furthest.map_or(self.part.start, |it| usize::from(it) + 1);
        // Where there are no figures, labels have no rows to stand beside.
        let labels = if self.arcs.is_empty() {
            0.0
        } else {
            self.relations.behind(usize::from(state.label), state.furthest.map(usize::from))
        };
        let cut = match rows.saturating_sub(furthest) {
            0 => 0.0,
            missing => (order::SKIP + order::SKIP_EACH * (missing - 1) as f64).min(order::CUT),
        };
        labels + cut
    }

    /// The steps that an arc makes out of a state, those left out that cost more than `spare` without their labels.
    fn steps(
        &self,
        state: State,
        arc: &Arc,
        spare: f64,
        mut add: impl FnMut(f64, Option<u8>, State),
    ) {
        let rows = self.template.rows.len();
        let label = usize::from(state.label);
        let last = state.last.map(usize::from);
        let next = state.furthest.map_or(0, |it| usize::from(it) + 1);
        {
            let span = (arc.from, arc.to);
            let mut push = |cost: f64, row: Option<usize>, state: State| {
                add(cost, row.map(|it| it as u8), state);
            };
            let row_state = |row: usize, last_of: usize, label: usize, mode: Mode| State {
                last: Some(last_of as u8),
                furthest: Some(last_of.max(next.saturating_sub(1)).max(row) as u8),
                label: label as u16,
                mode,
            };
            let switch = |mode| if mode == state.mode { 0.0 } else { relation::SWITCH };
            match arc.kind {
                ArcKind::Jumble { rows: many } => {
                    let end =
                        (next + many).saturating_sub(1).min(rows - 1).max(next.saturating_sub(1));
                    let (cost, passed) = self.relations.passed(label, span, last, end, Mode::Loose);
                    let cost = cost.max(cut::JUMBLE_LABEL * (passed - label) as f64);
                    let state = row_state(end, end, passed, Mode::Loose);
                    push(arc.cost + cost + switch(Mode::Loose), None, state);
                }
                ArcKind::Noise => {
                    let (mut cost, mut passed) = (arc.cost, label);
                    while let Some(it) = self.labels.all.get(passed)
                        && it.before < arc.to
                        && it.beside.is_some_and(|it| it.1 < arc.to)
                    {
                        let row = it.costs.best().map_or(f64::INFINITY, |it| it.1);
                        cost += (it.costs.none - row).clamp(0.0, cut::NOISE_LABEL);
                        passed += 1;
                    }
                    push(cost, None, State { label: passed as u16, ..state });
                }
                ArcKind::Across => {
                    if last.is_none() {
                        let is_passed = |it: &&super::labels::LabelText| it.before < arc.to;
                        let many = self.labels.all[label.min(self.labels.all.len())..]
                            .iter()
                            .take_while(is_passed);
                        let state = row_state(0, rows - 1, label + many.count(), state.mode);
                        push(arc.cost, Some(0), state);
                    }
                }
                ArcKind::ColumnMajor { rows: many } => {
                    let first = last
                        .unwrap_or(0)
                        .saturating_sub(usize::from(last.is_some_and(|it| it > 0)));
                    let end = last.map_or(4, |it| it + 5).min((rows + 1).saturating_sub(many));
                    for row in first..end {
                        let (cost, passed) =
                            self.relations.passed(label, span, last, row, Mode::Loose);
                        let last_of = row + many - 1;
                        let order = self.order(last, next, row, false);
                        let cost = arc.cost + order + cost + switch(Mode::Loose);
                        push(cost, Some(row), row_state(row, last_of, passed, Mode::Loose));
                    }
                }
                ArcKind::Row { width } => {
                    let base = arc.cost - arc.weight;
                    for row in self.targets(label, arc.to, last, next) {
                        if self.template.rows[row].columns.len() != width {
                            continue;
                        }
                        for mode in [state.mode, state.mode.other()] {
                            let base = base + switch(mode);
                            if base + self.order(last, next, row, mode == Mode::Strict) > spare {
                                continue;
                            }
                            let (cost, passed) =
                                self.relations.passed(label, span, last, row, mode);
                            let is_labelled = mode == Mode::Strict && passed > label;
                            push(
                                base + self.order(last, next, row, is_labelled) + cost,
                                Some(row),
                                row_state(row, row, passed, mode),
                            );
                        }
                    }
                }
            }
        }
    }

    /// What it costs that a row comes after another: more where no label between says so.
    fn order(&self, last: Option<usize>, next: usize, row: usize, is_labelled: bool) -> f64 {
        let unlabelled = |cost: f64| if is_labelled { 0.0 } else { cost };
        if row >= next {
            let resumes = last.map_or(0, |it| it + 1) != next;
            // Rows before the first label of the page are not there.
            let from = if last.is_none() { next.max(self.part.start) } else { next };
            let skipped = row.saturating_sub(from);
            let skip = match skipped {
                0 => 0.0,
                n => {
                    order::SKIP
                        + unlabelled(order::SKIP_UNLABELLED)
                        + order::SKIP_EACH * (n - 1) as f64
                }
            };
            return skip + if resumes { order::RESUME } else { 0.0 };
        }
        if last == Some(row) {
            return order::REPEAT;
        }
        order::BACK
            + unlabelled(order::BACK_UNLABELLED)
            + if self.template.is_across { order::BACK_ACROSS } else { 0.0 }
    }

    /// The rows that figures may be: the next few, the last few, and those that a label names.
    fn targets(
        &self,
        label: usize,
        to: usize,
        last: Option<usize>,
        next: usize,
    ) -> impl Iterator<Item = usize> {
        let rows = self.template.rows.len();
        let mut targets = 0_u64;
        let mut add = |rows: Range<usize>| rows.for_each(|it| targets |= 1 << it);
        match last {
            Some(last) => add(last.saturating_sub(2)..rows.min(last + 5)),
            None => add(0..rows.min(4)),
        }
        add(next..rows.min(next + 3));
        let passed = self.labels.all.iter().skip(label).take_while(|it| it.before < to);
        for it in passed {
            if let Some((row, cost)) = it.costs.best()
                && cost < it.costs.none
            {
                add(row..row + 1);
            }
        }
        (0..rows).filter(move |it| targets >> it & 1 == 1)
    }
}

/// The end of a partial path.
#[derive(Clone, Copy, Debug)]
struct Node {
    at: usize,
    /// The position of its state among those of `at`.
    state: usize,
    cost: f64,
    /// The node before; itself at the start.
    before: usize,
    /// The arc that was taken, and its first row.
    arc: Option<(usize, usize, Option<usize>)>,
    /// The rows that are taken, one bit each.
    taken: u64,
    /// A hash of what was taken for which row.
    rows: u64,
}

impl Node {
    const fn start(cost: f64, state: usize) -> Self {
        Self { at: 0, state, cost, before: 0, arc: None, taken: 0, rows: 0 }
    }
}

/// A partial path with the cost of the cheapest whole one; the cheapest comes first, and of equals the first made.
struct Open {
    whole: f64,
    node: usize,
}

impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        other.whole.total_cmp(&self.whole).then_with(|| other.node.cmp(&self.node))
    }
}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Open {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Open {}

fn mixed(rows: u64, at: usize, arc: u32, row: Option<u8>) -> u64 {
    let mut hasher = DefaultHasher::new();
    (rows, at, arc, row).hash(&mut hasher);
    hasher.finish()
}

/// What a whole path took, in the order of the page.
fn path(nodes: &[Node], mut index: usize) -> Vec<TakenArc> {
    let mut taken = Vec::new();
    loop {
        let node = &nodes[index];
        let cost = node.cost - nodes[node.before].cost;
        taken.extend(node.arc.map(|(from, arc, row)| TakenArc { from, arc, row, cost }));
        if index == node.before {
            break;
        }
        index = node.before;
    }
    taken.reverse();
    taken
}
