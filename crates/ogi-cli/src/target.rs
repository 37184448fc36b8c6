//! Files that are written: none takes the place of another unless it is asked to.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

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
        _ => Err(Problem::OtherFormat(own)),
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

    /// Whether a file may be written, to be asked before long work.
    pub(crate) fn may_write(self, path: &Path) -> Result<(), Problem> {
        let is_there = !self.force && path.is_file();
        if is_there { Err(Problem::Exists.of(&path.to_string_lossy())) } else { Ok(()) }
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
    /// Makes a folder to be filled; one that holds something only if it may be written over.
    pub(crate) fn fill(self, folder: &Path) -> Result<(), Problem> {
        let created = fs::create_dir_all(folder).and_then(|()| fs::read_dir(folder));
        let filled = match created {
            Ok(mut entries) => {
                let may_be = self.force || entries.next().is_none();
                may_be.then_some(()).ok_or(Problem::NotEmpty)
            }
            Err(error) => Err(Problem::Output(error)),
        };
        filled.map_err(|problem| problem.of(&folder.to_string_lossy()))
    }
}

/// Whether reports may go there: a folder, or what may become one, and none whose files are read.
pub(crate) fn may_be_folder(target: &Path, paths: &[PathBuf]) -> Result<(), Problem> {
    if target == Path::new("-") || target.exists() && !target.is_dir() {
        return Err(Problem::NoFolder.of(&target.to_string_lossy()));
    }
    let there = target.ancestors().find_map(|it| {
        let it = if it.as_os_str().is_empty() { Path::new(".") } else { it };
        it.canonicalize().ok()
    });
    let folders = paths.iter().filter(|it| it.is_dir()).filter_map(|it| it.canonicalize().ok());
    let is_inside =
        there.is_some_and(|it| folders.into_iter().any(|folder| it.starts_with(folder)));
    if is_inside { Err(Problem::OutputInside.of(&target.to_string_lossy())) } else { Ok(()) }
}
