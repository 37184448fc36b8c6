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
mod explain;
mod export;
mod generate;
mod help;
mod indicators;
mod inputs;
mod inspect;
mod loss_lines;
mod new;
mod output;
mod parse;
mod policy;
mod problem;
mod progress;
mod repair;
mod rollup;
mod rules;
mod schema;
mod settings;
mod source;
mod tally;
mod target;
mod verdict;

use std::process::ExitCode;

use args::{Args, Command};
use problem::Problem;
use verdict::Verdict;

fn main() -> ExitCode {
    let mut args = match help::parse(std::env::args_os()) {
        Ok(args) => args,
        Err(code) => return code,
    };
    output::speak(args.manner);
    match run(&mut args) {
        Ok(verdict) => verdict.into(),
        // Whoever reads our output has seen enough (`ogi rules | head`).
        Err(problem) if problem.is_broken_pipe() => Verdict::Sound.into(),
        Err(problem) => {
            output::complain(&problem.in_words(args.lang));
            Verdict::Failed.into()
        }
    }
}

fn run(args: &mut Args) -> Result<Verdict, Problem> {
    let language = args.lang;
    settings::apply(&args.settings, &mut args.command, language)?;
    match &args.command {
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
        Command::Explain(args) => explain::run(args, language),
        Command::Schema(args) => schema::run(args, language),
        Command::Generate(args) => generate::run(args, language),
    }
}
