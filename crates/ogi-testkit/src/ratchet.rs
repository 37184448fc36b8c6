//! Committed lists of what is read, so that nothing which was read once is lost without a word, and nothing is gained
//! without being listed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// A list in a file, a line a source: its name, how many of its values are right, and details, separated by tabs.
///
/// With `OGI_GENERATE` set it is written anew instead of compared.
#[derive(Debug)]
pub struct Ratchet {
    path: PathBuf,
    is_written: bool,
    listed: BTreeMap<String, Line>,
    seen: BTreeMap<String, Line>,
}

/// How many values are right, and details.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    right: usize,
    details: String,
}

/// What the list says of what was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Listed values that were not seen, gains that are not listed, other details.
    pub broken: Vec<String>,
    /// Sources that are not listed.
    pub new: Vec<String>,
    /// Listed ones that are not there.
    pub gone: Vec<String>,
}

impl Ratchet {
    /// The list in a file; an empty one if there is no file.
    pub fn open(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap_or_default();
        let line = |line: &str| {
            let (name, rest) = line.split_once('\t')?;
            let (right, details) = rest.split_once('\t')?;
            let line = Line { right: right.parse().ok()?, details: details.to_owned() };
            Some((name.to_owned(), line))
        };
        Self {
            path: path.to_owned(),
            is_written: env::var_os("OGI_GENERATE").is_some(),
            listed: text.lines().filter_map(line).collect(),
            seen: BTreeMap::new(),
        }
    }

    /// What was read of a source.
    pub fn record(&mut self, name: &str, right: usize, details: impl Into<String>) {
        self.seen.insert(name.to_owned(), Line { right, details: details.into() });
    }

    /// The source was not read this time: what is listed of it stays.
    pub fn skip(&mut self, name: &str) {
        if let Some(line) = self.listed.get(name) {
            self.seen.insert(name.to_owned(), line.clone());
        }
    }

    /// Compares the list with what was seen, or writes it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn close(self) -> io::Result<Differences> {
        if self.is_written {
            let mut text = String::new();
            for (name, line) in &self.seen {
                let _ = writeln!(text, "{name}\t{}\t{}", line.right, line.details);
            }
            if let Some(folder) = self.path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&self.path, text)?;
            return Ok(Differences::default());
        }
        let mut differences = Differences::default();
        for (name, seen) in &self.seen {
            match self.listed.get(name) {
                None => {
                    differences.new.push(format!("{name}: {} right, {}", seen.right, seen.details))
                }
                Some(listed) if listed == seen => {}
                Some(listed) => differences.broken.push(format!(
                    "{name}: {} right ({}) listed, {} right ({}) now: {}",
                    listed.right,
                    listed.details,
                    seen.right,
                    seen.details,
                    match seen.right.cmp(&listed.right) {
                        std::cmp::Ordering::Less => "LOST",
                        std::cmp::Ordering::Equal => "other details",
                        std::cmp::Ordering::Greater => "a gain that is not listed",
                    }
                )),
            }
        }
        let gone = self.listed.keys().filter(|it| !self.seen.contains_key(*it));
        differences.gone = gone.cloned().collect();
        Ok(differences)
    }
}
