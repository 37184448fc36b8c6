//! Puts torn labels together again, and recognises misspelt ones.
//!
//! Lines of a layout cut labels into pieces, print figures on the middle line, and scatter the letters of
//! merged heads. Here pieces that begin exactly one label become that label when its figures come or when the
//! rest of it does.

use ogi_model::TableId;

use crate::fold::folded;
use crate::lexicon::{By, Found, Mark, completions, glued, is_scrap, nearest};
use crate::token::{Kind, Token, Tokens};

/// The fewest folded characters that may stand for a longer label. The heads of columns are short, and where
/// they stand is told by their neighbours too.
const fn fewest(mark: Mark) -> usize {
    if matches!(mark, Mark::Column(_)) { 2 } else { 4 }
}

/// A label in the making.
struct Open {
    letters: Vec<u16>,
    start: u32,
    end: u32,
    /// Where its pieces are.
    parts: Vec<usize>,
    /// Where it became a label, so that what follows is its rest.
    known: Option<usize>,
}

/// Resolves the texts among the tokens of a table.
pub(crate) fn mend(tokens: &mut Tokens<'_>, table: TableId) {
    let is_text = |it: &Token| matches!(it.kind, Kind::Text);
    let Some(first) = tokens.all.iter().position(is_text) else { return };
    let text = tokens.text;
    let rest = tokens.all.split_off(first);
    let all = &mut tokens.all;
    let mut open: Option<Open> = None;
    for token in rest {
        match token.kind {
            Kind::Text => {
                let letters = folded(&text[token.span()]);
                extend(all, &mut open, token, letters, table);
            }
            Kind::Cells { .. } => {
                let begun = open.as_ref().filter(|it| begins_row(it, all.len(), table));
                let last = begun.map(|_| all.len() - 1);
                close(all, &mut open, table);
                // Figures behind it are those of its row, whichever that is, and none of the row before.
                if let Some(part) = last.and_then(|it| all.get_mut(it))
                    && matches!(part.kind, Kind::Scrap)
                {
                    part.kind = Kind::Text;
                }
                all.push(token);
            }
            // A merged head stands beside the middle of its rows: between the lines of a label, too.
            Kind::Label(found) if found.mark.is_merged_head() && open.is_some() => all.push(token),
            Kind::Label(_) => {
                // A label in full ends what was in the making, unless only letters of it are scattered here.
                close(all, &mut open, table);
                open = None;
                all.push(token);
            }
            _ => all.push(token),
        }
    }
    close(all, &mut open, table);
}

/// Whether the last token begins the label of a row, and nothing else.
fn begins_row(open: &Open, here: usize, table: TableId) -> bool {
    open.letters.len() > 1
        && open.parts.last().is_some_and(|it| it + 1 == here)
        && completions(&open.letters, table).0.iter().all(|it| matches!(it, Mark::Row(_)))
}

/// What a piece of text adds.
fn extend(
    all: &mut Vec<Token>,
    open: &mut Option<Open>,
    token: Token,
    letters: Vec<u16>,
    table: TableId,
) {
    let here = all.len();
    if letters.is_empty() {
        all.push(Token { kind: Kind::Scrap, ..token });
        return;
    }
    if let Some(label) = open {
        let joined: Vec<u16> = label.letters.iter().chain(&letters).copied().collect();
        let (begun, whole) = completions(&joined, table);
        if whole.is_some() || !begun.is_empty() {
            label.letters = joined;
            label.end = token.end;
            label.parts.push(here);
            all.push(Token { kind: Kind::Part, ..token });
            if let Some(mark) = whole {
                // Only line ends tore it: the wording is the official one.
                let token = torn(label, Found { mark, official: u8::MAX, by: By::Pieces });
                match label.known {
                    Some(at) => all[at].kind = token.kind,
                    None => all.push(token),
                }
                *open = None;
            }
            return;
        }
    }
    let (begun, whole) = completions(&letters, table);
    if whole.is_none()
        && let Some(label) = open
        && label.known.is_none()
    {
        // The rest of a label that is misspelt.
        let joined: Vec<u16> = label.letters.iter().chain(&letters).copied().collect();
        if let Some(similar) = nearest(&joined, table) {
            label.end = token.end;
            all.push(Token { kind: Kind::Part, ..token });
            all.push(torn(label, similar.found()));
            *open = None;
            return;
        }
    }
    if let Some(mark) = whole {
        close(all, open, table);
        *open = None;
        all.push(Token { kind: Kind::Label(Found { mark, official: 0, by: By::LookUp }), ..token });
        return;
    }
    // One letter says too little, unless it is an ordinal.
    let digit = letters[0] < 0x80;
    if !begun.is_empty() && (letters.len() > 1 || digit) {
        close(all, open, table);
        let here = all.len();
        *open = Some(Open {
            letters,
            start: token.start,
            end: token.end,
            parts: vec![here],
            known: None,
        });
        all.push(Token { kind: Kind::Part, ..token });
        return;
    }
    if let Some(marks) = glued(&letters, table) {
        close(all, open, table);
        *open = None;
        let labels = marks.into_iter().map(|mark| Found { mark, official: u8::MAX, by: By::Glued });
        all.extend(labels.map(|found| Token { kind: Kind::Label(found), ..token }));
        return;
    }
    if is_scrap(&letters, table) {
        all.push(Token { kind: Kind::Scrap, ..token });
        return;
    }
    close(all, open, table);
    *open = None;
    let kind = match nearest(&letters, table) {
        Some(similar) => Kind::Label(similar.found()),
        None => Kind::Text,
    };
    all.push(Token { kind, ..token });
}

/// What was in the making becomes the only label that it can be; otherwise its pieces are scraps.
fn close(all: &mut Vec<Token>, open: &mut Option<Open>, table: TableId) {
    let Some(label) = open else { return };
    if label.known.is_some() {
        return;
    }
    match completions(&label.letters, table).0.as_slice() {
        [mark] if label.letters.len() >= fewest(*mark) => {
            // Before a merged head that came after its pieces: figures beside that are none of this label.
            let is_head = |it: &Token| it.label().is_some_and(|it| it.mark.is_merged_head());
            let at = all.len() - all.iter().rev().take_while(|it| is_head(it)).count();
            label.known = Some(at);
            all.insert(at, torn(label, Found { mark: *mark, official: 0, by: By::Beginning }));
        }
        _ => {
            for part in &label.parts {
                all[*part].kind = Kind::Scrap;
            }
            *open = None;
        }
    }
}

fn torn(label: &Open, found: Found) -> Token {
    Token { kind: Kind::Torn(found), start: label.start, end: label.end }
}
