//! `t2-money-unit`: amounts of money are in 万元.

use ogi_model::{
    AgencyKind, Cell, CellId, Claim, ClaimSubject, ClaimValue, Decimal, Edition, Hedge, NoteKind,
    Scope, TableId, Unit, Value,
};

use super::FORM;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Reason, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "t2-money-unit",
    title: Words { zh: "表二金额单位", en: "Table two: unit of money" },
    statement: Words {
        zh: "金额以万元为单位，不以元为单位",
        en: "Amounts of money are in 10,000 yuan, not in yuan",
    },
    message: Words {
        zh: "“{cell}”为{observed}万元，疑为{observed}元：{why}",
        en: "“{cell}” is {observed} times 10,000 yuan, which looks like {observed} yuan: {why}",
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// 元 in a 万元.
const YUAN: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);
/// 元 have 分 and nothing smaller.
const DECIMALS_OF_YUAN: u32 = 2;

/// Each amount is a target: what the text speaks of it counts, or else its size.
fn judge(run: &mut Run<'_>) {
    run.each_cell(TableId::ActiveDisclosure, |run, cell| {
        if cell.unit() != Unit::Money {
            return;
        }
        match run.cell(cell) {
            Cell::NotApplicable(_) => run.not_applicable(1),
            Cell::Number { value, .. } => amount(run, cell, value.decimal()),
            Cell::Absent | Cell::Blank | Cell::Unreadable(_) => {
                run.not_evaluated(cell, Reason::Unknown).missing.push(cell);
            }
        }
    });
}

fn amount(run: &mut Run<'_>, cell: CellId, amount: Decimal) {
    if amount.normalize().scale() > DECIMALS_OF_YUAN || amount < YUAN || says_unit(run, cell) {
        return run.pass();
    }
    let stated = stated(run, cell);
    let why = if stated.iter().any(|it| it.0 == amount) {
        None
    } else if let Some((_, claim)) = stated.iter().find(|it| is_ten_thousandth(it, amount)) {
        Some(Message {
            zh: format!("文字称“{}”", claim.printed),
            en: format!("the text says “{}”", claim.printed),
        })
    } else {
        by_size(run, amount)
    };
    let Some(why) = why else { return run.pass() };
    run.fail(Failure {
        cell: Some(cell),
        cells: vec![cell],
        observed: Some(Value::Decimal(amount)),
        arguments: &[
            ("cell", names::cell(run.report(), cell)),
            ("observed", Message::same(amount)),
            ("why", why),
        ],
        ..Failure::default()
    });
}

/// Whether the cell prints its unit, so that there is no doubt about it.
fn says_unit(run: &Run<'_>, cell: CellId) -> bool {
    let mut notes = run.subject().notes().iter();
    notes.any(|it| matches!(&it.kind, NoteKind::CellUnit { cell: of, .. } if *of == cell))
}

/// What the text speaks of the amount of this body, in 万元.
fn stated<'a>(run: &Run<'a>, cell: CellId) -> Vec<(Decimal, &'a Claim)> {
    let claims = run.subject().reading().map_or(&[][..], |it| &it.claims);
    let of_cell = |claim: &&Claim| match &claim.about {
        ClaimSubject::Figures { any_of, .. } => {
            claim.scope == Scope::Own
                && any_of.iter().any(|it| it.plus == [cell] && it.minus.is_empty())
        }
        _ => false,
    };
    let money = |claim: &'a Claim| match claim.value {
        ClaimValue::Money(money) => Some((money, claim)),
        _ => None,
    };
    claims.iter().filter(of_cell).filter_map(money).collect()
}

/// Whether an amount is ten thousand times what the text states: so, or, where that is rounded, nearly so.
fn is_ten_thousandth((stated, claim): &(Decimal, &Claim), amount: Decimal) -> bool {
    const ROUNDING: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
    let Some(yuan) = stated.checked_mul(YUAN).filter(|it| !it.is_zero()) else { return false };
    let Some(off) = amount.checked_sub(yuan) else { return false };
    match claim.hedge {
        Hedge::Exact => off.is_zero(),
        Hedge::About | Hedge::Over | Hedge::AtLeast | Hedge::AtMost => {
            yuan.checked_mul(ROUNDING).is_some_and(|most| off.abs() <= most)
        }
    }
}

/// Why an amount is too large for a body of this kind; `None` if it is not.
fn by_size(run: &Run<'_>, amount: Decimal) -> Option<Message> {
    let thresholds = run.policy.thresholds;
    let kind = run.report().agency_kind?;
    let most = match kind {
        AgencyKind::Government | AgencyKind::Office => thresholds.government_amount_limit,
        AgencyKind::Department | AgencyKind::Other => thresholds.department_amount_limit,
        AgencyKind::Town | AgencyKind::Street => thresholds.town_amount_limit,
    };
    (amount >= Decimal::from(most)).then(|| Message {
        zh: format!("按名称为{}，不会有{most}万元以上", kind.chinese()),
        en: format!(
            "it is, by its name, a body of this kind: {}, which has no {most} times 10,000 yuan",
            kind.english()
        ),
    })
}

#[cfg(test)]
mod tests {
    use ogi_model::{CellSum, Column, NotApplicable, Note, Place, Reading, Row};

    use super::*;
    use crate::rules::tests::{judge, only, reading, tally, zeros};
    use crate::{Thresholds, check};

    const FEES: CellId = CellId::new(Row::Fees, Column::Amount);

    fn with(fees: &str) -> Reading {
        let mut report = zeros(Edition::E2021);
        report.set(FEES, fees.parse::<Decimal>().unwrap());
        reading(report, vec![])
    }

    fn claim(value: &str, hedge: Hedge) -> Claim {
        let about = ClaimSubject::Figures { any_of: vec![CellSum::of([FEES])], firm: true };
        let (printed, amount) = (format!("行政事业性收费{value}万元"), value.parse().unwrap());
        Claim::new(printed, about, ClaimValue::Money(amount), Place::Text { start: 0, end: 3 })
            .with_hedge(hedge)
    }

    #[test]
    fn amounts_of_any_usual_size_pass() {
        for fees in ["0", "0.35", "96171.6", "59237.2449", "2039758.6543"] {
            assert_eq!(tally(&judge(&RULE, &with(fees))), [1, 0, 0, 0], "{fees}");
        }
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2019))), [1, 0, 0, 0]);
    }

    #[test]
    fn ten_thousand_times_what_the_text_states_fails() {
        for (fees, stated, hedge) in [
            ("2039758.6", "203.97586", Hedge::Exact),
            ("471234", "47.1", Hedge::About),
            ("471234", "47", Hedge::Over),
        ] {
            let mut reading = with(fees);
            reading.claims = vec![claim(stated, hedge)];
            let outcome = judge(&RULE, &reading);
            assert_eq!(tally(&outcome), [0, 1, 0, 0], "{fees}");
            assert!(outcome.accepted);
            assert_eq!(outcome.findings[0].cell, Some(FEES));
        }
        let mut reading = with("2039758.6");
        reading.claims = vec![claim("203.97586", Hedge::Exact)];
        assert_eq!(
            judge(&RULE, &reading).findings[0].message.zh,
            "“行政事业性收费·本年收费金额（单位：万元）”为2039758.6万元，疑为2039758.6元：文字称“行政事业性收费203.97586万元”"
        );
    }

    #[test]
    fn what_the_text_bears_out_or_does_not_state_passes() {
        let mut reading = with("20397586");
        reading.claims = vec![claim("20397586", Hedge::Exact)];
        assert_eq!(tally(&judge(&RULE, &reading)), [1, 0, 0, 0]);
        let mut reading = with("2039758");
        for (stated, scope) in [("203.97", Scope::Own), ("203.9758", Scope::Others)] {
            reading.claims = vec![claim(stated, Hedge::Exact).with_scope(scope)];
            assert_eq!(tally(&judge(&RULE, &reading)), [1, 0, 0, 0], "{stated}");
        }
    }

    #[test]
    fn an_amount_beyond_its_kind_fails() {
        let mut reading = with("10000000");
        assert_eq!(tally(&judge(&RULE, &reading)), [0, 1, 0, 0]);
        reading.report.agency_kind = Some(AgencyKind::Government);
        assert_eq!(tally(&judge(&RULE, &reading)), [1, 0, 0, 0]);
        reading.report.agency_kind = None;
        assert_eq!(tally(&judge(&RULE, &reading)), [1, 0, 0, 0]);
        let mut reading = with("150000");
        assert_eq!(tally(&judge(&RULE, &reading)), [1, 0, 0, 0]);
        reading.report.agency_kind = Some(AgencyKind::Town);
        let outcome = judge(&RULE, &reading);
        assert!(outcome.findings[0].message.zh.ends_with("：按名称为乡镇，不会有100000万元以上"));
        let thresholds = Thresholds { town_amount_limit: 1_000_000, ..Thresholds::default() };
        let policy = crate::Policy { thresholds, ..only(&RULE) };
        assert_eq!(tally(&check(&reading, &policy)), [1, 0, 0, 0]);
    }

    #[test]
    fn a_cell_that_prints_its_unit_passes() {
        let mut reading = with("10000000");
        let kind = NoteKind::CellUnit { cell: FEES, printed: "10000000万元".into() };
        reading.notes.push(Note { kind, place: Place::Text { start: 0, end: 3 } });
        assert_eq!(tally(&judge(&RULE, &reading)), [1, 0, 0, 0]);
    }

    #[test]
    fn what_is_no_amount_is_not_judged() {
        let mut report = zeros(Edition::E2021);
        report.set(FEES, NotApplicable::Slash);
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
        report.set(FEES, Cell::Blank);
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 0, 1]);
    }
}
