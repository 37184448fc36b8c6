//! Whether what a source still has is wanted.

use ogi_parse::Limits;

use crate::ImportError;

/// Ends the import if it should end.
pub(crate) fn go_on(limits: &Limits) -> Result<(), ImportError> {
    if limits.is_stopped() { Err(ImportError::Stopped) } else { Ok(()) }
}
