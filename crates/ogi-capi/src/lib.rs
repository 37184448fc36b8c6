/*!
The C interface of `ogi`: bytes and JSON in, bytes and JSON out.

`include/ogi.h` is made from this file; a test fails when it is stale. Every function may be called from any thread at any
time: there is no global state. Nothing is thrown across the border: a panic is caught and is an error of kind `bug`.

What goes in and out is described at [`ogi::embed::json`]; each function here is the function of that name there.
*/

mod buffer;
mod call;

use core::ffi::{CStr, c_char};

pub use buffer::OgiBuffer;
pub use call::OgiStatus;

use call::{Call, text};

/// The version of the library, as text that lives as long as the library. It is not to be freed.
#[allow(unsafe_code, reason = "the name is what C calls")]
// SAFETY: No other function of the program has this name: it begins with that of the library.
#[unsafe(no_mangle)]
pub extern "C" fn ogi_version() -> *const c_char {
    const VERSION: &CStr =
        match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
            Ok(version) => version,
            Err(_) => c"",
        };
    VERSION.as_ptr()
}

/// Gives back what a function put into a buffer, and leaves the buffer empty. An empty buffer, or NULL, is left as it is.
///
/// # Safety
/// `buffer` is NULL or points to a buffer that is empty or was filled by a function of this library and not given back yet.
#[allow(unsafe_code, reason = "memory that C held comes back")]
// SAFETY: As of `ogi_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ogi_free(buffer: *mut OgiBuffer) {
    // SAFETY: The caller says that it is NULL or a buffer that nobody else uses.
    if let Some(buffer) = unsafe { buffer.as_mut() } {
        // SAFETY: The caller says that it was filled here.
        unsafe { buffer.free() };
    }
}

/// Reads a report: its JSON. Options: `{"full": true}` gives the whole reading, with text, places, notes and claims.
///
/// `source` has `length` bytes of any format that is read; `options` is JSON ending with a zero byte, or NULL. `out`
/// gets the answer, or the error as `{"kind", "message": {"zh", "en"}}`; give it back with `ogi_free` in either case.
///
/// # Safety
/// `source` points to `length` bytes, or is NULL with a length of 0; `options` is NULL or ends with a zero byte; `out` is NULL or
/// points to a buffer that may be written over. None of them changes until the function returns.
#[allow(unsafe_code, reason = "the arguments come from C")]
// SAFETY: As of `ogi_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ogi_read(
    source: *const u8,
    length: usize,
    options: *const c_char,
    out: *mut OgiBuffer,
) -> OgiStatus {
    // SAFETY: The caller says the same of the arguments.
    unsafe { Call { source, length, options, out }.answer(text(ogi::embed::json::read)) }
}

/// Reads and checks a report: the JSON object of a file with verdict, findings and explanations. Options: `path` (how the
/// file is called in it), `policy` (TOML), `as_of` (`YYYY-MM-DD`). Otherwise as `ogi_read`.
///
/// # Safety
/// As of `ogi_read`.
#[allow(unsafe_code, reason = "the arguments come from C")]
// SAFETY: As of `ogi_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ogi_check(
    source: *const u8,
    length: usize,
    options: *const c_char,
    out: *mut OgiBuffer,
) -> OgiStatus {
    // SAFETY: The caller says the same of the arguments.
    unsafe { Call { source, length, options, out }.answer(text(ogi::embed::json::check)) }
}

/// Reads a report and writes it. Options: `{"format": "text" | "markdown" | "html" | "json" | "docx" | "xlsx"}`.
/// Otherwise as `ogi_read`.
///
/// # Safety
/// As of `ogi_read`.
#[allow(unsafe_code, reason = "the arguments come from C")]
// SAFETY: As of `ogi_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ogi_write(
    source: *const u8,
    length: usize,
    options: *const c_char,
    out: *mut OgiBuffer,
) -> OgiStatus {
    // SAFETY: The caller says the same of the arguments.
    unsafe { Call { source, length, options, out }.answer(ogi::embed::json::write) }
}

/// Reads and checks a Word document or workbook: the same file with a comment at each finding. Options: `language`
/// (`zh`, `en`), `policy`, `as_of`. Otherwise as `ogi_read`.
///
/// # Safety
/// As of `ogi_read`.
#[allow(unsafe_code, reason = "the arguments come from C")]
// SAFETY: As of `ogi_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ogi_annotate(
    source: *const u8,
    length: usize,
    options: *const c_char,
    out: *mut OgiBuffer,
) -> OgiStatus {
    // SAFETY: The caller says the same of the arguments.
    unsafe { Call { source, length, options, out }.answer(ogi::embed::json::annotate) }
}

/// Counts tables three and four from a register of requests (CSV, workbook): JSON. Options: `year`, and if you like `path`,
/// `agency`, `mapping` (TOML). Otherwise as `ogi_read`.
///
/// # Safety
/// As of `ogi_read`.
#[allow(unsafe_code, reason = "the arguments come from C")]
// SAFETY: As of `ogi_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ogi_tally(
    source: *const u8,
    length: usize,
    options: *const c_char,
    out: *mut OgiBuffer,
) -> OgiStatus {
    // SAFETY: The caller says the same of the arguments.
    unsafe { Call { source, length, options, out }.answer(text(ogi::embed::json::tally)) }
}
