//! A table of the form as the alignment sees it: its rows with all their wordings, and what else is printed about it.

use ogi_model::{Block, Edition, FormColumn, FormRow, Layout, Row, Section, TableForm, TableId};
use ogi_text::ordinal;

use super::column_sums::ColumnSum;
use super::letters::{Letters, letters};

use crate::lexicon::without_gloss;

/// How rows are called on pages beside the form's wording, as (row, wording).
///
/// 1.逾期不补正 and 2.逾期不缴费 are the short forms of a portal's form tool; （六）其他 is common.
const IN_USE: [(Row, &str); 4] = [
    (Row::OtherNotCorrected, "1.逾期不补正"),
    (Row::OtherFeeUnpaid, "2.逾期不缴费"),
    (Row::OtherProcessing, "（六）其他"),
    (Row::NormativeDocuments, "规范性文件"),
];

/// A table of the form, each block of one edition.
#[derive(Debug)]
pub(super) struct Template {
    pub(super) table: TableId,
    /// The edition of each block.
    pub(super) blocks: Vec<(Edition, &'static Block)>,
    pub(super) rows: Vec<TemplateRow>,
    /// What is printed over and beside its rows: heads, corners, merged heads.
    pub(super) heads: Vec<Letters>,
    /// Merged heads beside its rows.
    pub(super) groups: Vec<Letters>,
    /// Labels of rows that only other editions have.
    pub(super) aliens: Vec<Letters>,
    /// Whether its rows stand beside one another.
    pub(super) is_across: bool,
    /// The sums of its columns.
    pub(super) sums: Vec<ColumnSum>,
    /// What it costs before anything is read: blocks of several editions are rare.
    pub(super) prior: f64,
}

/// A row of a template.
#[derive(Debug)]
pub(super) struct TemplateRow {
    pub(super) row: Row,
    pub(super) columns: &'static [FormColumn],
    /// Its wordings; the first is the form's.
    pub(super) wordings: Vec<Letters>,
    /// Whether its label covers several columns of labels: those of other rows stand under more merged heads.
    pub(super) is_merged: bool,
}

impl TemplateRow {
    /// Whether letters are the form's label with the merged heads over it before.
    pub(super) fn is_under_its_heads(&self, letters: &[u16]) -> bool {
        letters.ends_with(&self.wordings[0]) && self.wordings.iter().any(|it| it == letters)
    }
}

impl Template {
    /// The templates of a table: each edition, and for table two all editions block by block.
    pub(super) fn of(table: TableId) -> Vec<Self> {
        let mut all: Vec<Self> = editions_of_blocks(table)
            .into_iter()
            .map(|blocks| Self::of_blocks(table, blocks))
            .collect();
        all.sort_by(|a, b| a.prior.total_cmp(&b.prior));
        let mut kept: Vec<Self> = Vec::new();
        for template in all {
            if !kept.iter().any(|it| it.prints_the_same(&template)) {
                kept.push(template);
            }
        }
        let mut all = kept;
        let mut heads: Vec<Letters> = all.iter().flat_map(|it| it.heads.iter().cloned()).collect();
        heads.sort_unstable();
        heads.dedup();
        for template in &mut all {
            let is_row = |head: &Letters| template.rows.iter().any(|it| it.wordings[0] == *head);
            template.heads = heads.iter().filter(|it| !is_row(it)).cloned().collect();
        }
        let labels: Vec<Vec<Letters>> = all.iter().map(Self::labels).collect();
        for template in &mut all {
            let mut aliens: Vec<Letters> = labels.iter().flatten().cloned().collect();
            aliens.sort_unstable();
            aliens.dedup();
            aliens.retain(|alien| {
                !template.heads.contains(alien)
                    && !template.rows.iter().any(|it| it.wordings.contains(alien))
            });
            template.aliens = aliens;
        }
        all
    }

    /// Whether two templates have the same rows, columns and labels.
    fn prints_the_same(&self, other: &Self) -> bool {
        let columns = |it: &TemplateRow| -> Vec<_> {
            it.columns.iter().map(|it| (it.column, it.label)).collect()
        };
        self.rows.len() == other.rows.len()
            && self.rows.iter().zip(&other.rows).all(|(a, b)| {
                a.row == b.row && a.wordings == b.wordings && columns(a) == columns(b)
            })
    }

    /// The form's own labels of its rows.
    fn labels(&self) -> Vec<Letters> {
        self.rows.iter().map(|it| it.wordings[0].clone()).collect()
    }

    fn of_blocks(table: TableId, blocks: Vec<(Edition, &'static Block)>) -> Self {
        let form = |edition| TableForm::of(table, edition);
        let is_across = form(blocks[0].0).layout == Layout::Across;
        let mut rows: Vec<TemplateRow> = Vec::new();
        let mut heads: Vec<Letters> = Vec::new();
        let mut groups: Vec<Letters> = Vec::new();
        for section in Section::ALL.iter().filter(|it| it.table() == Some(table)) {
            for edition in Edition::ALL {
                let heading = section.heading(*edition);
                heads.push(letters(heading));
                heads.push(letters(bare(heading)));
            }
        }
        for (edition, block) in &blocks {
            let form = form(*edition);
            let depth = |row: &FormRow| form.group_path(row.group).len();
            let deepest = form.blocks.iter().flat_map(|it| it.rows).map(depth).max().unwrap_or(0);
            for row in block.rows {
                rows.push(TemplateRow {
                    row: row.row,
                    columns: block.columns,
                    wordings: wordings(form, row.row),
                    is_merged: depth(row) < deepest,
                });
            }
            heads.extend(block.label.map(letters));
            heads.extend(block.rows_label.map(letters));
            heads.extend(form.corner.map(letters));
            for column in block.columns {
                heads.push(letters(column.label));
                heads.extend(block.rows_label.map(|it| letters(&format!("{it}{}", column.label))));
            }
            let rows_of = |group| block.rows.iter().any(|it| it.group == Some(group));
            for group in form.groups {
                let beside = rows_of(group.group)
                    || form
                        .groups
                        .iter()
                        .any(|it| it.parent == Some(group.group) && rows_of(it.group));
                let is_row = block.rows.iter().any(|it| it.label == group.label);
                if beside && !is_row {
                    groups.push(letters(group.label));
                }
                if !is_row {
                    heads.push(letters(group.label));
                }
            }
            if is_across {
                heads.extend(heads_across(form, block));
            }
        }
        for list in [&mut heads, &mut groups] {
            let mut seen: Vec<Letters> = Vec::new();
            list.retain(|it| {
                !seen.contains(it) && {
                    seen.push(it.clone());
                    true
                }
            });
        }
        heads.retain(|head| !rows.iter().any(|it| it.wordings[0] == *head));
        let editions = |edition| blocks.iter().filter(|it| it.0 == edition).count();
        let mixed = Edition::ALL.iter().map(|it| editions(*it)).filter(|it| *it > 0).count() > 1;
        let prior = if mixed { super::weights::order::MIXED } else { 0.0 };
        let (aliens, sums) = (Vec::new(), Vec::new());
        let mut template =
            Self { table, blocks, rows, heads, groups, aliens, is_across, sums, prior };
        template.sums = ColumnSum::of(&template);
        template
    }

    /// Whether every row has a column that is the sum of the others.
    pub(super) fn has_totals(&self) -> bool {
        self.rows.iter().all(|it| it.columns.iter().any(|it| it.is_total))
    }

    /// How many columns its widest row has.
    pub(super) fn width(&self) -> usize {
        self.rows.iter().map(|it| it.columns.len()).max().unwrap_or(0)
    }

    /// How many columns its rows have, each number once.
    pub(super) fn widths(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = self.rows.iter().map(|it| it.columns.len()).collect();
        widths.sort_unstable();
        widths.dedup();
        widths
    }

    /// Whether letters are a wording of some row.
    pub(super) fn has_wording(&self, letters: &[u16]) -> bool {
        self.rows.iter().any(|it| it.wordings.iter().any(|it| it == letters))
    }

    pub(super) fn position(&self, row: Row) -> Option<usize> {
        self.rows.iter().position(|it| it.row == row)
    }

    /// Whether a row has no label and stands beside another that has none: only the order of the form would say which
    /// is which, and a page may have exchanged them.
    pub(super) fn is_unnamed(&self, row: usize, on_page: &[bool]) -> bool {
        let lacks = |row: usize| on_page.get(row) == Some(&false);
        !self.is_across && lacks(row) && (row > 0 && lacks(row - 1) || lacks(row + 1))
    }

    /// The edition of the block that holds a row.
    pub(super) fn edition_of(&self, row: Row) -> Option<Edition> {
        let has = |block: &Block| block.rows.iter().any(|it| it.row == row);
        self.blocks.iter().find(|it| has(it.1)).map(|it| it.0)
    }
}

/// Editions block by block: blocks of table two that begin with the same row stand in for one another.
fn editions_of_blocks(table: TableId) -> Vec<Vec<(Edition, &'static Block)>> {
    let blocks =
        |edition: Edition| TableForm::of(table, edition).blocks.iter().map(move |it| (edition, it));
    let newest_first = || Edition::ALL.iter().rev().copied();
    let mut slots: Vec<Row> = Vec::new();
    for block in newest_first().flat_map(blocks) {
        let first = block.1.rows[0].row;
        if !slots.contains(&first) {
            slots.push(first);
        }
    }
    slots.sort_unstable();
    let mut all: Vec<Vec<(Edition, &'static Block)>> = vec![Vec::new()];
    for slot in slots {
        let choices: Vec<_> =
            newest_first().flat_map(blocks).filter(|it| it.1.rows[0].row == slot).collect();
        all = all
            .into_iter()
            .flat_map(|chosen| {
                choices.iter().map(move |it| chosen.iter().copied().chain([*it]).collect())
            })
            .collect();
    }
    // A block that only some editions have is there where its edition is met elsewhere.
    let whole = |chosen: &Vec<(Edition, &'static Block)>| {
        let of = |edition| TableForm::of(table, edition).blocks.len();
        chosen.len() <= newest_first().map(of).max().unwrap_or(0)
    };
    all.retain(whole);
    let mut more = Vec::new();
    for chosen in &all {
        let own = |it: &&(Edition, &'static Block)| {
            newest_first().all(|edition| {
                TableForm::of(table, edition)
                    .blocks
                    .iter()
                    .any(|b| b.rows[0].row == it.1.rows[0].row)
            })
        };
        if chosen.iter().all(|it| own(&it)) {
            continue;
        }
        let without: Vec<_> = chosen.iter().filter(own).copied().collect();
        // An edition has all its blocks.
        let is_part = newest_first().any(|edition| {
            without.iter().all(|it| it.0 == edition)
                && without.len() < TableForm::of(table, edition).blocks.len()
        });
        if !is_part {
            more.push(without);
        }
    }
    all.extend(more);
    all
}

/// All wordings of a row, the form's first.
fn wordings(form: &TableForm, row: Row) -> Vec<Letters> {
    let mut all: Vec<Letters> = Vec::new();
    let mut add = |text: &str| {
        let it = letters(text);
        if !it.is_empty() && !all.contains(&it) {
            all.push(it);
        }
    };
    let Some(row) = form.row(row) else { return all };
    add(row.label);
    let path = form.group_path(row.group);
    for from in (0..path.len()).rev() {
        let groups: String = path[from..].iter().map(|it| it.label).collect();
        add(&format!("{groups}{}", row.label));
    }
    let short = |text| core::str::from_utf8(without_gloss(bytes(text))).unwrap_or(text);
    add(short(row.label));
    add(bare(row.label));
    add(short(bare(row.label)));
    for (_, wording) in IN_USE.iter().filter(|it| it.0 == row.row) {
        add(wording);
    }
    for form in TableForm::ALL.iter().filter(|it| it.table == form.table) {
        form.row(row.row).into_iter().for_each(|it| add(it.label));
    }
    all
}

/// Heads of a table whose rows stand beside one another, as tools join them.
fn heads_across(form: &TableForm, block: &Block) -> Vec<Letters> {
    let joined = |labels: &mut dyn Iterator<Item = &'static str>| -> String { labels.collect() };
    let mut outer: Vec<&str> = Vec::new();
    for row in block.rows {
        let label = form.group_path(row.group).first().map_or(row.label, |it| it.label);
        if outer.last() != Some(&label) {
            outer.push(label);
        }
    }
    let grouped = block.rows.iter().filter(|it| it.group.is_some()).map(|it| it.label);
    vec![
        letters(&outer.concat()),
        letters(&joined(&mut grouped.into_iter())),
        letters(&joined(&mut block.columns.iter().map(|it| it.label))),
    ]
}

fn bare(text: &str) -> &str {
    core::str::from_utf8(ordinal::without(bytes(text))).unwrap_or(text)
}

const fn bytes(text: &str) -> &[u8] {
    text.as_bytes()
}
