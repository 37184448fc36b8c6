//! Findings that people read as one.

use ogi_model::{Cell, Report};

use crate::{Finding, Language, Message, cell_name, column_name};

/// Findings that say the same of several cells: of the blanks of a row, or of one place in the source.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Group<'o> {
    /// The one that is stated.
    pub first: &'o Finding,
    /// Those that differ from it in the cell alone.
    pub others: Vec<&'o Finding>,
}

/// Findings for people to read: a row that nobody filled in is one thing to look at, not seven. Those of one rule that
/// differ in the cell alone are put together if they are about blanks of one row of a table, or about one place. None is
/// left out; what has no cell stands alone.
///
/// ```
/// use ogi_check::{Language, Policy};
/// use ogi_model::{CellId, Edition, Report, TableId};
///
/// let blank = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build()?;
/// let outcome = ogi_check::check(&blank, &Policy::default());
/// let groups = ogi_check::grouped(&blank, &outcome.findings);
/// let blanks = groups.iter().filter(|it| it.first.rule.id == "doc-cell-blank");
/// let sizes: Vec<_> = blanks.map(|it| it.all().count()).collect();
/// // Six rows in table two, 25 in table three, three in table four.
/// assert_eq!((sizes.len(), sizes.iter().sum::<usize>()), (34, 200));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn grouped<'o>(
    report: &Report,
    findings: impl IntoIterator<Item = &'o Finding>,
) -> Vec<Group<'o>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for finding in findings {
        let known = finding
            .cell
            .and_then(|_| groups.iter_mut().find(|it| are_alike(report, it.first, finding)));
        match known {
            Some(group) => group.others.push(finding),
            None => groups.push(Group { first: finding, others: Vec::new() }),
        }
    }
    groups
}

impl<'o> Group<'o> {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &'o Finding> {
        core::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// What is said before the names of the others: how many there are.
    pub fn lead(&self) -> Message {
        let others = self.others.len();
        Message {
            zh: format!("另有{others}处同样的问题："),
            en: format!("the same of {others} more: "),
        }
    }

    /// What the cells of the others are called: in the same row by their columns.
    pub fn names(&self, report: &Report) -> Vec<Message> {
        let row = self.first.cell.map(|it| it.row());
        let in_one_row = self.others.iter().all(|it| it.cell.map(|it| it.row()) == row);
        let name = if in_one_row { column_name } else { cell_name };
        self.others.iter().filter_map(|it| Some(name(report, it.cell?))).collect()
    }

    /// The others in words; nothing if there are none.
    pub fn others_in_words(&self, report: &Report, language: Language) -> Option<String> {
        let names = self.names(report);
        let names: Vec<_> = names.iter().map(|it| language.of(it)).collect();
        let words =
            || format!("{}{}", language.of(&self.lead()), names.join(language.pick("、", ", ")));
        (!self.others.is_empty()).then(words)
    }
}

fn are_alike(report: &Report, one: &Finding, other: &Finding) -> bool {
    let (Some(cell), Some(of_other)) = (one.cell, other.cell) else { return false };
    if one.rule != other.rule || one.severity != other.severity || one.waived != other.waived {
        return false;
    }
    let are_blanks = [cell, of_other].iter().all(|it| matches!(report[*it], Cell::Blank));
    let in_one_place = one.place.is_some() && one.place == other.place;
    let apart = |it: &Finding, cell| it.message.zh.replacen(&cell_name(report, cell).zh, "", 1);
    (in_one_place || are_blanks && cell.row() == of_other.row())
        && apart(one, cell) == apart(other, of_other)
}

#[cfg(test)]
mod tests {
    use ogi_model::{CellId, Column, Edition, Row};

    use super::*;
    use crate::rules::tests::counts;
    use crate::{Policy, check};

    const fn granted(column: Column) -> CellId {
        CellId::new(Row::Granted, column)
    }

    /// Table three has two rows with blanks and a broken sum in a third: three lines.
    #[test]
    fn blanks_of_a_row_are_one() {
        let mut report = counts(Edition::E2021);
        let columns = [Column::NaturalPerson, Column::ResearchInstitution, Column::Total];
        columns.iter().for_each(|it| report.set(granted(*it), Cell::Blank));
        report.set(CellId::new(Row::PartiallyGranted, Column::Total), Cell::Blank);
        let policy = Policy { select: vec!["doc-cell-blank".into()], ..Policy::default() };
        let outcome = check(&report, &policy);
        let groups = grouped(&report, &outcome.findings);
        let cells: Vec<Vec<_>> =
            groups.iter().map(|it| it.all().filter_map(|it| it.cell).collect()).collect();
        let alone = vec![CellId::new(Row::PartiallyGranted, Column::Total)];
        assert_eq!(cells, [columns.map(granted).to_vec(), alone]);
        assert_eq!(
            groups[0].others_in_words(&report, Language::Zh).as_deref(),
            Some("另有2处同样的问题：法人或其他组织·科研机构、总计")
        );
        assert_eq!(groups[1].others_in_words(&report, Language::En), None);
    }

    /// What says something else of the next cell stands alone, as does what is waived.
    #[test]
    fn other_figures_are_others() {
        let mut report = counts(Edition::E2021);
        for column in [Column::NaturalPerson, Column::CommercialEnterprise] {
            report.set(granted(column), 987_654);
        }
        let outcome = check(&report, &Policy::default());
        assert!(outcome.findings.len() > 2);
        assert_eq!(grouped(&report, &outcome.findings).len(), outcome.findings.len());
    }
}
