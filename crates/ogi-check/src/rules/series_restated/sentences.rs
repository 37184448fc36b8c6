//! What sentences say of earlier years, beside the reports of these.

use std::collections::BTreeMap;

use ogi_model::{Claim, ClaimValue, Report};
use ogi_solve::Figure;

use super::super::claim_verdict;
use crate::Message;
use crate::claims::{self, Agreement, ClaimVerdict};
use crate::failure::Failure;
use crate::run::Run;
use crate::series::Years;

/// Each sentence that states figures of an earlier year is a target, if there is a report of that year.
pub(super) fn judge(run: &mut Run<'_>, years: &Years<'_>) {
    let (claims, of_this_year) = (run.claims(), run.verdicts());
    let mut beside: BTreeMap<u16, Vec<ClaimVerdict>> = BTreeMap::new();
    for (n, claim) in claims.iter().enumerate() {
        let stated = claim.year.filter(|it| Some(*it) < run.report().year);
        let Some((year, last)) = stated.and_then(|year| Some((year, years.of(year)?))) else {
            continue;
        };
        let ClaimValue::Count(count) = claim.value else { continue };
        let figures = |cell| Figure::from(run.cell_of(last, cell));
        let verdicts =
            beside.entry(year).or_insert_with(|| claims::judge_beside(last, claims, &figures));
        // A slip in the year alone has a rule of its own.
        let is_of_this_year = of_this_year[n].figures.contains(&Some(count.into()));
        match verdicts[n].verdict {
            Agreement::Agree => run.pass(),
            Agreement::Contradict if !is_of_this_year => fail(run, last, claim, &verdicts[n]),
            _ => {}
        }
    }
}

#[cold]
fn fail(run: &mut Run<'_>, last: &Report, claim: &Claim, verdict: &ClaimVerdict) {
    let year = last.year.unwrap_or_default();
    let printed = claim_verdict::quoted(claim);
    let figures: Vec<_> = verdict.figures.iter().flatten().map(ToString::to_string).collect();
    run.fail(Failure {
        cells: claim.cells().collect(),
        place: Some(claim.place.clone()),
        arguments: &[
            (
                "what",
                Message {
                    zh: format!("文字说“{}”", printed.zh),
                    en: format!("the text says “{}”", printed.en),
                },
            ),
            (
                "source",
                Message { zh: format!("{year}年的报告"), en: format!("the report of {year}") },
            ),
            (
                "expected",
                match figures.is_empty() {
                    false => Message {
                        zh: format!("为{}", figures.join("或")),
                        en: figures.join(" or "),
                    },
                    true => Message {
                        zh: "中不可能是这个数".into(),
                        en: "no room for that".into(),
                    },
                },
            ),
        ],
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use ogi_model::{CellId, CellSum, ClaimSubject, Column, Edition, Place, Reading, Row};

    use super::super::RULE;
    use super::*;
    use crate::check_series;
    use crate::rules::tests::{only, reading, tally, zeros};

    const TOTAL: CellId = CellId::new(Row::NewlyReceived, Column::Total);

    #[test]
    fn a_sentence_about_last_year_states_its_figures() {
        let claim = |count, year| {
            let about = ClaimSubject::Figures { any_of: vec![CellSum::of([TOTAL])], firm: true };
            let printed = format!("{year}年新收申请{count}件");
            let place = Place::Text { start: 0, end: 6 };
            Claim::new(printed, about, ClaimValue::Count(count), place).with_year(Some(year))
        };
        let (mut last, mut this) = (zeros(Edition::E2021), zeros(Edition::E2021));
        last.year = Some(2024);
        last.set(TOTAL, 31);
        this.set(TOTAL, 40);
        let mut this = reading(this, vec![]);
        let last = Reading::of_report(last);
        let mut found = |count, year| {
            this.claims = vec![claim(count, year)];
            check_series([&last, &this], &only(&RULE)).remove(1)
        };
        assert_eq!(tally(&found(31, 2024)), [1, 0, 3, 0]);
        let outcome = found(30, 2024);
        assert_eq!(tally(&outcome), [0, 1, 3, 0]);
        assert_eq!(
            outcome.findings[0].message.zh,
            "文字说“2024年新收申请30件”，而2024年的报告为31"
        );
        assert!(outcome.findings[0].place.is_some());
        // That is this year's figure, this year, and a year without a report.
        for (count, year) in [(40, 2024), (30, 2025), (30, 2023)] {
            assert_eq!(tally(&found(count, year)), [0, 0, 3, 0], "{count} {year}");
        }
    }
}
