//! What was probably meant.

use crate::{RULES, Rule};

/// The name that a mistyped one is nearest to, if it is near enough to be meant: about one letter in three is wrong.
pub(super) fn of(typed: &str, names: impl IntoIterator<Item = impl AsRef<str>>) -> Option<String> {
    let distance = |name: &str| strsim::damerau_levenshtein(typed, name);
    let nearest = names.into_iter().min_by_key(|name| distance(name.as_ref()))?;
    let nearest = nearest.as_ref();
    let limit = typed.chars().count().max(nearest.chars().count()).div_ceil(3);
    (distance(nearest) <= limit).then(|| nearest.to_owned())
}

impl Rule {
    /// The rule whose id was probably meant by one that is none.
    ///
    /// ```
    /// use ogi_check::Rule;
    ///
    /// assert_eq!(Rule::nearest("t3-rowsum").unwrap().id, "t3-row-sum");
    /// assert_eq!(Rule::nearest("everything"), None);
    /// ```
    pub fn nearest(typed: &str) -> Option<&'static Self> {
        Self::find(&of(typed, RULES.iter().map(|it| it.id))?)
    }
}
