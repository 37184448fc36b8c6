//! What a new file holds otherwise than the one it was made from, or not at all.

use ogi::terminal::{Language, visible};
use ogi::{Reading, losses};

use crate::problem::Problem;

/// A line for each, with its place.
pub(crate) fn of(
    source: &[u8],
    reading: &Reading,
    language: Language,
) -> Result<Vec<String>, Problem> {
    let losses = losses::of(source, reading).map_err(|it| Problem::NoReport(it.into()))?;
    let line = |it: &losses::Loss| visible(language.of(&it.message(reading))).into_owned();
    Ok(losses.iter().map(line).collect())
}
