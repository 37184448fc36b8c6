//! Evidence from elsewhere about which figure is wrong: what the report's own sentences say of its figures, and what
//! last year's report carried out.

use ogi_model::{
    CellId, CellSum, Claim, ClaimSubject, ClaimValue, Edition, Hedge, Row, Scope, Sign, TableForm,
    TableId, Term,
};
use ogi_solve::SoftEquality;

use crate::judge::Context;
use crate::rollup::{Compared, Standing};
use crate::run::Run;

/// How often a sentence that means one sum for certain says another number, although the figures are right.
const DOUBT_OF_CLAIM: f64 = 0.1;
/// How often last year's report carried out something else, although this year's figures are right.
const DOUBT_OF_LAST_YEAR: f64 = 0.05;
/// How often a parent's figure is not the sum of its children's, although it is right.
const DOUBT_OF_CHILDREN: f64 = 0.1;

/// Last year's report first, then the sentences in their order: there is room for some only.
pub(super) fn evidence(run: &Run<'_>, beside: Context<'_>) -> Vec<SoftEquality> {
    let of_claims = run.claims().iter().filter_map(|claim| of_claim(claim, run.report().year));
    let of_relatives = of_last_year(run, beside).into_iter().chain(of_children(run, beside));
    of_relatives.chain(of_claims).collect()
}

/// A claim that can mean one sum of counts only, and says its number just so, of this agency and year.
fn of_claim(claim: &Claim, year: Option<u16>) -> Option<SoftEquality> {
    let ClaimSubject::Figures { any_of, firm: true } = &claim.about else { return None };
    let [CellSum { plus, minus }] = &any_of[..] else { return None };
    let value = match claim.value {
        ClaimValue::Count(count) => count,
        ClaimValue::None => 0,
        _ => return None,
    };
    let is_of_this = claim.scope == Scope::Own && (claim.year.is_none() || claim.year == year);
    // Sums hold table two together with nothing.
    let adds_up = |cell: &CellId| cell.table() != TableId::ActiveDisclosure;
    if claim.hedge != Hedge::Exact || !is_of_this || !plus.iter().chain(minus).all(adds_up) {
        return None;
    }
    let signed = |cells: &[CellId], sign| {
        cells.iter().map(move |cell| Term { sign, cell: *cell }).collect::<Vec<_>>()
    };
    let terms = [signed(plus, Sign::Plus), signed(minus, Sign::Minus)].concat();
    Some(SoftEquality { terms, value, doubt: DOUBT_OF_CLAIM })
}

/// What the children report of each figure whose equality is broken: a parent's total that misses a child's.
fn of_children(run: &Run<'_>, beside: Context<'_>) -> Vec<SoftEquality> {
    let Context::Family(family) = beside else { return Vec::new() };
    let mut cells: Vec<CellId> = run
        .broken()
        .filter_map(|id| run.report().equalities().find(|it| it.id() == id))
        .flat_map(|it| it.cells().collect::<Vec<_>>())
        .collect();
    cells.sort();
    cells.dedup();
    let sums = cells.into_iter().filter_map(|cell| {
        let compared = Compared::new(cell, run.report(), family, run.policy);
        let is_whole = compared.missing.is_empty() && !compared.is_corrected();
        let value = compared
            .sum
            .whole()
            .filter(|_| is_whole && compared.standing != Standing::ForReference)?;
        let terms = vec![Term { sign: Sign::Plus, cell }];
        Some(SoftEquality { terms, value, doubt: DOUBT_OF_CHILDREN })
    });
    sums.collect()
}

/// What was carried in is what last year's report carried out, in each column.
fn of_last_year(run: &Run<'_>, beside: Context<'_>) -> Vec<SoftEquality> {
    let Context::Years(years) = beside else { return Vec::new() };
    let last = run.report().year.and_then(|year| years.of(year.checked_sub(1)?));
    let Some(last) = last else { return Vec::new() };
    let block = TableForm::of(TableId::Applications, Edition::LATEST).block(Row::CarriedIn);
    let columns = block.into_iter().flat_map(|it| it.columns).map(|it| it.column);
    columns
        .filter_map(|column| {
            let value = last[CellId::new(Row::CarriedOut, column)].count()?;
            let cell = CellId::new(Row::CarriedIn, column);
            let terms = vec![Term { sign: Sign::Plus, cell }];
            Some(SoftEquality { terms, value, doubt: DOUBT_OF_LAST_YEAR })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use ogi_model::{Column, Reading, Report, Value};
    use ogi_testkit::{Generator, Size};

    use crate::rules::claims::{claim, of};
    use crate::rules::tests::zeros;
    use crate::{Outcome, Policy, check, check_series};

    use super::*;

    const UPHELD: CellId = CellId::new(Row::Reconsideration, Column::Upheld);
    const TOTAL: CellId = CellId::new(Row::Reconsideration, Column::Total);

    /// The posterior that a cell should be this.
    fn belief(outcome: &Outcome, cell: CellId, to: i64) -> f64 {
        let says = |it: &&crate::Explanation| {
            it.edits.iter().any(|it| it.cell == cell && it.to == Value::Count(to))
        };
        outcome.explanations.iter().filter(says).map(|it| it.posterior).sum()
    }

    fn with_claims(report: &Report, claims: Vec<Claim>) -> Outcome {
        let mut reading = Reading::of_report(report.clone());
        reading.claims = claims;
        reading.text = "一".into();
        check(&reading, &Policy::default())
    }

    #[test]
    fn a_sentence_distinguishes_the_part_from_the_total() {
        // 28 against 23: either may be the slip.
        let mut report = zeros(Edition::E2021);
        report.set(UPHELD, 28);
        report.set(TOTAL, 23);
        let about = || of([&[Row::Reconsideration]]);
        let alone = with_claims(&report, Vec::new());
        let of_part = with_claims(&report, vec![claim(about(), ClaimValue::Count(23))]);
        let of_total = with_claims(&report, vec![claim(about(), ClaimValue::Count(28))]);
        assert!(belief(&of_part, UPHELD, 23) > belief(&alone, UPHELD, 23));
        assert!(belief(&of_total, TOTAL, 28) > belief(&alone, TOTAL, 28));
        assert!(belief(&of_total, TOTAL, 28) > 0.9);
    }

    #[test]
    fn other_bodies_and_doubtful_sentences_are_no_evidence() {
        let mut report = zeros(Edition::E2021);
        report.set(UPHELD, 28);
        report.set(TOTAL, 23);
        let firm = || claim(of([&[Row::Reconsideration]]), ClaimValue::Count(28));
        let two_meanings =
            of([&[Row::Reconsideration][..], &[Row::Reconsideration, Row::LitigationDirect]]);
        let no_evidence = vec![
            firm().with_scope(Scope::Others),
            firm().with_hedge(Hedge::About),
            firm().with_year(Some(1999)),
            claim(two_meanings, ClaimValue::Count(28)),
        ];
        let alone = with_claims(&report, Vec::new());
        assert_eq!(with_claims(&report, no_evidence).explanations, alone.explanations);
    }

    #[test]
    fn last_year_states_what_was_carried_in() {
        // Two slips that cancel out in their row: the sums leave open which of three rows it is.
        let [right, other] = [Column::NaturalPerson, Column::CommercialEnterprise]
            .map(|column| CellId::new(Row::CarriedIn, column));
        let series = |seed| Generator::new(seed).size(Size::Large).series(2023..=2024);
        let mut reports = (0..).map(series).find(|it| it[1][other].count() > Some(40)).unwrap();
        let to = reports[1][right].count().unwrap();
        for (cell, by) in [(right, 30), (other, -30)] {
            let sound = reports[1][cell].count().unwrap();
            reports[1].set(cell, sound + by);
        }
        let alone = check(&reports[1], &Policy::default());
        let beside = &check_series(&reports, &Policy::default())[1];
        assert!(belief(&alone, right, to) < 0.9);
        assert!(belief(beside, right, to) > 0.9);
    }

    /// A parent's total that misses one child: the sums leave open whether a part or the total is wrong.
    #[test]
    fn children_distinguish_the_part_from_the_total() {
        let child = |name: &str, count: i64| {
            let mut report = zeros(Edition::E2021);
            report.agency = Some(name.into());
            report.set(UPHELD, count);
            report.set(TOTAL, count);
            report
        };
        let children = [child("示例区甲局", 23), child("示例区乙局", 5)];
        let parent = |upheld: i64, total: i64| {
            let mut report = zeros(Edition::E2021);
            report.agency = Some("示例区人民政府".into());
            report.set(UPHELD, upheld);
            report.set(TOTAL, total);
            report
        };
        let policy = Policy::default();
        for (parent, cell) in [(parent(28, 23), TOTAL), (parent(23, 28), UPHELD)] {
            let alone = check(&parent, &policy);
            let beside = crate::check_rollup(&parent, &children, &policy);
            assert!(belief(&beside, cell, 28) > belief(&alone, cell, 28), "{cell}");
            assert!(belief(&beside, cell, 28) > 0.9, "{cell}: {:?}", beside.explanations);
        }
    }
}
