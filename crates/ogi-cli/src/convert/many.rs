//! Many reports into a folder, each with the name and the folder that it has among the inputs.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ogi::Format;
use ogi::terminal::{Language, visible};

use crate::inputs::{Found, Input, Selection};
use crate::problem::Problem;
use crate::progress::Progress;
use crate::target::{Replace, may_be_folder};
use crate::verdict::Verdict;
use crate::{args, batch, loss_lines, output, parse, source};

pub(super) fn run(
    args: &args::Convert,
    selection: &Selection,
    language: Language,
) -> Result<Verdict, Problem> {
    let to = args.to.ok_or(Problem::FormatUnknown)?;
    super::may_be_fragment(args, to)?;
    may_be_folder(&args.output, selection.paths())?;
    let convert = |found| Converted::new(found, args, to, language);
    batch::in_order(selection.find(), args.inputs.jobs, convert, |results| {
        let progress = Progress::new(true, || selection.count());
        let mut folder = Folder {
            path: &args.output,
            selection,
            written: BTreeSet::new(),
            replace: args.replace,
        };
        let mut worst = Verdict::Sound;
        for converted in results {
            progress.step();
            worst = worst.max(match folder.write(&converted.input, to, converted.written) {
                Ok(()) => {
                    for line in &converted.lost {
                        let line = format!("{}: {line}", visible(&converted.name));
                        progress.aside(|| output::complain(&line));
                    }
                    converted.verdict
                }
                Err(problem) => {
                    let message = problem.of(&converted.name).in_words(language);
                    progress.aside(|| output::complain(&visible(&message)));
                    Verdict::Failed
                }
            });
        }
        worst
    })
}

/// A report in its new format: what a thread does on its own.
struct Converted {
    name: String,
    /// The file that it came from; nothing for standard input.
    input: Option<PathBuf>,
    verdict: Verdict,
    written: Result<Vec<u8>, Problem>,
    /// What is lost by writing it.
    lost: Vec<String>,
}

impl Converted {
    fn new(found: Found, args: &args::Convert, to: Format, language: Language) -> Self {
        let (name, input, source) = match found {
            Ok(input) => {
                let source = source::read_whole(&input, args.from);
                let name = input.name();
                let path = match input {
                    Input::Stdin => None,
                    Input::File(path) => Some(path),
                };
                (name, path, source)
            }
            Err((name, problem)) => (name, None, Err(problem)),
        };
        let verdict = source.as_ref().map_or(Verdict::Failed, |it| parse::verdict_of(&it.reading));
        let written = source.and_then(|source| {
            let written = super::written(&source.reading.report, to, args.fragment)?;
            Ok((written, loss_lines::of(&source.bytes, &source.reading, language)?))
        });
        let (written, lost) = match written {
            Ok((written, lost)) => (Ok(written), lost),
            Err(problem) => (Err(problem), Vec::new()),
        };
        Self { name, input, verdict, written, lost }
    }
}

/// The folder that reports are written to.
struct Folder<'a> {
    path: &'a Path,
    selection: &'a Selection,
    written: BTreeSet<PathBuf>,
    replace: Replace,
}

impl Folder<'_> {
    fn write(
        &mut self,
        input: &Option<PathBuf>,
        to: Format,
        bytes: Result<Vec<u8>, Problem>,
    ) -> Result<(), Problem> {
        let bytes = bytes?;
        let inside = input.as_deref().map_or(Path::new("stdin"), |it| self.selection.inside(it));
        let target = self.path.join(inside).with_extension(to.extensions()[0]);
        if self.selection.has(&target) {
            return Err(Problem::SameFile);
        }
        if !self.written.insert(target.clone()) {
            return Err(Problem::Taken(target.to_string_lossy().into_owned()));
        }
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        self.replace.write(&target, &bytes)
    }
}
