//! `corpus-copied-table`: no table is that of another body.

use ogi_model::{Edition, TableId};

use super::notices::NOT_THE_SAME;
use crate::across::Resemblance;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "corpus-copied-table",
    title: Words { zh: "表格与其他单位相同", en: "A table of another body" },
    statement: Words {
        zh: "表格中的数字不会与其他单位的完全相同（全部为0的、数字很少的不计）",
        en: "The figures of a table are not all those of another body (tables of zeros, or of few figures, aside)",
    },
    message: Words {
        zh: "“{table}”的数字与“{agency}”{year}的报告完全相同",
        en: "the figures of “{table}” are all those of “{agency}” {year}",
    },
    basis: NOT_THE_SAME,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Across(judge),
};

fn judge(run: &mut Run<'_>, resemblance: &Resemblance) {
    for (table, other) in TableId::ALL.iter().zip(&resemblance.tables) {
        let Some(other) = other else {
            run.pass();
            continue;
        };
        let year = other.year.map(|it| it.to_string()).unwrap_or_default();
        run.fail(Failure {
            place: run.place_of_table(*table),
            arguments: &[
                ("table", names::table(run.report(), *table)),
                ("agency", Message::same(&other.agency)),
                ("year", Message::new(format!("{year}年"), year)),
            ],
            ..Failure::default()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{counts, only, tally, zeros};
    use crate::{Across, Aliases, check_across};

    #[test]
    fn the_figures_of_another_body_fail() {
        let mut other = counts(Edition::E2021);
        other.agency = Some("示例市财政局".into());
        for (report, fails) in [(counts(Edition::E2021), 2), (zeros(Edition::E2021), 0)] {
            let mut across = Across::default();
            [&report, &other].into_iter().for_each(|it| across.add(it, &Aliases::default()));
            let found = across.compare();
            let outcome = check_across(&report, &found, 0, &only(&RULE));
            assert_eq!(tally(&outcome)[1], fails, "{outcome:?}");
        }
    }
}
