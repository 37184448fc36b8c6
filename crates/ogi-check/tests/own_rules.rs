//! Rules of a program's own, beside ours.

#![allow(clippy::unwrap_used)]

use std::sync::atomic::{AtomicUsize, Ordering};

use ogi_check::{
    Child, Expected, Failure, Language, Outcome, Policy, Reason, Rule, RuleError, Run, Severity,
    Statistics, Verdict, Waiver, check, check_rollup, check_series,
};
use ogi_model::{Cell, CellId, Column, Edition, Message, Report, Row, TableForm, TableId, Value};

const FEES: CellId = CellId::new(Row::Fees, Column::Amount);

static NO_FEES: Rule = Rule::of_report("acme-no-fees", &no_fees)
    .with_title("收费应为零", "No fees")
    .with_statement("本市已取消收费", "The city has abolished fees")
    .with_message("收费为{amount}万元", "{amount} are printed as fees")
    .with_severities(&[Severity::Info]);

/// Fees below 1 are a hint.
fn no_fees(run: &mut Run<'_>) {
    let Some(value) = run.cell(FEES).value() else {
        run.not_evaluated(FEES, Reason::Unknown).missing.push(FEES);
        return;
    };
    let amount = value.decimal();
    if amount.is_zero() {
        return run.pass();
    }
    let failure = Failure::of(FEES).compared(value, Expected::Exactly(Value::Count(0)));
    let arguments = [("amount", Message::same(amount))];
    let failure = failure.with_arguments(&arguments);
    run.fail(match amount < 1.into() {
        true => failure.with_severity(Severity::Info),
        // None of its milder ones: it stays what it is.
        false => failure.with_severity(Severity::Warning),
    });
}

static SAME_FEES: Rule = Rule::of_series("acme-same-fees", &same_fees)
    .with_title("收费与上年相同", "The same fees")
    .with_statement("收费与上年相同", "Fees are those of the year before")
    .with_message("上年为{last}", "{last} the year before");

fn same_fees(run: &mut Run<'_>) {
    let year = run.report().year.unwrap();
    let Some(last) = run.years().and_then(|it| it.before(year)) else {
        return run.not_applicable(1);
    };
    if run.cell(FEES) == run.cell_of(last, FEES) {
        return run.pass();
    }
    let last = Message::same(&last[FEES]);
    run.fail(Failure::of(FEES).with_arguments(&[("last", last)]));
}

static HAS_CHILDREN: Rule = Rule::of_rollup("acme-children", &children)
    .with_title("下级单位", "Children")
    .with_statement("下级单位均有报告", "All children have reports")
    .with_message("缺少{child}", "{child} is missing");

fn children(run: &mut Run<'_>) {
    let family = run.family().unwrap();
    for member in family.members() {
        if member.is_missing() {
            run.fail(Failure::default().with_arguments(&[("child", Message::same(&member.name))]));
        } else {
            run.pass();
        }
    }
}

/// A sound report but for its fees.
fn report(fees: impl Into<Cell>) -> Report {
    let zeros = TableId::ALL.iter().flat_map(|it| TableForm::of(*it, Edition::E2021).cells());
    let form = Report::builder(Edition::E2021).agency("示例市财政局").year(2025);
    let mut report = zeros.fold(form, |it, cell| it.set(cell, 0)).build().unwrap();
    report.set(FEES, fees);
    report
}

fn policy() -> Policy {
    Policy::default().with_rules([&NO_FEES, &SAME_FEES, &HAS_CHILDREN]).unwrap()
}

fn of_own(outcome: &Outcome) -> Vec<(&'static str, Severity, String)> {
    let own = outcome.findings.iter().filter(|it| it.rule.is_own());
    own.map(|it| (it.rule.id, it.severity, it.message.zh.clone())).collect()
}

#[test]
fn it_judges_as_ours_do() {
    let outcome = check(&report(12), &policy());
    assert_eq!(of_own(&outcome), [("acme-no-fees", Severity::Error, "收费为12万元".to_owned())]);
    let finding = outcome.findings.iter().find(|it| it.rule == &NO_FEES).unwrap();
    assert_eq!(finding.cell, Some(FEES));
    let twelve = Some(Value::Count(12));
    assert_eq!((finding.observed, finding.residual), (twelve, twelve));
    assert_eq!(finding.printed, "12");
    assert_eq!(outcome.verdict, Verdict::Rejected);
    assert_eq!(outcome.own_rules, [&NO_FEES]);

    let small = ogi_model::Decimal::new(5, 1);
    assert_eq!(of_own(&check(&report(small), &policy()))[0].1, Severity::Info);
    assert_eq!(of_own(&check(&report(0), &policy())), []);
    let open = check(&report(Cell::Blank), &policy()).unevaluated;
    assert!(open.iter().any(|it| it.rule == &NO_FEES && it.missing == [FEES]));
    // Whoever has no such rule has no such finding.
    assert_eq!(of_own(&check(&report(12), &Policy::default())), []);
}

#[test]
fn what_a_policy_says_of_rules_holds_for_it() {
    let report = report(12);
    let found = |policy: Policy| of_own(&check(&report, &policy)).into_iter().map(|it| it.1);
    assert_eq!(found(policy().with_ignore(["acme-"])).count(), 0);
    assert_eq!(found(policy().with_select(["t3-"])).count(), 0);
    assert_eq!(found(policy().with_select(["acme-no"])).count(), 1);
    let warning = policy().with_level("acme-no-fees", Severity::Warning);
    assert_eq!(found(warning.clone()).collect::<Vec<_>>(), [Severity::Warning]);
    assert_eq!(warning.unknown_names().count(), 0);
    assert_eq!(Policy::default().with_ignore(["acme-"]).unknown_names().count(), 1);

    // A waiver is for what is printed now.
    let finding = check(&report, &policy()).findings.into_iter().find(|it| it.rule.is_own());
    let waiver = Waiver::of(&report, &finding.unwrap(), "已说明");
    let waived = policy().with_waivers([waiver]);
    assert!(check(&report, &waived).accepted);
    let mut other = report.clone();
    other.set(FEES, 13);
    let outcome = check(&other, &waived);
    assert!(!outcome.accepted);
    assert_eq!(outcome.idle_waivers.len(), 1);
    // Where its rule is not known it was not run, and says nothing about its waivers.
    let without = Policy::default().with_waivers(waived.waivers.clone());
    assert_eq!(check(&other, &without).idle_waivers, []);
}

#[cfg(feature = "toml")]
#[test]
fn policies_and_baselines_name_it() {
    let text = "ignore = ['acme-same']\nlevels.acme-no-fees = 'warning'\n";
    let read = policy().and_toml(text).unwrap();
    assert_eq!(read.severity(&NO_FEES), Severity::Warning);
    assert!(!read.runs(&SAME_FEES) && read.runs(&HAS_CHILDREN));
    let wrong = policy().and_toml("levels.acme-no-fee = 'info'").unwrap_err().to_string();
    assert!(wrong.contains("did you mean `acme-no-fees`"), "{wrong}");
    assert!(Policy::from_toml(text).is_err());

    let report = report(12);
    let outcome = check(&report, &policy());
    let waivers: ogi_check::Waivers =
        outcome.findings.iter().map(|it| Waiver::of(&report, it, "基线")).collect();
    assert!(!waivers.is_empty());
    let read = policy().and_baseline(&waivers.to_toml()).unwrap();
    assert_eq!(read.waivers, waivers);
    assert!(check(&report, &read).accepted);
    assert!(ogi_check::Waivers::from_toml(&waivers.to_toml()).is_err());

    // What TOML does not say stays.
    let before = policy().with_fail_on(Severity::Info).with_select(["t3-"]);
    let before = before.with_level("t3-balance", Severity::Info);
    let after = before.clone().and_toml("levels.t4-sum = 'info'").unwrap();
    assert_eq!(after, before.with_level("t4-sum", Severity::Info));
}

#[test]
fn it_has_neighbours_in_time() {
    let reports = [2023, 2024, 2025].map(|year| {
        let mut report = report(if year == 2025 { 3 } else { 2 });
        report.year = Some(year);
        report
    });
    let only = policy().with_select(["acme-same"]);
    let outcomes = check_series(&reports, &only);
    let found: Vec<_> = outcomes.iter().map(of_own).collect();
    assert_eq!(found[..2], [vec![], vec![]]);
    assert_eq!(found[2][0].2, "上年为2");
    assert_eq!(outcomes[0].summary.not_applicable, 1);
    // A report on its own has none, and the rule is not run.
    let alone = check(&reports[2], &only);
    assert_eq!((alone.summary, alone.own_rules.len()), (Default::default(), 0));
}

#[test]
fn it_has_children() {
    let (parent, mut child) = (report(0), report(0));
    child.agency = Some("示例市财政监督局".into());
    let children = [Child::from(&child), Child::without_report("示例市民政局")];
    let outcome = check_rollup(&parent, children, &policy().with_select(["acme-"]));
    assert_eq!(
        of_own(&outcome),
        [("acme-children", Severity::Error, "缺少示例市民政局".to_owned())]
    );
    assert_eq!(outcome.own_rules, [&NO_FEES, &HAS_CHILDREN]);
}

#[test]
fn its_id_is_its_own() {
    static SUM: Rule = with_words(Rule::of_report("t4-sum", &|_| ()));
    static OURS: Rule = with_words(Rule::of_report("t4-mine", &|_| ()));
    static BARE: Rule = with_words(Rule::of_report("mine", &|_| ()));
    static LOUD: Rule = with_words(Rule::of_report("acme-Fees", &|_| ()));
    static GAP: Rule = with_words(Rule::of_report("acme--fees", &|_| ()));
    static MUTE: Rule = Rule::of_report("acme-mute", &|_| ()).with_title("无声", "Mute");
    let kind = |rule: &'static Rule| {
        let error = policy().with_rules([rule]).unwrap_err();
        let Message { zh, en } = error.message();
        assert!(!zh.is_empty() && zh != en && error.to_string() == en);
        error.kind()
    };
    assert_eq!(kind(&SUM), "rule-taken");
    assert_eq!(kind(&NO_FEES), "rule-taken");
    assert_eq!(kind(&OURS), "rule-area-taken");
    assert_eq!(kind(&BARE), "rule-no-area");
    assert_eq!(kind(&LOUD), "rule-no-slug");
    assert_eq!(kind(&GAP), "rule-no-slug");
    assert_eq!(kind(&MUTE), "rule-no-words");
    let twice = Policy::default().with_rules([&NO_FEES, &NO_FEES]);
    assert_eq!(twice.unwrap_err(), RuleError::Taken { id: "acme-no-fees" });
}

const fn with_words(rule: Rule) -> Rule {
    rule.with_title("甲", "a").with_statement("乙", "b").with_message("丙", "c")
}

/// A rule may know what the program learns when it starts.
#[test]
fn a_closure_may_be_a_rule() {
    let runs: &'static AtomicUsize = Box::leak(Box::new(AtomicUsize::new(0)));
    let judge = Box::leak(Box::new(move |run: &mut Run<'_>| {
        runs.fetch_add(1, Ordering::Relaxed);
        run.pass();
    }));
    let rule = Box::leak(Box::new(with_words(Rule::of_report("acme-counted", judge))));
    let policy = Policy::default().with_rules([&*rule]).unwrap();
    check(&report(0), &policy);
    check(&report(0), &policy);
    assert_eq!(runs.load(Ordering::Relaxed), 2);
}

#[test]
fn it_is_counted_and_described() {
    let outcome = check(&report(12), &policy());
    let all = Statistics::of(&outcome).rules();
    assert!(all.iter().any(|it| it.rule == &NO_FEES && it.findings == 1));
    let text = NO_FEES.describe(Language::Zh);
    assert!(
        text.starts_with("acme-no-fees  收费应为零\n  级别：错误、提示\n  要求：本市已取消收费\n")
    );
    assert!(!text.contains("始于版本"));
}
