//! Sound reports to plant errors in, and the cases that all rules share.

use ogi_model::{
    Cell, CellId, Edition, Note, NoteKind, Place, Reading, Report, Row, TableForm, TableId,
};
use ogi_model::{Column, EqualityKind, Section, Unit};
use ogi_solve::{Figure, evaluate};
use proptest::prelude::*;

use crate::{
    Child, Coverage, Outcome, Policy, RULES, Reason, Rule, Subject, Verdict, check, check_rollup,
    check_series,
};

/// A complete report that is sound: parts are given by `count`, totals are what they come to.
pub(super) fn sound(edition: Edition, mut count: impl FnMut(CellId) -> i64) -> Report {
    let year = if edition == Edition::E2019 { 2020 } else { 2025 };
    let mut report = Report::builder(edition)
        .agency("示例市民政局")
        .year(year)
        .narrative(
            Section::Overview,
            "我局主动公开政府信息，办理依申请公开，加强信息管理、平台建设和监督保障。",
        )
        .narrative(Section::Problems, "公开的深度不足，下一步加强培训。")
        .narrative(Section::OtherMatters, "未收取信息处理费。")
        .build()
        .unwrap();
    for form in TableId::ALL.iter().map(|table| TableForm::of(*table, edition)) {
        for cell in form.cells() {
            let count = count(cell);
            report.set(
                cell,
                match cell.unit() {
                    Unit::Money => Cell::from(ogi_model::Decimal::new(count, 2)),
                    Unit::Count | Unit::Change => Cell::from(count),
                },
            );
        }
        // What was disclosed in total is what was before and what is new.
        for cell in form.cells().filter(|it| it.column() == Column::DisclosedTotal) {
            let newly = CellId::new(cell.row(), Column::NewlyDisclosed);
            report.set(cell, count(cell) + report[newly].count().unwrap());
        }
        // What was received is what is left over and all that was concluded, so that no total is negative.
        let value = |report: &Report, cell: CellId| report[cell].count().unwrap();
        let totals = |kind| form.equalities().iter().filter(move |it| it.kind() == kind);
        for concluded in totals(EqualityKind::OutcomeSum) {
            let sum: i64 = concluded.parts().iter().map(|it| value(&report, it.cell)).sum();
            let received = CellId::new(Row::NewlyReceived, concluded.total().column());
            report.set(concluded.total(), sum);
            report.set(received, sum + value(&report, received));
        }
        for kind in [EqualityKind::Balance, EqualityKind::RowSum] {
            for it in totals(kind) {
                let signed = it.parts().iter().map(|it| it.sign.of(value(&report, it.cell)));
                let sum: i64 = signed.sum();
                report.set(it.total(), sum);
            }
        }
    }
    report
}

/// A sound report with another count in every part.
pub(crate) fn counts(edition: Edition) -> Report {
    sound(edition, |cell| cell.index() as i64 % 7)
}

/// A sound report of zeros.
pub(crate) fn zeros(edition: Edition) -> Report {
    sound(edition, |_| 0)
}

/// A reading of a text, with these notes.
pub(super) fn reading(report: Report, notes: Vec<NoteKind>) -> Reading {
    let at = |kind| Note { kind, place: Place::Text { start: 0, end: 6 } };
    let notes = notes.into_iter().map(at).collect();
    Reading { notes, text: "年报".into(), ..Reading::of_report(report) }
}

/// What one rule says.
pub(super) fn judge<'a>(rule: &Rule, subject: impl Into<Subject<'a>>) -> Outcome {
    check(subject, &only(rule))
}

/// What one rule says of reports of consecutive years, the last of them 2025.
pub(super) fn judge_series(rule: &Rule, reports: &[Report]) -> Vec<Outcome> {
    let mut reports = reports.to_vec();
    for (report, year) in reports.iter_mut().rev().zip((0..=2025).rev()) {
        report.year = Some(year);
    }
    check_series(&reports, &only(rule))
}

/// What one rule says of a parent and its children.
pub(super) fn judge_rollup<'a, C: Into<Child<'a>>>(
    rule: &Rule,
    parent: &'a Report,
    children: impl IntoIterator<Item = C>,
) -> Outcome {
    check_rollup(parent, children, &only(rule))
}

/// A policy that runs one rule.
pub(super) fn only(rule: &Rule) -> Policy {
    let longer = |it: &&&Rule| it.id.starts_with(rule.id) && **it != rule;
    Policy {
        select: vec![rule.id.into()],
        ignore: RULES.iter().filter(longer).map(|it| it.id.into()).collect(),
        ..Policy::default()
    }
}

/// How many targets pass, fail, are not applicable and are not evaluated.
pub(super) fn tally(outcome: &Outcome) -> [usize; 4] {
    let it = outcome.summary;
    [it.pass, it.fail, it.not_applicable, it.not_evaluated]
}

#[test]
fn ids_are_slugs_and_each_is_there_once() {
    for rule in RULES {
        assert!(rule.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        assert_eq!(RULES.iter().filter(|it| it.id == rule.id).count(), 1, "{rule}");
        assert_eq!(Rule::find(rule.id), Some(*rule));
    }
}

#[test]
fn both_languages_say_the_same_things() {
    let names = |text: &'static str| {
        let mut names: Vec<_> =
            text.split('{').skip(1).filter_map(|it| Some(it.split_once('}')?.0)).collect();
        names.sort();
        names
    };
    for rule in RULES {
        let zh: Vec<_> = names(rule.message.zh);
        let en: Vec<_> = names(rule.message.en);
        assert!(zh.iter().all(|name| en.contains(name)), "{rule}");
    }
}

#[test]
fn a_sound_report_is_valid() {
    for edition in Edition::ALL {
        for report in [zeros(*edition), counts(*edition)] {
            let outcome = check(&report, &Policy::default());
            assert!(outcome.is_valid() && outcome.accepted && outcome.exhaustive, "{outcome:#?}");
            let outcome = check(&reading(report, vec![]), &Policy::default());
            assert!(outcome.is_valid(), "{outcome:#?}");
        }
    }
}

#[test]
fn an_empty_report_passes_nothing_but_claims_nothing_either() {
    let report = Report::new();
    let outcome = check(&report, &Policy::default());
    assert_eq!((outcome.summary.pass, outcome.summary.fail), (0, TableId::ALL.len()));
    assert!(!outcome.accepted);
}

#[test]
fn the_blank_form_is_neither_wrong_nor_valid() {
    for edition in Edition::ALL {
        let report = Report::builder(*edition).agency("示例市民政局").year(2025).build().unwrap();
        let outcome = check(&report, &Policy::default());
        assert_eq!(outcome.verdict, Verdict::Incomplete);
        assert!(!outcome.accepted && !outcome.is_valid());
        let sums = report.equalities().count();
        let of_sums = outcome.unevaluated.iter().filter(|it| it.missing.len() > 1);
        let has_sums = |cell: CellId| cell.table() != TableId::ActiveDisclosure;
        assert_eq!(of_sums.filter(|it| it.cell.is_some_and(has_sums)).count(), sums);
    }
}

/// Nothing is accepted that could not be judged, and nothing is called incomplete for want of a source.
#[test]
fn verdicts_are_said_of_what_was_judged() {
    let of = |report: &Report| {
        let outcome = check(report, &Policy::default());
        let Coverage { required, judged } = outcome.coverage;
        assert_eq!(outcome.accepted, outcome.verdict == Verdict::Accepted);
        (outcome.verdict, required - judged)
    };
    let sound = counts(Edition::E2021);
    assert_eq!(of(&sound), (Verdict::Accepted, 0));
    for (agency, year) in [(None, Some(2025)), (Some("示例市民政局".to_owned()), None)] {
        let mut report = sound.clone();
        (report.agency, report.year) = (agency, year);
        assert_eq!(of(&report), (Verdict::Incomplete, 1));
    }
    // 行政许可 may be blank where a body has no such power; the balance of a column may not.
    let mut report = sound.clone();
    report.set(CellId::new(Row::Licensing, Column::Decisions), Cell::Blank);
    assert_eq!(of(&report).0, Verdict::Accepted);
    report.set(CellId::new(Row::CarriedOut, Column::Total), Cell::Blank);
    let (verdict, open) = of(&report);
    assert_eq!(verdict, Verdict::Incomplete);
    assert!(open > 0);
    // What is wrong counts more.
    report.set(CellId::new(Row::LitigationDirect, Column::Total), 100);
    assert_eq!(of(&report).0, Verdict::Rejected);
}

/// A roll-up that compared nothing is none.
#[test]
fn a_roll_up_without_figures_is_incomplete() {
    let (parent, mut child) = (counts(Edition::E2021), counts(Edition::E2021));
    child.agency = Some("甲局".into());
    let outcome = check_rollup(&parent, [Child::without_report("甲局")], &Policy::default());
    assert_ne!(outcome.verdict, Verdict::Accepted);
    let mut empty = Report::new();
    (empty.agency, empty.year) = (parent.agency.clone(), parent.year);
    let policy = Policy { select: vec!["rollup-".into()], ..Policy::default() };
    let outcome = check_rollup(&empty, [&child], &policy);
    assert_eq!(outcome.verdict, Verdict::Incomplete);
    assert!(outcome.meaning().zh.contains("没有可以与下级报告比较的数字"));
    assert_eq!(check_rollup(&parent, [&child], &policy).verdict, Verdict::Accepted);
}

#[test]
fn a_reading_without_a_source_is_a_bare_report() {
    let report = counts(Edition::E2021);
    let bare = check(&report, &Policy::default());
    assert_eq!(bare, check(&Reading::of_report(report), &Policy::default()));
    let with_source = check(&reading(counts(Edition::E2021), vec![]), &Policy::default());
    assert!(bare.without_source() > 0 && with_source.without_source() == 0);
    assert_eq!(bare.verdict, Verdict::Accepted);
    assert!(with_source.summary.pass > bare.summary.pass);
}

#[test]
fn findings_come_worst_first_then_in_table_order_and_are_numbered() {
    let mut report = counts(Edition::E2021);
    report.set_table(TableId::ActiveDisclosure, None);
    report.set(CellId::new(Row::LitigationDirect, Column::Total), 100);
    report.set(CellId::new(Row::Granted, Column::NaturalPerson), -1);
    report.set(CellId::new(Row::Granted, Column::Total), Cell::Blank);
    let outcome = check(&report, &Policy::default());
    let order: Vec<_> = outcome.findings.iter().map(|it| (it.cell, it.rule.id)).collect();
    let cell = |row, column| Some(CellId::new(row, column));
    assert_eq!(
        order,
        [
            (None, "doc-table-missing"),
            (cell(Row::Granted, Column::NaturalPerson), "t3-count"),
            (cell(Row::Concluded, Column::NaturalPerson), "t3-outcome-sum"),
            (cell(Row::LitigationDirect, Column::Total), "t4-sum"),
            (cell(Row::Granted, Column::Total), "doc-cell-blank"),
        ]
    );
    assert!(outcome.findings.iter().map(|it| it.id).eq(1..=5));
}

#[test]
fn a_policy_chooses_and_judges() {
    let mut report = counts(Edition::E2021);
    report.set(CellId::new(Row::LitigationDirect, Column::Total), 100);
    let rejected = |policy: &Policy| !check(&report, policy).accepted;
    let warning = Policy {
        levels: [("t4-sum".into(), crate::Severity::Warning)].into(),
        ..Policy::default()
    };
    assert!(rejected(&Policy::default()));
    assert!(!rejected(&warning));
    assert!(rejected(&Policy { fail_on: crate::Severity::Warning, ..warning }));
    assert!(!rejected(&Policy { ignore: vec!["t4-".into()], ..Policy::default() }));
}

fn cells_with_sums(edition: Edition) -> Vec<CellId> {
    let tables = [TableId::Applications, TableId::Disputes];
    tables.iter().flat_map(|table| TableForm::of(*table, edition).cells()).collect()
}

prop_compose! {
    /// A sound report of any size, one of its cells in a sum, and another count for it.
    fn single_errors()(
        edition in proptest::sample::select(Edition::ALL),
        parts in proptest::collection::vec(prop_oneof![Just(0_i64), 0..10_i64, 0..100_000_i64], CellId::COUNT),
        cell in any::<proptest::sample::Index>(),
        off in prop_oneof![-3..=3_i64, -200_000..200_000_i64].prop_filter("no error", |it| *it != 0),
    ) -> (Report, CellId, i64) {
        let report = sound(edition, |cell| parts[cell.index()]);
        let cells = cells_with_sums(edition);
        let cell = *cell.get(&cells);
        let wrong = report[cell].count().unwrap() + off;
        (report, cell, wrong)
    }
}

proptest! {
    #[test]
    fn any_single_wrong_figure_breaks_a_rule((mut report, cell, wrong) in single_errors()) {
        // Any figures may stand in a sound report, likely or not.
        let ignore = ["t3-other-share", "t3-all-zero"].map(String::from).into();
        let sums = Policy { ignore, ..Policy::default() };
        prop_assert!(check(&report, &sums).is_valid());
        report.set(cell, wrong);
        let outcome = check(&report, &Policy::default());
        prop_assert!(!outcome.accepted);
        prop_assert!(outcome.findings.iter().any(|it| it.cells.contains(&cell)));
    }

    /// A figure that is taken away leaves no pass behind, and comes back.
    #[test]
    fn any_single_blank_is_filled((mut report, cell, _) in single_errors(), unreadable in any::<bool>()) {
        let was = report[cell].clone();
        report.set(cell, if unreadable { Cell::Unreadable("?".into()) } else { Cell::Blank });
        let outcome = check(&report, &Policy::default());
        prop_assert!(!outcome.is_valid());
        let expected = if unreadable { Verdict::Rejected } else { Verdict::Incomplete };
        prop_assert_eq!(outcome.verdict, expected);
        let touched = report.equalities().filter(|it| it.cells().any(|it| it == cell)).count();
        let open: Vec<_> =
            outcome.unevaluated.iter().filter(|it| it.missing == [cell]).collect();
        // The rule on counts is the one more.
        prop_assert_eq!(open.len(), touched + 1);
        for it in open.iter().flat_map(|it| &it.implied) {
            prop_assert_eq!(Some(it.1), was.value());
        }
        prop_assert!(open.iter().filter(|it| !it.implied.is_empty()).count() == touched);
    }

    /// The outcome is the equalities' own, one by one.
    #[test]
    fn sums_are_judged_as_they_are_evaluated(
        cells in proptest::collection::vec(prop_oneof![
            (0..4_i64).prop_map(Cell::from),
            Just(Cell::Blank),
            Just(Cell::from(ogi_model::NotApplicable::Slash)),
            Just(Cell::from(ogi_model::Decimal::new(15, 1))),
        ], CellId::COUNT),
        edition in proptest::sample::select(Edition::ALL),
    ) {
        let mut report = zeros(edition);
        for cell in cells_with_sums(edition) {
            report.set(cell, cells[cell.index()].clone());
        }
        let sums = ["t3-row-sum", "t3-outcome-sum", "t3-balance", "t4-sum"];
        let policy = Policy { select: sums.map(String::from).into(), ..Policy::default() };
        let outcome = check(&report, &policy);
        let evaluations: Vec<_> = report.equalities().map(|it| evaluate(it, &report)).collect();
        let broken = evaluations.iter().filter(|it| it.is_broken()).count();
        let holding = evaluations.iter().filter(|it| it.holds()).count();
        let open = evaluations.len() - broken - holding;
        prop_assert_eq!(tally(&outcome), [holding, broken, 0, open]);
        for it in &outcome.unevaluated {
            let not_whole = it.missing.iter().any(|it| Figure::from(&report[*it]) == Figure::NotWhole);
            prop_assert_eq!(it.reason == Reason::NotWhole, not_whole);
        }
    }
}
