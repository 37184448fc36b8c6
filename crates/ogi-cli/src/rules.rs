//! `ogi rules`: the catalogue.

use std::io::Write;

use ogi::check::BasisKind;
use ogi::terminal::Language;
use ogi::{RULES, Rule};

use crate::args::{self, TextOrJson};
use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{explain, output};

pub(crate) fn run(args: &args::Rules, language: Language) -> Result<Verdict, Problem> {
    let mut out = output::stdout();
    match (args.format, &args.id) {
        (TextOrJson::Text, Some(id)) => return explain::print(id, args.format, language),
        (TextOrJson::Json, Some(id)) => {
            let rule = Rule::find(id).ok_or_else(|| Problem::unknown_rule(id))?;
            output::json_pretty(&mut out, rule)?;
        }
        (TextOrJson::Json, None) => output::json_pretty(&mut out, &RULES)?,
        (TextOrJson::Text, None) => out.write_all(list(language).as_bytes())?,
    }
    out.flush()?;
    Ok(Verdict::Sound)
}

fn list(language: Language) -> String {
    let width = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let line = |rule: &&Rule| {
        let (severity, title) =
            (language.of_severity(rule.severity), language.of_words(rule.title));
        format!("{:width$}  {severity:8} {title}\n", rule.id)
    };
    RULES.iter().map(line).collect()
}

pub(crate) fn describe(rule: &Rule, language: Language) -> String {
    let editions: Vec<_> = rule.editions.iter().map(|it| it.key()).collect();
    let basis =
        format!("{} ({})", language.of_words(rule.basis.source), basis(rule.basis.kind, language));
    let milder = rule.severities.iter().map(|it| language.of_severity(*it));
    let severities: Vec<_> =
        [language.of_severity(rule.severity)].into_iter().chain(milder).collect();
    let rows = [
        (language.pick("级别", "severity"), &*severities.join(language.pick("、", ", "))),
        (language.pick("要求", "demands"), language.of_words(rule.statement)),
        (language.pick("提示语", "message"), language.of_words(rule.message)),
        (language.pick("依据", "basis"), &basis),
        (language.pick("适用版本", "editions"), &*editions.join(", ")),
        (language.pick("始于版本", "since"), rule.since),
    ];
    let mut text = format!("{}  {}\n", rule.id, language.of_words(rule.title));
    for (name, value) in rows {
        text += &format!("  {name}{}{value}\n", language.pick("：", ": "));
    }
    text
}

const fn basis(kind: BasisKind, language: Language) -> &'static str {
    match kind {
        BasisKind::Law => language.pick("法规", "law"),
        BasisKind::Notice => language.pick("通知", "notice"),
        BasisKind::Form => language.pick("规定格式载明", "printed on the form"),
        BasisKind::Sense => language.pick("规定格式的含义", "meaning of the form"),
        BasisKind::Habit => language.pick("惯例", "habit"),
    }
}
