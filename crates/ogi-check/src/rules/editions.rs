//! What the rules on editions share: the tables that could be of one edition only.

use ogi_model::{Block, CellId, Edition, Report, TableForm, TableId};

use crate::{Message, names};

/// A block that is of one edition and could not be of another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Distinctive {
    pub(super) table: TableId,
    pub(super) form: &'static TableForm,
    block: &'static Block,
}

impl Distinctive {
    pub(super) const fn edition(&self) -> Edition {
        self.form.edition
    }

    /// Its cells, those first that no other edition has.
    pub(super) fn cells(&self) -> impl Iterator<Item = CellId> + use<> {
        let (form, block) = (self.form, self.block);
        let is_elsewhere = move |it: &CellId| {
            let mut others = Edition::ALL.iter().filter(move |it| **it != form.edition);
            others.any(|other| TableForm::of(form.table, *other).contains(*it))
        };
        let own = cells(form, block).filter(move |it| !is_elsewhere(it));
        own.chain(cells(form, block).filter(is_elsewhere))
    }

    /// What it is called: its article, or else its table.
    fn name(&self, report: &Report) -> Message {
        self.block.label.map_or_else(|| names::table(report, self.table), Message::same)
    }
}

/// The blocks of a table that state their edition.
///
/// Much is the same in all editions, such as table four. A block states its edition by a cell that no other edition
/// has, or when it is complete and another edition has more.
pub(super) fn distinctive(report: &Report, table: TableId) -> Vec<Distinctive> {
    let blocks = report.blocks(table).into_iter();
    blocks
        .map(|(form, block)| Distinctive { table, form, block })
        .filter(|it| is_distinctive(report, it.form, it.block))
        .collect()
}

fn is_distinctive(report: &Report, form: &TableForm, block: &'static Block) -> bool {
    let is_there = |cell: &CellId| report[*cell].is_present();
    let others = Edition::ALL.iter().filter(|it| **it != form.edition);
    others.map(|it| TableForm::of(form.table, *it)).all(|other| {
        let only_here = cells(form, block).any(|it| is_there(&it) && !other.contains(it));
        let more_there = || {
            let more = |it: CellId| !form.contains(it) && !is_there(&it);
            cells(form, block).all(|it| is_there(&it)) && same_part(other, block).any(more)
        };
        only_here || more_there()
    })
}

fn cells(form: &TableForm, block: &'static Block) -> impl Iterator<Item = CellId> + use<> {
    let of_rows = move |it: &CellId| block.rows.iter().any(|row| row.row == it.row());
    form.cells().filter(of_rows)
}

/// The cells of the blocks of another edition that have a row of this one.
fn same_part(other: &TableForm, block: &'static Block) -> impl Iterator<Item = CellId> + use<> {
    let has_row = |it: &&'static Block, row| it.rows.iter().any(|it| it.row == row);
    let blocks =
        other.blocks.iter().filter(move |it| block.rows.iter().any(|row| has_row(it, row.row)));
    blocks.flat_map(|block| {
        let cells =
            |row| block.columns.iter().filter_map(move |it| CellId::try_new(row, it.column));
        block.rows.iter().flat_map(move |it| cells(it.row))
    })
}

/// The names of blocks, joined; a table all of whose distinctive blocks are among them by its own.
pub(super) fn names(report: &Report, blocks: &[Distinctive]) -> Message {
    let mut names: Vec<Message> = Vec::new();
    for of_table in blocks.chunk_by(|a, b| a.table == b.table) {
        let table = of_table[0].table;
        if of_table.len() == distinctive(report, table).len() {
            names.push(names::table(report, table));
        } else {
            names.extend(of_table.iter().map(|it| it.name(report)));
        }
    }
    let join =
        |of: fn(&Message) -> &str, by: &str| names.iter().map(of).collect::<Vec<_>>().join(by);
    Message { zh: join(|it| &it.zh, "”“"), en: join(|it| &it.en, "”, “") }
}
