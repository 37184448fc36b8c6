//! `ogi check`: findings for people and for programs.

use std::io::Write;

use ogi::check::{Envelope, FileOutcome};
use ogi::terminal::{Language, Printer, visible};
use ogi::{Outcome, Policy, Reading};
use serde_json::Value;

use crate::args::{self, CheckFormat};
use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{inputs, output, source};

pub(crate) fn run(args: &args::Check, language: Language) -> Result<Verdict, Problem> {
    let policy = policy(args)?;
    let files = inputs::find(&args.inputs.paths).map(|found| match found {
        Ok(input) => File::check(input.name(), source::read(&input, None), &policy),
        Err((path, problem)) => File::check(path, Err(problem), &policy),
    });
    match args.format {
        CheckFormat::Text => text(files, inputs::are_several(&args.inputs.paths), language),
        CheckFormat::Json => json(files, language),
        CheckFormat::Jsonl => jsonl(files, language),
    }
}

fn policy(args: &args::Check) -> Result<Policy, Problem> {
    let mut policy = Policy::default();
    policy.select.clone_from(&args.select);
    policy.ignore.clone_from(&args.ignore);
    policy.fail_on = args.fail_on;
    policy.blanks_as_zero = args.blanks_as_zero;
    let unknown = policy.unknown_names().next().map(str::to_owned);
    unknown.map_or(Ok(policy), |name| Err(Problem::UnknownRule(name)))
}

/// A file and what came of it.
struct File {
    path: String,
    result: Result<(Reading, Outcome), Problem>,
}

impl File {
    fn check(path: String, reading: Result<Reading, Problem>, policy: &Policy) -> Self {
        let result = reading.map(|reading| {
            let outcome = ogi::check(&reading, policy);
            (reading, outcome)
        });
        Self { path, result }
    }

    const fn verdict(&self) -> Verdict {
        match &self.result {
            Ok((_, outcome)) if outcome.accepted => Verdict::Sound,
            Ok(_) => Verdict::Flawed,
            Err(_) => Verdict::Failed,
        }
    }

    fn json(&self, language: Language) -> Result<Value, serde_json::Error> {
        match &self.result {
            Ok((reading, outcome)) => {
                serde_json::to_value(FileOutcome::new(&self.path, reading, outcome))
            }
            Err(problem) => {
                let message = problem.in_words(language);
                serde_json::to_value(FileOutcome::failed(&self.path, problem.kind(), &message))
            }
        }
    }
}

fn text(
    files: impl Iterator<Item = File>,
    several: bool,
    language: Language,
) -> Result<Verdict, Problem> {
    let mut out = output::stdout();
    let printer = Printer::new(language).colour(output::in_colour());
    let mut counts = [0; 3];
    let mut worst = Verdict::Sound;
    for (number, file) in files.enumerate() {
        worst = worst.max(file.verdict());
        counts[file.verdict() as usize] += 1;
        match file.result {
            Ok((reading, outcome)) => {
                if number > 0 {
                    writeln!(out)?;
                }
                out.write_all(printer.outcome(&file.path, &reading, &outcome).as_bytes())?;
                // A person may be waiting for the next.
                out.flush()?;
            }
            Err(problem) => {
                let path = visible(&file.path).into_owned();
                output::complain(&format!("{path}: {}", problem.in_words(language)));
            }
        }
    }
    if several {
        let [sound, flawed, failed] = counts;
        let all: usize = counts.iter().sum();
        match language {
            Language::Zh => {
                writeln!(out, "\n共{all}份：通过{sound}份，不通过{flawed}份，无法读取{failed}份")?
            }
            Language::En => writeln!(
                out,
                "\n{all} files: {sound} accepted, {flawed} not accepted, {failed} not read"
            )?,
        }
    }
    out.flush()?;
    Ok(worst)
}

fn json(files: impl Iterator<Item = File>, language: Language) -> Result<Verdict, Problem> {
    let mut worst = Verdict::Sound;
    let files = files
        .map(|file| {
            worst = worst.max(file.verdict());
            file.json(language)
        })
        .collect::<Result<Vec<_>, _>>()?;
    let mut out = output::stdout();
    output::json_pretty(&mut out, &Envelope::new(&files))?;
    out.flush()?;
    Ok(worst)
}

fn jsonl(files: impl Iterator<Item = File>, language: Language) -> Result<Verdict, Problem> {
    let mut out = output::stdout();
    let mut worst = Verdict::Sound;
    for file in files {
        worst = worst.max(file.verdict());
        output::json_line(&mut out, &file.json(language)?)?;
    }
    out.flush()?;
    Ok(worst)
}
