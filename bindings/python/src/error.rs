//! The exception.

use ogi::embed::EmbedError;
use ogi::model::Message;
use pyo3::create_exception;
use pyo3::exceptions::PyException;
use pyo3::prelude::*;

create_exception!(
    ogi,
    OgiError,
    PyException,
    "What cannot be read, checked or written: kind, zh, en."
);

/// The exception of an error.
pub(crate) fn raise(error: EmbedError) -> PyErr {
    raise_of(error.kind(), &error.message())
}

/// The same of what a file says of itself.
pub(crate) fn raise_of(kind: &str, message: &Message) -> PyErr {
    let (kind, zh, en) = (kind.to_owned(), message.zh.clone(), message.en.clone());
    Python::attach(|py| {
        let error = OgiError::new_err(format!("{zh} | {en}"));
        let value = error.value(py);
        let set = [("kind", kind), ("zh", zh), ("en", en)]
            .into_iter()
            .try_for_each(|(name, text)| value.setattr(name, text));
        match set {
            Ok(()) => error,
            Err(other) => other,
        }
    })
}
