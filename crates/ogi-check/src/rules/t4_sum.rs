//! `t4-sum`: in each of the three parts of table four the total is the sum of its columns.

use ogi_model::{Edition, EqualityKind, TableId};

use super::{SENSE, equality};
use crate::{Rule, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t4-sum",
    title: Words { zh: "表四各项总计", en: "Table four: totals" },
    statement: Words {
        zh: "表四每一部分，总计等于各种结果与尚未审结之和",
        en: "In each part of table four the total is the sum of all results and of what is pending",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而各部分相加{expected}",
        en: "“{cell}” is {observed}, but its parts come to {expected}",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Error,
    since: "0.1.0",
    judge: |run| equality::judge(run, TableId::Disputes, EqualityKind::RowSum),
};
