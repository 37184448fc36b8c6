//! Memory that C holds.

use core::ptr;

/// Bytes that a function gave. Begin with `{NULL, 0}`, give them back with `ogi_free`.
///
/// Behind the last byte is one more, which is zero: JSON can be used as text as it is.
#[derive(Debug)]
#[repr(C)]
pub struct OgiBuffer {
    /// The bytes; NULL if there are none.
    pub data: *mut u8,
    /// How many, without the zero behind them.
    pub length: usize,
}

impl OgiBuffer {
    pub(crate) const EMPTY: Self = Self { data: ptr::null_mut(), length: 0 };

    pub(crate) fn of(mut bytes: Vec<u8>) -> Self {
        let length = bytes.len();
        bytes.push(0);
        Self { data: Box::into_raw(bytes.into_boxed_slice()).cast(), length }
    }

    /// Gives the bytes back.
    ///
    /// # Safety
    /// The buffer is empty, or was made by [`OgiBuffer::of`].
    #[allow(unsafe_code, reason = "memory that C held comes back")]
    pub(crate) unsafe fn free(&mut self) {
        let Self { data, length } = core::mem::replace(self, Self::EMPTY);
        if !data.is_null() {
            let bytes = ptr::slice_from_raw_parts_mut(data, length + 1);
            // SAFETY: The pointer and the length are those of a boxed slice that was given away in `of`.
            drop(unsafe { Box::from_raw(bytes) });
        }
    }
}
