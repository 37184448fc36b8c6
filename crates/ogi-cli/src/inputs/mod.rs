//! Which files are meant.

mod pattern;

use std::path::{Path, PathBuf};

use globset::Glob;
use ogi::Format;
use ogi::check::Words;
use ogi::terminal::{Language, visible};
use walkdir::{DirEntry, WalkDir};

use crate::problem::Problem;
use crate::{container, output};

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

/// Which files of folders are meant.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Filter {
    /// 文件夹中只读名称符合的文件，如 "*.docx" | Of folders, read only files of such names, as "*.docx"
    #[arg(long, value_name = "GLOB")]
    pub(crate) include: Vec<Glob>,
    /// 文件夹中不读名称符合的文件 | Of folders, read no files of such names
    #[arg(long, value_name = "GLOB")]
    pub(crate) exclude: Vec<Glob>,
}

impl Filter {
    fn wants(&self, folder: &Path, file: &Path) -> bool {
        let is_one_of = |globs: &[Glob]| {
            let inside = file.strip_prefix(folder).unwrap_or(file);
            let name = file.file_name().unwrap_or_default();
            globs
                .iter()
                .map(Glob::compile_matcher)
                .any(|it| it.is_match(inside) || it.is_match(name))
        };
        (self.include.is_empty() || is_one_of(&self.include)) && !is_one_of(&self.exclude)
    }
}

/// The paths that were given, patterns among them replaced by their files.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    paths: Vec<PathBuf>,
    filter: Filter,
}

/// Why a file of a folder is passed over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Passed {
    /// What a system or an office program keeps for itself.
    Theirs,
    /// Its name is not that of a document.
    NoDocument,
}

impl Selection {
    /// What is passed over in folders is stated in a line.
    pub(crate) fn new(paths: &[PathBuf], filter: &Filter, language: Language) -> Self {
        let paths = paths.iter().flat_map(|it| pattern::expanded(it)).collect();
        let it = Self { paths, filter: filter.clone() };
        let folders = || it.paths.iter().filter(|it| it.is_dir());
        warn_of_passed(folders().flat_map(|folder| it.passed(folder)), language);
        it
    }

    pub(crate) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// The files that the paths mean, folders in the order of their names.
    pub(crate) fn find(&self) -> impl Iterator<Item = Found> {
        self.paths.iter().flat_map(|path| -> Box<dyn Iterator<Item = Found>> {
            if path.is_dir() {
                Box::new(self.in_folder(path))
            } else {
                Box::new(std::iter::once(Ok(Input::of(path))))
            }
        })
    }

    /// How many there are.
    pub(crate) fn count(&self) -> u64 {
        let of = |path: &PathBuf| if path.is_dir() { self.files(path).count() as u64 } else { 1 };
        self.paths.iter().map(of).sum()
    }

    /// Whether a file is one of those that the paths mean.
    pub(crate) fn has(&self, file: &Path) -> bool {
        let Ok(file) = file.canonicalize() else { return false };
        let mut paths = self.paths.iter().filter_map(|path| path.canonicalize().ok());
        paths.any(|path| {
            let is_inside = || path.is_dir() && file.starts_with(&path);
            file == path
                || is_inside() && passed(&file).is_none() && self.filter.wants(&path, &file)
        })
    }

    /// The path of a file inside the folder that was given, or its name.
    pub(crate) fn inside<'p>(&self, file: &'p Path) -> &'p Path {
        let mut folders = self.paths.iter().filter(|it| it.is_dir());
        let inside = folders.find_map(|folder| file.strip_prefix(folder).ok());
        inside.unwrap_or_else(|| Path::new(file.file_name().unwrap_or(file.as_os_str())))
    }

    /// The files of folders that are passed over, each with why.
    pub(crate) fn skipped(
        &self,
        language: Language,
    ) -> impl Iterator<Item = (String, &'static str)> {
        let folders = self.paths.iter().filter(|it| it.is_dir());
        folders.flat_map(|it| self.passed(it)).filter_map(move |it| {
            let why = passed(&it)?.words();
            Some((it.to_string_lossy().into_owned(), language.of_words(why)))
        })
    }

    /// Whether a file was named by itself, not by its folder.
    pub(crate) fn names(&self, file: &str) -> bool {
        self.paths.iter().any(|it| it.as_os_str() == file)
    }

    /// Whether output for several files is wanted: a folder counts as several, however many are in it.
    pub(crate) fn are_several(&self) -> bool {
        self.paths.len() > 1 || self.paths.iter().any(|path| path.is_dir())
    }

    /// The reports in a folder, those that cannot be read yet among them, so that none is left out in silence.
    fn in_folder(&self, folder: &Path) -> impl Iterator<Item = Found> {
        let mut files = self
            .files(folder)
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

    fn files(&self, folder: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
        all(folder).filter(move |it| {
            it.as_ref().map_or(true, |it| {
                passed(it.path()).is_none() && self.filter.wants(folder, it.path())
            })
        })
    }

    /// What is passed over and worth a word: settings of this program are not.
    fn passed(&self, folder: &Path) -> impl Iterator<Item = PathBuf> {
        all(folder)
            .filter_map(Result::ok)
            .map(DirEntry::into_path)
            .filter(|it| it.extension().is_none_or(|it| it != "toml"))
            .filter(move |it| passed(it).is_some() && self.filter.wants(folder, it))
    }
}

/// The files of a folder, but not those of its hidden folders.
fn all(folder: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|it| {
            let is_hidden = it.file_name().to_string_lossy().starts_with('.');
            it.depth() == 0 || it.file_type().is_file() || !is_hidden
        })
        .filter(|it| it.as_ref().map_or(true, |it| it.file_type().is_file()))
}

fn passed(path: &Path) -> Option<Passed> {
    let may_be = Format::of_path(path).is_some() || container::may_hold_report(path);
    Passed::of_name(path).or_else(|| (!may_be).then_some(Passed::NoDocument))
}

impl Passed {
    const fn words(self) -> Words {
        match self {
            Self::Theirs => Words {
                zh: "系统或办公软件自用的文件",
                en: "a system or an office program keeps it for itself",
            },
            Self::NoDocument => {
                Words { zh: "从文件名看不是报告", en: "by its name it is no report" }
            }
        }
    }

    /// Hidden files, the lock files of office programs, and what Windows leaves in folders.
    fn of_name(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy();
        let of_windows = ["Thumbs.db", "desktop.ini"];
        let is_theirs = name.starts_with('.')
            || name.starts_with("~$")
            || of_windows.iter().any(|it| it.eq_ignore_ascii_case(&name));
        is_theirs.then_some(Self::Theirs)
    }
}

/// The most files that are named as passed over.
const NAMED: usize = 10;

/// States which files are passed over, if any are.
pub(crate) fn warn_of_passed(files: impl Iterator<Item = impl AsRef<Path>>, language: Language) {
    let mut names: Vec<_> = files.map(|it| it.as_ref().to_string_lossy().into_owned()).collect();
    let count = names.len();
    if count == 0 {
        return;
    }
    if !output::is_verbose() {
        names.truncate(NAMED);
    }
    let more = if count > names.len() { language.pick("等", ", …") } else { "" };
    let line = match language {
        Language::Zh => format!("已跳过{count}个文件（不是报告）：{}{more}", names.join("、")),
        Language::En => format!("{count} skipped, no reports: {}{more}", names.join(", ")),
    };
    output::note(&visible(&line));
}
