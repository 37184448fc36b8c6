//! The order of columns that the heads over them allow.

use ogi_model::{FormColumn, Row};

use super::letters::{Letters, letters};
use super::template::Template;
use super::weights::columns;
use super::zone::Zone;

/// An order of columns with the logarithm of its weight: for each column of the form the one that prints it; none is
/// the order of the form.
type Order = (f64, Option<Vec<usize>>);

/// The orders of the columns of each block.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders {
    blocks: Vec<(Vec<Row>, Vec<Order>)>,
    form: Vec<Order>,
}

impl Orders {
    /// The orders that the heads of a zone allow.
    pub(super) fn find(template: &Template, zone: &Zone) -> Self {
        let blocks = template.blocks.iter().map(|(_, block)| {
            let rows = block.rows.iter().map(|it| it.row).collect();
            (rows, of_block(block.columns, zone))
        });
        Self { blocks: blocks.collect(), form: vec![(0.0, None)] }
    }

    /// The orders of the columns of a row.
    pub(super) fn of(&self, row: Row, width: usize) -> &[Order] {
        let orders = self.blocks.iter().find(|it| it.0.contains(&row)).map(|it| &it.1[..]);
        let fit =
            |it: &[Order]| it.iter().all(|it| it.1.as_ref().is_none_or(|it| it.len() == width));
        orders.filter(|it| fit(it)).unwrap_or(&self.form)
    }
}

/// The columns under the innermost merged head, or all, as they follow one another among the texts of a zone.
fn of_block(block: &[FormColumn], zone: &Zone) -> Vec<Order> {
    let form = vec![(0.0, None)];
    let Some(group) = block
        .iter()
        .map(|it| it.group)
        .max_by_key(|group| block.iter().filter(|it| it.group == *group).count())
    else {
        return form;
    };
    let members: Vec<usize> = (0..block.len()).filter(|it| block[*it].group == group).collect();
    if members.len() < 3 {
        return form;
    }
    let labels: Vec<Letters> = members.iter().map(|it| letters(block[*it].label)).collect();
    let hits: Vec<(usize, usize)> = zone
        .texts
        .iter()
        .enumerate()
        .filter_map(|(at, text)| Some((at, labels.iter().position(|it| *it == text.letters)?)))
        .collect();
    for run in hits.windows(labels.len()) {
        let mut seen: Vec<usize> = run.iter().map(|it| it.1).collect();
        let together = run[run.len() - 1].0 - run[0].0 + 1 == run.len();
        let order = seen.clone();
        seen.sort_unstable();
        seen.dedup();
        if !together || seen.len() != labels.len() {
            continue;
        }
        if order == seen {
            return form;
        }
        let mut columns: Vec<usize> = (0..block.len()).collect();
        for (printed, column) in order.iter().enumerate() {
            columns[members[*column]] = members[printed];
        }
        return vec![(-columns::DENIED, None), (-columns::EXCHANGED, Some(columns))];
    }
    form
}
