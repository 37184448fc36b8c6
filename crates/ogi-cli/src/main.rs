//! The program `ogi`: reads, checks and converts open government information annual reports.
//!
//! Nothing is decided here that a library decides: the program finds the inputs, asks the libraries and prints.

// Printing is what a program is for; the libraries below it do not.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod annotate;
mod args;
mod batch;
mod chart;
mod check;
mod claims;
mod compare;
mod container;
mod convert;
mod export;
mod indicators;
mod inputs;
mod inspect;
mod lost;
mod new;
mod output;
mod parse;
mod policy;
mod problem;
mod progress;
mod repair;
mod rollup;
mod rules;
mod source;
mod tally;
mod target;
mod verdict;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use verdict::Verdict;

fn main() -> ExitCode {
    let args = Args::parse();
    let language = args.lang;
    let verdict = match &args.command {
        Command::Parse(args) => parse::run(args, language),
        Command::Check(args) => check::run(args, language),
        Command::Claims(args) => claims::run(args, language),
        Command::Convert(args) => convert::run(args, language),
        Command::Compare(args) => compare::run(args, language),
        Command::Rollup(args) => rollup::run(args, language),
        Command::New(args) => new::run(args, language),
        Command::Tally(args) => tally::run(args, language),
        Command::Export(args) => export::run(args, language),
        Command::Indicators(args) => indicators::run(args, language),
        Command::Chart(args) => chart::run(args, language),
        Command::Annotate(args) => annotate::run(args, language),
        Command::Repair(args) => repair::run(args, language),
        Command::Inspect(args) => inspect::run(args, language),
        Command::Rules(args) => rules::run(args, language),
    };
    match verdict {
        Ok(verdict) => verdict.into(),
        // Whoever reads our output has seen enough (`ogi rules | head`).
        Err(problem) if problem.is_broken_pipe() => Verdict::Sound.into(),
        Err(problem) => {
            output::complain(&problem.in_words(language));
            Verdict::Failed.into()
        }
    }
}
