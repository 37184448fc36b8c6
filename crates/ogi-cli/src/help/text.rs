//! Texts in both languages.
//!
//! A paragraph is `中文 | English`, however many lines it has; one without a bar is for both.

use ogi::terminal::Language;

/// A text in one language, or in both.
pub(super) fn of(text: &str, language: Option<Language>) -> String {
    let paragraphs: Vec<_> = text.split("\n\n").map(|it| paragraph(it, language)).collect();
    paragraphs.join("\n\n")
}

fn paragraph(text: &str, language: Option<Language>) -> String {
    match (split(text), language) {
        (None, _) => text.to_owned(),
        (Some((zh, en)), Some(language)) => language.pick(zh, en).to_owned(),
        // A line each where they are long.
        (Some((zh, en)), None) if text.contains('\n') => format!("{zh}\n{en}"),
        (Some(_), None) => text.to_owned(),
    }
}

/// The two languages of a paragraph: a bar stands between them, with a blank behind it.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let is_bar = |at: &usize| text[at + 1..].starts_with([' ', '\n']);
    let at = text.match_indices('|').map(|it| it.0).find(is_bar)?;
    Some((text[..at].trim_end(), text[at + 1..].trim_start()))
}

#[cfg(test)]
mod tests {
    use clap::builder::StyledStr;
    use clap::{Command, CommandFactory};

    use super::*;
    use crate::args::Args;

    #[test]
    fn a_bar_stands_between_the_languages() {
        assert_eq!(split("格式（SVG）| Format"), Some(("格式（SVG）", "Format")));
        assert_eq!(split("csv|jsonl"), None);
        let text = "一\n二 |\nOne\ntwo\n\nJSON";
        assert_eq!(of(text, Some(Language::Zh)), "一\n二\n\nJSON");
        assert_eq!(of(text, Some(Language::En)), "One\ntwo\n\nJSON");
        assert_eq!(of(text, None), "一\n二\nOne\ntwo\n\nJSON");
    }

    fn is_chinese(text: &str) -> bool {
        text.chars().any(|it| ('一'..='龥').contains(&it))
    }

    /// All texts of a command and of those below it.
    fn texts(command: &Command) -> Vec<String> {
        let about = [command.get_about(), command.get_long_about()];
        let of_arguments = command.get_arguments().flat_map(|it| {
            let values = it.get_possible_values();
            let of_values: Vec<_> =
                values.iter().filter_map(|it| it.get_help().map(StyledStr::to_string)).collect();
            let help = [it.get_help(), it.get_long_help()];
            help.into_iter().flatten().map(StyledStr::to_string).chain(of_values)
        });
        let own = about.into_iter().flatten().map(StyledStr::to_string).chain(of_arguments);
        own.chain(command.get_subcommands().flat_map(texts)).collect()
    }

    /// What is said in Chinese is said in English, in every paragraph, and each language stands alone.
    #[test]
    fn every_text_is_there_in_both_languages() {
        let all = texts(&Args::command());
        assert!(all.len() > 100);
        for paragraph in all.iter().flat_map(|it| it.split("\n\n")) {
            match split(paragraph) {
                Some((zh, en)) => {
                    assert!(is_chinese(zh), "no Chinese before the bar: {paragraph}");
                    assert!(split(zh).is_none() && split(en).is_none(), "two bars: {paragraph}");
                    let words = en.split_whitespace().filter(|it| !is_chinese(it)).count();
                    let quoted = en.split_whitespace().filter(|it| is_chinese(it)).count();
                    assert!(words > 0 && quoted < 3, "Chinese behind the bar: {paragraph}");
                }
                None => assert!(!is_chinese(paragraph), "one language only: {paragraph}"),
            }
        }
    }
}
