//! Files that are written: none takes the place of another unless it is told to.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;

use crate::problem::Problem;

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
