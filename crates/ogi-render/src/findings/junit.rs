//! JUnit, what build servers read: a suite a file, a case a rule.

use core::cmp::Reverse;

use ogi_check::{FileOutcome, Outcome, Policy, Rule, Subject, Verdict};
use ogi_model::Language;
use ogi_model::LineIndex;
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::{message, place};

/// What checks found, as JUnit XML: each file is a suite, its verdict and each rule of the policy a case, rules whose
/// findings are errors first.
///
/// A case fails where the policy would not accept what the rule found; it is skipped where the rule found nothing but
/// could not judge everything, for a figure that is missing is no proof. Everything found is in the text of the case.
///
/// ```
/// use ogi_check::{FileOutcome, Language, Policy};
/// use ogi_model::{CellId, Column, Edition, Report, Row};
///
/// let total = CellId::new(Row::NewlyReceived, Column::Total);
/// let report = Report::builder(Edition::E2021).agency("示例市司法局").year(2024).set(total, -1).build()?;
/// let policy = Policy::default();
/// let outcome = ogi_check::check(&report, &policy);
/// let files = [FileOutcome::new("a.txt", &report, &outcome)];
/// let xml = ogi_render::junit(&files, &policy, Language::En);
/// assert!(xml.contains(r#"<testcase name="t3-count""#));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn junit(files: &[FileOutcome<'_>], policy: &Policy, language: Language) -> String {
    let mut report = Report::new("ogi");
    for file in files {
        let mut suite = TestSuite::new(crate::line::printable(file.path()));
        match file.result() {
            Ok((subject, outcome)) => {
                let lines = LineIndex::new(subject.text());
                let mut rules: Vec<_> = policy.rules().filter(|rule| policy.runs(rule)).collect();
                rules.sort_by_key(|rule| Reverse(policy.severity(rule)));
                suite.add_property(("verdict", outcome.verdict.key()));
                suite.add_property(("meaning", language.of(&outcome.meaning())));
                suite.add_test_case(verdict(&subject, outcome, language));
                suite.add_test_cases(
                    rules
                        .into_iter()
                        .map(|rule| case(rule, &subject, outcome, &lines, policy, language)),
                );
            }
            Err(error) => {
                let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
                status.set_type(error.kind).set_message(crate::line::printable(error.message));
                suite.add_test_case(TestCase::new("read", status));
            }
        }
        report.add_test_suite(suite);
    }
    report.to_string().expect("memory takes any text")
}

/// The verdict as a case of its own: what could not be judged is no success.
fn verdict(subject: &Subject<'_>, outcome: &Outcome, language: Language) -> TestCase {
    let meaning = outcome.meaning();
    let words = language.of(&meaning);
    let status = match outcome.verdict {
        Verdict::Accepted => TestCaseStatus::success(),
        Verdict::Incomplete => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(words);
            status
        }
        Verdict::Rejected => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_type("verdict").set_message(words);
            status
        }
    };
    let mut case = TestCase::new("verdict", status);
    case.set_classname(class(subject));
    if outcome.verdict == Verdict::Accepted {
        case.set_system_out(words);
    }
    case
}

fn class(subject: &Subject<'_>) -> String {
    crate::line::printable(subject.report().agency.as_deref().unwrap_or("ogi"))
}

fn case(
    rule: &Rule,
    subject: &Subject<'_>,
    outcome: &Outcome,
    lines: &LineIndex<'_>,
    policy: &Policy,
    language: Language,
) -> TestCase {
    let found: Vec<_> = outcome.open().filter(|it| *it.rule == *rule).collect();
    let text: Vec<_> = found
        .iter()
        .map(|it| {
            let place = place(it.place.as_ref(), lines, language);
            let colon = if place.is_empty() { "" } else { language.pick("：", ": ") };
            format!("{place}{colon}{}", message(it, language))
        })
        .collect();
    let status = if found.iter().any(|it| it.severity >= policy.fail_on) {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_type(rule.id).set_message(text.join("\n"));
        status
    } else if found.is_empty() && outcome.unevaluated.iter().any(|it| *it.rule == *rule) {
        let mut status = TestCaseStatus::skipped();
        status.set_message(language.pick("缺少数字，未能核对", "figures are missing"));
        status
    } else {
        TestCaseStatus::success()
    };
    let is_success = matches!(status, TestCaseStatus::Success { .. });
    let mut case = TestCase::new(rule.id, status);
    case.set_classname(class(subject));
    if is_success && !text.is_empty() {
        case.set_system_out(text.join("\n"));
    }
    case
}
