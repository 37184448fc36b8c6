//! Reads an input, whatever it holds.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use ogi::import::Kind;
use ogi::{Format, ReadOptions, Reading};

use crate::inputs::{Found, Input};
use crate::problem::Problem;

/// Reads what was found, and says what it is called.
pub(crate) fn read_found(found: Found) -> (String, Result<Reading, Problem>) {
    read_found_by(found, &ReadOptions::default())
}

/// The same with options.
pub(crate) fn read_found_by(
    found: Found,
    options: &ReadOptions,
) -> (String, Result<Reading, Problem>) {
    match found {
        Ok(input) => (input.name(), read_by(&input, None, options)),
        Err((path, problem)) => (path, Err(problem)),
    }
}

/// Reads a report. If the format is not stated, text that begins like a JSON object is JSON.
pub(crate) fn read(input: &Input, format: Option<Format>) -> Result<Reading, Problem> {
    read_by(input, format, &ReadOptions::default())
}

/// A report and the file that it was read from.
pub(crate) struct Source {
    pub(crate) bytes: Vec<u8>,
    pub(crate) reading: Reading,
}

/// The same, with what was read.
pub(crate) fn read_whole(input: &Input, format: Option<Format>) -> Result<Source, Problem> {
    let options = ReadOptions::default();
    let bytes = bytes(input, options.limits.bytes)?;
    let reading = read_bytes(&bytes, format, &options)?;
    Ok(Source { bytes, reading })
}

fn read_by(
    input: &Input,
    format: Option<Format>,
    options: &ReadOptions,
) -> Result<Reading, Problem> {
    read_bytes(&bytes(input, options.limits.bytes)?, format, options)
}

/// The bytes of what was found, and what it is called.
pub(crate) fn bytes_found(found: Found) -> (String, Result<Vec<u8>, Problem>) {
    match found {
        Ok(input) => (input.name(), bytes(&input, ReadOptions::default().limits.bytes)),
        Err((path, problem)) => (path, Err(problem)),
    }
}

/// Reads a report from bytes.
pub(crate) fn of_bytes(bytes: &[u8]) -> Result<Reading, Problem> {
    read_bytes(bytes, None, &ReadOptions::default())
}

/// A stable word for what kind of file bytes are; empty for one that is not read.
pub(crate) fn format(bytes: &[u8]) -> &'static str {
    if ogi::json::begins(bytes) {
        return Format::Json.key();
    }
    Kind::of(bytes).map_or("", Kind::key)
}

fn read_bytes(
    bytes: &[u8],
    format: Option<Format>,
    options: &ReadOptions,
) -> Result<Reading, Problem> {
    if format.map_or_else(|| ogi::json::begins(bytes), |it| it == Format::Json) {
        return ogi::json::read(bytes).map_err(Problem::NotOurJson);
    }
    ogi::read(bytes, options).map_err(Problem::NoReport)
}

/// Reads no more than is allowed, and one byte to know that there is more.
pub(crate) fn bytes(input: &Input, limit: usize) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let result = match input {
        Input::Stdin => up_to(io::stdin().lock(), limit, &mut bytes),
        Input::File(path) => open(path).and_then(|file| up_to(file, limit, &mut bytes)),
    };
    result.map_err(Problem::Input)?;
    if bytes.len() > limit {
        let size = match input {
            Input::Stdin => bytes.len(),
            Input::File(path) => {
                path.metadata().map_or(bytes.len(), |it| it.len().try_into().unwrap_or(usize::MAX))
            }
        };
        return Err(Problem::NoReport(ogi::parse::ParseError::TooLarge { size, limit }.into()));
    }
    Ok(bytes)
}

fn open(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok(file)
}

fn up_to(source: impl Read, limit: usize, bytes: &mut Vec<u8>) -> io::Result<usize> {
    source.take(limit as u64 + 1).read_to_end(bytes)
}
