//! A parent and its children: whether the figures add up, and what they add up to.

mod child;
mod family;
#[cfg(feature = "serde")]
mod json;
mod sum;
mod total;

pub use child::Child;
pub(crate) use family::Family;
pub use sum::{LowerBound, SumNote, Summed, sum};
pub(crate) use total::{Total, figure};

use crate::judge::Beside;
use crate::run::Run;
use crate::{Outcome, Policy, Subject};

/// Checks the report of a parent: as [`check`](crate::check) does, and beside those of its children.
///
/// The children are all whose figures the parent's should be the sum of; its own office may be one of them. Those
/// of the same name are one child, so that a list of all who should report can stand beside the reports.
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
    let parent = parent.into();
    let family = Family::new(parent.report().year, children).without_parent(parent.report());
    Run::new(parent, policy).judge(Beside::Family(&family))
}
