//! Folders of sources with their truth beside them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// What the file of a truth is called behind the name of its sources.
const TRUTH: &str = ".truth.json";

/// A source whose figures are known.
#[derive(Clone, Debug)]
pub struct KnownSource {
    /// Its file.
    pub path: PathBuf,
    /// The name of its file.
    pub name: String,
    /// The name that it shares with its truth: `huaian-2024` for `huaian-2024.layout.txt`.
    pub stem: String,
    /// What its figures are.
    pub truth: Value,
    /// The truth as it stands in its file.
    pub truth_text: String,
}

/// The sources of a folder, by name: for every `NAME.truth.json` the files `NAME.*`.
///
/// # Errors
/// If the folder cannot be listed, or a truth cannot be read.
pub fn known_sources(folder: &Path) -> io::Result<Vec<KnownSource>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.extend(entry?.file_name().into_string());
    }
    names.sort();
    let mut known = Vec::new();
    for stem in names.iter().filter_map(|it| it.strip_suffix(TRUTH)) {
        let truth_text = fs::read_to_string(folder.join(format!("{stem}{TRUTH}")))?;
        let truth: Value = serde_json::from_str(&truth_text)?;
        let is_source = |name: &&String| {
            name.strip_prefix(stem).is_some_and(|rest| rest.starts_with('.') && rest != TRUTH)
        };
        known.extend(names.iter().filter(is_source).map(|name| KnownSource {
            path: folder.join(name),
            name: name.clone(),
            stem: stem.to_owned(),
            truth: truth.clone(),
            truth_text: truth_text.clone(),
        }));
    }
    Ok(known)
}
