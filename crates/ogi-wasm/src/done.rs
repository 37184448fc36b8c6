//! What is sent back.

use serde::Serialize;

use crate::failure::Failure;

/// An answer, and the bytes of a file if one was made.
pub(crate) struct Done {
    pub(crate) json: String,
    pub(crate) bytes: Vec<u8>,
}

impl Done {
    pub(crate) fn new(value: &impl Serialize, bytes: Vec<u8>) -> Result<Self, Failure> {
        Ok(Self { json: serde_json::to_string(value)?, bytes })
    }
}
