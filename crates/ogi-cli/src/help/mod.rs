//! The command line in one language: help, usage and what is wrong with arguments.
//!
//! Help is written in both languages, since it is read before any language can be chosen. `--lang` chooses one, for clap's
//! own words too.

mod mistake;
mod text;
mod words;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::builder::{Resettable, StyledStr};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, ValueEnum};
use ogi::terminal::{Language, visible};

use crate::args::{Args, EXAMPLES};
use crate::output::{self, Colour};
use crate::verdict::Verdict;

/// What the arguments say; or, where they ask for help or are wrong, how the program ends.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Args, ExitCode> {
    let arguments: Vec<_> = arguments.into_iter().collect();
    let language = option(&arguments, "--lang").and_then(|it| it.parse().ok());
    let matches = command(language).try_get_matches_from(&arguments);
    matches.and_then(|it| Args::from_arg_matches(&it)).map_err(|error| {
        let colour = option(&arguments, "--color").and_then(|it| Colour::from_str(it, true).ok());
        answer(&error, language, colour.unwrap_or_default())
    })
}

/// The command line, its help in one language or in both.
pub(crate) fn command(language: Option<Language>) -> clap::Command {
    let examples = match language {
        Some(language) => language.of_words(EXAMPLES).to_owned(),
        None => format!("{}\n\n{}", EXAMPLES.zh, EXAMPLES.en),
    };
    in_language(Args::command(), language).after_help(examples)
}

/// A text of the help in one language, or in both.
pub(crate) fn in_one(text: &str, language: Option<Language>) -> String {
    text::of(text, language)
}

/// A text that was made of the command line, with the meanings of values in one language.
pub(crate) fn with_meanings(text: &str, language: Language) -> String {
    words::with_meanings(text, &Args::command(), Some(language))
}

/// The value of an option, before anything is parsed: of several the last.
fn option<'a>(arguments: &'a [OsString], name: &str) -> Option<&'a str> {
    let arguments: Vec<_> = arguments.iter().map(|it| it.to_str().unwrap_or_default()).collect();
    let end = arguments.iter().position(|it| *it == "--").unwrap_or(arguments.len());
    let value = |n: usize| {
        let after = arguments[n].strip_prefix(name)?;
        match after.strip_prefix('=') {
            Some(value) => Some(value),
            None if after.is_empty() => arguments.get(n + 1).copied(),
            None => None,
        }
    };
    (0..end).rev().find_map(value)
}

/// Every text of a command and of those below it in one language or in both.
fn in_language(command: clap::Command, language: Option<Language>) -> clap::Command {
    let of = |text: Option<&StyledStr>| {
        let text = text.map(|it| StyledStr::from(text::of(&it.to_string(), language)));
        Resettable::from(text)
    };
    let about = of(command.get_about());
    let long_about = of(command.get_long_about());
    let command = command.about(about).long_about(long_about);
    let command = command.mut_args(|argument| {
        let (help, long_help) = (of(argument.get_help()), of(argument.get_long_help()));
        argument.help(help).long_help(long_help)
    });
    command.mut_subcommands(|it| in_language(it, language))
}

/// Help goes to standard output, what is wrong to standard error.
fn answer(error: &clap::Error, language: Option<Language>, colour: Colour) -> ExitCode {
    let text = match error.kind() {
        ErrorKind::DisplayVersion => error.render().to_string(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let help = error.render();
            let help = if colour.is_used() { help.ansi().to_string() } else { help.to_string() };
            words::of_help(&help, &Args::command(), language)
        }
        _ => {
            let text = match language {
                Some(Language::Zh) => mistake::in_chinese(error),
                Some(Language::En) => error.render().to_string(),
                None => format!("{}\n{}", mistake::in_chinese(error), error.render()),
            };
            visible(&text).into_owned()
        }
    };
    if error.use_stderr() {
        output::complain(text.trim_end());
        Verdict::Failed.into()
    } else {
        // If nobody listens, nothing is to be done.
        let _ = io::stdout().write_all(text.as_bytes());
        Verdict::Sound.into()
    }
}
