//! `t2-count`: counts in table two are whole and not negative.

use ogi_model::{Edition, TableId};

use super::{SENSE, count};
use crate::{Rule, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t2-count",
    title: Words { zh: "表二件数", en: "Table two: counts" },
    statement: Words {
        zh: "表二的件数应为不小于0的整数，增减数可为负；金额不在此列",
        en: "Counts in table two are whole and not negative; a change may be negative, and money is no count",
    },
    message: Words {
        zh: "“{cell}”为{observed}，应为{expected}",
        en: "“{cell}” is {observed}, but should be {expected}",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Error,
    since: "0.1.0",
    judge: |run| count::judge(run, TableId::ActiveDisclosure),
};
