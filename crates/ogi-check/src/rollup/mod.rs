//! A parent and its children: whether the figures add up, and what they add up to.

mod call;
mod child;
mod compared;
mod correction;
mod family;
mod figure;
#[cfg(feature = "serde")]
mod json;
#[cfg(feature = "schema")]
pub(crate) mod json_schema;
mod own_sums;
mod roll_up;
mod sum;
mod total;
mod unbalanced;

pub use call::Call;
pub use child::Child;
pub use compared::{Compared, Standing};
pub use correction::{Correction, Ground};
pub use family::{Family, Former, Member};
pub use figure::ChildFigure;
pub(crate) use figure::value;
pub use roll_up::{Body, RollUp, roll_up};
pub use sum::{Determined, LowerBound, Reference, SumNote, Summed, aggregate};
use total::Total;
pub use unbalanced::Unbalanced;

use crate::judge::Context;
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
    let family = Family::below(parent.report(), children, policy);
    Run::new(parent, policy).judge(Context::Family(&family))
}
