//! Findings that one change mends, stated as one.

use ogi_model::{Column, Row};

use crate::{Explanation, Finding, Outcome};

/// Findings that the same explanations mend, and these explanations.
///
/// ```
/// use ogi_check::Policy;
/// use ogi_model::{CellId, Column, Edition, TableForm, Report, Row, TableId};
///
/// let zeros = TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells());
/// let report = zeros
///     .fold(Report::builder(Edition::E2021).agency("示例市").year(2025), |it, cell| it.set(cell, 0))
///     .set(CellId::new(Row::Granted, Column::NaturalPerson), 1)
///     .set(CellId::new(Row::Reconsideration, Column::Upheld), 10)
///     .build()?;
/// let outcome = ogi_check::check(&report, &Policy::default());
/// let stories = outcome.stories();
/// // Two sums of table three are broken by one figure, one of table four by another.
/// assert_eq!(stories.iter().map(|it| it.findings.len()).collect::<Vec<_>>(), [2, 1]);
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Story<'o> {
    /// What is wrong.
    pub findings: Vec<&'o Finding>,
    /// What may have gone wrong, the likeliest first; at least one.
    pub explanations: Vec<&'o Explanation>,
}

/// What explanations that arithmetic cannot distinguish have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InCommon {
    /// They change these columns, each in another row.
    Columns(Vec<Column>),
    /// They change these rows, each in another column.
    Rows(Vec<Row>),
    /// Nothing that says more than they do.
    Nothing,
}

impl Outcome {
    /// The explanations, by what they mend; in the order of the findings.
    pub fn stories(&self) -> Vec<Story<'_>> {
        let mut stories: Vec<(&[usize], Story<'_>)> = Vec::new();
        for explanation in &self.explanations {
            let mends = &explanation.mends[..];
            match stories.iter_mut().find(|it| it.0 == mends) {
                Some((_, story)) => story.explanations.push(explanation),
                None => {
                    let findings =
                        self.findings.iter().filter(|it| mends.contains(&it.id)).collect();
                    stories.push((mends, Story { findings, explanations: vec![explanation] }));
                }
            }
        }
        stories.sort_by_key(|(mends, _)| *mends);
        stories.into_iter().map(|(_, story)| story).collect()
    }
}

/// How many explanations of a story are shown without looking at their kinds, and how many are not worth leaving any out.
const FEW: usize = 3;
const WHOLE: usize = 5;

impl<'o> Story<'o> {
    /// What to show of the story: all of a few explanations, else the likeliest, the likeliest of every other mechanism,
    /// and always the total itself where that alone may be wrong. In the order of the explanations.
    pub fn leading(&self) -> Vec<&'o Explanation> {
        if self.explanations.len() <= WHOLE {
            return self.explanations.clone();
        }
        let mut kinds = Vec::new();
        let is_shown = |(n, it): &(usize, &&Explanation)| {
            let kind = (it.mechanism.id, self.is_of_total(it));
            let is_new = !kinds.contains(&kind);
            kinds.push(kind);
            *n < FEW || is_new
        };
        self.explanations.iter().enumerate().filter(is_shown).map(|it| *it.1).collect()
    }

    /// Whether nothing is changed but the total of a sum that is broken.
    fn is_of_total(&self, explanation: &Explanation) -> bool {
        let [edit] = &explanation.edits[..] else { return false };
        self.findings.iter().any(|it| it.cell == Some(edit.cell))
    }

    /// How many explanations arithmetic cannot distinguish from the likeliest, that one included, and what they have in common.
    pub fn class(&self) -> (usize, InCommon) {
        let Some(first) = self.explanations.first() else { return (0, InCommon::Nothing) };
        let class: Vec<&&Explanation> = self
            .explanations
            .iter()
            .filter(|it| it.class_size == first.class_size && it.edits.len() == first.edits.len())
            .collect();
        let columns = |it: &Explanation| -> Vec<Column> {
            it.edits.iter().map(|edit| edit.cell.column()).collect()
        };
        let rows = |it: &Explanation| -> Vec<Row> {
            it.edits.iter().map(|edit| edit.cell.row()).collect()
        };
        let in_common = if first.class_size < 2 {
            InCommon::Nothing
        } else if class.iter().all(|it| columns(it) == columns(first)) {
            InCommon::Columns(columns(first))
        } else if class.iter().all(|it| rows(it) == rows(first)) {
            InCommon::Rows(rows(first))
        } else {
            InCommon::Nothing
        };
        (first.class_size, in_common)
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{CellId, Edition, Value};

    use super::*;
    use crate::rules::tests::counts;
    use crate::{Policy, check};

    /// 9 was printed as 7: three of the parts could be 2 too many, and above all the total is 2 too few.
    #[test]
    fn the_repair_of_a_total_is_always_shown() {
        let mut report = counts(Edition::E2021);
        let cell = |it| CellId::new(Row::Reconsideration, it);
        let parts = [Column::Upheld, Column::Corrected, Column::OtherResult];
        parts.iter().for_each(|it| report.set(cell(*it), 3));
        report.set(cell(Column::Pending), 0);
        report.set(cell(Column::Total), 7);
        let outcome = check(&report, &Policy::default());
        let stories = outcome.stories();
        let shown = stories[0].leading();
        let of_total = |it: &&Explanation| {
            it.edits
                .iter()
                .map(|edit| (edit.cell, edit.to))
                .eq([(cell(Column::Total), Value::Count(9))])
        };
        assert!(shown.iter().any(of_total), "{shown:#?}");
    }

    /// A value and the total of its row, both 1 too small: any result row could be the one.
    #[test]
    fn a_class_is_named_by_what_its_members_share() {
        let mut report = counts(Edition::E2021);
        let (column, total) = (Column::CommercialEnterprise, Column::Total);
        for cell in [column, total].map(|it| CellId::new(Row::Granted, it)) {
            let count = report[cell].count().unwrap();
            report.set(cell, count - 1);
        }
        let outcome = check(&report, &Policy::default());
        let stories = outcome.stories();
        assert_eq!(stories.len(), 1);
        let (size, in_common) = stories[0].class();
        assert!(size > 1, "{size}");
        assert_eq!(in_common, InCommon::Columns(vec![column, total]));
    }
}
