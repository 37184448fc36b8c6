//! `ogi explain`: what a rule demands, with an example that fails it and one that passes.

mod example;

use std::io::Write;

use ogi::Rule;
use ogi::terminal::{Language, visible};
use serde::Serialize;

use crate::args::TextOrJson;
use crate::output;
use crate::problem::Problem;
use crate::verdict::Verdict;
use example::Example;

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// 规则编号，如 t3-balance | Id of a rule, as t3-balance
    rule: String,
    /// 输出格式 | Output format
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
}

pub(crate) fn run(args: &Explain, language: Language) -> Result<Verdict, Problem> {
    print(&args.rule, args.format, language)
}

/// Explains the rule of this id.
pub(crate) fn print(id: &str, format: TextOrJson, language: Language) -> Result<Verdict, Problem> {
    let rule = Rule::find(id).ok_or_else(|| Problem::unknown_rule(id))?;
    let example = Example::of(rule)?;
    let mut out = output::stdout();
    match format {
        TextOrJson::Json => output::json_pretty(&mut out, &Explained { rule, example })?,
        TextOrJson::Text => {
            out.write_all(rule.describe(language).as_bytes())?;
            if let Some(example) = example {
                out.write_all(in_words(rule, &example, language)?.as_bytes())?;
            }
        }
    }
    out.flush()?;
    Ok(Verdict::Sound)
}

/// A rule and its example.
#[derive(Serialize)]
struct Explained {
    #[serde(flatten)]
    rule: &'static Rule,
    example: Option<Example>,
}

/// The example, with what a check says of it.
fn in_words(rule: &Rule, example: &Example, language: Language) -> Result<String, Problem> {
    let mut text = format!("\n{}\n", language.pick("有问题的例子：", "A failing example:"));
    text += &indented(&example.failing, language);
    for finding in example.findings(rule, &example.failing)? {
        let (severity, message) =
            (finding.severity.in_words(language), language.of(&finding.message));
        text += &format!("  → {severity}{}{message}\n", language.pick("：", ": "));
    }
    text += &format!("\n{}\n", language.pick("改正后：", "Mended:"));
    text += &indented(&example.mended, language);
    Ok(visible(&text).into_owned())
}

fn indented(text: &str, language: Language) -> String {
    if text.trim().is_empty() {
        return format!("  {}\n", language.pick("（没有这一段）", "(nothing there)"));
    }
    text.trim_end().lines().map(|line| format!("  {line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use ogi::RULES;

    use super::*;

    /// Rules that no report breaks alone: each sum of table four stands by itself, so that what each allows all allow.
    const NEVER_ALONE: [&str; 1] = ["t4-blanks"];

    /// Every rule has an example; what fails it fails, and what is mended passes, alone by what is shown.
    #[test]
    fn examples_fail_and_are_mended() {
        let mut wrong = Vec::new();
        for rule in RULES.iter().filter(|it| !NEVER_ALONE.contains(&it.id)) {
            let Some(example) = Example::of(rule).unwrap() else {
                wrong.push(format!("{rule} has no example"));
                continue;
            };
            assert_ne!(example.failing, example.mended, "{rule}");
            if example.findings(rule, &example.failing).unwrap().is_empty() {
                wrong.push(format!("{rule}: the failing example passes"));
            }
            for it in example.findings(rule, &example.mended).unwrap() {
                wrong.push(format!("{rule}: the mended example fails: {}", it.message.zh));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(example::count(), RULES.len() - NEVER_ALONE.len(), "an example of no rule");
    }
}
