//! `doc-edition-mixed`: all tables are of one edition.

use ogi_model::{Edition, TableId};

use super::{FORM, editions};
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-edition-mixed",
    title: Words { zh: "混用规定格式版本", en: "Editions mixed" },
    statement: Words {
        zh: "同一份报告的各张表格用同一版本的规定格式",
        en: "The tables of a report are all of one edition of the form",
    },
    message: Words {
        zh: "“{older}”为{older_notice}所附格式，“{newer}”为{newer_notice}所附格式",
        en: "“{older}” is of the form of {older_notice}, “{newer}” of that of {newer_notice}",
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

fn judge(run: &mut Run<'_>) {
    let report = run.report();
    let all: Vec<_> =
        TableId::ALL.iter().flat_map(|table| editions::distinctive(report, *table)).collect();
    let Some(oldest) = all.iter().map(|it| it.edition()).min() else {
        return run.not_applicable(1);
    };
    let (older, newer): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| it.edition() == oldest);
    let Some(new) = newer.first().map(|it| it.edition()) else { return run.pass() };
    // The fewer of the two are the odd ones.
    let odd = if older.len() <= newer.len() { &older } else { &newer };
    let place = odd.iter().flat_map(|it| it.cells()).find_map(|it| run.subject().place(it));
    run.fail(Failure {
        place: place.cloned(),
        arguments: &[
            ("older", editions::names(report, &older)),
            ("older_notice", Message::same(oldest.notice())),
            ("newer", editions::names(report, &newer)),
            ("newer_notice", Message::same(new.notice())),
        ],
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use ogi_model::{CellId, Column, Place, Report, Row, TableEdition};

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    #[test]
    fn one_edition_passes_whatever_the_year() {
        for edition in Edition::ALL {
            let mut report = zeros(*edition);
            for year in [None, Some(2019), Some(2025)] {
                report.year = year;
                assert_eq!(tally(&judge(&RULE, &report)), [1, 0, 0, 0]);
            }
        }
        assert_eq!(tally(&judge(&RULE, &Report::new())), [0, 0, 1, 0]);
    }

    #[test]
    fn tables_of_two_editions_fail_once() {
        let mut report = zeros(Edition::E2021);
        let old = zeros(Edition::E2019);
        report.set_table(TableId::Applications, old.table(TableId::Applications));
        for cell in CellId::of_table(TableId::Applications) {
            report.set(cell, old[cell].clone());
        }
        let mut reading = reading(report, vec![]);
        let place = Place::Text { start: 3, end: 6 };
        reading.sources.set(CellId::new(Row::OtherProcessing, Column::Total), place.clone());
        let outcome = judge(&RULE, &reading);
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        assert_eq!(outcome.findings[0].place, Some(place));
        assert_eq!(
            outcome.findings[0].message.zh,
            "“三、收到和处理政府信息公开申请情况”为国办公开办函〔2019〕60号所附格式，\
             “二、主动公开政府信息情况”为国办公开办函〔2021〕30号所附格式"
        );
    }

    #[test]
    fn blocks_of_two_editions_in_one_table_fail() {
        let mut report = zeros(Edition::E2021);
        report.set_table(TableId::ActiveDisclosure, Some(TableEdition::Mixed));
        report.set(CellId::new(Row::Procurement, Column::Projects), 3);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        assert!(outcome.findings[0].message.zh.starts_with("“第二十条第（九）项”为"));
    }
}
