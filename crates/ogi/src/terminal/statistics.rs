//! How often each rule is broken, as text.

use ogi_check::{Language, Statistics};

/// A line for each rule that is broken, the worst first; every line ends with a line feed.
pub(super) fn of(statistics: &Statistics, language: Language) -> String {
    let rules = statistics.rules();
    let id = rules.iter().map(|it| it.rule.id.len()).max().unwrap_or(0);
    let digits = |count: fn(&ogi_check::RuleCount) -> usize| {
        rules.iter().map(|it| count(it).to_string().len()).max().unwrap_or(0)
    };
    let (findings, reports) = (digits(|it| it.findings), digits(|it| it.reports));
    let line = |it: &ogi_check::RuleCount| {
        let severity = it.severity.in_words(language);
        let title = language.of_words(it.rule.title);
        let (found, broken) = (it.findings, it.reports);
        match language {
            Language::Zh => format!(
                "{severity}  {found:findings$}处  {broken:reports$}份  {:id$}  {title}\n",
                it.rule.id
            ),
            Language::En => format!(
                "{severity:7}  {found:findings$} in {broken:reports$}  {:id$}  {title}\n",
                it.rule.id
            ),
        }
    };
    rules.iter().map(line).collect()
}
