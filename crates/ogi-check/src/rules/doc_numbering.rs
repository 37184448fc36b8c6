//! `doc-numbering`: ordinals in the narrative follow one another.

use ogi_model::{Edition, Field, Place, Section};
use ogi_text::ordinal::{NUMERALS, numeral_at};

use super::SENSE;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-numbering",
    title: Words { zh: "序号跳号或重号", en: "Ordinals skip or repeat" },
    statement: Words {
        zh: "文字部分的序号依次递增",
        en: "Ordinals in the narrative follow one another",
    },
    message: Words {
        zh: "“{section}”中“{last}”之后是“{next}”",
        en: "in “{section}” “{last}” is followed by “{next}”",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Ways to print an ordinal: what stands before the number and behind it, and whether only at the beginning of a
/// paragraph.
const STYLES: [(&str, &str, bool); 3] = [("", "是", false), ("（", "）", true), ("", "、", true)];

/// Each narrative part with a list is a target.
fn judge(run: &mut Run<'_>) {
    for (section, field) in
        Section::ALL.iter().filter_map(|it| Some((*it, Field::of_section(*it)?)))
    {
        let text = run.subject().narrative(field);
        match slip(text) {
            None => run.not_applicable(1),
            Some(None) => run.pass(),
            Some(Some((last, next))) => {
                let style = |n: usize, style: (&str, &str, bool)| {
                    format!("{}{}{}", style.0, NUMERALS.get(n - 1).copied().unwrap_or(' '), style.1)
                };
                let place = run.subject().words(field, &style(next.0, next.1));
                run.fail(Failure {
                    place: place
                        .filter(|it| matches!(it, Place::Text { .. }))
                        .or_else(|| run.subject().field(field).cloned()),
                    arguments: &[
                        ("section", names::section(run.report(), section)),
                        ("last", Message::same(style(last, next.1))),
                        ("next", Message::same(style(next.0, next.1))),
                    ],
                    ..Failure::default()
                });
            }
        }
    }
}

type Style = (&'static str, &'static str, bool);

/// The first ordinal that does not follow the one before it, and that; `None` where there are no ordinals at all.
fn slip(text: &str) -> Option<Option<(usize, (usize, Style))>> {
    let mut seen = [None; STYLES.len()];
    let mut any = false;
    for paragraph in text.lines() {
        for (start, piece) in pieces(paragraph) {
            for (n, style) in STYLES.iter().enumerate() {
                if style.2 && start > 0 {
                    continue;
                }
                let Some(number) = ordinal(piece, *style) else { continue };
                any = true;
                match seen[n] {
                    // A list that does not begin with the first is not to be distinguished from a quotation.
                    None if number != 1 => {}
                    // 五是 … 二是: another list, the beginning of which is worded otherwise.
                    Some(last) if number != 1 && number < last => seen[n] = None,
                    Some(last) if number != 1 && number != last + 1 => {
                        return Some(Some((last, (number, *style))));
                    }
                    _ => {
                        seen[n] = Some(number);
                        // Below a heading lists begin again, in whatever style.
                        if style.2 {
                            seen[..n].fill(None);
                        }
                    }
                }
            }
        }
    }
    any.then_some(None)
}

/// The clauses of a paragraph with where they begin.
fn pieces(paragraph: &str) -> impl Iterator<Item = (usize, &str)> {
    let trimmed = paragraph.trim_start();
    let mut at = 0;
    trimmed.split_inclusive(['。', '；', '，', '：', ';', ',', ':', '！', '”']).map(move |it| {
        let start = at;
        at += it.len();
        (start, it.trim_start())
    })
}

/// The number of an ordinal at the beginning.
fn ordinal(text: &str, (open, close, _): Style) -> Option<usize> {
    let narrow =
        text.strip_prefix(open).or_else(|| text.strip_prefix('(').filter(|_| !open.is_empty()))?;
    let (number, rest) = numeral_at(narrow)?;
    let closed = rest.starts_with(close) || close == "）" && rest.starts_with(')');
    closed.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{judge, tally, zeros};

    fn of(problems: &str) -> crate::Outcome {
        let mut report = zeros(Edition::E2021);
        report.problems = Some(problems.into());
        judge(&RULE, &report)
    }

    #[test]
    fn lists_that_follow_pass() {
        for text in [
            "一是健全制度；二是加强培训；三是开展检查。",
            "（一）问题\n一是不足；二是不够。\n（二）改进\n一是健全；二是加强。",
            "依据第二十条第（五）项公开。二是规范流程。",
        ] {
            assert_eq!(of(text).summary.fail, 0, "{text}");
        }
    }

    #[test]
    fn what_skips_or_repeats_fails() {
        for (text, last, next) in [
            ("一是健全制度；三是加强培训；三是开展检查。", "一是", "三是"),
            ("一是健全制度；二是加强培训；二是开展检查。", "二是", "二是"),
            ("（一）存在问题\n（三）改进措施", "（一）", "（三）"),
        ] {
            let outcome = of(text);
            assert_eq!(tally(&outcome), [0, 1, 2, 0], "{text}");
            let expected = format!("中“{last}”之后是“{next}”");
            assert!(outcome.findings[0].message.zh.ends_with(&expected), "{outcome:?}");
        }
    }
}
