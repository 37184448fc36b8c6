//! Column heads that a page broke: the rest of their letters stands further down.

use ogi_model::{CellId, Column, Edition, Form, Layout, TableId};

use crate::fold::folded;
use crate::lexicon::Mark;
use crate::token::{Kind, Printed, Token, Tokens};

/// Whether the rest of a column's label stands below it, among letters of no use alone and before the rows begin. Then the
/// label is the form's, and only the page is narrow.
///
/// `商业企` with `业` on the next line is 商业企业; 社会公益 without 组织 anywhere lost it.
pub(super) fn goes_on_below(
    text: &str,
    tokens: &Tokens<'_>,
    at: usize,
    table: TableId,
    column: Column,
) -> bool {
    let token = &tokens.all[at];
    let printed = folded(&text[token.span()]);
    // Where rows are beside one another, their labels are heads too, and only figures end the heads.
    let is_across = Form::of(table, Edition::E2021).layout == Layout::Across;
    let begins_rows = |it: &Token| match it.kind {
        Kind::Cells { from, to } => {
            tokens.cells[from as usize..to as usize].iter().any(Printed::is_figure)
        }
        _ => !is_across && it.label().is_some_and(|it| matches!(it.mark, Mark::Row(_))),
    };
    let below: Vec<u16> = tokens.all[at + 1..]
        .iter()
        .take_while(|it| !begins_rows(it))
        .filter(|it| matches!(it.kind, Kind::Scrap | Kind::Part | Kind::Text))
        .flat_map(|it| folded(&text[it.span()]))
        .collect();
    labels(table, column).any(|label| {
        let label = folded(label);
        label.strip_prefix(&*printed).is_some_and(|rest| {
            !rest.is_empty() && below.windows(rest.len()).any(|letters| letters == rest)
        })
    })
}

/// What the editions call a column.
fn labels(table: TableId, column: Column) -> impl Iterator<Item = &'static str> {
    let of_table = Form::ALL.iter().filter(move |it| it.table == table);
    of_table.filter_map(move |form| {
        let cell =
            CellId::of_table(table).find(|it| it.column() == column && form.contains(*it))?;
        Some(form.column(cell)?.label)
    })
}
