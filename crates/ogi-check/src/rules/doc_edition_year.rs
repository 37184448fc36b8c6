//! `doc-edition-year`: the tables are those of the edition that the year uses.

use ogi_model::{Edition, TableId};

use super::editions;
use super::notices::FORM_OF_YEAR;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

/// The first year that is reported on a form of this kind.
const FIRST_YEAR: u16 = Edition::EARLIEST.first_year();

pub(super) static RULE: Rule = Rule {
    id: "doc-edition-year",
    title: Words { zh: "规定格式版本与年度不符", en: "Edition of another year" },
    statement: Words {
        zh: "2019、2020年度用国办公开办函〔2019〕60号所附格式，2021年度起用国办公开办函〔2021〕30号所附格式",
        en: "Reports of 2019 and 2020 use the form of 国办公开办函〔2019〕60号, later ones that of 国办公开办函〔2021〕30号",
    },
    message: Words {
        zh: "“{blocks}”为{used}所附格式，{year}年度应当使用{due}所附格式",
        en: "“{blocks}” is of the form of {used}, but a report of {year} uses that of {due}",
    },
    basis: FORM_OF_YEAR,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[Severity::Info],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Each table is a target; one that states no edition is none.
fn judge(run: &mut Run<'_>) {
    let report = run.report();
    let Some(year) = report.year.filter(|it| *it >= FIRST_YEAR) else {
        return run.not_applicable(TableId::ALL.len());
    };
    let due = Edition::of_year(year);
    for table in TableId::ALL {
        let mut blocks = editions::distinctive(report, *table);
        if blocks.is_empty() {
            run.not_applicable(1);
            continue;
        }
        blocks.retain(|it| it.edition() != due);
        let Some(first) = blocks.first() else {
            run.pass();
            continue;
        };
        let place = first.cells().find_map(|it| run.subject().place(it)).cloned();
        run.fail(Failure {
            place,
            // In the first year the form was encouraged, not required.
            severity: (year == FIRST_YEAR).then_some(Severity::Info),
            arguments: &[
                ("blocks", editions::names(report, &blocks)),
                ("used", Message::same(first.edition().notice())),
                ("year", Message::same(year)),
                ("due", Message::same(due.notice())),
            ],
            ..Failure::default()
        });
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, CellId, Column, Place, Report, Row, TableEdition};

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    #[test]
    fn tables_of_the_year_pass_and_table_four_states_nothing() {
        for edition in Edition::ALL {
            assert_eq!(tally(&judge(&RULE, &zeros(*edition))), [2, 0, 1, 0]);
        }
    }

    #[test]
    fn tables_of_another_year_fail_one_by_one() {
        let mut report = zeros(Edition::E2019);
        report.year = Some(2023);
        let mut reading = reading(report, vec![]);
        let produced = CellId::new(Row::Rules, Column::Produced);
        let place = Place::Text { start: 3, end: 6 };
        reading.sources.set(produced, place.clone());
        let outcome = judge(&RULE, &reading);
        assert_eq!(tally(&outcome), [0, 2, 1, 0]);
        assert_eq!(outcome.findings[0].place, Some(place));
        assert_eq!(
            outcome.findings[0].message.zh,
            "“二、主动公开政府信息情况”为国办公开办函〔2019〕60号所附格式，2023年度应当使用国办公开办函〔2021〕30号所附格式"
        );
    }

    #[test]
    fn in_the_first_year_it_is_a_hint() {
        let mut report = zeros(Edition::E2021);
        report.year = Some(2019);
        let outcome = judge(&RULE, &report);
        assert!(!outcome.findings.is_empty());
        assert!(outcome.findings.iter().all(|it| it.severity == Severity::Info));
    }

    /// Real reports put an old block among new ones.
    #[test]
    fn a_single_block_is_named() {
        let mut report = zeros(Edition::E2021);
        report.set_table(TableId::ActiveDisclosure, Some(TableEdition::Mixed));
        for row in [Row::Rules, Row::NormativeDocuments] {
            for column in [Column::Issued, Column::Repealed, Column::InForce] {
                report.set(CellId::new(row, column), Cell::Absent);
            }
            for column in [Column::Produced, Column::NewlyDisclosed, Column::DisclosedTotal] {
                report.set(CellId::new(row, column), 0);
            }
        }
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [1, 1, 1, 0]);
        assert!(outcome.findings[0].message.zh.starts_with("“第二十条第（一）项”为"));
    }

    #[test]
    fn where_no_year_is_known_nothing_is_due() {
        let mut report = zeros(Edition::E2021);
        report.year = None;
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 3, 0]);
        assert_eq!(tally(&judge(&RULE, &Report::new())), [0, 0, 3, 0]);
    }

    /// （六）其他处理 is all that distinguishes the editions of table three.
    #[test]
    fn a_table_without_the_rows_that_differ_states_nothing() {
        let mut report = zeros(Edition::E2021);
        for row in [Row::OtherNotCorrected, Row::OtherFeeUnpaid, Row::OtherReasons] {
            let cells = CellId::of_table(TableId::Applications).filter(|it| it.row() == row);
            cells.for_each(|it| report.set(it, Cell::Absent));
        }
        report.year = Some(2020);
        assert_eq!(tally(&judge(&RULE, &report)), [0, 1, 2, 0]);
    }
}
