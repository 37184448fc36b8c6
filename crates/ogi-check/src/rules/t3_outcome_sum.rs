//! `t3-outcome-sum`: in each column of table three what was concluded is the sum of the results.

use ogi_model::{Edition, EqualityKind, TableId};

use super::{SENSE, equality};
use crate::{Rule, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t3-outcome-sum",
    title: Words { zh: "表三办理结果总计", en: "Table three: total of results" },
    statement: Words {
        zh: "表三每一列，办理结果的总计等于各项办理结果之和",
        en: "In each column of table three the number of requests concluded is the sum of all results",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而各部分相加{expected}",
        en: "“{cell}” is {observed}, but its parts come to {expected}",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Error,
    since: "0.1.0",
    judge: |run| equality::judge(run, TableId::Applications, EqualityKind::OutcomeSum),
};
