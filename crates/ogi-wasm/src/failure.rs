//! Why a request has no answer.

use ogi::check::Message;
use serde::Serialize;

/// Why a request has no answer, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    /// A stable word.
    pub(crate) kind: &'static str,
    #[serde(flatten)]
    pub(crate) message: Message,
}

impl Failure {
    pub(crate) fn new(kind: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { kind, message: Message::new(zh, en) }
    }

    pub(crate) fn json(&self) -> String {
        #[derive(Serialize)]
        struct Failed<'a> {
            error: &'a Failure,
        }
        serde_json::to_string(&Failed { error: self }).unwrap_or_default()
    }
}

/// Errors of the libraries say both themselves.
macro_rules! of_libraries {
    ($($error:ty),+ $(,)?) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self { kind: error.kind(), message: error.message() }
            }
        })+
    };
}

of_libraries!(
    ogi::InPlaceError,
    ogi::ReadError,
    ogi::check::PolicyErrors,
    ogi::model::BuildError,
    ogi::model::JsonFaults,
    ogi::render::WriteError,
    ogi::tally::TallyError,
);

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::new(
            "request",
            "页面内部的请求有误",
            format!("the page asked for something wrong: {error}"),
        )
    }
}
