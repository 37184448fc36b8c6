//! `t4-count`: counts in table four are whole and not negative.

use ogi_model::{Edition, TableId};

use super::{SENSE, count};
use crate::{Rule, Severity, Words};

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
    since: "0.1.0",
    judge: |run| count::judge(run, TableId::Disputes),
};
