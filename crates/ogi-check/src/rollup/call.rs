//! A child's own errors, as one states them on the telephone.

use ogi_model::{CellId, Column, Label, Report, Row, Value};

use super::Correction;
use super::family::Member;
use crate::{Finding, Message, Policy, Severity, check, names};

/// What is wrong with a child's own report, for whoever calls the child.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Call {
    /// Whom to call.
    pub child: String,
    /// What it should have printed, where that can be stated.
    pub corrections: Vec<Correction>,
    /// The errors about its figures, those that the corrections mend included; without places, which are of the child's
    /// file.
    pub errors: Vec<Finding>,
    /// All of it in one line: `示例县农业局：总计列4处为0，应为3、1、2、3（…）`.
    pub message: Message,
}

/// The rules on figures: an error that they find spoils sums.
const ON_FIGURES: [&str; 4] = ["t2-", "t3-", "t4-", "doc-cell-unreadable"];

/// What to call a child about, if there is anything.
pub(super) fn of(member: &Member<'_>, policy: &Policy) -> Option<Call> {
    let subject = *member.reports().first()?;
    let policy = Policy { select: ON_FIGURES.map(Into::into).into(), ..policy.clone() };
    let errors = |outcome: crate::Outcome| -> Vec<Finding> {
        let is_error = |it: &Finding| it.severity == Severity::Error && it.waived.is_none();
        let found = outcome.findings.into_iter().filter(|it| it.cell.is_some() && is_error(it));
        found.map(|it| Finding { place: None, ..it }).collect()
    };
    let found = errors(check(subject, &policy));
    if found.is_empty() {
        return None;
    }
    let mut corrected = subject.report().clone();
    let corrections = member.corrections().to_vec();
    for edit in corrections.iter().flat_map(|it| &it.edits) {
        corrected.set(edit.cell, edit.to);
    }
    let still = errors(check(&corrected, &policy));
    let is_left =
        |it: &&Finding| still.iter().any(|left| left.rule == it.rule && left.cell == it.cell);
    let left: Vec<&Finding> = found.iter().filter(is_left).collect();
    let message = words(subject.report(), &member.name, &corrections, &left);
    Some(Call { child: member.name.clone(), corrections, errors: found, message })
}

fn words(report: &Report, child: &str, corrections: &[Correction], left: &[&Finding]) -> Message {
    let mut parts: Vec<Message> = Vec::new();
    for Correction { edits, ground } in corrections {
        let changes: Vec<_> = edits.iter().map(|it| (it.cell, it.from, it.to)).collect();
        let of_ground = ground.words();
        let lines = grouped(&changes).into_iter().map(|it| in_words(report, &it, SHOULD_BE));
        let lines: Vec<_> = lines.collect();
        let joined = join(&lines, "，", ", ");
        parts.push(Message {
            zh: format!("{}，{}", joined.zh, of_ground.zh),
            en: format!("{}, {}", joined.en, of_ground.en),
        });
    }
    let exact = |it: &&Finding| Some((it.cell?, it.observed, it.expected?.exactly()?));
    let sums: Vec<_> = left.iter().filter_map(exact).collect();
    parts.extend(grouped(&sums).iter().map(|it| in_words(report, it, PARTS_COME_TO)));
    let others = left.iter().filter(|it| exact(it).is_none());
    parts.extend(others.map(|it| it.message.clone()));
    let all = join(&parts, "；", "; ");
    Message { zh: format!("{child}：{}", all.zh), en: format!("{child}: {}", all.en) }
}

/// What stands before the right figures.
const SHOULD_BE: (&str, &str) = ("应为", "should be");
const PARTS_COME_TO: (&str, &str) = ("而各部分相加为", "but the parts come to");

/// A cell, what it prints, and what it should.
type Change = (CellId, Option<Value>, Value);

/// Changes of cells that print the same in one column, or else in one row, of a table together.
fn grouped(changes: &[Change]) -> Vec<Vec<Change>> {
    let mut left = changes.to_vec();
    let mut groups = Vec::new();
    while let Some(first) = left.first().copied() {
        let of_table = |it: &Change| it.0.table() == first.0.table() && it.1 == first.1;
        let in_column = |it: &Change| of_table(it) && it.0.column() == first.0.column();
        let in_row = |it: &Change| of_table(it) && it.0.row() == first.0.row();
        let is_column = left.iter().filter(|it| in_column(it)).count() > 1;
        let is_of_group = |it: &Change| if is_column { in_column(it) } else { in_row(it) };
        let (group, others): (Vec<_>, Vec<_>) = left.iter().partition(|it| is_of_group(it));
        groups.push(group);
        left = others;
    }
    groups
}

fn in_words(report: &Report, group: &[Change], verb: (&str, &str)) -> Message {
    let [(cell, from, _), ..] = group else { return Message::default() };
    let observed = names::printed(&report[*cell]);
    let observed = from.map_or(observed, Message::same);
    let to: Vec<_> = group.iter().map(|it| Message::same(it.2)).collect();
    let to = join(&to, "、", ", ");
    let (zh_verb, en_verb) = verb;
    if group.len() == 1 {
        let name = names::cell(report, *cell);
        return Message {
            zh: format!("“{}”为{}，{zh_verb}{}", name.zh, observed.zh, to.zh),
            en: format!("“{}” is {}, {en_verb} {}", name.en, observed.en, to.en),
        };
    }
    let is_column = group[0].0.column() == group[1].0.column();
    let column = |it: Column| names::label(report, Label::Column(it));
    let row = |it: Row| names::label(report, Label::Row(it));
    let (line, kind, across): (_, _, Vec<_>) = if is_column {
        (column(cell.column()), ("列", "column"), group.iter().map(|it| row(it.0.row())).collect())
    } else {
        let columns = group.iter().map(|it| column(it.0.column()));
        (row(cell.row()), ("行", "row"), columns.collect())
    };
    let (count, across) = (group.len(), join(&across, "，", ", "));
    Message {
        zh: format!(
            "{}{}{count}处为{}，{zh_verb}{}（{}）",
            line.zh, kind.0, observed.zh, to.zh, across.zh
        ),
        en: format!(
            "{} “{}”: {count} cells are {}, {en_verb} {} ({})",
            kind.1, line.en, observed.en, to.en, across.en
        ),
    }
}

fn join(messages: &[Message], zh: &str, en: &str) -> Message {
    let of =
        |pick: fn(&Message) -> &str, by| messages.iter().map(pick).collect::<Vec<_>>().join(by);
    Message { zh: of(|it| &it.zh, zh), en: of(|it| &it.en, en) }
}
