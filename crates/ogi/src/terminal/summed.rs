//! What a sum lacks, as text.

use ogi_check::{Determined, LowerBound, Reference, SumNote, Summed, Unbalanced, cell_name};
use ogi_model::Report;

use super::{Language, rolled_up, visible};

/// The sums that are only lower bounds, and the notes; every line ends with a line feed.
pub(super) fn of(summed: &Summed, language: Language) -> String {
    let mut text = rolled_up::calls(&summed.calls, language);
    for note in &summed.notes {
        text += &format!("{}\n", in_words(&summed.report, note, language));
    }
    let all = summed.report.cells().filter(|it| it.0.is_additive()).count();
    let bounds = summed.bounds.len();
    let exact = all - bounds;
    text += &match language {
        Language::Zh if bounds == 0 => format!("{all}项合计全部完整\n"),
        Language::En if bounds == 0 => format!("all {all} totals are exact\n"),
        Language::Zh => format!("{}{exact}项合计完整，{bounds}项合计不完整：\n", missing(summed)),
        Language::En => {
            format!("{exact} totals are exact, {bounds} lack figures and are lower bounds:\n")
        }
    };
    for LowerBound { cell, at_least, missing } in &summed.bounds {
        let name = cell_name(&summed.report, *cell);
        let (name, missing) = (language.of(&name), missing.join(language.pick("、", ", ")));
        text += &match language {
            Language::Zh => format!("  {name}：不少于{at_least}（缺{missing}）\n"),
            Language::En => format!("  {name}: at least {at_least} (without {missing})\n"),
        };
    }
    text += &unbalanced(summed, language);
    text += &determined(summed, language);
    text += &references(summed, language);
    visible(&text).into_owned()
}

/// The sums of the form that do not hold, each with the children whose own do not.
fn unbalanced(summed: &Summed, language: Language) -> String {
    let count = summed.unbalanced.len();
    let mut text = match language {
        _ if count == 0 => String::new(),
        Language::Zh => {
            format!("注意：加总后有{count}项勾稽关系不成立（各单位数字按原报告加总，未作更正）：\n")
        }
        Language::En => {
            format!(
                "warning: {count} sums of the form do not hold (figures are added up as printed):\n"
            )
        }
    };
    for Unbalanced { cell, sum, parts, children, .. } in &summed.unbalanced {
        let name = cell_name(&summed.report, *cell);
        let name = language.of(&name);
        let whose: Vec<_> = children.iter().map(|(child, by)| format!("{child} {by}")).collect();
        let whose = whose.join(language.pick("，", ", "));
        text += &match language {
            Language::Zh => format!("  “{name}”：合计{sum}，各部分相加{parts}；相差来自{whose}\n"),
            Language::En => {
                format!("  “{name}”: {sum}, but its parts come to {parts}; from {whose}\n")
            }
        };
    }
    text
}

/// Blanks of children that were counted, a line for each child and count.
fn determined(summed: &Summed, language: Language) -> String {
    let mut text = String::new();
    let is_alike = |one: &Determined, other: &Determined| {
        (&one.child, one.value) == (&other.child, other.value)
    };
    let mut all: Vec<_> = summed.determined.iter().collect();
    all.sort_by(|one, other| {
        one.child.cmp(&other.child).then(one.value.decimal().cmp(&other.value.decimal()))
    });
    for group in all.chunk_by(|one, other| is_alike(one, other)) {
        let names = group.iter().map(|it| cell_name(&summed.report, it.cell));
        let names: Vec<_> = names.map(|it| language.of(&it).to_owned()).collect();
        let (child, value, count) = (&group[0].child, group[0].value, group.len());
        let names = names.join(language.pick("、", ", "));
        text += &match language {
            Language::Zh => {
                format!("{child}未填{count}格，据其自身勾稽关系应为{value}，已计入：{names}\n")
            }
            Language::En => format!(
                "{child} left {count} blank that its own sums determine to be {value}; counted: {names}\n"
            ),
        };
    }
    text
}

/// What does not add up.
fn references(summed: &Summed, language: Language) -> String {
    if summed.references.is_empty() {
        return String::new();
    }
    let each = summed.references.iter().map(|Reference { cell, sum, missing }| {
        let name = cell_name(&summed.report, *cell);
        let least = if missing.is_empty() { "" } else { "≥" };
        match language {
            Language::Zh => format!("“{}”{least}{sum}", name.zh),
            Language::En => format!("“{}” {least}{sum}", name.en),
        }
    });
    let each: Vec<_> = each.collect();
    let each = each.join(language.pick("、", ", "));
    match language {
        Language::Zh => format!("仅供参考（存量不加总，汇总报告中留空）：各下级之和{each}\n"),
        Language::En => {
            format!("for reference only (such figures do not add up, and are left blank): {each}\n")
        }
    }
}

/// How many reports are missing, where any are.
fn missing(summed: &Summed) -> String {
    let is_missing = |it: &&SumNote| {
        matches!(it, SumNote::ChildMissing { .. } | SumNote::ChildUnreadable { .. })
    };
    match summed.notes.iter().filter(is_missing).count() {
        0 => String::new(),
        count => format!("缺{count}份报告，"),
    }
}

fn in_words(report: &Report, note: &SumNote, language: Language) -> String {
    match (note, language) {
        (SumNote::ChildMissing { child }, Language::Zh) => format!("{child}没有报告"),
        (SumNote::ChildMissing { child }, Language::En) => format!("{child} has no report"),
        (SumNote::ChildUnreadable { child, why }, Language::Zh) => {
            format!("{child}未能读取，未计入：{}", why.zh)
        }
        (SumNote::ChildUnreadable { child, why }, Language::En) => {
            format!("{child} could not be read and is not counted: {}", why.en)
        }
        (SumNote::OtherYear { child, year }, Language::Zh) => {
            format!("{child}只有{year}年的报告，未计入")
        }
        (SumNote::OtherYear { child, year }, Language::En) => {
            format!("{child} has only a report of {year}, which is not counted")
        }
        (SumNote::ChildTwice { child }, Language::Zh) => format!("{child}有多份报告，只计一份"),
        (SumNote::ChildTwice { child }, Language::En) => {
            format!("{child} has several reports, of which one is counted")
        }
        (SumNote::NoCell { cell, child }, _) => {
            let name = cell_name(report, *cell);
            let name = language.of(&name);
            match language {
                Language::Zh => format!("{child}的“{name}”在汇总表中没有对应的格，未计入"),
                Language::En => {
                    format!(
                        "“{name}” of {child} has no cell in the summed table and is not counted"
                    )
                }
            }
        }
        (SumNote::TableMissing { table }, Language::Zh) => {
            let heading = table.section().heading(ogi_model::Edition::LATEST);
            format!("各下级都没有“{heading}”的表")
        }
        (SumNote::TableMissing { table }, Language::En) => {
            format!("no child has the table “{}”", table.english())
        }
        (_, Language::Zh) => "另有说明，见 JSON".to_owned(),
        (_, Language::En) => "there is another note, see the JSON".to_owned(),
    }
}
