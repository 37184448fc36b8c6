//! The order of the columns, from the heads over them.
//!
//! Heads are read as they stand: each a piece, several glued to one (`商业企业科研机构`), one torn over pieces, one torn
//! over lines with its pieces below one another. What is there and not understood doubts the order; where there are no
//! heads, or heads that say nothing (`数据1`), the order is the form's, with a note.

use core::cmp::Ordering;
use core::ops::Range;

use ogi_model::{FormColumn, Row};

use super::letters::{Letters, letters};
use super::scores::Scores;
use super::template::Template;
use super::weights::label;
use super::wording;
use super::zone::{Text, Zone};

/// How the columns of a block stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// As in the form; its heads say so.
    Form,
    /// As in the form; no head says anything.
    Unnamed,
    /// As in the form; all letters of its heads are there, in no readable order.
    Torn,
    /// For each column of the form the one that prints it; nobody knows for some.
    Columns(Vec<Option<usize>>),
}

impl Order {
    /// Which of a row's figures is that of a column.
    pub(super) fn printed(&self, column: usize) -> Option<usize> {
        match self {
            Self::Form | Self::Unnamed | Self::Torn => Some(column),
            Self::Columns(columns) => columns.get(column).copied().flatten(),
        }
    }
}

/// The order of the columns of each row.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders {
    rows: Vec<(Row, Order)>,
}

impl Orders {
    pub(super) fn of(&self, row: Row) -> &Order {
        self.rows.iter().find(|it| it.0 == row).map_or(&Order::Form, |it| &it.1)
    }

    /// Reads the heads of every block.
    pub(super) fn find(template: &Template, scores: &Scores, zone: &Zone) -> Self {
        let mut orders = Self::default();
        for (_, block) in &template.blocks {
            let of_block: Vec<usize> =
                block.rows.iter().filter_map(|it| template.position(it.row)).collect();
            let printed = rows_in_order(template, scores, zone, block.rows.len());
            let heads = Heads {
                columns: block.columns,
                texts: &zone.texts[region(template, scores, zone, &of_block)],
                template,
                is_narrow: is_narrow(zone, block.columns.len()),
            };
            let read = heads.read();
            for (i, row) in block.rows.iter().enumerate() {
                let order = match read.len() {
                    1 => read[0].clone(),
                    n if n == block.rows.len() => {
                        // The heads of rows beside one another follow in the order of their labels.
                        let at = printed.iter().position(|it| *it == row.row).unwrap_or(i);
                        read[at].clone()
                    }
                    _ if read.iter().all(|it| *it == Order::Form) => Order::Form,
                    _ => Order::Columns(vec![None; block.columns.len()]),
                };
                orders.rows.push((row.row, order));
            }
        }
        orders
    }
}

/// The rows in the order of their labels, where each has one.
fn rows_in_order(template: &Template, scores: &Scores, zone: &Zone, many: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for text in &zone.texts {
        let costs = scores.of(&text.letters);
        if let Some((row, cost)) = costs.best()
            && cost < costs.none
            && cost < label::EDGE
            && !rows.contains(&template.rows[row].row)
        {
            rows.push(template.rows[row].row);
        }
    }
    if rows.len() == many { rows } else { Vec::new() }
}

/// The texts over a block: behind the last label of other rows, up to its own first.
fn region(template: &Template, scores: &Scores, zone: &Zone, rows: &[usize]) -> Range<usize> {
    if template.is_across {
        return 0..zone.texts.len();
    }
    let is_first = rows.contains(&0);
    let row_of = |text: &Text| {
        let costs = scores.of(&text.letters);
        let (row, cost) = costs.best()?;
        (cost < costs.none && cost <= label::EDGE && text.letters.len() > 1).then_some(row)
    };
    let labels: Vec<(usize, usize)> =
        zone.texts.iter().enumerate().filter_map(|(at, it)| Some((at, row_of(it)?))).collect();
    let first = labels.iter().find(|it| rows.contains(&it.1)).map(|it| it.0);
    let to = match first {
        Some(first) => first,
        // Heads above the first figures are those of the first block.
        None if is_first => {
            zone.texts.iter().position(|it| it.before > 0).unwrap_or(zone.texts.len())
        }
        None => return 0..0,
    };
    let from = labels.iter().rfind(|it| it.0 < to).map_or(0, |it| it.0 + 1);
    from..to
}

/// The texts over a block, to be read.
struct Heads<'a> {
    columns: &'a [FormColumn],
    texts: &'a [Text],
    template: &'a Template,
    /// Most rows have a figure fewer than the form has columns.
    is_narrow: bool,
}

/// Whether more rows have one figure fewer than a block has columns than have as many; a row is what stands between
/// texts.
fn is_narrow(zone: &Zone, columns: usize) -> bool {
    let count = |n: usize| zone.runs().filter(|it| it.len() == n).count();
    count(columns.saturating_sub(1)) > count(columns)
}

/// Letters of a piece that say nothing alone.
const SCRAP: usize = 1;

impl Heads<'_> {
    /// The orders that are printed: one, or one for each row of those beside one another.
    fn read(&self) -> Vec<Order> {
        let members = self.members();
        if members.len() < 2 {
            return vec![Order::Form];
        }
        let labels: Vec<Letters> =
            members.iter().map(|it| letters(self.columns[*it].label)).collect();
        let hits = self.hits(&labels);
        let orders = self.runs(&members, &hits);
        // Heads of rows beside one another may be torn so that five of fifteen are left, of several rows.
        let is_whole = |orders: &Vec<Order>| {
            !self.template.is_across || orders.iter().all(|it| *it == Order::Form)
        };
        let of_clusters = || self.runs(&members, &self.clusters(&labels)).filter(is_whole);
        let orders = orders.or_else(of_clusters);
        orders.unwrap_or_else(|| vec![self.doubt(&members, &labels, &hits)])
    }

    /// The orders of heads that are there once, or once for each row of those beside one another.
    fn runs(&self, members: &[usize], printed: &[usize]) -> Option<Vec<Order>> {
        if printed.is_empty() || !printed.len().is_multiple_of(members.len()) {
            return None;
        }
        printed.chunks(members.len()).map(|run| self.order_of(members, run)).collect()
    }

    /// The columns whose heads follow one another: those under the merged head that has most of them.
    fn members(&self) -> Vec<usize> {
        let many = |group| self.columns.iter().filter(|it| it.group == group).count();
        let group = self.columns.iter().map(|it| it.group).max_by_key(|it| many(*it)).flatten();
        (0..self.columns.len()).filter(|it| self.columns[*it].group == group).collect()
    }

    /// The labels that the letters of the texts spell, one after another.
    fn hits(&self, labels: &[Letters]) -> Vec<usize> {
        let stream: Letters = self.texts.iter().flat_map(|it| it.letters.iter().copied()).collect();
        let ends = self.texts.iter().scan(0, |at, it| {
            *at += it.letters.len();
            Some(*at)
        });
        let starts: Vec<usize> = [0].into_iter().chain(ends).collect();
        let mut hits: Vec<(usize, Option<(f64, f64)>)> = Vec::new();
        let mut at = 0;
        while at < stream.len() {
            let own = labels.iter().enumerate().filter(|it| stream[at..].starts_with(it.1));
            let own = own.max_by_key(|it| it.1.len());
            // Tools join labels to one head (`信息内容本年制发件数`); those are read one by one.
            let is_joined = |head: &Letters| {
                let holds = |label: &Letters| {
                    label.len() < head.len() && (head.starts_with(label) || head.ends_with(label))
                };
                labels.iter().any(holds)
            };
            let other = self.template.heads.iter();
            let other = other.filter(|it| stream[at..].starts_with(it) && !is_joined(it));
            let other = other.map(Vec::len).max().unwrap_or(0);
            match own {
                Some((label, letters)) if letters.len() >= other => {
                    let text = starts.partition_point(|it| *it <= at) - 1;
                    let text = self.texts.get(text).filter(|it| it.from < it.to);
                    hits.push((label, text.map(|it| (it.from, it.to))));
                    at += letters.len();
                }
                _ if other > SCRAP => at += other,
                _ => at = starts[starts.partition_point(|it| *it <= at)],
            }
        }
        // Heads may stand on several lines: where each stands across the page is what orders them, if they stand apart.
        let mut by_place = hits.clone();
        by_place.sort_by(|a, b| a.1.partial_cmp(&b.1).unwrap_or(Ordering::Equal));
        let are_apart = by_place.windows(2).all(|it| match (it[0].1, it[1].1) {
            (Some((_, to)), Some((from, _))) => to <= from,
            _ => false,
        });
        let hits = if are_apart { by_place } else { hits };
        hits.into_iter().map(|it| it.0).collect()
    }

    /// The labels that pieces below one another spell, from left to right.
    fn clusters(&self, labels: &[Letters]) -> Vec<usize> {
        let mut clusters: Vec<(f64, f64, Letters)> = Vec::new();
        for text in self.texts.iter().filter(|it| it.from < it.to) {
            match clusters.iter_mut().find(|it| it.0 < text.to && text.from < it.1) {
                Some(cluster) => {
                    *cluster = (cluster.0.min(text.from), cluster.1.max(text.to), {
                        let mut letters = core::mem::take(&mut cluster.2);
                        letters.extend_from_slice(&text.letters);
                        letters
                    });
                }
                None => clusters.push((text.from, text.to, text.letters.clone())),
            }
        }
        clusters.sort_by(|a, b| a.0.total_cmp(&b.0));
        // Merged heads above may have joined the cluster.
        let of_cluster = |it: &Letters| labels.iter().position(|label| it.ends_with(label));
        clusters.iter().filter_map(|it| of_cluster(&it.2)).collect()
    }

    /// The order of the block's columns, given that of the members.
    fn order_of(&self, members: &[usize], printed: &[usize]) -> Option<Order> {
        let mut seen = printed.to_vec();
        seen.sort_unstable();
        seen.dedup();
        if seen.len() != members.len() {
            return None;
        }
        if seen == printed {
            return Some(Order::Form);
        }
        let mut columns: Vec<Option<usize>> = (0..self.columns.len()).map(Some).collect();
        for (place, member) in printed.iter().enumerate() {
            columns[members[*member]] = Some(members[place]);
        }
        Some(Order::Columns(columns))
    }

    /// Heads that are not all read.
    fn doubt(&self, members: &[usize], labels: &[Letters], hits: &[usize]) -> Order {
        let is_head = |it: &Letters| self.template.heads.contains(it);
        let unknown: Vec<(usize, &Text)> = self
            .texts
            .iter()
            .enumerate()
            .filter(|(_, it)| !it.letters.is_empty() && !is_head(&it.letters))
            .collect();
        // Letters of the heads, scattered.
        let of_members: Vec<u16> = labels.iter().flatten().copied().collect();
        let scattered =
            unknown.iter().filter(|it| it.1.letters.iter().all(|c| of_members.contains(c)));
        let mut left: Vec<u16> =
            self.texts.iter().flat_map(|it| it.letters.iter().copied()).collect();
        let all_there = of_members.iter().all(|letter| {
            let at = left.iter().position(|it| it == letter);
            at.map(|at| left.swap_remove(at)).is_some()
        });
        // Where rows stand beside one another, the heads begin again with each.
        let is_ordered = if self.template.is_across {
            hits.windows(2).all(|it| it[0] < it[1] || it[1] == 0 || it[0] + 1 == labels.len())
        } else {
            hits.windows(2).all(|it| it[0] < it[1])
        };
        if all_there && is_ordered && scattered.count() > 0 {
            return Order::Torn;
        }
        if let Some(order) = self.by_resemblance(members, labels) {
            return order;
        }
        // A column is not there: nobody knows which of seven a row of six leaves out.
        if self.is_narrow && !hits.is_empty() && hits.len() < labels.len() {
            return Order::Columns(vec![None; self.columns.len()]);
        }
        let resembles = |text: &Text| {
            labels.iter().any(|it| wording::cost(&text.letters, it).is_some())
                && text.letters.len() > SCRAP
        };
        let is_other =
            |it: &(usize, &Text)| resembles(it.1) || self.stands_for_a_head(it.0, labels);
        if is_ordered && !unknown.iter().any(is_other) {
            return if hits.is_empty() { Order::Unnamed } else { Order::Form };
        }
        let unknown = |column| if members.contains(&column) { None } else { Some(column) };
        Order::Columns((0..self.columns.len()).map(unknown).collect())
    }

    /// Whether a text that is no head stands between two heads, or before one and behind another: `备注`.
    fn stands_for_a_head(&self, at: usize, labels: &[Letters]) -> bool {
        let is_head = |at: usize| self.texts.get(at).is_some_and(|it| labels.contains(&it.letters));
        at > 0 && is_head(at - 1) && is_head(at + 1)
    }

    /// As many texts side by side as there are heads, each of them exactly or by its letters one head and no other:
    /// `商业`, `科研`, `公益类组织`.
    fn by_resemblance(&self, members: &[usize], labels: &[Letters]) -> Option<Order> {
        self.texts.windows(labels.len()).find_map(|window| {
            if window.iter().any(|it| it.letters.len() <= SCRAP) {
                return None;
            }
            let exact = |text: &Text| labels.iter().position(|it| *it == text.letters);
            let mut found: Vec<Option<usize>> = window.iter().map(exact).collect();
            for (at, text) in window.iter().enumerate().filter(|it| exact(it.1).is_none()) {
                // The head of another block resembles none: 采购项目数量 is not 上一年项目数量.
                if self.template.heads.contains(&text.letters) {
                    return None;
                }
                let mut open = (0..labels.len()).filter(|it| {
                    !window.iter().any(|text| exact(text) == Some(*it))
                        && wording::cost(&text.letters, &labels[*it]).is_some()
                });
                found[at] = open.next().filter(|_| open.next().is_none());
            }
            let printed: Vec<usize> = found.into_iter().collect::<Option<_>>()?;
            self.order_of(members, &printed)
        })
    }
}
