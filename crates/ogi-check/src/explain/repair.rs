//! Explanations, applied.

use core::fmt;

use ogi_model::{Cell, Report, Value};

use crate::{Edit, Message, Outcome};

/// A report after changes, and what was changed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Repaired {
    /// The new report.
    pub report: Report,
    /// Every change, in the order in which it was made, with the number of the explanation that asked for it.
    pub log: Vec<(usize, Edit)>,
}

/// Why explanations cannot be applied. Each says so in Chinese and in English; as text it is English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RepairError {
    /// There is no explanation of this number.
    Unknown(usize),
    /// Two explanations are of the same findings: only one of them can be right.
    Rivals(usize, usize),
    /// The report does not print what the explanation was made for.
    Stale(usize),
}

impl RepairError {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown-suggestion",
            Self::Rivals(..) => "rival-suggestions",
            Self::Stale(_) => "stale-suggestion",
        }
    }

    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        match self {
            Self::Unknown(id) => Message::new(
                format!("没有编号为{id}的修改建议"),
                format!("there is no explanation {id}"),
            ),
            Self::Rivals(one, other) => Message::new(
                format!("修改建议{one}和{other}针对同样的问题，只能采用一项"),
                format!("explanations {one} and {other} are of the same findings"),
            ),
            Self::Stale(id) => Message::new(
                format!("修改建议{id}不是针对这份报告的"),
                format!("explanation {id} is of another report"),
            ),
        }
    }
}

impl fmt::Display for RepairError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

/// Applies explanations of an outcome, by their numbers, to the report that it is of. Nothing else is changed; a remark
/// stays with its figure.
///
/// ```
/// use ogi_check::{Policy, repair};
/// use ogi_model::{CellId, Column, Edition, TableForm, Report, Row, TableId};
///
/// let zeros = TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells());
/// let report = zeros
///     .fold(Report::builder(Edition::E2021).agency("示例市").year(2025), |it, cell| it.set(cell, 0))
///     .set(CellId::new(Row::Reconsideration, Column::Upheld), 10)
///     .build()?;
/// let outcome = ogi_check::check(&report, &Policy::default());
/// let repaired = repair(&report, &outcome, &[1])?;
/// assert_eq!(repaired.report[CellId::new(Row::Reconsideration, Column::Total)].count(), Some(10));
/// assert_eq!(repaired.log.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`RepairError`] if there is no such explanation, two are of the same findings, or the report is another.
pub fn repair(
    report: &Report,
    outcome: &Outcome,
    explanations: &[usize],
) -> Result<Repaired, RepairError> {
    let mut repaired = Repaired { report: report.clone(), log: Vec::new() };
    let mut applied: Vec<&crate::Explanation> = Vec::new();
    for id in explanations {
        let explanation = outcome.explanations.iter().find(|it| it.id == *id);
        let explanation = explanation.ok_or(RepairError::Unknown(*id))?;
        let rival = |it: &&&crate::Explanation| {
            it.mends.iter().any(|finding| explanation.mends.contains(finding))
        };
        if let Some(rival) = applied.iter().find(rival) {
            return Err(RepairError::Rivals(rival.id, *id));
        }
        for edit in &explanation.edits {
            let printed = &repaired.report[edit.cell];
            if counted(printed) != Some(edit.from.unwrap_or(Value::Count(0))) {
                return Err(RepairError::Stale(*id));
            }
            let remark = printed.remark().map(ToOwned::to_owned);
            let new = Cell::from(edit.to);
            repaired.report.set(
                edit.cell,
                match remark {
                    Some(remark) => new.with_remark(&remark),
                    None => new,
                },
            );
            repaired.log.push((*id, *edit));
        }
        applied.push(explanation);
    }
    Ok(repaired)
}

/// What a cell counts: 0 if it does not apply, or if it is blank and a policy took that for 0.
fn counted(cell: &Cell) -> Option<Value> {
    match cell {
        Cell::NotApplicable(_) | Cell::Blank => Some(Value::Count(0)),
        cell => cell.value(),
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{CellId, Column, Edition, Row};

    use super::*;
    use crate::rules::tests::{counts, zeros};
    use crate::{Policy, check};

    #[test]
    fn what_is_applied_mends_and_nothing_else_changes() {
        for edition in Edition::ALL {
            let sound = counts(*edition);
            let cell = CellId::new(Row::Granted, Column::NaturalPerson);
            let mut wrong = sound.clone();
            wrong.set(cell, Cell::from(987_654).with_remark("含上年"));
            let outcome = check(&wrong, &Policy::default());
            let repaired = repair(&wrong, &outcome, &[1]).unwrap();
            assert_eq!(repaired.report[cell].remark(), Some("含上年"));
            assert_eq!(repaired.log.len(), 1);
            assert!(check(&repaired.report, &Policy::default()).accepted);
            let mut back = repaired.report;
            back.set(cell, sound[cell].clone());
            assert_eq!(back, sound);
        }
    }

    #[test]
    fn what_cannot_be_applied_is_stated() {
        let mut report = zeros(Edition::E2021);
        report.set(CellId::new(Row::Reconsideration, Column::Upheld), 5);
        let outcome = check(&report, &Policy::default());
        assert!(outcome.explanations.len() > 1);
        assert_eq!(repair(&report, &outcome, &[9]), Err(RepairError::Unknown(9)));
        assert_eq!(repair(&report, &outcome, &[1, 2]), Err(RepairError::Rivals(1, 2)));
        assert_eq!(repair(&report, &outcome, &[1, 1]), Err(RepairError::Rivals(1, 1)));
        report.set(CellId::new(Row::Reconsideration, Column::Total), Value::Count(4));
        assert_eq!(repair(&report, &outcome, &[1]), Err(RepairError::Stale(1)));
    }
}
