//! One of the bodies below a parent.

use crate::{Message, Subject};

/// A body whose figures belong to those of the body above it.
///
/// ```
/// use ogi_check::Child;
/// use ogi_model::{Edition, Report};
///
/// let report = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build()?;
/// assert_eq!(Child::from(&report).name, "示例市民政局");
/// assert!(Child::without_report("示例市财政局").subject.is_none());
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Child<'a> {
    /// What it is called.
    pub name: String,
    /// Its report, if there is one.
    pub subject: Option<Subject<'a>>,
    /// Why its report could not be read, if there is one that could not.
    pub unreadable: Option<Message>,
}

impl Child<'_> {
    /// A body that should have a report and has none.
    pub fn without_report(name: impl Into<String>) -> Self {
        Self { name: name.into(), subject: None, unreadable: None }
    }

    /// A body whose report could not be read.
    pub fn unreadable(name: impl Into<String>, why: Message) -> Self {
        Self { unreadable: Some(why), ..Self::without_report(name) }
    }
}

/// Called as its report says.
impl<'a, S: Into<Subject<'a>>> From<S> for Child<'a> {
    fn from(report: S) -> Self {
        let subject = report.into();
        let name = subject.report().agency.clone().unwrap_or_default();
        Self { name, subject: Some(subject), unreadable: None }
    }
}
