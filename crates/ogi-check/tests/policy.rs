//! Policies in files.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

use ogi_check::{Policy, Severity, Thresholds, Waiver, Waivers};
use ogi_model::Decimal;

#[test]
fn what_is_not_said_is_as_in_the_default() {
    assert_eq!(Policy::from_toml("").unwrap(), Policy::default());
    assert_eq!(Policy::from_toml("[thresholds]\n[levels]\n").unwrap(), Policy::default());
}

#[test]
fn everything_can_be_said() {
    let policy = Policy::from_toml(
        r#"
        fail_on = "info"
        select = ["t2-", "t3-row-sum"]
        ignore = ["t2-count"]
        blanks_as_zero = true
        money_tolerance = 0.01
        levels = { t3-row-sum = "warning" }
        thresholds.jump_factor = 3
        [[waivers]]
        agency = "示例市民政局"
        year = 2025
        rule = "t3-row-sum"
        cell = "applications.granted.total"
        printed = "13"
        reason = "上级已同意"
        expires = 2026-12-31
        [[waivers]]
        rule = "doc-section-missing"
        printed = "六、其他需要报告的事项"
        reason = "另文公布"
        "#,
    )
    .unwrap();
    let words = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    assert_eq!(policy.fail_on, Severity::Info);
    assert_eq!(policy.select, words(&["t2-", "t3-row-sum"]));
    assert_eq!(policy.ignore, words(&["t2-count"]));
    assert!(policy.blanks_as_zero);
    assert_eq!(policy.money_tolerance, Decimal::new(1, 2));
    assert_eq!(policy.levels["t3-row-sum"], Severity::Warning);
    let mut thresholds = Thresholds::default();
    thresholds.jump_factor = 3;
    assert_eq!(policy.thresholds, thresholds);
    let [nameless, named] = &policy.waivers.iter().collect::<Vec<_>>()[..] else {
        panic!("two waivers");
    };
    assert_eq!((nameless.agency.as_deref(), nameless.year, nameless.cell), (None, None, None));
    assert_eq!(named.agency.as_deref(), Some("示例市民政局"));
    assert_eq!(named.expires, Some("2026-12-31".parse().unwrap()));
}

#[test]
fn money_is_exact_however_it_is_written() {
    let tolerance = |text: &str| Policy::from_toml(&format!("money_tolerance = {text}"));
    for text in ["0.10", "'0.1'", "1e-1"] {
        assert_eq!(tolerance(text).unwrap().money_tolerance, Decimal::new(1, 1), "{text}");
    }
    assert_eq!(tolerance("2").unwrap().money_tolerance, Decimal::from(2));
    for text in ["-1", "-0.1", "nan", "inf", "'1万'", "true", "''"] {
        assert!(tolerance(text).is_err(), "{text}");
    }
}

/// Every mistake is listed with its place, and with what was probably meant.
#[test]
fn mistakes() {
    const WAIVER: &str = "[[waivers]]\nprinted = ''\nreason = '无'\nrule = 't4-sum'\n";
    let wrong = [
        "fail_on = 'error'\nselct = ['t3-']",
        "unheard_of = 1",
        "[thresholds]\njump_factr = 3",
        "[thresholds]\n  jump_factor = -1",
        "ignore = ['doc-', 't3-rowsum']",
        "select = ['everything']",
        "[levels]\nt4-sun = 'info'",
        "[levels]\nt4- = 'info'",
        "[levels]\nt4-sum = 'fatal'",
        "fail_on = warning",
        "blanks_as_zero = 'yes'",
        "money_tolerance = -1",
        "money_tolerance = '1'\nmoney_tolerance = '2'",
        &format!("{WAIVER}expire = 2026-12-31"),
        &format!("{WAIVER}expires = 2026-12-31T08:00:00Z"),
        &format!("{WAIVER}expires = '2026-12-31'"),
        &format!("{WAIVER}cell = 'disputes.reconsideration.totl'"),
        &WAIVER.replace("t4-sum", "t4-"),
        &WAIVER.replace("'无'", "' '"),
        &WAIVER.replace("reason = '无'\n", ""),
        "[[waivers]",
    ];
    let stated: String = wrong
        .iter()
        .map(|text| format!("{text}\n--> {}\n\n", Policy::from_toml(text).unwrap_err()))
        .collect();
    insta::assert_snapshot!(stated);
}

/// Whoever writes a policy learns everything at once, in the order of the file.
#[test]
fn all_mistakes_are_stated() {
    let text = "fail_on = 3
ignore = ['doc-', 't3-rowsum', 'no-rule']
selct = ['t3-']
[levels]
t4-sum = 'fatal'
t3-sum = 'info'
[[waivers]]
printed = ''
reason = ' '
rule = 't4-'
[[waivers]]
reason = '无'
rule = 't4-sum'
[[waivers]]
printed = 1
reason = '无'
rule = 't4-sum'
";
    let errors = Policy::from_toml(text).unwrap_err();
    let lines: Vec<_> = errors.iter().map(|it| it.at().line).collect();
    assert_eq!(lines, [1, 2, 2, 3, 5, 6, 9, 10, 11, 15], "{errors}");
    assert!(errors.message().zh.lines().all(|it| it.starts_with('第')));
}

/// A setting in a baseline would be lost in silence.
#[test]
fn a_baseline_holds_waivers_only() {
    let error = Waivers::from_toml("fail_on = 'info'").unwrap_err();
    assert_eq!(error.to_string(), "line 1, column 1: unknown key `fail_on`");
    assert_eq!(Waivers::from_toml(&Waivers::default().to_toml()), Ok(Waivers::default()));
}

/// Whatever a report prints is known again after it was written into a file.
#[test]
fn any_text_comes_back() {
    let printed = ["", "\"'''\\", "行\n行\r\n", "\u{1b}[2J\u{0}\t", "# a = 1", "\u{feff}／"];
    let waivers: Waivers = printed
        .map(|printed| Waiver {
            agency: Some(format!("示例市{printed}局")),
            year: None,
            rule: ogi_check::RULES[0],
            cell: None,
            printed: printed.to_owned(),
            reason: format!("“{printed}”"),
            expires: None,
        })
        .into_iter()
        .collect();
    assert_eq!(Waivers::from_toml(&waivers.to_toml()).unwrap(), waivers);
}
