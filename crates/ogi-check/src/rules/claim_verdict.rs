//! What the rules on claims share: their targets, and what they say of one that fails.

use ogi_model::{CellSum, Claim, ClaimSubject, ClaimValue, Scope, Value};

use crate::claims::{Agreement, ClaimVerdict, Unlinked};
use crate::failure::Failure;
use crate::run::Run;
use crate::{Expected, Message, Reason, Severity, names};

/// The longest words of the source that a message quotes, in characters.
const LONGEST: usize = 60;

/// Judges each claim that is a target by its verdict.
pub(super) fn each(run: &mut Run<'_>, is_target: impl Fn(&Claim, &ClaimVerdict) -> bool) {
    let (claims, verdicts) = (run.claims(), run.verdicts());
    for it in verdicts.iter() {
        let claim = &claims[it.claim];
        if !is_target(claim, it) {
            continue;
        }
        match it.verdict {
            Agreement::Agree => run.pass(),
            Agreement::Contradict => fail(run, claim, it, None),
            // Whose figures it states is a doubt, but all else says that they are these.
            Agreement::OtherScope if it.differs && claim.scope == Scope::Unknown => {
                fail(run, claim, it, Some(Severity::Info));
            }
            Agreement::Unlinked(Unlinked::FiguresMissing) => {
                let missing: Vec<_> =
                    claim.cells().filter(|cell| run.cell(*cell).value().is_none()).collect();
                match claim.cells().next() {
                    Some(cell) => run.not_evaluated(cell, Reason::Unknown).missing = missing,
                    None => run.not_applicable(1),
                }
            }
            Agreement::OtherScope | Agreement::Unlinked(_) => run.not_applicable(1),
        }
    }
}

fn fail(run: &mut Run<'_>, claim: &Claim, verdict: &ClaimVerdict, severity: Option<Severity>) {
    let sums = match &claim.about {
        ClaimSubject::Figures { any_of, .. } => &any_of[..],
        _ => &[],
    };
    let money = |sum: &CellSum| run.cell(*sum.plus.first()?).value();
    let value = |n: usize, sum: &CellSum| match claim.value {
        ClaimValue::Money(_) => money(sum),
        _ => i64::try_from((*verdict.figures.get(n)?)?).ok().map(Value::Count),
    };
    let stated: Vec<_> = sums
        .iter()
        .enumerate()
        .filter_map(|(n, sum)| Some((names::sum(run.report(), sum), value(n, sum)?)))
        .collect();
    let figures = Message {
        zh: stated.iter().map(|it| format!("{}为{}", it.0.zh, it.1)).collect::<Vec<_>>().join("，"),
        en: stated
            .iter()
            .map(|it| format!("{} is {}", it.0.en, it.1))
            .collect::<Vec<_>>()
            .join(", "),
    };
    // Only where a single cell is meant can it be said to print what it should not.
    let cell = sums.first().and_then(|it| match (&it.plus[..], &it.minus[..]) {
        ([cell], []) => Some(*cell),
        _ => None,
    });
    let observed = cell.and_then(|it| run.cell(it).value());
    let expected = match claim.value {
        ClaimValue::Count(n) => Some(Value::Count(n)),
        ClaimValue::Money(amount) => Some(Value::Decimal(amount)),
        ClaimValue::None => Some(Value::Count(0)),
        ClaimValue::Percent(_) | ClaimValue::LeftOut => None,
    };
    let exact = claim.hedge == ogi_model::Hedge::Exact && observed.is_some();
    run.fail(Failure {
        cell,
        cells: claim.cells().collect(),
        observed,
        expected: expected.filter(|_| exact).map(Expected::Exactly),
        place: Some(claim.place.clone()),
        severity,
        arguments: &[("printed", quoted(claim)), ("figures", figures)],
        ..Failure::default()
    });
}

/// The words of a claim, shortened.
pub(super) fn quoted(claim: &Claim) -> Message {
    match claim.printed.char_indices().nth(LONGEST) {
        Some(_) => {
            let from = claim.printed.chars().count() - LONGEST;
            let end: String = claim.printed.chars().skip(from).collect();
            Message::same(format!("…{end}"))
        }
        None => Message::same(&claim.printed),
    }
}

/// Whether a claim says that there is none of something that there is, or the reverse.
pub(super) fn is_about_none(claim: &Claim, verdict: &ClaimVerdict) -> bool {
    let stated_none = matches!(claim.value, ClaimValue::None | ClaimValue::Count(0));
    let all_none = !verdict.figures.is_empty() && verdict.figures.iter().all(|it| *it == Some(0));
    stated_none || verdict.differs && all_none
}

/// Whether a claim states figures of the form.
pub(super) const fn states_figures(claim: &Claim) -> bool {
    matches!(claim.about, ClaimSubject::Figures { .. })
        && !matches!(claim.value, ClaimValue::LeftOut)
}
