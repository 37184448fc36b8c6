//! The children of a roll-up, read.

use std::fs;
use std::path::Path;

use ogi::Reading;
use ogi::check::{Aliases, Child};
use ogi::terminal::Language;

use super::Rollup;
use crate::inputs::{self, Input, Selection};
use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{batch, output, policy, source};

/// All that was read, and the names of those that should be there.
pub(super) struct Children {
    read: Vec<(String, Result<Reading, Problem>)>,
    expected: Vec<String>,
    aliases: Aliases,
}

impl Children {
    /// Reads them. The parent's own file among them is no child, nor is the list of their names.
    pub(super) fn read(
        selection: &Selection,
        parent: Option<&Path>,
        args: &Rollup,
        language: Language,
    ) -> Result<Self, Problem> {
        let expected = args.expect.as_deref();
        if selection.paths().is_empty() {
            return Err(Problem::NoChildren);
        }
        let whole = |path: &Path| path.canonicalize().ok();
        let others: Vec<_> = [parent, expected].into_iter().flatten().filter_map(whole).collect();
        let is_other = |input: &Input| match input {
            Input::File(path) => whole(path).is_some_and(|it| others.contains(&it)),
            Input::Stdin => false,
        };
        let found = selection.find().filter(|it| !it.as_ref().is_ok_and(is_other));
        let mut read: Vec<(String, Result<_, Problem>)> =
            batch::in_order(found, args.inputs.jobs, source::read_found, |it| it.collect())?;
        // What else lies in a folder is nobody's report.
        let is_foreign = |(path, read): &(String, Result<_, Problem>)| {
            let is_no_report = read.as_ref().is_err_and(Problem::is_no_report);
            is_no_report && !selection.names(path)
        };
        let foreign: Vec<_> = read.extract_if(.., |it| is_foreign(it)).map(|it| it.0).collect();
        inputs::warn_of_passed(foreign.iter(), language);
        let expected = expected.map_or_else(|| Ok(Vec::new()), names)?;
        let aliases = policy::aliases(args.aliases.as_deref())?;
        Ok(Self { read, expected, aliases })
    }

    /// As the library wants them, each by one of its names. Who could not be read goes by the name of its file.
    pub(super) fn of_family(&self) -> impl Iterator<Item = Child<'_>> {
        let read = self.read.iter().map(|(path, reading)| match reading {
            Ok(reading) => {
                let child = Child::from(reading);
                let name = if child.name.is_empty() { path } else { self.name(&child.name) };
                Child { name: name.to_owned(), ..child }
            }
            Err(problem) => Child::unreadable(path, problem.message()),
        });
        read.chain(self.expected.iter().map(|name| Child::without_report(self.name(name))))
    }

    /// The first name that a child goes by in a report.
    fn name<'a>(&'a self, name: &'a str) -> &'a str {
        let mut names =
            self.read.iter().filter_map(|it| it.1.as_ref().ok()?.report.agency.as_deref());
        names.find(|it| self.aliases.are_same(it, name)).unwrap_or(name)
    }

    pub(super) fn failed(&self) -> impl Iterator<Item = (&str, &Problem)> {
        self.read.iter().filter_map(|(path, reading)| Some((&**path, reading.as_ref().err()?)))
    }

    pub(super) fn are_all_unreadable(&self) -> bool {
        self.read.iter().all(|it| it.1.is_err())
    }

    pub(super) fn complain(&self, language: Language) {
        for (path, problem) in self.failed() {
            output::complain(&ogi::terminal::visible(&format!(
                "{path}: {}",
                problem.in_words(language)
            )));
        }
    }

    pub(super) fn verdict(&self) -> Verdict {
        if self.failed().next().is_some() { Verdict::Failed } else { Verdict::Sound }
    }
}

/// The names in a file, one a line.
fn names(path: &Path) -> Result<Vec<String>, Problem> {
    let text = fs::read_to_string(path)
        .map_err(|error| Problem::Input(error).of(&path.to_string_lossy()))?;
    let text = text.trim_start_matches('\u{feff}');
    Ok(text.lines().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect())
}
