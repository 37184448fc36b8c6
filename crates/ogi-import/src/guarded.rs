//! Libraries that panic at some of what a damaged file says.

use std::panic::{AssertUnwindSafe, catch_unwind};

use ogi_model::Words;

use crate::ImportError;

/// What another library reads, or that the file is damaged if it panics (calamine at a merged cell that ends before it
/// begins, with overflow checks on). Nobody's report is worth a batch. What was read so far is dropped: nothing broken
/// is seen.
pub(crate) fn guarded<T>(
    container: Words,
    read: impl FnOnce() -> Result<T, ImportError>,
) -> Result<T, ImportError> {
    let contradicts = || ImportError::Damaged { container, detail: "it contradicts itself".into() };
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(contradicts()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    #[test]
    fn what_a_library_panics_at_is_damaged() {
        let answer = guarded(words::PDF, || -> Result<(), _> { panic!("an index out of bounds") });
        assert_eq!(answer.unwrap_err().kind(), "damaged");
        assert_eq!(guarded(words::PDF, || Ok(7)).ok(), Some(7));
    }
}
