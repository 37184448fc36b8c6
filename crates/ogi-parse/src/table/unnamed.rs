//! Heads that name no column: `| 类别 | 数据1 | 数据2 | … | 总计 |`, as tools put over each row.

use ogi_model::{Column, Form};

use crate::fold::folded;
use crate::lexicon::Mark;
use crate::token::{Kind, Token, Tokens};

/// Makes scraps of lines of unnamed heads, of the corner before them and of what stands left of the figures under
/// them, so that the figures are those of the row whose label stands over the heads. Says whether there are any.
///
/// Their number shows that they are the columns of the form: numbered from 1, then 总计.
pub(super) fn clear(tokens: &mut Tokens<'_>, form: &Form) -> bool {
    let unnamed = form.blocks[0].columns.len() - 1;
    let text = tokens.text;
    let all = &mut tokens.all;
    let mut found = false;
    let mut at = 0;
    while at + unnamed < all.len() {
        let is_total =
            |it: &Token| it.label().is_some_and(|it| it.mark == Mark::Column(Column::Total));
        let heads = &all[at..at + unnamed];
        if !is_total(&all[at + unnamed]) || !are_numbered(text, heads) {
            at += 1;
            continue;
        }
        found = true;
        let first =
            at.saturating_sub(usize::from(at > 0 && matches!(all[at - 1].kind, Kind::Text)));
        let end = (at + unnamed + 1..all.len())
            .find(|i| !matches!(all[*i].kind, Kind::Break | Kind::Text))
            .unwrap_or(all.len());
        all[first..end].iter_mut().for_each(|it| it.kind = Kind::Scrap);
        at = end;
    }
    found
}

/// Whether texts are one word with the numbers from 1.
fn are_numbered(text: &str, heads: &[Token]) -> bool {
    let mut word: Option<Vec<u16>> = None;
    heads.iter().enumerate().all(|(i, head)| {
        if !matches!(head.kind, Kind::Text | Kind::Scrap) {
            return false;
        }
        let mut letters = folded(&text[head.span()]);
        let numbered = letters.pop() == u16::try_from(i + 1).ok().map(|it| it + u16::from(b'0'));
        numbered && *word.get_or_insert_with(|| letters.clone()) == letters && !letters.is_empty()
    })
}
