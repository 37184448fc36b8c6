//! `t3-count`: counts in table three are whole and not negative.

use ogi_model::{Edition, TableId};

use super::{SENSE, count};
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t3-count",
    title: Words { zh: "表三件数", en: "Table three: counts" },
    statement: Words {
        zh: "表三的件数应为不小于0的整数",
        en: "Counts in table three are whole and not negative",
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
    judge: RuleKind::Report(|run| count::judge(run, TableId::Applications)),
};

#[cfg(test)]
mod tests {
    use ogi_model::{CellId, Column, Row};

    use super::*;
    use crate::rules::count::cases;

    const CELL: CellId = CellId::new(Row::Granted, Column::NaturalPerson);

    #[test]
    fn counts_pass() {
        cases::pass(&RULE, [175, 161]);
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
