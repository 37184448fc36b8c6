//! How the label of a token was known, and which label is next.

use ogi_model::{Decided, Form, Known, Lost, Row, TableId};

use crate::fold::folded;
use crate::lexicon::{By, Found, Mark, by_distance, completions, is_wording};
use crate::token::{Kind, Token, Tokens};

/// How a label was known that is a wording as a whole.
pub(super) fn looked_up(printed: &str, found: Found) -> Known {
    if is_wording(printed, found.mark) {
        Known::Exact
    } else if found.official != 0 {
        Known::Folded
    } else {
        Known::Wording
    }
}

/// What a mark of a table is about; `rows` are those that were met there. （六）其他处理 is a row of one edition and a
/// merged head of the other.
pub(super) fn about(mark: Mark, table: TableId, rows: impl Fn(Row) -> bool) -> Decided {
    let group = |row: Row| {
        let groups = Form::ALL.iter().filter(|it| it.table == table).flat_map(|it| it.groups);
        groups.into_iter().find(|it| it.label == row.label()).map(|it| it.group)
    };
    match mark {
        Mark::Section(section) => Decided::Section(section),
        Mark::Block | Mark::Corner(_) => Decided::Head(table),
        Mark::Group(group) => Decided::Group(group),
        Mark::Column(column) => Decided::Column(column),
        Mark::Row(row) if rows(row) => Decided::Row(row),
        Mark::Row(row) => group(row).map_or(Decided::Row(row), Decided::Group),
    }
}

/// How the label of a token was known: as printed, how, and which label is next if it is not printed as it should be.
pub(super) fn known(
    tokens: &Tokens<'_>,
    at: usize,
    found: Found,
    table: TableId,
) -> (String, Known, Vec<Lost>) {
    let token = &tokens.all[at];
    let pieces = if matches!(token.kind, Kind::Torn(_)) {
        pieces(tokens, at, found, table)
    } else {
        Vec::new()
    };
    let printed =
        if pieces.is_empty() { tokens.text[token.span()].to_owned() } else { pieces.join(" ") };
    match found.by {
        By::LookUp => {
            let known = looked_up(&printed, found);
            (printed, known, Vec::new())
        }
        By::Glued => (printed, Known::Glued, Vec::new()),
        By::Pieces => (printed, Known::Pieces { pieces }, Vec::new()),
        By::Beginning => (printed, Known::Beginning { pieces }, Vec::new()),
        By::Similar(distance) => {
            let lost = next(&printed, table, Some(found.mark)).into_iter().collect();
            (printed, Known::Similar { distance: distance.into() }, lost)
        }
    }
}

/// The label that a text resembles most, other than the one that it was taken for.
pub(super) fn next(printed: &str, table: TableId, taken: Option<Mark>) -> Option<Lost> {
    let (distance, mark, label) =
        by_distance(&folded(printed), table).into_iter().find(|it| Some(it.1) != taken)?;
    Some(Lost::Label { about: about(mark, table, |_| true), label, distance })
}

/// The pieces of a torn label. The last may stand behind its figures.
fn pieces(tokens: &Tokens<'_>, at: usize, found: Found, table: TableId) -> Vec<String> {
    let label = &tokens.all[at];
    let is_part = |it: &&Token| matches!(it.kind, Kind::Part);
    let print = |it: &Token| tokens.text[it.span()].to_owned();
    let within = |it: &&Token| it.start >= label.start && it.end <= label.end;
    let mut pieces: Vec<String> =
        tokens.all.iter().filter(is_part).filter(within).map(print).collect();
    if found.by == By::Pieces {
        let behind = tokens.all[at + 1..]
            .iter()
            .take_while(|it| !matches!(it.kind, Kind::Label(_) | Kind::Torn(_) | Kind::Text));
        for piece in behind.filter(is_part).filter(|it| !within(it)) {
            if completions(&folded(&pieces.concat()), table).1 == Some(found.mark) {
                break;
            }
            pieces.push(print(piece));
        }
    }
    pieces
}
