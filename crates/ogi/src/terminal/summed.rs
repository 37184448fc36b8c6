//! What a sum lacks, as text.

use ogi_check::{LowerBound, SumNote, Summed, cell_name};
use ogi_model::Report;

use super::{Language, visible};

/// The sums that are only lower bounds, and the notes; every line ends with a line feed.
pub(super) fn of(summed: &Summed, language: Language) -> String {
    let mut text = String::new();
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
    visible(&text).into_owned()
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
            let heading = table.section().heading(ogi_model::Edition::E2021);
            format!("各下级都没有“{heading}”的表")
        }
        (SumNote::TableMissing { table }, Language::En) => {
            format!("no child has the table “{}”", table.english())
        }
        (_, Language::Zh) => "另有说明，见 JSON".to_owned(),
        (_, Language::En) => "there is another note, see the JSON".to_owned(),
    }
}
