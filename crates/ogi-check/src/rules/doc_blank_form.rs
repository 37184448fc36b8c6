//! `doc-blank-form`: somebody filled the form in.

use ogi_model::{CellId, Edition, TableId};

use super::FORM;
use crate::run::{Failure, Run};
use crate::{Judge, Reason, Rule, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-blank-form",
    title: Words { zh: "未填写的空白表", en: "Blank form" },
    statement: Words {
        zh: "报告写明机关和年度，表格填有数字",
        en: "The report says whose it is and of which year, and its tables have figures",
    },
    message: Words {
        zh: "这是未填写的空白表：没有机关和年度，表格中没有数字",
        en: "this is the blank form: it has no agency, no year and no figure",
    },
    basis: FORM,
    editions: Edition::ALL,
    // Nothing in it is wrong; that nothing can be judged is what the verdict says.
    severity: Severity::Warning,
    since: "0.1.0",
    judge: Judge::Report(judge),
};

/// Agency and year are targets; in a blank form the form is the only one.
fn judge(run: &mut Run<'_>) {
    let report = run.report();
    let has_tables = TableId::ALL.iter().any(|it| report.table(*it).is_some());
    let has_figures = CellId::all().any(|it| {
        let cell = &report[it];
        cell.value().is_some() || cell.unreadable().is_some()
    });
    let told = [report.agency.is_some(), report.year.is_some()];
    if has_tables && !has_figures && told == [false, false] {
        return run.fail(Failure::default());
    }
    for is_told in told {
        if is_told {
            run.pass();
        } else {
            run.not_evaluated(None, Reason::NotTold);
        }
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, Column, Report, Row};

    use super::*;
    use crate::Verdict;
    use crate::rules::tests::{judge, tally, zeros};

    fn blank(edition: Edition) -> Report {
        let mut report = zeros(edition);
        (report.agency, report.year) = (None, None);
        let cells: Vec<_> = CellId::all().filter(|it| report[*it].is_present()).collect();
        cells.iter().for_each(|it| report.set(*it, Cell::Blank));
        report
    }

    #[test]
    fn the_blank_form_of_either_edition_fails() {
        for edition in Edition::ALL {
            let outcome = judge(&RULE, &blank(*edition));
            assert_eq!(tally(&outcome), [0, 1, 0, 0]);
            assert_eq!(outcome.findings[0].message.zh, RULE.message.zh);
        }
    }

    #[test]
    fn a_name_a_year_or_a_figure_makes_it_a_report() {
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2021))), [2, 0, 0, 0]);
        let mut named = blank(Edition::E2021);
        named.agency = Some("示例市民政局".into());
        assert_eq!(tally(&judge(&RULE, &named)), [1, 0, 0, 1]);
        let mut filled = blank(Edition::E2021);
        filled.set(CellId::new(Row::Granted, Column::Total), 1);
        let outcome = judge(&RULE, &filled);
        assert_eq!(tally(&outcome), [0, 0, 0, 2]);
        assert_eq!(outcome.verdict, Verdict::Incomplete);
        assert_eq!(tally(&judge(&RULE, &Report::new())), [0, 0, 0, 2]);
    }
}
