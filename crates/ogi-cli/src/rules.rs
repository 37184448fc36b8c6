//! `ogi rules`: the catalogue.

use std::io::Write;

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
        let (severity, title) = (rule.severity.in_words(language), language.of_words(rule.title));
        format!("{:width$}  {severity:8} {title}\n", rule.id)
    };
    RULES.iter().map(line).collect()
}
