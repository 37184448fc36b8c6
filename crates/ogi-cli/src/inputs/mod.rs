//! Which files are meant.

use std::path::{Path, PathBuf};

use ogi::Format;
use walkdir::{DirEntry, WalkDir};

use crate::container;
use crate::problem::Problem;

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// Standard input, `-`.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    pub(crate) fn of(path: &Path) -> Self {
        if path == Path::new("-") { Self::Stdin } else { Self::File(path.to_owned()) }
    }

    /// What it is called in output.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "-".to_owned(),
            Self::File(path) => path.to_string_lossy().into_owned(),
        }
    }
}

/// An input that was found, or what came instead of one, with its name.
pub(crate) type Found = Result<Input, (String, Problem)>;

/// The files that the paths mean, folders in the order of their names.
pub(crate) fn find(paths: &[PathBuf]) -> impl Iterator<Item = Found> {
    paths.iter().flat_map(|path| -> Box<dyn Iterator<Item = Found>> {
        if path.is_dir() {
            Box::new(in_folder(path))
        } else {
            Box::new(std::iter::once(Ok(Input::of(path))))
        }
    })
}

/// How many there are.
pub(crate) fn count(paths: &[PathBuf]) -> u64 {
    let of = |path: &PathBuf| if path.is_dir() { files(path).count() as u64 } else { 1 };
    paths.iter().map(of).sum()
}

/// Whether a file is one of those that the paths mean.
pub(crate) fn has(paths: &[PathBuf], file: &Path) -> bool {
    let Ok(file) = file.canonicalize() else { return false };
    let mut paths = paths.iter().filter_map(|path| path.canonicalize().ok());
    paths.any(|path| file == path || path.is_dir() && file.starts_with(&path) && may_be(&file))
}

/// Whether output for several files is wanted: a folder counts as several, however many are in it.
pub(crate) fn are_several(paths: &[PathBuf]) -> bool {
    paths.len() > 1 || paths.iter().any(|path| path.is_dir())
}

/// The reports in a folder, those that cannot be read yet among them, so that none is left out in silence.
fn in_folder(folder: &Path) -> impl Iterator<Item = Found> {
    let mut files = files(folder)
        .map(|it| {
            it.map(|it| Input::File(it.into_path())).map_err(|error| {
                let path = error.path().unwrap_or(folder).to_string_lossy().into_owned();
                (path, Problem::Input(error.into()))
            })
        })
        .peekable();
    let nothing = files
        .peek()
        .is_none()
        .then(|| Err((folder.to_string_lossy().into_owned(), Problem::EmptyFolder)));
    files.chain(nothing)
}

fn files(folder: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|it| it.depth() == 0 || !it.file_name().to_string_lossy().starts_with('.'))
        .filter(|it| it.as_ref().map_or(true, |it| it.file_type().is_file() && may_be(it.path())))
}

/// Whether the name of a file in a folder is that of a document.
fn may_be(path: &Path) -> bool {
    Format::of_path(path).is_some() || container::may_hold_report(path)
}
