//! One call: what C passed, the answer, and what becomes of an error or a panic.

use core::ffi::{CStr, c_char};
use core::{ptr, slice};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use ogi::embed::EmbedError;

use crate::OgiBuffer;

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum OgiStatus {
    /// The buffer has the answer.
    Ok = 0,
    /// The buffer has the error as JSON.
    Failed = 1,
    /// An argument is NULL that must not be, and the buffer is as it was.
    NoArgument = 2,
}

/// What a function was called with.
pub(crate) struct Call {
    pub(crate) source: *const u8,
    pub(crate) length: usize,
    pub(crate) options: *const c_char,
    pub(crate) out: *mut OgiBuffer,
}

impl Call {
    /// Answers it.
    ///
    /// # Safety
    /// What is passed is as `ogi_read` demands.
    #[allow(unsafe_code, reason = "the arguments come from C")]
    pub(crate) unsafe fn answer(
        self,
        work: impl FnOnce(&[u8], &str) -> Result<Vec<u8>, EmbedError>,
    ) -> OgiStatus {
        let Self { source, length, options, out } = self;
        if out.is_null() || source.is_null() && length > 0 {
            return OgiStatus::NoArgument;
        }
        let source = if source.is_null() {
            &[]
        } else {
            // SAFETY: The caller says that there are as many bytes, which nobody changes meanwhile.
            unsafe { slice::from_raw_parts(source, length) }
        };
        let options = if options.is_null() {
            Ok("")
        } else {
            // SAFETY: The caller says that it ends with a zero byte.
            unsafe { CStr::from_ptr(options) }.to_str()
        };
        let answer = options.map_err(|error| EmbedError::Options(error.to_string())).and_then(
            // Nothing is used after a panic that the call could have left half done.
            |options| catch_unwind(AssertUnwindSafe(|| work(source, options))).unwrap_or_else(bug),
        );
        let (status, bytes) = match answer {
            Ok(bytes) => (OgiStatus::Ok, bytes),
            Err(error) => (OgiStatus::Failed, serde_json::to_vec(&error).unwrap_or_default()),
        };
        // SAFETY: The caller says that it may be written over; what was in it is the caller's to give back.
        unsafe { ptr::write(out, OgiBuffer::of(bytes)) };
        status
    }
}

/// A function that gives text, as one that gives bytes.
pub(crate) fn text(
    work: fn(&[u8], &str) -> Result<String, EmbedError>,
) -> impl FnOnce(&[u8], &str) -> Result<Vec<u8>, EmbedError> {
    move |source, options| work(source, options).map(String::into_bytes)
}

fn bug(panic: Box<dyn Any + Send>) -> Result<Vec<u8>, EmbedError> {
    let said = panic.downcast_ref::<&str>().map(|it| (*it).to_owned());
    let said = said.or_else(|| panic.downcast_ref::<String>().cloned());
    Err(EmbedError::Bug(said.unwrap_or_else(|| "panic".to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(
        source: &[u8],
        work: impl FnOnce(&[u8], &str) -> Result<Vec<u8>, EmbedError>,
    ) -> (OgiStatus, Vec<u8>) {
        let mut out = OgiBuffer::EMPTY;
        let call = Call {
            source: source.as_ptr(),
            length: source.len(),
            options: ptr::null(),
            out: &raw mut out,
        };
        #[allow(unsafe_code, reason = "called as C calls it")]
        // SAFETY: The pointers are those of living values.
        let (status, bytes) = unsafe {
            let status = call.answer(work);
            (status, slice::from_raw_parts(out.data, out.length + 1).to_vec())
        };
        #[allow(unsafe_code, reason = "called as C calls it")]
        // SAFETY: It was filled above.
        unsafe {
            out.free();
        }
        assert!(out.data.is_null());
        (status, bytes)
    }

    #[test]
    fn a_panic_is_an_error() {
        let (status, bytes) = answer(b"", |_, _| panic!("that {}", "much"));
        assert_eq!(status, OgiStatus::Failed);
        let json: serde_json::Value = serde_json::from_slice(&bytes[..bytes.len() - 1]).unwrap();
        assert_eq!(json["kind"], "bug");
        assert!(json["message"]["en"].as_str().unwrap().contains("that much"));
    }

    #[test]
    fn an_answer_ends_with_a_zero() {
        let (status, bytes) = answer(b"abc", |source, _| Ok(source.to_vec()));
        assert_eq!((status, &*bytes), (OgiStatus::Ok, &b"abc\0"[..]));
    }

    #[test]
    fn without_a_place_to_write_to_there_is_no_call() {
        let call =
            Call { source: ptr::null(), length: 0, options: ptr::null(), out: ptr::null_mut() };
        #[allow(unsafe_code, reason = "called as C calls it")]
        // SAFETY: NULL is allowed.
        let status = unsafe { call.answer(|_, _| Ok(Vec::new())) };
        assert_eq!(status, OgiStatus::NoArgument);
    }
}
