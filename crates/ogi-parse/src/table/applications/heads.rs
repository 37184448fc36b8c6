//! The heads of columns, over two levels.

use ogi_model::{Column, Decided, Group, NoteKind};

use super::{FORM, TABLE};
use crate::draft::Draft;
use crate::explain;
use crate::lexicon::Mark;
use crate::table::letters::Letters;
use crate::table::{is_caption, order};
use crate::token::{Kind, Token};

/// The columns that the heads tell, in the order of the figures.
///
/// Heads over two levels flatten in another order than the figures have: 总计 comes before the kinds of
/// organisations. So the heads say which columns there are and in which order the organisations stand.
pub(super) fn columns(draft: &mut Draft<'_>, head: &[Token]) -> Option<Vec<Column>> {
    let block = &FORM.blocks[0];
    let mut printed: Vec<(Column, &Token)> = Vec::with_capacity(block.columns.len());
    let mut odd: Vec<&Token> = Vec::new();
    // A text among the heads of columns is a head itself: of one that the form does not have, or reworded.
    let mut foreign = false;
    for token in head {
        match token.label().map(|it| it.mark) {
            Some(Mark::Column(column)) if printed.iter().any(|it| it.0 == column) => {}
            Some(Mark::Column(column)) if block.columns.iter().any(|it| it.column == column) => {
                printed.push((column, token));
            }
            _ if matches!(token.kind, Kind::Text | Kind::Scrap) => {
                foreign |= matches!(token.kind, Kind::Text)
                    && !printed.is_empty()
                    && !is_caption(&draft.text[token.span()]);
                odd.push(token);
            }
            _ => {}
        }
    }
    let heads = printed;
    let printed: Vec<Column> = heads.iter().map(|it| it.0).collect();
    let missing = block.columns.len() - printed.len();
    if missing > 0 && !odd.is_empty() {
        // Either one head is worded beyond recognition, or all are torn.
        let form_order = || Some(block.columns.iter().map(|it| it.column).collect());
        let needed = Letters::of(block.columns.iter().map(|it| it.label));
        let allowed =
            Letters::of(FORM.corner.into_iter().chain(FORM.groups.iter().map(|it| it.label)));
        let organizations = block.columns.iter().filter(|it| it.group.is_some_and(is_inner));
        let organizations: Vec<&str> = organizations.map(|it| it.label).collect();
        if Letters::of_tokens(draft.text, head).are(&needed, &allowed)
            && order::are_in_order(draft.text, head, &organizations)
        {
            let span = head[0].start as usize..head[head.len() - 1].end as usize;
            draft.note(NoteKind::HeadTorn { table: TABLE }, span);
            return form_order();
        }
        let reworded = || {
            let lost = block.columns.iter().find(|it| !printed.contains(&it.column))?;
            let is_lost = Letters::of([lost.label]).has_half_of(&draft.text[odd[0].span()]);
            is_lost.then_some(lost.column)
        };
        if missing > 1 || odd.len() > 1 {
            return None;
        }
        explain::told(draft, odd[0], Decided::Column(reworded()?));
        return form_order();
    }
    if printed.is_empty() || foreign {
        return None;
    }
    let within = |column: &Column| {
        block.columns.iter().any(|it| it.column == *column && it.group.is_some_and(is_inner))
    };
    let inner: Vec<_> = heads.into_iter().filter(|it| within(&it.0)).collect();
    let columns = block.columns.iter().map(|it| it.column);
    let form: Vec<Column> = columns.filter(|it| within(it) && printed.contains(it)).collect();
    let mut organizations = order::of_page(draft.text, &inner, &form)?.into_iter();
    Some(
        block
            .columns
            .iter()
            .map(|it| it.column)
            .filter(|it| printed.contains(it))
            .filter_map(|it| if within(&it) { organizations.next() } else { Some(it) })
            .collect(),
    )
}

/// Whether the heads in a group stand below those beside it.
fn is_inner(group: Group) -> bool {
    group == Group::Organizations
}
