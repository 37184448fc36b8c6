//! What is asked of a check.

use ogi::embed::{EmbedError, json};
use ogi::{Date, Policy};
use pyo3::prelude::*;

use crate::error::raise;

/// The arguments that every function has that checks.
pub(crate) struct PolicyArguments<'a, 'py> {
    /// TOML.
    pub(crate) policy: Option<&'a str>,
    /// A `datetime.date`, or its text.
    pub(crate) as_of: Option<&'a Bound<'py, PyAny>>,
}

impl PolicyArguments<'_, '_> {
    pub(crate) fn policy(&self) -> PyResult<Policy> {
        let as_of = self.as_of.map(|it| {
            // A date prints itself as it is read.
            let text = it.str()?.to_string();
            text.parse::<Date>().map_err(|error| raise(EmbedError::Options(error.to_string())))
        });
        json::policy(self.policy.unwrap_or_default(), as_of.transpose()?).map_err(raise)
    }
}
