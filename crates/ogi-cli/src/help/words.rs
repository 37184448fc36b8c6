//! Clap's own words in help.

use clap::Command;
use clap::builder::StyledStr;
use ogi::terminal::Language;

use super::text;

/// Clap's words and what they are in Chinese, longer ones before those that they begin with.
const WORDS: &[(&str, &str)] = &[
    ("Print this message or the help of the given subcommand(s)", "显示本说明或某个命令的说明"),
    ("Print help (see more with '--help')", "显示说明（--help 更详细）"),
    ("Print help (see a summary with '-h')", "显示说明（-h 较简略）"),
    ("Print help", "显示说明"),
    ("Print version", "显示版本"),
    ("Usage: ", "用法："),
    ("Usage:", "用法："),
    ("Commands:", "命令："),
    ("Arguments:", "参数："),
    ("Options:", "选项："),
    ("Possible values:", "可选的值："),
    ("[possible values: ", "[可选："),
    ("[default: ", "[默认："),
    ("[OPTIONS]", "[选项]"),
    ("[COMMAND]", "[命令]"),
    ("<COMMAND>", "<命令>"),
];

/// Rendered help of a command or of one below it, with clap's words and the meanings of values in one language.
pub(super) fn of_help(help: &str, command: &Command, language: Option<Language>) -> String {
    let help = with_meanings(help, command, language);
    if language == Some(Language::Zh) { in_chinese(&help) } else { help }
}

/// The same text with clap's words in Chinese.
pub(super) fn in_chinese(text: &str) -> String {
    WORDS.iter().fold(text.to_owned(), |text, (en, zh)| text.replace(en, zh))
}

/// A text made of a command, with the meanings of values in one language: clap lets nobody change them before.
pub(super) fn with_meanings(text: &str, command: &Command, language: Option<Language>) -> String {
    let mut meanings = meanings(command);
    // One may be a part of another.
    meanings.sort_by_key(|it| core::cmp::Reverse(it.len()));
    meanings.iter().fold(text.to_owned(), |text, it| text.replace(it, &text::of(it, language)))
}

/// What the values of all arguments mean, in both languages.
fn meanings(command: &Command) -> Vec<String> {
    let values = command.get_arguments().flat_map(|it| it.get_possible_values());
    let own = values.filter_map(|it| it.get_help().map(StyledStr::to_string));
    own.chain(command.get_subcommands().flat_map(meanings)).collect()
}
