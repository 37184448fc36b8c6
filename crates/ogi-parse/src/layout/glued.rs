//! Tables with nothing between one cell and the next: `规章000行政规范性文件693665`.
//!
//! Labels of the form part them; nobody here says which figures the digits are.

use core::ops::Range;

use ogi_text::blank::{self, is_blank};
use ogi_text::money;
use ogi_text::number::is_digit;

use super::cell;
use super::labels::{Letters, begins_with_label, ends_with_label, is_folded_away};
use super::rows::Rows;
use crate::grammar::{PieceKind, piece_kind};
use crate::sheet::Columns;

/// The fewest labels behind one another that are heads with nothing between them.
const HEADS: usize = 3;
/// The longest line of heads, in bytes.
const LONGEST_HEADS: usize = 600;
/// How many digits are looked at to know whether a line is glued: prose has many.
const LOOKED_AT: usize = 400;

/// A stretch of a line.
#[derive(Clone, Debug)]
struct Stretch {
    kind: Kind,
    span: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Label,
    Heading,
    Digits,
    Other,
}

/// Writes a line if labels and figures are glued in it; whether it did.
pub(super) fn line(rows: &mut Rows<'_>, span: Range<usize>) -> bool {
    let source = rows.source();
    let text = &source[span.clone()];
    if !is_glued(text) && !are_heads(text) {
        return false;
    }
    let stretches = joined(stretches(text));
    for Stretch { kind, span: at } in stretches {
        let at = span.start + at.start..span.start + at.end;
        match kind {
            Kind::Heading => {
                rows.break_row();
                rows.piece(PieceKind::Words, at, Columns::Loose);
                rows.break_row();
            }
            Kind::Label => rows.piece(PieceKind::Words, at, Columns::Loose),
            Kind::Other if blank::trimmed(&source[at.clone()]).is_empty() => {}
            Kind::Other => rows.cell(at, Columns::Loose),
            Kind::Digits => rows.piece(digits_kind(source, &at), at, Columns::Loose),
        }
    }
    rows.end_row();
    true
}

/// Digits that stand free are what they print; others may be several figures.
fn digits_kind(source: &str, at: &Range<usize>) -> PieceKind {
    let blank_before = source[..at.start].ends_with(|c: char| c.is_whitespace());
    let after = source[at.end..].chars().next();
    let stands_free = blank_before && after.is_none_or(char::is_whitespace);
    match piece_kind(&source[at.clone()]) {
        kind @ (PieceKind::Count(_) | PieceKind::Figure) if stands_free || at.len() == 1 => kind,
        _ => PieceKind::Glued,
    }
}

/// Whether digits stick to the end of a label.
fn is_glued(text: &str) -> bool {
    let mut before = None;
    let begins = text.char_indices().filter(move |(_, c)| {
        let sticks = |it: char| !it.is_ascii() && !is_blank(it) && !is_digit(it);
        before.replace(*c).is_some_and(sticks) && is_digit(*c)
    });
    let mut digits = begins.map(|it| it.0).take(LOOKED_AT);
    digits.any(|at| !is_counted(&text[at..]) && ends_with_label(&text[..at]))
}

/// Whether a number is one of a sentence: `12件`, `2021年`, `3，`, `12.5万元。`.
fn is_counted(text: &str) -> bool {
    let rest = text.trim_start_matches(is_figure_sign);
    let unit = rest.trim_start_matches(['万', '元']);
    let rest = if unit.starts_with(['，', '。', '；', '、']) { unit } else { rest };
    rest.starts_with(|c| c != '、' && cell::is_counted(c))
}

/// Whether a line is labels of the form and nothing else: `信息内容本年制发件数本年废止件数现行有效件数`.
fn are_heads(text: &str) -> bool {
    if text.len() > LONGEST_HEADS {
        return false;
    }
    let (mut at, mut labels) = (0, 0);
    while let Some((end, _)) = begins_with_label(&text[at..]) {
        at += end;
        labels += 1;
    }
    labels >= HEADS && is_folded_away(&text[at..]) && !text.contains(is_blank)
}

/// What a run of glued figures is made of.
fn is_figure_sign(c: char) -> bool {
    is_digit(c) || ".,/／+-－—".contains(c)
}

/// The labels, digits behind labels, and other stretches of a line.
fn stretches(text: &str) -> Vec<Stretch> {
    let letters = Letters::of(text);
    let mut all: Vec<Stretch> = Vec::new();
    // The letter that is looked at, and the byte up to which all is stated.
    let (mut letter, mut stated) = (0, 0);
    while let Some(start) = letters.start(letter) {
        let label = letters.label_at(letter);
        let follows =
            all.last().is_some_and(|it| it.kind != Kind::Other) && is_nothing(&text[stated..start]);
        if let Some(found) = label {
            // A bracket that opens the label belongs to it: （三）.
            let from = opening(text, stated, start);
            if stated < from {
                all.push(Stretch { kind: Kind::Other, span: stated..from });
            }
            let end = closing(text, letters.end(found.to - 1));
            let kind = if found.is_heading { Kind::Heading } else { Kind::Label };
            all.push(Stretch { kind, span: from..end });
            (letter, stated) = (found.to, end);
        } else if follows && let Some(end) = digits(text, &letters, letter) {
            let from = stated
                + text[stated..start].rfind(|c| !is_figure_sign(c)).map_or(0, |it| {
                    it + text[stated + it..].chars().next().map_or(1, char::len_utf8)
                });
            all.push(Stretch { kind: Kind::Digits, span: from..end });
            stated = end;
            while letters.start(letter).is_some_and(|it| it < end) {
                letter += 1;
            }
        } else {
            let end = letters.end(letter);
            match all.last_mut() {
                Some(last) if last.kind == Kind::Other => last.span.end = end,
                _ => all.push(Stretch { kind: Kind::Other, span: stated..end }),
            }
            stated = end;
            letter += 1;
        }
    }
    if stated < text.len() {
        all.push(Stretch { kind: Kind::Other, span: stated..text.len() });
    }
    all
}

/// Whether a text has nothing but blanks and signs of figures in it.
fn is_nothing(text: &str) -> bool {
    text.chars().all(|c| is_blank(c) || is_figure_sign(c))
}

/// Where a label begins whose ordinal has an opening bracket.
fn opening(text: &str, stated: usize, start: usize) -> usize {
    let before = &text[stated..start];
    before
        .char_indices()
        .next_back()
        .filter(|it| matches!(it.1, '（' | '(' | '“' | '"'))
        .map_or(start, |it| stated + it.0)
}

/// Where a label ends that has a closing bracket or quote.
fn closing(text: &str, end: usize) -> usize {
    let behind = &text[end..];
    let closes = |c: char| matches!(c, '）' | ')' | '”' | '"');
    end + behind.len() - behind.trim_start_matches(closes).len()
}

/// Where the run of digits at a letter ends; the ordinal of the next label is none of them.
fn digits(text: &str, letters: &Letters, letter: usize) -> Option<usize> {
    if !letters.is_digit(letter) {
        return None;
    }
    let start = letters.start(letter)?;
    let rest = &text[start..];
    if is_counted(rest) {
        return None;
    }
    let mut end = start + rest.len() - rest.trim_start_matches(is_figure_sign).len();
    // `…02.其他`: the point belongs to the ordinal.
    let figures = text[start..end].trim_end_matches(['.', ',', '-', '—', '－', '+']);
    let point = start + figures.len();
    let last =
        (letter..).take_while(|it| letters.start(*it).is_some_and(|at| at < point)).last()?;
    let has_point = text[point..].starts_with(['.', '．', '、']);
    // Also where the label is none of the form's, or only its beginning.
    let is_ordinal = text[point..].chars().nth(1).is_some_and(char::is_alphabetic);
    if has_point && letters.is_digit(last) && is_ordinal {
        end = letters.start(last)?;
        return (end > start).then_some(end);
    }
    end = point;
    end += money::unit_at(&text[end..]).map_or(0, |it| it.name.len());
    Some(end + remark(&text[end..]))
}

/// The length of a remark in brackets: `326（其中修订195件）`. What a bracket opens may also be the next label: （三）.
fn remark(text: &str) -> usize {
    const FEWEST: usize = 3;
    let Some(inside) = text.strip_prefix(['（', '(']) else { return 0 };
    let Some((inside, _)) = inside.split_once(['）', ')']) else { return 0 };
    let is_remark = inside.chars().count() >= FEWEST && inside.chars().any(|c| c.is_ascii_digit());
    let length = |it: &str| it.chars().next().map_or(0, char::len_utf8);
    let open = length(text);
    if is_remark { open + inside.len() + length(&text[open + inside.len()..]) } else { 0 }
}

/// Labels that are part of a sentence are none; what is left of it is one stretch.
fn joined(all: Vec<Stretch>) -> Vec<Stretch> {
    let is_label = |it: &Stretch| matches!(it.kind, Kind::Label | Kind::Heading);
    let stands = |i: usize| {
        let stretch = &all[i];
        let neighbour = |it: Option<usize>| it.and_then(|it| all.get(it));
        let beside = [i.checked_sub(1), i.checked_add(1)].map(neighbour);
        let chained = beside.iter().flatten().any(|it| it.kind != Kind::Other);
        stretch.kind == Kind::Digits
            || is_label(stretch) && (chained || stretch.kind == Kind::Heading)
    };
    let mut kept: Vec<Stretch> = Vec::with_capacity(all.len());
    for (i, stretch) in all.iter().enumerate() {
        let kind = if stands(i) { stretch.kind } else { Kind::Other };
        match kept.last_mut() {
            Some(last) if kind == Kind::Other && last.kind == Kind::Other => {
                last.span.end = stretch.span.end;
            }
            _ => kept.push(Stretch { kind, span: stretch.span.clone() }),
        }
    }
    kept.retain(|it| !it.span.is_empty());
    kept
}

#[cfg(test)]
mod tests {
    use super::super::sheet;

    fn shown(text: &str) -> String {
        sheet(text).to_string()
    }

    #[test]
    fn labels_and_figures_are_parted() {
        assert_eq!(shown("规章000\n行政许可447228"), "  规章 &000\n  行政许可 &447228\n");
        assert_eq!(
            shown("一、本年新收政府信息公开申请数量15130000154二、上年结转政府信息公开申请数量0"),
            "  一、本年新收政府信息公开申请数量 &15130000154\n  二、上年结转政府信息公开申请数量 #0\n"
        );
        assert_eq!(
            shown("1.属于国家秘密00000002.其他法律行政法规禁止公开0 0 00"),
            "  1.属于国家秘密 &0000000\n  2.其他法律行政法规禁止公开 #0 #0 &00\n"
        );
        assert_eq!(
            shown("行政强制326（其中修订195件）（三）不予公开0"),
            "  行政强制 &326（其中修订195件）\n  （三）不予公开 #0\n"
        );
        assert_eq!(shown("政府集中采购13575394432.52元"), "  政府集中采购 &13575394432.52元\n");
        assert_eq!(
            shown("结果维持结果纠正其他结果尚未审结总计"),
            "  结果维持 结果纠正 其他结果 尚未审结 总计\n"
        );
    }

    #[test]
    fn sentences_stay_whole() {
        for text in [
            "全年制定行政规范性文件12件",
            "示例市2025年行政许可3，行政处罚5。",
            "数据1",
            "（三）1.属于",
        ] {
            assert_eq!(shown(text), format!("  {text}\n"));
        }
    }
}
