//! OpenDocument (stub)
use crate::{ImportError, Limits, Refused};
use ogi_parse::Sheet;
pub(crate) fn read(_: &str, _: &Limits) -> Result<Sheet<'static>, ImportError> {
    Err(ImportError::Refused(Refused::OpenDocument))
}
