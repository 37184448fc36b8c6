//! The files of a request.

use serde::Deserialize;

use crate::failure::Failure;

/// A file of a request: its bytes are among those that come with it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// What it is called in answers.
    pub path: String,
    /// How many bytes it has.
    pub length: usize,
}

/// The files with their bytes.
pub(crate) fn cut<'a>(
    files: &'a [File],
    mut bytes: &'a [u8],
) -> Result<Vec<(&'a str, &'a [u8])>, Failure> {
    let cut = files.iter().map(|it| {
        let (own, rest) = bytes.split_at_checked(it.length)?;
        bytes = rest;
        Some((&*it.path, own))
    });
    cut.collect::<Option<_>>().ok_or_else(|| {
        Failure::new(
            "request",
            "页面内部的请求有误",
            "the files of a request are longer than its bytes",
        )
    })
}
