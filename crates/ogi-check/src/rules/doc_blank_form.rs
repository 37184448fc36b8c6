//! `doc-blank-form`: somebody filled the form in.

use ogi_model::{CellId, Edition, TableId};

use super::FORM;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Reason, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-blank-form",
    title: Words { zh: "未填写的空白表", en: "Blank form" },
    statement: Words {
        zh: "报告写明机关和年度，表格填有数字",
        en: "The report says whose it is and of which year, and its tables have figures",
    },
    message: Words {
        zh: "这是未填写的空白表：{lacks}",
        en: "this is the blank form: it has {lacks}",
    },
    basis: FORM,
    editions: Edition::ALL,
    // Nothing in it is wrong; that nothing can be judged is what the verdict says.
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Agency and year are targets. A blank form is found, and its figures are a target that nobody can judge: whatever a
/// policy takes blanks for, it is no report yet.
fn judge(run: &mut Run<'_>) {
    let report = run.report();
    let has_tables = TableId::ALL.iter().any(|it| report.table(*it).is_some());
    let has_figures = CellId::all().any(|it| {
        let cell = &report[it];
        cell.value().is_some() || cell.unreadable().is_some()
    });
    let stated = [report.agency.is_some(), report.year.is_some()];
    if has_tables && !has_figures {
        let lacks = lacks(stated);
        run.fail(Failure { arguments: &[("lacks", lacks)], ..Failure::default() });
        run.not_evaluated(None, Reason::NoFigures);
    }
    for is_stated in stated {
        if is_stated {
            run.pass();
        } else {
            run.not_evaluated(None, Reason::NotTold);
        }
    }
}

fn lacks([has_agency, has_year]: [bool; 2]) -> Message {
    const FIGURES: Words = Words { zh: "表格中没有数字", en: "no figure" };
    const AGENCY: Words = Words { zh: "没有机关名称", en: "no agency" };
    const YEAR: Words = Words { zh: "没有年度", en: "no year" };
    let all = [(AGENCY, !has_agency), (YEAR, !has_year), (FIGURES, true)];
    let words: Vec<Words> = all.into_iter().filter(|it| it.1).map(|it| it.0).collect();
    let join = |of: fn(&Words) -> &str, comma| words.iter().map(of).collect::<Vec<_>>().join(comma);
    Message::new(join(|it| it.zh, "，"), join(|it| it.en, ", "))
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
            assert_eq!(tally(&outcome), [0, 1, 0, 3]);
            assert_eq!(outcome.verdict, Verdict::Incomplete);
            let message = &outcome.findings[0].message;
            assert_eq!(message.zh, "这是未填写的空白表：没有机关名称，没有年度，表格中没有数字");
            assert_eq!(message.en, "this is the blank form: it has no agency, no year, no figure");
        }
    }

    /// Whose it is and of which year is no figure, and a policy that counts blanks as 0 fills nothing in.
    #[test]
    fn a_form_that_has_a_name_and_a_year_alone_is_blank() {
        let mut named = blank(Edition::E2021);
        named.agency = Some("示例市民政局".into());
        assert_eq!(tally(&judge(&RULE, &named)), [1, 1, 0, 2]);
        named.year = Some(2025);
        let policy = crate::Policy { blanks_as_zero: true, ..crate::Policy::default() };
        for outcome in [judge(&RULE, &named), crate::check(&named, &policy)] {
            assert_eq!(outcome.findings.iter().filter(|it| *it.rule == RULE).count(), 1);
            assert_eq!(outcome.verdict, Verdict::Incomplete);
            let of = |it: &&crate::Unevaluated| it.reason == Reason::NoFigures;
            assert_eq!(outcome.unevaluated.iter().filter(of).count(), 1);
        }
        let message = &judge(&RULE, &named).findings[0].message;
        assert_eq!(message.zh, "这是未填写的空白表：表格中没有数字");
    }

    #[test]
    fn a_figure_makes_it_a_report() {
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2021))), [2, 0, 0, 0]);
        let mut filled = blank(Edition::E2021);
        filled.set(CellId::new(Row::Granted, Column::Total), 1);
        let outcome = judge(&RULE, &filled);
        assert_eq!(tally(&outcome), [0, 0, 0, 2]);
        assert_eq!(outcome.verdict, Verdict::Incomplete);
        assert_eq!(tally(&judge(&RULE, &Report::new())), [0, 0, 0, 2]);
    }
}
