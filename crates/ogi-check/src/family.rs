//! A parent and its children.

use crate::judge::Beside;
use crate::run::Run;
use crate::{Outcome, Policy, Subject};

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
}

impl Child<'_> {
    /// A body that should have a report and has none.
    pub fn without_report(name: impl Into<String>) -> Self {
        Self { name: name.into(), subject: None }
    }
}

/// Called as its report says.
impl<'a, S: Into<Subject<'a>>> From<S> for Child<'a> {
    fn from(report: S) -> Self {
        let subject = report.into();
        let name = subject.report().agency.clone().unwrap_or_default();
        Self { name, subject: Some(subject) }
    }
}

/// Checks the report of a parent: as [`check`](crate::check) does, and beside those of its children.
///
/// The children are all whose figures the parent's should be the sum of; its own office may be one of them.
///
/// ```
/// use ogi_check::{Child, Policy, check_rollup};
/// use ogi_model::{Edition, Report};
///
/// let of = |name| Report::builder(Edition::E2021).agency(name).year(2025).build();
/// let (parent, one) = (of("示例市人民政府")?, of("示例市民政局")?);
/// let children = [Child::from(&one), Child::without_report("示例市财政局")];
///
/// let outcome = check_rollup(&parent, children, &Policy::default());
/// let found = outcome.findings.iter().find(|it| it.rule.id == "rollup-missing").unwrap();
/// assert_eq!(found.message.en, "there is no report of 示例市财政局 for 2025");
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn check_rollup<'a, C: Into<Child<'a>>>(
    parent: impl Into<Subject<'a>>,
    children: impl IntoIterator<Item = C>,
    policy: &Policy,
) -> Outcome {
    let family = Family { children: children.into_iter().map(Into::into).collect() };
    Run::new(parent.into(), policy).judge(Beside::Family(&family))
}

/// The children of a parent.
pub(crate) struct Family<'a> {
    children: Vec<Child<'a>>,
}

impl<'a> Family<'a> {
    /// The children of whom there is no report of this year; of any year if the year is not known.
    pub(crate) fn missing(&self, year: Option<u16>) -> impl Iterator<Item = &Child<'a>> {
        self.children.iter().filter(move |it| {
            it.subject.is_none_or(|it| year.is_some() && it.report().year != year)
        })
    }

    pub(crate) const fn children(&self) -> &[Child<'a>] {
        self.children.as_slice()
    }
}
