//! `text-parts`: parts that a sentence lists add up to their whole.

use ogi_model::Edition;

use super::HABIT;
use super::claim_verdict;
use crate::claims;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "text-parts",
    title: Words { zh: "分项之和与总数不符", en: "Parts that do not add up" },
    statement: Words {
        zh: "文字中列全各分项的，分项之和应等于总数",
        en: "Where a sentence lists all parts of a number, they add up to it",
    },
    message: Words {
        zh: "“{printed}”：所列各分项相加为{sum}",
        en: "“{printed}”: the parts that are listed come to {sum}",
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Each list that has all the parts of its whole is a target.
fn judge(run: &mut Run<'_>) {
    let claims = run.claims();
    for list in claims::parts(run.subject(), run) {
        if list.add_up() {
            run.pass();
            continue;
        }
        let whole = &claims[list.whole];
        run.fail(Failure {
            cells: list.parts.iter().flat_map(|it| claims[*it].cells()).collect(),
            place: Some(whole.place.clone()),
            arguments: &[
                ("printed", claim_verdict::quoted(whole)),
                ("sum", Message::same(list.sum)),
            ],
            ..Failure::default()
        });
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Claim, ClaimSubject, ClaimValue, Row};

    use super::*;
    use crate::rules::claims::{claim, of, reading};
    use crate::rules::tests::{judge, tally};

    fn list(whole: i64, parts: &[i64], rest: bool) -> Vec<Claim> {
        let mut claims = vec![claim(ClaimSubject::Other { rest: false }, ClaimValue::Count(whole))];
        for (n, part) in parts.iter().enumerate() {
            let about = ClaimSubject::Other { rest: rest && n + 1 == parts.len() };
            claims.push(claim(about, ClaimValue::Count(*part)).with_whole(Some(0)));
        }
        claims
    }

    #[test]
    fn a_list_with_a_rest_adds_up() {
        assert_eq!(tally(&judge(&RULE, &reading(list(100, &[60, 40], true)))), [1, 0, 0, 0]);
        let outcome = judge(&RULE, &reading(list(100, &[60, 50], true)));
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        assert_eq!(outcome.findings[0].message.zh, "“共100件”：所列各分项相加为110");
    }

    /// 共100件，其中甲70件，其中乙40件，其他30件，丙20件，其他10件: nothing says where the inner list ends but its rest.
    #[test]
    fn a_list_inside_a_list_ends_with_its_rest() {
        let of_70 = |inner: i64| {
            let mut claims = list(100, &[70], false);
            for (count, rest) in [(inner, false), (30, true), (20, false), (10, true)] {
                let about = ClaimSubject::Other { rest };
                claims.push(claim(about, ClaimValue::Count(count)).with_whole(Some(1)));
            }
            judge(&RULE, &reading(claims))
        };
        assert_eq!(tally(&of_70(40)), [1, 0, 0, 0]);
        let outcome = of_70(41);
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        assert_eq!(outcome.findings[0].message.zh, "“共70件”：所列各分项相加为71");
    }

    #[test]
    fn a_list_that_may_leave_something_out_is_none() {
        assert_eq!(tally(&judge(&RULE, &reading(list(100, &[60, 30], false)))), [0, 0, 0, 0]);
    }

    #[test]
    fn the_form_states_which_parts_are_all() {
        let rows = [Row::LitigationDirect, Row::LitigationAfterReconsideration];
        let stated = |parts: [i64; 2]| {
            let mut claims = vec![claim(of([&rows]), ClaimValue::Count(5))];
            for (row, part) in rows.iter().zip(parts) {
                claims.push(claim(of([&[*row]]), ClaimValue::Count(part)).with_whole(Some(0)));
            }
            tally(&judge(&RULE, &reading(claims)))
        };
        assert_eq!(stated([3, 2]), [1, 0, 0, 0]);
        assert_eq!(stated([3, 1]), [0, 1, 0, 0]);
    }
}
