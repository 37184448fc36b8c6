//! `t3-row-sum`: in each row of table three the total is the sum of its columns.

use ogi_model::{Edition, EqualityKind, TableId};

use super::{SENSE, equality};
use crate::{Rule, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t3-row-sum",
    title: Words { zh: "表三各行总计", en: "Table three: row totals" },
    statement: Words {
        zh: "表三每一行，总计等于自然人与各类法人或其他组织之和",
        en: "In each row of table three the total is the sum of natural persons and of all kinds of organisations",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而各部分相加{expected}",
        en: "“{cell}” is {observed}, but its parts come to {expected}",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Error,
    since: "0.1.0",
    judge: |run| equality::judge(run, TableId::Applications, EqualityKind::RowSum),
};
