//! From broken equalities to what may have gone wrong.

mod elsewhere;
mod mechanism;
mod repair;
mod story;

use ogi_model::{EqualityId, Value};
use ogi_solve::{Budget, Localisation, System};

pub use repair::{RepairError, Repaired, repair};
pub use story::{InCommon, Story};

use crate::judge::Context;
use crate::run::Run;
use crate::{Edit, Explanation, Finding, Rule};

/// Explanations that are less likely are not stated, but for a total that is wrong by itself.
const LEAST: f64 = 0.001;

/// Looks for what may have gone wrong, in the figures as the policy wants them read.
#[cold]
pub(crate) fn localise(run: &Run<'_>, beside: Context<'_>) -> Localisation {
    let of_form = run.report().equalities().filter(|it| !run.is_settled(it));
    let system = System::new(of_form, run);
    let evidence = elsewhere::evidence(run, beside).into_iter();
    evidence.fold(system, System::with_soft).localise(Budget::default())
}

/// What a search says of findings.
#[derive(Debug)]
pub(crate) struct Explained {
    pub(crate) explanations: Vec<Explanation>,
    /// The findings about broken equalities that nothing explains, by their numbers.
    pub(crate) unexplained: Vec<usize>,
    pub(crate) exhaustive: bool,
}

/// Nothing was searched.
impl Default for Explained {
    fn default() -> Self {
        Self { explanations: Vec::new(), unexplained: Vec::new(), exhaustive: true }
    }
}

/// The explanations of findings, which learn what explains them.
#[cold]
pub(crate) fn explain(
    localisation: &Localisation,
    broken: &[(EqualityId, &'static Rule)],
    findings: &mut [Finding],
) -> Explained {
    let mut explanations = Vec::new();
    let is_of_total = |it: &&ogi_solve::Explanation| matches!(&it.edits[..], [edit] if broken.iter().any(|(equality, _)| equality.total == edit.cell));
    let stated =
        localisation.explanations.iter().filter(|it| it.posterior >= LEAST || is_of_total(it));
    for found in stated {
        let id = explanations.len() + 1;
        let mut mends = Vec::new();
        for (equality, rule) in broken {
            if !found.mends.contains(equality) {
                continue;
            }
            let of = |it: &&mut Finding| it.rule == *rule && it.cell == Some(equality.total);
            for finding in findings.iter_mut().filter(of) {
                finding.explanations.push(id);
                mends.push(finding.id);
            }
        }
        if mends.is_empty() {
            continue;
        }
        mends.sort_unstable();
        explanations.push(Explanation {
            id,
            mechanism: found.mechanism.into(),
            // So many digits as are the same on every machine.
            posterior: (found.posterior * 1e6).round() / 1e6,
            edits: found.edits.iter().map(edit).collect(),
            mends,
            class_size: found.class_size,
        });
    }
    let is_broken = |it: &Finding| {
        broken.iter().any(|(equality, rule)| it.rule == *rule && it.cell == Some(equality.total))
    };
    let unexplained =
        findings.iter().filter(|it| it.explanations.is_empty() && is_broken(it)).map(|it| it.id);
    Explained {
        explanations,
        unexplained: unexplained.collect(),
        exhaustive: localisation.exhaustive,
    }
}

fn edit(found: &ogi_solve::Edit) -> Edit {
    Edit { cell: found.cell, from: found.from.map(Value::Count), to: Value::Count(found.to) }
}

#[cfg(test)]
mod tests {
    use ogi_model::{
        CellId, Column, Edition, EqualityKind, Note, NoteKind, Place, Reading, Report, Row,
    };

    use crate::rules::tests::{counts, zeros};
    use crate::{Outcome, Policy, check};

    use super::*;

    const fn reconsideration(column: Column) -> CellId {
        CellId::new(Row::Reconsideration, column)
    }

    fn of(report: &Report) -> Outcome {
        check(report, &Policy::default())
    }

    #[test]
    fn one_wrong_figure_explains_all_that_it_breaks() {
        let cell = CellId::new(Row::Granted, Column::NaturalPerson);
        for edition in Edition::ALL {
            let mut report = counts(*edition);
            let right = report[cell].value().unwrap();
            report.set(cell, 987_654);
            let outcome = of(&report);
            assert_eq!((outcome.findings.len(), outcome.explanations.len()), (2, 1));
            let explanation = &outcome.explanations[0];
            assert_eq!((explanation.id, &explanation.mends[..]), (1, &[1, 2][..]));
            let edit = Edit { cell, from: Some(Value::Count(987_654)), to: right };
            assert_eq!(explanation.edits, [edit]);
            assert!(explanation.posterior > 0.99 && explanation.class_size == 1);
            assert!(outcome.findings.iter().all(|it| it.explanations == [1]));
            assert!(outcome.exhaustive);
        }
    }

    /// 洪泽 2023.
    #[test]
    fn a_total_left_at_zero_is_the_likeliest() {
        let mut report = zeros(Edition::E2021);
        report.set(reconsideration(Column::Upheld), 10);
        report.set(reconsideration(Column::Corrected), 1);
        let outcome = of(&report);
        let first = &outcome.explanations[0];
        assert_eq!(first.mechanism.id, "total-left-zero");
        assert_eq!(first.edits[0].cell, reconsideration(Column::Total));
        assert_eq!(first.edits[0].to, Value::Count(11));
    }

    /// Nothing but the total can be too small, whatever the blank is; it could be more than is stated.
    #[test]
    fn where_blanks_cannot_help_they_are_taken_for_zero() {
        let mut report = zeros(Edition::E2021);
        report.set(reconsideration(Column::Upheld), 10);
        report.set(reconsideration(Column::Pending), ogi_model::Cell::Blank);
        let outcome = of(&report);
        assert!(!outcome.exhaustive);
        assert_eq!(outcome.explanations[0].edits[0].to, Value::Count(10));
        assert!(outcome.explanations[0].posterior < 0.9);
    }

    /// Eight figures in two rows: nothing small mends them, and one of table four is explained beside them.
    #[test]
    fn what_nothing_explains_is_named() {
        let mut report = counts(Edition::E2021);
        let columns = [
            Column::NaturalPerson,
            Column::CommercialEnterprise,
            Column::ResearchInstitution,
            Column::LegalServiceOrganization,
        ];
        for (n, column) in columns.into_iter().enumerate() {
            for (row, by) in [(Row::Granted, 3 << n), (Row::UnavailableNotHeld, 50 << n)] {
                let cell = CellId::new(row, column);
                report.set(cell, report[cell].count().unwrap() + by);
            }
        }
        report.set(reconsideration(Column::Upheld), 0);
        report.set(reconsideration(Column::Total), 40);
        let outcome = of(&report);
        let named: Vec<_> =
            outcome.findings.iter().filter(|it| outcome.unexplained.contains(&it.id)).collect();
        // Two rows, four columns.
        assert_eq!(named.len(), 6, "{outcome:#?}");
        assert!(named.iter().all(|it| it.rule.id.starts_with("t3-") && it.explanations.is_empty()));
        assert!(outcome.explanations.iter().all(|it| it.mends.len() == 1));
        assert_eq!(outcome.findings.len(), 7);
    }

    #[test]
    fn what_is_not_judged_is_not_explained() {
        let mut report = counts(Edition::E2021);
        report.set(CellId::new(Row::Granted, Column::NaturalPerson), 987_654);
        let policy = Policy { select: vec!["t4-".into()], ..Policy::default() };
        let outcome = check(&report, &policy);
        assert!(outcome.explanations.is_empty() && outcome.exhaustive);
        // The other equalities are evidence all the same.
        let policy = Policy { select: vec!["t3-row-sum".into()], ..Policy::default() };
        let outcome = check(&report, &policy);
        assert_eq!((outcome.findings.len(), outcome.explanations.len()), (1, 1));
    }

    #[test]
    fn an_equality_that_settled_a_reading_is_no_evidence() {
        let mut reading = Reading::of_report(zeros(Edition::E2021));
        let total = reconsideration(Column::Total);
        reading.report.set(total, 7);
        assert!(!check(&reading, &Policy::default()).explanations.is_empty());
        let by = vec![EqualityId { kind: EqualityKind::RowSum, total }];
        let kind = NoteKind::RowSettled { row: Row::Reconsideration, by };
        reading.notes.push(Note { kind, place: Place::Text { start: 0, end: 0 } });
        // With another that is broken, so that there is a search.
        reading.report.set(CellId::new(Row::LitigationDirect, Column::Total), 3);
        let outcome = check(&reading, &Policy::default());
        let edited = outcome.explanations.iter().flat_map(|it| &it.edits);
        assert!(edited.clone().count() > 0 && edited.into_iter().all(|it| it.cell != total));
    }
}
