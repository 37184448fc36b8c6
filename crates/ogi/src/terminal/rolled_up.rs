//! A parent beside its children, as text: whom to call first, then the sums, then what is missing.

use ogi_check::{Call, Compared, RollUp, Standing, cell_name};
use ogi_model::{Report, Value};

use super::{Language, visible};

/// All but the findings; every line ends with a line feed, and a blank line is at the end.
pub(super) fn of(report: &Report, rolled_up: &RollUp, language: Language) -> String {
    let mut text = calls(&rolled_up.calls, language);
    text += &counts(rolled_up, language);
    for compared in rolled_up.cells.iter().filter(|it| is_shown(it.standing)) {
        text += &line(report, compared, language);
    }
    text += &wanted_of_others(report, rolled_up, language);
    for (missing, cells) in open(rolled_up) {
        text += &wanted_of(report, rolled_up, missing, &cells, language);
    }
    for (name, year) in &rolled_up.former {
        text += &match language {
            Language::Zh => format!("{name}有{year}年的报告，没有本年的：未撤并的，请补报\n"),
            Language::En => format!(
                "{name} has a report of {year} and none of this year: unless it was dissolved, ask for it\n"
            ),
        };
    }
    text.push('\n');
    visible(&text).into_owned()
}

/// The children whose own reports have errors, a line each; nothing if there are none.
pub(super) fn calls(calls: &[Call], language: Language) -> String {
    if calls.is_empty() {
        return String::new();
    }
    let count = calls.len();
    let mut text = match language {
        Language::Zh => format!("请先联系{count}个单位（其报告自身有误）：\n"),
        Language::En if count == 1 => {
            "call 1 body first, whose own report has errors:\n".to_owned()
        }
        Language::En => format!("call {count} bodies first, whose own reports have errors:\n"),
    };
    for call in calls {
        text += &format!("  {}\n", language.of(&call.message));
    }
    text.push('\n');
    text
}

/// How many figures stand how to the sums.
fn counts(rolled_up: &RollUp, language: Language) -> String {
    let count = |standing| (rolled_up.standing(standing).count(), standing);
    let parts = Standing::ALL.iter().map(|it| count(*it)).filter(|it| it.0 > 0);
    let parts: Vec<_> = parts
        .map(|(count, standing)| match language {
            Language::Zh => format!("{}{count}项", standing.words().zh),
            Language::En => format!("{count} {}", standing.words().en),
        })
        .collect();
    let all = rolled_up.cells.len();
    match language {
        Language::Zh => format!("汇总数与下级合计，共{all}项：{}\n", parts.join("，")),
        Language::En => {
            format!("{all} figures beside the sums of the children: {}\n", parts.join(", "))
        }
    }
}

const fn is_shown(standing: Standing) -> bool {
    !matches!(standing, Standing::Equal | Standing::Open)
}

/// A figure, the sum as printed, and with the children's errors corrected, which is marked with an asterisk.
fn line(report: &Report, compared: &Compared, language: Language) -> String {
    let name = cell_name(report, compared.cell);
    let parent = match compared.parent.to_string() {
        printed if printed.is_empty() => language.pick("未填", "blank").to_owned(),
        printed => printed,
    };
    let (name, sum) = (language.of(&name), compared.sum);
    let mut text = match language {
        Language::Zh => format!("  “{name}”：汇总数{parent}，下级合计{}", least(compared, sum)),
        Language::En => format!("  “{name}”: {parent}, children {}", least(compared, sum)),
    };
    if compared.corrected != sum || compared.standing == Standing::EqualWhenCorrected {
        text += &match language {
            Language::Zh => format!("，更正后{}*", compared.corrected),
            Language::En => format!(", corrected {}*", compared.corrected),
        };
    }
    let difference =
        compared.parent.decimal().and_then(|it| it.checked_sub(compared.corrected.decimal()));
    text += &match (compared.standing, difference) {
        (Standing::EqualWhenCorrected, _) => language.pick("，相符", ", the same").to_owned(),
        (Standing::ForReference, _) => language
            .pick("（仅供参考，不加总）", " (for reference: such figures do not add up)")
            .to_owned(),
        (Standing::Different | Standing::Exceeded | Standing::EqualAsPrinted, Some(difference)) => {
            match language {
                Language::Zh => format!("，差{difference}"),
                Language::En => format!(", difference {difference}"),
            }
        }
        _ => String::new(),
    };
    text.push('\n');
    text
}

fn least(compared: &Compared, sum: Value) -> String {
    if compared.missing.is_empty() { sum.to_string() } else { format!("≥{sum}") }
}

/// What bodies that nobody named would have to hold, where children that all have reported differ from the parent.
fn wanted_of_others(report: &Report, rolled_up: &RollUp, language: Language) -> String {
    let wanted: Vec<&Compared> = rolled_up.standing(Standing::Different).collect();
    let (list, _) = values(report, &wanted, language);
    if list.is_empty() {
        return String::new();
    }
    match language {
        Language::Zh => format!("缺报单位（如有）合计应为：{list}\n"),
        Language::En => {
            format!("bodies without a report, if there are any, must come to: {list}\n")
        }
    }
}

/// The figures that are open, by the children whose figures are missing.
fn open(rolled_up: &RollUp) -> Vec<(&[usize], Vec<&Compared>)> {
    let mut groups: Vec<(&[usize], Vec<&Compared>)> = Vec::new();
    for compared in rolled_up.standing(Standing::Open) {
        match groups.iter_mut().find(|it| it.0 == compared.missing) {
            Some(group) => group.1.push(compared),
            None => groups.push((&compared.missing, vec![compared])),
        }
    }
    groups
}

/// What these children, whose figures are missing, must come to by the parent's.
fn wanted_of(
    report: &Report,
    rolled_up: &RollUp,
    missing: &[usize],
    cells: &[&Compared],
    language: Language,
) -> String {
    let bodies: Vec<_> = missing.iter().filter_map(|it| rolled_up.bodies.get(*it)).collect();
    let names: Vec<_> = bodies.iter().map(|it| &it.name[..]).collect();
    let names = names.join(language.pick("、", ", "));
    let have_none = bodies.iter().all(|it| !it.has_report);
    let (list, zeros) = values(report, cells, language);
    let rest = match (list.is_empty(), zeros, language) {
        (_, 0, _) => String::new(),
        (true, _, Language::Zh) => format!("{zeros}项均为0"),
        (true, _, Language::En) => format!("0 in all {zeros}"),
        (false, _, Language::Zh) => format!("；其余{zeros}项为0"),
        (false, _, Language::En) => format!("; 0 in the other {zeros}"),
    };
    match (language, have_none) {
        (Language::Zh, true) => format!("缺报单位（{names}）合计应为：{list}{rest}\n"),
        (Language::Zh, false) => format!("有数字未填的单位（{names}）合计应为：{list}{rest}\n"),
        (Language::En, true) => {
            format!("bodies without a report ({names}) must come to: {list}{rest}\n")
        }
        (Language::En, false) => {
            format!("bodies with missing figures ({names}) must come to: {list}{rest}\n")
        }
    }
}

/// Cells with what is lacking in them, and how many lack nothing.
fn values(report: &Report, cells: &[&Compared], language: Language) -> (String, usize) {
    let lacking = || cells.iter().filter_map(|it| Some((it.cell, it.lacking?)));
    let is_zero = |it: &(_, Value)| it.1.decimal().is_zero();
    let list = lacking().filter(|it| !is_zero(it)).map(|(cell, value)| {
        let name = cell_name(report, cell);
        match language {
            Language::Zh => format!("“{}”{value}", name.zh),
            Language::En => format!("“{}” {value}", name.en),
        }
    });
    let list: Vec<_> = list.collect();
    (list.join(language.pick("、", ", ")), lacking().filter(is_zero).count())
}
