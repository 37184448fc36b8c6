//! Cells that end with bars, on one line or many.

use memchr::memchr_iter;

use super::lines::{Line, lines};
use super::rows::Rows;
use crate::blank;
use crate::grammar::PieceKind;
use crate::sheet::Columns;

/// How a text uses bars.
pub(super) struct Bars {
    /// One cell a line, then a line with a bar only.
    below: bool,
    /// How many pieces there were at the last bar.
    seen: usize,
}

impl Bars {
    pub(super) fn of(text: &str) -> Self {
        let (mut alone, mut behind) = (0, 0);
        let bytes = text.as_bytes();
        for line in
            lines(text).filter(|it| memchr::memchr(b'|', &bytes[it.start..it.end]).is_some())
        {
            let text = blank::trimmed(&text[line.start..line.end]);
            alone += usize::from(text == "|");
            behind += usize::from(text.len() > 1 && text.ends_with(" |"));
        }
        Self { below: alone > 20 && behind < 10, seen: 0 }
    }

    pub(super) fn line(&mut self, rows: &mut Rows<'_>, line: &Line) {
        let text = rows.source();
        let (start, end) = blank::trim(text.as_bytes(), line.start, line.end);
        if is_rule(&text[start..end]) {
            return rows.blank_line();
        }
        rows.draw();
        if self.below && end - start == 1 {
            if rows.pieces() == self.seen {
                rows.piece(PieceKind::Blank, start..start, Columns::Loose);
                rows.end_row();
            }
            self.seen = rows.pieces();
            return;
        }
        if end - start == 1 && start > line.start {
            // The end of a blank cell.
            rows.piece(PieceKind::Blank, line.start..start, Columns::Order(0));
            return rows.end_row();
        }
        let mut at = start + usize::from(text[start..end].starts_with('|'));
        let mut order = 0;
        let bars = memchr_iter(b'|', &text.as_bytes()[at..end]).map(|it| at + it).chain([end]);
        for bar in bars.collect::<Vec<_>>() {
            let columns = Columns::Order(order);
            if at == bar && bar == end {
                break;
            } else if at == bar {
                rows.piece(PieceKind::Pad, at..bar, columns);
            } else if bar < end || blank::trim(text.as_bytes(), at, bar).0 < bar {
                rows.cell(at..bar, columns);
            }
            order = order.saturating_add(1);
            at = bar + 1;
        }
        rows.end_row();
    }
}

/// The line under the heads of a Markdown table.
fn is_rule(line: &str) -> bool {
    line.contains("---") && line.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' ' | b'+'))
}
