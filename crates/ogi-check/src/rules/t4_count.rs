//! `t4-count`: counts in table four are whole and not negative.

use ogi_model::{Edition, TableId};

use super::{SENSE, count};
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t4-count",
    title: Words { zh: "表四件数", en: "Table four: counts" },
    statement: Words {
        zh: "表四的件数应为不小于0的整数",
        en: "Counts in table four are whole and not negative",
    },
    message: Words {
        zh: "“{cell}”为{observed}，应为{expected}",
        en: "“{cell}” is {observed}, but should be {expected}",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(|run| count::judge(run, TableId::Disputes)),
};

#[cfg(test)]
mod tests {
    use ogi_model::{CellId, Column, Row};

    use super::*;
    use crate::rules::count::cases;

    const CELL: CellId = CellId::new(Row::Reconsideration, Column::Upheld);

    #[test]
    fn counts_pass() {
        cases::pass(&RULE, [15, 15]);
    }

    #[test]
    fn a_negative_count_or_a_fraction_fails() {
        cases::fail(&RULE, CELL);
    }

    #[test]
    fn what_is_no_number_is_no_pass() {
        cases::neither(&RULE, CELL);
    }
}
