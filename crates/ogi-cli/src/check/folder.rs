//! A folder of pages: the overview, and the marked page of each report.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use ogi::render::{Entry, Html, Overview};
use ogi::terminal::Language;

use crate::inputs::Selection;
use crate::problem::Problem;
use crate::target::{Replace, may_be_folder};

/// What the overview is called.
const OVERVIEW: &str = "index.html";
/// Where the pages of the reports are.
const PAGES: &str = "pages";
/// The most characters of a path that the name of a page keeps: in UTF-8 no file system finds that too long.
const LONGEST: usize = 50;

/// The folder, while it is written.
pub(super) struct Folder<'a> {
    path: &'a Path,
    selection: &'a Selection,
    replace: Replace,
    html: Html,
    /// The names that are taken, in small letters: not every file system distinguishes them from capital ones.
    taken: BTreeSet<String>,
    overview: Overview,
}

impl<'a> Folder<'a> {
    /// Begins to write: the folder is new or empty, unless it may be written over.
    pub(super) fn new(
        path: &'a Path,
        selection: &'a Selection,
        replace: Replace,
        html: Html,
        language: Language,
    ) -> Result<Self, Problem> {
        may_be_folder(path, selection.paths())?;
        replace.fill(path)?;
        fs::create_dir_all(path.join(PAGES))
            .map_err(|error| Problem::Output(error).of(&path.to_string_lossy()))?;
        let (taken, overview) = (BTreeSet::new(), Overview::new(language));
        Ok(Self { path, selection, replace, html, taken, overview })
    }

    /// Adds a file to the overview, and its page, if it has one, to the folder.
    pub(super) fn add(
        &mut self,
        path: &str,
        entry: Entry,
        page: Option<String>,
    ) -> Result<(), Problem> {
        let Some(page) = page else {
            self.overview.push(entry);
            return Ok(());
        };
        let name = name(self.selection.inside(Path::new(path)), &mut self.taken);
        let target = self.path.join(PAGES).join(&name);
        self.replace.write(&target, page.as_bytes())?;
        self.overview.push(entry.page(&format!("{PAGES}/{name}")));
        Ok(())
    }

    /// Writes the overview, and says where it is.
    pub(super) fn end(mut self, skipped: impl Iterator<Item = Entry>) -> Result<PathBuf, Problem> {
        skipped.for_each(|it| self.overview.push(it));
        let target = self.path.join(OVERVIEW);
        self.replace.write(&target, self.html.overview(&self.overview).as_bytes())?;
        Ok(target)
    }
}

/// The name of a page: what is harmless of a path, and a sum of all of it, so that it is the same in every run and no
/// other's.
fn name(path: &Path, taken: &mut BTreeSet<String>) -> String {
    let parts = path.components().filter(|it| *it != Component::CurDir);
    let parts: Vec<_> = parts.map(|it| it.as_os_str().to_string_lossy()).collect();
    let path = parts.join("/");
    let stem = match path.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && !extension.contains('/') => stem,
        _ => &path,
    };
    let words: String =
        stem.chars().map(|it| if it.is_alphanumeric() { it } else { '-' }).collect();
    let words: Vec<_> = words.split('-').filter(|it| !it.is_empty()).collect();
    // The end of a path says more than its beginning.
    let words = words.join("-");
    let surplus = words.chars().count().saturating_sub(LONGEST);
    let words: String = words.chars().skip(surplus).collect();
    let sum = crc32fast::hash(path.as_bytes());
    let name = match &*words {
        "" => format!("{sum:08x}"),
        words => format!("{words}-{sum:08x}"),
    };
    // A file that is named twice, or two folders with the same files.
    let several = (2..).map(|n| format!("{name}-{n}"));
    let mut names = std::iter::once(name.clone()).chain(several);
    let free = names.find(|it| taken.insert(it.to_lowercase())).unwrap_or(name);
    format!("{free}.html")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(paths: &[&str]) -> Vec<String> {
        let mut taken = BTreeSet::new();
        paths.iter().map(|it| name(Path::new(it), &mut taken)).collect()
    }

    #[test]
    fn a_name_does_not_hang_on_the_other_files() {
        let together = names(&["2025/民政局.txt", "2025/司法局.docx"]);
        assert_eq!(together[1..], names(&["./2025/司法局.docx"]));
        assert!(together[0].starts_with("2025-民政局-"), "{together:?}");
    }

    #[test]
    fn no_two_are_the_same() {
        let paths = ["a.txt", "a.docx", "A.txt", "a-.txt", "a/b.txt", "a-b.txt", "a.txt", "a.txt"];
        let names: Vec<_> = names(&paths).iter().map(|it| it.to_lowercase()).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), paths.len(), "{names:?}");
    }

    #[test]
    fn what_could_do_harm_is_not_in_a_name() {
        let long = "很".repeat(300);
        let paths = [
            "../../x.txt",
            "<script>alert(1)</script>.txt",
            "a\u{202e}b\0c?#%:*\"\\.txt",
            &long,
            ".",
            "con",
        ];
        for name in names(&paths) {
            let stem = name.strip_suffix(".html").unwrap();
            assert!(stem.chars().all(|it| it.is_alphanumeric() || it == '-'), "{name}");
            assert!(name.len() < 200 && stem.len() >= 8, "{name}");
        }
    }
}
