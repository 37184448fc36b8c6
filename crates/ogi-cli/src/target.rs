//! Files that are written: none takes the place of another unless it is told to.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;

use ogi::Format;

use crate::inputs::Input;
use crate::problem::Problem;

/// Whether a file to write is another one than the one that is read.
pub(crate) fn is_other(input: &Input, target: &Input) -> Result<(), Problem> {
    match (input, target) {
        (Input::File(from), Input::File(to))
            if from
                .canonicalize()
                .is_ok_and(|from| to.canonicalize().is_ok_and(|to| from == to)) =>
        {
            Err(Problem::SameFile)
        }
        _ => Ok(()),
    }
}

/// Whether the name of a file to write is one of its own format.
pub(crate) fn stays(own: Format, target: &Input) -> Result<(), Problem> {
    let Input::File(path) = target else { return Ok(()) };
    match Format::of_path(path) {
        Some(format) if format == own => Ok(()),
        Some(_) => Err(Problem::OtherFormat(own)),
        None => Err(Problem::FormatUnknown),
    }
}

/// Whether a file that is there may be written over.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Replace {
    /// 输出文件已经存在时覆盖它 | Overwrite the output file if it exists
    #[arg(long)]
    force: bool,
}

impl Replace {
    /// Writes a file whole.
    pub(crate) fn write(self, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
        let written = self.create(path).and_then(|mut it| Ok(it.write_all(bytes)?));
        written.map_err(|problem| problem.of(&path.to_string_lossy()))
    }

    /// Begins a file.
    pub(crate) fn create(self, path: &Path) -> Result<File, Problem> {
        // What is no file, as a pipe, holds nothing that could be lost.
        let is_other = || path.metadata().is_ok_and(|it| !it.is_file());
        let created =
            if self.force || is_other() { File::create(path) } else { File::create_new(path) };
        created.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Problem::Exists,
            _ => Problem::Output(error),
        })
    }
}
