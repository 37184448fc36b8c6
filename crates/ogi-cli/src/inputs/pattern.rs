//! Patterns of file names: shells of Windows leave them as they are.

use std::path::{Path, PathBuf};

use globset::GlobBuilder;
use walkdir::WalkDir;

use super::Passed;

/// The files that a path means if it is a pattern, in the order of their names; otherwise, or where there are none, the path.
pub(super) fn expanded(path: &Path) -> Vec<PathBuf> {
    let files = if path.exists() { Vec::new() } else { files(path).unwrap_or_default() };
    if files.is_empty() { vec![path.to_owned()] } else { files }
}

fn files(path: &Path) -> Option<Vec<PathBuf>> {
    let is_pattern = |it: &Path| it.to_string_lossy().contains(['*', '?', '[', '{']);
    if !is_pattern(path) {
        return None;
    }
    let glob = GlobBuilder::new(path.to_str()?).literal_separator(true).build().ok()?;
    let glob = glob.compile_matcher();
    let folder = path.ancestors().find(|it| !is_pattern(it))?;
    let is_here = folder.as_os_str().is_empty();
    let found = WalkDir::new(if is_here { Path::new(".") } else { folder })
        .max_depth(if path.to_string_lossy().contains("**") {
            usize::MAX
        } else {
            path.components().count() - folder.components().count()
        })
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .map(|it| if is_here { it.strip_prefix(".").unwrap_or(&it).to_owned() } else { it })
        .filter(|it| glob.is_match(it) && Passed::of_name(it).is_none());
    Some(found.collect())
}
